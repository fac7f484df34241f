"""Studies as answers of commands and endpoints, with their schemas."""

from hled.dialogue.studies.queries.answers import (
    kept,
    questions,
    structure,
    tables,
    trade,
    verification,
)

PUBLISHED = (
    *questions.PUBLISHED,
    *structure.PUBLISHED,
    *kept.PUBLISHED,
    *verification.PUBLISHED,
    *tables.PUBLISHED,
    *trade.PUBLISHED,
)

__all__ = ["PUBLISHED", "kept", "questions", "structure", "tables", "trade", "verification"]
