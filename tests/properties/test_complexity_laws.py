"""Laws of capability and relatedness that hold for any matrix of exports."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.economy.complexity.making import exports, made_values

from hled.economy.complexity import ATLAS, GROWTH_LAB, Diagonal, capability
from hled.economy.complexity import density as density_of
from hled.economy.trade.markets import WorldExports
from hled.kernel.rule import BrokenRuleError

laws = settings(max_examples=25, deadline=None)
worlds = st.builds(
    lambda countries, products, seed: exports(made_values(countries, products, seed=seed)),
    st.integers(4, 20),
    st.integers(4, 30),
    st.integers(0, 2**32 - 1),
)
conventions = st.sampled_from([ATLAS, GROWTH_LAB])


def answered(world: WorldExports, **asked):
    """What is found, or no example where the made-up data hold no order of complexity."""
    try:
        return capability(world, **asked)
    except BrokenRuleError as refused:
        assume({each.rule.code for each in refused.findings} - {"CX-05", "CX-06", "CX-10"})
        raise


def assert_same(one, other, exporters=slice(None), products=slice(None)):
    cells = np.ix_(np.arange(len(one.exporters))[exporters], np.arange(len(one.products))[products])
    for name in ("rca", "density", "outlook_gain"):
        assert getattr(one, name)[cells] == pytest.approx(getattr(other, name), abs=1e-6)
    for name in ("eci", "diversity", "outlook_index"):
        assert getattr(one, name)[exporters] == pytest.approx(getattr(other, name), abs=1e-6)
    for name in ("pci", "ubiquity"):
        assert getattr(one, name)[products] == pytest.approx(getattr(other, name), abs=1e-6)
    assert one.fitness.exporters[exporters] == pytest.approx(other.fitness.exporters)
    assert one.phi[products][:, products] == pytest.approx(other.phi)


def is_well_apart(found) -> bool:
    """Where second and third eigenvalue nearly meet, rounding alone turns the eigenvector."""
    return found.indices.second - found.indices.third > 1e-4 and found.indices.correlation > 1e-4


@laws
@given(worlds, conventions, st.integers(0, 30))
def test_a_product_no_one_trades_changes_nothing(world, convention, place):
    found = answered(world, convention=convention)
    assume(is_well_apart(found))
    at = min(place, len(world.products))
    wider = replace(
        world,
        products=(*world.products[:at], "nobody", *world.products[at:]),
        values=np.insert(world.values, at, 0.0, axis=1),
    )

    again = capability(wider, convention=convention)

    assert again.exporters == found.exporters
    assert again.products == found.products
    assert_same(again, found)
    assert [each.code for each in again.dropped if each not in found.dropped] == ["nobody"]


@laws
@given(worlds, conventions, st.floats(1e-6, 1e6))
def test_another_unit_changes_nothing(world, convention, factor):
    found = answered(world, convention=convention)
    assume(is_well_apart(found))

    assert_same(capability(replace(world, values=world.values * factor), convention=convention), found)


@laws
@given(worlds, conventions, st.randoms(use_true_random=False))
def test_another_order_of_countries_and_products_gives_the_same_in_that_order(world, convention, random):
    found = answered(world, convention=convention)
    assume(is_well_apart(found))
    rows, columns = list(range(len(world.exporters))), list(range(len(world.products)))
    random.shuffle(rows)
    random.shuffle(columns)
    turned = replace(
        world,
        exporters=tuple(world.exporters[at] for at in rows),
        products=tuple(world.products[at] for at in columns),
        values=world.values[np.ix_(rows, columns)],
    )

    again = capability(turned, convention=convention)

    assert set(again.exporters) == set(found.exporters)
    assert_same(
        found,
        again,
        [found.exporters.index(each) for each in again.exporters],
        [found.products.index(each) for each in again.products],
    )


@laws
@given(worlds, conventions)
def test_every_figure_is_a_number_in_its_range(world, convention):
    found = answered(world, convention=convention)

    assert found.density.min() >= 0
    assert found.density.max() <= 1
    assert found.phi.min() >= 0
    assert found.phi.max() == 1
    assert (np.diag(found.phi) == 1).all()
    assert found.eci.mean() == pytest.approx(0, abs=1e-9)
    assert found.eci.std(ddof=convention.ddof) == pytest.approx(1)
    assert np.corrcoef(found.eci, found.diversity)[0, 1] > 0
    assert 0 < found.indices.second < 1
    assert found.fitness.exporters.mean() == pytest.approx(1)
    assert found.fitness.products.mean() == pytest.approx(1)
    arrays = (found.rca, found.pci, found.outlook_gain, found.outlook_index, found.fitness.products)
    assert all(np.isfinite(each).all() for each in arrays)


@laws
@given(worlds)
def test_who_has_all_products_is_nearest_to_each(world):
    found = answered(world)
    M = np.vstack([np.ones(len(found.products), dtype=bool), found.M])

    near = density_of(M, found.phi)

    assert near[0] == pytest.approx(np.ones(len(found.products)))
    assert (near[1:] <= near[0] + 1e-12).all()


@laws
@given(worlds)
def test_leaving_a_product_out_of_its_own_neighbors_raises_density_for_those_who_lack_it(world):
    found = answered(world)
    assume((found.phi.sum(axis=0) > 1.001).all())

    without = density_of(found.M, found.phi, diagonal=Diagonal.EXCLUDED)

    assert (without[~found.M] >= found.density[~found.M] - 1e-9).all()
    assert (without[found.M] <= found.density[found.M] + 1e-9).all()
