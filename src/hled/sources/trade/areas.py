"""
Countries, groups and areas of trade statistics, with the numbers that publishers give them.

``areas.csv`` has ISO alpha-3 code, kind, UN numbers (as UN Comtrade and CEPII use them: 842 is the United States with Puerto
Rico, 251 France with Monaco, 490 what is in practice Taiwan but is not said to be), the Census Bureau's Schedule C number, and
for a group its members. Names are those of the Unicode Common Locale Data Repository.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.trade.rules import TR_15

_FILE = Path(__file__).with_name("areas.csv")


class AreaKind(StrEnum):
    """What a code stands for."""

    COUNTRY = "country"
    GROUP = "group"
    RESIDUAL = "residual"
    WORLD = "world"


@dataclass(frozen=True, slots=True)
class Area:
    """A code of trade statistics; `members` are the codes inside a group."""

    code: str
    kind: AreaKind
    numbers: tuple[str, ...]
    census: str
    members: tuple[str, ...]
    name: Bilingual


@lru_cache(maxsize=1)
def areas() -> MappingProxyType[str, Area]:
    """Every known area by its code."""
    rows = csv.DictReader(io.StringIO(_FILE.read_text(encoding="utf-8")))
    return MappingProxyType(
        {
            row["code"]: Area(
                row["code"],
                AreaKind(row["kind"]),
                tuple(row["numbers"].split()),
                row["census"],
                tuple(row["members"].split()),
                Bilingual(row["name_en"], row["name_es"]),
            )
            for row in rows
        }
    )


@lru_cache(maxsize=1)
def codes_by_number() -> MappingProxyType[str, str]:
    """Codes by UN number, without leading zeros."""
    return MappingProxyType(
        {str(int(number)): each.code for each in areas().values() for number in each.numbers}
    )


@lru_cache(maxsize=1)
def codes_by_census_number() -> MappingProxyType[str, str]:
    """Codes by the Census Bureau's number; it lists the European Union as ``0003``."""
    return MappingProxyType({each.census: each.code for each in areas().values() if each.census})


def groups() -> Iterator[Area]:
    """Areas that have members."""
    return (each for each in areas().values() if each.kind is AreaKind.GROUP)


def unknown_areas(codes: Iterable[str], place: str, also: Iterable[str] = ()) -> Iterator[Finding]:
    """TR-15 for each code that is neither known nor in `also`, with codes of nearly that spelling or name."""
    known = {*areas(), *also}
    for code in codes:
        if code not in known:
            near = near_areas(code)
            said = "; ".join(f"{each} {areas()[each].name.en}" for each in near)
            dicho = "; ".join(f"{each} {areas()[each].name.es}" for each in near)
            found = Bilingual(f"{code}; near: {said}", f"{code}; parecidos: {dicho}") if near else code
            yield Finding(TR_15, place, found, data={"near": near})


def near_areas(text: str, most: int = 3) -> list[str]:
    """Codes whose code or name, in either language, is spelled nearly like a text."""
    spelled: dict[str, str] = {}
    for each in areas().values():
        for word in (each.code, each.name.en, each.name.es):
            spelled.setdefault(word.casefold(), each.code)
    found = get_close_matches(text.strip().casefold(), spelled, n=2 * most, cutoff=0.6)
    return list(dict.fromkeys(spelled[each] for each in found))[:most]
