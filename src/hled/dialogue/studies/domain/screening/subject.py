"""What is screened: a market with its finest lines, who could supply it, and which suppliers count as external."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hled.dialogue.studies.domain.screening.screen_rules import SC_38, SC_72
from hled.economy.arrays import Mask, Matrix, Vector
from hled.economy.trade import Market, WorldExports
from hled.economy.trade.checking import near
from hled.economy.trade.dependency import exports_of
from hled.economy.trade.duties import position
from hled.economy.trade.external import external_mask
from hled.economy.trade.groups import GROUPS, group_of
from hled.economy.trade.measured import Measured
from hled.economy.trade.rules import TD_05
from hled.economy.trade.treatments import Lines
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, require
from hled.sources.trade.concordances.products import EDITION
from hled.sources.trade.rules import TR_16, TR_18

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.question import Tables
    from hled.sources.trade import ExportsReading, MarketReading

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
    own_exports : (P,) array or None
        What the importer exports, where the table of world exports has it and is not of one market alone.
    shown
        What `exports` shows, in both languages.
    findings
        What a reader of the tables has to be told.
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
    own_exports: Vector | None
    shown: Bilingual
    findings: tuple[Finding, ...]

    @property
    def exports(self) -> WorldExports:
        """World exports, where a table of them was named; else the sales of every partner in the market, named as such."""
        if self.world is not None:
            return self.world
        market = self.market
        return WorldExports(
            year=market.year,
            edition=market.edition,
            exporters=market.partners,
            products=market.products,
            values=market.values.T,
            name=self.shown.en,
            source=market.source,
        )


def subject(tables: "Tables", asked: Mapping[str, str]) -> Subject:
    """
    The market that was asked for.

    Raises
    ------
    NotFoundError
        TR-01 on an unknown table.
    BrokenRuleError
        TR-06 and TD-05 on an unknown importer or partner, TD-06 to TD-08 on a set that cannot be, TR-16 when nothing is imported, SC-38
        on a table of shorter codes, TR-18 on world exports of another edition.
    """
    from hled.sources.trade.distances import distances
    from hled.sources.trade.markets import capability_in

    table, importer = asked["table"], asked["importer"]
    digits = tables.digits(table)
    require(SC_38, digits >= PRODUCT_DIGITS, place=table, found=digits)
    reading = tables.market(table, importer, digits)
    lines = _lines(reading.market)
    market = replace(_products(lines), quantities=_quantities(tables, asked, reading.market))
    kilometers = distances(importer, market.partners, GROUPS)
    at = position(market, asked["partner"])
    world = _world(tables, asked, market)
    return Subject(
        reading=reading,
        market=market,
        lines=lines,
        partner=asked["partner"],
        at=at,
        external=external_mask(market.partners, asked["external"], importer),
        distances=Measured(
            np.array([each or 0.0 for each in kilometers]),
            np.array([each is not None for each in kilometers]),
        ),
        before=_before(tables, asked, market),
        world=None if world is None else world.exports,
        own_exports=None if world is None else _own(world, importer),
        shown=capability_in(importer) if world is None else world.shown,
        findings=(*reading.findings, *(world.findings if world else ()), *_of_edition(market)),
    )


def _quantities(tables: "Tables", asked: Mapping[str, str], finest: Market) -> Matrix | None:
    """(P, S) By product; lines are not added up here, since lines of one product may be in several units."""
    if finest.quantities is None or len(finest.products[0]) == PRODUCT_DIGITS:
        return finest.quantities
    return tables.market(asked["table"], asked["importer"], PRODUCT_DIGITS).market.quantities


def _before(tables: "Tables", asked: Mapping[str, str], market: Market) -> Market | None:
    """The latest earlier year of the table that has the importer in the same edition."""
    for year in sorted((each for each in tables.years(asked["table"]) if each < market.year), reverse=True):
        found = _market_of(tables, asked, year)
        if found is not None and found.edition == market.edition:
            values = _aligned(found.values, found.products, market.products)
            return replace(found, products=market.products, values=values, duties=None, quantities=None)
    return None


def _market_of(tables: "Tables", asked: Mapping[str, str], year: int) -> Market | None:
    """The market in a year of the table; None where the importer declares nothing in it."""
    try:
        return tables.market(asked["table"], asked["importer"], PRODUCT_DIGITS, year=year).market
    except BrokenRuleError as error:
        if any(each.rule is not TR_16 for each in error.findings):
            raise
        return None


def _world(tables: "Tables", asked: Mapping[str, str], market: Market) -> "ExportsReading | None":
    """Exports of every country, of the products of the market and in their order."""
    if not asked["world"]:
        return None
    reading = tables.world_exports(asked["world"], PRODUCT_DIGITS)
    found = reading.exports
    require(
        TR_18,
        found.edition == market.edition,
        place=f"world {found.source}",
        found=f"{found.edition}; {market.source}: {market.edition}",
    )
    partner = asked["partner"]
    if partner not in found.exporters:
        raise BrokenRuleError([Finding(TD_05, f"world {found.source}", near(partner, found.exporters))])
    values = _aligned(found.values.T, found.products, market.products).T
    return replace(reading, exports=replace(found, products=market.products, values=values))


def _own(world: "ExportsReading", importer: str) -> Vector | None:
    own = set(group_of(importer))
    known = any(set(group_of(each)) <= own for each in world.exports.exporters)
    return exports_of(world.exports, importer) if known and not world.one_market else None


def _of_edition(market: Market) -> tuple[Finding, ...]:
    return () if market.edition == EDITION else (Finding(SC_72, market.source, market.edition),)


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
