"""Scoreboard, alerts, briefing book, search, rules and the whole record as answers of commands and endpoints."""

from hled.dialogue.briefing.queries.answers import books, datasets, everything, loading, rules, scoreboard

PUBLISHED = (
    *scoreboard.PUBLISHED,
    *books.PUBLISHED,
    *everything.PUBLISHED,
    *rules.PUBLISHED,
    *loading.PUBLISHED,
    *datasets.PUBLISHED,
)

__all__ = ["PUBLISHED", "books", "datasets", "everything", "loading", "rules", "scoreboard"]
