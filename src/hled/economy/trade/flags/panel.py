"""The figures of a set of criteria over years and treatments, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Mask, Matrix
from hled.economy.trade.criteria import GEODEP, LASTING_CRITERION, WINDOW, Criteria, Criterion
from hled.economy.trade.criteria.verdict import not_computable
from hled.economy.trade.rules import TD_09, TD_11, TD_14
from hled.kernel.rule import Finding, require


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """
    Figures of the criteria that every case has.

    Attributes
    ----------
    figures : (years, treatments, criteria, P) array
        Below any threshold where there is no figure.
    traded : (P,) mask
        Products imported in any year.
    together
        All years are judged at once, as GeoDep does.
    """

    set_codes: tuple[str, ...]
    codes: tuple[str, ...]
    years: tuple[int, ...]
    treatments: tuple[str, ...]
    figures: Matrix
    traded: Mask
    missing: tuple[Finding, ...]
    together: bool


def panel(cases: Sequence[Criteria]) -> Panel:
    """
    Cases side by side.

    Raises
    ------
    BrokenRuleError
        TD-09 without a case or a computed criterion, TD-11 when cases are of different sets or products, or a pair of year and
        treatment is missing or given twice, TD-14 on more years than a window where they are judged at once.
    """
    require(TD_09, bool(cases), place="cases", found=0)
    first = cases[0]
    by_case = {(each.year, each.treatment): each for each in cases}
    years = tuple(sorted({each.year for each in cases}))
    treatments = tuple(dict.fromkeys(each.treatment for each in cases))
    whole = len(by_case) == len(cases) == len(years) * len(treatments)
    require(TD_11, whole, place="cases", found=", ".join(f"{each.year} {each.treatment}" for each in cases))
    for each in cases:
        same = each.of == first.of and each.traded.shape == first.traded.shape
        require(
            TD_11, same, place=f"{each.year} {each.treatment}", found=f"{each.of.code} {each.traded.shape}"
        )
    together = first.of == GEODEP and len(years) > 1
    spread = years[-1] - years[0] < WINDOW
    require(TD_14, spread or not together, place=first.of.code, found=years)
    lacking = {finding.place: finding for each in cases for finding in each.missing}
    lacking.pop(LASTING_CRITERION.code, None)
    codes = tuple(each.code for each in first.of.definitions if each.code not in lacking)
    lasting = not_computable(LASTING_CRITERION).missing if first.of == GEODEP and not together else None
    require(TD_09, bool(codes), place=first.of.code, found=", ".join(lacking))
    figures = np.stack(
        [np.stack([_figures(by_case[year, each], codes) for each in treatments]) for year in years]
    )
    return Panel(
        set_codes=tuple(each.code for each in first.of.definitions),
        codes=codes,
        years=years,
        treatments=treatments,
        figures=figures,
        traded=np.asarray(np.stack([each.traded for each in cases]).any(axis=0)),
        missing=(*lacking.values(), *((lasting,) if lasting else ())),
        together=together,
    )


def _figures(case: Criteria, codes: Sequence[str]) -> Matrix:
    return np.stack([_raised(each) for each in case.items if each.definition.code in codes])


def _raised(criterion: Criterion) -> Matrix:
    """Figures, and minus infinity where there are none; they never leave the engine."""
    if criterion.figures is None:
        raise ValueError(f"{criterion.definition.code} is not computable")
    return np.where(criterion.figures.known, criterion.figures.values, -np.inf)
