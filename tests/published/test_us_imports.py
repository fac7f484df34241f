"""U.S. imports for consumption of 2024, as the Census Bureau publishes them: totals by partner, billion dollars."""

import numpy as np
import pytest

from hled.sources.trade import read_market, read_world_exports
from hled.sources.trade.census import ID


@pytest.mark.parametrize(
    ("partner", "published"), [("MEX", 503.4), ("CHN", 429.4), ("CAN", 411.7), ("EU", 597.5)]
)
def test_total_of_a_partner(partner, published):
    from hled.sources.trade import open_trade
    from hled.sources.trade.queries import totals_by_partner

    totals = totals_by_partner(open_trade(ID).rows).to_pyarrow().to_pylist()

    assert {each["partner"]: round(each["value"] / 1e9, 1) for each in totals}[partner] == published


def test_total_without_slovakia_which_is_inside_the_union():
    reading = read_market(ID)

    assert round(reading.total / 1e9, 1) == 3208.8
    assert reading.left_out == ("SVK",)


def test_national_chapters_are_3_9_percent():
    reading = read_market(ID)

    assert round(reading.national_share, 3) == 0.039
    assert reading.market.values.sum() == pytest.approx(
        reading.total * (1 - reading.national_share), rel=1e-12
    )


@pytest.mark.parametrize(("level", "products"), [(2, 96), (4, 1226), (6, 5480)])
def test_every_level_has_the_same_value_and_duty(level, products):
    market = read_market(ID, level=level).market

    assert market.values.shape == market.duties.shape == (products, 50)
    assert market.values.sum() == pytest.approx(3084.246317581e9, rel=1e-12)
    assert market.duties.sum() == pytest.approx(75.623990763e9, rel=1e-12)


def test_exports_shown_in_the_market_are_the_market_turned():
    market, reading = read_market(ID).market, read_world_exports(ID)

    assert reading.exports.name == "capability shown in the U.S. market"
    assert reading.exports.exporters == market.partners
    np.testing.assert_array_equal(reading.exports.values, market.values.T)
