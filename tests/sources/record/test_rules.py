"""One test per rule of the record's format, named after it."""

import re
from pathlib import Path

import pytest

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Severity
from hled.sources.record import read_record
from hled.sources.record.rules import RULES

COMMITMENTS = "commitments.yaml"
REPORTS = "progress_reports.yaml"


def test_the_small_record_breaks_no_rule(folder):
    assert folder.findings() == []


def test_every_rule_has_a_test():
    tests = Path(__file__).read_text(encoding="utf-8")

    named = set(re.findall(r"def test_(rc_\d\d)_", tests))

    assert named == {rule.code.lower().replace("-", "_") for rule in RULES}


# The folder and its files.


@pytest.mark.parametrize("file", ["commitments", "pillars", "objectives", "documents", "agencies", "legends"])
def test_rc_01_required_file_must_be_there(folder, file):
    (folder.path / f"{file}.yaml").unlink()

    assert ("RC-01", f"{file}.yaml") in folder.findings()
    assert not {code for code, _ in folder.findings()} & {"RC-20", "RC-31"}


def test_rc_01_no_folder_is_one_finding(tmp_path):
    reading = read_record(tmp_path / "nowhere")

    assert [(each.rule.code, each.place) for each in reading.findings] == [
        ("RC-01", str(tmp_path / "nowhere"))
    ]


def test_rc_02_optional_file_may_be_absent(folder):
    (folder.path / "glossary.yaml").unlink()

    assert folder.findings() == [("RC-02", "glossary.yaml")]
    assert folder.read().is_sound
    assert folder.read().records["glossary"] == []


def test_rc_02_passages_may_be_absent_without_a_word(folder):
    (folder.path / "passages.yaml").unlink()

    assert folder.findings() == []


def test_rc_03_unknown_file_is_named(folder):
    (folder.path / "comitments.yaml").write_text("[]")

    assert folder.findings() == [("RC-03", "comitments.yaml")]


def test_rc_04_file_beyond_sixty_megabytes_is_refused(folder, monkeypatch):
    monkeypatch.setattr("hled.sources.record.reading.LARGEST_FILE", 100)

    assert ("RC-04", COMMITMENTS) in folder.findings()


@pytest.mark.parametrize(
    "content",
    [
        b"- id: G-1\n  term_en: caf\xe9\n",
        "- id: G-1\n".encode("utf-16"),
        b"- id: G-1\n\x00\x01",
        b"\x89PNG\r\n\x1a\n\x00",
    ],
    ids=["latin-1", "utf-16", "zero byte", "picture"],
)
def test_rc_05_other_encodings_and_binary_are_refused(folder, content):
    (folder.path / "glossary.yaml").write_bytes(content)

    assert [code for code, _ in folder.findings()] == ["RC-05"]


def test_rc_05_names_the_line(folder):
    (folder.path / "glossary.yaml").write_bytes(b"# one\n# two\n- id: caf\xe9\n")

    assert folder.findings() == [("RC-05", "glossary.yaml:3")]


def test_a_byte_order_mark_of_utf_8_is_read(folder):
    content = (folder.path / "glossary.yaml").read_bytes()
    (folder.path / "glossary.yaml").write_bytes(b"\xef\xbb\xbf" + content)

    assert folder.findings() == []


@pytest.mark.parametrize(
    "text",
    ["- id: 'open\n", "- id: [a\n", "- a: b: c\n", "\t- id: a\n", "- id: \x07\n"],
)
def test_rc_06_broken_yaml_is_named_with_line_and_column(folder, text):
    (folder.path / "glossary.yaml").write_text(text)

    findings = folder.read().errors

    assert [each.rule.code for each in findings] == ["RC-06"]
    assert re.fullmatch(r"glossary\.yaml:\d+", findings[0].place)


def test_rc_06_does_not_hide_findings_of_other_files(folder):
    (folder.path / "glossary.yaml").write_text("- id: 'open\n")
    folder.replace(COMMITMENTS, "kind: commitment", "kind: wish")

    assert [code for code, _ in folder.findings()] == ["RC-20", "RC-06"]


