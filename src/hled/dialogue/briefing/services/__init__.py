"""Acts across all rooms: take a record in, give it out."""
