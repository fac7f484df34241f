"""
The plain layout: any table, as a folder of matrices and lists of labels. Tables that were added are kept in it too.

``table.csv``
    Two columns, ``key,value``: ``id, title_en, title_es, source_en, source_es, vintage_en, vintage_es, year, unit,
    price_basis``, and where they apply ``exports`` (code of the category that holds exports out of the table) and
    ``rounding`` (unit of the last digit).
``rows.csv``
    One line for each industry, in the order of the matrices: ``region, sector``, and where wanted ``part, region_en,
    region_es, sector_en, sector_es``.
``final_demand.csv``
    One line for each column of final demand: ``region, category``, and where wanted ``category_en, category_es,
    inventories`` (yes or no) and ``year``.
The blocks
    ``Z`` (n, n), ``Y`` (n, m) and ``x`` (n,), and where wanted ``value_added``, ``imports`` and ``account_CODE`` (n,): together
    in ``data.npz``, or each in ``BLOCK.parquet`` or ``BLOCK.csv``. In a CSV the first column and the first line are labels,
    ``REGION.SECTOR`` or ``REGION.SECTOR.PART`` and ``REGION.CATEGORY``, and may come in any order. In a Parquet file they
    are the names of the columns; rows are in the order of ``rows.csv``.
``accounts.csv``, ``groups.csv``
    Where wanted: ``code, unit, name_en, name_es`` of each account; ``kind`` (region or sector), ``code, name_en, name_es,
    members`` (codes apart by blanks).
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from hled.economy.rules import IO_03, IO_12, IO_21, IO_22
from hled.economy.tables import Account, Category, Label, Table
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.input_output.blocks import Blocks
from hled.sources.input_output.labels import Row, groups_of, name_of, rows_of
from hled.sources.input_output.progress import Told, silent

LAYOUT_TRIED = True

_REQUIRED = ("title_en", "year", "unit", "price_basis", "source_en", "vintage_en")
_SIGNS = frozenset(".,\"' ")
"""Signs that no code has, because they part codes from each other."""

_FLAGS = {"yes": True, "no": False, "": False}


def read_plain(path: Path, *, id: str = "", year: int | None = None, told: Told = silent) -> Table:
    """
    A table from a folder in the plain layout.

    Raises
    ------
    BrokenRuleError
        IO-01, IO-02 and IO-03 on blocks, IO-12 on blocks of another year, IO-21 on labels, IO-22 on files and keys.
    """
    if not path.is_dir():
        raise BrokenRuleError([Finding(IO_22, str(path), Bilingual("not a folder", "no es una carpeta"))])
    about = _about(path, year)
    rows, columns = (
        _rows(path, "rows.csv", ("region", "sector")),
        _rows(path, "final_demand.csv", ("region", "category")),
    )
    regions = _labels((*rows, *columns), "region", "rows.csv")
    sectors = _labels(rows, "sector", "rows.csv")
    categories = _categories(columns)
    at = {
        kind: {each.code: at for at, each in enumerate(labels)}
        for kind, labels in (("r", regions), ("s", sectors))
    }
    at["c"] = {each.code: position for position, each in enumerate(categories)}
    parts = tuple(row.get("part", "") for row in rows)
    accounts = _rows(path, "accounts.csv", ("code", "unit")) if (path / "accounts.csv").exists() else []
    groups = _rows(path, "groups.csv", ("kind", "code", "members")) if (path / "groups.csv").exists() else []
    blocks = Blocks(
        path, [_label(row, "sector") for row in rows], [_label(row, "category") for row in columns], told
    )
    return Table(
        id=id or about.get("id") or path.name,
        title=_both(about, "title"),
        source=_both(about, "source"),
        vintage=_both(about, "vintage"),
        year=int(about["year"]),
        unit=about["unit"],
        price_basis=about["price_basis"],
        regions=regions,
        sectors=sectors,
        categories=categories,
        region_of=_index(at["r"][row["region"]] for row in rows),
        sector_of=_index(at["s"][row["sector"]] for row in rows),
        parts=parts if any(parts) else (),
        Z=blocks.matrix("Z"),
        Y=blocks.matrix("Y"),
        x=blocks.vector("x"),
        final_region_of=_index(at["r"][row["region"]] for row in columns),
        final_category_of=_index(at["c"][row["category"]] for row in columns),
        value_added=blocks.vector("value_added") if blocks.has("value_added") else None,
        imports=blocks.vector("imports") if blocks.has("imports") else None,
        exports=about.get("exports", ""),
        satellites=tuple(
            Account(row["code"], name_of(row), row["unit"], blocks.vector(f"account_{row['code']}"))
            for row in accounts
        ),
        block_years=_years(columns),
        rounding=float(about.get("rounding") or 0),
        region_groups=groups_of(groups, "region"),
        sector_groups=groups_of(groups, "sector"),
    )


def write_plain(table: Table, folder: Path) -> None:
    """A table as a folder in the plain layout; the folder exists and is empty."""
    _write(folder / "table.csv", ("key", "value"), _said_of(table).items())
    names = {each.code: each.name for each in table.regions}
    sectors = {each.code: each.name for each in table.sectors}
    _write(
        folder / "rows.csv",
        ("region", "sector", "part", "region_en", "region_es", "sector_en", "sector_es"),
        (
            (region, sector, part, names[region].en, names[region].es, sectors[sector].en, sectors[sector].es)
            for region, sector, part in _industries(table)
        ),
    )
    _write(
        folder / "final_demand.csv",
        ("region", "category", "region_en", "region_es", "category_en", "category_es", "inventories", "year"),
        (
            (
                region.code,
                category.code,
                region.name.en,
                region.name.es,
                category.name.en,
                category.name.es,
                "yes" if category.inventories else "no",
                str(table.year),
            )
            for region, category in (
                (table.regions[one], table.categories[other])
                for one, other in zip(table.final_region_of, table.final_category_of, strict=True)
            )
        ),
    )
    _write(
        folder / "accounts.csv",
        ("code", "unit", "name_en", "name_es"),
        ((each.code, each.unit, each.name.en, each.name.es) for each in table.satellites),
    )
    _write(
        folder / "groups.csv",
        ("kind", "code", "name_en", "name_es", "members"),
        (
            (kind, each.code, each.name.en, each.name.es, " ".join(each.members))
            for kind, groups in (("region", table.region_groups), ("sector", table.sector_groups))
            for each in groups
        ),
    )
    held = {"Z": table.Z, "Y": table.Y, "x": table.x}
    held |= {
        name: array
        for name, array in (("value_added", table.value_added), ("imports", table.imports))
        if array is not None
    }
    held |= {f"account_{each.code}": each.values for each in table.satellites}
    np.savez(folder / "data.npz", **held)  # type: ignore[arg-type]


def _said_of(table: Table) -> dict[str, str]:
    return {
        "id": table.id,
        "title_en": table.title.en,
        "title_es": table.title.es,
        "source_en": table.source.en,
        "source_es": table.source.es,
        "vintage_en": table.vintage.en,
        "vintage_es": table.vintage.es,
        "year": str(table.year),
        "unit": table.unit,
        "price_basis": table.price_basis,
        "exports": table.exports,
        "rounding": str(table.rounding),
    }


def _industries(table: Table) -> Iterator[tuple[str, str, str]]:
    for at in range(table.n):
        region, sector = table.regions[table.region_of[at]].code, table.sectors[table.sector_of[at]].code
        yield region, sector, table.parts[at] if table.parts else ""


def _write(path: Path, header: Sequence[str], rows: object) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)  # type: ignore[arg-type]


def _about(path: Path, year: int | None) -> dict[str, str]:
    about = {row.get("key", ""): row.get("value", "") for row in _rows(path, "table.csv", ("key", "value"))}
    missing = [key for key in _REQUIRED if not about.get(key)]
    findings = [
        Finding(IO_22, f"{path.name}/table.csv: {key}", Bilingual("missing", "falta")) for key in missing
    ]
    for key, kind in (("year", int), ("rounding", float)):
        try:
            kind(about.get(key) or 0)
        except ValueError:
            findings.append(Finding(IO_03, f"{path.name}/table.csv: {key}", about[key]))
    if not findings and year is not None and int(about["year"]) != year:
        findings.append(Finding(IO_12, f"{path.name}/table.csv: year", f"{about['year']} ≠ {year}"))
    if findings:
        raise BrokenRuleError(findings)
    return about


def _rows(path: Path, file: str, needed: Sequence[str]) -> list[dict[str, str]]:
    try:
        rows = rows_of(path / file)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BrokenRuleError([Finding(IO_22, f"{path.name}/{file}", str(error))]) from error
    for number, row in enumerate(rows, start=2):
        for name in needed:
            if not row.get(name) and name != "value":
                raise BrokenRuleError(
                    [Finding(IO_21, f"{path.name}/{file}: {number}: {name}", Bilingual("missing", "falta"))]
                )
    return rows


def _labels(rows: Sequence[Row], kind: str, file: str) -> tuple[Label, ...]:
    """Labels in the order in which they first occur; the names of one may not differ from line to line."""
    codes = list(dict.fromkeys(row[kind] for row in rows))
    findings = [Finding(IO_21, f"{file}: {kind}", code) for code in codes if set(code) & _SIGNS]
    names: dict[str, Bilingual] = {}
    for row in rows:
        named = {"name_en": row.get(f"{kind}_en", ""), "name_es": row.get(f"{kind}_es", "")}
        if any(named.values()):
            name = name_of({"code": row[kind], **named})
            if names.setdefault(row[kind], name) != name:
                findings.append(Finding(IO_21, f"{file}: {row[kind]}", f"{names[row[kind]].en} ≠ {name.en}"))
    if findings:
        raise BrokenRuleError(findings[:20])
    return tuple(Label(code, names.get(code, Bilingual(code, code))) for code in codes)


def _categories(rows: Sequence[Row]) -> tuple[Category, ...]:
    file = "final_demand.csv"
    flags: dict[str, bool] = {}
    findings = []
    for row in rows:
        said = row.get("inventories", "").lower()
        if said not in _FLAGS or flags.setdefault(row["category"], _FLAGS[said]) != _FLAGS[said]:
            findings.append(Finding(IO_21, f"{file}: {row['category']}: inventories", said))
    if findings:
        raise BrokenRuleError(findings[:20])
    return tuple(
        Category(each.code, each.name, inventories=flags[each.code])
        for each in _labels(rows, "category", file)
    )


def _label(row: Row, kind: str) -> str:
    part = row.get("part", "") if kind == "sector" else ""
    return f"{row['region']}.{row[kind]}" + (f".{part}" if part else "")


def _years(columns: Sequence[Row]) -> tuple[tuple[str, int], ...]:
    said = dict.fromkeys(row["year"] for row in columns if row.get("year"))
    wrong = [each for each in said if not each.isdigit()]
    if wrong:
        raise BrokenRuleError([Finding(IO_03, "final_demand.csv: year", each) for each in wrong])
    return tuple(("final_demand.csv", int(each)) for each in said)


def _both(about: Mapping[str, str], name: str) -> Bilingual:
    english, spanish = about.get(f"{name}_en", ""), about.get(f"{name}_es", "")
    return Bilingual(english or spanish, spanish or english)


def _index(places: Iterator[int]) -> np.ndarray:
    return np.array(list(places), dtype=np.intp)
