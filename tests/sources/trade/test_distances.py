import pytest

from hled.sources.trade.distances import distances


def test_near_and_far():
    mexico, canada, china = distances("USA", ["MEX", "CAN", "CHN"], {})
    assert mexico == pytest.approx(1760, abs=60)
    assert canada == pytest.approx(2060, abs=60)
    assert china == pytest.approx(11_600, abs=400)


def test_a_group_stands_at_the_mean_of_its_members():
    group, one, other = distances("USA", ["EU", "DEU", "FRA"], {"EU": ("DEU", "FRA")})
    assert group == pytest.approx((one + other) / 2)


def test_from_a_country_to_itself_is_nothing():
    assert distances("MEX", ["MEX"], {}) == [pytest.approx(0)]


def test_a_place_without_a_center_has_no_distance():
    assert distances("USA", ["ZZZ"], {}) == [None]
    assert distances("USA", ["X"], {"X": ("ZZZ", "MEX")}) == [pytest.approx(1760, abs=60)]
