"""Series, planned meetings and the calendar as answers of commands and endpoints."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hled.dialogue.meetings.domain.calendar import Entry, EntryKind
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.domain.series import SeriesKind
from hled.dialogue.meetings.models import Paper, Seat
from hled.dialogue.meetings.queries.answers import CADENCE
from hled.dialogue.meetings.queries.diary import bodies, calendar_entries, day_of
from hled.dialogue.meetings.queries.planned import Placed, PlannedView, Reader, planned_view, planned_views
from hled.dialogue.meetings.queries.series import SeriesView
from hled.interfaces.answers import (
    COUNT,
    DAY,
    FLAG,
    MOMENT,
    TEXT,
    Answer,
    Published,
    Schema,
    both,
    listing,
    maybe,
    one_of,
    page,
    shape,
)
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

_PARTY = one_of(tuple(Party))


def _perhaps_both(*names: str) -> dict[str, Schema]:
    return {name: maybe(schema) for name, schema in both(*names).items()}


_MEMBER = shape(party=_PARTY, agency=TEXT, **both("name"), leads=FLAG, **_perhaps_both("office"))
SERIES_SCHEMA = Published(
    "series",
    Bilingual(
        "Bodies that meet, with their members and plans of action",
        "Órganos que se reúnen, con sus integrantes y planes de acción",
    ),
    shape(
        id=TEXT,
        kind=one_of(tuple(SeriesKind)),
        **both("title"),
        **_perhaps_both("mandate"),
        period_months=maybe(COUNT),
        interval_from=maybe(TEXT),
        since=DAY,
        document=maybe(TEXT),
        members=listing(_MEMBER),
        tasks=listing(TEXT),
        rests=listing(shape(paused_on=DAY, resumed_on=maybe(DAY))),
        rests_since=maybe(DAY),
        cadence=maybe(CADENCE),
    ),
)
_POINT = shape(
    code=TEXT,
    place=COUNT,
    begins_at=MOMENT,
    minutes=COUNT,
    **both("title", "reason"),
    pillar=TEXT,
    kind=TEXT,
    origin=maybe(TEXT),
    presenter_party=maybe(_PARTY),
    presenter=maybe(TEXT),
)
_SEAT = shape(party=_PARTY, **both("office"), name=maybe(TEXT), role=TEXT)
_PAPER = shape(
    code=TEXT,
    party=_PARTY,
    **both("title"),
    kind=TEXT,
    size=COUNT,
    digest=TEXT,
    seen_by=TEXT,
    filed_at=MOMENT,
    replaces=maybe(TEXT),
)
_BRIEF = {
    "code": TEXT,
    "series": TEXT,
    "state": one_of(tuple(State)),
    **both("title"),
    **_perhaps_both("place"),
    "online": FLAG,
    "begins_at": MOMENT,
    "ends_at": MOMENT,
    "zone": TEXT,
    "announced_at": maybe(MOMENT),
}
PLANNED_SCHEMA = Published(
    "planned-meetings",
    Bilingual(
        "Meetings planned and held through this store", "Reuniones planeadas y celebradas en este acervo"
    ),
    shape(**_BRIEF),
)
PLANNED_ONE_SCHEMA = Published(
    "planned-meeting",
    Bilingual(
        "One planned meeting with its agenda, delegations and papers",
        "Una reunión planeada con su agenda, delegaciones y documentos",
    ),
    shape(
        **_BRIEF,
        **_perhaps_both("cancelled"),
        agenda=listing(_POINT),
        minutes_planned=COUNT,
        minutes_long=COUNT,
        delegations=listing(_SEAT),
        papers=listing(_PAPER),
    ),
)
CALENDAR_SCHEMA = Published(
    "calendar",
    Bilingual(
        "Meetings, due dates and the holidays of both countries",
        "Reuniones, fechas límite y días festivos de ambos países",
    ),
    shape(
        uid=TEXT,
        kind=one_of(tuple(EntryKind)),
        **both("title"),
        day=DAY,
        begins_at=maybe(MOMENT),
        ends_at=maybe(MOMENT),
        zone=maybe(TEXT),
        **_perhaps_both("place"),
        cancelled=FLAG,
        page=maybe(TEXT),
    ),
)


def series_answer(asked: Asked, *, limit: int | None = None, offset: int = 0) -> Answer:
    found = bodies(asked).every
    return Answer(
        "series",
        {**asked.as_json(), "limit": limit, "offset": offset},
        [_series(each) for each in page(found, limit, offset)],
        total=len(found),
    )


def planned_answer(
    asked: Asked, *, series: str = "", reader: Reader = None, limit: int | None = None, offset: int = 0
) -> Answer:
    found = planned_views(reader, series=series)
    return Answer(
        "planned-meetings",
        {**asked.as_json(), "series": series, "limit": limit, "offset": offset},
        [_brief(each) for each in page(found, limit, offset)],
        total=len(found),
    )


def one_planned_answer(asked: Asked, code: str, *, reader: Reader = None) -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01, when there is none for this reader.
    """
    found = planned_view(reader, code)
    row = found.row
    item = _brief(found) | {
        "cancelled_en": row.cancelled_en,
        "cancelled_es": row.cancelled_es,
        "agenda": [_point(each) for each in found.agenda],
        "minutes_planned": found.minutes_planned,
        "minutes_long": found.minutes_long,
        "delegations": [_seat(each) for side in Party for each in found.seats[side]],
        "papers": [_paper(each) for each in found.papers],
    }
    return Answer("planned-meeting", {**asked.as_json(), "code": code}, [item])


