"""
World Input-Output Database, 2013 release: 40 countries and the rest of the world, 35 industries, one file for each year.

Timmer, Dietzenbacher, Los, Stehrer & de Vries (2015), Review of International Economics 23: 575-605.

2008 and 2011 are in the package; other years are read from either of two files.

Arrays (NPZ)
    As the package keeps its own: ``Z`` (1435, 1435), ``F`` (1435, 205), ``x`` (1435,), and the codes ``countries`` and
    ``industries``, by which ``Z`` is ordered.
Sheet (XLSX)
    The published workbook: above the numbers stand codes, descriptions, countries and column numbers, left of them the same for
    rows; numbers 1 to 35 are industries, 37 to 42 final demand. This layout was read from documentation and from programs that
    read it; no real file has been tried yet.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from hled.economy.arrays import Index, Matrix, Vector
from hled.economy.rules import IO_02, IO_03, IO_12, IO_21, IO_22
from hled.economy.tables import Account, Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.archives import arrays_in
from hled.sources.input_output.filling import Key
from hled.sources.input_output.labels import Row, categories_of, groups_of, labels_of, rows_of
from hled.sources.input_output.memory import require_memory
from hled.sources.input_output.progress import Told, silent
from hled.sources.input_output.wiod.rows import OUTPUT, TOTAL, Entry, accounts_of
from hled.sources.input_output.wiod.sheet import Frame, read_frame
from hled.sources.input_output.years import year_of
from hled.sources.tables import BUNDLED

FOLDER = BUNDLED / "wiod2013"
YEARS = (2008, 2011)
"""The years in the package."""

SOURCE = Bilingual(
    "World Input-Output Database, 2013 release; Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015). CC BY 4.0.",
    "World Input-Output Database, edición 2013; Timmer, Dietzenbacher, Los, Stehrer y de Vries (2015). CC BY 4.0.",
)
ROUNDED = Bilingual(
    "2013 release; every cell rounded to one million dollars",
    "Edición 2013; cada celda redondeada a un millón de dólares",
)
VINTAGE = Bilingual("2013 release", "Edición 2013")
_BLOCKS = ("Z", "F", "x")
_ROMANIA = {"ROU": "ROM"}
"""Later workbooks of the release spell one code otherwise."""

_PUBLISHED = re.compile(r"wiot_?(\d\d)(?!\d)", re.IGNORECASE)


def title(year: int) -> Bilingual:
    return Bilingual(f"World input-output table, {year}", f"Tabla mundial de insumo-producto, {year}")


def read_bundled(year: int) -> Table:
    """
    The table of a year in the package: 1,435 industries, 205 columns of final demand, million current U.S. dollars.

    Value added is the residual of output and inputs, with taxes less subsidies and international margins.

    Raises
    ------
    BrokenRuleError
        IO-02 or IO-21, when the labels inside the file are not those of the lists beside it.
    """
    return _from_arrays(FOLDER / f"wiot_{year}.npz", f"wiod2013-{year}", year)


def read_wiod2013(path: Path, *, id: str, year: int | None = None, told: Told = silent) -> Table:
    """
    The table of another year, from an NPZ or XLSX file, with the labels of those in the package.

    Value added is the residual, as in the package, so that years can be compared; rows below the industries are accounts.

    Raises
    ------
    BrokenRuleError
        IO-01, IO-02, IO-03, IO-12, IO-21 or IO-22.
    """
    kind, settled = path.suffix.lower(), _year(path.name, year)
    if kind == ".npz":
        return _from_arrays(path, id, settled)
    if kind == ".xlsx":
        return _from_sheet(path, id, settled, told)
    remedy = Bilingual(
        "Give the published workbook (XLSX), or its arrays Z, F and x in one NPZ file.",
        "Dé el libro publicado (XLSX) o sus arreglos Z, F y x en un archivo NPZ.",
    )
    raise BrokenRuleError([Finding(IO_22, path.name, path.suffix, remedy=remedy)])


def layout_tried(path: Path) -> bool:
    """The arrays are tried with the years in the package; no published workbook has been at hand."""
    return path.suffix.lower() == ".npz"


def _year(name: str, year: int | None) -> int:
    """The year that is given or that the name says: published names have two digits of it."""
    matched = _PUBLISHED.match(name)
    if matched is None:
        return year_of(name, year)
    said = int(matched[1]) + (1900 if int(matched[1]) >= 50 else 2000)
    if year is not None and year != said:
        raise BrokenRuleError([Finding(IO_12, name, f"{said} ≠ {year}")])
    return said


def _from_arrays(path: Path, id: str, year: int) -> Table:
    with arrays_in(path, path.name) as kept:
        held = {name: kept[name] for name in kept.files}
    findings = [
        *_other_labels(path.name, "countries", held, _rows("regions.csv")),
        *_other_labels(path.name, "industries", held, _rows("industries.csv")),
        *_other_shapes(path.name, held),
    ]
    if findings:
        raise BrokenRuleError(findings)
    Z, Y, x = (held[name].astype(np.float64) for name in _BLOCKS)
    whole = all(bool((each == np.rint(each)).all()) for each in (Z, Y, x))
    return _table(id, year, Z, Y, x, rounding=1.0 if whole else 0.0)


def _other_labels(
    name: str, kind: str, held: Mapping[str, np.ndarray], declared: Sequence[Row]
) -> Sequence[Finding]:
    if kind not in held:
        return [Finding(IO_02, f"{name}: {kind}", Bilingual("missing", "falta"))]
    found, wanted = [str(each) for each in held[kind].ravel().tolist()], [row["code"] for row in declared]
    if found == wanted:
        return []
    if len(found) != len(wanted):
        return [Finding(IO_02, f"{name}: {kind}", f"{len(found)} ≠ {len(wanted)}")]
    return [
        Finding(IO_21, f"{name}: {kind}", f"{one} ≠ {other}")
        for one, other in zip(found, wanted, strict=True)
        if one != other
    ]


def _other_shapes(name: str, held: Mapping[str, np.ndarray]) -> Sequence[Finding]:
    n = len(_rows("regions.csv")) * len(_rows("industries.csv"))
    m = len(_rows("regions.csv")) * len(_rows("final_demand.csv"))
    wanted = dict(zip(_BLOCKS, ((n, n), (n, m), (n,)), strict=True))
    findings = []
    for block, shape in wanted.items():
        if block not in held:
            findings.append(Finding(IO_02, f"{name}: {block}", Bilingual("missing", "falta")))
        elif held[block].dtype.kind not in "fiu":
            findings.append(Finding(IO_03, f"{name}: {block}", str(held[block].dtype)))
        elif held[block].shape != shape:
            findings.append(Finding(IO_02, f"{name}: {block}", f"{held[block].shape} ≠ {shape}"))
    return findings


def _from_sheet(path: Path, id: str, year: int, told: Told) -> Table:
    industries, finals = _orders()
    columns, filling, x = read_frame(path, _frame(industries, finals), told)
    findings = [
        Finding(IO_02, f"{path.name}: {'.'.join(key)}", Bilingual("no column", "ninguna columna"))
        for wanted, found in ((industries, columns.industries), (finals, columns.finals))
        for key in wanted
        if key not in set(found)
    ]
    if findings:
        raise BrokenRuleError(findings[:20])
    require_memory(path.name, len(industries), len(industries) + len(finals))
    by = _places(columns.industries, industries)
    return _table(
        id,
        year,
        filling.Z[np.ix_(by, by)],
        filling.Y[np.ix_(by, _places(columns.finals, finals))],
        x[by],
        satellites=tuple(
            Account(each.code, each.name, each.unit, each.values[by]) for each in accounts_of(filling)
        ),
    )


def _frame(industries: Mapping[Key, int], finals: Mapping[Key, int]) -> Frame:
    """Totals have no country of the list; the number says which industry or category a column is."""
    spelled = {region.casefold(): region for region, _ in industries}
    spelled |= {other.casefold(): code for other, code in _ROMANIA.items()}

    def row(country: str, _: str, number: str) -> Key:
        return spelled.get(country.casefold(), country), f"c{number[1:]}"

    def column(country: str, code: str, number: str) -> Entry | None:
        if country in {TOTAL, ""} or code == OUTPUT:
            return None, False
        key = row(country, code, number)
        return (key, key in finals) if key in finals or key in industries else None

    return Frame(column, row)


def _orders() -> tuple[Mapping[Key, int], Mapping[Key, int]]:
    """Industries and columns of final demand in the order of the package."""
    regions = [row["code"] for row in _rows("regions.csv")]
    industries, finals = (
        [(region, row["code"]) for region in regions for row in _rows(file)]
        for file in ("industries.csv", "final_demand.csv")
    )
    return {key: at for at, key in enumerate(industries)}, {key: at for at, key in enumerate(finals)}


def _places(found: Sequence[Key], wanted: Mapping[Key, int]) -> Index:
    at = {key: position for position, key in enumerate(found)}
    return np.array([at[key] for key in wanted], dtype=np.intp)


def _rows(file: str) -> Sequence[Row]:
    return rows_of(FOLDER / file)


def _table(
    id: str,
    year: int,
    Z: Matrix,
    Y: Matrix,
    x: Vector,
    *,
    rounding: float = 0.0,
    satellites: tuple[Account, ...] = (),
) -> Table:
    regions, sectors = labels_of(_rows("regions.csv")), labels_of(_rows("industries.csv"))
    categories = categories_of(_rows("final_demand.csv"))
    groups = rows_of(FOLDER / "groups.csv")
    return Table(
        id=id,
        title=title(year),
        source=SOURCE,
        year=year,
        unit="million USD",
        price_basis="current basic prices",
        vintage=ROUNDED if rounding else VINTAGE,
        regions=regions,
        sectors=sectors,
        categories=categories,
        region_of=np.repeat(np.arange(len(regions)), len(sectors)),
        sector_of=np.tile(np.arange(len(sectors)), len(regions)),
        Z=Z,
        Y=Y,
        x=x,
        final_region_of=np.repeat(np.arange(len(regions)), len(categories)),
        final_category_of=np.tile(np.arange(len(categories)), len(regions)),
        satellites=satellites,
        rounding=rounding,
        region_groups=groups_of(groups, "region"),
        sector_groups=groups_of(groups, "sector"),
    )
