"""Where each promise stood, read from the store."""

import shutil
from datetime import UTC, date, datetime

import pytest
import yaml

from hled.dialogue.briefing.queries.scoreboard import Filter, scoreboard
from hled.dialogue.briefing.services.record import load_record
from hled.dialogue.results.queries.standing import standing
from hled.interfaces.asked import ask
from hled.sources.record import bundled_record

LATER = datetime(2026, 12, 1, tzinfo=UTC)


def test_the_scoreboard_counts_every_item_once(bundled):
    board = scoreboard(ask("2026-11-23"))

    assert sum(board.counts.values()) == len(board.rows) == 95
    assert sum(pillar.total for pillar in board.pillars) == 95


def test_undated_items_appear_only_in_a_view_without_a_date(bundled):
    without, dated = scoreboard(ask()), scoreboard(ask("2026-11-23"))

    assert {row.id for row in without.rows} - {row.id for row in dated.rows} == {"P1-SEMI-07", "P4-18"}
    assert [row.id for row in without.rows if row.undated] == ["P1-SEMI-07", "P4-18"]


def test_nothing_was_known_in_the_far_past(bundled):
    board = scoreboard(ask("1950-01-01"))

    assert board.rows == ()
    assert board.meetings == {}


def test_a_view_of_the_past_shows_nothing_learned_later(bundled):
    board = scoreboard(ask("2021-09-30"))

    assert all(row.facts.stated_on <= date(2021, 9, 30) for row in board.rows)
    assert all(
        each.published_on <= date(2021, 9, 30) for row in board.rows for each in row.assessment.evidence
    )


@pytest.mark.parametrize("copies", [1, 3])
def test_the_standing_takes_a_fixed_number_of_queries(bundled, copies, django_assert_num_queries, tmp_path):
    if copies > 1:
        from benchmarks.generating import generated_record

        from hled.sources.record import write_record

        write_record(generated_record(copies), tmp_path / "record")
        load_record(tmp_path / "record", at=LATER)

    with django_assert_num_queries(16):
        standing(date(2026, 11, 23), undated=False)
    with django_assert_num_queries(1):
        standing(date(2026, 11, 23), undated=False)


def test_recorded_by_shows_the_status_that_the_store_then_gave(bundled, tmp_path):
    folder = tmp_path / "record"
    shutil.copytree(str(bundled_record()), folder)
    path = folder / "progress_reports.yaml"
    reports = yaml.safe_load(path.read_text())
    next(each for each in reports if each["commitment"] == "P1-BRD-01")["shows"] = "completed"
    path.write_text(yaml.safe_dump(reports, allow_unicode=True, sort_keys=False))
    load_record(folder, at=LATER)

    now = standing(date(2026, 11, 23), undated=False).assessments["P1-BRD-01"]
    then = standing(
        date(2026, 11, 23), undated=False, recorded_by=datetime(2026, 11, 30, tzinfo=UTC)
    ).assessments["P1-BRD-01"]

    assert (now.status.value, then.status.value) == ("done", "under_way")


def test_filters_narrow_by_every_field_and_by_words_without_accents(bundled):
    rows = scoreboard(ask()).rows

    assert {row.facts.pillar for row in Filter(pillar="P2").keep(rows)} == {"P2"}
    assert {row.status.value for row in Filter(status="late").keep(rows)} == {"late"}
    assert all("USAID" in row.facts.agencies_us for row in Filter(agency="USAID").keep(rows))
    assert Filter(words="SEMICONDUCTORES").keep(rows) != []
    assert Filter(words="cadenas de suministro").keep(rows) == Filter(words="CADENAS SUMINISTRO de").keep(
        rows
    )
    assert Filter(pillar="P9").keep(rows) == []