def calendar_answer(
    asked: Asked, *, series: str = "", reader: Reader = None, limit: int | None = None, offset: int = 0
) -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01, when a series is named that was not in force on the day.
    """
    found = sorted(
        calendar_entries(asked, series=series, reader=reader), key=lambda each: (day_of(each), each.uid)
    )
    return Answer(
        "calendar",
        {**asked.as_json(), "series": series, "limit": limit, "offset": offset},
        [_entry(each) for each in page(found, limit, offset)],
        total=len(found),
    )


def _two(name: str, text: Bilingual | None) -> dict[str, str | None]:
    return {f"{name}_en": text.en if text else None, f"{name}_es": text.es if text else None}


def _series(series: SeriesView) -> dict[str, Any]:
    return {
        "id": series.id,
        "kind": series.kind,
        **_two("title", series.title),
        **_two("mandate", series.mandate),
        "period_months": series.row.period_months,
        "interval_from": series.interval_from or None,
        "since": series.row.since.isoformat(),
        "document": series.row.document_id,
        "members": [
            {
                "party": each.party,
                "agency": each.agency,
                **_two("name", each.name),
                "leads": each.leads,
                **_two("office", each.office),
            }
            for each in series.members
        ],
        "tasks": list(series.tasks),
        "rests": [
            {
                "paused_on": each.paused_on.isoformat(),
                "resumed_on": each.resumed_on.isoformat() if each.resumed_on else None,
            }
            for each in series.rests
        ],
        "rests_since": series.rests_since.isoformat() if series.rests_since else None,
        "cadence": series.cadence.as_json() if series.cadence else None,
    }


def _brief(meeting: PlannedView) -> dict[str, Any]:
    row = meeting.row
    return {
        "code": meeting.code,
        "series": row.series_id,
        "state": meeting.state,
        **_two("title", meeting.title),
        **_two("place", meeting.place),
        "online": row.online,
        "begins_at": meeting.begins.isoformat(),
        "ends_at": meeting.ends.isoformat(),
        "zone": row.zone,
        "announced_at": row.announced_at.isoformat() if row.announced_at else None,
    }


def _point(placed: Placed) -> dict[str, Any]:
    point = placed.point
    return {
        "code": point.code,
        "place": placed.place,
        "begins_at": placed.begins_at.isoformat(),
        "minutes": point.minutes,
        "title_en": point.title_en,
        "title_es": point.title_es,
        "reason_en": point.reason_en,
        "reason_es": point.reason_es,
        "pillar": point.pillar,
        "kind": point.kind,
        "origin": point.origin or None,
        "presenter_party": point.presenter_party or None,
        "presenter": point.presenter or None,
    }


def _seat(seat: Seat) -> dict[str, Any]:
    return {
        "party": seat.party,
        "office_en": seat.office.title_en,
        "office_es": seat.office.title_es,
        "name": seat.name or None,
        "role": seat.role,
    }


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "code": paper.code,
        "party": paper.party,
        "title_en": paper.title_en,
        "title_es": paper.title_es,
        "kind": paper.kind,
        "size": paper.content.size,
        "digest": paper.content_id,
        "seen_by": paper.seen_by,
        "filed_at": paper.filed_at.isoformat(),
        "replaces": paper.replaces.code if paper.replaces else None,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    moments: Sequence[str | None] = [
        each.isoformat() if isinstance(each, datetime) else None for each in (entry.begins, entry.ends)
    ]
    return {
        "uid": entry.uid,
        "kind": entry.kind,
        **_two("title", entry.title),
        "day": day_of(entry).isoformat(),
        "begins_at": moments[0],
        "ends_at": moments[1],
        "zone": entry.zone or None,
        **_two("place", entry.place),
        "cancelled": entry.cancelled,
        "page": entry.page or None,
    }


PUBLISHED = (SERIES_SCHEMA, PLANNED_SCHEMA, PLANNED_ONE_SCHEMA, CALENDAR_SCHEMA)
