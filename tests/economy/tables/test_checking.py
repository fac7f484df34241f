"""A report says what is wrong with a table, by rule, and repairs nothing."""

from dataclasses import replace

import numpy as np
import pytest
from tests.economy.tables.making import small, table

from hled.economy.tables.checking import check, require_sound
from hled.kernel.rule import BrokenRuleError


def codes(report) -> list[str]:
    return [each.rule.code for each in report.findings]


def edited(name, at, value):
    array = getattr(small(), name).copy()
    array[at] = value
    return replace(small(), **{name: array})


def test_a_sound_table_has_no_finding():
    report = check(small())

    assert (codes(report), report.rows, report.zero_output, report.negative_flows) == ([], (), (), 0)
    assert report.spectral_radius is None
    assert report.totals.output == pytest.approx(report.totals.intermediate + report.totals.final_demand)
    assert report.totals.inventories == 10


def test_io_06_rounding_is_a_warning_with_the_largest_gap():
    report = check(edited("x", 0, small().x[0] + 1))

    assert codes(report) == ["IO-06"]
    assert [(each.industry, each.gap) for each in report.rows] == [("MEX.c1", 1.0)]
    assert "MEX.c1" in report.findings[0].found.en


def test_io_05_a_row_that_misses_balance_beyond_rounding_is_an_error():
    broken = edited("x", 0, small().x[0] + 50)

    with pytest.raises(BrokenRuleError) as refusal:
        require_sound(broken)

    assert [each.rule.code for each in refusal.value.findings] == ["IO-05"]
    assert "MEX.c1" in refusal.value.findings[0].place


def test_rounding_that_the_table_declares_decides_where_cells_are_no_longer_round():
    fine = replace(small(), Z=small().Z + 1e-4)

    assert "IO-05" not in codes(check(replace(fine, x=fine.row_sums + 3, rounding=1.0)))
    assert "IO-05" in codes(check(replace(fine, x=fine.row_sums + 3)))


def test_io_04_an_economy_that_is_not_productive_is_an_error_with_its_columns():
    Z = [[90, 60], [60, 90]]
    report = check(table(Z, [[1, 0, 1, 0], [1, 0, 1, 0]], x=np.array([100.0, 100.0])))

    finding = next(each for each in report.findings if each.rule.code == "IO-04")
    assert "1.5000" in finding.found.en
    assert "MEX.c1 (Sector 1) 1.50" in finding.found.en
    assert "radio espectral" in finding.found.es
    assert report.spectral_radius == pytest.approx(1.5)


def test_a_column_sum_above_one_may_still_be_productive():
    report = check(table([[0, 60], [10, 0]], [[20, 0, 20, 0], [30, 0, 10, 0]]))

    assert report.spectral_radius is not None
    assert report.spectral_radius < 1
    assert "IO-04" not in codes(report)


@pytest.mark.parametrize("output", [0.0, -5.0])
def test_io_09_an_industry_that_trades_without_positive_output_is_an_error(output):
    assert "IO-09" in [each.rule.code for each in check(edited("x", 1, output)).errors]


def test_io_08_an_idle_industry_is_a_warning():
    idle = table([[1, 0], [0, 0]], [[1, 0, 0, 0], [0, 0, 0, 0]])

    assert codes(check(idle)) == ["IO-08"]
    assert check(idle).zero_output == ("USA.c1",)


def test_io_07_and_io_10_negative_flows_and_value_added_are_warnings():
    base = small()
    Z = base.Z.copy()
    Z[0, 2] = -1
    Z[2, 1] = 90
    report = check(replace(base, Z=Z, x=Z.sum(axis=1) + base.Y.sum(axis=1)))

    assert (report.negative_flows, report.negative_value_added) == (1, ("MEX.c2",))
    assert {"IO-07", "IO-10"} <= set(codes(report))


def test_io_11_without_inventories_apart_there_is_a_warning():
    plain = table([[1, 0], [0, 1]], [[1, 2], [3, 4]])

    assert codes(check(plain)) == ["IO-11"]


def test_io_19_value_added_that_leaves_a_gap_is_a_warning():
    base = small()

    assert codes(check(replace(base, value_added=base.residual_value_added))) == []
    assert codes(check(replace(base, value_added=base.residual_value_added - 10))) == ["IO-19"]


def test_many_findings_of_one_kind_are_counted():
    n = 30
    wide = table(np.full((n, n), -1.0), np.full((n, 4), 100.0))

    found = [each for each in check(wide).findings if each.rule.code == "IO-07"]
    assert (len(found), found[-1].found.en) == (11, f"{n * n - 10} more")
