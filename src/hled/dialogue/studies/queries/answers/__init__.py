"""Studies as answers of commands and endpoints, with their schemas."""

from hled.dialogue.studies.queries.answers import (
    complexity,
    kept,
    lists,
    products,
    questions,
    screens,
    structure,
    tables,
    trade,
    verification,
)

PUBLISHED = (
    *questions.PUBLISHED,
    *structure.PUBLISHED,
    *screens.PUBLISHED,
    *products.PUBLISHED,
    *complexity.PUBLISHED,
    *lists.PUBLISHED,
    *kept.PUBLISHED,
    *verification.PUBLISHED,
    *tables.PUBLISHED,
    *trade.PUBLISHED,
)

__all__ = [
    "PUBLISHED",
    "complexity",
    "kept",
    "lists",
    "products",
    "questions",
    "screens",
    "structure",
    "tables",
    "trade",
    "verification",
]
