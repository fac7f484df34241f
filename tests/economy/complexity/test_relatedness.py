"""Proximity, density, outlook and the product space, against loops and by hand."""

import numpy as np
import pytest
from scipy.sparse.csgraph import minimum_spanning_tree
from tests.economy.complexity.making import looped_density, looped_gain, looped_proximity, made_values

from hled.economy.complexity import (
    Diagonal,
    density,
    density_of,
    links,
    nearest,
    outlook_gain,
    outlook_index,
    presence,
    proximity,
    proximity_to,
    rca,
    spanning_tree,
)
from hled.kernel.rule import BrokenRuleError

THREE = np.array([[1, 1, 1], [1, 1, 0], [1, 0, 0]], dtype=bool)
SINGLE = 1e-6


@pytest.fixture(scope="module")
def M():
    found = presence(rca(made_values()))
    return found[found.any(axis=1)][:, found.any(axis=0)]


@pytest.fixture(scope="module")
def pci(M):
    return np.random.default_rng(5).standard_normal(M.shape[1])


def codes(refused):
    return {each.rule.code for each in refused.value.findings}


def test_three_products_by_hand():
    # Sold by 3, 2 and 1 countries; common to 2, 1 and 1 of them.
    phi = proximity(THREE)

    assert phi == pytest.approx(
        np.array([[1, 2 / 3, 1 / 3], [2 / 3, 1, 1 / 2], [1 / 3, 1 / 2, 1]]), abs=SINGLE
    )
    assert density(THREE, phi)[2] == pytest.approx([1 / 2, 4 / 13, 2 / 11])
    assert density(THREE, phi, diagonal=Diagonal.EXCLUDED)[2] == pytest.approx([0, 4 / 7, 2 / 5])


def test_outlook_of_three_products_by_hand():
    # The third country lacks the second and third product, worth 0 and 1.
    pci = np.array([-1.0, 0.0, 1.0])
    phi = proximity(THREE)
    d = density(THREE, phi)

    assert outlook_index(THREE, d, pci)[2] == pytest.approx(2 / 11)
    only = outlook_gain(THREE, phi, pci, definition="gain_only")
    assert only[2] == pytest.approx([0, (1 / 2) / (11 / 6), 1 / (11 / 6)])
    assert outlook_gain(THREE, phi, pci)[2] == pytest.approx([0, 3 / 11, 6 / 11 - 2 / 11])


def test_proximity_is_the_lesser_conditional_probability(M):
    phi = proximity(M)

    assert phi.dtype == np.float32
    assert (phi == phi.T).all()
    assert phi == pytest.approx(looped_proximity(M), abs=SINGLE)


def test_proximity_over_several_blocks_is_the_same():
    wide = np.random.default_rng(2).random((9, 1300)) < 0.5
    wide[0] = True
    k = wide.sum(axis=0)

    counts = wide.T.astype(int) @ wide.astype(int)
    assert proximity(wide) == pytest.approx(counts / np.maximum.outer(k, k), abs=SINGLE)


@pytest.mark.parametrize("diagonal", list(Diagonal))
def test_density_is_the_share_of_what_lies_around(M, diagonal):
    phi = proximity(M)

    found = density(M, phi, diagonal=diagonal)

    assert found == pytest.approx(looped_density(M, phi, itself=diagonal is Diagonal.INCLUDED), abs=SINGLE)
    assert found.dtype == np.float64


@pytest.mark.parametrize("diagonal", list(Diagonal))
@pytest.mark.parametrize("definition", ["atlas", "gain_only"])
def test_outlook_gain_in_both_definitions(M, pci, definition, diagonal):
    phi = proximity(M)

    found = outlook_gain(M, phi, pci, definition=definition, diagonal=diagonal)

    itself = diagonal is Diagonal.INCLUDED
    expected = looped_gain(M, phi, pci, itself=itself, subtract=definition == "atlas")
    assert found == pytest.approx(expected, abs=SINGLE)
    assert (found[M] == 0).all()


def test_the_definitions_of_gain_differ_by_density_times_complexity(M, pci):
    phi = proximity(M)
    d = density(M, phi)

    both = [outlook_gain(M, phi, pci, definition=each, density=d) for each in ("gain_only", "atlas")]

    assert both[0] - both[1] == pytest.approx(np.where(M, 0, d * pci))


def test_nearest_products_come_first_and_never_the_product_itself():
    phi = proximity(np.array([[1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 1]]))

    assert nearest(phi, 0).tolist() == [1, 2]
    assert nearest(phi, 0, count=1).tolist() == [1]


def test_the_tree_is_as_strong_as_the_one_of_scipy(M):
    phi = proximity(M)

    source, target = spanning_tree(phi)

    assert source.size == len(phi) - 1
    assert (source < target).all()
    theirs = minimum_spanning_tree(np.triu(2 - phi.astype(float), 1))
    assert phi[source, target].sum() == pytest.approx((2 - theirs.data).sum(), abs=1e-5)


def test_links_are_the_tree_and_the_strong_pairs_each_once(M):
    phi = proximity(M)

    found = links(phi, strong=0.5)

    pairs = list(zip(found.source.tolist(), found.target.tolist(), strict=True))
    strong = {(p, q) for p in range(len(phi)) for q in range(p + 1, len(phi)) if phi[p, q] >= np.float32(0.5)}
    tree = set(zip(*(each.tolist() for each in spanning_tree(phi)), strict=True))
    assert len(set(pairs)) == len(pairs)
    assert set(pairs) == strong | tree
    assert {pair for pair, part in zip(pairs, found.in_tree, strict=True) if part} == tree
    assert (np.diff(found.proximity) <= 0).all()


def test_products_without_anything_in_common_stay_apart():
    phi = proximity(np.eye(3, dtype=bool))

    assert links(phi).source.size == 0


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: proximity(THREE, budget=10), "CX-12"),
        (lambda: density(THREE, proximity(THREE[:2, :2])), "CX-13"),
        (lambda: density(np.eye(3), proximity(np.eye(3)), diagonal=Diagonal.EXCLUDED), "CX-03"),
        (lambda: outlook_gain(THREE, proximity(THREE), np.zeros(2)), "CX-13"),
        (lambda: outlook_index(THREE, np.zeros((3, 3)), np.zeros(2)), "CX-13"),
        (lambda: nearest(proximity(THREE), 3), "CX-14"),
        (lambda: nearest(proximity(THREE), 0, 0), "CX-08"),
        (lambda: links(proximity(THREE), strong=0), "CX-08"),
    ],
)
def test_wrong_questions_are_refused(ask, code):
    with pytest.raises(BrokenRuleError) as refused:
        ask()

    assert codes(refused) == {code}


def test_density_of_one_exporter_is_that_of_all():
    drawn = np.random.default_rng(5)
    M = drawn.random((9, 700)) < 0.3
    M[drawn.integers(0, 9, 700), np.arange(700)] = True
    phi = proximity(M)
    for diagonal in Diagonal:
        whole = density(M, phi, diagonal=diagonal)
        assert density_of(M, 4, diagonal=diagonal) == pytest.approx(whole[4], abs=2e-6)


def test_the_proximity_of_one_product_is_its_row_of_all(M):
    whole = proximity(M)

    for product in range(M.shape[1]):
        assert proximity_to(M, product) == pytest.approx(whole[product], abs=SINGLE)


@pytest.mark.parametrize("product", [-1, 3])
def test_cx_14_proximity_to_a_product_that_is_not_there_is_refused(product):
    with pytest.raises(BrokenRuleError) as refused:
        proximity_to(THREE, product)

    assert codes(refused) == {"CX-14"}
