"""Questions about progress, indicators and the status of each promise."""
