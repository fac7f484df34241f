"""``hled plan``: what an act asks for and would lead to, before anyone signs it."""

import json

import pytest

from hled.dialogue.chronicle.queries import store_revision

ACT = {
    "type": "commitment.withdraw",
    "subject": "P1-SC-02",
    "english": {"reason": "Overtaken by events."},
    "spanish": {"reason": "Rebasado por los hechos."},
    "fields": {},
    "effective": "2026-12-03",
}


def test_every_kind_is_listed_with_its_texts_and_fields(hled, client):
    ran = hled("plan", "kinds", "--format", "json")

    kinds = {each["type"]: each for each in ran.json["items"]}
    assert kinds["commitment.merge"]["fields"] == ["into"]
    assert [each["name"] for each in kinds["milestone.reach"]["segments"]] == ["result"]
    assert client.get("/api/v1/plan/kinds").json()["items"] == ran.json["items"]
    assert "Retirar un compromiso" in hled("plan", "kinds", "--lang", "es").out


@pytest.mark.parametrize(
    ("arguments", "free"),
    [
        (("--pillar", "P1", "--group", "SC"), "P1-SC-10"),
        (("--pillar", "P2"), "P2-15"),
        (("--milestone",), "MS-1"),
    ],
)
def test_the_next_identifier_is_said(hled, arguments, free):
    assert hled("plan", "next", *arguments).out.strip() == free


def test_an_act_is_weighed_and_changes_nothing(hled, tmp_path):
    (tmp_path / "act.json").write_text(json.dumps(ACT))
    revision = store_revision()

    ran = hled("plan", "weigh", tmp_path / "act.json", "--format", "json")

    assert [each["kind"] for each in ran.json["items"]] == ["documents", "commitments"]
    assert ran.json["items"][1]["record"]["withdrawn_on"] == "2026-12-03"
    assert store_revision() == revision


def test_every_reason_to_refuse_an_act_is_said(hled, tmp_path):
    (tmp_path / "act.json").write_text(json.dumps({**ACT, "spanish": {}, "fields": {"x": 1}}))

    ran = hled("plan", "weigh", tmp_path / "act.json")

    assert ran.code != 0
    assert "WP-07" in ran.err
    assert "WP-08" in ran.err


@pytest.mark.parametrize("content", ["{", "[]", "{}", json.dumps({**ACT, "effective": "soon"})])
def test_wp_19_a_file_that_is_no_act_is_refused(hled, tmp_path, content):
    (tmp_path / "act.json").write_text(content)

    ran = hled("plan", "weigh", tmp_path / "act.json")

    assert ran.code != 0
    assert "WP-19" in ran.err
