from dataclasses import replace

import pytest

from hled.kernel.value import value


@value(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


def test_a_value_compares_hashes_and_reads_as_a_frozen_data_class():
    assert Point(1) == Point(1, 0) != Point(1, 2)
    assert {Point(1), Point(1, 0)} == {Point(1)}
    assert repr(Point(1)) == "Point(x=1, y=0)"
    assert replace(Point(1), y=2) == Point(1, 2)


def test_a_value_takes_no_field_that_it_does_not_declare():
    with pytest.raises(AttributeError):
        Point(1).z = 3
