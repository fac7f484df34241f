"""Questions across all rooms: scoreboard, alerts, search, the record as a whole."""
