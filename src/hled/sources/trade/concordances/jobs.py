"""
Jobs in the United States by detailed industry of BEA, from the occupational survey of May 2025.

The survey publishes four-digit NAICS industries and a few groups of them; a figure that several BEA industries share is divided
by their output of 2017, each with the share of its NAICS codes that the figure covers. The survey leaves out farms, households
and the self-employed: those industries have no figure, which is not zero. The survey is on NAICS 2022, the accounts on NAICS
2012: retail trade is shared out as a whole, because stores without a shop front were dissolved in between.

References
----------
U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.sparse import csr_array

from hled.economy.arrays import Mask, Vector
from hled.kernel.rule import Finding
from hled.sources.tables import csv_rows
from hled.sources.trade.concordances.accounts import YEAR as OUTPUT_YEAR
from hled.sources.trade.concordances.accounts import accounts
from hled.sources.trade.concordances.maps import refuse_unknown
from hled.sources.trade.concordances.naics import by_prefix
from hled.sources.trade.concordances.reading import named_rows
from hled.sources.trade.concordances.rules import TR_58

JOBS_YEAR = 2025
TOTAL = "000000"
"""The survey's figure for all industries together."""

_ONLY = re.compile(r"\((\d{4}(?:,? (?:and )?\d{4})*),? only\)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A published figure, or several that are taken together, and the industries that share it by their weights."""

    codes: tuple[str, ...]
    jobs: int
    weights: dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Jobs:
    """
    Jobs by detailed industry.

    Attributes
    ----------
    industries
        (J,) codes of BEA.
    jobs : (J,) array
        Jobs of May 2025; 0 where `known` is false.
    known : (J,) array
        Whether the survey covers the industry.
    per_million : (J,) array
        Jobs of 2025 per million dollars of output of 2017; 0 where there is no figure.
    shares : (C, J) sparse array
        How each published cell is shared out; rows sum to one.
    cells
        (C,) the published figures.
    published
        The survey's total over all industries.
    """

    industries: tuple[str, ...]
    jobs: Vector
    known: Mask
    per_million: Vector
    shares: csr_array
    cells: tuple[Cell, ...]
    published: int

    @property
    def years(self) -> tuple[int, int]:
        """The year of the jobs and the year of the output."""
        return JOBS_YEAR, OUTPUT_YEAR

    @property
    def findings(self) -> tuple[Finding, ...]:
        """TR-58: jobs and output are of two years."""
        return (Finding(TR_58, "workforce", f"{JOBS_YEAR} | {OUTPUT_YEAR}"),)

    def of(self, industry: str) -> float | None:
        """Jobs of one industry, None where the survey does not cover it; unknown codes are refused with TR-51."""
        if industry not in self.industries:
            refuse_unknown([industry], self.industries, "BEA detail")
        at = self.industries.index(industry)
        return float(self.jobs[at]) if self.known[at] else None


@cache
def jobs() -> Jobs:
    """The bundled figures, shared out to the detailed industries."""
    cells = tuple(_cells())
    industries = accounts().industries
    at = {code: position for position, code in enumerate(industries)}
    shares = np.zeros((len(cells), len(industries)))
    for row, cell in enumerate(cells):
        total = sum(cell.weights.values())
        for industry, weight in cell.weights.items():
            shares[row, at[industry]] = weight / total
    figures = np.array([cell.jobs for cell in cells], dtype=np.float64) @ shares
    known: Mask = np.asarray(shares.sum(axis=0) > 0)
    per_million = np.divide(figures, accounts().output, out=np.zeros_like(figures), where=known)
    return Jobs(industries, figures, known, per_million, csr_array(shares), cells, _published()[TOTAL])


def _cells() -> Iterator[Cell]:
    """Cells that were put together by hand, then the other four-digit figures by their own codes."""
    published = _published()
    together: set[str] = set()
    for row in named_rows("oews_cells.csv"):
        codes = tuple(row["cells"].split())
        together.update(codes)
        if all(code in published for code in codes):
            yield Cell(codes, sum(published[code] for code in codes), _weights(row))
    covered = tuple(code[:3] for code in together if code.endswith("000"))
    for row in csv_rows("workforce", "oews_2025_industries.csv"):
        code = row["code"]
        four_digits = row["level"] == "4" and (code.endswith("00") or "A" in code)
        apart = code in together or code.startswith((*covered, "611", "622", "99"))
        if four_digits and not apart and code in published:
            yield Cell((code,), published[code], by_prefix(_prefixes(code, row["name_en"])))


def _prefixes(code: str, name: str) -> tuple[str, ...]:
    """The NAICS industries of a figure: those that its name lists, or its own code without zeros."""
    listed = _ONLY.search(name)
    return tuple(re.findall(r"\d{4}", listed[1])) if listed else (code[:4],)


def _weights(row: dict[str, str]) -> dict[str, float]:
    if row["naics"]:
        return by_prefix(row["naics"].split())
    output = dict(zip(accounts().industries, accounts().output.tolist(), strict=True))
    return {code: output[code] for code in row["industries"].split()}


@cache
def _published() -> dict[str, int]:
    """Figures of the survey by its codes; a suppressed one is missing."""
    rows = csv_rows("workforce", "oews_2025_industries.csv")
    return {row["code"]: int(row["jobs"]) for row in rows if row["jobs"]}
