"""What one Party writes for its own principal is in no other's book."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from hled.dialogue.briefing.domain.edition import Edition
from hled.dialogue.briefing.models import PartyNote
from hled.dialogue.briefing.queries.answers.books import brief_answer
from hled.dialogue.briefing.queries.book.bound import brief_file, paper
from hled.dialogue.briefing.queries.book.occasion import occasion
from hled.dialogue.briefing.services.notes import take_back, write_note
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, NotFoundError

MEETING = "M-2013-09-20"
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def write(text: str, party: Party = Party.US, meeting: str = MEETING, at: datetime = AT) -> PartyNote:
    return write_note(meeting=meeting, party=party, language=Language.EN, text=text, by="Coordinator", at=at)


def said(edition: Edition, language: str = "en", as_of: str | None = None) -> str:
    return str(paper(occasion(MEETING, as_of), edition, language).as_json())


@settings(max_examples=20)
@given(
    words=st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=6, max_size=40),
    author=st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=6, max_size=20),
    party=st.sampled_from(Party),
    language=st.sampled_from(Language),
)
def test_no_note_is_ever_in_the_public_version_nor_in_that_of_the_other_party(
    bundled: datetime, words: str, author: str, party: Party, language: Language
) -> None:
    PartyNote.objects.all().delete()
    of = occasion(MEETING)
    others = [each for each in Edition if each.party is not party]
    before = {(each, spoken): sha256_of_paper(each, spoken) for each in others for spoken in Language}

    write_note(meeting=of.id, party=party, language=language, text=words, by=author, at=AT)

    assert {key: sha256_of_paper(*key) for key in before} == before
    own = str(paper(of, Edition(party.value.lower()), language).as_json())
    assert repr(words)[1:-1] in own
    assert repr(author)[1:-1] in own


def sha256_of_paper(edition: Edition, language: str) -> str:
    return paper(occasion(MEETING), edition, language).digest


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_the_bytes_of_the_public_files_do_not_change_with_a_note(bundled: datetime, format: str) -> None:
    before = brief_file(occasion(MEETING), Edition.JOINT, "en", format)  # type: ignore[arg-type]

    write("The fallback position is xyzzy.")

    assert brief_file(occasion(MEETING), Edition.JOINT, "en", format) == before  # type: ignore[arg-type]
    own = brief_file(occasion(MEETING), Edition.US, "es", format).content  # type: ignore[arg-type]
    assert "fallback position is xyzzy" in _text(own, format)
    assert "De uso interno de Estados Unidos" in _text(own, format)


def _text(content: bytes, format: str) -> str:
    if format == "docx":
        return " ".join(each.text for each in Document(io.BytesIO(content)).paragraphs)
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)


def test_no_page_and_no_endpoint_gives_a_note(bundled: datetime, client: Client) -> None:
    write("The fallback position is xyzzy.", meeting=occasion("next").id)
    assert "xyzzy" in str(paper(occasion("next"), Edition.US, "en").as_json())

    paths = (
        "/en/meetings/next/brief/",
        "/api/v1/meetings/next/brief",
        "/en/meetings/next/brief/?party=us",
        "/en/meetings/",
        "/api/v1/record",
    )
    answers = [client.get(path) for path in paths]
    refused = client.get("/api/v1/meetings/next/brief?party=us")
    files = [client.get(f"/en/meetings/next/brief/book.{each}?party=us") for each in ("pdf", "docx")]

    assert [each.status_code for each in (*answers, *files)] == [200] * 7
    assert all("xyzzy" not in each.content.decode() for each in answers)
    assert refused.status_code == 400
    assert "xyzzy" not in _text(files[0].content, "pdf") + _text(files[1].content, "docx")
    assert "xyzzy" not in str(brief_answer(occasion("next")).as_json())


def test_a_note_is_for_one_meeting(bundled: datetime) -> None:
    write("Only for another day.", meeting="M-2014-06-27")

    assert "Only for another day." not in said(Edition.US)


def test_a_book_of_a_day_asked_for_carries_only_notes_written_by_then(bundled: datetime) -> None:
    write("Early words.", at=AT - timedelta(days=30))
    write("Late words.")

    assert "Early words." in said(Edition.US, as_of="2026-11-01")
    assert "Late words." not in said(Edition.US, as_of="2026-11-01")
    assert "Late words." in said(Edition.US)


def test_a_note_taken_back_leaves_the_book_and_keeps_its_words(bundled: datetime) -> None:
    note = write("Taken back words.")

    take_back(note=note.id, party=Party.US, at=AT + timedelta(days=1))

    assert "Taken back words." not in said(Edition.US)
    assert "Taken back words." in said(Edition.US, as_of="2026-11-20")
    assert PartyNote.objects.get(id=note.id).text == "Taken back words."


def test_nobody_takes_back_a_note_of_the_other_party_or_takes_one_back_twice(bundled: datetime) -> None:
    note = write("Stays.")

    with pytest.raises(NotFoundError):
        take_back(note=note.id, party=Party.MX, at=AT)
    take_back(note=note.id, party=Party.US, at=AT)
    with pytest.raises(NotFoundError):
        take_back(note=note.id, party=Party.US, at=AT)


@pytest.mark.parametrize(
    ("text", "by", "codes"),
    [
        ("", "A", ["BB-04"]),
        ("   \n", "A", ["BB-04"]),
        ("x" * 5001, "A", ["BB-04"]),
        ("a\0b", "A", ["BB-04"]),
        ("x", "  ", ["BB-05"]),
        ("", "", ["BB-04", "BB-05"]),
        ("x", "n" * 201, ["BB-05"]),
    ],
)
def test_bb_04_and_bb_05_a_note_says_something_and_who_wrote_it(
    bundled: datetime, text: str, by: str, codes: list[str]
) -> None:
    with pytest.raises(BrokenRuleError) as refused:
        write_note(meeting=MEETING, party=Party.US, language=Language.EN, text=text, by=by, at=AT)

    assert [each.rule.code for each in refused.value.findings] == codes
    assert not PartyNote.objects.exists()


def test_the_store_refuses_a_note_of_nobody(bundled: datetime) -> None:
    fields = {"meeting": MEETING, "language": "en", "text": "x", "written_by": "A", "written_at": AT}

    with pytest.raises(IntegrityError), transaction.atomic():
        PartyNote.objects.create(party="XX", **fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        PartyNote.objects.create(party="US", **{**fields, "text": ""})
