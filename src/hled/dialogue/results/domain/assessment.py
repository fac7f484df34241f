"""What the rules find for one commitment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from hled.kernel.bilingual import Bilingual


class Status(StrEnum):
    ANNOUNCED = "announced"
    UNDER_WAY = "under_way"
    PARTLY_DONE = "partly_done"
    DONE = "done"
    LATE = "late"
    SILENT = "silent"
    RESTATED = "restated"
    RECURRENCE_OVERDUE = "recurrence_overdue"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    NO_INFORMATION = "no_information"

    @property
    def label(self) -> Bilingual:
        return _TITLES[self]


_TITLES = MappingProxyType(
    {
        Status.ANNOUNCED: Bilingual("Announced", "Anunciado"),
        Status.UNDER_WAY: Bilingual("Under way", "En curso"),
        Status.PARTLY_DONE: Bilingual("Partly done", "Cumplido en parte"),
        Status.DONE: Bilingual("Reported done", "Reportado como cumplido"),
        Status.LATE: Bilingual("Late", "Atrasado"),
        Status.SILENT: Bilingual("Silent", "Sin informe"),
        Status.RESTATED: Bilingual("Restated, no result", "Reiterado sin resultado"),
        Status.RECURRENCE_OVERDUE: Bilingual("Recurrence overdue", "Periodicidad incumplida"),
        Status.SUPERSEDED: Bilingual("Superseded", "Sustituido"),
        Status.WITHDRAWN: Bilingual("Withdrawn", "Retirado"),
        Status.NO_INFORMATION: Bilingual("No information", "Sin información"),
    }
)


class Weight(StrEnum):
    """How a source bears on the status."""

    DECIDES = "decides"
    SUPPORTS = "supports"
    STATEMENT = "statement"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    A report, document, milestone or child on which a status rests.

    `published_on` is the day from which it counts, the last one of a month or a year; None where undated.
    """

    id: str
    document: str | None
    published_on: date | None
    precision: str
    url: str | None
    by: str
    weight: Weight

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "document": self.document,
            "published_on": self.published_on.isoformat() if self.published_on else None,
            "published_precision": self.precision if self.published_on else "unknown",
            "url": self.url,
            "by": self.by,
            "weight": self.weight.value,
        }


class Voice(StrEnum):
    """Whose word the evidence is."""

    NONE = "none"
    ONE_PARTY = "one_party"
    BOTH_PARTIES = "both_parties"
    THIRD_PARTY = "third_party"

    @property
    def label(self) -> Bilingual:
        return _VOICES[self]


_VOICES = MappingProxyType(
    {
        Voice.NONE: Bilingual("No report", "Sin informe"),
        Voice.ONE_PARTY: Bilingual("Own word of one Party", "Dicho de una sola Parte"),
        Voice.BOTH_PARTIES: Bilingual("Word of both Parties", "Dicho de ambas Partes"),
        Voice.THIRD_PARTY: Bilingual("Word of a third party", "Dicho de un tercero"),
    }
)


class Origin(StrEnum):
    """Where the evidence was read."""

    NONE = "none"
    PRIMARY = "primary"
    PRESS = "press"

    @property
    def label(self) -> Bilingual:
        return _ORIGINS[self]


_ORIGINS = MappingProxyType(
    {
        Origin.NONE: Bilingual("No document", "Sin documento"),
        Origin.PRIMARY: Bilingual("Primary document", "Documento primario"),
        Origin.PRESS: Bilingual("Press or other", "Prensa u otros"),
    }
)


@dataclass(frozen=True, slots=True)
class Strength:
    """How strong the deciding evidence is."""

    voice: Voice = Voice.NONE
    origin: Origin = Origin.NONE

    def as_json(self) -> dict[str, str]:
        return {"voice": self.voice.value, "origin": self.origin.value}


NO_STRENGTH = Strength()
WORD_OF_BOTH = Strength(Voice.BOTH_PARTIES, Origin.PRIMARY)
"""Of an act that both Parties signed."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a reader would need and the record does not hold."""

    code: str
    says: Bilingual

    def as_json(self) -> dict[str, str]:
        return {"code": self.code, "says_en": self.says.en, "says_es": self.says.es}


@dataclass(frozen=True, slots=True)
class Assessment:
    """
    The status of a commitment as known on a day, by which rule and on what.

    Parameters
    ----------
    rule
        Code of the rule that gave the status, ``ST-01`` and so on, in rulebook `rulebook`.
    since
        First day of the status; None where it rests on undated papers only.
    disputed_by
        Identifiers of the reports, discrepancies and positions of a Party that differ; a position decides nothing.
    searches
        What the editor looked for and did not find; knowledge of the editor, never a Party's report.
    last_report_on
        Latest dated report by anyone but the editor.
    last_evidence_on
        Latest of these that shows work or a result.
    silent_months
        Whole months since the latest report, or since the statement where there is none.
    has_report
        Anyone but the editor reported on it on or after the day of its statement.
    shows_work
        Someone reported work or a result, on it or on a commitment under it.
    undated
        The commitment, or something the status rests on, carries no date.
    """

    commitment: str
    status: Status
    rule: str
    rulebook: str
    since: date | None
    evidence: tuple[Evidence, ...]
    searches: tuple[Evidence, ...]
    missing: tuple[Missing, ...]
    strength: Strength
    disputed_by: tuple[str, ...]
    last_report_on: date | None
    last_evidence_on: date | None
    silent_months: int | None
    shows_work: bool
    has_report: bool
    undated: bool
    template: Bilingual = field(repr=False)
    values: Mapping[str, Any] = field(repr=False)
    remarks: tuple[Bilingual, ...] = field(default=(), repr=False)

    @property
    def disputed(self) -> bool:
        return bool(self.disputed_by)

    @property
    def sentence(self) -> Bilingual:
        """The rule spelled out for this commitment, with its dates; made when asked for."""
        said = (self.template.format(**self.values), *self.remarks)
        return Bilingual(" ".join(each.en for each in said), " ".join(each.es for each in said))

    def as_json(self) -> dict[str, Any]:
        sentence = self.sentence
        return {
            "status": self.status.value,
            "disputed": self.disputed,
            "disputed_by": list(self.disputed_by),
            "rule": self.rule,
            "since": _iso(self.since),
            "sentence_en": sentence.en,
            "sentence_es": sentence.es,
            "evidence": [each.as_json() for each in self.evidence],
            "searches": [each.as_json() for each in self.searches],
            "missing": [each.as_json() for each in self.missing],
            "strength": self.strength.as_json(),
            "last_report_on": _iso(self.last_report_on),
            "last_evidence_on": _iso(self.last_evidence_on),
            "silent_months": self.silent_months,
            "undated": self.undated,
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
