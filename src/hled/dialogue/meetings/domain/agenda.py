"""What the next meeting should take up, proposed from the alerts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from hled.dialogue.results.domain.alerts import Alert
from hled.kernel.bilingual import Bilingual

MINUTES: Mapping[str, int] = MappingProxyType(
    {"AL-20": 15, "AL-02": 15, "AL-12": 10, "AL-03": 10, "AL-06": 10, "AL-10": 5, "AL-01": 5}
)
"""Minutes that a reason asks for, by its rule: a late promise wants a discussion, a silent one a report."""
USUAL_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item is proposed: the rule, what it found and on which evidence."""

    code: str
    sentence: Bilingual
    ask: Bilingual
    since: date | None
    weight: int
    evidence: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "sentence_en": self.sentence.en,
            "sentence_es": self.sentence.es,
            "ask_en": self.ask.en,
            "ask_es": self.ask.es,
            "since": self.since.isoformat() if self.since else None,
            "weight": self.weight,
            "evidence": list(self.evidence),
        }


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """
    A commitment, a series of meetings or a subject of a room above to take up; the heaviest reason comes first.

    Parameters
    ----------
    weight
        Sum of the weights of its reasons.
    title, page
        Of a subject that only a room above knows.
    """

    subject: str
    pillar: str
    weight: int
    reasons: tuple[Reason, ...]
    title: Bilingual | None = None
    page: str = ""

    @property
    def minutes(self) -> int:
        """Time at the table: that of the reason which asks for most."""
        return max(MINUTES.get(each.code, USUAL_MINUTES) for each in self.reasons)

    def as_json(self) -> dict[str, Any]:
        return {
            "subject": self.subject,
            "pillar": self.pillar,
            "weight": self.weight,
            "minutes": self.minutes,
            "reasons": [each.as_json() for each in self.reasons],
        }


@dataclass(frozen=True, slots=True)
class AgendaSection:
    """The items of one pillar, the heaviest first; `left_out` counts those beyond the limit."""

    pillar: str
    items: tuple[AgendaItem, ...]
    left_out: int

    def as_json(self) -> dict[str, Any]:
        return {
            "pillar": self.pillar,
            "items": [each.as_json() for each in self.items],
            "left_out": self.left_out,
        }


def propose_agenda(alerts: Iterable[Alert], *, per_pillar: int | None = None) -> tuple[AgendaSection, ...]:
    """
    Sections by pillar, with the items that alerts ask for.

    Alerts of weight 0 concern the record and not the meeting; they give no item. The order is that of weight and
    identifier, whatever the order of the alerts.

    Raises
    ------
    ValueError
        When `per_pillar` is less than 1.
    """
    if per_pillar is not None and per_pillar < 1:
        raise ValueError(f"per_pillar={per_pillar!r} must be 1 or more")
    by_subject: dict[tuple[str, str], list[Alert]] = {}
    for alert in alerts:
        if alert.weight > 0:
            by_subject.setdefault((alert.pillar, alert.subject), []).append(alert)
    by_pillar: dict[str, list[AgendaItem]] = {}
    for (pillar, subject), found in by_subject.items():
        by_pillar.setdefault(pillar, []).append(_item(pillar, subject, found))
    return tuple(_section(pillar, by_pillar[pillar], per_pillar) for pillar in sorted(by_pillar))


def _item(pillar: str, subject: str, alerts: list[Alert]) -> AgendaItem:
    reasons = [
        Reason(each.code, each.sentence, each.remedy, each.since, each.weight, each.evidence)
        for each in alerts
    ]
    reasons.sort(key=lambda reason: (-reason.weight, reason.code, reason.evidence))
    weight, first = sum(each.weight for each in reasons), alerts[0]
    return AgendaItem(subject, pillar, weight, tuple(reasons), first.title, first.page)


def _section(pillar: str, items: list[AgendaItem], limit: int | None) -> AgendaSection:
    items.sort(key=lambda item: (-item.weight, item.subject))
    kept = tuple(items if limit is None else items[:limit])
    return AgendaSection(pillar, kept, len(items) - len(kept))
