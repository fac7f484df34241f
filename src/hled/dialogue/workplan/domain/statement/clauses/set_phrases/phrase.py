"""One turn of phrase: the rule by which it commits, how firmly, and how it reads."""

import re
from dataclasses import dataclass

from hled.dialogue.workplan.domain.statement.rules import ReadingRule


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is undertaken begins where ``pattern`` ends."""

    rule: ReadingRule
    strength: int
    pattern: re.Pattern[str]


def phrases(*rows: tuple[ReadingRule, int, str]) -> tuple[Phrase, ...]:
    return tuple(Phrase(rule, strength, re.compile(text, re.IGNORECASE)) for rule, strength, text in rows)