BOMB = "- &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [BOMB, "- id: &x a\n", "- id: *x\n", "- id: !!str a\n", "- !!python/object:os.system {}\n", "- <<: *x\n"],
    ids=["bomb", "anchor", "alias", "tag", "object", "merge"],
)
def test_rc_07_anchors_aliases_and_tags_are_refused_unexpanded(folder, text):
    (folder.path / "glossary.yaml").write_text(text)

    assert folder.findings() == [("RC-07", "glossary.yaml:1")]


def test_rc_08_field_named_twice_is_refused(folder):
    folder.replace("glossary.yaml", "- id: G-1\n", "- id: G-1\n  id: G-2\n")

    assert folder.findings() == [("RC-08", "glossary.yaml:5 G-1.id")]


def test_rc_08_legend_named_twice_is_refused(folder):
    folder.append("legends.yaml", "access: []\n")

    assert "RC-08" in {code for code, _ in folder.findings()}


@pytest.mark.parametrize(
    "text", ["- " * 20 + "a\n", "- " + "[" * 100_000 + "\n", "- [" + "a, " * 60_000 + "]\n"]
)
def test_rc_09_deep_or_vast_records_are_refused(folder, text):
    (folder.path / "glossary.yaml").write_text(text)

    assert folder.findings() == [("RC-09", "glossary.yaml:1")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "text\n",
        "id: G-1\n",
        "a:\n  - id: G-1\n",
        "- text\n",
        "- [a]\n",
        "[]\n---\n[]\n",
        "? [a]\n: b\n",
    ],
)
def test_rc_10_anything_but_a_list_of_records_is_refused(folder, text):
    (folder.path / "glossary.yaml").write_text(text)

    assert "RC-10" in {code for code, _ in folder.findings()}


def test_rc_10_legends_are_a_mapping_of_lists(folder):
    (folder.path / "legends.yaml").write_text("- code: full\n")

    assert [code for code, _ in folder.findings()] == ["RC-10"]


def test_rc_11_a_file_of_errors_is_not_read_to_its_end(folder):
    (folder.path / "glossary.yaml").write_text("- x\n" * 10_000)

    codes = [code for code, _ in folder.findings()]

    assert codes.count("RC-11") == 1
    assert len(codes) < 2_100


# Fields.


def test_rc_12_unknown_field_is_refused(folder):
    folder.replace("glossary.yaml", "  term_es_basis", "  origin: x\n  term_es_basis")

    assert folder.findings() == [("RC-12", "glossary.yaml:7 G-1.origin")]


def test_rc_13_missing_field_is_refused(folder):
    folder.replace("glossary.yaml", "  term_es_basis: usual\n", "")

    assert folder.findings() == [("RC-13", "glossary.yaml:4 G-1.term_es_basis")]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (COMMITMENTS, "pillar: P1", "pillar: null", "C-1.pillar"),
        (COMMITMENTS, "pillar: P1", "pillar: [P1]", "C-1.pillar"),
        (COMMITMENTS, "quantities: []", "quantities: none", "C-1.quantities"),
        (COMMITMENTS, "quantities: []", "quantities: [none]", "C-1.quantities[0]"),
        ("pillars.yaml", "is_pillar: true", "is_pillar: 'true'", "P1.is_pillar"),
        ("pillars.yaml", "is_pillar: true", "is_pillar: yes", "P1.is_pillar"),
    ],
)
def test_rc_14_wrong_type_is_refused(folder, file, old, new, place):
    line = folder.line_of(file, old)
    folder.replace(file, old, new)

    assert folder.findings() == [("RC-14", f"{file}:{line} {place}")]


@pytest.mark.parametrize(
    "spanish", ["", "  term_es: ''\n", "  term_es: null\n", "  term_es:\n", "  term_es: ' '\n"]
)
def test_rc_15_missing_language_is_refused(folder, spanish):
    folder.replace("glossary.yaml", "  term_es: Term en español\n", spanish)

    assert [(code, place[-11:]) for code, place in folder.findings()] == [("RC-15", "G-1.term_es")]


