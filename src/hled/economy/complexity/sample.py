"""
Who takes part: the sample filter, which is part of the method.

With small territories left in, the eigenvector ranks them first, because they sell a few rare things and little else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

import numpy as np

from hled.economy.arrays import Index, Mask
from hled.economy.complexity.indices import parts
from hled.economy.complexity.presence import Presence
from hled.economy.complexity.rules import CX_08, CX_09, CX_14
from hled.economy.trade.markets import WorldExports
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding


class Kind(StrEnum):
    EXPORTER = "exporter"
    PRODUCT = "product"


class Reason(StrEnum):
    """Why an exporter or a product was left out."""

    NAMED = "named"
    EXPORTS = "exports"
    POPULATION = "population"
    POPULATION_UNKNOWN = "population_unknown"
    WORLD_TRADE = "world_trade"
    NO_EXPORTS = "no_exports"
    NO_TRADE = "no_trade"
    DIVERSITY = "diversity"
    UBIQUITY = "ubiquity"
    APART = "apart"


REASONS: dict[Reason, Bilingual] = {
    Reason.NAMED: Bilingual("named by the sample", "nombrado por la muestra"),
    Reason.EXPORTS: Bilingual("exports below the minimum", "exportaciones por debajo del mínimo"),
    Reason.POPULATION: Bilingual("population below the minimum", "población por debajo del mínimo"),
    Reason.POPULATION_UNKNOWN: Bilingual("population not known", "población desconocida"),
    Reason.WORLD_TRADE: Bilingual("world trade below the minimum", "comercio mundial por debajo del mínimo"),
    Reason.NO_EXPORTS: Bilingual(
        "no exports of the products left", "sin exportaciones de los productos restantes"
    ),
    Reason.NO_TRADE: Bilingual(
        "no trade by the exporters left", "sin comercio de los exportadores restantes"
    ),
    Reason.DIVERSITY: Bilingual("present in too few products", "presente en muy pocos productos"),
    Reason.UBIQUITY: Bilingual("present in too few exporters", "presente en muy pocos exportadores"),
    Reason.APART: Bilingual("shares nothing with the largest part", "no comparte nada con la parte mayor"),
}


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was left out: `found` is the number that fell short, None where there is none."""

    kind: Kind
    code: str
    reason: Reason
    found: float | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """
    Minimums that exporters and products must reach; equal is enough.

    Attributes
    ----------
    minimum_exports
        Of a country over all products of the table, in the unit of the values.
    minimum_population
        Of a country, in persons; 0 asks for no population.
    minimum_world_trade
        Of a product over the countries that are left.
    minimum_diversity, minimum_ubiquity
        Products with presence of a country, and countries of a product, until both hold; advantage is not taken anew.
    without
        Exporters left out by name, for example because their data are not to be trusted.
    """

    minimum_exports: float = 0.0
    minimum_population: float = 0.0
    minimum_world_trade: float = 0.0
    minimum_diversity: int = 1
    minimum_ubiquity: int = 1
    without: tuple[str, ...] = ()

    def refuse_unsound(self, exporters: tuple[str, ...], populations: Mapping[str, float] | None) -> None:
        """
        Raises
        ------
        BrokenRuleError
            CX-08 for a minimum or a population below 0, or a count below 1; CX-09 for a minimum of population without populations;
            CX-14 for a name that no exporter has.
        """
        least = {"minimum_diversity": 1, "minimum_ubiquity": 1}
        numbers = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "without"}
        findings = [
            Finding(CX_08, name, str(value))
            for name, value in numbers.items()
            if not (np.isfinite(value) and value >= least.get(name, 0))
        ]
        findings += [
            Finding(CX_08, f"populations.{code}", str(people))
            for code, people in (populations or {}).items()
            if not (np.isfinite(people) and people >= 0)
        ]
        findings += [Finding(CX_14, "without", code) for code in sorted({*self.without} - {*exporters})]
        if self.minimum_population > 0 and populations is None:
            findings.append(Finding(CX_09, "minimum_population", f"{self.minimum_population:,.0f}"))
        if findings:
            raise BrokenRuleError(findings)


EVERYONE = Sample()
"""All that trade."""
RANKED_COUNTRIES = Sample(minimum_exports=1e9, minimum_population=1e6)
"""As the published rankings: more than one million people and one billion dollars of exports."""


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """
    Positions that take part, in the order of the table, and what does not.

    Attributes
    ----------
    exporters, products : (c,) and (p,) arrays
    """

    exporters: Index
    products: Index
    dropped: tuple[Dropped, ...]


