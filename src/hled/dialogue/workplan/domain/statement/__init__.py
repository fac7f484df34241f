"""
Reading of a joint statement: which of its sentences commit the Parties, and to what.

`read_statement` finds candidates and says why every other sentence was left out; `match_restatements` proposes
candidates that repeat a known commitment; `accuracy` scores a reading against labels. A drafting aid, rules only.
"""

from hled.dialogue.workplan.domain.statement.reading import Candidate, LeftOut, Reading, read_statement
from hled.dialogue.workplan.domain.statement.restatements import (
    KnownCommitment,
    Restatement,
    match_restatements,
)
from hled.dialogue.workplan.domain.statement.rules import READING_RULES, Label, ReadingRule

__all__ = [
    "READING_RULES",
    "Candidate",
    "KnownCommitment",
    "Label",
    "LeftOut",
    "Reading",
    "ReadingRule",
    "Restatement",
    "match_restatements",
    "read_statement",
]
