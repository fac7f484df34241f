"""A table of submissions is taken in whole or not at all, and says row by row why not."""

import io

import openpyxl
import pytest
from tests.dialogue.docket.in_the_docket import ANA, AT, BEN, CLOSED, announced
from tests.dialogue.docket.tables import downloaded, regulations, workbook

from hled.dialogue.docket.domain.importing import Passed
from hled.dialogue.docket.models import Answer, CallEvent, Submission, Submitter, Wording
from hled.dialogue.docket.queries.public import as_public
from hled.dialogue.docket.services.importing import import_table
from hled.dialogue.docket.services.tables import Table
from hled.dialogue.docket.services.template import template
from hled.kernel.bilingual import Language
from hled.kernel.rule import BrokenRuleError

pytestmark = pytest.mark.django_db
HEAD = ["id", "received_on", "text", "answer_1", "kind", "size", "place", "language", "name", "email"]
ROW = ["A-1", "2027-01-08", "Abran el puente de noche, por favor.", "Nuevo Laredo", "firm", "to_10", "MX-TAM", "es", "Perla Q.", "perla@secreto.example"]  # fmt: skip


@pytest.fixture
def taken(tmp_path):
    def take(content, call, *, by=ANA, at=AT, name="table.csv", **options):
        path = tmp_path / name
        path.write_bytes(content)
        return import_table(call=call, table=Table(path), by=by, at=at, **options)

    return take


def findings(refused):
    return [(each.rule.code, each.place) for each in refused.value.findings]


def refused_by(act):
    with pytest.raises(BrokenRuleError) as refused:
        act()
    assert Submission.objects.count() == Wording.objects.count() == Submitter.objects.count() == 0
    return findings(refused)


def test_a_download_of_regulations_gov_is_taken_in_with_people_apart(taken):
    call = announced()

    done = taken(
        regulations(downloaded(1), downloaded(2, **{"Organization Name": "Secret Fruit Inc."})), call
    )

    assert (done.rows, len(done.filed), done.warned) == (2, 2, 0)
    first, second = Submission.objects.order_by("pk")
    assert (
        first.text == "Customs takes six hours on Tuesdays at bridge 1.\nThe fruit is lost & nobody answers."
    )
    assert (first.place, first.kind, first.language, first.intake) == ("US-TX", "unsaid", "en", "MX")
    assert first.filed_at.isoformat() == "2027-01-08T05:00:00+00:00"
    assert (first.source, first.source_id) == ("table", "ITA-2027-0001-0001")
    assert second.submitter.organization == "Secret Fruit Inc."
    assert first.submitter.name == "Perla Quetzalcóatl"
    assert "Quetz" not in str(as_public(first))
    assert "Secret" not in str(as_public(second))


def test_who_took_a_table_in_stays_on_record(taken):
    call = announced()

    taken(regulations(downloaded()), call)

    event = CallEvent.objects.get(act="imported")
    assert (event.by, event.by_party, event.after["filed"]) == ("Ana Ruiz", "MX", 1)


def test_copies_are_rows_of_their_own_and_share_their_wording(taken):
    call = announced()

    taken(
        regulations(
            downloaded(1, Comment="Open the bridge at night."),
            downloaded(2, Comment="OPEN THE BRIDGE AT NIGHT"),
        ),
        call,
    )

    assert Wording.objects.get().submissions.count() == 2


def test_rows_that_file_nothing_are_counted(taken):
    done = taken(
        regulations(
            downloaded(1),
            downloaded(2, **{"Is Withdrawn?": "true", "Comment": ""}),
            downloaded(3, **{"Document Type": "Notice"}),
            {},
        ),
        announced(),
    )

    assert done.passed == {Passed.WITHDRAWN: 1, Passed.OTHER_DOCUMENT: 1, Passed.EMPTY: 1}
    assert len(done.filed) == 1


def test_what_a_row_only_mentions_is_said(taken):
    done = taken(
        regulations(
            downloaded(
                1,
                **{
                    "Duplicate Comments": "500",
                    "Attachment Files": "https://a.example/1.pdf,https://a.example/2.pdf",
                    "State/Province": "Narnia",
                },
            )
        ),
        announced(),
    )

    assert {each.rule.code for each in done.warnings} == {"DK-76", "DK-77"}
    assert done.warned == 3
    assert Submission.objects.get().place == "unsaid"


