"""What is screened: a market with its finest lines, who could supply it, and which suppliers count as external."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hled.economy.arrays import Mask, Matrix
from hled.economy.trade import Market, WorldExports
from hled.economy.trade.duties import position
from hled.economy.trade.external import external_mask
from hled.economy.trade.groups import GROUPS
from hled.economy.trade.measured import Measured
from hled.economy.trade.treatments import Lines

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.question import Tables
    from hled.sources.trade import MarketReading

PRODUCT_DIGITS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """
    A market as a screen sees it.

    Attributes
    ----------
    reading
        The finest lines as they were read, with what was found.
    market
        The same added up to products.
    lines
        The same purchases in the finest lines of the table.
    at
        Column of the partner that could supply.
    external : (S,) mask
        Suppliers on which dependency is measured.
    distances : (S,) figures
        Kilometers to the importer.
    before
        The same market in an earlier year of the table, with the same products; None where there is one year only.
    world
        Exports of every country, of the same products, where a table of them was named.
    """

    reading: "MarketReading"
    market: Market
    lines: Lines
    partner: str
    at: int
    external: Mask
    distances: Measured
    before: Market | None
    world: WorldExports | None


def subject(tables: "Tables", asked: Mapping[str, str]) -> Subject:
    """
    The market that was asked for.

    Raises
    ------
    NotFoundError
        TR-01 on an unknown table.
    BrokenRuleError
        TR-06 and TD-05 on an unknown importer or partner, TD-06 to TD-08 on a set that cannot be, TR-16 when nothing is imported.
    """
    from hled.sources.trade.distances import distances

    table, importer = asked["table"], asked["importer"]
    reading = tables.market(table, importer, tables.digits(table))
    lines = _lines(reading.market)
    market = replace(_products(lines), quantities=_quantities(tables, asked, reading.market))
    kilometers = distances(importer, market.partners, GROUPS)
    return Subject(
        reading=reading,
        market=market,
        lines=lines,
        partner=asked["partner"],
        at=position(market, asked["partner"]),
        external=external_mask(market.partners, asked["external"], importer),
        distances=Measured(
            np.array([each or 0.0 for each in kilometers]),
            np.array([each is not None for each in kilometers]),
        ),
        before=_before(tables, asked, market),
        world=_world(tables, asked, market),
    )


def _quantities(tables: "Tables", asked: Mapping[str, str], finest: Market) -> Matrix | None:
    """(P, S) By product; lines are not added up here, since lines of one product may be in several units."""
    if finest.quantities is None or len(finest.products[0]) == PRODUCT_DIGITS:
        return finest.quantities
    return tables.market(asked["table"], asked["importer"], PRODUCT_DIGITS).market.quantities


def _before(tables: "Tables", asked: Mapping[str, str], market: Market) -> Market | None:
    earlier = [year for year in tables.years(asked["table"]) if year < market.year]
    if not earlier:
        return None
    found = tables.market(asked["table"], asked["importer"], PRODUCT_DIGITS, year=max(earlier)).market
    values = _aligned(found.values, found.products, market.products)
    return replace(found, products=market.products, values=values, duties=None, quantities=None)


def _world(tables: "Tables", asked: Mapping[str, str], market: Market) -> WorldExports | None:
    if not asked["world"]:
        return None
    found = tables.world_exports(asked["world"], PRODUCT_DIGITS).exports
    values = _aligned(found.values.T, found.products, market.products).T
    return replace(found, products=market.products, values=values)


def _aligned(values: Matrix, own: Sequence[str], wanted: Sequence[str]) -> Matrix:
    """(P, ...) Rows in the order of other products; what is not there was not traded."""
    at = {code: row for row, code in enumerate(own)}
    rows = [at.get(code, -1) for code in wanted]
    return np.where((np.array(rows) >= 0)[:, None], values[rows], 0.0)


def _lines(finest: Market) -> Lines:
    codes = np.array([each[:PRODUCT_DIGITS] for each in finest.products])
    _, product_of = np.unique(codes, return_inverse=True)
    return Lines(finest, np.asarray(product_of, dtype=np.intp))


def _products(lines: Lines) -> Market:
    """The finest lines added up to products; they come in the order of their codes."""
    finest = lines.market
    codes = tuple(dict.fromkeys(each[:PRODUCT_DIGITS] for each in finest.products))
    first = np.flatnonzero(np.diff(lines.product_of, prepend=-1))
    return replace(
        finest,
        products=codes,
        values=np.add.reduceat(finest.values, first, axis=0),
        duties=None if finest.duties is None else np.add.reduceat(finest.duties, first, axis=0),
        quantities=None,
    )
