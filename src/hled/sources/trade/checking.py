"""Whether the rows of a trade table are sound: every finding is collected, nothing is repaired."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule
from hled.sources.trade import queries
from hled.sources.trade.areas import unknown_areas
from hled.sources.trade.concordances import editions
from hled.sources.trade.overlaps import resolve_overlaps
from hled.sources.trade.rules import TR_09, TR_10, TR_11, TR_12, TR_13, TR_14, TR_16, TR_23
from hled.sources.trade.schema import (
    EDITIONS,
    KEY,
    LENGTHS,
    NATIONAL_CHAPTERS,
    NO_CHAPTERS,
    NUMBERS,
    TEXTS,
    Flow,
)
from hled.sources.trade.selecting import national_findings

if TYPE_CHECKING:
    import ibis.expr.types as ir

SHOWN = 5
"""How many places of one kind are named; the rest are counted."""

_EXPORT_AGAIN = Bilingual(
    "The file has a header and nothing under it, or nothing of the year that was asked for: export it again, or name another year.",
    "El archivo tiene encabezado y nada debajo, o nada del año pedido: exporte el archivo de nuevo o indique otro año.",
)
_PERIOD = r"^\d{4}(-(0[1-9]|1[0-2]))?$"


def check_rows(table: "ir.Table", place: str, areas: Sequence[str] = ()) -> tuple[Finding, ...]:
    """
    Everything that is wrong with, or has to be said about, the rows of a long table.

    Parameters
    ----------
    table
        The columns of the schema; numbers are numbers. Text that is not a number may stand in ``value_text`` and its like.
    areas
        Codes that are known beside ``areas.csv``.
    """
    if not _count(table):
        return (Finding(TR_16, place, Bilingual("no rows", "sin filas"), remedy=_EXPORT_AGAIN),)
    return (
        *_of_keys(table, place),
        *_of_codes(table, place),
        *_of_editions(table, place),
        *_of_numbers(table, place),
        *_of_areas(table, place, areas),
        *_of_duplicates(table, place),
        *_of_units(table, place),
        *_of_chapters(table, place),
        *_of_overlaps(table, place),
    )


def _of_keys(table: "ir.Table", place: str) -> Iterator[Finding]:
    for name in TEXTS:
        yield from _places(table, table[name].isnull(), TR_12, f"{place}: {name}", name)
    wrong_flow = table.flow.notin([str(each) for each in Flow])
    yield from _places(table, wrong_flow, TR_12, f"{place}: flow", "flow")
    yield from _places(table, ~table.period.re_search(_PERIOD), TR_12, f"{place}: period", "period")


def _of_codes(table: "ir.Table", place: str) -> Iterator[Finding]:
    code = table["product"]
    wrong = ~code.re_search(r"^\d+$") | code.length().notin(LENGTHS) | code.substr(0, 2).isin(NO_CHAPTERS)
    yield from _places(table, wrong, TR_09, f"{place}: product", "product")
    right = table.filter(~wrong)
    sized = right.mutate(digits=right["product"].length())
    lengths = _rows(sized.group_by("digits").agg(lines=sized.count()).order_by("digits"))
    if len(lengths) > 1:
        said = ", ".join(f"{each['digits']}: {each['lines']}" for each in lengths)
        yield Finding(
            TR_09, f"{place}: product", Bilingual(f"digits: lines {said}", f"dígitos: líneas {said}")
        )
    yield from _places(table, table.edition.notin(EDITIONS), TR_10, f"{place}: edition", "edition")


def _of_editions(table: "ir.Table", place: str) -> Iterator[Finding]:
    """Codes of six digits or more beside the lists of the editions; an edition that is named fits no worse than another."""
    goods = queries.goods(table.filter(table["product"].re_search(r"^\d{6,}$")))
    cut = goods.select("edition", code=goods["product"].substr(0, 6)).distinct().order_by(["edition", "code"])
    named: dict[str, list[str]] = {}
    for each in _rows(cut):
        named.setdefault(each["edition"], []).append(each["code"])
    for edition, codes in named.items():
        yield from _of_edition(edition, codes, f"{place}: {edition}")


def _of_edition(edition: str, codes: Sequence[str], place: str) -> Iterator[Finding]:
    if edition not in editions.EDITIONS:
        if edition in EDITIONS:
            yield Finding(TR_23, place, Bilingual("no list of its codes at hand", "sin lista de sus códigos"))
        return
    best, *_ = found = editions.fits(codes)
    own = next(each for each in found if each.edition == edition)
    outside, all_of = len(own.outside), len(codes)
    shown = ", ".join(own.outside[:SHOWN])
    if best.share > own.share:
        said = Bilingual(
            f"{outside} of {all_of} codes are not in it, such as {shown}; {best.edition} has {best.share:.1%}",
            f"{outside} de {all_of} códigos no están en ella, como {shown}; {best.edition} tiene {best.share:.1%}",
        )
        yield Finding(TR_10, place, said, data={"fits": best.edition})
    elif outside:
        yield Finding(
            TR_23, place, Bilingual(f"{outside} of {all_of}: {shown}", f"{outside} de {all_of}: {shown}")
        )


def _of_numbers(table: "ir.Table", place: str) -> Iterator[Finding]:
    for name in NUMBERS:
        column = table[name]
        wrong = (column < 0) | column.isnan() | column.isinf()
        if name == "value":
            wrong = wrong | column.isnull()
        shown = name
        if f"{name}_text" in table.columns:
            wrong = wrong | table[f"{name}_text"].notnull()
            shown = f"{name}_text"
        yield from _places(table, wrong.fill_null(False), TR_11, f"{place}: {name}", shown, name)


def _of_areas(table: "ir.Table", place: str, areas: Sequence[str]) -> Iterator[Finding]:
    for name in ("reporter", "partner"):
        held = table.filter(table[name].notnull()).select(code=table[name]).distinct().order_by("code")
        codes = [each["code"] for each in _rows(held)]
        yield from unknown_areas(codes, f"{place}: {name}", areas)


def _of_duplicates(table: "ir.Table", place: str) -> Iterator[Finding]:
    again = table.group_by(list(KEY)).agg(lines=table.count())
    again = again.filter(again.lines > 1)
    total = _count(again)
    for each in _rows(again.order_by(list(KEY)).limit(SHOWN)):
        yield Finding(
            TR_13, f"{place}: {_key(each)}", Bilingual(f"{each['lines']} lines", f"{each['lines']} líneas")
        )
    yield from _rest(TR_13, place, total)


def _of_units(table: "ir.Table", place: str) -> Iterator[Finding]:
    held = table.filter(table.quantity.notnull())
    by = ["reporter", "flow", "period", "product"]
    mixed = held.group_by(by).agg(units=held.unit.nunique(), first=held.unit.min(), last=held.unit.max())
    mixed = mixed.filter(mixed.units > 1)
    total = _count(mixed)
    for each in _rows(mixed.order_by(by).limit(SHOWN)):
        where = " ".join(str(each[name]) for name in by)
        yield Finding(TR_14, f"{place}: {where}", f"{each['first']}, {each['last']}")
    yield from _rest(TR_14, place, total)


def _of_chapters(table: "ir.Table", place: str) -> Iterator[Finding]:
    national = table["product"].substr(0, 2).isin(NATIONAL_CHAPTERS)
    sums = _rows(table.aggregate(value=table.value.sum(), national=table.value.sum(where=national)))[0]
    share = (sums["national"] or 0.0) / sums["value"] if sums["value"] else 0.0
    yield from national_findings(share, place)


@dataclass(frozen=True, slots=True)
class _Market:
    reporter: str
    flow: str
    period: str


def _of_overlaps(table: "ir.Table", place: str) -> Iterator[Finding]:
    """Groups beside members and the world beside partners, market by market; the same finding is said once with its count."""
    sound = table.filter([table[name].notnull() for name in (*KEY, "value")])
    markets: dict[_Market, dict[str, float]] = {}
    for each in _rows(queries.totals_by_partner(sound)):
        market = _Market(each["reporter"], each["flow"], each["period"])
        markets.setdefault(market, {})[each["partner"]] = each["value"]
    found: dict[str, list[Finding]] = {}
    for market, totals in markets.items():
        where = f"{place}: {market.reporter} {market.flow} {market.period}"
        try:
            findings: Sequence[Finding] = resolve_overlaps(totals, where).findings
        except BrokenRuleError as error:
            findings = error.findings
        for finding in findings:
            found.setdefault(finding.rule.code, []).append(finding)
    for same in found.values():
        yield from same[:SHOWN]
        yield from _rest(same[0].rule, place, len(same))


def _places(
    table: "ir.Table", wrong: "ir.BooleanValue", rule: Rule, place: str, shown: str, otherwise: str = ""
) -> Iterator[Finding]:
    rows = table.filter(wrong)
    total = _count(rows)
    if not total:
        return
    columns = list(dict.fromkeys((*KEY, shown, *((otherwise,) if otherwise else ()))))
    for each in _rows(rows.select(columns).order_by(columns).limit(SHOWN)):
        found = each[shown] if each[shown] is not None else each.get(otherwise)
        yield Finding(rule, f"{place}: {_key(each)}", _missing if found is None else str(found))
    yield from _rest(rule, place, total)


_missing = Bilingual("missing", "falta")


def _rest(rule: Rule, place: str, total: int) -> Iterator[Finding]:
    if total > SHOWN:
        more = total - SHOWN
        yield Finding(rule, place, Bilingual(f"and {more} more", f"y {more} más"))


def _key(row: dict[str, Any]) -> str:
    return " ".join(str(row[name]) if row[name] is not None else "-" for name in KEY)


def _rows(expression: "ir.Table") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = expression.to_pyarrow().to_pylist()
    return rows


def _count(expression: "ir.Table") -> int:
    return int(expression.count().to_pyarrow().as_py())
