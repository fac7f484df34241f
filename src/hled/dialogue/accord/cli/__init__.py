"""Commands of the room: ``hled text``."""
