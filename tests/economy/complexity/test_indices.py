"""Economic and product complexity, reflections and fitness, against their definitions."""

import numpy as np
import pytest
from tests.economy.complexity.making import made_values

from hled.economy.complexity import (
    ProductScale,
    diversity,
    eci_pci,
    fitness,
    presence,
    rca,
    reflections,
    ubiquity,
)
from hled.kernel.rule import BrokenRuleError

# Three nested countries; D_c^-1 M D_p^-1 M' is worked out by hand in the test.
NESTED = np.array([[1, 1, 1], [1, 1, 0], [1, 0, 0]], dtype=bool)


def made(countries=12, products=30, seed=3):
    M = presence(rca(made_values(countries, products, seed=seed)))
    return M[M.any(axis=1)][:, M.any(axis=0)]


def full_matrix(M):
    """The exporters' matrix ``D_c^-1 M D_p^-1 M'`` without any symmetry."""
    return (M / diversity(M)[:, None]) @ (M / ubiquity(M)).T


def codes(refused):
    return {each.rule.code for each in refused.value.findings}


def test_three_nested_countries_by_hand():
    # Rows of D_c^-1 M D_p^-1 M': (11, 5, 2)/18, (5, 5, 2)/12 and (1, 1, 1)/3; its trace is 1 + λ2 + λ3 and its determinant λ2 λ3.
    trace, determinant = 11 / 18 + 5 / 12 + 1 / 3, 1 / 36
    half = (trace - 1) / 2
    second = half + np.sqrt(half**2 - determinant)

    found = eci_pci(NESTED)

    assert full_matrix(NESTED) == pytest.approx(
        np.array([[11 / 18, 5 / 18, 2 / 18], [5 / 12, 5 / 12, 2 / 12], [1 / 3, 1 / 3, 1 / 3]])
    )
    assert np.linalg.det(full_matrix(NESTED)) == pytest.approx(determinant)
    assert found.second == pytest.approx(second)
    assert found.third == pytest.approx(2 * half - second)
    assert found.eci[0] > found.eci[1] > found.eci[2]
    assert found.pci[2] > found.pci[1] > found.pci[0]


@pytest.mark.parametrize("shape", [(12, 30), (30, 12), (15, 15)])
@pytest.mark.parametrize("ddof", [0, 1])
def test_index_is_the_second_eigenvector_of_the_full_matrix(shape, ddof):
    M = made(*shape)
    values, vectors = np.linalg.eig(full_matrix(M))
    order = np.argsort(-values.real)
    second = vectors[:, order[1]].real
    second = second * np.sign(np.corrcoef(second, diversity(M))[0, 1])

    found = eci_pci(M, ddof=ddof)

    assert found.eci == pytest.approx((second - second.mean()) / second.std(ddof=ddof))
    assert (found.second, found.third) == pytest.approx(tuple(values.real[order[1:3]]))
    assert found.correlation == pytest.approx(np.corrcoef(found.eci, diversity(M))[0, 1])


def test_product_index_is_the_mean_of_the_exporters_on_its_own_scale():
    M = made()
    found = eci_pci(M)

    mean = M.T @ found.eci / ubiquity(M)
    assert found.pci == pytest.approx((mean - mean.mean()) / mean.std(ddof=1))


def test_on_the_scale_of_exporters_the_index_of_a_country_is_the_mean_of_its_products():
    M = made()
    found = eci_pci(M, product_scale=ProductScale.EXPORTERS)

    assert M @ found.pci / diversity(M) == pytest.approx(found.eci)


def test_cx_04_parts_that_share_nothing_are_refused():
    apart = np.zeros((6, 6), dtype=bool)
    apart[:3, :3] = apart[3:, 3:] = NESTED

    with pytest.raises(BrokenRuleError) as refused:
        eci_pci(apart)

    assert codes(refused) == {"CX-04"}
    assert "2 parts with 3, 3 exporters" in refused.value.findings[0].found.en


@pytest.mark.parametrize("M", [np.ones((4, 5), dtype=bool), np.ones((5, 4)) - np.eye(5)[:, :4]])
def test_cx_05_a_matrix_that_holds_no_single_order_is_refused(M):
    with pytest.raises(BrokenRuleError) as refused:
        eci_pci(M)

    assert codes(refused) == {"CX-05"}


def test_cx_06_equal_diversity_leaves_the_sign_open():
    path = np.array([[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]], dtype=bool)

    with pytest.raises(BrokenRuleError) as refused:
        eci_pci(path)

    assert codes(refused) == {"CX-06"}


@pytest.mark.parametrize(
    ("M", "code"),
    [
        (np.ones((2, 5), dtype=bool), "CX-10"),
        (np.full((3, 3), 0.5), "CX-13"),
        (np.array([[1, 1, 0], [1, 0, 0], [0, 0, 0]]), "CX-03"),
    ],
)
def test_a_matrix_that_is_no_presence_is_refused(M, code):
    with pytest.raises(BrokenRuleError) as refused:
        eci_pci(M)

    assert codes(refused) == {code}


def test_fitness_is_the_map_of_tacchella_update_by_update():
    M = made().astype(float)
    F, Q = np.ones(M.shape[0]), np.ones(M.shape[1])
    for _ in range(7):
        new_F = [sum(M[c, p] * Q[p] for p in range(M.shape[1])) for c in range(M.shape[0])]
        new_Q = [1 / sum(M[c, p] / F[c] for c in range(M.shape[0])) for p in range(M.shape[1])]
        F, Q = np.array(new_F) / np.mean(new_F), np.array(new_Q) / np.mean(new_Q)

    found = fitness(M, iterations=7)

    assert found.exporters == pytest.approx(F)
    assert found.products == pytest.approx(Q)


def test_the_first_update_of_fitness_is_diversity():
    M = made()

    assert fitness(M, iterations=1).exporters == pytest.approx(diversity(M) / diversity(M).mean())


def test_cx_07_fitness_that_falls_out_of_range_is_refused():
    with pytest.raises(BrokenRuleError) as refused:
        fitness(np.array([[1, 1, 1], [1, 0, 0], [1, 0, 0]]), iterations=2000)

    assert codes(refused) == {"CX-07"}


def test_reflections_are_averages_of_averages_and_reach_the_order_of_the_eigenvector():
    M = made()

    first = reflections(M, 1)
    many = reflections(M, 40)

    assert first.exporters == pytest.approx(M @ ubiquity(M) / diversity(M))
    assert first.products == pytest.approx(M.T @ diversity(M) / ubiquity(M))
    assert np.corrcoef(many.exporters, eci_pci(M).eci)[0, 1] == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize(
    "ask", [lambda M: fitness(M, 0), lambda M: reflections(M, 0), lambda M: eci_pci(M, ddof=2)]
)
def test_cx_08_counts_that_make_no_sense_are_refused(ask):
    with pytest.raises(BrokenRuleError) as refused:
        ask(made())

    assert codes(refused) == {"CX-08"}
