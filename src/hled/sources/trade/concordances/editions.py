"""
Editions of the Harmonized System, and the way of a code from one to another.

The tables give each code of a newer edition one code of an older one, as the United Nations Statistics Division converts trade
data; real changes are sometimes many to many. For 25 codes of 2022 the table names a good of another kind (a transducer becomes a
telephone); there the older code is our choice, and `chosen` names them. The way back shares an older code among the newer ones: equally, or by values that
the caller gives, and the weights are part of the map.

References
----------
UNSD conversion tables, through the R package concordance (Liao, Kim, Miyano & Zhang), MIT.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from hled.economy.arrays import Vector
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.concordances.maps import WeightedMap, from_pairs, or_otherwise, require_amounts
from hled.sources.trade.concordances.reading import UNSPECIFIED, Texts, number_columns, text_columns
from hled.sources.trade.concordances.rules import TR_52, TR_55

EDITIONS = ("HS2022", "HS2017", "HS2012", "HS1992")
"""Those that can be converted, the newest first."""

_TABLES = {
    ("HS2022", "HS2017"): ("hs2022_one_to_one.parquet", "hs2022", "hs2017"),
    ("HS2022", "HS1992"): ("hs2022_one_to_one.parquet", "hs2022", "hs1992"),
    ("HS2017", "HS2012"): ("hs2017_one_to_one.parquet", "hs2017", "hs2012"),
    ("HS2017", "HS1992"): ("hs2017_one_to_one.parquet", "hs2017", "hs1992"),
}

_BETWEEN = "HS2017"
"""The edition through which pairs without a table of their own are converted."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How many of some codes an edition has, and which it has not."""

    edition: str
    share: float
    outside: tuple[str, ...]


@cache
def codes(edition: str) -> frozenset[str]:
    """
    Six-digit codes of an edition that the conversion tables reach.

    Raises
    ------
    BrokenRuleError
        TR-52, when the edition is not one of `EDITIONS`.
    """
    _require_edition(edition)
    return frozenset(
        code
        for pair, _ in _TABLES.items()
        if edition in pair
        for code in _columns(pair)[pair.index(edition)].tolist()
    )


def exists(code: str, edition: str = "HS2022") -> bool:
    """Whether a six-digit code is in an edition; see `codes` for refusals."""
    return code in codes(edition)


def fits(given: Iterable[str]) -> tuple[Fit, ...]:
    """
    Each edition with the share of the given codes that it has, the best first, the newer first among equals.

    Raises
    ------
    BrokenRuleError
        TR-55, when a code is not of six digits, or when there is none.
    """
    wanted = tuple(dict.fromkeys(given))
    wrong = [code for code in wanted if not (len(code) == 6 and code.isdecimal())]
    if wrong or not wanted:
        raise BrokenRuleError([Finding(TR_55, "codes", code) for code in wrong or ("",)])
    found = []
    for edition in EDITIONS:
        outside = tuple(code for code in wanted if code not in codes(edition))
        found.append(Fit(edition, 1.0 - len(outside) / len(wanted), outside))
    return tuple(sorted(found, key=lambda fit: -fit.share))


@cache
def chosen() -> dict[str, str]:
    """Codes of HS 2022 whose code of HS 2017 is our choice, with it."""
    newer, older = text_columns("classifications", "hs2022_one_to_one.parquet", "hs2022", "hs2017")
    (ours,) = number_columns("classifications", "hs2022_one_to_one.parquet", "chosen")
    pairs = zip(newer.tolist(), older.tolist(), ours.tolist(), strict=True)
    return {code: target for code, target, choice in pairs if choice}


def conversion(source: str, target: str, values: Mapping[str, float] | None = None) -> WeightedMap:
    """
    Codes of one edition in codes of another.

    Parameters
    ----------
    source, target
        Two of `EDITIONS`.
    values
        What each code of the newer edition weighs where an older code is shared among several, such as the value of its
        trade; codes that are not named weigh nothing, and an older code of which no newer one weighs anything is shared equally.

    Raises
    ------
    BrokenRuleError
        TR-52, when an edition is unknown; TR-53, when a value is negative or not finite.
    """
    _require_edition(source)
    _require_edition(target)
    name = f"{source} -> {target}"
    if source == target:
        own = np.array(sorted(codes(source)))
        return from_pairs(name, own, own)
    if (source, target) in _TABLES:
        return from_pairs(name, *_columns((source, target)))
    if (target, source) in _TABLES:
        newer, older = _columns((target, source))
        return from_pairs(name, older, newer, _amounts(older, newer, values, name))
    return conversion(source, _BETWEEN, values).then(conversion(_BETWEEN, target, values), name)


def _amounts(older: Texts, newer: Texts, values: Mapping[str, float] | None, name: str) -> Vector:
    if values is None:
        return np.ones(len(newer))
    amounts = np.fromiter((values.get(code, 0.0) for code in newer.tolist()), np.float64, len(newer))
    require_amounts(amounts, len(newer), name)
    return or_otherwise(older, amounts, np.ones(len(newer)))


@cache
def _columns(pair: tuple[str, str]) -> tuple[Texts, Texts]:
    file, newer, older = _TABLES[pair]
    first, second = text_columns("classifications", file, newer, older)
    specified = ~np.char.startswith(first, UNSPECIFIED)
    return first[specified], second[specified]


def _require_edition(edition: str, among: Sequence[str] = EDITIONS) -> None:
    if edition not in among:
        raise BrokenRuleError([Finding(TR_52, "edition", f"{edition!r} ({', '.join(among)})")])
