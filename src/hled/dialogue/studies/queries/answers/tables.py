"""
Input-output tables as answers: which there are, what one holds, and whether it is sound. Amounts are text.

The engine and its readers are imported where they are used: the schemas are read whenever a command starts.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.names import unit_name
from hled.dialogue.studies.domain.numbers import amount_text, figure_text
from hled.interfaces.answers import (
    COUNT,
    FLAG,
    NUMBER_TEXT,
    TEXT,
    WHOLE,
    Answer,
    Published,
    Schema,
    both,
    listing,
    maybe,
    shape,
)
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.economy.tables import Category, Group, Label
    from hled.economy.tables.checking import Gap, Report
    from hled.sources.input_output import TableEntry

_DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_ENTRY: dict[str, Schema] = dict(
    id=TEXT,
    **both("title"),
    year=WHOLE,
    regions=COUNT,
    sectors=COUNT,
    industries=COUNT,
    format=TEXT,
    layout_tried=FLAG,
    **both("layout_note"),
    digest=_DIGEST,
)
_LABEL = shape(code=TEXT, **both("name"))
_GROUP = shape(code=TEXT, **both("name"), members=listing(TEXT))
_GAP = shape(industry=TEXT, output=NUMBER_TEXT, gap=NUMBER_TEXT)
_TOTALS = ("output", "intermediate", "final_demand", "exports", "imports", "value_added", "residual")

TABLES_SCHEMA = Published(
    "tables",
    Bilingual("Input-output tables at hand", "Tablas de insumo-producto disponibles"),
    shape(**_ENTRY),
)
TABLE_SCHEMA = Published(
    "table",
    Bilingual("An input-output table and its labels", "Una tabla de insumo-producto y sus etiquetas"),
    shape(
        **{name: schema for name, schema in _ENTRY.items() if name not in {"regions", "sectors"}},
        **both("source", "vintage"),
        table_digest=_DIGEST,
        unit=TEXT,
        price_basis=TEXT,
        **both("unit", "price_basis"),
        exports=TEXT,
        regions=listing(_LABEL),
        sectors=listing(_LABEL),
        categories=listing(shape(code=TEXT, **both("name"), inventories=FLAG)),
        region_groups=listing(_GROUP),
        sector_groups=listing(_GROUP),
        accounts=listing(shape(code=TEXT, **both("name"), unit=TEXT)),
        parts=listing(TEXT),
    ),
)
TABLE_CHECK_SCHEMA = Published(
    "table_check",
    Bilingual("Whether an input-output table is sound", "Si una tabla de insumo-producto es consistente"),
    shape(
        id=TEXT,
        sound=FLAG,
        year=WHOLE,
        **both("vintage"),
        unit=TEXT,
        **both("unit"),
        industries=COUNT,
        resolution=NUMBER_TEXT,
        totals=shape(**dict.fromkeys(_TOTALS, NUMBER_TEXT), inventories=maybe(NUMBER_TEXT)),
        rows=listing(_GAP),
        columns=listing(_GAP),
        negative_flows=COUNT,
        negative_value_added=listing(TEXT),
        zero_output=listing(TEXT),
        has_inventories=FLAG,
        spectral_radius=maybe(NUMBER_TEXT),
    ),
)
PUBLISHED = (TABLES_SCHEMA, TABLE_SCHEMA, TABLE_CHECK_SCHEMA)

_BASES = MappingProxyType(
    {
        "current basic prices": Bilingual("current basic prices", "precios básicos corrientes"),
        "current producer prices": Bilingual("current producer prices", "precios de productor corrientes"),
    }
)
_TRIED = Bilingual("layout tried on real files", "formato probado con archivos reales")
_UNTRIED = Bilingual(
    "layout read from documentation, not yet tried on a real file",
    "formato leído de la documentación, aún no probado con un archivo real",
)


def tables_answer(home: Path) -> Answer:
    """Every table at hand; what is wrong with those that were added stands in the findings."""
    from hled.sources.input_output import list_tables, listing_findings

    return Answer("tables", {}, [_entry(each) for each in list_tables(home)], listing_findings(home))


def added_answer(entry: "TableEntry") -> Answer:
    """The table that was added."""
    return Answer("tables", {"id": entry.id}, [_entry(entry)], entry.findings)


def table_answer(id: str, home: Path) -> Answer:
    """
    One table with all its labels.

    Raises
    ------
    NotFoundError
        IO-20, with near ids.
    """
    from hled.sources.input_output import load_table, table_entry

    entry, table = table_entry(id, home), load_table(id, home)
    counted = {name: value for name, value in _entry(entry).items() if name not in {"regions", "sectors"}}
    item = {
        **counted,
        **_both("source", table.source),
        **_both("vintage", table.vintage),
        "table_digest": table.digest,
        "unit": table.unit,
        "price_basis": table.price_basis,
        **_both("unit", unit_name(table.unit)),
        **_both("price_basis", _BASES.get(table.price_basis, _as_given(table.price_basis))),
        "exports": table.exports,
        "regions": _labels(table.regions),
        "sectors": _labels(table.sectors),
        "categories": [
            {**label, "inventories": each.inventories}
            for label, each in zip(_labels(table.categories), table.categories, strict=True)
        ],
        "region_groups": _groups(table.region_groups),
        "sector_groups": _groups(table.sector_groups),
        "accounts": [
            {"code": each.code, **_both("name", each.name), "unit": each.unit} for each in table.satellites
        ],
        "parts": sorted({each for each in table.parts if each}),
    }
    return Answer("table", {"id": id}, [item], entry.findings)


def table_check_answer(id: str, home: Path) -> Answer:
    """
    The report of one table.

    Raises
    ------
    NotFoundError
        IO-20, with near ids.
    """
    from hled.economy.tables.checking import check
    from hled.sources.input_output import load_table, table_entry

    entry, report = table_entry(id, home), check(load_table(id, home))
    return Answer("table_check", {"id": id}, [_report(report)], (*report.findings, *entry.findings))


def _entry(entry: "TableEntry") -> dict[str, Any]:
    note = _TRIED if entry.layout_tried else _UNTRIED
    return {
        "id": entry.id,
        **_both("title", entry.title),
        "year": entry.year,
        "regions": entry.regions,
        "sectors": entry.sectors,
        "industries": entry.industries,
        "format": entry.format,
        "layout_tried": entry.layout_tried,
        **_both("layout_note", note),
        "digest": entry.digest,
    }


def _report(report: "Report") -> dict[str, Any]:
    totals = report.totals
    return {
        "id": report.table,
        "sound": not report.errors,
        "year": report.year,
        **_both("vintage", report.vintage),
        "unit": report.unit,
        **_both("unit", unit_name(report.unit)),
        "industries": report.industries,
        "resolution": figure_text(report.resolution),
        "totals": {
            **{name: amount_text(getattr(totals, name)) for name in _TOTALS},
            "inventories": None if totals.inventories is None else amount_text(totals.inventories),
        },
        "rows": _gaps(report.rows),
        "columns": _gaps(report.columns),
        "negative_flows": report.negative_flows,
        "negative_value_added": list(report.negative_value_added),
        "zero_output": list(report.zero_output),
        "has_inventories": report.has_inventories,
        "spectral_radius": None if report.spectral_radius is None else figure_text(report.spectral_radius),
    }


def _gaps(gaps: Iterable["Gap"]) -> list[dict[str, str]]:
    return [
        {"industry": each.industry, "output": amount_text(each.output), "gap": amount_text(each.gap)}
        for each in gaps
    ]


def _labels(labels: Sequence["Label | Category"]) -> list[dict[str, str]]:
    return [{"code": each.code, **_both("name", each.name)} for each in labels]


def _groups(groups: Iterable["Group"]) -> list[dict[str, Any]]:
    return [{"code": each.code, **_both("name", each.name), "members": list(each.members)} for each in groups]


def _both(name: str, text: Bilingual) -> dict[str, str]:
    return {f"{name}_en": text.en, f"{name}_es": text.es}


def _as_given(text: str) -> Bilingual:
    return Bilingual(text or "-", text or "-")
