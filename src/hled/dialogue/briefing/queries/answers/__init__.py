"""Scoreboard, alerts, search, rules and the whole record as answers of commands and endpoints."""

from hled.dialogue.briefing.queries.answers import everything, rules, scoreboard

PUBLISHED = (*scoreboard.PUBLISHED, *everything.PUBLISHED, *rules.PUBLISHED)

__all__ = ["PUBLISHED", "everything", "rules", "scoreboard"]
