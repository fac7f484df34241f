"""Pages of the work plan's words and of what surrounds it."""
