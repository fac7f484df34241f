"""The page, the endpoint and the command of a commitment show its acts, its milestones and what each Party holds."""

from datetime import UTC, datetime

import pytest
from tests.dialogue.results.test_agreed import agreed, assessment

from hled.dialogue.accord import subjects
from hled.kernel.party import Party

pytestmark = pytest.mark.usefixtures("unchecked")

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def acted(bundled, monkeypatch) -> None:
    """P1-SC-02 was amended, given a milestone and completed; the Parties hold different things of it."""
    monkeypatch.setattr(subjects, "_CHECKS", [])
    for given in (
        agreed("commitment.amend", "P1-SC-02", {"due": "2027"}, at=AT, title="Agreed", summary="Words"),
        agreed("milestone.add", "MS-1", {"commitment": "P1-SC-02", "due": "2027-06"}, at=AT, title="A step"),
        agreed("commitment.complete", "P1-SC-02", {}, at=AT, result="All of it"),
        assessment(Party.US, at=AT),
        assessment(Party.MX, at=AT, status="partly_done"),
        agreed(
            "difference.agree",
            "difference:P1-SC-02",
            {"about": "P1-SC-02"},
            at=AT,
            position_us="It is done.",
            position_mx="A part is.",
        ),
    ):
        subjects.apply(given)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("What each Party holds", "A step", "Acts in the register", "It is done.", "Both Parties")),
        ("es", ("Lo que sostiene cada Parte", "A step é", "Actos en el registro", "A part is. é")),
    ],
)
def test_the_page_shows_what_was_agreed_and_what_each_party_holds(acted, client, language, words):
    page = client.get(f"/{language}/commitments/P1-SC-02/").content.decode()

    assert [each for each in words if each not in page] == []


def test_a_page_of_the_day_before_shows_none_of_it(acted, client):
    page = client.get("/en/commitments/P1-SC-02/?as_of=2026-11-22").content.decode()

    assert [
        each for each in ("Acts in the register", "It is done.", "A step", "Agreed") if each in page
    ] == []


def test_the_endpoint_has_acts_positions_and_milestones(acted, client):
    item = client.get("/api/v1/commitments/P1-SC-02").json()["items"][0]

    assert [each["type"] for each in item["acts"]] == [
        "commitment.amend",
        "milestone.add",
        "commitment.complete",
        "assessment.record",
        "assessment.record",
        "difference.agree",
    ]
    assert {(each["party"], each["status"]) for each in item["positions"]} == {
        ("US", "done"),
        ("MX", "partly_done"),
        ("", ""),
    }
    assert [each["due"] for each in item["milestones"]] == ["2027-06"]
    assert (item["status"], item["rule"], item["disputed"]) == ("done", "ST-24", True)
    assert item["disputed_by"] == ["assessment:MX:P1-SC-02", "difference:P1-SC-02"]


def test_the_command_shows_them(acted, hled):
    ran = hled("commitment", "P1-SC-02")

    assert ran.code == 0
    assert all(each in ran.out for each in ("Declared completed", "Mexico: Partly done", "agreed to differ"))
