"""Probability of each product's flag."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hled.economy.arrays import Index, Vector
from hled.economy.trade.criteria import LASTING, WINDOW, Criteria
from hled.economy.trade.flags.design import Design, Parameters, drawn
from hled.economy.trade.flags.panel import Panel, panel
from hled.economy.trade.flags.verdicts import Verdict, verdicts
from hled.economy.trade.rules import TD_10
from hled.kernel.rule import Finding, require

_BLOCK = 16


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """
    Probability of each product's flag.

    Attributes
    ----------
    probability : (P,) array
        Share of the draws in which every computed criterion holds.
    undecided : (P,) array
        Share of the draws in which another year of the window would decide.
    verdicts : (P,) of `Verdict`
    computed
        Criteria on which the probability rests.
    missing
        TD-12 for each criterion that was not computed; the probability is then at most this high.
    """

    probability: Vector
    undecided: Vector
    verdicts: tuple[Verdict, ...]
    computed: tuple[str, ...]
    missing: tuple[Finding, ...]
    design: Design
    parameters: Parameters


def flag_probability(cases: Sequence[Criteria], design: Design | None = None, *, workers: int = 1) -> Flags:
    """
    Probability that a product is flagged, over thresholds, years and treatments.

    Parameters
    ----------
    cases
        The same set on every year and treatment, each pair once. A verdict of `geodep` over a window is not a case; its years are.
    workers
        Threads; the result is the same to the byte.

    Notes
    -----
    A criterion that one case lacks is left out of all. The Commission's set is judged on one year, drawn evenly. GeoDep's is judged on
    all years with the same thresholds: with two or three years a flag needs two of them, as published; with one year the lasting
    criterion counts as not computed.

    Raises
    ------
    BrokenRuleError
        TD-09 without a case or without a criterion, TD-10 on workers below 1 or a criterion without a range, TD-11 when cases are of
        different sets or products, or a pair of year and treatment is missing or given twice, TD-14 on more years than a window.
    """
    varied = design or Design()
    require(TD_10, workers >= 1, place="workers", found=workers)
    side = panel(cases)
    parameters = drawn(
        varied, side.set_codes, side.codes, () if side.together else side.years, side.treatments
    )
    blocks = [
        np.arange(at, min(at + _BLOCK, len(parameters.year))) for at in range(0, len(parameters.year), _BLOCK)
    ]
    with ThreadPoolExecutor(workers) as pool:
        counts = list(pool.map(lambda draws: _counted(side, parameters, draws), blocks))
    flagged, open_ = np.sum(counts, axis=0) / len(parameters.year)
    return Flags(
        probability=flagged,
        undecided=open_,
        verdicts=verdicts(flagged, open_, side.traded, complete=not side.missing),
        computed=side.codes,
        missing=side.missing,
        design=varied,
        parameters=parameters,
    )


def _counted(side: Panel, parameters: Parameters, draws: Index) -> NDArray[np.int64]:
    """(2, P) In how many of some draws a product is flagged, and is undecided; whole numbers, added up in any order."""
    counts = np.zeros((2, side.figures.shape[-1]), dtype=np.int64)
    for draw in draws:
        thresholds = parameters.thresholds[draw][:, None]
        years = slice(None) if side.together else slice(parameters.year[draw], parameters.year[draw] + 1)
        held = (side.figures[years, parameters.treatment[draw]] > thresholds).all(axis=1)
        if side.together:
            count = np.count_nonzero(held, axis=0)
            flagged = count >= LASTING
            counts[1] += ~flagged & (count + WINDOW - len(side.years) >= LASTING)
        else:
            flagged = held[0]
        counts[0] += flagged
    return counts
