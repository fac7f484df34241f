"""
The plain layout: any trade table, as CSV, tab-separated text or Parquet, with columns by name.

``product`` and ``value`` (U.S. dollars) are needed, and who trades, in one of three ways:

- ``reporter, partner, flow``: as in the schema;
- ``exporter, importer``: imports of the importer from the exporter;
- ``exporter``: a world export matrix; the partner is the world and the flow exports.

``period`` or ``year``, and ``edition``, are columns, or are given beside the file. ``quantity``, ``unit`` and ``duty`` where wanted.
A reading of `--format plain` changes nothing: codes without their leading zeros are refused, not padded.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.readers.raw import (
    Raw,
    columns_named,
    constant,
    files_of,
    nothing,
    open_text,
    text_or_null,
    unreadable,
)
from hled.sources.trade.rules import TR_02, TR_09, TR_10, TR_12
from hled.sources.trade.schema import EDITION_WORDS, WORLD

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends.sql import SQLBackend

LAYOUT_TRIED = True

SOURCE = Bilingual("File of the user", "Archivo del usuario")
_OPTIONAL = (
    "reporter",
    "partner",
    "flow",
    "exporter",
    "importer",
    "period",
    "year",
    "edition",
    "quantity",
    "unit",
    "duty",
)


def read_plain(connection: "SQLBackend", path: Path, *, year: int | None = None, edition: str = "") -> Raw:
    """
    Rows of one file, or of a folder of files with the same columns.

    Raises
    ------
    BrokenRuleError
        TR-02 on files and columns, TR-09 when a Parquet file holds codes as numbers, TR-10 and TR-12 when neither the file nor the
        caller says edition or period.
    """
    files = files_of(path)
    table = _open(connection, files)
    at = columns_named(
        table,
        {each: (each,) for each in ("product", "value")},
        {each: (each,) for each in _OPTIONAL},
        files[0].name,
    )
    _require_text(table, at["product"], files[0].name)
    sides = _sides(table, at, files[0].name)
    findings = []
    if not {"period", "year"} & at.keys() and year is None:
        findings.append(
            Finding(TR_12, f"{files[0].name}: period", Bilingual("give --year", "indique --year"))
        )
    if "edition" not in at and edition.upper() not in EDITION_WORDS:
        findings.append(
            Finding(
                TR_10,
                f"{files[0].name}: edition",
                edition or Bilingual("give --edition", "indique --edition"),
            )
        )
    if findings:
        raise BrokenRuleError(findings)
    rows = table.select(
        **sides,
        period=_said(table, at, "period", "year") if {"period", "year"} & at.keys() else constant(str(year)),
        product=_said(table, at, "product"),
        edition=_edition(_said(table, at, "edition"))
        if "edition" in at
        else constant(EDITION_WORDS[edition.upper()]),
        value=_said(table, at, "value"),
        **{each: _said(table, at, each) for each in ("quantity", "unit", "duty")},
    )
    if year is not None:
        rows = rows.filter(rows.period.startswith(str(year)))
    return Raw(rows, Bilingual(path.name, path.name), SOURCE)


def _open(connection: "SQLBackend", files: list[Path]) -> "ir.Table":
    if not files[0].name.casefold().endswith(".parquet"):
        return open_text(connection, files)
    try:
        table: ir.Table = connection.read_parquet([str(each) for each in files])
    except Exception as error:
        raise unreadable(files[0], error) from error
    return table


def _require_text(table: "ir.Table", column: str, place: str) -> None:
    kind = table[column].type()
    if not kind.is_string():
        raise BrokenRuleError([Finding(TR_09, f"{place}: {column}", str(kind))])


def _sides(table: "ir.Table", at: dict[str, str], place: str) -> dict[str, "ir.Value"]:
    if {"reporter", "partner", "flow"} <= at.keys():
        return {each: _said(table, at, each) for each in ("reporter", "partner", "flow")}
    if {"exporter", "importer"} <= at.keys():
        return {
            "reporter": _said(table, at, "importer"),
            "partner": _said(table, at, "exporter"),
            "flow": constant("M"),
        }
    if "exporter" in at:
        return {"reporter": _said(table, at, "exporter"), "partner": constant(WORLD), "flow": constant("X")}
    held = ", ".join(table.columns)
    raise BrokenRuleError(
        [
            Finding(
                TR_02,
                place,
                Bilingual(
                    f"needs reporter, partner, flow; or exporter, importer; or exporter. There are: {held}",
                    f"requiere reporter, partner, flow; o exporter, importer; o exporter. Hay: {held}",
                ),
            )
        ]
    )


def _said(table: "ir.Table", at: dict[str, str], *names: str) -> "ir.StringValue":
    name = next((each for each in names if each in at), None)
    return nothing() if name is None else text_or_null(table[at[name]].cast("string"))


def _edition(word: "ir.StringValue") -> "ir.StringValue":
    return word.upper().cases(*EDITION_WORDS.items(), else_=word)
