"""Writing gives back what was read, whole or not at all."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hled.kernel.rule import BrokenRuleError, WorldError
from hled.sources.record import (
    KINDS,
    Field,
    Type,
    bundled_record,
    normal_form,
    read_record,
    record_digest,
    write_record,
)
from hled.sources.record.forming import form_entries
from hled.sources.record.writing import as_yaml


def test_bundled_record_is_written_back_byte_for_byte(tmp_path):
    write_record(read_record(bundled_record()).records, tmp_path / "out")

    for kind in KINDS.values():
        if not (bundled_record() / kind.file).is_file():
            assert not (tmp_path / "out" / kind.file).exists()
            continue
        assert (tmp_path / "out" / kind.file).read_bytes() == (bundled_record() / kind.file).read_bytes()


def test_other_readers_of_yaml_read_the_same(folder):
    read = folder.read().records

    for name in ("commitments", "documents", "meetings", "glossary"):
        assert yaml.safe_load((folder.path / f"{name}.yaml").read_text(encoding="utf-8")) == read[name]


# What may stand in a text: everything that a person may type, and what YAML finds difficult.
SIGNS = [
    *"~#'\"?=|>:-",
    "...",
    "---",
    "%a",
    "@a",
    "<<",
    "[a]",
    "{a}",
    "&a",
    "*a",
    "!a",
    "`a",
    "a:",
    "\ufeffa",
]
PHRASES = [
    "null",
    "yes",
    "12",
    "1e3",
    "2021-09-09",
    "- a",
    "a: b",
    "a #b",
    " a ",
    "a  b",
    "a\nb",
    "a\n\n b\n",
    "\ta",
    "a:\tb",
    "- - a",
    "a\u00a0b",
]
HARD = st.sampled_from(SIGNS) | st.sampled_from(PHRASES)
WORDS = st.lists(
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\ufffe\uffff"),
        min_size=1,
        max_size=130,
    ),
    min_size=1,
    max_size=30,
).map(" ".join)
TEXTS = (HARD | WORDS | st.tuples(HARD, WORDS).map(" ".join)).filter(lambda text: text.strip())
IDENTIFIERS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True)
VALUES = {
    Type.IDENTIFIER: IDENTIFIERS,
    Type.CODE: IDENTIFIERS,
    Type.REFERENCE: IDENTIFIERS,
    Type.TEXT: TEXTS,
    Type.DATE: st.dates().map(str),
    Type.INTEGER: st.integers(1, 2**62),
    Type.NUMBER: st.integers(-(10**20), 10**20)
    | st.decimals(-(10**12), 10**12, places=4).filter(lambda number: not number.is_zero()),
    Type.BOOLEAN: st.booleans(),
    Type.URL: IDENTIFIERS.map(lambda name: f"https://example.org/?a=#{name}%20&'b'"),
    Type.DIGEST: st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
}


def values_of(field: Field) -> st.SearchStrategy:
    if field.type is Type.RECORD:
        return st.lists(records_of(field.fields), min_size=1, max_size=2)
    values = VALUES[field.type]
    if field.many:
        return st.lists(values, min_size=1, max_size=min(3, field.at_most or 3), unique=True)
    return st.none() | values if field.nullable else values


def records_of(fields: tuple[Field, ...]) -> st.SearchStrategy:
    """Records in the order of the table; an optional text stands in both languages or in neither."""

    @st.composite
    def draw_record(draw):
        record, left_out = {}, set()
        for field in fields:
            if field.required or (
                field.twin not in left_out and (field.twin in record or draw(st.booleans()))
            ):
                record[field.name] = draw(values_of(field))
            else:
                left_out.add(field.name)
        return record

    return draw_record()


@pytest.mark.parametrize("name", ["glossary", "meetings", "commitments", "executive_orders", "pillars"])
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data())
def test_what_is_written_is_read_back_and_written_alike(name, data):
    kind = KINDS[name]
    records = data.draw(st.lists(records_of(kind.fields), max_size=2))

    text = as_yaml(kind, records)
    entries, _ = form_entries(kind, text.encode())
    read = [entry.record for entry in entries]

    assert read == records
    assert as_yaml(kind, read) == text


@settings(max_examples=150, deadline=None)
@given(english=TEXTS, spanish=TEXTS)
def test_texts_are_kept_and_lines_stay_narrow(english, spanish):
    record = {"id": "G-1", "term_en": english, "term_es": spanish, "term_es_basis": "usual"}

    text = as_yaml(KINDS["glossary"], [record])

    assert yaml.safe_load(text) == [record]
    assert form_entries(KINDS["glossary"], text.encode())[0][0].record == record


def test_lines_stay_within_110_characters(folder, records):
    long = " ".join(["word"] * 100 + ["communications-and-infrastructure"] * 9 + ["it's"] * 60)
    records["glossary"][0] |= {"term_en": long, "term_es": f"uno: {long}"}
    folder.write(records)

    lines = (folder.path / "glossary.yaml").read_text(encoding="utf-8").splitlines()

    assert max(map(len, lines)) <= 110
    assert folder.read().records["glossary"] == records["glossary"]


def test_addresses_are_never_broken(folder, records):
    records["documents"][0]["url"] = "https://example.org/" + "a-b" * 100
    folder.write(records)

    assert records["documents"][0]["url"] in (folder.path / "documents.yaml").read_text(encoding="utf-8")


def test_order_of_files_and_records_does_not_change_the_digest(records):
    turned = {name: of_kind[::-1] for name, of_kind in reversed(records.items())}

    assert record_digest(turned) == record_digest(records)


def test_any_changed_value_changes_the_digest(records):
    before = record_digest(records)
    records["commitments"][0]["due"] = "2023"

    assert record_digest(records) != before


def test_equal_numbers_have_one_normal_form(records):
    quantity = {"what_en": "a", "what_es": "b", "unit": "people"}
    forms = []
    for value in (3, Decimal("3.0"), Decimal("3.00")):
        records["commitments"][0]["quantities"] = [quantity | {"value": value}]
        forms.append(normal_form(records))

    assert forms[0] == forms[1] == forms[2]
    assert forms[0]["commitments"][0]["quantities"][0]["value"] == "3"


def test_absent_and_empty_kinds_have_one_normal_form(records):
    before = normal_form(records)
    del records["dockets"]

    assert normal_form(records) == before


def test_a_folder_that_is_no_record_is_not_overwritten(tmp_path, records):
    (tmp_path / "letter.txt").write_text("keep me")

    with pytest.raises(BrokenRuleError, match="RW-01"):
        write_record(records, tmp_path)

    assert [item.name for item in tmp_path.iterdir()] == ["letter.txt"]


def test_a_part_of_a_record_is_replaced_only_when_told(tmp_path, records):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "glossary.yaml").write_text("[]")

    with pytest.raises(BrokenRuleError, match="RW-01"):
        write_record(records, tmp_path / "out")
    write_record(records, tmp_path / "out", replace=True)

    assert read_record(tmp_path / "out").records == records


def test_an_empty_folder_is_written(tmp_path, records):
    (tmp_path / "out").mkdir()

    write_record(records, tmp_path / "out", replace=True)

    assert read_record(tmp_path / "out").records == records


@pytest.mark.parametrize("name", ["letter.txt", "stray.yaml", "papers/letter.txt"])
def test_rw_02_what_is_no_record_is_never_replaced(tmp_path, records, name):
    other = tmp_path / "out" / name
    other.parent.mkdir(parents=True)
    other.write_text("keep me")

    with pytest.raises(BrokenRuleError, match=f"RW-02 .*: {name.partition('/')[0]}"):
        write_record(records, tmp_path / "out", replace=True)

    assert other.read_text() == "keep me"


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("name", ["stray.yaml", "papers/letter.txt", ".git/config"])
def test_rw_02_what_stands_beside_a_record_and_would_be_lost_is_refused(folder, records, name, replace):
    other = folder.path / name
    other.parent.mkdir(exist_ok=True)
    other.write_text("keep me")

    with pytest.raises(BrokenRuleError, match="RW-02"):
        write_record(records, folder.path, replace=replace)

    assert other.read_text() == "keep me"


def test_a_file_is_not_taken_for_a_folder(tmp_path, records):
    (tmp_path / "out").write_text("keep me")

    with pytest.raises(BrokenRuleError, match="RW-01"):
        write_record(records, tmp_path / "out", replace=True)

    assert (tmp_path / "out").read_text() == "keep me"


def test_a_readme_survives_the_writing_of_a_later_record(folder, records):
    (folder.path / "README.md").write_text("ours")

    folder.write(records)

    assert (folder.path / "README.md").read_text() == "ours"
    assert list(folder.path.parent.iterdir()) == [folder.path]


def test_a_failed_writing_leaves_the_earlier_record(folder, records, monkeypatch):
    before = folder.read().digest
    records["commitments"][0]["due"] = "2023"

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    with pytest.raises(WorldError, match="No space left"):
        folder.write(records)

    assert folder.read().digest == before
    assert list(folder.path.parent.iterdir()) == [folder.path]


def test_a_record_that_cannot_be_put_in_place_leaves_the_earlier_one(folder, records, monkeypatch):
    before = folder.read().digest
    records["commitments"][0]["due"] = "2023"
    rename = Path.rename

    def refuse_the_new(self, target):
        if self.name == "new":
            raise OSError(16, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr("pathlib.Path.rename", refuse_the_new)
    with pytest.raises(WorldError, match="busy"):
        folder.write(records)

    assert folder.read().digest == before


def test_kinds_and_fields_outside_the_format_are_refused(tmp_path, records):
    with pytest.raises(ValueError, match="kinds unknown"):
        write_record(records | {"wishes": []}, tmp_path / "out")
    records["glossary"][0]["origin"] = "x"
    with pytest.raises(ValueError, match="fields unknown"):
        write_record(records, tmp_path / "out")

    assert not (tmp_path / "out").exists()
