"""The record in the store: loaded whole or not at all, kept through corrections, given out as it came."""

import shutil
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from hled.dialogue.briefing.queries.record import said_record
from hled.dialogue.briefing.services.record import export_record, load_record
from hled.dialogue.chronicle.models import Entry, Revision
from hled.dialogue.chronicle.queries import history_of, said, said_columns, store_revision
from hled.dialogue.delegations.models import TermOfOffice
from hled.dialogue.workplan.models import Commitment
from hled.dialogue.workplan.queries.shelves import COMMITMENTS
from hled.kernel.rule import BrokenRuleError
from hled.sources.record import bundled_record, normal_form, read_record

LATER = datetime(2026, 12, 1, tzinfo=UTC)
LATEST = datetime(2026, 12, 20, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled record that a test may change."""
    copy = tmp_path / "record"
    shutil.copytree(str(bundled_record()), copy)
    return copy


def change(folder: Path, file: str, key: str, **fields: object) -> None:
    path = folder / file
    items = yaml.safe_load(path.read_text())
    next(item for item in items if item["id"] == key).update(fields)
    path.write_text(yaml.safe_dump(items, allow_unicode=True, sort_keys=False))


def test_the_store_says_what_the_bundled_record_says(bundled):
    assert normal_form(said_record()) == normal_form(read_record(bundled_record()).records)


def test_loading_twice_changes_nothing(bundled):
    revision, entries = store_revision(), Entry.objects.count()

    load = load_record(bundled_record(), at=LATER)

    assert load.entry is None
    assert not load.any
    assert (store_revision(), Entry.objects.count()) == (revision, entries)


def test_load_of_an_export_gives_an_identical_store(bundled, tmp_path):
    before = said_record()
    export_record(tmp_path / "out")

    load = load_record(tmp_path / "out", at=LATER)

    assert not load.any
    assert said_record() == before


def test_an_export_of_a_loaded_export_is_the_same_to_the_byte(empty_store, tmp_path):
    load_record(bundled_record(), at=empty_store)
    export_record(tmp_path / "one")
    load_record(tmp_path / "one", at=LATER)
    export_record(tmp_path / "two")

    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == sorted(path.name for path in (tmp_path / "two").iterdir())
    assert [(tmp_path / "one" / name).read_bytes() for name in files] == [
        (tmp_path / "two" / name).read_bytes() for name in files
    ]


def test_an_error_stops_the_load_whole(bundled, folder):
    before, revision = said_record(), store_revision()
    change(folder, "commitments.yaml", "P1-SC-02", title_en="Changed")
    change(folder, "commitments.yaml", "P1-SC-01", objective="O9.9")

    with pytest.raises(BrokenRuleError):
        load_record(folder, at=LATER)

    assert (said_record(), store_revision()) == (before, revision)


def test_a_corrected_record_keeps_what_a_field_said_before(bundled, folder):
    former = Commitment.objects.get(id="P1-SC-02").title_en
    change(folder, "commitments.yaml", "P1-SC-02", title_en="First correction")
    load_record(folder, at=LATER)
    change(folder, "commitments.yaml", "P1-SC-02", title_en="Second correction")
    load_record(folder, at=LATEST)

    history = history_of("commitments", "P1-SC-02")

    assert [(each["said"], each["said_from"], each["said_until"]) for each in history] == [
        (former, bundled, LATER),
        ("First correction", LATER, LATEST),
    ]
    assert Commitment.objects.get(id="P1-SC-02").title_en == "Second correction"


def test_the_record_is_seen_as_it_was_recorded_by_a_day(bundled, folder):
    before = said_record()
    change(
        folder,
        "commitments.yaml",
        "P1-SC-02",
        title_en="Corrected",
        agencies_us=[],
        due="2030-01",
        due_precision="month",
    )
    change(folder, "progress_reports.yaml", "R-001", shows="completed")
    load_record(folder, at=LATER)

    assert said_record(recorded_by=datetime(2026, 11, 30, tzinfo=UTC)) == before
    assert said_record(recorded_by=LATER)["commitments"][1]["title_en"] == "Corrected"
    assert said_record(recorded_by=datetime(2026, 1, 1, tzinfo=UTC))["commitments"] == []


def test_lists_and_figures_of_a_former_moment_come_back_in_the_form_of_the_record(bundled, folder):
    figure = {"what_en": "share", "what_es": "proporción", "value": 12.5, "unit": "percent"}
    change(folder, "commitments.yaml", "P1-SC-02", quantities=[figure])
    load_record(folder, at=LATER)
    before = said(COMMITMENTS)["P1-SC-02"]
    change(folder, "commitments.yaml", "P1-SC-02", quantities=[], sectors=["energy"])
    load_record(folder, at=LATEST)

    fields = ("sectors", "quantities", "stated_in")
    now = said_columns(COMMITMENTS, fields=fields)
    then = said_columns(COMMITMENTS, fields=fields, recorded_by=LATER)

    place = now.ids.index("P1-SC-02")
    assert before["quantities"] == [figure | {"value": Decimal("12.5")}]
    assert [now[field][place] for field in fields] == [["energy"], [], before["stated_in"]]
    assert [then[field][place] for field in fields] == [before[field] for field in fields]


def test_what_a_corrected_record_drops_is_retired_and_can_come_back(bundled, folder):
    path = folder / "discrepancies.yaml"
    items = yaml.safe_load(path.read_text())
    path.write_text(yaml.safe_dump(items[1:], allow_unicode=True, sort_keys=False))
    load_record(folder, at=LATER)

    assert len(said_record()["discrepancies"]) == len(items) - 1
    assert len(said_record(recorded_by=bundled)["discrepancies"]) == len(items)

    load_record(bundled_record(), at=LATEST)
    between = datetime(2026, 12, 10, tzinfo=UTC)
    assert len(said_record()["discrepancies"]) == len(items)
    assert len(said_record(recorded_by=between)["discrepancies"]) == len(items) - 1
    assert Revision.objects.filter(kind="discrepancies").count() == 1


def test_warnings_of_the_load_stay_with_it(bundled):
    findings = Entry.objects.filter(kind="record_load").latest("id").findings

    assert {"RC-49", "RC-54", "RC-55"} <= {finding["code"] for finding in findings}
    assert all(finding["severity"] == "warning" for finding in findings)


def test_terms_of_office_point_to_the_next_holder_seen(bundled):
    chair = TermOfOffice.objects.get(office__title_en="Vice President", holder="Harris")

    assert chair.basis == "seen_at_meetings"
    assert chair.seen_first is not None
