"""Files that are written while they are sent: the same items in three formats, safe in a spreadsheet."""

import csv
import io
import json

import openpyxl
import pytest

from hled.interfaces.streamed import csv_pieces, gathered, json_pieces, workbook_pieces
from hled.kernel.digest import sha256_of

HEADING = ("id", "text", "answers")
ITEMS = [
    {"id": "DS-1", "text": '=HYPERLINK("http://x")', "answers": [{"question": 1, "text": "Sí, «así»"}]},
    {"id": "DS-2", "text": "dos\nlíneas, <b> & más", "answers": []},
    {"id": "DS-3", "text": "-5 grados", "answers": []},
]
LINES = [
    ["DS-1", '\'=HYPERLINK("http://x")', "Sí, «así»"],
    ["DS-2", "dos\nlíneas, <b> & más", ""],
    ["DS-3", "'-5 grados", ""],
]


def test_csv_opens_in_a_spreadsheet_with_its_accents_and_without_formulas():
    text = b"".join(csv_pieces(ITEMS, HEADING)).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(text, newline=""))) == [list(HEADING), *LINES]


def test_json_is_the_envelope_with_the_digest_of_its_items():
    said = json.loads(b"".join(json_pieces(iter(ITEMS), "docket-submissions", {"words": "así"})))

    assert said["items"] == ITEMS
    assert (said["total"], said["digest"]) == (3, sha256_of(ITEMS))
    assert said["schema"] == "urn:hled:schema:docket-submissions:1"


@pytest.mark.parametrize(("most", "sheets"), [(1_000, [3]), (2, [1, 1, 1]), (3, [2, 1])])
def test_a_workbook_holds_every_line_as_text_and_goes_on_in_further_sheets(most, sheets):
    content = b"".join(workbook_pieces(ITEMS, HEADING, most_lines=most))

    book = openpyxl.load_workbook(io.BytesIO(content))
    lines = [[cell.value or "" for cell in row] for sheet in book for row in sheet.iter_rows(min_row=2)]
    assert [sheet.max_row - 1 for sheet in book] == sheets
    assert lines == LINES
    assert all(cell.data_type in {"inlineStr", "s", "n"} for row in book.worksheets[0] for cell in row)


def test_a_workbook_without_items_has_its_heading():
    book = openpyxl.load_workbook(io.BytesIO(b"".join(workbook_pieces([], HEADING))))

    assert [cell.value for cell in book.worksheets[0][1]] == list(HEADING)


def test_a_cell_is_cut_where_a_sheet_could_not_hold_it_and_says_so():
    items = [{"id": "DS-1", "text": "a\x01" + "b" * 40_000, "answers": []}]

    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(workbook_pieces(items, HEADING)))).worksheets[0]

    assert len(sheet["B2"].value) == 32_767
    assert sheet["B2"].value.startswith("a b")
    assert sheet["B2"].value.endswith("…")


def test_nothing_but_a_piece_is_held_while_very_many_items_are_sent():
    made = []

    def items():
        for number in range(20_000):
            made.append(number)
            yield {"id": f"DS-{number}", "text": f"texto {number} " * 20, "answers": []}

    pieces = gathered(workbook_pieces(items(), HEADING))
    next(pieces)

    assert len(made) < 20_000
    assert sum(len(each) for each in pieces) > 0
    assert len(made) == 20_000
