"""
What stands behind an imported product: output and jobs of the industries that buy it.

Every industry's output is divided among all its purchased inputs in proportion to their value, so that nothing is counted twice:
``W[p, j] = Σ_k s[p, k] m[k, j] / u[j]``, where ``m`` is what industry ``j`` buys of the imports of commodity ``k``, ``u`` what it
buys of everything, made at home or imported, and ``s`` the product's share in the imports of that commodity. Output at stake is
``W x``, jobs at stake ``W`` times jobs. It is a share by cost, not a loss: how much output would fall depends on what can be put
in the product's place, and a part without which a plant stands still counts by its price only.

References
----------
U.S. Bureau of Economic Analysis, use and import matrices of 2017, 402 industries; the table assumes that all users of a commodity import
the same share of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.sparse import csr_array, diags_array

from hled.economy.arrays import Mask, Matrix, Vector
from hled.kernel.rule import Finding
from hled.sources.trade.concordances.accounts import accounts
from hled.sources.trade.concordances.industries import Evidence, to_bea_detail
from hled.sources.trade.concordances.jobs import jobs
from hled.sources.trade.concordances.maps import refuse_unknown, require_amounts


@dataclass(frozen=True, slots=True, eq=False)
class Stake:
    """
    Products and the industries that buy them, kept as two factors: ``W = shares @ users``.

    Attributes
    ----------
    products, commodities, industries
        (P,), (K,) and (J,) codes.
    shares : (P, K) sparse array
        The product's share in the imports of the commodity; the columns of commodities that are imported sum to one.
    users : (K, J) array
        What the industry buys of the commodity's imports, as a share of all its purchased inputs.
    output, jobs : (P,) arrays
        Output of 2017 in million U.S. dollars, and jobs of 2025, that stand behind the product. Industries without a figure of
        jobs, farms above all, add output and no jobs: `output_without_jobs` is how much.
    output_without_jobs : (P,) array
        The part of `output` in industries whose jobs are not known, million U.S. dollars.
    findings
        TR-58: jobs are of 2025, output of 2017.
    """

    products: tuple[str, ...]
    commodities: tuple[str, ...]
    industries: tuple[str, ...]
    shares: csr_array
    users: Matrix
    output: Vector
    jobs: Vector
    output_without_jobs: Vector
    findings: tuple[Finding, ...]

    @property
    def placed(self) -> Mask:
        """(P,) Products that belong to a commodity, so that what stands behind them can be said, be it nothing."""
        return np.asarray(self.shares.sum(axis=1)).ravel() > 0

    def weights(self, product: str) -> Vector:
        """(J,) share of each industry's output that stands behind one product; unknown codes are refused with TR-51."""
        if product not in self.products:
            refuse_unknown([product], self.products, "HS2022")
        row = self.shares[[self.products.index(product)]]
        return np.asarray(row @ self.users, dtype=np.float64).ravel()

    def leading(self, product: str, count: int = 10) -> tuple[tuple[str, float], ...]:
        """The industries with most output (million U.S. dollars) behind a product, the largest first."""
        behind = self.weights(product) * accounts().output
        largest = np.argsort(-behind, kind="stable")[:count]
        return tuple((self.industries[at], float(behind[at])) for at in largest if behind[at] > 0)


def stake(
    products: Sequence[str],
    values: Vector,
    *,
    by: Evidence = "schedule_b",
    unknown: Literal["refuse", "empty"] = "refuse",
) -> Stake:
    """
    Output and jobs behind each product of a market.

    Parameters
    ----------
    products
        Six-digit codes of HS 2022, each once.
    values : (P,) array
        Imports of each product, in any one unit; only their shares within a commodity count.
    by, unknown
        See `industries.to_bea_detail` and `maps.WeightedMap.aligned`.

    Raises
    ------
    BrokenRuleError
        TR-51 for unknown products, TR-53 for values that are negative or not finite.
    """
    require_amounts(values, len(products), "values")
    known = accounts()
    belongs = to_bea_detail(by)
    shares = _within_commodities(
        _onto(belongs.aligned(products, unknown=unknown), belongs.columns, known.commodities), values
    )
    users = np.divide(known.imported, known.inputs, out=np.zeros_like(known.imported), where=known.inputs > 0)
    covered = jobs().known
    behind = users @ np.column_stack(
        (known.output, np.where(covered, jobs().jobs, 0.0), np.where(covered, 0.0, known.output))
    )
    output, employed, without = np.asarray(shares @ behind).T
    return Stake(
        tuple(products),
        known.commodities,
        known.industries,
        shares,
        users,
        output,
        employed,
        without,
        jobs().findings,
    )


def _onto(weights: csr_array, columns: Sequence[str], commodities: Sequence[str]) -> csr_array:
    """The same weights over BEA's commodities; an industry whose product is another commodity keeps no place."""
    at = {code: position for position, code in enumerate(commodities)}
    pairs = [(row, at[code]) for row, code in enumerate(columns) if code in at]
    rows, places = np.array(pairs).T
    move = csr_array((np.ones(len(pairs)), (rows, places)), shape=(len(columns), len(commodities)))
    return csr_array(weights @ move)


def _within_commodities(weights: csr_array, values: Vector) -> csr_array:
    """Each product's share in the value of its commodity; products without value have none."""
    amounts = csr_array(diags_array(values) @ weights)
    totals = np.asarray(amounts.sum(axis=0)).ravel()
    scale = np.divide(1.0, totals, out=np.zeros_like(totals), where=totals > 0)
    return csr_array(amounts @ diags_array(scale))
