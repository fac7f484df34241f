"""
Trade tables as answers: which there are, what one holds and who sells in a market, and whether it is sound. Amounts are text.

The readers are imported where they are used: the schemas are read whenever a command starts.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.numbers import amount_text, share_text
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
from hled.kernel.rule import BrokenRuleError, Finding, Severity

if TYPE_CHECKING:
    from hled.sources.trade import MarketReading, TradeEntry

_ENTRY: dict[str, Schema] = dict(
    id=TEXT,
    **both("title"),
    periods=listing(TEXT),
    editions=listing(TEXT),
    flows=listing(TEXT),
    digits=COUNT,
    reporters=COUNT,
    partners=COUNT,
    products=COUNT,
    rows=COUNT,
    format=TEXT,
    layout_tried=FLAG,
    **both("layout_note"),
    digest={"type": "string", "pattern": "^[0-9a-f]{64}$"},
)
_MARKET = shape(
    importer=TEXT,
    **both("importer"),
    year=WHOLE,
    edition=TEXT,
    products=COUNT,
    total=NUMBER_TEXT,
    national_share=NUMBER_TEXT,
    goods=NUMBER_TEXT,
    left_out=listing(TEXT),
    partners=listing(
        shape(code=TEXT, **both("name"), value=NUMBER_TEXT, share=NUMBER_TEXT, duty=maybe(NUMBER_TEXT))
    ),
)

TRADE_TABLES_SCHEMA = Published(
    "trade_tables", Bilingual("Trade tables at hand", "Tablas de comercio disponibles"), shape(**_ENTRY)
)
TRADE_TABLE_SCHEMA = Published(
    "trade_table",
    Bilingual("A trade table and one market in it", "Una tabla de comercio y uno de sus mercados"),
    shape(
        **_ENTRY,
        **both("source"),
        notes=listing(shape(**both("note"))),
        market=maybe(_MARKET),
    ),
)
TRADE_CHECK_SCHEMA = Published(
    "trade_check",
    Bilingual("Whether a trade table is sound", "Si una tabla de comercio es consistente"),
    shape(id=TEXT, sound=FLAG, rows=COUNT, errors=COUNT, warnings=COUNT),
)
PUBLISHED = (TRADE_TABLES_SCHEMA, TRADE_TABLE_SCHEMA, TRADE_CHECK_SCHEMA)

_TRIED = Bilingual("layout tried on real files", "formato probado con archivos reales")
_UNTRIED = Bilingual(
    "layout read from documentation, not yet tried on a real file",
    "formato leído de la documentación, aún no probado con un archivo real",
)


def trade_tables_answer(home: Path) -> Answer:
    """Every trade table at hand; what is wrong with those that were added stands in the findings."""
    from hled.sources.trade import list_trade, listing_findings

    return Answer("trade_tables", {}, [_entry(each) for each in list_trade(home)], listing_findings(home))


def trade_added_answer(entry: "TradeEntry", findings: Sequence[Finding]) -> Answer:
    """The trade table that was added or fetched."""
    return Answer("trade_tables", {"id": entry.id}, [_entry(entry)], findings)


def trade_table_answer(
    id: str, home: Path, *, importer: str | None = None, year: int | None = None, backend: str = "duckdb"
) -> Answer:
    """
    One trade table, and who sells to an importer in a year.

    Parameters
    ----------
    importer
        The United States without it, where the table has a year and its imports; else no market is shown.

    Raises
    ------
    NotFoundError
        TR-01, with near ids.
    BrokenRuleError
        TR-06, TR-15, TR-16, TR-18, of the market.
    """
    from hled.sources.trade import Backend, read_market, trade_entry

    entry = trade_entry(id, home)
    asked = importer is not None or year is not None
    reading: MarketReading | None = None
    findings: Sequence[Finding] = entry.findings
    try:
        reading = read_market(id, importer or "USA", 2, year=year, home=home, backend=Backend(backend))
        findings = reading.findings
    except BrokenRuleError:
        if asked:
            raise
    item = {
        **_entry(entry),
        **_both("source", entry.source),
        "notes": [_both("note", each) for each in entry.notes],
        "market": None if reading is None else _market(reading),
    }
    params = {"id": id, "importer": importer or "USA", "year": year}
    return Answer("trade_table", params, [item], findings)


def trade_check_answer(id: str, home: Path) -> Answer:
    """
    Whether a trade table is sound.

    Raises
    ------
    NotFoundError
        TR-01, with near ids.
    """
    from hled.sources.trade.adding import check_trade

    entry, findings = check_trade(id, home)
    counts = {severity: sum(each.rule.severity is severity for each in findings) for severity in Severity}
    item = {
        "id": entry.id,
        "sound": not counts[Severity.ERROR],
        "rows": entry.rows,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
    }
    return Answer("trade_check", {"id": id}, [item], findings)


def _entry(entry: "TradeEntry") -> dict[str, Any]:
    return {
        "id": entry.id,
        **_both("title", entry.title),
        "periods": list(entry.periods),
        "editions": list(entry.editions),
        "flows": list(entry.flows),
        "digits": entry.digits,
        "reporters": entry.reporters,
        "partners": entry.partners,
        "products": entry.products,
        "rows": entry.rows,
        "format": entry.format,
        "layout_tried": entry.layout_tried,
        **_both("layout_note", _TRIED if entry.layout_tried else _UNTRIED),
        "digest": entry.digest,
    }


def _market(reading: "MarketReading") -> dict[str, Any]:
    market = reading.market
    values = market.values.sum(axis=0)
    duties = None if market.duties is None else market.duties.sum(axis=0)
    goods = float(values.sum())
    order = sorted(range(len(market.partners)), key=lambda at: (-values[at], market.partners[at]))
    return {
        "importer": market.importer,
        **_both("importer", _name(market.importer)),
        "year": market.year,
        "edition": market.edition,
        "products": len(market.products),
        "total": amount_text(reading.total),
        "national_share": share_text(reading.national_share),
        "goods": amount_text(goods),
        "left_out": list(reading.left_out),
        "partners": [
            {
                "code": market.partners[at],
                **_both("name", _name(market.partners[at])),
                "value": amount_text(float(values[at])),
                "share": share_text(float(values[at]) / goods if goods else 0.0),
                "duty": None if duties is None else amount_text(float(duties[at])),
            }
            for at in order
        ],
    }


def _name(code: str) -> Bilingual:
    from hled.sources.trade.areas import areas

    return areas()[code].name if code in areas() else Bilingual(code, code)


def _both(name: str, text: Bilingual) -> dict[str, str]:
    return {f"{name}_en": text.en, f"{name}_es": text.es}
