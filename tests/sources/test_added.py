"""A user's own data set is a folder with a manifest."""

import json

import pytest

from hled.kernel.rule import BrokenRuleError
from hled.sources.added import FOLDER, add_source, list_sources, read_manifest

TEXT = {"en": "Text", "es": "Texto"}
MANIFEST = {
    "id": "my_table", "title": TEXT, "provider": TEXT, "license": TEXT, "attribution": TEXT, "vintage": TEXT,
    "files": ["table.csv"],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "given"
    path.mkdir()
    (path / "table.csv").write_text("a\n1\n", encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def broken(folder, home, **changes) -> list[str]:
    with pytest.raises(BrokenRuleError) as refusal:
        add_source(folder, {**MANIFEST, **changes}, home)
    assert not (home / FOLDER).exists() or not any((home / FOLDER).glob("*x"))
    return [finding.rule.code for finding in refusal.value.findings]


def test_an_added_set_is_listed_with_its_digests(folder, home):
    added = add_source(folder, MANIFEST, home)

    assert list_sources(home) == ((added,), ())
    assert (added.id, added.redistributable, len(added.files[0].sha256)) == ("my_table", False, 64)


def test_a_single_file_can_be_added(folder, home):
    assert add_source(folder / "table.csv", MANIFEST, home).files[0].name == "table.csv"


def test_sr_03_a_file_that_changed_since_is_found(folder, home):
    add_source(folder, MANIFEST, home)
    (home / FOLDER / "my_table" / "table.csv").write_text("a\n2\n", encoding="utf-8")

    assert [finding.rule.code for finding in list_sources(home)[1]] == ["SR-03"]


def test_sr_02_a_named_file_has_to_exist(folder, home):
    assert broken(folder, home, files=["absent.csv"]) == ["SR-02"]


def test_sr_01_and_sr_11_all_missing_fields_are_found_together(folder, home):
    assert broken(folder, home, title=None, license=None, vintage={"en": "2013"}) == [
        "SR-01",
        "SR-11",
        "SR-01",
    ]


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a\\b", "manifest.json", ""])
def test_sr_12_a_file_name_stays_inside_the_folder(folder, home, name):
    assert broken(folder, home, files=[name]) == ["SR-12"]


def test_sr_12_a_path_that_is_not_there_is_refused(folder, home):
    assert broken(folder / "nothing", home) == ["SR-12"]


@pytest.mark.parametrize("name", ["geo", "my_table"])
def test_sr_10_a_name_that_is_taken_is_refused(folder, home, name):
    add_source(folder, MANIFEST, home)

    assert broken(folder, home, id=name) == ["SR-10"]


def test_sr_01_a_manifest_that_is_not_an_object_is_refused(tmp_path):
    for content in (b"[]", b"{", b"\xff", b"[" * 100_000):
        (tmp_path / "manifest.json").write_bytes(content)
        with pytest.raises(BrokenRuleError, match="SR-01"):
            read_manifest(tmp_path / "manifest.json")


def test_sr_01_a_broken_manifest_is_found_and_the_other_sets_stay_listed(folder, home):
    add_source(folder, MANIFEST, home)
    other = home / FOLDER / "other"
    other.mkdir()
    (other / "manifest.json").write_text(json.dumps({"id": "other"}), encoding="utf-8")

    datasets, findings = list_sources(home)

    assert ([each.id for each in datasets], {finding.rule.code for finding in findings}) == (
        ["my_table"],
        {"SR-01", "SR-11"},
    )
