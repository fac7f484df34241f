"""Pages of planned meetings, for the public."""

import pytest
from icalendar import Calendar
from tests.dialogue.meetings.at_the_table import ANA, BEN, SAID, planned

from hled.dialogue.delegations.models import Office
from hled.dialogue.meetings.services.agenda import take_up
from hled.dialogue.meetings.services.papers import file_paper
from hled.dialogue.meetings.services.planning import announce_meeting, cancel_meeting
from hled.dialogue.meetings.services.seats import Seated, seat_delegation

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")


@pytest.fixture
def meeting(bundled):
    made = planned(bundled, online=True, join_url="https://join.example/secret")
    take_up(
        meeting=made, said=SAID, by=BEN, at=bundled, origin="P1-SC-04", origin_page="commitments/P1-SC-04/"
    )
    office = Office.objects.filter(party="MX").first()
    seat_delegation(meeting=made, seats=[Seated(office.pk, "head", "Ana Ruiz")], by=ANA, at=bundled)
    for seen_by in ("own", "parties", "public"):
        file_paper(
            meeting=made,
            content=f"Paper for {seen_by}.".encode(),
            file_name=f"{seen_by}.txt",
            title=(f"Paper {seen_by}", f"Documento {seen_by}"),
            seen_by=seen_by,
            by=ANA,
            at=bundled,
        )
    announce_meeting(meeting=made, by=ANA, at=bundled)
    return made


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            [
                "Cabinet meeting",
                "4 March 2027, 09:00",
                "Mexico City · online",
                "Semiconductors",
                "20 min of 3 h",
            ],
        ),
        (
            "es",
            ["Reunión de gabinete", "4 de marzo de 2027, 09:00", "Semiconductores", "preside la delegación"],
        ),
    ],
)
def test_an_announced_meeting_has_a_page_in_both_languages(client, meeting, language, words):
    text = client.get(f"/{language}/meetings/{meeting.code}/").content.decode()

    assert [each for each in words if each not in text] == []


def test_the_public_page_shows_neither_where_to_join_nor_papers_of_the_parties_nor_history(client, meeting):
    text = client.get(f"/en/meetings/{meeting.code}/").content.decode()

    assert "Paper public" in text
    assert [
        each for each in ("join.example", "Paper own", "Paper parties", "Who changed what") if each in text
    ] == []


def test_a_public_paper_is_saved_and_not_shown_and_another_is_not_found(client, meeting):
    own, parties, public = meeting.papers.all()

    answer = client.get(f"/en/meetings/papers/{public.code}/")

    assert answer.content == b"Paper for public."
    assert answer["Content-Disposition"] == 'attachment; filename="public.txt"'
    assert "sandbox" in answer["Content-Security-Policy"]
    assert [client.get(f"/en/meetings/papers/{each.code}/").status_code for each in (own, parties)] == [
        404,
        404,
    ]


def test_a_meeting_that_is_not_announced_is_not_found(client, bundled):
    code = planned(bundled).code

    assert client.get(f"/en/meetings/{code}/").status_code == 404
    assert code not in client.get("/en/meetings/").content.decode()
    assert client.get(f"/api/v1/planned-meetings/{code}").status_code == 404
    assert client.get("/api/v1/planned-meetings").json()["items"] == []
    assert code not in client.get("/api/v1/calendar?limit=1000").content.decode()


def test_a_cancelled_meeting_says_why(client, bundled, meeting):
    cancel_meeting(meeting=meeting, reason=("Storm", "Tormenta"), by=BEN, at=bundled)

    assert "Tormenta" in client.get(f"/es/meetings/{meeting.code}/").content.decode()


def test_a_working_group_has_mandate_members_of_both_parties_and_plan_of_action(client, bundled):
    text = client.get("/es/meetings/series/supply_chain/").content.decode()

    wanted = [
        "Órdenes Ejecutivas",
        "Secretaría de Economía",
        "Departamento de Comercio",
        "P1-SC-05",
        "P1-SC-08",
    ]
    assert [each for each in wanted if each not in text] == []


@pytest.mark.parametrize("path", ["meetings/calendar.ics", "meetings/series/cabinet.ics"])
def test_the_feeds_hold_the_announced_meeting(client, meeting, path):
    answer = client.get(f"/es/{path}")

    found = {str(each["uid"]) for each in Calendar.from_ical(answer.content).walk("VEVENT")}
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"meeting-{meeting.code}@hled.dialogue" in found


@pytest.mark.parametrize(
    "path",
    ["meetings/series/nobody/", "meetings/series/nobody.ics", "meetings/PM-9999/", "meetings/papers/MP-1/"],
)
def test_what_does_not_exist_is_not_found(client, bundled, path):
    assert client.get(f"/en/{path}").status_code == 404


def test_the_calendar_page_names_meeting_due_dates_and_holidays(client, meeting):
    text = client.get("/en/calendar/").content.decode()

    wanted = [meeting.code, "Mexico: Constitution Day", "United States: Thanksgiving Day"]
    assert [each for each in wanted if each not in text] == []


@pytest.mark.parametrize(
    "path", ["series", "planned-meetings", "planned-meetings/{code}", "calendar?limit=1000"]
)
def test_answers_hold_their_published_schema(client, meeting, path):
    import jsonschema

    from hled.project.schemas import PUBLISHED

    answer = client.get(f"/api/v1/{path.format(code=meeting.code)}").json()

    jsonschema.Draft202012Validator(PUBLISHED[answer["schema"].split(":")[3]].as_json()).validate(answer)
    assert answer["items"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("meetings", "planned"), "Reunión de gabinete"),
        (("meetings", "show", "PM-0001"), "Semiconductores"),
        (("meetings", "series"), "Grupo de Trabajo Bilateral"),
        (("meetings", "calendar"), "México: Día de la Constitución"),
    ],
)
def test_commands_say_the_same(hled, meeting, command, words):
    command = [meeting.code if each == "PM-0001" else each for each in command]

    ran = hled(*command, "--lang", "es")

    assert (ran.code, words in ran.out) == (0, True)


def test_the_command_writes_a_calendar_that_can_be_read(hled, meeting, tmp_path):
    ran = hled("meetings", "calendar", "--ics", tmp_path / "a.ics", "--series", "cabinet")

    found = Calendar.from_ical((tmp_path / "a.ics").read_bytes())
    assert ran.code == 0
    assert str(found["name"]) == "High-Level Economic Dialogue: Cabinet meeting"
