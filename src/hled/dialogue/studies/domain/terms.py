"""Terms of gross exports as answers show them: amounts, shares and ranges, for all industries together and for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain import names
from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.question import Item
from hled.dialogue.studies.domain.rules import SQ_06
from hled.economy.uncertainty import Errors, TermRange, TermRanges, term_ranges
from hled.economy.uncertainty.terms import PARTS
from hled.economy.value_chains import TERM_NAMES, Method
from hled.economy.value_chains.decomposing import WHOLE_ONLY
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import require

if TYPE_CHECKING:
    from hled.economy.leontief import System
    from hled.economy.tables import Table

EXPORTS = "EXGR"
_EVERYONE = Bilingual("all importers", "todos los importadores")
_TOGETHER = Bilingual("all industries", "todas las industrias")
_WHOLE = "1"


def one_region(table: "Table", code: str, place: str) -> int:
    """
    Position of a single region.

    Raises
    ------
    BrokenRuleError
        IO-13 on an unknown one, SQ-06 on a group.
    """
    from hled.economy.tables.choosing import regions_named

    found = regions_named(table, code)
    require(SQ_06, len(found) == 1, place=place, found=code)
    return int(found[0])


def ranged_terms(
    system: "System", method: str, *, exporter: int, importer: int, draws: int, seed: int
) -> tuple[TermRanges, ...]:
    """Of all exports, and of those to the importer where the method knows a single one."""
    chosen = Method(method)
    return term_ranges(
        system.table,
        chosen,
        exporter=exporter,
        importers=(None,) if chosen in WHOLE_ONLY else (None, importer),
        balance=system.balance,
        errors=Errors(count=draws, seed=seed),
    )


@dataclass(frozen=True, slots=True)
class Ends:
    """Low and high end of a share as text, of the whole and of each part; None where there is none."""

    low: str
    high: str
    parts: dict[str, tuple[str, str] | None]
    not_bounded: Bilingual | None


def term_names(ranges: TermRanges) -> list[str]:
    """Gross exports, the terms that add up to them, and the sums."""
    return [EXPORTS, *ranges.terms]


def ends_of(ranges: TermRanges, term: str, at: int) -> Ends:
    """Of the exports of all industries together where `at` is 0, else of the industry before it."""
    if term == EXPORTS:
        return Ends(_WHOLE, _WHOLE, dict.fromkeys(PARTS), None)
    found = ranges.terms[term]
    reason = found.not_bounded_by_industry if at else found.not_bounded
    return Ends(
        share_text(float(found.low[at])),
        share_text(float(found.high[at])),
        {part: _part(found, part, at, bounded=reason is None) for part in PARTS},
        reason,
    )


def _part(found: TermRange, part: str, at: int, *, bounded: bool) -> tuple[str, str] | None:
    if part not in found.parts or (part == "proportionality" and not bounded):
        return None
    low, high = found.parts[part]
    return share_text(float(low[at])), share_text(float(high[at]))


def share_of(ranges: TermRanges, term: str, at: int) -> float:
    """A term as a fraction of the exports of an industry; gross exports where the fraction is of all exports too."""
    if term != EXPORTS:
        return float(ranges.terms[term].central[at])
    whole = float(ranges.exports[at])
    return amount_of(ranges, term, at) / whole if whole else 0.0


def amount_of(ranges: TermRanges, term: str, at: int) -> float:
    """In the table's unit."""
    found = ranges.found
    if not at:
        return found.total(term)
    values = found.exports if term == EXPORTS else {**found.terms, **found.sums}[term]
    return float(values[at - 1])


def importer_of(table: "Table", ranges: TermRanges) -> tuple[str, Bilingual]:
    """Code of the importer and its name; no code for all together."""
    at = ranges.found.importer
    if at is None:
        return "", _EVERYONE
    code = table.regions[at].code
    return code, names.region_in_sentence(table, code)


def term_items(
    table: "Table", ranges: TermRanges, *, by_industry: bool, wanted: Sequence[str]
) -> Iterator[Item]:
    """
    A row for every term: of all industries together, then of each industry that exports.

    Parameters
    ----------
    wanted
        Codes of terms; all where empty.
    """
    importer, importer_name = importer_of(table, ranges)
    places = range(1 + len(ranges.found.industries)) if by_industry else range(1)
    shown = [each for each in term_names(ranges) if not wanted or each in wanted]
    for at in places:
        if at and not _stands(ranges, at):
            continue
        industry = int(ranges.found.industries[at - 1]) if at else 0
        name = names.industry_name(table, industry) if at else _TOGETHER
        for term in shown:
            ends = ends_of(ranges, term, at)
            yield {
                "importer": importer,
                "importer_en": importer_name.en,
                "importer_es": importer_name.es,
                "level": "industry" if at else "total",
                "industry": table.label(industry) if at else "",
                "industry_en": name.en,
                "industry_es": name.es,
                "term": term,
                "term_en": TERM_NAMES[term].en,
                "term_es": TERM_NAMES[term].es,
                "adds_up": term in ranges.found.terms,
                "amount": amount_text(amount_of(ranges, term, at)),
                "share": share_text(share_of(ranges, term, at)),
                "low": ends.low,
                "high": ends.high,
                **{
                    f"{part}_{end}": None if found is None else found[side]
                    for part, found in ends.parts.items()
                    for side, end in enumerate(("low", "high"))
                },
                "bounded": ends.not_bounded is None,
            }


def _stands(ranges: TermRanges, at: int) -> bool:
    """Whether an industry exports, or adds value where the method says so."""
    shown = term_names(ranges) if ranges.found.method is Method.KWW else (EXPORTS,)
    return any(amount_text(amount_of(ranges, each, at)) != "0" for each in shown)


def not_bounded_items(table: "Table", ranges: TermRanges, *, by_industry: bool) -> Iterator[Item]:
    """Which terms proportionality does not bound, and why: one row for each reason."""
    importer, _ = importer_of(table, ranges)
    for level, at in (("total", 0), ("industry", 1)) if by_industry else (("total", 0),):
        reasons: dict[Bilingual, list[str]] = {}
        for term, found in ranges.terms.items():
            reason = found.not_bounded_by_industry if at else found.not_bounded
            if reason is not None:
                reasons.setdefault(reason, []).append(term)
        for reason, terms in reasons.items():
            yield {
                "importer": importer,
                "level": level,
                "terms": terms,
                "reason_en": reason.en,
                "reason_es": reason.es,
            }