def test_rc_15_optional_text_needs_both_languages_too(folder):
    folder.append("glossary.yaml", "  note_es: Solo en español\n")

    assert folder.findings() == [("RC-15", "glossary.yaml:8 G-1.note_en")]


@pytest.mark.parametrize(
    "date", ["2021-13-01", "2021-02-30", "9/9/2021", "'20210909'", "soon", "0000-01-01", "２０２１"]
)
def test_rc_16_wrong_date_is_refused(folder, date):
    folder.replace(REPORTS, "reported_on: '2022-09-12'", f"reported_on: {date}")

    assert [(code, place[-15:]) for code, place in folder.findings()] == [("RC-16", "R-1.reported_on")]


def test_rc_16_meeting_has_a_day(folder):
    folder.replace("meetings.yaml", "date: '2021-09-09'", "date: '2021-09'")

    assert [code for code, _ in folder.findings()] == ["RC-16"]


@pytest.mark.parametrize(
    ("date", "precision"),
    [("'2022-09'", "day"), ("'2022-09-12'", "unknown"), ("null", "day"), ("'2022'", "month")],
)
def test_rc_17_precision_agrees_with_its_date(folder, date, precision):
    folder.replace(
        REPORTS,
        "reported_on: '2022-09-12'\n  date_precision: day",
        f"reported_on: {date}\n  date_precision: {precision}",
    )

    assert ("RC-17", f"{REPORTS}:8 R-1.date_precision") in folder.findings()


@pytest.mark.parametrize("value", ["about 5", "'5'", "1,000", "1e3", ".5", "0x10", "1_000", "nan", "+5", "٣"])
def test_rc_18_wrong_number_is_refused(folder, value):
    quantity = f"quantities:\n    - what_en: a\n      what_es: b\n      value: {value}\n      unit: people"
    folder.replace(COMMITMENTS, "quantities: []", quantity)

    assert [(code, place[-23:]) for code, place in folder.findings()] == [
        ("RC-18", "C-1.quantities[0].value")
    ]


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "ftp://example.org",
        "'https://exa mple.org'",
        "https://",
        "javascript:alert(1)",
        "'http://[::1'",
        "https://localhost",
    ],
)
def test_rc_19_wrong_address_is_refused(folder, url):
    folder.replace("documents.yaml", "url: https://example.org/1", f"url: {url}")

    assert [code for code, _ in folder.findings()] == ["RC-19"]


def test_rc_20_unknown_code_is_refused_with_the_codes_there_are(folder):
    line = folder.line_of(COMMITMENTS, "kind: commitment")
    folder.replace(COMMITMENTS, "kind: commitment", "kind: wish")

    (finding,) = folder.read().errors

    assert (finding.rule.code, finding.place) == ("RC-20", f"{COMMITMENTS}:{line} C-1.kind")
    assert isinstance(finding.found, Bilingual)
    assert finding.found.es == "wish; catálogo commitment_kind: commitment, deliverable, related"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  initiative_basis: stated\n", ""),
        ("  initiative: I-1\n", "  initiative: null\n"),
        ("  due: null\n", "  due: null\n  due_precision: unknown\n"),
        ("  due: null\n", "  due: '2023'\n"),
    ],
)
def test_rc_21_explaining_field_stands_with_what_it_explains(folder, old, new):
    folder.replace(COMMITMENTS, old, new)

    assert [code for code, _ in folder.findings()] == ["RC-21"]


def test_rc_22_empty_optional_list_is_read_as_absent(folder):
    folder.append(COMMITMENTS, "  children: []\n")

    assert [code for code, _ in folder.findings()] == ["RC-22"]
    assert "children" not in folder.read().records["commitments"][2]


def test_rc_23_control_character_is_refused(folder):
    folder.replace("glossary.yaml", "Term in English", '"a\\u0000b"')

    assert folder.findings() == [("RC-23", "glossary.yaml:5 G-1.term_en")]


