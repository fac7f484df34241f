"""Say who sits at the table for one's own Party."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from hled.dialogue.delegations.models import Office
from hled.dialogue.meetings.domain.acting import Acting
from hled.dialogue.meetings.domain.editing import MT_16
from hled.dialogue.meetings.models import PlannedMeeting, Seat
from hled.dialogue.meetings.services.history import held_still, note
from hled.kernel.rule import BrokenRuleError, Finding

ROLES = ("head", "member", "note_taker")
MOST_SEATS = 100


@dataclass(frozen=True, slots=True)
class Seated:
    """An office at the table, and its holder where the name is known."""

    office: int
    role: str
    name: str = ""


@transaction.atomic
def seat_delegation(
    *, meeting: PlannedMeeting, seats: Sequence[Seated], by: Acting, at: datetime
) -> list[Seat]:
    """
    Make the delegation of the person's own Party these seats, in their order.

    Raises
    ------
    BrokenRuleError
        MT-15, when the meeting is closed; MT-16, for each seat that does not hold.
    """
    standing = held_still(meeting)
    findings = list(_unfit(seats, by))
    if findings:
        raise BrokenRuleError(findings)
    of_party = standing.seats.filter(party=by.party)
    before = [_as_seated(each) for each in of_party.select_related("office")]
    of_party.delete()
    Seat.objects.bulk_create(
        Seat(
            meeting=standing,
            party=by.party or "",
            office_id=each.office,
            name=" ".join(each.name.split()),
            role=each.role,
            position=position,
        )
        for position, each in enumerate(seats)
    )
    made = list(standing.seats.filter(party=by.party).select_related("office"))
    after = [_as_seated(each) for each in made]
    if before != after:
        note(
            standing,
            "delegation",
            before={"seats": before},
            after={"seats": after},
            by=by,
            at=at,
        )
    return made


def _unfit(seats: Sequence[Seated], by: Acting) -> Iterator[Finding]:
    own = set(Office.objects.filter(party=by.party).values_list("pk", flat=True))
    if len(seats) > MOST_SEATS:
        yield Finding(MT_16, "seats", str(len(seats)))
    for place, each in enumerate(seats, start=1):
        if each.office not in own:
            yield Finding(MT_16, f"{place}.office", str(each.office))
        if each.role not in ROLES:
            yield Finding(MT_16, f"{place}.role", each.role[:40])
        if len(each.name) > 200:
            yield Finding(MT_16, f"{place}.name", each.name[:40])
    if sum(each.role == "head" for each in seats) > 1:
        yield Finding(MT_16, "head", str(sum(each.role == "head" for each in seats)))


def _as_seated(seat: Seat) -> dict[str, str]:
    return {
        "office_en": seat.office.title_en,
        "office_es": seat.office.title_es,
        "name": seat.name,
        "role": seat.role,
    }
