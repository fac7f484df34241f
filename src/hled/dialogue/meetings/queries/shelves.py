"""How meetings of the record stand in tables."""

from collections.abc import Collection, Mapping
from typing import Any

from hled.dialogue.chronicle.queries import ReferenceLinks, Shelf
from hled.dialogue.delegations.models import Office
from hled.dialogue.meetings.models import Attendance, Meeting, MeetingPaper
from hled.sources.record.schema import Record


class DelegationLinks:
    """The people of both delegations; each office stands once in the room of delegations."""

    field = "delegations"

    def read(self, owners: Collection[str] | None = None) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        rows = Attendance.objects.order_by("meeting_id", "position").values_list(
            "meeting_id",
            "name",
            "office__title_en",
            "office__title_es",
            "office__party",
            "role",
            "note_en",
            "note_es",
        )
        for meeting, name, title_en, title_es, party, role, note_en, note_es in rows:
            person = {
                "name": name,
                "office_en": title_en,
                "office_es": title_es,
                "party": party,
                "role": role,
            }
            notes = {"note_en": note_en, "note_es": note_es}
            found.setdefault(meeting, []).append(
                person | {key: note for key, note in notes.items() if note is not None}
            )
        return found

    def write(self, records: Mapping[str, Record]) -> None:
        Attendance.objects.filter(meeting_id__in=list(records)).delete()
        Office.objects.bulk_create(
            {
                _office_key(person): Office(
                    party=person["party"], title_en=person["office_en"], title_es=person["office_es"]
                )
                for record in records.values()
                for person in record["delegations"]
            }.values(),
            ignore_conflicts=True,
        )
        offices = {(each.party, each.title_en, each.title_es): each for each in Office.objects.all()}
        Attendance.objects.bulk_create(
            Attendance(
                meeting_id=id,
                office=offices[_office_key(person)],
                name=person["name"],
                role=person["role"],
                note_en=person.get("note_en"),
                note_es=person.get("note_es"),
                position=position,
            )
            for id, record in records.items()
            for position, person in enumerate(record["delegations"])
        )


def _office_key(person: Record) -> tuple[str, str, str]:
    return person["party"], person["office_en"], person["office_es"]


MEETINGS = Shelf(
    "meetings",
    Meeting,
    {},
    lambda record: {},
    links=(DelegationLinks(), ReferenceLinks("documents", MeetingPaper, "meeting_id", "document_id")),
)
