"""Endpoints across all rooms: scoreboard, commitments, alerts, search, rules, the whole record."""

from hled.dialogue.briefing.api.endpoints import router

__all__ = ["router"]
