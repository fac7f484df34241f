"""What of meetings waits for the coordinators of a Party, and what is news to them."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from django.db.models import QuerySet

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.waiting import Waiting
from hled.dialogue.delegations.queries.waiting import NEWS
from hled.dialogue.meetings.domain.planning import State
from hled.dialogue.meetings.models import MeetingChange, PlannedMeeting
from hled.dialogue.meetings.queries.agreed import drafts_of, minutes_under_way
from hled.dialogue.meetings.queries.diary import bodies
from hled.interfaces.asked import ask
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

SOON = timedelta(days=30)
_COORDINATORS = frozenset({Role.COORDINATOR})
_EVERYBODY = frozenset(Role)

HOLD = Bilingual(
    "It was to be held: record that it was, or cancel it",
    "Debía celebrarse: registrar que se celebró o cancelarla",
)
FILL = Bilingual("Nothing is on the agenda yet: take up points", "La agenda está vacía: incluir puntos")
SEAT = Bilingual("Name your delegation", "Nombrar a su delegación")
MINUTES = Bilingual("Held without minutes: begin them", "Celebrada sin minuta: empezarla")
OVERDUE = Bilingual("Its next meeting is overdue: plan it", "Su próxima reunión está vencida: planearla")
PLANNED = Bilingual("A meeting was planned", "Se planeó una reunión")
ANNOUNCED = Bilingual("A meeting was announced to the public", "Se anunció una reunión al público")
CANCELLED = Bilingual("A meeting was cancelled", "Se canceló una reunión")
POINT = Bilingual("The other Party put a point on the agenda", "La otra Parte incluyó un punto en la agenda")

_NEWS = {
    "planned": (PLANNED, _COORDINATORS),
    "announced": (ANNOUNCED, _EVERYBODY),
    "cancelled": (CANCELLED, _EVERYBODY),
    "point_taken_up": (POINT, _COORDINATORS),
}


def waiting(party: Party, at: datetime) -> Iterator[Waiting]:
    """Everything, of every meeting that is not over, and of every body that meets."""
    rows = PlannedMeeting.objects.filter(state__in=[State.PLANNED, State.HELD]).select_related("series")
    for meeting in rows:
        yield from _of(meeting, party, at)
    yield from _news(MeetingChange.objects.filter(at__gte=at - NEWS), party)
    yield from _overdue(party, at)


def waiting_on(meeting: int, at: datetime) -> list[Waiting]:
    """What one meeting asks of both Parties, or tells them."""
    found: list[Waiting] = []
    rows = PlannedMeeting.objects.filter(pk=meeting, state__in=[State.PLANNED, State.HELD])
    for party in Party:
        for each in rows.select_related("series"):
            found += _of(each, party, at)
        found += _news(MeetingChange.objects.filter(meeting=meeting, at__gte=at - NEWS), party)
    return found


def _of(meeting: PlannedMeeting, party: Party, at: datetime) -> Iterator[Waiting]:
    page = f"meetings/{meeting.code}/"
    if meeting.state == State.HELD:
        if not minutes_under_way(drafts_of(meeting, party)):
            yield _task(meeting, party, "minutes", MINUTES, f"{page}#minutes", meeting.ends_at)
    elif meeting.begins_at <= at:
        yield _task(meeting, party, "hold", HOLD, page, meeting.begins_at)
    else:
        if not meeting.agenda.filter(dropped_at__isnull=True).exists():
            yield _task(meeting, party, "agenda", FILL, f"{page}agenda/", meeting.planned_at)
        near = meeting.begins_at - at <= SOON
        if near and not meeting.seats.filter(party=party).exists():
            since = max(meeting.planned_at, meeting.begins_at - SOON)
            yield _task(meeting, party, "delegation", SEAT, f"{page}#delegations", since)


def _task(
    meeting: PlannedMeeting, party: Party, what: str, says: Bilingual, page: str, since: datetime
) -> Waiting:
    until = meeting.begins_at if what in {"agenda", "delegation"} else None
    key = f"meeting/{meeting.code}/{what}"
    return Waiting(key, party, _COORDINATORS, _title(meeting), says, page, since, until=until)


def _title(meeting: PlannedMeeting) -> Bilingual:
    return Bilingual(meeting.title_en, meeting.title_es)


def _news(rows: QuerySet[MeetingChange], party: Party) -> Iterator[Waiting]:
    """What one Party did and the other should know; what is kept within a Party is none of it."""
    for each in rows.filter(what__in=_NEWS, kept_by="").select_related("meeting"):
        says, roles = _NEWS[each.what]
        if each.by_party == party and each.what in {"planned", "point_taken_up"}:
            continue
        yield Waiting(
            f"change/{each.pk}/{each.what}",
            party,
            roles,
            _about(each),
            says,
            f"meetings/{each.meeting.code}/",
            each.at,
            is_news=True,
        )


def _about(change: MeetingChange) -> Bilingual:
    """The meeting, and the title that a point had when it was put on the agenda."""
    title, said = _title(change.meeting), change.after or {}
    if change.what != "point_taken_up" or not (said.get("title_en") and said.get("title_es")):
        return title
    return Bilingual(f"{title.en}: {said['title_en']}", f"{title.es}: {said['title_es']}")


def _overdue(party: Party, at: datetime) -> Iterator[Waiting]:
    ahead = set(
        PlannedMeeting.objects.filter(state=State.PLANNED, begins_at__gt=at).values_list("series", flat=True)
    )
    for each in bodies(ask(at.date().isoformat())).every:
        due = each.cadence.next_due if each.cadence and each.cadence.is_overdue else None
        if due and each.id not in ahead:
            yield Waiting(
                f"series/{each.id}/{due}",
                party,
                _COORDINATORS,
                each.title,
                OVERDUE,
                f"meetings/plan/?series={each.id}",
                datetime.combine(due, time(), tzinfo=UTC),
            )
