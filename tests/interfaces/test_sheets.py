"""Items as rows that a spreadsheet can open without running them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.interfaces.sheets import csv_text, flat, safe


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1"])
def test_a_text_that_would_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-12.5", "+3", "2021-09-09", "Ciudad de México", ""])
def test_numbers_dates_and_plain_texts_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


def test_inner_objects_become_columns_and_lists_are_joined_by_their_names() -> None:
    item = {"id": "A", "strength": {"voice": "none"}, "evidence": [{"id": "R-1"}, {"id": "R-2"}], "due": None}

    assert flat(item) == {"id": "A", "strength.voice": "none", "evidence": "R-1; R-2", "due": ""}


@given(st.lists(st.fixed_dictionaries({"id": st.text(), "note": st.none() | st.text()}), min_size=1))
def test_what_is_written_as_csv_is_read_back_cell_by_cell(items: list[dict[str, str | None]]) -> None:
    read = list(csv.DictReader(io.StringIO(csv_text(items), newline="")))

    assert [row["id"] for row in read] == [safe(item["id"] or "") for item in items]
    assert [row["note"] for row in read] == [safe(item["note"] or "") for item in items]
