"""Reading the bundled record, and the table that describes the format."""

import hashlib
import re
from collections import Counter
from decimal import Decimal

import pytest

from hled.kernel.rule import WorldError
from hled.sources.record import KINDS, Type, bundled_record, read_record
from hled.sources.record.schema import BUILT_IN_LEGENDS, every_field


@pytest.fixture(scope="module")
def bundled():
    return read_record(bundled_record())


def test_bundled_record_has_no_errors_and_its_known_warnings(bundled):
    assert bundled.errors == ()
    assert Counter(each.rule.code for each in bundled.warnings) == {
        "RC-45": 2,
        "RC-46": 1,
        "RC-49": 1,
        "RC-54": 3,
        "RC-55": 23,
        "RC-56": 4,
        "RC-57": 3,
        "RC-58": 2,
        "RC-59": 1,
        "RC-61": 3,
    }


def test_bundled_record_is_counted_as_its_readme_says(bundled):
    readme = (bundled_record() / "README.md").read_text(encoding="utf-8")

    said = {name: int(count) for name, count in re.findall(r"^- `(\w+)\.yaml`: (\d+) ", readme, re.MULTILINE)}

    assert len(said) == 15
    assert {name: len(bundled.records[name]) for name in said} == said


def test_bundled_due_date_that_is_a_start_is_found_by_the_general_rule(bundled):
    assert [each.data["id"] for each in bundled.warnings if each.rule.code == "RC-49"] == ["P2-08"]


def test_findings_lead_to_the_line_of_the_field(bundled):
    lines = (bundled_record() / "commitments.yaml").read_text(encoding="utf-8").splitlines()

    for each in bundled.findings:
        if each.data["file"] == "commitments.yaml" and each.data["field"] in {"due", "stated_on"}:
            assert lines[each.data["line"] - 1].startswith(f"  {each.data['field']}:")


def test_bundled_files_have_the_digests_of_their_source_note():
    note = (bundled_record() / "SOURCE.md").read_text(encoding="utf-8")

    said = dict(re.findall(r"^\| `([\w.]+)` \| \d+ \| `([0-9a-f]{64})` \|$", note, re.MULTILINE))

    files = {item.name: item.read_bytes() for item in bundled_record().iterdir() if item.name != "SOURCE.md"}
    assert said == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def test_every_commitment_that_cites_the_founding_text_has_a_passage_in_it(bundled):
    citing = {each["id"] for each in bundled.records["commitments"] if "D-2021-09-09-JS" in each["stated_in"]}

    marked = {each["commitment"] for each in bundled.records["passages"] if "commitment" in each}

    assert marked == citing


def test_passages_lie_in_the_order_of_their_paragraphs(bundled):
    placed = sorted(bundled.records["passages"], key=lambda each: each["start"])

    assert [each["paragraph"] for each in placed] == sorted(each["paragraph"] for each in placed)
    assert len({each["text_sha256"] for each in placed}) == 1


def test_the_table_names_only_legends_and_kinds_that_exist(bundled):
    legends = {each["legend"] for each in (*bundled.records["legends"], *BUILT_IN_LEGENDS)}

    for kind in KINDS.values():
        for path, each in every_field(kind.fields):
            known = {Type.CODE: legends, Type.REFERENCE: set(KINDS)}.get(each.type, {""})
            assert each.of in known, f"{kind.name}.{path}"


def test_each_kind_stands_after_the_kinds_it_refers_to():
    seen = set()
    for kind in KINDS.values():
        seen.add(kind.name)
        assert {each.of for _, each in every_field(kind.fields) if each.type is Type.REFERENCE} <= seen


def test_no_optional_field_is_nullable_so_that_absence_has_one_form():
    for kind in KINDS.values():
        for path, each in every_field(kind.fields):
            assert each.required or not each.nullable, f"{kind.name}.{path}"


def test_plain_words_stay_text_where_text_is_expected(folder):
    folder.replace("glossary.yaml", "Term in English", "yes")
    folder.replace("glossary.yaml", "Term en español", "2021-09-09")

    (term,) = folder.read().records["glossary"]

    assert (term["term_en"], term["term_es"]) == ("yes", "2021-09-09")


def test_numbers_keep_every_digit(folder):
    digits = "123456789012345678.000000000000000001"
    folder.replace(
        "commitments.yaml",
        "quantities: []",
        f"quantities:\n    - what_en: a\n      what_es: b\n      value: {digits}\n      unit: percent",
    )

    (quantity,) = folder.read().records["commitments"][0]["quantities"]

    assert quantity["value"] == Decimal(digits)


def test_a_circle_of_ten_thousand_commitments_is_found(folder, records):
    first = records["commitments"][0]
    records["commitments"] = [
        first | {"id": f"C-{number}", "children": [f"C-{number % 10_000 + 1}"]} for number in range(1, 10_001)
    ]
    folder.write(records)

    errors = folder.read().errors

    assert [each.rule.code for each in errors] == ["RC-44"]


def test_a_file_that_the_system_refuses_is_a_failure_of_the_world(folder, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)

    with pytest.raises(WorldError, match=r"legends\.yaml cannot be read: Permission denied"):
        folder.read()
