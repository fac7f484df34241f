"""The engine held to published values, as an answer."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hled.dialogue.chronicle.domain.memory import Memory
from hled.dialogue.studies.domain.rules import SQ_05
from hled.dialogue.studies.domain.verification import verify
from hled.dialogue.studies.domain.verification.references import FILE
from hled.dialogue.studies.queries.answering import versions
from hled.dialogue.studies.queries.remembering import keep, recalled
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
from hled.kernel.digest import sha256_of, sha256_of_bytes
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

Item = Mapping[str, Any]

_checks: Memory[list[Item]] = Memory(4)


def checks(home: Path, *, told: Callable[[str], None] = lambda step: None) -> list[Item]:
    """Every check of an installation; computed once for the editions of its tables and the code."""
    tables = InstalledTables(home)
    key = ["verification", sha256_of_bytes(FILE.read_bytes()), tables.editions, versions()]

    def compute() -> list[Item]:
        found = recalled(home, key)
        if found is None:
            found = [each.as_json() for each in verify(tables, told=told)]
            keep(home, key, found)
        return list(found)

    return _checks.recall((str(home), sha256_of(key)), compute)


def verification_answer(home: Path, *, told: Callable[[str], None] = lambda step: None) -> Answer:
    found = checks(home, told=told)
    return Answer(
        "verification",
        {},
        found,
        [
            Finding(SQ_05, f"{each['group']}: {each['name']}", f"{each['value']} ≠ {each['reference']}")
            for each in found
            if each["holds"] is False
        ],
        extras=counts(found),
    )


def counts(found: Sequence[Item]) -> dict[str, int]:
    return {
        "held": sum(each["holds"] is True for each in found),
        "broken": sum(each["holds"] is False for each in found),
        "not_computable": sum(each["holds"] is None for each in found),
    }
