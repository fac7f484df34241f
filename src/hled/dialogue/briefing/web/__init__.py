"""Pages across all rooms: scoreboard, alerts, search, data and methods."""
