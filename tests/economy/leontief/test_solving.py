import threading
from dataclasses import replace

import numpy as np
import pytest
from tests.economy.economies import world
from tests.economy.tables.making import small

from hled.economy.leontief import InaccurateError, Method, Solver, System, plan, system_of
from hled.economy.leontief.iterating import StalledError, iterate
from hled.economy.leontief.planning import bytes_needed
from hled.economy.leontief.productive import require_productive, spectral_radius
from hled.economy.leontief.products import product
from hled.economy.leontief.solving import TOLERANCE
from hled.economy.tables import Balance
from hled.kernel.rule import BrokenRuleError


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("transposed", [False, True])
def test_each_method_solves_to_twelve_digits_and_says_so(method, transposed):
    system = System(world(4, 6))
    solver = system.solver
    right = np.random.default_rng(1).random((24, 3))
    expected = np.linalg.solve(np.eye(24) - (system.A.T if transposed else system.A), right)

    found = (solver.solve_transposed if transposed else solver.solve)(right, method=method)

    np.testing.assert_allclose(found, expected, rtol=1e-11)
    assert solver.last.plan.method is method
    assert solver.last.residual <= TOLERANCE


def test_a_vector_gives_a_vector():
    system = System(world())

    np.testing.assert_allclose(system.solver.solve(system.f), system.x)


def test_more_right_hand_sides_than_are_solved_for_at_a_time():
    system = System(world())
    right = np.random.default_rng(1).random((9, 600))

    found = system.solver.solve(right, method=Method.LU)

    np.testing.assert_allclose(found, system.L @ right)


def test_what_is_at_hand_is_used_again():
    solver = System(world()).solver

    solver.solve(np.ones((9, 8)), method=Method.LU)
    solver.solve(np.ones(9))

    assert solver.last.plan.method is Method.LU
    assert solver.last.plan.bytes == 0


def test_the_inverse_is_never_written_again():
    system = System(world())

    with pytest.raises(ValueError, match="read-only"):
        system.L[0, 0] = 1


def test_many_threads_share_one_system_and_one_inverse():
    table = world(5, 6)
    found, errors = [], []
    start = threading.Barrier(8)

    def ask(seed):
        start.wait()
        try:
            system = system_of(table, Balance.ROW_SUMS)
            right = np.random.default_rng(seed).random((30, 4))
            solved = system.solver.solve(right)
            residual = system.solver.last.residual
            found.append((system, system.L, np.abs(solved - system.L @ right).max(), residual))
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert errors == []
    assert {id(each[0]) for each in found} == {id(found[0][0])}
    assert {id(each[1]) for each in found} == {id(found[0][1])}
    assert max(each[2] for each in found) < 1e-9
    assert max(each[3] for each in found) <= TOLERANCE


def test_many_threads_solve_by_the_same_factors():
    """The library's wrapper writes into the order of rows while it works; shared, it took the process down."""
    solver = System(world(5, 20)).solver
    right = np.random.default_rng(1).random((100, 40))
    expected = solver.solve(right, method=Method.LU)
    wrong = []

    def ask():
        for _ in range(50):
            wrong.append(np.abs(solver.solve(right) - expected).max() > 1e-9)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert len(wrong) == 400
    assert not any(wrong)


def test_how_a_solution_was_found_is_of_the_thread_that_asked():
    solver = System(world()).solver
    solver.solve(np.ones(9), method=Method.KRYLOV)
    elsewhere = []

    thread = threading.Thread(target=lambda: elsewhere.append(solver.last))
    thread.start()
    thread.join()

    assert elsewhere == [None]
    assert solver.last.plan.method is Method.KRYLOV


def test_io_04_an_unproductive_table_names_its_worst_industries():
    table = small()
    Z = np.array(table.Z)
    Z[:, 3] *= 6
    Z[3, 1] = 900
    broken = replace(table, id="broken", Z=Z, x=np.array(table.x))

    with pytest.raises(BrokenRuleError, match=r"IO-04 broken") as refused:
        System(broken).solver.solve(np.ones(4))

    assert "MEX.c2 9.35" in refused.value.findings[0].found.en
    assert "radio espectral" in refused.value.findings[0].found.es


