"""One module for each chapter: a teller in, blocks out."""

from hled.dialogue.briefing.queries.book.chapters import (
    agenda,
    annex,
    cover,
    differences,
    late,
    notes,
    outcome,
    stakeholders,
    studies,
    summary,
)

__all__ = [
    "agenda",
    "annex",
    "cover",
    "differences",
    "late",
    "notes",
    "outcome",
    "stakeholders",
    "studies",
    "summary",
]
