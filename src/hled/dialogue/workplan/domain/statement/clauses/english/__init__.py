"""Predicates of English statements: `english_clauses` finds them, the other modules know them."""

from hled.dialogue.workplan.domain.statement.clauses.english.finding import (
    english_clauses,
    gives_new_content,
    plain_rule,
)

__all__ = ["english_clauses", "gives_new_content", "plain_rule"]
