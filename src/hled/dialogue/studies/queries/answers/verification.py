"""The engine held to published values, as an answer."""

from collections.abc import Callable, Sequence
from pathlib import Path

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.studies.domain.rules import SQ_05
from hled.dialogue.studies.domain.verification import Check, verify
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.interfaces.answers import (
    COUNT,
    FLAG,
    NUMBER_TEXT,
    TEXT,
    Answer,
    Published,
    both,
    maybe,
    shape,
)
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

_NUMBER = maybe(NUMBER_TEXT)
VERIFICATION_SCHEMA = Published(
    "verification",
    Bilingual("Published values beside those of the engine", "Valores publicados junto a los del motor"),
    shape(
        group=TEXT,
        section=TEXT,
        **both("title", "source"),
        name=TEXT,
        table=TEXT,
        value=_NUMBER,
        reference=NUMBER_TEXT,
        difference=_NUMBER,
        tolerance=NUMBER_TEXT,
        unit=TEXT,
        holds=maybe(FLAG),
        needs_en=maybe(TEXT),
        needs_es=maybe(TEXT),
    ),
    {"held": COUNT, "broken": COUNT, "not_computable": COUNT},
)
PUBLISHED = (VERIFICATION_SCHEMA,)

_checks: Memory[tuple[Check, ...]] = Memory(4)


def checks(home: Path, *, told: Callable[[str], None] = lambda step: None) -> tuple[Check, ...]:
    """Every check of an installation; computed once for the editions of its tables."""
    tables = InstalledTables(home)
    key = (str(home), tuple(tables.editions.items()))
    return _checks.recall(key, lambda: tuple(verify(tables, told=told)))


def verification_answer(home: Path, *, told: Callable[[str], None] = lambda step: None) -> Answer:
    found = checks(home, told=told)
    broken = [each for each in found if each.holds is False]
    return Answer(
        "verification",
        {},
        [each.as_json() for each in found],
        [
            Finding(
                SQ_05, f"{each.group.id}: {each.reference.name}", f"{each.value} ≠ {each.reference.value}"
            )
            for each in broken
        ],
        extras=counts(found),
    )


def counts(found: Sequence[Check]) -> dict[str, int]:
    return {
        "held": sum(each.holds is True for each in found),
        "broken": sum(each.holds is False for each in found),
        "not_computable": sum(each.holds is None for each in found),
    }