def test_the_same_table_sent_twice_is_taken_in_once(taken):
    call = announced()
    content = workbook(HEAD, ROW, ["", "", "Sin identificador, pero con palabras.", *[""] * 7])
    taken(content, call, name="t.xlsx")

    again = taken(content, call, name="t.xlsx")

    assert (len(again.filed), len(again.known), again.warned) == (0, 2, 0)
    assert Submission.objects.count() == 2


def test_dk_75_other_words_under_a_known_identifier_change_nothing_and_are_told(taken):
    call = announced()
    taken(workbook(HEAD, ROW), call)

    again = taken(workbook(HEAD, [ROW[0], ROW[1], "Otras palabras, del todo distintas.", *ROW[3:]]), call)

    assert [each.rule.code for each in again.warnings] == ["DK-75"]
    assert Submission.objects.get().text == ROW[2]


def test_a_workbook_gives_answers_kinds_and_people(taken):
    taken(
        workbook(
            HEAD,
            ROW,
            ["A-2", "", "Más inspectores en Laredo.", "", "Empresa", "", "Texas", "Español", "", ""],
        ),
        announced(),
    )

    first, second = Submission.objects.order_by("pk")
    assert (first.kind, first.size, first.place, first.language) == ("firm", "to_10", "MX-TAM", "es")
    assert Answer.objects.get().text == "Nuevo Laredo"
    assert first.submitter.email == "perla@secreto.example"
    assert (second.kind, second.place, second.language) == ("firm", "US-TX", "es")
    assert not Submitter.objects.filter(submission=second).exists()
    assert second.filed_at == AT


def test_the_template_can_be_filled_in_and_taken_in(taken):
    call = announced()
    book = openpyxl.load_workbook(io.BytesIO(template(call)))
    sheet = book.worksheets[0]
    heading = [each.value for each in sheet[1]]
    for column, name in enumerate(heading, start=1):
        if name.startswith("Text ·"):
            sheet.cell(2, column, "La fruta se pierde cada martes.")
        if name.startswith("Answer 2 ·"):
            sheet.cell(2, column, "Una fila más.")
    out = io.BytesIO()
    book.save(out)

    taken(out.getvalue(), call, name="plantilla.xlsx", language=Language.ES)

    assert Submission.objects.get().language == "es"
    assert Answer.objects.get().question.place == 2
    assert "Which crossing?" in str([[each.value for each in row] for row in book["Notes"].iter_rows()])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["A-1", "", "", *[""] * 7], ("DK-01", "text")),
        (["A-1", "", "x" * 100_001, *[""] * 7], ("DK-02", "text")),
        (["A-1", "", "Abran el puente", "", "martian", *[""] * 5], ("DK-07", "kind")),
        (["A-1", "", "Abran el puente", "", "", "", "Narnia", *[""] * 3], ("DK-07", "place")),
        (["A-1", "", "Abran el puente", *[""] * 6, "no address"], ("DK-08", "email")),
        (["A-1", "2027-13-01", "Abran el puente", *[""] * 7], ("DK-74", "received_on")),
        (["A-1", "2027-02-01", "Abran el puente", *[""] * 7], ("DK-74", "received_on")),
        (["A-1", "2026-12-31", "Abran el puente", *[""] * 7], ("DK-06", "call")),
        (["x" * 121, "", "Abran el puente", *[""] * 7], ("DK-72", "id")),
    ],
)
def test_a_wrong_cell_is_found_by_rule_and_row_and_nothing_is_written(taken, row, expected):
    call = announced()

    found = refused_by(
        lambda: taken(
            csv_of(HEAD, ROW[:1] + ROW[1:], ["A-9", *ROW[1:]], row if row[0] != "A-1" else ["B-1", *row[1:]]),
            call,
        )
    )

    assert found == [(expected[0], f"table.csv:4: {expected[1]}"), ("DK-78", "table")]


def csv_of(*rows, encoding="utf-8"):
    return "".join(",".join(f'"{each}"' for each in row) + "\r\n" for row in rows).encode(encoding)


