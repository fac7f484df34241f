"""Whether a table is sound: what balances, what does not, and what to know before asking it anything."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np

from hled.economy.arrays import Matrix, Vector
from hled.economy.leontief.productive import spectral_radius
from hled.economy.rules import IO_04, IO_05, IO_06, IO_07, IO_08, IO_09, IO_10, IO_11, IO_19
from hled.economy.tables.table import Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule, Severity

TOLERATED_SHARE = 1e-3
"""Share of an industry's output by which its row may miss balance beyond what rounding explains."""

_EXACT = 1e-9  # of output: what double precision leaves when a whole row is added up
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Gap:
    """An industry whose output differs from what its row or column adds up to; `gap` is output less the sum."""

    industry: str
    output: float
    gap: float


@dataclass(frozen=True, slots=True)
class Totals:
    """
    Sums over the whole table, in its unit.

    `value_added` is as supplied, or the residual of output and inputs where none is supplied; `residual` always is the
    latter, and holds taxes and margins too.
    """

    output: float
    intermediate: float
    final_demand: float
    exports: float
    imports: float
    inventories: float | None
    value_added: float
    residual: float


@dataclass(frozen=True, slots=True)
class Report:
    """
    What loading a table showed; nothing was repaired.

    Parameters
    ----------
    resolution
        Unit to which all cells are rounded, 0 where they are not.
    rows, columns
        The largest gaps of balance, largest first.
    negative_flows, negative_value_added, zero_output
        Cells and industries concerned.
    spectral_radius
        Of the coefficients, where it had to be found; None where column sums below one prove it to be below one.
    """

    table: str
    year: int
    vintage: Bilingual
    unit: str
    industries: int
    totals: Totals
    resolution: float
    rows: tuple[Gap, ...]
    columns: tuple[Gap, ...]
    negative_flows: int
    negative_value_added: tuple[str, ...]
    zero_output: tuple[str, ...]
    has_inventories: bool
    spectral_radius: float | None
    findings: tuple[Finding, ...] = field(default=())

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.rule.severity is Severity.ERROR)


def check(table: Table) -> Report:
    """
    Look at balance, signs, output, inventories and productivity of a table.

    A row that misses balance by no more than rounding of its cells explains, plus a share `TOLERATED_SHARE` of its output,
    is a warning (IO-06); beyond that an error (IO-05). Columns are checked where value added is supplied (IO-19).
    """
    resolution = _resolution(table)
    row_gap = table.x - table.row_sums
    column_gap = table.residual_value_added - table.value_added if table.value_added is not None else None
    radius, columns_below_one = _radius(table)
    findings = [
        *_row_findings(table, row_gap, resolution),
        *_column_findings(table, column_gap),
        *_sign_findings(table),
        *_output_findings(table),
        *_productive_findings(table, radius),
        *_inventory_findings(table),
    ]
    return Report(
        table=table.id,
        year=table.year,
        vintage=table.vintage,
        unit=table.unit,
        industries=table.n,
        totals=_totals(table),
        resolution=resolution,
        rows=_largest(table, row_gap),
        columns=() if column_gap is None else _largest(table, column_gap),
        negative_flows=int(np.count_nonzero(table.Z < 0)),
        negative_value_added=_labels(table, table.reported_value_added < 0),
        zero_output=_labels(table, table.x == 0),
        has_inventories=table.inventories is not None,
        spectral_radius=None if columns_below_one else radius,
        findings=tuple(findings),
    )


def require_sound(table: Table) -> Report:
    """
    The report of a table without errors.

    Raises
    ------
    BrokenRuleError
        With every error of the report: IO-04, IO-05, IO-09.
    """
    report = check(table)
    if report.errors:
        raise BrokenRuleError(report.errors)
    return report


def _resolution(table: Table) -> float:
    """The unit of rounding that the table declares, else the one that every cell is a multiple of; 0 where there is none."""
    if table.rounding:
        return table.rounding
    for unit in (1.0, 0.1, 0.01, 0.001):
        if all(_multiples(block, unit) for block in (table.x, table.Y, table.Z)):
            return unit
    return 0.0


