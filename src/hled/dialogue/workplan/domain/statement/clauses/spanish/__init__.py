"""Predicates of Spanish statements: `spanish_clauses` finds them, the other modules know them."""

from hled.dialogue.workplan.domain.statement.clauses.spanish.finding import (
    gives_new_content,
    plain_rule,
    spanish_clauses,
)

__all__ = ["gives_new_content", "plain_rule", "spanish_clauses"]
