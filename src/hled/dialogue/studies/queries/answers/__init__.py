"""Studies as answers of commands and endpoints, with their schemas."""

from hled.dialogue.studies.queries.answers import complexity, kept, questions, tables, trade, verification

PUBLISHED = (
    *questions.PUBLISHED,
    *complexity.PUBLISHED,
    *kept.PUBLISHED,
    *verification.PUBLISHED,
    *tables.PUBLISHED,
    *trade.PUBLISHED,
)

__all__ = ["PUBLISHED", "complexity", "kept", "questions", "tables", "trade", "verification"]
