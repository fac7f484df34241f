"""
Questions to a long table of trade, as Ibis expressions: the same ones run on DuckDB and on Spark.

Each function takes a table with the columns of `schema.COLUMNS` and gives an expression; nothing runs until it is asked for.
Sums are of the rows that are handed in: leave totals, groups and national chapters out first (`without`, `goods`).
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from hled.sources.trade.schema import NATIONAL_CHAPTERS, Flow

if TYPE_CHECKING:
    import ibis.expr.types as ir

THRESHOLD = 0.4
"""Of concentration, in the criteria of the European Commission (SWD 2021/352) and of CEPII GeoDep (2024)."""

RATIO = 1.0
"""Of imports to exports, above which a country cannot turn to its own exports (the same references)."""


def market_rows(
    table: "ir.Table", *, flow: Flow = Flow.IMPORTS, period: str | None = None, reporter: str | None = None
) -> "ir.Table":
    """Rows of one flow, and of one period and reporter where they are named."""
    rows = table.filter(table.flow == str(flow))
    if period is not None:
        rows = rows.filter(rows.period == period)
    return rows if reporter is None else rows.filter(rows.reporter == reporter)


def goods(table: "ir.Table") -> "ir.Table":
    """Rows of chapters that the Harmonized System defines: 98 and 99 are left out."""
    return table.filter(table["product"].substr(0, 2).notin(NATIONAL_CHAPTERS))


def without(table: "ir.Table", codes: Collection[str], column: str = "partner") -> "ir.Table":
    """Rows whose partner (or reporter) is none of some codes."""
    return table.filter(table[column].notin(sorted(codes))) if codes else table


def without_pairs(table: "ir.Table", pairs: Mapping[str, Collection[str]]) -> "ir.Table":
    """Rows but those of a partner with some reporters: partner to reporters."""
    for partner, reporters in sorted(pairs.items()):
        table = table.filter((table.partner != partner) | table.reporter.notin(sorted(reporters)))
    return table


def at_level(table: "ir.Table", level: int) -> "ir.Table":
    """The same rows with codes cut to 2, 4 or 6 digits; ask a sum next, since keys now repeat."""
    return table.mutate(product=table["product"].substr(0, level))


def totals_by_partner(table: "ir.Table") -> "ir.Table":
    """``reporter, partner, flow, period, value, duty``: what each bought from each."""
    return (
        table.group_by(["reporter", "partner", "flow", "period"])
        .agg(value=table.value.sum(), duty=table.duty.sum(), lines=table.count())
        .order_by(["reporter", "flow", "period", "partner"])
    )


def partner_by_product(table: "ir.Table", level: int = 6) -> "ir.Table":
    """
    ``product, partner, value, duty, with_duty, quantity, with_quantity, first_unit, last_unit, lines``: one market at 2, 4 or 6 digits.

    The units are the first and the last by name among lines that state a quantity; the sum is of one kind of thing where they are
    the same.
    """
    cut = at_level(table, level)
    counted, unit = cut.quantity.notnull(), cut.unit.fill_null("")
    return cut.group_by(["product", "partner"]).agg(
        value=cut.value.sum(),
        duty=cut.duty.sum(),
        with_duty=cut.duty.count(),
        quantity=cut.quantity.sum(),
        with_quantity=cut.quantity.count(),
        first_unit=unit.min(where=counted),
        last_unit=unit.max(where=counted),
        lines=cut.count(),
    )


def exporter_by_product(table: "ir.Table", level: int = 6, exporter: str = "reporter") -> "ir.Table":
    """``exporter, product, value``: what each country sells, by those who declare or as seen by their partners."""
    cut = at_level(table, level)
    named = cut.mutate(exporter=cut[exporter])
    return named.group_by(["exporter", "product"]).agg(value=named.value.sum())


def shares(table: "ir.Table", level: int = 6) -> "ir.Table":
    """``reporter, product, partner, value, share``: the share of each partner in what a reporter buys of a product."""
    import ibis

    cut = at_level(table, level)
    cells = cut.group_by(["reporter", "product", "partner"]).agg(value=cut.value.sum())
    cells = cells.filter(cells.value > 0)
    whole = cells.value.sum().over(ibis.window(group_by=["reporter", "product"]))
    return cells.mutate(share=cells.value / whole)


def concentration(table: "ir.Table", level: int = 6) -> "ir.Table":
    """``reporter, product, value, partners, hhi``: ``hhi = sum of squared shares``, between 1 over partners and 1."""
    cut = at_level(table, level)
    cells = cut.group_by(["reporter", "product", "partner"]).agg(value=cut.value.sum())
    cells = cells.filter(cells.value > 0)
    return (
        cells.group_by(["reporter", "product"])
        .agg(
            imports=cells.value.sum(),
            squares=(cells.value * cells.value).sum(),
            partners=cells.count(),
        )
        .select(
            "reporter",
            "product",
            "partners",
            value=lambda t: t.imports,
            hhi=lambda t: t.squares / (t.imports * t.imports),
        )
    )


def dependency_flags(
    table: "ir.Table", level: int = 6, threshold: float = THRESHOLD, ratio: float = RATIO
) -> "ir.Table":
    """
    Import concentration, world concentration and imports over exports, for every importer and product of one period.

    Parameters
    ----------
    table
        Imports of all reporters in one period. A country's exports are what the others buy from it.

    Returns
    -------
    expression
        ``reporter, product, value, exports, hhi, world_hhi, flagged``. A country that exports nothing of a product depends
        however little it buys.
    """
    cut = at_level(table, level)
    cells = cut.group_by(["reporter", "product", "partner"]).agg(value=cut.value.sum())
    imports = concentration(table, level)
    sold = (
        cells.group_by(["partner", "product"]).agg(exports=cells.value.sum()).filter(lambda t: t.exports > 0)
    )
    world = (
        sold.group_by("product")
        .agg(world=sold.exports.sum(), squares=(sold.exports * sold.exports).sum())
        .select("product", world_hhi=lambda t: t.squares / (t.world * t.world))
    )
    own = sold.select(reporter=sold.partner, product=sold["product"], exports=sold.exports)
    both = imports.left_join(own, ["reporter", "product"]).select(
        "reporter", "product", "value", "hhi", exports=lambda t: t.exports.fill_null(0.0)
    )
    joined = both.inner_join(world, "product")
    return joined.select(
        "reporter",
        "product",
        "value",
        "exports",
        "hhi",
        "world_hhi",
        flagged=(joined.hhi > threshold)
        & (joined.world_hhi > threshold)
        & (joined.value > ratio * joined.exports),
    )
