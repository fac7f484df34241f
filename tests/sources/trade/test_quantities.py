"""Quantities of a market are in one unit for a product, and known for a cell only where all of its lines state them."""

import numpy as np
import pytest
from tests.sources.trade.files import plain

from hled.sources.trade.adding import add_trade
from hled.sources.trade.markets import market

HEADER = ("reporter", "partner", "flow", "period", "product", "edition", "value", "quantity", "unit")


@pytest.fixture
def read(tmp_path):
    def added(*rows, level=6):
        lines = [("USA", partner, "M", "2024", code, "HS2022", *rest) for partner, code, *rest in rows]
        path = plain(tmp_path / "given.csv", *lines, header=HEADER)
        add_trade(path, "plain", tmp_path / "home", id="given")
        return market("given", level=level, home=tmp_path / "home")

    return added


def test_quantities_stand_beside_values(read):
    found = read(
        ("MEX", "850760", 30, 5, "kg"), ("CHN", "850760", 50, 25, "kg"), ("CHN", "854231", 9, 2, "u")
    )

    assert (found.products, found.partners) == (("850760", "854231"), ("CHN", "MEX"))
    np.testing.assert_array_equal(found.quantities, [[25, 5], [2, 0]])


def test_a_product_in_two_units_has_none(read):
    found = read(("MEX", "850760", 30, 5, "kg"), ("CHN", "850760", 50, 25, "u"), ("CHN", "854231", 9, 2, "u"))

    np.testing.assert_array_equal(found.quantities, [[0, 0], [2, 0]])


def test_a_heading_of_products_in_two_units_has_none(read):
    rows = [("MEX", "850710", 30, 5, "kg"), ("MEX", "850760", 50, 25, "u"), ("MEX", "854231", 9, 2, "u")]

    np.testing.assert_array_equal(read(*rows, level=4).quantities, [[0], [2]])


def test_a_cell_with_a_line_that_states_none_has_none(read):
    rows = [("MEX", "850710", 30, 5, "kg"), ("MEX", "850760", 50, "", ""), ("CHN", "850760", 9, 3, "kg")]

    np.testing.assert_array_equal(read(*rows, level=4).quantities, [[3, 0]])


def test_a_table_without_quantities_has_none(read):
    assert read(("MEX", "850760", 30, "", "")).quantities is None