def test_io_04_a_table_at_the_edge_has_no_inverse_and_is_refused():
    with pytest.raises(BrokenRuleError, match="IO-04"):
        Solver(np.array([[0.0, 1.0], [1.0, 0.0]]), np.ones(2)).solve(np.ones(2), method=Method.LU)


def test_io_09_trade_without_output_names_the_industry():
    table = small()
    x = np.array(table.x)
    x[1] = 0

    with pytest.raises(BrokenRuleError, match=r"IO-09 x\[MEX.c2\]"):
        System(replace(table, x=x))


def test_trade_that_cancels_out_is_trade():
    Z = np.array([[0.0, 0.0], [0.0, 0.0]])
    Z[0] = [1.0, -1.0]

    with pytest.raises(BrokenRuleError, match="IO-09"):
        Solver(Z, np.array([0.0, 5.0]))


def test_io_16_a_job_that_does_not_fit_says_how_much_it_needs_and_what_fits():
    with pytest.raises(BrokenRuleError, match="IO-16") as refused:
        plan(9_800, 200, budget=300 * 1024**2, method=Method.LU)

    assert "0.8" in refused.value.findings[0].found.en
    assert "krylov" in refused.value.findings[0].remedy.en


@pytest.mark.parametrize(
    ("n", "count", "before", "budget", "expected"),
    [
        (1_435, 35, 0, 2**33, Method.LU),
        (1_435, 1, 0, 2**33, Method.KRYLOV),
        (1_435, 1, 4, 2**33, Method.LU),
        (9_800, 1, 0, 2**33, Method.KRYLOV),
        (9_800, 60, 0, 2**33, Method.SINGLE),
        (9_800, 60, 0, 2**28, Method.KRYLOV),
        (2_464, 2_464, 0, 2**33, Method.INVERSE),
        (400, 1, 0, 2**33, Method.LU),
    ],
)
def test_the_plan_goes_by_size_number_and_memory(n, count, before, budget, expected):
    assert plan(n, count, before=before, budget=budget).method is expected


def test_single_precision_needs_half_the_memory():
    assert bytes_needed(Method.SINGLE, 9_800, 1) < 0.56 * bytes_needed(Method.LU, 9_800, 1)


def test_negative_cells_are_not_taken_for_unproductive():
    Z = np.array([[10.0, -20.0], [30.0, 10.0]])

    require_productive(Z, np.array([100.0, 100.0]))

    assert spectral_radius(np.abs(Z), np.array([100.0, 100.0])) < 1


def test_an_iteration_that_stalls_says_so():
    with pytest.raises(StalledError):
        iterate(np.zeros_like, np.ones(3), aim=1e-12)


def test_an_iteration_that_stalls_gives_way_to_factors(monkeypatch):
    def stalls(*_, **__):
        raise StalledError

    monkeypatch.setattr("hled.economy.leontief.solving.iterate", stalls)
    system = System(world())

    found = system.solver.solve(system.f, method=Method.KRYLOV)

    np.testing.assert_allclose(found, system.x)
    assert system.solver.last.plan.method is Method.LU


def test_a_solution_that_is_not_exact_is_no_answer(monkeypatch):
    monkeypatch.setattr(
        "hled.economy.leontief.factoring.Factors.back", lambda _, columns, transposed: columns * 1.5
    )

    with pytest.raises(InaccurateError, match="residual"):
        System(world()).solver.solve(np.ones(9), method=Method.LU)


@pytest.mark.parametrize("precision", [np.float32, np.float64])
@pytest.mark.parametrize("transposed", [False, True])
@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("columns", [0, 1, 3])
def test_a_product_is_the_same_in_every_layout_and_keeps_its_precision(precision, transposed, order, columns):
    rng = np.random.default_rng(7)
    Z = np.array(rng.random((6, 6)), dtype=precision, order=order)
    y = rng.random((6, columns) if columns else 6).astype(precision)
    found = product(Z, y, transposed=transposed)
    wanted = (Z.T if transposed else Z).astype(float) @ y.astype(float)
    assert found.dtype == precision
    assert found.shape == wanted.shape
    np.testing.assert_allclose(found, wanted, rtol=1e-6 if precision is np.float32 else 1e-13)
