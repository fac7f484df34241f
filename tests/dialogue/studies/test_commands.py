"""The three questions of the working group, one command each, and what is done with an answer."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def test_which_industries_depend_on_china_through_their_mexican_suppliers(hled: Run) -> None:
    ran = hled("exposure", "--through", "MEX")

    assert ran.code == 0
    assert "China stands behind" in ran.out
    assert "Electrical and optical equipment" in ran.out
    assert "not a forecast" in ran.out


def test_what_share_of_mexicos_exports_is_u_s_value_added_and_how_sure(hled: Run) -> None:
    ran = hled("value-chains", "--draws", "8", "--tables", "wiod2013-2011")

    assert ran.code == 0
    assert "range" in ran.out
    assert "2011: inside" in ran.out
    assert "2011: outside" in ran.out


def test_what_would_be_lost_if_a_third_of_the_corridor_stopped(hled: Run) -> None:
    ran = hled("extract", "--lang", "es")

    assert ran.code == 0
    assert "una tercera parte" in ran.out
    assert "contabilidad, no un pronóstico" in ran.out


@pytest.mark.parametrize(
    "command", ["exposure --through MEX", "pair", "extract --draws 8", "sweep --draws 8", "structure"]
)
def test_every_question_prints_a_sheet(hled: Run, command: str) -> None:
    ran = hled(*command.split(), "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert rows
    assert all(None not in each for each in rows)


def test_which_industries_abroad_the_two_countries_would_miss_most(hled: Run) -> None:
    ran = hled("sweep", "--among", "foreign", "--top", "3", "--draws", "8", "--lang", "es")

    assert ran.code == 0
    assert "cota superior" in ran.out
    assert "3 de 1,343 filas" in ran.out
    assert "residuo mayor" in ran.out


def test_a_sheet_of_the_sweep_holds_every_row_whatever_the_table_shows(hled: Run) -> None:
    ran = hled("sweep", "--top", "3", "--draws", "8", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(rows) == 1413
    assert rows[0]["by_region.MEX.value_added_share"]


def test_where_an_industry_stands_is_said_in_full_for_one_and_by_group_for_many(hled: Run) -> None:
    one = hled("structure", "MEX.c15")
    many = hled("structure", "--table", "bea-2017-detail", "--by", "forward", "--top", "5")

    assert "Value-added multiplier, at the partner" in one.out
    assert "no model of scarcity" in " ".join(one.out.split())
    assert "5 of 402 industries" in many.out
    assert "Linkages" in many.out


def test_an_answer_is_kept_run_again_and_sent(hled: Run) -> None:
    kept = hled("pair", "--keep", "--format", "json").json
    study = kept["study"]

    listed = hled("studies", "--format", "json").json["items"]
    again = hled("studies", "run", study)
    sent = hled("studies", "send", study, "--by", "Working Group", "--format", "json").json["items"][0]

    assert kept["stored"] is True
    assert [each["id"] for each in listed] == [study]
    assert again.code == 0
    assert "every digit is the same" in again.out
    assert (sent["sent_by"], sent["same"]) == ("Working Group", True)
    assert study in hled("agenda").out


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("exposure --suppliers CHI", "IO-13"),
        ("exposure --buyers ,", "IO-15"),
        ("exposure --table bea-2017", "SQ-02"),
        ("exposure --balance best", "SQ-01"),
        ("extract --share 7", "IO-14"),
        ("extract --share some", "SQ-01"),
        ("sweep --affected CHI", "IO-13"),
        ("sweep --over countries --table bea-2017", "SQ-02"),
        ("structure MEX.c99", "IO-13"),
        ("structure --by beauty", "SQ-01"),
        ("structure --account jobs", "IO-13"),
        ("value-chains --origin EU27", "SQ-06"),
        ("studies show S-0", "PG-01"),
        ("studies run S-0", "PG-01"),
        ("studies send S-0 --by A", "PG-01"),
        ("exposure --convention guess", "CL-01"),
    ],
)
def test_a_wrong_question_exits_2_with_its_rule(hled: Run, command: str, code: str) -> None:
    ran = hled(*command.split(), "--format", "json")

    assert ran.code == 2
    assert [each["code"] for each in ran.json["findings"]] == [code]


def test_a_near_name_is_suggested(hled: Run) -> None:
    assert "CHN" in hled("exposure", "--suppliers", "CHI").err
