"""Which rows of a trade table a question is about, so that nothing is counted twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade import queries
from hled.sources.trade.areas import unknown_areas
from hled.sources.trade.entries import TradeEntry
from hled.sources.trade.overlaps import resolve_declarants, resolve_pairs
from hled.sources.trade.rules import TR_07, TR_16, TR_17, TR_18
from hled.sources.trade.schema import LEVELS, NATIONAL_CHAPTERS

if TYPE_CHECKING:
    import ibis.expr.types as ir


_NATIONAL_ALONE = Bilingual("chapters 98 and 99 alone", "solo los capítulos 98 y 99")


@dataclass(frozen=True, slots=True)
class Selected:
    """
    The goods among some rows, without what is counted twice.

    `without` says of which reporters' rows each partner was left out.
    """

    goods: "ir.Table"
    edition: str
    reporters: tuple[str, ...]
    total: float
    national_share: float
    left_out: tuple[str, ...]
    without: Mapping[str, frozenset[str]]
    findings: tuple[Finding, ...]


def select_goods(rows: "ir.Table", place: str) -> Selected:
    """
    Leave out of some rows what would be counted twice, and the national chapters.

    Raises
    ------
    BrokenRuleError
        TR-06 on groups and members that contradict each other, TR-16 without rows or with national chapters alone, TR-18 on two editions.
    """
    national = rows["product"].substr(0, 2).isin(NATIONAL_CHAPTERS)
    sums = rows.group_by(["reporter", "partner", "edition"]).agg(
        value=rows.value.sum(), national=rows.value.sum(where=national)
    )
    found = sums.order_by(["reporter", "partner", "edition"]).to_pyarrow().to_pylist()
    if not any(each["value"] for each in found):
        raise BrokenRuleError([Finding(TR_16, place, Bilingual("no rows", "sin filas"))])
    totals: dict[str, dict[str, float]] = {}
    for each in found:
        of_partner = totals.setdefault(each["reporter"], {})
        of_partner[each["partner"]] = of_partner.get(each["partner"], 0.0) + each["value"]
    declared = resolve_declarants({code: sum(each.values()) for code, each in totals.items()}, place)
    pairs = resolve_pairs(
        {code: each for code, each in totals.items() if code not in declared.left_out}, place
    )
    kept = [
        each
        for each in found
        if each["reporter"] not in declared.left_out
        and each["reporter"] not in pairs.left_out.get(each["partner"], ())
    ]
    editions = sorted({each["edition"] for each in kept})
    if len(editions) > 1:
        raise BrokenRuleError([Finding(TR_18, place, ", ".join(editions))])
    total = sum(each["value"] for each in kept)
    in_national = sum(each["national"] or 0.0 for each in kept)
    if in_national >= total:
        raise BrokenRuleError([Finding(TR_16, place, _NATIONAL_ALONE)])
    share = in_national / total
    remaining = queries.without_pairs(queries.without(rows, declared.left_out, "reporter"), pairs.left_out)
    return Selected(
        goods=queries.goods(remaining),
        edition=editions[0],
        reporters=tuple(sorted({each["reporter"] for each in kept})),
        total=total,
        national_share=share,
        without=_all_pairs(declared.left_out, pairs.left_out, {each["partner"] for each in found}),
        left_out=tuple(sorted({*declared.left_out, *pairs.left_out})),
        findings=(*declared.findings, *pairs.findings, *national_findings(share, place)),
    )


def _all_pairs(
    declarants: frozenset[str], pairs: Mapping[str, frozenset[str]], partners: set[str]
) -> dict[str, frozenset[str]]:
    """A reporter that is left out is left out with every partner."""
    chosen = {each: declarants | pairs.get(each, frozenset()) for each in sorted(partners)}
    return {partner: reporters for partner, reporters in chosen.items() if reporters}


def national_findings(share: float, place: str) -> tuple[Finding, ...]:
    """TR-07 with the share of chapters 98 and 99, where there is one."""
    said = Bilingual(f"chapters 98 and 99: {share:.1%}", f"capítulos 98 y 99: {share:.1%}")
    return (Finding(TR_07, place, said, data={"share": share}),) if share else ()


def require_level(level: int, entry: TradeEntry) -> None:
    """Refuse a level that is none, or finer than the table's, TR-17."""
    if level not in LEVELS or level > entry.digits:
        found = Bilingual(f"{level}; the table has {entry.digits}", f"{level}; la tabla tiene {entry.digits}")
        raise BrokenRuleError([Finding(TR_17, f"{entry.id}: level", found)])


def require_known(importer: str, entry: TradeEntry) -> None:
    """Refuse a code that no list knows, with near ones, TR-15."""
    if findings := tuple(unknown_areas([importer], f"{entry.id}: importer", entry.areas)):
        raise BrokenRuleError(findings)


def year_of(entry: TradeEntry, year: int | None) -> int:
    """The year asked for, or the latest; TR-16 where the table has no such whole year."""
    if not entry.years or (year is not None and year not in entry.years):
        held = ", ".join(entry.periods)
        said = Bilingual(f"{year or '-'}; at hand: {held}", f"{year or '-'}; disponibles: {held}")
        raise BrokenRuleError([Finding(TR_16, f"{entry.id}: year", said)])
    return max(entry.years) if year is None else year
