"""What stands in a joint text, what is proposed, and what waits for whom."""
