"""Bars and marks in a terminal."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from hled.interfaces.marks import MARKS, STATUS_ORDER
from hled.interfaces.terminal.tables import bar, in_lines, tally


def _console(width: int = 80, encoding: str = "utf-8") -> Console:
    return Console(file=io.TextIOWrapper(io.BytesIO(), encoding=encoding), width=width)


@given(
    st.dictionaries(st.sampled_from(STATUS_ORDER), st.integers(0, 500), max_size=len(STATUS_ORDER)),
    st.integers(len(STATUS_ORDER), 120),
)
def test_a_bar_fills_its_width_and_shows_every_status_that_occurs(counts: dict[str, int], width: int) -> None:
    drawn = bar(_console(), counts, width).plain

    present = {MARKS[status].glyph for status, count in counts.items() if count}
    assert set(drawn) == present
    assert len(drawn) == (width if present else 0)


def test_a_terminal_without_unicode_gets_marks_that_it_can_write() -> None:
    assert tally(_console(encoding="ascii"), {"done": 2, "late": 1}).plain == "# 2  ! 1"


@pytest.mark.parametrize("width", [20, 40, 200])
def test_lines_break_between_parts_and_never_inside_one(width: int) -> None:
    console = _console(width)
    parts = [f"part {number} whole" for number in range(6)]

    with console.capture() as captured:
        in_lines(console, [Text(part) for part in parts])

    lines = captured.get().splitlines()
    assert all(part in "\n".join(lines) for part in parts)
    assert max(len(line) for line in lines) <= width
