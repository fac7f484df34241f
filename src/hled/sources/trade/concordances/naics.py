"""
From codes of the North American Industry Classification System (NAICS) to the detailed industries of BEA.

A code that BEA lists, in its edition of 2017 or 2012, goes to its industry. Older codes and codes with an ``X`` go by the longest
beginning that listed codes share with them; where that leaves several industries, they share by output, in proportion to how many
of their listed codes begin so. Pseudo codes of the customs statistics go to scrap and used goods, or nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np

from hled.economy.arrays import Vector
from hled.sources.tables import csv_rows
from hled.sources.trade.concordances.accounts import SCRAP, SECOND_HAND, SET, accounts
from hled.sources.trade.concordances.maps import WeightedMap, from_pairs

PSEUDO = {"910000": SCRAP, "920000": SECOND_HAND, "930000": SECOND_HAND, "990000": ""}
"""Codes of customs statistics: waste and scrap; used merchandise, by its older and newer code; special provisions."""

_SHORTEST = 3


@cache
def listed() -> dict[str, frozenset[str]]:
    """The six-digit codes of NAICS 2017 and 2012 that BEA lists, with their industries."""
    industries: defaultdict[str, set[str]] = defaultdict(set)
    for row in csv_rows(SET, "naics.csv"):
        if row["industry"] in _output():
            industries[row["naics"]].add(row["industry"])
    return {code: frozenset(found) for code, found in industries.items()}


def to_bea(codes: Iterable[str]) -> WeightedMap:
    """The given codes in detailed industries and the commodities of scrap and used goods."""
    triples = [(code, *pair) for code in sorted(set(codes)) for pair in _targets(code).items()]
    sources, targets = (np.array([each[at] for each in triples], dtype=np.str_) for at in (0, 1))
    return from_pairs("NAICS -> BEA detail", sources, targets, np.array([each[2] for each in triples]))


def imports_per_line(lines: Mapping[str, float]) -> dict[str, float]:
    """
    Imports of 2017 that one line of each industry is taken to carry, million U.S. dollars: the same for all its lines.

    Parameters
    ----------
    lines
        How many lines of the customs classification each industry, scrap or used goods have.
    """
    imports = dict(zip(accounts().commodities, accounts().all_imports.tolist(), strict=True))
    return {code: imports.get(code, 0.0) / count for code, count in lines.items() if count}


def by_prefix(prefixes: Iterable[str]) -> dict[str, float]:
    """
    Industries of the listed codes that begin so, each with its output times the share of its listed codes that do.

    Million U.S. dollars; empty where no listed code begins so.
    """
    wanted = tuple(prefixes)
    within: defaultdict[str, int] = defaultdict(int)
    for code, industries in listed().items():
        if code.startswith(wanted):
            for industry in industries:
                within[industry] += 1
    return {each: _output()[each] * count / _listed_count()[each] for each, count in within.items()}


def _targets(code: str) -> dict[str, float]:
    if code in PSEUDO:
        return {PSEUDO[code]: 1.0}
    if code in listed():
        return {industry: _output()[industry] for industry in listed()[code]}
    stem = code.replace("X", "")
    for length in range(min(len(stem), 5), _SHORTEST - 1, -1):
        if found := by_prefix([stem[:length]]):
            return found
    return {"": 1.0}


@cache
def _output() -> dict[str, float]:
    output: Vector = accounts().output
    return dict(zip(accounts().industries, output.tolist(), strict=True))


@cache
def _listed_count() -> dict[str, int]:
    counts: defaultdict[str, int] = defaultdict(int)
    for industries in listed().values():
        for industry in industries:
            counts[industry] += 1
    return dict(counts)