def test_all_that_is_wrong_is_found_at_once(taken):
    call = announced()
    bad = ["", "someday", "", "", "martian", *[""] * 5]

    found = refused_by(lambda: taken(csv_of(HEAD, ROW, ROW, bad), call))

    assert {code for code, _ in found} == {"DK-01", "DK-07", "DK-72", "DK-74", "DK-78"}
    assert ("DK-72", "table.csv:3: id") in found


def test_thousands_of_wrong_rows_are_counted_and_some_of_them_shown(taken):
    call = announced()

    with pytest.raises(BrokenRuleError) as refused:
        taken(csv_of(HEAD, *[[f"A-{each}", "", "", *[""] * 7] for each in range(1500)]), call)

    assert len(refused.value.findings) == 201
    assert refused.value.findings[-1].found.en == "1,500 findings in 1,500 of 1,500 rows"


def test_dk_73_formulas_are_refused_in_workbooks(taken):
    call = announced()

    found = refused_by(
        lambda: taken(
            workbook(HEAD, ROW, ["A-2", "", '=HYPERLINK("http://a.example","x")', *[""] * 7]),
            call,
            name="t.xlsx",
        )
    )

    assert found == [("DK-73", "t.xlsx:3: text"), ("DK-78", "table")]


def test_a_text_that_looks_like_a_formula_in_csv_is_a_text(taken):
    taken(csv_of(HEAD, ["A-1", "", "=1+1 no es una fórmula aquí", *[""] * 7]), announced())

    assert Submission.objects.get().text == "=1+1 no es una fórmula aquí"


def test_dk_70_a_wrong_encoding_is_refused_with_its_line(taken):
    call = announced()
    content = csv_of(HEAD, ["A-1", "", "Abran el puente", *[""] * 7]) + csv_of(
        ["A-2", "", "La inspección", *[""] * 7], encoding="latin-1"
    )

    assert refused_by(lambda: taken(content, call)) == [("DK-70", "table.csv:3")]


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02\xff\xfe", b"PK\x03\x04 no workbook", "a;b;c\n1;2;3".encode("utf-16")]
)
def test_what_is_no_table_is_refused(taken, content):
    call = announced()

    assert {code for code, _ in refused_by(lambda: taken(content, call))} <= {"DK-70", "DK-71"}


def test_dk_71_an_unknown_column_is_named(taken):
    call = announced()

    assert refused_by(lambda: taken(csv_of(["id", "txet"], ["A-1", "Abran"]), call)) == [
        ("DK-71", "table.csv:1")
    ]


def test_dk_71_a_row_whose_cells_are_shifted_is_refused(taken):
    call = announced()

    found = refused_by(lambda: taken(csv_of(["id", "text"], ["A-1"], ["A-2", "Abran el puente", "ya"]), call))

    assert found == [("DK-71", "table.csv:2"), ("DK-71", "table.csv:3"), ("DK-78", "table")]


def test_semicolons_part_cells_too(taken):
    taken(regulations(downloaded(), delimiter=";"), announced())

    assert Submission.objects.count() == 1


def test_dk_06_a_closed_call_takes_what_came_in_time_and_nothing_later(taken):
    call = announced()
    assert (
        refused_by(lambda: taken(csv_of(HEAD, ["A-1", "", "Abran el puente", *[""] * 7]), call, at=CLOSED))[
            0
        ][0]
        == "DK-06"
    )

    taken(csv_of(HEAD, ROW), call, at=CLOSED)

    assert Submission.objects.count() == 1


def test_dk_05_an_unknown_call_and_dk_18_a_call_of_the_other_party_are_refused(taken):
    from dataclasses import replace

    from tests.dialogue.docket.in_the_docket import PLAN

    from hled.kernel.party import Party

    call = announced(replace(PLAN, party=Party.US), by=BEN)

    assert refused_by(lambda: taken(csv_of(HEAD, ROW), None)) == [("DK-05", "call")]
    assert refused_by(lambda: taken(csv_of(HEAD, ROW), call)) == [("DK-18", "call")]


def test_checking_alone_writes_nothing(taken):
    done = taken(csv_of(HEAD, ROW), announced(), only_check=True)

    assert done.rows == 1
    assert Submission.objects.count() == Wording.objects.count() == 0


def test_more_rows_cost_no_more_queries(taken, django_assert_max_num_queries):
    call = announced()

    with django_assert_max_num_queries(60):
        taken(regulations(*(downloaded(each) for each in range(900))), call)
