"""Turns of phrase that commit without a verb of commitment, and the provisions of an instrument about itself."""

from hled.dialogue.workplan.domain.statement.clauses.set_phrases.finding import set_phrases
from hled.dialogue.workplan.domain.statement.clauses.set_phrases.provisions import is_provision

__all__ = ["is_provision", "set_phrases"]
