"""Which products a picture shows, and which of them lie on the edge."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.studies.domain.capability.pictures import largest, on_edge
from hled.dialogue.studies.domain.capability.rows import ranks

POINTS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=30)


@given(POINTS)
def test_on_the_edge_is_what_no_other_is_above_on_both(points: list[tuple[int, int]]) -> None:
    one, other = (np.array(each, dtype=float) for each in zip(*points, strict=True))

    expected = [not any(a >= x and b >= y and (a > x or b > y) for a, b in points) for x, y in points]
    assert on_edge(one, other).tolist() == expected


def test_the_largest_come_first_and_equal_ones_in_order_of_position() -> None:
    assert largest(np.array([4, 1, 2, 0]), np.array([5.0, 7.0, 9.0, 1.0, 7.0]), 3).tolist() == [2, 1, 4]


@pytest.mark.parametrize(("values", "expected"), [([3.0, 1.0, 2.0], [1, 3, 2]), ([1.0, 2.0, 2.0], [3, 1, 1])])
def test_the_highest_has_the_first_place_and_equal_ones_share_it(values, expected) -> None:
    assert ranks(np.array(values)).tolist() == expected
