"""Questions about documents, pillars, commitments and their context."""
