"""Lines of a CSV give exactly the numbers that are written, and nothing that is none."""

import io

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hled.sources.input_output.progress import STEPS, Share
from hled.sources.input_output.streaming import Lines, number_in

_FINITE = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(st.lists(_FINITE, min_size=3, max_size=3), min_size=1, max_size=5), st.booleans())
def test_numbers_are_read_to_the_last_bit(rows, quoted):
    mark = '"' if quoted else ""
    text = "label,a,b,c\r\n" + "".join(
        f"{mark}MEX_{at}{mark}," + ",".join(map(repr, row)) + "\r\n" for at, row in enumerate(rows)
    )
    lines = Lines(io.BytesIO(text.encode()), len(text), "file.csv")

    found = [(label, numbers(lines.header[1:])) for (label,), numbers in lines]

    assert [label for label, _ in found] == [f"MEX_{at}" for at in range(len(rows))]
    np.testing.assert_array_equal([numbers for _, numbers in found], rows)


@given(st.text(max_size=12) | st.binary(max_size=12))
def test_a_cell_is_a_finite_number_or_nothing(cell):
    number = number_in(cell)

    assert number is None or np.isfinite(number)


@given(st.integers(1, 10_000), st.lists(st.integers(0, 10_000), max_size=20))
def test_each_step_is_told_once_and_in_order(total, places):
    heard = []
    share = Share(heard.append, total)

    for at in sorted(places):
        share.at(min(at, total))
    share.at(total)

    assert heard == [f"{step * 100 // STEPS} %" for step in range(1, STEPS + 1)]