@pytest.mark.parametrize("identity", ["'G 1'", "G/1", "'<b>'", "é", "x" * 81, "''"])
def test_rc_24_wrong_identifier_is_refused(folder, identity):
    folder.replace("glossary.yaml", "id: G-1", f"id: {identity}")

    assert [code for code, _ in folder.findings()] in (["RC-24"], ["RC-14"])


@pytest.mark.parametrize("sectors", ["[]", "[border, water, energy, health, labor]"])
def test_rc_25_list_has_as_many_entries_as_allowed(folder, sectors):
    folder.replace(COMMITMENTS, "sectors:\n    - border\n", f"sectors: {sectors}\n")

    assert [code for code, _ in folder.findings()] == ["RC-25"]


def test_rc_26_wrong_digest_is_refused(folder):
    folder.replace("passages.yaml", "a" * 64, "abc")

    assert [code for code, _ in folder.findings()] == ["RC-26"]


# Identity and reference.


def test_rc_30_duplicate_identifier_is_refused(folder):
    line = folder.line_of(COMMITMENTS, "id: C-2")
    folder.replace(COMMITMENTS, "id: C-2", "id: C-1")

    (finding,) = folder.read().errors

    assert (finding.rule.code, finding.place) == ("RC-30", f"{COMMITMENTS}:{line} C-1.id")
    assert finding.found == f"{COMMITMENTS}:4"


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (COMMITMENTS, "objective: O1", "objective: O9", "C-1.objective"),
        (COMMITMENTS, "- D-1", "- D-9", "C-1.stated_in[0]"),
        (REPORTS, "commitment: C-1", "commitment: C-9", "R-1.commitment"),
        ("discrepancies.yaml", "commitment: C-1", "commitment: C-9", "DX-1.commitment"),
    ],
)
def test_rc_31_reference_to_nothing_is_refused(folder, file, old, new, path):
    line = folder.line_of(file, old)
    folder.replace(file, old, new)

    assert ("RC-31", f"{file}:{line} {path}") in folder.findings()


def test_rc_31_is_not_judged_where_the_other_file_is_unreadable(folder):
    (folder.path / "documents.yaml").write_text("- id: 'open\n")

    assert {code for code, _ in folder.findings()} == {"RC-06"}


def test_rc_32_repeated_entry_is_refused(folder):
    folder.replace(COMMITMENTS, "    - D-1\n", "    - D-1\n    - D-1\n")

    assert [code for code, _ in folder.findings()] == ["RC-32"]


# What records say about each other.


def test_rc_40_agency_of_the_other_party_is_refused(folder):
    folder.replace(COMMITMENTS, "agencies_us:\n    - DOC", "agencies_us:\n    - SE")

    assert [(code, place[-18:]) for code, place in folder.findings()] == [("RC-40", "C-1.agencies_us[0]")]


def test_rc_41_objective_of_another_pillar_is_refused(folder):
    folder.replace("objectives.yaml", "pillar: P1", "pillar: P2")

    assert [code for code, _ in folder.findings()] == ["RC-41"] * 3


def test_rc_42_initiative_of_another_pillar_is_refused(folder):
    folder.replace("initiatives.yaml", "pillar: P1", "pillar: P2")

    assert [code for code, _ in folder.findings()] == ["RC-42"] * 3


def with_children(folder, records, **children):
    for record in records["commitments"]:
        if record["id"].replace("-", "") in children:
            record["children"] = children[record["id"].replace("-", "")]
    folder.write(records)


def test_rc_43_commitment_as_its_own_child_is_refused(folder, records):
    with_children(folder, records, C2=["C-2"])

    assert [(code, place[-15:]) for code, place in folder.findings()] == [("RC-43", "C-2.children[0]")]


def test_rc_44_cycle_of_parents_is_refused_once(folder, records):
    with_children(folder, records, C1=["C-2"], C2=["C-3"], C3=["C-1"])

    (finding,) = folder.read().errors

    assert finding.rule.code == "RC-44"
    assert set(str(finding.found).split(" < ")) == {"C-1", "C-2", "C-3"}


def test_rc_45_child_of_two_parents_is_shown(folder, records):
    with_children(folder, records, C1=["C-3"], C2=["C-3"])

    (finding,) = (each for each in folder.read().warnings if each.data["id"])

    assert (finding.rule.code, finding.data["id"], finding.found) == ("RC-45", "C-3", "C-1, C-2")


