"""
UN Comtrade: what its download page, bulk service and application interface give, comma or tab separated, plain or gzipped.

Columns as the United Nations name them, whatever the case (the page writes ``CmdCode``, the interface ``cmdCode``): ``period``,
``reporterCode``, ``flowCode``, ``partnerCode``, ``classificationCode``, ``cmdCode``, ``primaryValue`` in U.S. dollars, and where
they are given ``partner2Code``, ``customsCode``, ``motCode``, ``mosCode`` and ``netWgt`` in kilograms.

One figure stands at several places of such a file: as the total of its ways of transport, customs procedures and second partners,
at 2, 4 and 6 digits, and with the world as partner. Only totals of the first three are taken, and only the finest level; the world
stays, to measure what has no partner.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.areas import codes_by_number
from hled.sources.trade.readers.raw import (
    Raw,
    coded,
    columns_named,
    constant,
    count,
    files_of,
    nothing,
    open_text,
    text_or_null,
)
from hled.sources.trade.rules import TR_16, TR_19, TR_22
from hled.sources.trade.schema import EDITION_WORDS, Flow

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends.sql import SQLBackend

LAYOUT_TRIED = False

SOURCE = Bilingual("United Nations, UN Comtrade", "Naciones Unidas, UN Comtrade")

_NEEDED = {
    each: (each,)
    for each in (
        "period",
        "reporterCode",
        "flowCode",
        "partnerCode",
        "classificationCode",
        "cmdCode",
        "primaryValue",
    )
}
_TOTALS = {"partner2Code": ("0",), "customsCode": ("C00",), "motCode": ("0",), "mosCode": ("0",)}
"""How each breakdown writes that it is the total."""

_LEVELS = (6, 4, 2)
_UNSPECIFIED = "9999AA"
"""Goods that a country does not say; six signs, counted with chapter 99."""


def read_comtrade(connection: "SQLBackend", path: Path, *, year: int | None = None, edition: str = "") -> Raw:
    """
    Rows of one file of UN Comtrade, or of a folder of files with the same columns.

    Raises
    ------
    BrokenRuleError
        TR-02 on files, TR-16 when no row is left, TR-22 when a figure stands in its parts only.
    """
    files = files_of(path)
    table = open_text(connection, files)
    at = columns_named(table, _NEEDED, {each: (each,) for each in (*_TOTALS, "netWgt")}, files[0].name)
    rows = _of_year(_known_flows(table, at), at, year)
    totals = _totals(rows, at)
    _require_totals(rows, totals, at, files[0].name)
    finest, lengths = _finest(totals, at, files[0].name)
    notes = tuple(_notes(table, rows, totals, finest, lengths, files[0].name))
    return Raw(_shaped(finest, at, edition), _title(path), SOURCE, notes=notes)


def _known_flows(table: "ir.Table", at: dict[str, str]) -> "ir.Table":
    return table.filter(text_or_null(table[at["flowCode"]]).isin([str(each) for each in Flow]))


def _of_year(table: "ir.Table", at: dict[str, str], year: int | None) -> "ir.Table":
    return table if year is None else table.filter(table[at["period"]].strip().startswith(str(year)))


def _totals(table: "ir.Table", at: dict[str, str]) -> "ir.Table":
    for breakdown, words in _TOTALS.items():
        if breakdown in at:
            column = text_or_null(table[at[breakdown]])
            table = table.filter(column.isin(words) | column.isnull())
    return table


def _require_totals(rows: "ir.Table", totals: "ir.Table", at: dict[str, str], place: str) -> None:
    """A figure that is given by parts only would be lost: TR-22."""
    key = [at[each] for each in ("reporterCode", "partnerCode", "flowCode", "period", "cmdCode")]
    alone = rows.select(key).distinct().anti_join(totals.select(key).distinct(), key)
    found = alone.order_by(key).limit(5).to_pyarrow().to_pylist()
    if found:
        raise BrokenRuleError(
            Finding(TR_22, f"{place}: {' '.join(map(str, each.values()))}") for each in found
        )


def _finest(table: "ir.Table", at: dict[str, str], place: str) -> tuple["ir.Table", dict[int, int]]:
    code = table[at["cmdCode"]].strip()
    sized = table.mutate(digits=code.length())
    coded_lines = sized.filter(sized[at["cmdCode"]].strip().upper() != "TOTAL")
    held = coded_lines.group_by("digits").agg(lines=coded_lines.count())
    lengths = {each["digits"]: each["lines"] for each in held.to_pyarrow().to_pylist() if each["digits"]}
    finest = next((each for each in _LEVELS if each in lengths), 0)
    if not finest:
        raise BrokenRuleError(
            [
                Finding(
                    TR_16, place, Bilingual("no codes of 2, 4 or 6 digits", "sin códigos de 2, 4 o 6 dígitos")
                )
            ]
        )
    return table.filter(code.length() == finest), lengths


def _notes(
    table: "ir.Table",
    rows: "ir.Table",
    totals: "ir.Table",
    finest: "ir.Table",
    lengths: dict[int, int],
    place: str,
) -> list[Finding]:
    counts = [count(each) for each in (table, rows, totals, finest)]
    steps = (
        Bilingual("other flows or years", "otros flujos o años"),
        Bilingual(
            "ways of transport, procedures, second partners",
            "modos de transporte, procedimientos, segundos socios",
        ),
        Bilingual("coarser levels and totals", "niveles más gruesos y totales"),
    )
    return [
        Finding(
            TR_19,
            place,
            Bilingual(f"{before - after} lines: {said.en}", f"{before - after} líneas: {said.es}"),
        )
        for before, after, said in zip(counts[:-1], counts[1:], steps, strict=True)
        if before > after
    ]


def _shaped(table: "ir.Table", at: dict[str, str], edition: str) -> "ir.Table":
    numbers = codes_by_number()
    table = coded(table, (at["reporterCode"], at["partnerCode"]), numbers)
    period = table[at["period"]].strip()
    word = text_or_null(table[at["classificationCode"]])
    weight = text_or_null(table[at["netWgt"]]).nullif("0").nullif("0.0") if "netWgt" in at else nothing()
    code = table[at["cmdCode"]].strip()
    return table.select(
        reporter=table[f"{at['reporterCode']}_code"],
        partner=table[f"{at['partnerCode']}_code"],
        flow=text_or_null(table[at["flowCode"]]),
        period=(period.length() == 6).ifelse(period.substr(0, 4) + "-" + period.substr(4, 2), period),
        product=(code == _UNSPECIFIED).ifelse("999999", code),
        edition=constant(edition) if edition else word.cases(*EDITION_WORDS.items(), else_=word),
        value=text_or_null(table[at["primaryValue"]]),
        quantity=weight,
        unit=constant("kg"),
        duty=nothing(),
    )


def _title(path: Path) -> Bilingual:
    return Bilingual(f"UN Comtrade, {path.name}", f"UN Comtrade, {path.name}")
