"""
How the data are treated before concentration is measured: a group as one supplier or as many, six digits or the finest lines.

Neither choice is right; a flag that depends on it is contested.
"""

from dataclasses import dataclass

import numpy as np

from hled.economy.arrays import Index, Mask, Matrix, Vector
from hled.economy.trade.checking import require_market
from hled.economy.trade.concentration import hhi, hhi_range
from hled.economy.trade.groups import group_of
from hled.economy.trade.markets import Market
from hled.economy.trade.measured import Measured
from hled.economy.trade.rules import TD_03, TD_11
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import require


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """
    The same purchases in finer lines than products.

    Attributes
    ----------
    market
        A line to a row; importer, year and partners are those of the market of products.
    product_of : (L,) index
        Row of the product that each line belongs to.
    """

    market: Market
    product_of: Index

    def to_products(self, measured: Measured, weights: Vector, products: int) -> Measured:
        """
        Average of the lines of each product where something is known of them, weighted.

        Parameters
        ----------
        measured : (L,) figures
        weights : (L,) array
            0 or more; a line without weight takes no part.
        products
            How many products there are.
        """
        counted = np.where(measured.known, weights, 0.0)
        over = self.added(counted * measured.values, products)
        return Measured.ratio(over, self.added(counted, products))

    def added(self, figures: Vector, products: int) -> Vector:
        """(P,) Sums of the figures of each product's lines."""
        return np.bincount(self.product_of, figures, minlength=products).astype(np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Treatment:
    """
    One way to treat the data.

    Attributes
    ----------
    code
        Short name, kept in results.
    says
        What it does.
    divided
        Groups that are one partner count as their members in equal parts: the least concentration that the figures allow.
    lines
        Concentration is measured in each of these lines and averaged by external value; None for products as they stand.
    """

    code: str
    says: Bilingual
    divided: bool = False
    lines: Lines | None = None


AS_GIVEN = Treatment(
    "as_given",
    Bilingual(
        "Products and partners as the table has them; a group is one supplier.",
        "Productos y socios como están en la tabla; un grupo es un solo proveedor.",
    ),
)
DIVIDED = Treatment(
    "divided",
    Bilingual(
        "A group that is one partner counts as its members in equal parts.",
        "Un grupo que es un solo socio cuenta como sus miembros en partes iguales.",
    ),
    divided=True,
)


FINEST = Bilingual(
    "Concentration of each finest line, averaged by external value within the product.",
    "Concentración de cada línea más fina, promediada por valor externo dentro del producto.",
)
TREATMENTS: dict[str, Bilingual] = {
    AS_GIVEN.code: AS_GIVEN.says,
    DIVIDED.code: DIVIDED.says,
    "finest": FINEST,
    "finest_divided": Bilingual(
        f"{FINEST.en} {DIVIDED.says.en}",
        f"{FINEST.es} {DIVIDED.says.es}",
    ),
}
"""What each treatment does, by its code."""


def finest(lines: Lines, *, divided: bool = False) -> Treatment:
    """Concentration measured in the finest lines."""
    code = "finest_divided" if divided else "finest"
    return Treatment(code, TREATMENTS[code], divided, lines)


def require_lines(market: Market, lines: Lines) -> None:
    """
    Refuse lines that are not of a market.

    Raises
    ------
    BrokenRuleError
        TD-03 when lines and products do not fit, TD-11 on another importer, year, edition, partners or total of a product, and the
        rules of `require_market`.
    """
    fine, place = lines.market, f"{lines.market.source} {lines.market.importer} {lines.market.year}"
    require_market(fine)
    fits = lines.product_of.shape == (len(fine.products),) and bool(
        ((lines.product_of >= 0) & (lines.product_of < len(market.products))).all()
    )
    require(TD_03, fits, place=f"{place} product_of", found=lines.product_of.shape)
    for name in ("importer", "year", "edition", "partners"):
        same = getattr(fine, name) == getattr(market, name)
        require(TD_11, same, place=f"{place} {name}", found=getattr(fine, name))
    total = lines.added(fine.values.sum(axis=1), len(market.products))
    equal = np.isclose(total, market.values.sum(axis=1), rtol=1e-9, atol=0.5)
    off = "" if equal.all() else market.products[int(np.argmin(equal))]
    require(TD_11, bool(equal.all()), place=f"{place} {off}", found=f"{int((~equal).sum())} / {len(equal)}")


def treated_hhi(market: Market, mask: Mask, treatment: Treatment = AS_GIVEN) -> Vector:
    """(P,) Index of the partners in a mask under a treatment; 0 where they sell nothing."""
    parts = _parts(market, mask) if treatment.divided else None
    if treatment.lines is None:
        return _index(market.values[:, mask], parts)
    require_lines(market, treatment.lines)
    values = treatment.lines.market.values[:, mask]
    index = Measured.everywhere(_index(values, parts))
    return treatment.lines.to_products(index, values.sum(axis=1), len(market.products)).values


def _parts(market: Market, mask: Mask) -> Vector:
    names = (each for each, kept in zip(market.partners, mask, strict=True) if kept)
    return np.array([float(len(group_of(each))) for each in names])


def _index(values: Matrix, parts: Vector | None) -> Vector:
    return hhi(values) if parts is None else hhi_range(values, parts)[0]