def test_rc_46_child_stated_before_its_parent_is_shown(folder, records):
    records["commitments"][0] |= {"stated_in": ["D-2"], "stated_on": "2022-09-12", "children": ["C-2"]}
    records["passages"] = records["progress_reports"] = []
    folder.write(records)

    assert [(code, place[-15:]) for code, place in folder.findings()] == [("RC-46", "C-1.children[0]")]


def test_rc_47_due_before_stated_without_note_is_refused(folder):
    folder.replace(COMMITMENTS, "due: null", "due: '2020'\n  due_precision: year")

    assert [code for code, _ in folder.findings()] == ["RC-47"]
    assert not folder.read().is_sound


def test_a_due_date_in_the_month_of_the_promise_breaks_no_rule(folder):
    folder.replace(COMMITMENTS, "due: null", "due: '2021-09'\n  due_precision: month")

    assert folder.findings() == []


def test_rc_48_due_before_stated_with_note_is_shown(folder):
    note = "due_note_en: Since the year before.\n  due_note_es: Desde el año anterior."
    folder.replace(COMMITMENTS, "due: null", f"due: '2020'\n  due_precision: year\n  {note}")

    assert [code for code, _ in folder.findings()] == ["RC-48"]
    assert folder.read().is_sound


def test_rc_49_due_date_that_is_a_start_is_shown(folder):
    note = "due_note_en: Start planned for 2023.\n  due_note_es: Inicio previsto para 2023."
    folder.replace(COMMITMENTS, "due: null", f"due: '2023'\n  due_precision: year\n  {note}")

    assert [(code, place[-7:]) for code, place in folder.findings()] == [("RC-49", "C-1.due")]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("first_era_workstreams.yaml", "period_to: 2014-06", "period_to: '2012'"),
        ("passages.yaml", "end: 40", "end: 0"),
    ],
)
def test_rc_50_end_before_start_is_refused(folder, file, old, new):
    folder.replace(file, "'2014-06'" if "period" in old else old, "'2012'" if "period" in old else new)

    assert [code for code, _ in folder.findings()] == ["RC-50"]


def test_rc_51_report_before_the_event_is_shown(folder):
    folder.replace(REPORTS, "  by: joint", "  happened_on: '2022-10'\n  by: joint")

    assert [code for code, _ in folder.findings()] == ["RC-51"]


def test_rc_52_stated_on_is_the_earliest_document(folder):
    folder.replace(COMMITMENTS, "stated_on: '2021-09-09'", "stated_on: '2021-09-10'")

    assert [(code, place[-13:]) for code, place in folder.findings()] == [("RC-52", "C-1.stated_on")]


def test_rc_53_report_without_source_is_refused(folder):
    folder.replace(REPORTS, "document: D-2", "document: null")

    assert [code for code, _ in folder.findings()] == ["RC-53"]


def test_rc_53_search_that_found_nothing_needs_no_source(folder):
    folder.replace(REPORTS, "document: D-2", "document: null")
    folder.replace(REPORTS, "kind: output", "kind: gap")

    assert folder.findings() == []


def test_rc_54_report_older_than_the_promise_is_shown(folder):
    folder.replace(REPORTS, "document: D-2", "document: null\n  source_url: https://example.org/3")
    folder.replace(REPORTS, "reported_on: '2022-09-12'", "reported_on: '2021-09-08'")

    assert [code for code, _ in folder.findings()] == ["RC-54"]


def test_rc_55_document_that_states_and_reports_done_is_shown(folder):
    folder.replace(
        REPORTS, "document: D-2\n  reported_on: '2022-09-12'", "document: D-1\n  reported_on: '2021-09-09'"
    )
    folder.replace(REPORTS, "shows: activity", "shows: completed")

    assert [code for code, _ in folder.findings()] == ["RC-55"]


