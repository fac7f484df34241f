"""Scoreboard, alerts, search, rules and the whole record as answers of commands and endpoints."""

from hled.dialogue.briefing.queries.answers import datasets, everything, loading, rules, scoreboard

PUBLISHED = (
    *scoreboard.PUBLISHED,
    *everything.PUBLISHED,
    *rules.PUBLISHED,
    *loading.PUBLISHED,
    *datasets.PUBLISHED,
)

__all__ = ["PUBLISHED", "datasets", "everything", "loading", "rules", "scoreboard"]
