"""What one report shows about its commitment, on a ladder from nothing to the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from hled.dialogue.results.domain.assessment import NO_STRENGTH, Evidence, Origin, Strength, Voice, Weight
from hled.dialogue.results.domain.facts import EDITOR, PARTIES, CommitmentFacts, ReportFacts
from hled.kernel.bilingual import Bilingual


class Level(IntEnum):
    """
    How far a report alone shows its commitment to have come.

    `TOUCHED`: something produced, held or gained is reported, which bears on the commitment by background or by
    repetition only.
    """

    NOTHING = 0
    RESTATED = 1
    TOUCHED = 2
    WORK = 3
    PART = 4
    WHOLE = 5


_SHOWN = {
    "completed": Level.WHOLE,
    "partly_completed": Level.PART,
    "activity": Level.WORK,
    "effect": Level.WORK,
    "slipped": Level.WORK,
    "restated": Level.RESTATED,
    "context": Level.NOTHING,
    "disputed": Level.NOTHING,
    "nothing_found": Level.NOTHING,
}

_DEEDS = frozenset({"output", "outcome", "meeting"})

_BY_KIND = {
    "restated": Level.RESTATED,
    "delay": Level.WHOLE,
    "outcome": Level.WORK,
    "gap": Level.NOTHING,
    "discrepancy": Level.NOTHING,
    "baseline": Level.NOTHING,
    "forecast": Level.NOTHING,
}

_WHOM = {
    "us": Bilingual("the United States", "Estados Unidos"),
    "mx": Bilingual("Mexico", "México"),
    "joint": Bilingual("both Parties", "ambas Partes"),
    "press": Bilingual("the press", "la prensa"),
    "third": Bilingual("a third party", "un tercero"),
}


_VOICES_BY_STRENGTH = (Voice.BOTH_PARTIES, Voice.ONE_PARTY, Voice.THIRD_PARTY)


@dataclass(frozen=True, slots=True)
class Sign:
    """A report by someone other than the editor, and how far it shows the commitment to have come."""

    report: ReportFacts
    level: Level

    @property
    def on(self) -> date | None:
        return self.report.reported_on

    @property
    def happened_on(self) -> date | None:
        return self.report.happened_on or self.report.reported_on

    @property
    def order(self) -> tuple[date, str]:
        """Dated before undated, then by identifier: the order in which facts arrive does not matter."""
        return (self.on or date.max, self.report.id)


def read_signs(
    commitment: CommitmentFacts, reports: Iterable[ReportFacts], *, use_shows: bool
) -> tuple[Sign, ...]:
    """The reports by others than the editor, in order of publication."""
    level_of = _level_shown if use_shows else _level_without_shows
    signs = [
        Sign(each, _since_the_promise(level_of(commitment, each), commitment, each))
        for each in reports
        if each.by != EDITOR and each.kind != "gap"
    ]
    if len(signs) > 1:
        signs.sort(key=lambda sign: sign.order)
    return tuple(signs)


def _level_shown(_: CommitmentFacts, report: ReportFacts) -> Level:
    try:
        level = _SHOWN[report.shows]
    except KeyError:
        raise ValueError(f"shows={report.shows!r} of {report.id} is not a code of the rulebook") from None
    weak = report.shows in {"restated", "context"}
    return Level.TOUCHED if weak and report.kind in _DEEDS else level


def _level_without_shows(commitment: CommitmentFacts, report: ReportFacts) -> Level:
    """
    The same ladder from kind, publisher and document alone.

    A deliverable is a named output: an official document that reports an output of it reports the thing, save for
    money, of which it reports the start. Of an open commitment an output is work.
    """
    event = commitment.action_type == "hold_event"
    match report.kind:
        case "meeting":
            return Level.PART if event else Level.WORK
        case "output" if event and commitment.recurrence:
            return Level.PART
        case "output" if commitment.kind == "deliverable" and report.document_kind == "official":
            return Level.PART if commitment.action_type == "fund_or_invest" else Level.WHOLE
        case "output":
            return Level.PART if event else Level.WORK
        case "delay" if event:
            return Level.PART
    try:
        return _BY_KIND[report.kind]
    except KeyError:
        raise ValueError(f"kind={report.kind!r} of {report.id} is not a code of the rulebook") from None


def _since_the_promise(level: Level, commitment: CommitmentFacts, report: ReportFacts) -> Level:
    """
    A report older than the promise counts for what had been delivered, and for nothing less.

    The promise took up work already begun: a part or a round delivered then is part of it, while activity,
    repetition or background from before cannot show that anything was done about the promise.
    """
    older = (
        report.reported_on is not None
        and commitment.stated_on is not None
        and report.reported_on < commitment.stated_on
    )
    return Level.NOTHING if older and level < Level.PART else level


def differs(report: ReportFacts, *, use_shows: bool) -> bool:
    return report.kind == "discrepancy" or (use_shows and report.shows == "disputed")


def evidence_of(report: ReportFacts, weight: Weight) -> Evidence:
    return Evidence(
        id=report.id,
        document=report.document,
        published_on=report.reported_on,
        precision=report.precision,
        url=report.url,
        by=report.by,
        weight=weight,
    )


def strength_of(signs: Iterable[Sign]) -> Strength:
    """Whose word the signs are, the stronger before the weaker, and whether any is a primary document."""
    signs = tuple(signs)
    if not signs:
        return NO_STRENGTH
    by = {sign.report.by for sign in signs}
    if "joint" in by or {"us", "mx"} <= by:
        voice = Voice.BOTH_PARTIES
    else:
        voice = Voice.ONE_PARTY if by & PARTIES else Voice.THIRD_PARTY
    return Strength(voice, Origin.PRIMARY if any(map(_is_primary, signs)) else Origin.PRESS)


def strongest(strengths: Iterable[Strength]) -> Strength:
    """The best voice and the best origin of several; no strength is added up."""
    strengths = tuple(strengths)
    voices = {each.voice for each in strengths}
    origins = {each.origin for each in strengths}
    return Strength(
        next((voice for voice in _VOICES_BY_STRENGTH if voice in voices), Voice.NONE),
        next((origin for origin in (Origin.PRIMARY, Origin.PRESS) if origin in origins), Origin.NONE),
    )


def _is_primary(sign: Sign) -> bool:
    if sign.report.document_kind is None:
        return sign.report.by in PARTIES
    return sign.report.document_kind == "official"


def whom(signs: Iterable[Sign]) -> Bilingual:
    """Who says so: both Parties, one of them, or, where neither does, a third party or the press."""
    by = {sign.report.by for sign in signs}
    if "joint" in by or {"us", "mx"} <= by:
        return _WHOM["joint"]
    for code in ("us", "mx", "third", "press"):
        if code in by:
            return _WHOM[code]
    raise ValueError(f"by={sorted(by)!r} names no one who reports")
