"""The work plan, statements and drafts as answers of commands and endpoints, with their schemas."""