def _multiples(block: Matrix | Vector, unit: float) -> bool:
    return all(
        bool((np.abs(scaled - np.rint(scaled)) <= 1e-6).all())
        for row in np.array_split(block, max(1, block.size // 1_000_000))
        for scaled in (row / unit,)
    )


def _allowed(table: Table, resolution: float) -> Vector:
    """(n,) How far a row may miss balance: half a unit for each cell and for output, and a share of output."""
    cells = table.n + len(table.final_region_of) + 1
    return np.asarray(resolution / 2 * cells + TOLERATED_SHARE * np.abs(table.x))


def _row_findings(table: Table, gap: Vector, resolution: float) -> Iterator[Finding]:
    missed = np.abs(gap) > _EXACT * np.maximum(np.abs(table.x), 1.0)
    broken = np.abs(gap) > _allowed(table, resolution)
    yield from _each(table, IO_05, broken, lambda at: _gap_said(table, gap, at), order=np.abs(gap))
    rest = missed & ~broken
    if rest.any():
        largest = int(np.argmax(np.where(rest, np.abs(gap), 0.0)))
        yield Finding(
            IO_06,
            table.id,
            Bilingual(
                f"{int(rest.sum())} of {table.n} rows; largest gap {gap[largest]:,.6g} at {table.label(largest)} "
                f"(output {table.x[largest]:,.6g})",
                f"{int(rest.sum())} de {table.n} filas; mayor diferencia {gap[largest]:,.6g} en {table.label(largest)} "
                f"(producción {table.x[largest]:,.6g})",
            ),
        )


def _gap_said(table: Table, gap: Vector, at: int) -> Bilingual:
    return Bilingual(
        f"output {table.x[at]:,.6g}, sales {table.row_sums[at]:,.6g}, gap {gap[at]:,.6g}",
        f"producción {table.x[at]:,.6g}, ventas {table.row_sums[at]:,.6g}, diferencia {gap[at]:,.6g}",
    )


def _column_findings(table: Table, gap: Vector | None) -> Iterator[Finding]:
    if gap is None:
        return
    missed = np.abs(gap) > TOLERATED_SHARE * np.maximum(np.abs(table.x), 1.0)
    if missed.any():
        largest = int(np.argmax(np.abs(gap)))
        yield Finding(
            IO_19,
            table.id,
            Bilingual(
                f"{int(missed.sum())} of {table.n} columns, {gap.sum():,.6g} in all; largest gap {gap[largest]:,.6g} at "
                f"{table.label(largest)}",
                f"{int(missed.sum())} de {table.n} columnas, {gap.sum():,.6g} en total; mayor diferencia "
                f"{gap[largest]:,.6g} en {table.label(largest)}",
            ),
        )


def _sign_findings(table: Table) -> Iterator[Finding]:
    cells = np.argwhere(table.Z < 0)
    for row, column in cells[:_MOST_NAMED].tolist():
        where = f"{table.id}: Z[{table.label(row)}, {table.label(column)}]"
        yield Finding(IO_07, where, f"{table.Z[row, column]:,.6g}")
    yield from _more(table, IO_07, len(cells))
    value_added = table.reported_value_added
    yield from _each(table, IO_10, value_added < 0, lambda at: f"{value_added[at]:,.6g}", order=-value_added)


def _output_findings(table: Table) -> Iterator[Finding]:
    trades = (table.Z.sum(axis=0) != 0) | (table.Z.sum(axis=1) != 0)
    broken = (table.x < 0) | ((table.x == 0) & trades)
    yield from _each(table, IO_09, broken, lambda at: f"{table.x[at]:,.6g}")
    idle = (table.x == 0) & ~trades
    if idle.any():
        names = ", ".join(_labels(table, idle)[:_MOST_NAMED])
        more = " …" if int(idle.sum()) > _MOST_NAMED else ""
        yield Finding(IO_08, table.id, f"{int(idle.sum())}: {names}{more}")


def _radius(table: Table) -> tuple[float, bool]:
    """Spectral radius, or the largest column sum where that is below one and so proves the radius to be."""
    sums = _column_sums(table)
    if (sums < 1).all() and (table.Z >= 0).all():
        return float(sums.max(initial=0.0)), True
    return spectral_radius(table.Z, table.x), False


def _column_sums(table: Table) -> Vector:
    """(n,) Inputs per unit of output; beyond all numbers where output is next to nothing."""
    sums = table.Z.sum(axis=0)
    with np.errstate(over="ignore"):
        return np.asarray(np.divide(sums, table.x, out=np.zeros_like(table.x), where=table.x > 0))


def _productive_findings(table: Table, radius: float) -> Iterator[Finding]:
    if radius < 1:
        return
    sums = _column_sums(table)
    largest = "; ".join(
        f"{table.label(at)} ({{name{rank}}}) {sums[at]:.2f}" for rank, at in enumerate(np.argsort(-sums)[:3])
    )
    names = {
        f"name{rank}": table.sectors[table.sector_of[at]].name
        for rank, at in enumerate(np.argsort(-sums)[:3])
    }
    yield Finding(
        IO_04,
        table.id,
        Bilingual(
            f"spectral radius {radius:.4f}; largest column sums {largest}",
            f"radio espectral {radius:.4f}; mayores sumas por columna {largest}",
        ).format(**names),
    )


def _inventory_findings(table: Table) -> Iterator[Finding]:
    if table.inventories is None:
        yield Finding(IO_11, table.id, ", ".join(each.code for each in table.categories))


def _totals(table: Table) -> Totals:
    inventories = table.inventories
    exports = float(table.Y[:, table.is_export].sum())
    return Totals(
        output=float(table.x.sum()),
        intermediate=float(table.Z.sum()),
        final_demand=float(table.Y.sum()) - exports,
        exports=exports,
        imports=0.0 if table.imports is None else float(table.imports.sum()),
        inventories=None if inventories is None else float(inventories.sum()),
        value_added=float(table.reported_value_added.sum()),
        residual=float(table.residual_value_added.sum()),
    )


def _largest(table: Table, gap: Vector) -> tuple[Gap, ...]:
    order = np.argsort(-np.abs(gap), kind="stable")[:_MOST_NAMED]
    return tuple(Gap(table.label(at), float(table.x[at]), float(gap[at])) for at in order.tolist() if gap[at])


def _labels(table: Table, chosen: np.ndarray) -> tuple[str, ...]:
    return tuple(table.label(at) for at in np.flatnonzero(chosen).tolist())


def _each(
    table: Table,
    rule: Rule,
    broken: np.ndarray,
    said: Callable[[int], str | Bilingual],
    *,
    order: Vector | None = None,
) -> Iterator[Finding]:
    """One finding for each of the first industries, by size where `order` is given, and one for how many more there are."""
    places = np.flatnonzero(broken)
    if order is not None:
        places = places[np.argsort(-order[places], kind="stable")]
    for at in places[:_MOST_NAMED].tolist():
        yield Finding(rule, f"{table.id}: {table.label(at)}", said(at))
    yield from _more(table, rule, len(places))


def _more(table: Table, rule: Rule, count: int) -> Iterator[Finding]:
    if count > _MOST_NAMED:
        rest = count - _MOST_NAMED
        yield Finding(rule, table.id, Bilingual(f"{rest} more", f"{rest} más"))
