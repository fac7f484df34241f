"""``hled indicators`` and ``hled commitment``."""

from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def test_no_target_was_set_is_a_finding_and_not_a_zero(hled: Run) -> None:
    item, findings = (
        hled("indicators", "show", "IN-01", "--format", "json").json[name] for name in ("items", "findings")
    )

    assert item[0]["target"] is None
    assert item[0]["progress"] is None
    assert "ME-06" in {each["code"] for each in findings}
    assert "No target was set" in hled("indicators", "show", "IN-01").out


def test_a_user_sets_a_target_and_sees_trend_with_an_interval(hled: Run) -> None:
    ran = hled(
        "indicators",
        "target",
        "IN-01",
        "9,000,000",
        "--due",
        "2027-12-31",
        "--by",
        "Coordination",
        "--format",
        "json",
    )

    (item,) = ran.json["items"]
    assert item["target"]["value"] == "9000000"
    assert item["target"]["set_by"] == "Coordination"
    assert (
        float(item["trend"]["slope_low"]) < float(item["trend"]["slope"]) < float(item["trend"]["slope_high"])
    )


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("IN-01", "many", "--due", "2027-12-31", "--by", "X"), "CL-01", 2),
        (("IN-01", "NaN", "--due", "2027-12-31", "--by", "X"), "CL-01", 2),
        (("IN-01", "1", "--due", "2027-02-30", "--by", "X"), "AS-01", 2),
        (("IN-01", "1", "--due", "2020-01-01", "--by", "X"), "TG-03", 1),
        (("IN-01", "1", "--due", "2027-01-01", "--by", " "), "TG-04", 1),
        (("IN-07", "1", "--due", "2027-01-01", "--by", "X"), "TG-02", 1),
        (("IN-99", "1", "--due", "2027-01-01", "--by", "X"), "TG-01", 1),
    ],
)
def test_a_target_that_breaks_a_rule_is_refused(
    hled: Run, arguments: tuple[str, ...], code: str, exit_code: int
) -> None:
    ran = hled("indicators", "target", *arguments)

    assert ran.code == exit_code
    assert code in ran.err


def test_figures_that_are_no_later_than_the_baseline_are_not_compared(hled: Run) -> None:
    shown = hled("indicators", "--pillar", "P2").out

    line = next(line for line in shown.splitlines() if "IN-10" in line)
    assert "nothing to" in line
    assert "same" not in line


@pytest.mark.parametrize(("language", "word"), [("en", "Story"), ("es", "Historia")])
def test_a_commitment_tells_its_story_with_the_silences_between(hled: Run, language: str, word: str) -> None:
    shown = hled("commitment", "P1-SEMI-04", "--lang", language).out

    assert word in shown
    assert "ST-18" in shown
    assert "│" in shown
    assert "D-2023-09-29-PC" in shown


def test_the_editor_has_no_voice_in_the_answer_on_a_commitment(hled: Run) -> None:
    (item,) = hled("commitment", "P1-SEMI-04", "--format", "json").json["items"]

    assert not {"editor_status", "status_note_en"} & set(item)


def test_a_commitment_of_a_past_day_has_no_later_report(hled: Run) -> None:
    (item,) = hled("commitment", "P1-SEMI-04", "--as-of", "2023-01-01", "--format", "json").json["items"]

    assert item["reports"] == []
    assert [each["kind"] for each in item["story"]] == ["stated", "asked"]
    assert item["discrepancies"] == []
