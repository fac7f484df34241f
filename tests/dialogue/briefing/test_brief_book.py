"""A principal reads what scoreboard, alerts and record say, and nothing learned after the day."""

import io
import re
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader
from tests.dialogue.meetings.at_the_table import ANA, SAID, planned

from hled.dialogue.briefing.domain.edition import Edition
from hled.dialogue.briefing.queries.book.bound import brief_file, chapters, paper
from hled.dialogue.briefing.queries.book.occasion import occasion
from hled.dialogue.briefing.queries.scoreboard import scoreboard
from hled.dialogue.delegations.models import Office
from hled.dialogue.meetings.models import MeetingSeries
from hled.dialogue.meetings.services.agenda import take_up
from hled.dialogue.meetings.services.planning import announce_meeting
from hled.dialogue.meetings.services.proposing import propose_item
from hled.dialogue.meetings.services.seats import Seated, seat_delegation
from hled.dialogue.meetings.services.series import rest_series
from hled.dialogue.results.domain.assessment import Status
from hled.interfaces.asked import ask
from hled.interfaces.printed import Cover, Figure, Heading, Paper, Table, pdf
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.period import last_day
from hled.kernel.rule import BrokenRuleError, NotFoundError

pytestmark = pytest.mark.one_store

LANGUAGES = ("en", "es")
MEETINGS = ("next", "next-sub_cabinet", "M-2013-09-20", "M-2021-09-09", "M-2022-09-12", "M-2024-04-19")


def made(meeting: str = "next", language: str = "en") -> Paper:
    return paper(occasion(meeting), Edition.JOINT, language)


book = cache(made)
"""The same, made once for all tests of the bundled record; a test that changes the store makes its own."""


def words(of: Paper) -> str:
    """Every word of a paper in one text."""

    def told(value: Any) -> list[str]:
        match value:
            case str():
                return [value]
            case dict():
                return [text for each in value.values() for text in told(each)]
            case list() | tuple():
                return [text for each in value for text in told(each)]
            case _:
                return []

    return " ".join(told(of.as_json()))


def tables(of: Paper) -> list[Table]:
    return [each for each in of.blocks if isinstance(each, Table)]


