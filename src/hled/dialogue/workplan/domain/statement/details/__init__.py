"""What is read off a sentence once it is known to commit: who, how firmly, how much, by when, and what kind of act."""
