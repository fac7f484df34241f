import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from tests.dialogue.meetings.at_the_table import ANA, PLAN, planned

from hled.dialogue.meetings.domain.calendar import Entry, EntryKind, calendar_text
from hled.dialogue.meetings.domain.holidays import federal_holidays, in_spanish
from hled.dialogue.meetings.queries.agenda import facts_of_every, meetings_known
from hled.dialogue.meetings.queries.calendar import entries
from hled.dialogue.meetings.queries.series import one_series, series_seen
from hled.dialogue.meetings.services.planning import announce_meeting, cancel_meeting, change_meeting
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

DAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE = Entry(
    uid="meeting-PM-0001",
    kind=EntryKind.MEETING,
    title=Bilingual("Cabinet meeting; agenda, papers", "Reunión de gabinete; agenda, documentos"),
    begins=datetime(2027, 3, 4, 15, tzinfo=UTC),
    ends=datetime(2027, 3, 4, 18, tzinfo=UTC),
    stamped=AT,
    zone="America/Mexico_City",
    place=Bilingual("Mexico City", "Ciudad de México"),
    about=Bilingual("First line\nsecond " + "ñ" * 200, "Primera línea\nsegunda " + "ñ" * 200),
    page="meetings/PM-0001/",
    busy=True,
)


def events(text):
    return {str(each["uid"]): each for each in Calendar.from_ical(text).walk("VEVENT")}


def calendar(language="en", *, reader=None, series=None):
    facts = facts_of_every(meetings_known(DAY), DAY)
    one = one_series(series, DAY, facts) if series else None
    found = entries(DAY, series_seen(DAY, facts), reader=reader, series=one)
    return calendar_text(found, language=language, site="https://hled.example")


def test_lines_are_folded_at_75_octets_and_end_with_cr_lf():
    text = calendar_text([ONE], language="es", site="https://hled.example")

    lines = text.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert all(line.decode("utf-8") for line in lines if line)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_was_written_is_read_back(language):
    found = events(calendar_text([ONE], language=language, site="https://hled.example"))[
        "meeting-PM-0001@hled.dialogue"
    ]

    assert str(found["summary"]) == ONE.title.in_language(language)
    assert str(found["description"]) == ONE.about.in_language(language)
    assert found["summary"].params["LANGUAGE"] == language
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (ONE.begins, ONE.ends)
    assert found["dtstart"].params["TZID"] == "America/Mexico_City"
    assert str(found["url"]) == f"https://hled.example/{language}/meetings/PM-0001/"
    assert str(found["transp"]) == "OPAQUE"


def test_each_zone_that_is_used_is_defined():
    read = Calendar.from_ical(calendar_text([ONE], language="en"))

    assert [str(each["tzid"]) for each in read.walk("VTIMEZONE")] == ["America/Mexico_City"]


def test_a_day_lasts_until_the_next_one():
    day = replace(ONE, begins=date(2027, 3, 4), ends=date(2027, 3, 4), zone="", busy=False)

    found = next(iter(events(calendar_text([day], language="en")).values()))

    assert (found.decoded("dtstart"), found.decoded("dtend")) == (date(2027, 3, 4), date(2027, 3, 5))
    assert str(found["transp"]) == "TRANSPARENT"


def test_the_public_calendar_holds_announced_meetings_due_dates_and_holidays_of_both(bundled):
    hidden, shown = planned(bundled), planned(bundled)
    announce_meeting(meeting=shown, by=ANA, at=bundled)

    found = events(calendar())

    assert f"meeting-{shown.code}@hled.dialogue" in found
    assert f"meeting-{hidden.code}@hled.dialogue" not in found
    assert f"meeting-{hidden.code}@hled.dialogue" in events(calendar(reader=Party.US))
    assert "due-P1-SC-09@hled.dialogue" in found
    assert "next-cabinet-2024-09-29@hled.dialogue" in found
    assert str(found["holiday-MX-2027-02-01@hled.dialogue"]["summary"]) == "Mexico: Constitution Day"
    assert str(found["holiday-US-2027-11-25@hled.dialogue"]["summary"]) == "United States: Thanksgiving Day"


def test_both_languages_hold_the_same_things_under_the_same_identifiers(bundled):
    announce_meeting(meeting=planned(bundled), by=ANA, at=bundled)
    english, spanish = events(calendar("en")), events(calendar("es"))

    assert list(english) == list(spanish)
    assert [each.decoded("dtstart") for each in english.values()] == [
        each.decoded("dtstart") for each in spanish.values()
    ]
    assert str(spanish["holiday-US-2027-11-25@hled.dialogue"]["summary"]) == (
        "Estados Unidos: Día de Acción de Gracias"
    )


def test_the_same_calendar_is_the_same_bytes(bundled):
    announce_meeting(meeting=planned(bundled), by=ANA, at=bundled)

    assert calendar() == calendar()


def test_a_meeting_that_moves_or_is_cancelled_keeps_its_identifier_and_counts_on(bundled):
    meeting = planned(bundled)
    announce_meeting(meeting=meeting, by=ANA, at=bundled)
    uid = f"meeting-{meeting.code}@hled.dialogue"
    first = int(events(calendar())[uid]["sequence"])
    meeting.refresh_from_db()
    change_meeting(
        meeting=meeting,
        plan=replace(PLAN, begins="2027-03-05T09:00", ends="2027-03-05T12:00"),
        read=meeting.version,
        by=ANA,
        at=bundled,
    )

    moved = events(calendar())[uid]
    assert (moved.decoded("dtstart").day, int(moved["sequence"])) == (5, first + 1)

    cancel_meeting(meeting=meeting, reason=("Storm", "Tormenta"), by=ANA, at=bundled)
    cancelled = events(calendar("es"))[uid]
    assert (str(cancelled["status"]), int(cancelled["sequence"])) == ("CANCELLED", first + 2)
    assert "Tormenta" in str(cancelled["description"])


def test_the_calendar_of_a_series_holds_its_own_meetings_and_due_dates(bundled):
    cabinet, group = planned(bundled), planned(bundled, series="supply_chain")

    found = events(calendar(reader=Party.MX, series="supply_chain"))

    kinds = {re.split(r"[-@]", uid)[0] for uid in found}
    assert f"meeting-{group.code}@hled.dialogue" in found
    assert f"meeting-{cabinet.code}@hled.dialogue" not in found
    assert kinds == {"meeting", "holiday"}


@pytest.mark.parametrize("party", list(Party))
def test_holidays_of_many_years_have_names_in_both_languages(party):
    found = federal_holidays(party, range(2021, 2061))

    assert len(found) > 280
    assert all(each.name.en and each.name.es for each in found)


def test_a_day_with_two_names_has_both_in_spanish():
    assert in_spanish("Christmas Day (observed); New Year's Day") == "Navidad (observado); Año Nuevo"
