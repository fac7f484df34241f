"""What travels in the package is declared, unchanged and allowed to."""

from pathlib import Path

import pytest

from hled.sources.catalogue import DATASETS, Dataset, check_digests
from hled.sources.tables import BUNDLED

LICENSES = Path(__file__).parents[2] / "DATA-LICENSES.md"


def test_every_bundled_file_has_its_declared_digest():
    assert check_digests() == ()


def test_every_folder_is_a_declared_set_with_its_documentation():
    folders = {path.name for path in BUNDLED.iterdir() if path.is_dir()}

    assert folders == set(DATASETS)
    assert all(
        (BUNDLED / name / "SOURCE.md").is_file() or (BUNDLED / name / "README.md").is_file()
        for name in folders
    )


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=list(DATASETS))
def test_only_sets_with_the_verdict_yes_are_bundled(dataset):
    row = next(
        line
        for line in LICENSES.read_text(encoding="utf-8").splitlines()
        if line.startswith(f"| {dataset.id} |")
    )

    assert row.split("|")[2].strip().startswith("yes")
    assert dataset.redistributable


def test_sources_name_the_digest_of_every_file():
    for dataset in DATASETS.values():
        source = BUNDLED / dataset.id / "SOURCE.md"
        if source.exists():
            text = source.read_text(encoding="utf-8")
            assert [file.name for file in dataset.files if file.sha256 not in text] == []


def test_conversations_of_private_people_are_never_bundled():
    assert not list(BUNDLED.rglob("*polis*"))


def test_the_package_stays_small():
    assert sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file()) < 10_000_000


def test_missing_changed_and_undeclared_files_are_found(tmp_path):
    world = DATASETS["wiod2013"]
    assert isinstance(world, Dataset)
    folder = tmp_path / "wiod2013"
    folder.mkdir()
    (folder / "other.json").write_text("{}", encoding="utf-8")

    missing = ["SR-02"] * len(world.files)
    assert [each.rule.code for each in check_digests([world], tmp_path)] == [*missing, "SR-04"]
    (folder / world.files[0].name).write_text("{}", encoding="utf-8")
    assert [each.rule.code for each in check_digests([world], tmp_path)] == ["SR-03", *missing[1:], "SR-04"]
