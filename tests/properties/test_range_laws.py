"""Laws of ranges that hold in any productive economy, with idle industries and rows that balance but for a little."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.properties.test_leontief_laws import systems

from hled.economy.leontief import System
from hled.economy.leontief.exposure import Convention, exposure
from hled.economy.leontief.extraction import Cut, extract
from hled.economy.leontief.solving import InaccurateError, reciprocal
from hled.economy.uncertainty import Errors, exposure_ranges, loss_ranges
from hled.economy.uncertainty.draws import drawn_factors

law = settings(max_examples=20, deadline=None)
SURE = Errors(0.0, 0.0, count=2)


def parts_of(table):
    return {code: np.flatnonzero(table.region_of == at) for at, code in enumerate(("MEX", "USA", "CHN"))}


def greatest_radius(system: System, cut: Cut, errors: Errors) -> float:
    """Spectral radius of the least productive of the economies drawn after a cut."""
    left = system.table.Z.copy()
    left[np.ix_(cut.sellers, cut.buyers)] *= 1 - cut.share
    coefficients = left * reciprocal(system.x)
    rows, columns = drawn_factors(system.solver.n, errors)
    drawn = (rows[:, at, None] * coefficients * columns[:, at] for at in range(errors.count))
    return max(float(np.abs(np.linalg.eigvals(each)).max()) for each in drawn)


@law
@given(systems(), st.sampled_from(Convention), st.sampled_from([SURE, Errors(count=8)]))
def test_a_range_is_finite_and_holds_the_share(system: System, convention, errors):
    parts = parts_of(system.table)
    assume(system.table.Z[:, parts["USA"]].sum() > 0)
    question = {
        "buyers": parts["USA"],
        "suppliers": parts,
        "convention": convention,
        "corridor": parts["MEX"] if convention is Convention.CORRIDOR else None,
    }

    found = exposure_ranges(system, **question, errors=errors, rounded_to=1.0)

    exact = exposure(system, **question)
    np.testing.assert_allclose(found.central[:, :-1], exact.shares, atol=1e-9)
    np.testing.assert_allclose(found.central[:, -1], exact.total, atol=1e-9)
    for each in (found, *found.doubts):
        assert np.isfinite(each.low).all()
        assert np.isfinite(each.high).all()
        assert (each.low <= found.central).all()
        assert (each.high >= found.central).all()


@law
@given(systems(), st.floats(0.01, 1))
def test_a_range_is_finite_and_holds_the_loss(system: System, share):
    parts = parts_of(system.table)
    cut = Cut(parts["MEX"], parts["USA"], share=share)
    assume(system.table.Z[np.ix_(cut.sellers, cut.buyers)].sum() > 0)

    try:
        found = loss_ranges(system, cut, parts, errors=Errors(count=8), rounded_to=1.0)
    except InaccurateError:
        assert greatest_radius(system, cut, Errors(count=8)) > 0.9999
        return

    lost = extract(system, cut).output
    for at, group in enumerate(parts.values()):
        assert found.output.central[at] == pytest.approx(lost[group].sum())
    for ranges in (found.output, found.value_added):
        for each in (ranges, *ranges.doubts):
            assert np.isfinite(each.low).all()
            assert np.isfinite(each.high).all()
            assert (each.low <= ranges.central).all()
            assert (each.high >= ranges.central).all()


@law
@given(systems())
def test_shares_that_add_up_to_one_leave_room_for_one_in_their_bounds(system: System):
    parts = parts_of(system.table)
    assume(system.table.Z[:, parts["USA"]].sum() > 0)

    found = exposure_ranges(
        system,
        buyers=parts["USA"],
        suppliers=parts,
        convention=Convention.LOOK_THROUGH_OUTPUT,
        errors=SURE,
    ).of("proportionality")

    used = found.high.sum(axis=0) > 0
    assert (found.low.sum(axis=0)[used] <= 1 + 1e-9).all()
    assert (found.high.sum(axis=0)[used] >= 1 - 1e-9).all()
