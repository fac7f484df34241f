"""``hled scoreboard`` and ``hled alerts``."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from hled.interfaces.marks import MARKS

Run = Callable[..., Any]


def test_the_whole_scoreboard_counts_what_it_lists(hled: Run) -> None:
    board = hled("scoreboard", "--format", "json").json

    assert board["as_of"] == "2026-11-23"
    assert len(board["items"]) == 97
    assert sum(board["counts"].values()) == 97
    assert {status for status, count in board["counts"].items() if count} == {
        each["status"] for each in board["items"]
    }


def test_evidence_carries_document_day_and_address(hled: Run) -> None:
    (item,) = hled("scoreboard", "--words", "pilot nearshoring", "--format", "json").json["items"]

    assert item["evidence"][0] == {
        "id": "R-018",
        "document": "D-2023-04-18-MYR",
        "published_on": "2023-04-18",
        "published_precision": "day",
        "url": "https://pledgetimes.com/most-important-points-of-the-high-level-dialogue-between-mexico-and-the-us/",
        "by": "joint",
        "weight": "decides",
    }


def test_a_view_of_a_past_day_shows_nothing_published_later_and_nothing_undated(hled: Run) -> None:
    board = hled("scoreboard", "--as-of", "2022-06-01", "--format", "json").json

    days = [each["published_on"] for item in board["items"] for each in item["evidence"] + item["searches"]]
    assert board["items"]
    assert all(item["stated_on"] <= "2022-06-01" for item in board["items"])
    assert all(day <= "2022-06-01" for day in days)
    assert not any(item["undated"] for item in board["items"])


def test_filters_narrow_items_and_counts_and_not_the_sentence(hled: Run) -> None:
    whole = hled("scoreboard", "--format", "json").json

    narrow = hled("scoreboard", "--pillar", "P4", "--status", "silent", "--format", "json").json

    assert {(each["pillar"], each["status"]) for each in narrow["items"]} == {("P4", "silent")}
    assert sum(narrow["counts"].values()) == len(narrow["items"]) == narrow["total"]
    assert narrow["sentence_en"] == whole["sentence_en"]


def test_words_are_found_without_their_accents(hled: Run) -> None:
    with_accent = hled("scoreboard", "--words", "interrupción crisis", "--format", "json").json
    without = hled("scoreboard", "--words", "INTERRUPCION crisis", "--format", "json").json

    assert with_accent["digest"] == without["digest"]


def test_csv_has_one_row_for_each_commitment(hled: Run) -> None:
    board = hled("scoreboard", "--format", "json").json

    rows = list(csv.DictReader(io.StringIO(hled("scoreboard", "--format", "csv").out)))

    assert [row["id"] for row in rows] == [item["id"] for item in board["items"]]
    assert rows[0]["strength.voice"] == board["items"][0]["strength"]["voice"]


@pytest.mark.parametrize(
    ("language", "words", "parties"),
    [
        ("en", ("Under way", "Last evidence", "no report", "inferred by the editor"), "US DOC≈  MX SE≈"),
        ("es", ("En curso", "Última evidencia", "sin informe", "deducida por el editor"), "MX SE≈  US DOC≈"),
    ],
)
def test_the_table_speaks_the_language_and_puts_its_party_first(
    hled: Run, language: str, words: tuple[str, ...], parties: str
) -> None:
    ran = hled("scoreboard", "--lang", language)

    assert [word for word in words if word not in ran.out] == []
    assert parties in ran.out


def test_every_status_in_the_table_is_a_word_beside_its_mark(hled: Run) -> None:
    shown = hled("scoreboard").out

    for status, word in (
        ("done", "Reported done"),
        ("late", "Late"),
        ("silent", "Silent"),
        ("restated", "Restated"),
    ):
        assert f"{MARKS[status].glyph} {word}" in shown


def test_a_day_to_come_is_said_to_be_one(hled: Run) -> None:
    ran = hled("scoreboard", "--as-of", "2150-01-01")

    assert "That day is still to come" in ran.out


def test_a_day_before_everything_shows_an_empty_scoreboard(hled: Run) -> None:
    ran = hled("scoreboard", "--as-of", "1990-01-01")

    assert ran.code == 0
    assert "Nothing was public by this day." in ran.out


def test_items_without_a_date_are_marked_and_never_said_to_have_no_report(hled: Run) -> None:
    shown = hled("scoreboard", "--words", "CONALEP curriculum").out

    assert "(undated)" in shown
    assert "undated report" in shown
    assert "no report  " not in shown


def test_overdue_meetings_stand_among_the_alerts(hled: Run) -> None:
    found = hled("alerts", "--code", "AL-20", "--format", "json").json

    assert [each["subject"] for each in found["items"]] == ["cabinet", "sub_cabinet"]
