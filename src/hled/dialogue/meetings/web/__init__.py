"""Pages of the meetings and of the next agenda."""