def test_rc_56_undated_document_is_shown(folder):
    folder.replace(
        "documents.yaml", "date: '2022-09-12'\n  date_precision: day", "date: null\n  date_precision: unknown"
    )

    assert folder.findings() == [("RC-56", "documents.yaml:19 D-2.date")]


def test_rc_57_undated_report_is_shown(folder):
    folder.replace(
        REPORTS,
        "reported_on: '2022-09-12'\n  date_precision: day",
        "reported_on: null\n  date_precision: unknown",
    )

    assert [code for code, _ in folder.findings()] == ["RC-57"]


def test_rc_58_undated_commitment_is_shown(folder):
    folder.replace(
        COMMITMENTS,
        "stated_on: '2021-09-09'\n  stated_on_precision: day",
        "stated_on: null\n  stated_on_precision: unknown",
    )

    assert [code for code, _ in folder.findings()] == ["RC-58"]


def test_rc_59_inferred_agencies_are_counted_once(folder):
    folder.replace(COMMITMENTS, "agencies_basis: stated", "agencies_basis: inferred", count=2)

    assert folder.findings() == [("RC-59", COMMITMENTS)]


@pytest.mark.parametrize("basis", ["none_named"])
def test_rc_60_agencies_agree_with_their_basis(folder, basis):
    folder.replace(COMMITMENTS, "agencies_basis: stated", f"agencies_basis: {basis}")

    assert [code for code, _ in folder.findings()] == ["RC-60"]


def test_rc_61_report_of_another_date_than_its_document_is_shown(folder):
    folder.replace(REPORTS, "reported_on: '2022-09-12'", "reported_on: '2022-09-13'")

    assert [code for code, _ in folder.findings()] == ["RC-61"]


def test_rc_62_late_without_due_date_is_shown(folder):
    folder.replace(REPORTS, "  fact_en", "  late: true\n  fact_en")

    assert [code for code, _ in folder.findings()] == ["RC-62"]


def test_rc_63_document_without_an_address_must_be_an_act(folder):
    folder.replace("documents.yaml", "url: https://example.org/2", "url: null")

    assert folder.findings() == [("RC-63", "documents.yaml:27 D-2.url")]

    folder.replace("documents.yaml", "url: null", f"url: null\n  act_sha256: '{'a' * 64}'")

    assert folder.findings() == []


# Passages.


@pytest.mark.parametrize("subjects", ["", "  commitment: C-1\n  objective: O1\n"])
def test_rc_70_passage_belongs_to_one_subject(folder, subjects):
    folder.replace("passages.yaml", "  commitment: C-1\n", subjects)

    assert [code for code, _ in folder.findings()] == ["RC-70"]


def test_rc_71_passage_stands_in_a_document_that_states_the_commitment(folder):
    folder.replace("passages.yaml", "document: D-1", "document: D-2")

    assert [code for code, _ in folder.findings()] == ["RC-71"]


def test_rc_72_passages_of_a_document_are_counted_in_one_text(folder, records):
    records["passages"].append(records["passages"][0] | {"id": "PG-2", "text_sha256": "b" * 64})
    folder.write(records)

    assert [(code, place[-16:]) for code, place in folder.findings()] == [("RC-72", "PG-2.text_sha256")]


# Together.


def test_all_findings_are_collected_with_remedies_in_both_languages(folder):
    folder.replace(COMMITMENTS, "kind: commitment", "kind: wish")
    folder.replace(REPORTS, "commitment: C-1", "commitment: C-9")
    folder.replace("glossary.yaml", "  term_es: Term en español\n", "")

    found = [each.as_json() for each in folder.read().findings if each.rule.severity is Severity.ERROR]

    assert [each["code"] for each in found] == ["RC-20", "RC-31", "RC-15"]
    assert all(each["remedy_en"] and each["remedy_es"] for each in found)


def test_findings_are_data_too(folder):
    folder.replace(COMMITMENTS, "pillar: P1", "pillar: P9")

    finding = folder.read().errors[0]

    assert finding.data == {
        "file": COMMITMENTS,
        "line": folder.line_of(COMMITMENTS, "pillar: P9"),
        "kind": "commitments",
        "id": "C-1",
        "field": "pillar",
    }