def choose(exports: WorldExports, sample: Sample, populations: Mapping[str, float] | None = None) -> Chosen:
    """
    Exporters and products by their values: names, exports and population first, then world trade of what is left.

    Raises
    ------
    BrokenRuleError
        CX-08, CX-09 and CX-14 for a sample that is unsound.
    """
    sample.refuse_unsound(exports.exporters, populations)
    reasons = dict(_exporters_out(exports, sample, populations or {}))
    exporters = np.array(
        [at for at, code in enumerate(exports.exporters) if code not in reasons], dtype=np.intp
    )
    traded = exports.values[exporters].sum(axis=0)
    kept = (traded > 0) & (traded >= sample.minimum_world_trade)
    dropped = [Dropped(Kind.EXPORTER, code, *why) for code, why in reasons.items()]
    dropped += [
        Dropped(Kind.PRODUCT, exports.products[at], _why_product(traded[at]), float(traded[at]))
        for at in np.flatnonzero(~kept)
    ]
    products = np.flatnonzero(kept)
    idle = exports.values[np.ix_(exporters, products)].sum(axis=1) <= 0
    dropped += [
        Dropped(Kind.EXPORTER, exports.exporters[at], Reason.NO_EXPORTS, 0.0) for at in exporters[idle]
    ]
    return Chosen(exporters[~idle], products, tuple(dropped))


def _why_product(traded: float) -> Reason:
    return Reason.WORLD_TRADE if traded > 0 else Reason.NO_TRADE


def _exporters_out(
    exports: WorldExports, sample: Sample, populations: Mapping[str, float]
) -> Iterator[tuple[str, tuple[Reason, float | None]]]:
    """Each exporter that falls short, with the first reason in the order of the filter."""
    totals = exports.values.sum(axis=1)
    for code, total in zip(exports.exporters, totals, strict=True):
        people = populations.get(code)
        if code in sample.without:
            yield code, (Reason.NAMED, None)
        elif total < sample.minimum_exports:
            yield code, (Reason.EXPORTS, float(total))
        elif sample.minimum_population > 0 and people is None:
            yield code, (Reason.POPULATION_UNKNOWN, None)
        elif people is not None and people < sample.minimum_population:
            yield code, (Reason.POPULATION, float(people))
        elif total <= 0:
            yield code, (Reason.NO_EXPORTS, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """(C,) and (P,) What stays of a matrix of presence, and for each position that goes its reason and number."""

    exporters: Mask
    products: Mask
    gone: tuple[tuple[Kind, int, Reason, float], ...]


def trim(M: Presence, sample: Sample) -> Kept:
    """
    Take out what is present too seldom, again until all that is left is present enough, then all but the largest part.

    The largest part is the one with most exporters, among equal ones that with most products.
    """
    exporters, products = np.ones(M.shape[0], dtype=bool), np.ones(M.shape[1], dtype=bool)
    gone: list[tuple[Kind, int, Reason, float]] = []
    while True:
        counts = M[:, products].sum(axis=1, dtype=np.float64)
        few = exporters & (counts < sample.minimum_diversity)
        exporters &= ~few
        gone += [(Kind.EXPORTER, int(at), Reason.DIVERSITY, float(counts[at])) for at in np.flatnonzero(few)]
        counts = M[exporters].sum(axis=0, dtype=np.float64)
        rare = products & (counts < sample.minimum_ubiquity)
        products &= ~rare
        gone += [(Kind.PRODUCT, int(at), Reason.UBIQUITY, float(counts[at])) for at in np.flatnonzero(rare)]
        if not (few.any() or rare.any()):
            break
    gone += _leave_apart(M, exporters, products)
    return Kept(exporters, products, tuple(gone))


def _leave_apart(M: Presence, exporters: Mask, products: Mask) -> list[tuple[Kind, int, Reason, float]]:
    """Take out of both masks what is not in the largest connected part; the number is the exporters of the own part."""
    rows, columns = np.flatnonzero(exporters), np.flatnonzero(products)
    if not rows.size or not columns.size:
        return []
    part_of_row, part_of_column = parts(M[np.ix_(rows, columns)])
    sizes, widths = np.bincount(part_of_row), np.bincount(part_of_column, minlength=part_of_row.max() + 1)
    largest = np.lexsort((widths, sizes))[-1]
    out, out_products = rows[part_of_row != largest], columns[part_of_column != largest]
    exporters[out], products[out_products] = False, False
    return [
        *((Kind.EXPORTER, int(at), Reason.APART, _size(sizes, part_of_row, rows, at)) for at in out),
        *(
            (Kind.PRODUCT, int(at), Reason.APART, _size(sizes, part_of_column, columns, at))
            for at in out_products
        ),
    ]


def _size(sizes: Index, part_of: Index, positions: Index, at: int) -> float:
    return float(sizes[part_of[np.searchsorted(positions, at)]])