def cells(table: Table) -> list[list[str]]:
    return [["".join(run.text for run in cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sum_is_the_scoreboard(bundled: datetime, language: str) -> None:
    board = scoreboard(ask())

    found = book(language=language)

    sums = cells(tables(found)[0])
    said = {row[0]: [int(each) for each in row[1:-1]] for row in sums}
    for status in Status:
        if board.counts[status]:
            expected = [each.counts[status] for each in board.pillars] + [board.counts[status]]
            assert said[status.label.in_language(language)] == expected
    assert list(said.values())[-1][-1] == len(board.rows)
    assert board.sentence.in_language(language) in words(found)


def test_the_last_column_of_the_sum_is_the_scoreboard_on_the_day_of_the_last_meeting(
    bundled: datetime,
) -> None:
    then = scoreboard(ask("2023-09-29"))

    sums = {row[0]: int(row[-1]) for row in cells(tables(book())[0])}

    assert tables(book())[0].columns[-1].title == "Total on 29 Sep 2023"
    assert sums["Reported done"] == then.counts[Status.DONE]
    assert sums["All items"] == len(then.rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meeting", MEETINGS)
def test_every_commitment_in_view_stands_once_in_the_annex(
    bundled: datetime, meeting: str, language: str
) -> None:
    of = occasion(meeting)
    board = scoreboard(of.asked)

    found = book(meeting, language)

    annex = next(
        place
        for place, each in enumerate(found.blocks)
        if isinstance(each, Heading) and each.text.startswith(("Annex A", "Anexo A"))
    )
    rows = [
        row[0].rpartition(" ")[2]
        for each in found.blocks[annex:]
        if isinstance(each, Table) and len(each.columns) == 6
        for row in cells(each)
    ]
    assert sorted(rows) == sorted(row.id for row in board.rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meeting", [each for each in MEETINGS if each.startswith("M-")])
def test_a_book_for_a_meeting_of_the_record_names_no_document_of_a_later_day(
    bundled: datetime, meeting: str, language: str
) -> None:
    of = occasion(meeting)
    every = scoreboard(ask()).plan.documents

    said = words(book(meeting, language))

    assert of.asked.as_of.isoformat() < meeting[2:]
    later = [id for id, each in every.items() if (last_day(each["date"]) or date.max) > of.asked.as_of]
    assert later
    assert [id for id in later if id in said.split() or f"{id};" in said] == []
    assert [id for id in later if every[id]["url"] and f" {every[id]['url']} " in said] == []


def test_a_book_of_a_past_day_holds_back_what_an_organization_said_later(bundled: datetime) -> None:
    assert "full use of nearshoring" in words(book())
    assert "full use of nearshoring" not in words(book("M-2022-09-12"))


def test_the_next_meeting_is_the_one_due_first(bundled: datetime) -> None:
    assert occasion("next").id == "due-cabinet-2024-09-29"
    assert occasion("next-sub_cabinet").id == "due-sub_cabinet-2024-10-19"
    assert occasion("due-cabinet-2024-09-29") == occasion("next")
    assert occasion("next", "2023-06-01").id == "due-cabinet-2023-09-12"


def test_bb_01_an_unknown_meeting_is_refused_with_those_near_to_it(bundled: datetime) -> None:
    with pytest.raises(NotFoundError) as refused:
        occasion("M-2023-09-28")

    (finding,) = refused.value.findings
    assert finding.rule.code == "BB-01"
    assert isinstance(finding.found, Bilingual)
    assert "near: M-2023-09-29" in finding.found.en
    assert "parecidos: M-2023-09-29" in finding.found.es


@pytest.mark.parametrize(
    "meeting", ["next-lunch", "due-cabinet-2025-01-01", "", "x" * 5000, "M-2023-09-29/.."]
)
def test_bb_01_strange_names_are_unknown_meetings(bundled: datetime, meeting: str) -> None:
    with pytest.raises(NotFoundError, match="BB-01"):
        occasion(meeting)


def test_bb_02_before_the_promise_no_meeting_is_next(bundled: datetime) -> None:
    with pytest.raises(BrokenRuleError, match="BB-02"):
        occasion("next", "2021-09-08")


def test_bb_03_the_publication_of_a_paper_has_no_book(bundled: datetime) -> None:
    with pytest.raises(BrokenRuleError, match="BB-03"):
        occasion("M-2021-12-13")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_of_a_day_on_which_nothing_was_public_says_so(bundled: datetime, language: str) -> None:
    found = book("M-2013-09-20", language)

    said = "Nothing was public by this day." if language == "en" else "Nada era público en esta fecha."
    assert said in words(found)
    assert pdf(found)


def test_bb_02_an_empty_store_has_no_next_meeting(empty_store: datetime) -> None:
    with pytest.raises(BrokenRuleError, match="BB-02"):
        occasion("next")


def test_the_delegations_are_those_seen_before_the_day_and_say_so(bundled: datetime) -> None:
    (cover,) = (each for each in book("M-2023-09-29").blocks if isinstance(each, Cover))
    facts = dict(cover.facts)

    assert "as seen at the meeting of 12 September 2022" in facts["Delegation of the United States"]
    assert "Bárcena" not in facts["Delegation of Mexico"]
    assert "Ebrard" in facts["Delegation of Mexico"]
    assert list(facts).index("Delegation of the United States") < list(facts).index("Delegation of Mexico")


def test_spanish_names_mexico_first(bundled: datetime) -> None:
    (cover,) = (each for each in book("M-2023-09-29", "es").blocks if isinstance(each, Cover))
    labels = [label for label, _ in cover.facts]

    assert labels.index("Delegación de México") < labels.index("Delegación de Estados Unidos")


def test_what_is_late_comes_worst_first_with_its_source(bundled: datetime) -> None:
    weights = {}
    for alert in scoreboard(ask()).alerts:
        weights[alert.subject] = weights.get(alert.subject, 0) + alert.weight

    late = next(each for each in tables(book()) if "late or silent" in each.caption)

    ids = [row[0].rpartition(" ")[2] for row in cells(late)]
    assert [weights[id] for id in ids] == sorted((weights[id] for id in ids), reverse=True)
    assert ids[0] == "P1-BRD-04"
    assert all(row[3] for row in cells(late))


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_dates_are_those_of_the_language(bundled: datetime, language: str) -> None:
    said = words(book(language=language))

    assert ("29 September 2023" in said) == (language == "en")
    assert ("29 de septiembre de 2023" in said) == (language == "es")
    assert "23,405" in said


def test_both_languages_hold_the_same_rows_and_drawings(bundled: datetime) -> None:
    english, spanish = (book(language=each) for each in LANGUAGES)

    assert [type(each) for each in english.blocks] == [type(each) for each in spanish.blocks]
    assert [len(each.rows) for each in tables(english)] == [len(each.rows) for each in tables(spanish)]
    assert english.digest != spanish.digest


def test_headings_never_skip_a_level_and_follow_the_chapters(bundled: datetime) -> None:
    headings = [each for each in book().blocks if isinstance(each, Heading)]

    assert [each.text for each in headings if each.level == 1] == [
        each.en for each in chapters(Edition.JOINT)
    ]
    levels = [each.level for each in headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_drawing_says_in_words_what_it_shows(bundled: datetime, language: str) -> None:
    drawings = [each for each in book(language=language).blocks if isinstance(each, Figure)]

    assert len(drawings) == 3
    assert all(re.search(r"\d", each.alternative) and len(each.alternative) > 100 for each in drawings)
    assert all("var(" not in each.svg for each in drawings)


def test_what_was_sent_to_the_agenda_stands_with_its_reason_and_asks_for_a_decision(
    bundled: datetime,
) -> None:
    propose_item(
        title=Bilingual("Lithium from one place", "Litio de un solo lugar"),
        reason=Bilingual("One supplier holds 83 percent.", "Un proveedor concentra 83 por ciento."),
        pillar="P1",
        origin="S-42",
        origin_page="studies/S-42/",
        by="Working Group",
        at=bundled,
    )

    said = words(made())

    assert "Lithium from one place" in said
    assert "One supplier holds 83 percent." in said
    assert "Sent to the agenda: 15 minutes" in said
    assert "Consider what was sent to the agenda" in said
    assert "Lithium" not in words(made("M-2023-09-29"))


def test_the_minutes_of_the_agenda_add_up(bundled: datetime) -> None:
    found = book()
    agenda = [each for each in tables(found) if each.columns[-1].title == "Min."]

    told = re.search(r"Minutes in all: (\d+)\.", words(found))

    assert told
    assert int(told[1]) == sum(int(row[-1]) for each in agenda for row in cells(each))
    assert all(f"{sum(int(row[-1]) for row in cells(each))} minutes" in each.caption for each in agenda)


@pytest.mark.parametrize("format", ["pdf", "docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_the_digest_and_are_the_same_when_made_again(
    bundled: datetime, language: str, format: Any
) -> None:
    of = occasion("M-2023-09-29")

    first, second = (brief_file(of, Edition.JOINT, language, format) for _ in range(2))

    assert first == second
    assert first.name == f"hled-brief-M-2023-09-29-joint-{language}.{format}"
    text = _text(first.content, format)
    said = re.search(r"SHA-256[^:]*: ?([0-9a-f]{64})", text)
    assert said
    assert said[1] in words(paper(of, Edition.JOINT, language))


def _text(content: bytes, format: str) -> str:
    if format == "docx":
        return " ".join(each.text for each in Document(io.BytesIO(content)).paragraphs)
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)


def test_the_pdf_of_the_real_record_is_about_ten_pages_before_its_annexes(bundled: datetime) -> None:
    reader = PdfReader(io.BytesIO(pdf(book())))
    first = [page.extract_text() for page in reader.pages]

    annex = next(place for place, text in enumerate(first) if place and "Annex A. Every commitment" in text)

    assert 7 <= annex <= 11
    assert len(reader.pages) <= 16
    assert bool(reader.trailer["/Root"]["/MarkInfo"]["/Marked"])


def test_a_planned_meeting_has_its_own_day_agenda_and_delegation(bundled: datetime) -> None:
    meeting = planned(bundled)
    announce_meeting(meeting=meeting, by=ANA, at=bundled)
    take_up(meeting=meeting, said=SAID, by=ANA, at=bundled)
    office = Office.objects.filter(party="MX").order_by("title_en").first()
    assert office
    seat_delegation(meeting=meeting, seats=[Seated(office.id, "head", "Rosa Luna")], by=ANA, at=bundled)

    of = occasion(meeting.code)
    found = paper(of, Edition.JOINT, "es")

    assert occasion("next").id == occasion("next-cabinet").id == meeting.code
    assert occasion("next-sub_cabinet").id == "due-sub_cabinet-2024-10-19"
    assert (of.on, of.asked.as_of) == (date(2027, 3, 4), bundled.date())
    said = words(found)
    assert "4 de marzo de 2027, 09:00–12:00 (America/Mexico_City)" in said
    assert "Ciudad de México" in said
    assert "Rosa Luna" in said
    assert "Ya en la agenda de esta reunión: 20 de 180 minutos" in said
    assert "1. Semiconductores" in said
    assert pdf(found)


def test_a_meeting_that_was_not_announced_is_in_no_public_book(bundled: datetime, client: Client) -> None:
    meeting = planned(bundled)

    with pytest.raises(NotFoundError, match="BB-01") as refused:
        occasion(meeting.code)
    assert f"near: {meeting.code}" not in str(refused.value)
    assert occasion("next").id == "due-cabinet-2024-09-29"
    assert client.get(f"/en/meetings/{meeting.code}/brief/").status_code == 404
    assert client.get(f"/api/v1/meetings/{meeting.code}/brief").status_code == 404
    assert occasion(meeting.code, reader=Party.US).id == meeting.code


def test_a_book_of_a_past_day_knows_no_plan(bundled: datetime) -> None:
    announce_meeting(meeting=planned(bundled), by=ANA, at=bundled)

    assert occasion("next", "2026-11-20").id == "due-cabinet-2024-09-29"


def test_a_series_that_rests_is_not_the_next_one(bundled: datetime) -> None:
    rest_series(
        series=MeetingSeries.objects.get(id="cabinet"),
        on=date(2025, 1, 20),
        reason=Bilingual("Change of administration.", "Cambio de administración."),
        agreed_by="both coordinators",
        at=bundled,
    )

    assert occasion("next").id == "due-sub_cabinet-2024-10-19"
    assert "está en pausa por acuerdo desde el 20 de enero de 2025" in words(made("next", "es"))
