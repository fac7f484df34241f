"""What a set of criteria finds for each product, and on which criteria that rests."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Mask
from hled.economy.trade.criteria.definitions import (
    LASTING,
    LASTING_CRITERION,
    NEEDED,
    WINDOW,
    CriteriaSet,
    Definition,
)
from hled.economy.trade.criteria.trade_year import TradeYear
from hled.economy.trade.measured import Measured
from hled.economy.trade.rules import TD_09, TD_12
from hled.economy.trade.treatments import Treatment
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, require


@dataclass(frozen=True, slots=True, eq=False)
class Criterion:
    """
    One criterion, computed or not.

    Attributes
    ----------
    figures : (P,) figures or None
        None when the criterion is not computable.
    missing
        TD-12 with the code of the table that is needed, when it is not computable.
    """

    definition: Definition
    figures: Measured | None
    missing: Finding | None = None

    def holds(self, threshold: float | None = None) -> Mask:
        """(P,) Products whose figure is above the published threshold, or above another."""
        if self.figures is None:
            raise ValueError(f"{self.definition.code} is not computable")
        at = self.definition.threshold if threshold is None else threshold
        return np.asarray(self.figures.known & (self.figures.values > at))


@dataclass(frozen=True, slots=True, eq=False)
class Criteria:
    """
    A set applied to one importer.

    Attributes
    ----------
    items
        Every criterion of the set, in order.
    traded : (P,) mask
        Products that are imported at all.
    holds : (P,) mask
        Products for which all computed criteria hold.
    undecided : (P,) mask
        Products for which another year of the window would decide.
    """

    of: CriteriaSet
    year: int
    treatment: str
    items: tuple[Criterion, ...]
    traded: Mask
    holds: Mask
    undecided: Mask

    @property
    def computed(self) -> tuple[str, ...]:
        return tuple(each.definition.code for each in self.items if each.figures is not None)

    @property
    def missing(self) -> tuple[Finding, ...]:
        """What could not be computed, each with the table it needs."""
        return tuple(each.missing for each in self.items if each.missing is not None)

    @property
    def complete(self) -> bool:
        """Whether every criterion of the set was computed."""
        return not self.missing

    @property
    def says(self) -> Bilingual:
        """On which criteria the verdict rests."""
        if self.complete:
            return Bilingual(
                f"All criteria were computed: {', '.join(self.computed)}.",
                f"Se calcularon todos los criterios: {', '.join(self.computed)}.",
            )
        lacking = [NEEDED[each.data["needs"]] for each in self.missing]
        return Bilingual(
            f"Rests on {', '.join(self.computed)} only; not computed, for want of: {'; '.join(each.en for each in lacking)}.",
            f"Se apoya solo en {', '.join(self.computed)}; lo demás no se calculó por faltar: {'; '.join(each.es for each in lacking)}.",
        )


def lasting(each_year: Sequence[Criteria]) -> Criteria:
    """
    One verdict over the years of a window, resting on the criteria that were computed in all of them.

    Raises
    ------
    BrokenRuleError
        TD-09 without a year.
    """
    require(TD_09, bool(each_year), place=LASTING_CRITERION.code, found=0)
    last = each_year[-1]
    common = [all(one.items[k].figures is not None for one in each_year) for k in range(len(last.items))]
    items = tuple(
        item if kept or item.missing is not None else not_computable(item.definition)
        for item, kept in zip(last.items, common, strict=True)
    )
    if len(each_year) == 1:
        return Criteria(
            last.of,
            last.year,
            last.treatment,
            (*items, not_computable(LASTING_CRITERION)),
            last.traded,
            last.holds,
            np.zeros_like(last.holds),
        )
    used = [k for k, kept in enumerate(common) if kept]
    count = np.sum([_all_hold([one.items[k] for k in used]) for one in each_year], axis=0)
    holds: Mask = np.asarray(count >= LASTING)
    criterion = Criterion(LASTING_CRITERION, Measured.everywhere(count.astype(np.float64)))
    traded = np.asarray(np.stack([one.traded for one in each_year]).any(axis=0))
    undecided = ~holds & (count + WINDOW - len(each_year) >= LASTING)
    return Criteria(last.of, last.year, last.treatment, (*items, criterion), traded, holds, undecided)


def of_one_year(
    of: CriteriaSet, known: TradeYear, figures: Sequence[Measured | None], treatment: Treatment
) -> Criteria:
    """Verdict of a set on one year; None stands for a criterion whose data are not given."""
    items = tuple(
        not_computable(definition) if found is None else Criterion(definition, found)
        for definition, found in zip(of.definitions, figures, strict=True)
    )
    traded = np.asarray(known.market.values.any(axis=1))
    holds = _all_hold([each for each in items if each.figures is not None])
    return Criteria(of, known.market.year, treatment.code, items, traded, holds, np.zeros_like(holds))


def _all_hold(items: Sequence[Criterion]) -> Mask:
    return np.asarray(np.all([each.holds() for each in items], axis=0))


def not_computable(definition: Definition) -> Criterion:
    """A criterion without figures, with the table it needs."""
    if definition.needs is None:
        raise ValueError(f"{definition.code} needs no further table")
    needed = NEEDED[definition.needs]
    found = Bilingual(f"not computable: needs {needed.en}", f"no calculable: requiere {needed.es}")
    return Criterion(
        definition, None, Finding(TD_12, definition.code, found, data={"needs": definition.needs})
    )
