"""Regions, sectors and industries by their names; what is not in the table is refused with the near ones."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

import numpy as np

from hled.economy.arrays import Index
from hled.economy.rules import IO_13, IO_15
from hled.economy.tables.table import Group, Label, Table
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import BrokenRuleError, Finding

ALL = "all"
"""Every region, or every sector."""

Names = str | Iterable[str]


def regions_named(table: Table, names: Names) -> Index:
    """
    Positions of regions, in the order in which they are first named.

    Parameters
    ----------
    names
        Codes, names in either language or groups, such as ``"USA,MEX"`` or ``"EU27"``; ``"all"`` for every one.

    Raises
    ------
    BrokenRuleError
        IO-13 on a name that is not in the table, with near ones; IO-15 when nothing is named.
    """
    return _positions(names, Words(table.regions, table.region_groups), f"{table.id}: regions")


def sectors_named(table: Table, names: Names) -> Index:
    """
    Positions of sectors, in the order in which they are first named.

    Parameters
    ----------
    names
        As of `regions_named`, such as ``"manufacturing"`` or ``"c15,c14"``.

    Raises
    ------
    BrokenRuleError
        IO-13, IO-15.
    """
    return _positions(names, Words(table.sectors, table.sector_groups), f"{table.id}: sectors")


def industries_named(table: Table, *names: Names) -> Index:
    """
    Positions of industries, in the order of the table.

    Parameters
    ----------
    names
        ``REGION``, ``SECTOR``, ``REGION.SECTOR`` or ``REGION.SECTOR.PART``; region and sector may be groups or ``all``.
        A single word that is both a region and a sector is the region.

    Raises
    ------
    BrokenRuleError
        IO-13 on a name that is not in the table, with near ones; IO-15 when no industry answers to the names.
    """
    place = f"{table.id}: industries"
    asked = [each for group in names for each in _split(group)]
    chosen = np.zeros(table.n, dtype=np.bool_)
    findings: list[Finding] = []
    for name in asked:
        try:
            chosen |= _industries(table, name, place)
        except BrokenRuleError as error:
            findings.extend(error.findings)
    if findings:
        raise BrokenRuleError(findings)
    if not chosen.any():
        raise BrokenRuleError([Finding(IO_15, place, ", ".join(asked))])
    return np.flatnonzero(chosen)


def _industries(table: Table, name: str, place: str) -> np.ndarray:
    regions = Words(table.regions, table.region_groups)
    sectors = Words(table.sectors, table.sector_groups)
    first, *rest = name.split(".", 2)
    if not rest:
        if (found := regions.find(first)) is not None:
            return np.isin(table.region_of, found)
        if (found := sectors.find(first)) is not None:
            return np.isin(table.sector_of, found)
        raise BrokenRuleError([_unknown(place, name, (*regions.said(), *sectors.said()))])
    chosen = np.isin(table.region_of, regions.found(first, place))
    chosen &= np.isin(table.sector_of, sectors.found(rest[0], place))
    if len(rest) > 1:
        parts = np.array(table.parts or ("",) * table.n)
        if rest[1] not in parts[chosen]:
            raise BrokenRuleError(
                [_unknown(place, name, sorted({table.label(at) for at in np.flatnonzero(chosen).tolist()}))]
            )
        chosen &= parts == rest[1]
    return chosen


class Words:
    """The words by which some labels and groups answer: code first, then code or name whatever the case and accents."""

    def __init__(self, labels: Sequence[Label], groups: Sequence[Group]) -> None:
        self._named: list[Label | Group] = [*labels, *groups]
        at = {label.code: position for position, label in enumerate(labels)}
        members = {each.code: [at[code] for code in each.members] for each in groups}
        self._exact: dict[str, list[int]] = {code: [position] for code, position in at.items()}
        self._exact |= members
        self._exact.setdefault(ALL, list(range(len(labels))))
        self._folded: dict[str, list[list[int]]] = {}
        for code, positions in self._exact.items():
            self._folded.setdefault(_fold(code), []).append(positions)
        for each in self._named:
            for said in {_fold(each.name.in_language(language)) for language in Language}:
                kept = self._folded.setdefault(said, [])
                if self._exact[each.code] not in kept:
                    kept.append(self._exact[each.code])

    def find(self, name: str) -> list[int] | None:
        """Positions that a word stands for; None where it stands for nothing, or for several things."""
        if name in self._exact:
            return self._exact[name]
        folded = self._folded.get(_fold(name), [])
        return folded[0] if len(folded) == 1 else None

    def found(self, name: str, place: str) -> list[int]:
        """
        Positions that a word stands for.

        Raises
        ------
        BrokenRuleError
            IO-13.
        """
        positions = self.find(name)
        if positions is None:
            raise BrokenRuleError([_unknown(place, name, self.said())])
        return positions

    def said(self) -> Iterator[str]:
        """Every code and name, of labels and groups."""
        for each in self._named:
            yield each.code
            yield from dict.fromkeys((each.name.en, each.name.es))


def _positions(names: Names, words: Words, place: str) -> Index:
    chosen: dict[int, None] = {}
    findings: list[Finding] = []
    for name in _split(names):
        try:
            chosen |= dict.fromkeys(words.found(name, place))
        except BrokenRuleError as error:
            findings.extend(error.findings)
    if findings:
        raise BrokenRuleError(findings)
    if not chosen:
        raise BrokenRuleError([Finding(IO_15, place)])
    return np.array(list(chosen), dtype=np.intp)


def _split(names: Names) -> list[str]:
    parts = names.split(",") if isinstance(names, str) else list(names)
    return [each.strip() for each in parts if each.strip()]


def _unknown(place: str, name: str, known: Iterable[str]) -> Finding:
    near = near_ones(name, known)
    if not near:
        return Finding(IO_13, place, name)
    said = ", ".join(near)
    return Finding(
        IO_13, place, Bilingual(f"{name}; near: {said}", f"{name}; parecidas: {said}"), data={"near": near}
    )


def near_ones(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Known words that are spelled nearly like one, the nearest first."""
    spelled: dict[str, str] = {}
    for each in known:
        spelled.setdefault(_fold(each), each)
    return [spelled[each] for each in get_close_matches(_fold(name), spelled, n=most, cutoff=0.6)]


def _fold(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))
