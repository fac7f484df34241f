"""A load never overwrites or drops what both Parties have agreed since, and says so; an export has it."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from hled.dialogue.accord.models import Entry as RegisterEntry
from hled.dialogue.accord.queries.register import envelope_of
from hled.dialogue.briefing.queries.record import said_record
from hled.dialogue.briefing.services.record import export_record, load_record
from hled.dialogue.chronicle.models import Entry
from hled.dialogue.workplan.domain.acts import PlanAct
from hled.dialogue.workplan.models import Commitment, Document, LegendCode
from hled.dialogue.workplan.services.acts import carry_out
from hled.kernel.rule import BrokenRuleError
from hled.sources.record import bundled_record, normal_form, read_record

AT = datetime(2026, 12, 3, 15, tzinfo=UTC)
LATER = datetime(2026, 12, 20, tzinfo=UTC)
NEW = {
    "pillar": "P1",
    "objective": "O1.1",
    "kind": "commitment",
    "action_type": "publish",
    "sectors": ["supply_chains"],
    "agencies_us": ["DOC"],
    "agencies_mx": [],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "record"
    shutil.copytree(str(bundled_record()), copy)
    return copy


@pytest.fixture
def agreed(bundled: datetime) -> None:
    """Both Parties have amended P1-SC-02 and added P1-SC-10."""
    texts = {"title": "Agreed", "summary": "Agreed words"}, {"title": "Acordado", "summary": "Lo acordado"}
    carry_out(
        act=PlanAct("commitment.amend", "P1-SC-02", *texts, {"due": "2027"}, AT.date(), "a" * 64), at=AT
    )
    carry_out(act=PlanAct("commitment.add", "P1-SC-10", *texts, NEW, AT.date(), "b" * 64), at=AT)


def items(folder: Path, file: str) -> list[dict]:
    return yaml.safe_load((folder / file).read_text())


def write(folder: Path, file: str, content: object) -> None:
    (folder / file).write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))


def codes(load) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in load.warnings:
        if each.rule.code.startswith("RL-"):
            found.setdefault(each.rule.code, []).append(each.data["id"])
    return {code: sorted(ids) for code, ids in found.items()}


PAPERS = ["D-2026-12-03-ACTAAAAAAAAAAAA", "D-2026-12-03-ACTBBBBBBBBBBBB"]


def test_a_load_of_the_former_record_keeps_what_was_agreed_and_says_so(agreed, folder):
    before = normal_form(said_record())

    load = load_record(folder, at=LATER)

    assert normal_form(said_record()) == before
    assert codes(load) == {"RL-01": ["P1-SC-02"], "RL-02": [*PAPERS, "P1-SC-10"]}
    assert Entry.objects.filter(kind="record_load").latest("id").findings[-1]["code"].startswith("RL-")
    assert load_record(folder, at=LATER).entry is None


def test_what_was_not_agreed_is_loaded_as_ever(agreed, folder):
    commitments = items(folder, "commitments.yaml")
    for each in commitments:
        each["title_en"] = f"{each['title_en']}, corrected"
    write(folder, "commitments.yaml", commitments)

    load_record(folder, at=LATER)

    assert Commitment.objects.get(id="P1-SC-03").title_en.endswith(", corrected")
    assert Commitment.objects.get(id="P1-SC-02").title_en == "Agreed"


def test_an_export_has_the_agreed_state_and_loads_without_a_word(agreed, tmp_path):
    export_record(tmp_path / "out")

    reading = read_record(tmp_path / "out")
    load = load_record(tmp_path / "out", at=LATER)

    assert reading.is_sound
    assert next(each for each in reading.records["commitments"] if each["id"] == "P1-SC-02")["due"] == "2027"
    assert not load.any
    assert codes(load) == {}


def test_what_an_agreed_text_names_is_not_retired(agreed, folder):
    _drop(folder, "objectives.yaml", "O1.1", {"commitments.yaml": "objective"}, instead="O1.2")

    load = load_record(folder, at=LATER)

    assert codes(load)["RL-03"] == ["O1.1"]
    assert Commitment.objects.get(id="P1-SC-10").objective.retired_at is None


def _drop(folder: Path, file: str, id: str, users: dict[str, str], *, instead: str) -> None:
    write(folder, file, [each for each in items(folder, file) if each["id"] != id])
    for other, field in users.items():
        changed = [
            each | ({field: instead} if each.get(field) == id else {}) for each in items(folder, other)
        ]
        write(folder, other, changed)
    passages = [each for each in items(folder, "passages.yaml") if each.get("objective") != id]
    write(folder, "passages.yaml", passages)


def test_a_code_that_an_agreed_text_uses_is_not_retired(agreed, folder):
    commitments = items(folder, "commitments.yaml")
    for each in commitments:
        each["action_type"] = "hold_event" if each["action_type"] == "publish" else each["action_type"]
    write(folder, "commitments.yaml", commitments)
    legends = items(folder, "legends.yaml")
    legends["action_type"] = [each for each in legends["action_type"] if each["code"] != "publish"]
    write(folder, "legends.yaml", legends)

    load = load_record(folder, at=LATER)

    assert codes(load)["RL-03"] == ["action_type.publish"]
    assert LegendCode.objects.get(legend="action_type", code="publish").retired_at is None


def test_a_record_that_cannot_stand_beside_what_was_agreed_is_refused_whole(agreed, folder):
    texts = {"title": "A", "summary": "B"}, {"title": "C", "summary": "D"}
    carry_out(
        act=PlanAct("commitment.amend", "P1-SC-03", *texts, {"children": ["P1-SC-04"]}, AT.date(), "c" * 64),
        at=AT,
    )
    commitments = items(folder, "commitments.yaml")
    next(each for each in commitments if each["id"] == "P1-SC-04")["children"] = ["P1-SC-03"]
    write(folder, "commitments.yaml", commitments)
    before = normal_form(said_record())

    with pytest.raises(BrokenRuleError, match="RC-44"):
        load_record(folder, at=LATER)

    assert normal_form(said_record()) == before
    assert Document.objects.filter(id__in=PAPERS, retired_at__isnull=True).count() == 2


def test_every_record_that_comes_in_is_an_import_in_the_register_signed_by_nobody(bundled, folder):
    assert [each.kind for each in RegisterEntry.objects.all()] == ["import"]

    load_record(folder, at=LATER)
    commitments = items(folder, "commitments.yaml")
    commitments[0]["title_en"] = "Corrected"
    write(folder, "commitments.yaml", commitments)
    load_record(folder, at=LATER)

    entries = [envelope_of(each) for each in RegisterEntry.objects.all()]
    assert [each.content.fields["digest"] for each in entries] == [
        read_record(bundled_record()).digest,
        read_record(folder).digest,
    ]
    assert [each.signatures for each in entries] == [(), ()]
