"""Meetings and the proposed agenda as answers of commands and endpoints."""

from typing import Any

from hled.dialogue.meetings.domain.agenda import AgendaItem, AgendaSection
from hled.dialogue.meetings.domain.cadence import CROSS_CUTTING, SERIES, Cadence
from hled.dialogue.meetings.models import ProposedItem
from hled.dialogue.meetings.queries.agenda import agenda, meetings_known, outlook, proposed_items
from hled.dialogue.meetings.queries.meeting import meeting
from hled.dialogue.results.queries.standing import standing
from hled.dialogue.workplan.queries.plan import Plan, plan
from hled.interfaces.answers import (
    COUNT,
    DAY,
    FLAG,
    MOMENT,
    TEXT,
    WHOLE,
    Answer,
    Published,
    both,
    listing,
    maybe,
    page,
    shape,
)
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.sources.record.json_form import record_as_json, record_schema

_MEETING = record_schema("meetings")
CADENCE = shape(
    series=TEXT,
    last=maybe(TEXT),
    last_held_on=maybe(DAY),
    next_due=maybe(DAY),
    rests_since=maybe(DAY),
    overdue=FLAG,
    months_overdue=COUNT,
    held=COUNT,
    expected=COUNT,
    document=TEXT,
    **both("sentence"),
)
_REASON = shape(code=TEXT, **both("sentence", "ask"), since=maybe(DAY), weight=WHOLE, evidence=listing(TEXT))
_PROPOSED = shape(
    pillar=TEXT,
    **both("title", "reason"),
    origin=TEXT,
    origin_page=TEXT,
    minutes=COUNT,
    proposed_by=TEXT,
    proposed_at=MOMENT,
)
MEETINGS_SCHEMA = Published(
    "meetings",
    Bilingual("Meetings of the dialogue", "Reuniones del diálogo"),
    _MEETING,
    {"cadences": listing(CADENCE)},
)
MEETING_SCHEMA = Published(
    "meeting",
    Bilingual("One meeting and what was stated at it", "Una reunión y lo que en ella se enunció"),
    shape(**_MEETING["properties"], stated=listing(TEXT), before=maybe(TEXT), after=maybe(TEXT)),
)
AGENDA_SCHEMA = Published(
    "agenda",
    Bilingual("What the next meeting should take up", "Lo que la próxima reunión debería tratar"),
    shape(pillar=TEXT, subject=TEXT, **both("title"), weight=WHOLE, minutes=COUNT, reasons=listing(_REASON)),
    {"as_of": DAY, "left_out": COUNT, "proposed": listing(_PROPOSED)},
)


def meetings_answer(asked: Asked, *, level: str = "", limit: int | None = None, offset: int = 0) -> Answer:
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    found = [each for each in known.values() if level in {"", each["level"]}]
    return Answer(
        "meetings",
        {**asked.as_json(), "level": level, "limit": limit, "offset": offset},
        [record_as_json("meetings", each) for each in page(found, limit, offset)],
        extras={"cadences": [each.as_json() for each in cadences_asked(asked)]},
        total=len(found),
    )


def cadences_asked(asked: Asked) -> tuple[Cadence, ...]:
    where = standing(asked.as_of, undated=asked.undated, recorded_by=asked.recorded_by)
    return outlook(where, meetings_known(asked.as_of, recorded_by=asked.recorded_by)).cadences


def meeting_answer(asked: Asked, id: str) -> Answer:
    """
    Raises
    ------
    NotFoundError
        When there is none, or it had not been held by the day asked for.
    """
    found = meeting(id, asked)
    if not found.in_view:
        raise not_found("meeting", f"{id} ({asked.as_of.isoformat()})")
    item = record_as_json("meetings", found.record) | {
        "documents": list(found.documents),
        "stated": [each.id for each in found.stated],
        "before": found.before[0] if found.before else None,
        "after": found.after[0] if found.after else None,
    }
    return Answer("meeting", {**asked.as_json(), "id": id}, [item])


def agenda_asked(asked: Asked, per_pillar: int | None = None) -> tuple[AgendaSection, ...]:
    where = standing(asked.as_of, undated=asked.undated, recorded_by=asked.recorded_by)
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    return agenda(where, known, per_pillar=per_pillar)


def agenda_answer(
    asked: Asked, *, per_pillar: int | None = None, limit: int | None = None, offset: int = 0
) -> Answer:
    """
    Items by pillar, the heaviest first; `per_pillar` keeps the heaviest of each.

    What studies or people sent stands beside them, under `proposed`: no rule weighed it.
    """
    sections = agenda_asked(asked, per_pillar)
    said = plan(asked.recorded_by, asked.as_of)
    found = [item for section in sections for item in section.items]
    return Answer(
        "agenda",
        {**asked.as_json(), "per_pillar": per_pillar, "limit": limit, "offset": offset},
        [_agenda_item(said, each) for each in page(found, limit, offset)],
        extras={
            "as_of": asked.as_of.isoformat(),
            "left_out": sum(section.left_out for section in sections),
            "proposed": [
                _proposed(each) for each in proposed_items(asked.as_of, recorded_by=asked.recorded_by)
            ],
        },
        total=len(found),
    )


def _agenda_item(said: Plan, item: AgendaItem) -> dict[str, Any]:
    title = subject_title(said, item)
    return {
        "pillar": item.pillar,
        "subject": item.subject,
        "title_en": title.en,
        "title_es": title.es,
        "weight": item.weight,
        "minutes": item.minutes,
        "reasons": [reason.as_json() for reason in item.reasons],
    }


def _proposed(item: ProposedItem) -> dict[str, Any]:
    names = (
        "pillar",
        "title_en",
        "title_es",
        "reason_en",
        "reason_es",
        "origin",
        "origin_page",
        "minutes",
        "proposed_by",
    )
    return {name: getattr(item, name) for name in names} | {"proposed_at": item.proposed_at.isoformat()}


def subject_title(said: Plan, item: AgendaItem) -> Bilingual:
    """Title of a commitment, label of a series of meetings, or what the room above calls it that raised it."""
    subject = item.subject
    if item.title is not None:
        return item.title
    if subject in said.commitments:
        return said.title("commitments", subject)
    return next((each.label for each in SERIES if each.code == subject), Bilingual(subject, subject))


PUBLISHED = (MEETINGS_SCHEMA, MEETING_SCHEMA, AGENDA_SCHEMA)

__all__ = ["CROSS_CUTTING", "PUBLISHED", "agenda_answer", "agenda_asked", "meeting_answer", "meetings_answer"]
