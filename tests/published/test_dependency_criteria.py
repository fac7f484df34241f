"""Criteria of dependency by their published thresholds, on figures small enough to work by hand."""

import numpy as np
import pytest
from tests.economy.trade.markets import market, world

from hled.economy.trade.concentration import hhi
from hled.economy.trade.criteria import CDI, GEODEP, TradeYear, cdi, geodep
from hled.economy.trade.dependency import NO_EXPORTS
from hled.economy.trade.external import external_mask

UNION = ("CHN", "USA", "NOR", "DEU", "FRA")


@pytest.mark.parametrize(
    ("sales", "index"),
    [
        # one supplier of 60 percent beside two of 20 lies above the threshold of 0.4
        ([60, 20, 20], 0.44),
        ([50, 30, 20], 0.38),
        ([1, 1, 1, 1], 0.25),
        ([9, 0, 0], 1.0),
    ],
)
def test_herfindahl_hirschman_index_by_hand(sales, index):
    np.testing.assert_allclose(hhi(np.array([sales], dtype=float)), [index])


def test_thresholds_are_those_published():
    assert [(each.code, each.threshold) for each in CDI.definitions] == [
        ("CDI1", 0.4),
        ("CDI2", 0.5),
        ("CDI3", 1.0),
    ]
    assert [(each.code, each.threshold) for each in GEODEP.definitions] == [
        ("GD1", 0.4),
        ("GD2", 0.4),
        ("GD3", 1.0),
    ]
    assert NO_EXPORTS == 9999


@pytest.mark.parametrize(
    ("bought", "exports", "expected"),
    [
        # suppliers outside the union: HHI (48² + 16² + 16²) / 80² = 0.44; 80 of 100 from outside; 80 over 40 = 2
        ([48, 16, 16, 10, 10], 40, (0.44, 0.8, 2.0, True)),
        # the same suppliers, and the union exports more than it imports
        ([48, 16, 16, 10, 10], 160, (0.44, 0.8, 0.5, False)),
        # half is not more than half
        ([30, 10, 10, 25, 25], 10, (0.44, 0.5, 5.0, False)),
        # concentration of 0.38 is below the threshold
        ([50, 30, 20, 0, 0], 10, (0.38, 1.0, 10.0, False)),
        # nothing is exported
        ([90, 0, 0, 10, 0], 0, (1.0, 0.9, NO_EXPORTS, True)),
    ],
)
def test_core_dependency_indicators_of_the_union_by_hand(bought, exports, expected):
    union = market([bought], UNION, importer="EU")

    found = cdi(union, external_mask(UNION, "outside:EU", "EU"), np.array([float(exports)]))

    figures = [float(each.figures.values[0]) for each in found.items]
    np.testing.assert_allclose(figures, expected[:3])
    assert bool(found.holds[0]) is expected[3]


@pytest.mark.parametrize(
    ("years", "dependent"),
    [
        # import HHI 0.5; world exports 60 : 20 : 20 -> 0.44; 100 over 20 = 5, in the years named
        ((2022, 2023), True),
        ((2022, 2024), True),
        ((2022, 2023, 2024), True),
        ((2023,), False),
        ((), False),
    ],
)
def test_a_lasting_dependency_holds_in_two_years_of_three(years, dependent):
    def one(year):
        exporters, sold = ("CHN", "FRA", "JPN"), ((60, 20, 20) if year in years else (20, 40, 30))
        bought = market([[50, 50]], ("CHN", "JPN"), importer="FRA", year=year)
        return TradeYear(bought, world=world([[each] for each in sold], exporters, bought))

    found = geodep([one(year) for year in (2022, 2023, 2024)])

    assert found.complete
    assert bool(found.holds[0]) is dependent
    assert not found.undecided.any()
