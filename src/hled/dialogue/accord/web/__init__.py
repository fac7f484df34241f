"""Pages of the room: joint texts in force, proposals, their editor, and what waits for whom."""
