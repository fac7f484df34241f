"""What a document promises: pure, no store and no clock."""
