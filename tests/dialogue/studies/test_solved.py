"""How an answer was computed stands beside its digits, and is no part of them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hled.dialogue.studies.domain.question import Solution
from hled.dialogue.studies.domain.solutions import gathered, residual_text
from hled.dialogue.studies.queries.answering import answer_to, known_answer
from hled.dialogue.studies.services import keep_study
from hled.dialogue.studies.web.asking import HOME
from hled.economy.leontief import Method, Solver
from hled.economy.leontief.noting import solutions_noted
from hled.kernel.bilingual import Bilingual

ASKED = (
    ("exposure", {"through": "MEX", "draws": "8"}),
    ("pair", {}),
    ("value-chains", {"tables": "wiod2013-2011", "draws": "8"}),
    ("extraction", {"draws": "8"}),
    ("sweep", {}),
    ("structure", {}),
)


@pytest.mark.parametrize(("kind", "given"), ASKED)
def test_every_answer_says_how_it_was_computed(tmp_path: Path, kind, given):
    found = answer_to(kind, given, home=tmp_path)

    first = found.result.solved[0]
    assert (first.table, first.size, first.method) == ("wiod2013-2011", 1435, "inverse")
    assert first.reason.en != first.reason.es
    assert all(0 < float(each.residual) <= 1e-12 for each in found.result.solved)


def test_the_digits_do_not_depend_on_the_residual(tmp_path: Path):
    found = answer_to("pair", {}, home=tmp_path)
    other = Solution("wiod2013-2011", 1435, "lu", Bilingual("another", "otro"), "9.9e-13")

    elsewhere = replace(found, result=replace(found.result, solved=(other,)))

    assert (elsewhere.digest, elsewhere.id) == (found.digest, found.id)


def test_how_it_was_computed_is_kept_for_the_next_process(tmp_path: Path):
    first = answer_to("pair", {}, home=tmp_path)

    kept = known_answer("pair", {}, home=tmp_path)

    assert kept is not None
    assert kept.result.solved == first.result.solved


def test_a_kept_study_shows_how_it_was_computed(client, bundled):
    study = keep_study(kind="pair", given={}, home=HOME, at=bundled)

    page = client.get(f"/en/studies/{study.id}/").content.decode()
    data = client.get(f"/api/v1/studies/{study.id}").json()["items"][0]

    assert "How this was computed" in page
    assert data["solved"] == study.solved
    assert data["solved"][0]["method"] == "inverse"


def test_solutions_are_noted_with_their_table_only_while_someone_takes_note():
    solver = Solver(np.array([[150.0, 500.0], [200.0, 100.0]]), np.array([1000.0, 2000.0]), place="book")

    solver.solve(np.array([600.0, 1500.0]))
    with solutions_noted() as notes:
        solver.solve_transposed(np.ones(2))
        with solutions_noted() as inner:
            solver.solve(np.ones(2))
    solver.solve(np.ones(2))

    assert [(each.place, each.n) for each in (*notes, *inner)] == [("book", 2)] * 2
    assert notes[0].solved.plan.method is Method.LU


def test_the_largest_residual_of_a_method_is_said():
    solver = Solver(np.array([[150.0, 500.0], [200.0, 100.0]]), np.array([1000.0, 2000.0]), place="book")
    with solutions_noted() as notes:
        solver.solve(np.array([600.0, 1500.0]))
        solver.solve(np.array([1.0, 0.0]))
    worse = replace(notes[1], solved=replace(notes[1].solved, residual=3.14e-13))

    (said,) = gathered([notes[0], worse])

    assert (said.method, said.residual, said.power_of_ten) == ("lu", "3.1e-13", "3.1 × 10⁻¹³")
    assert "double precision" in said.reason.en


@pytest.mark.parametrize(("value", "text"), [(0.0, "0"), (3.14e-15, "3.1e-15"), (2e-9, "2.0e-9")])
def test_a_residual_keeps_two_digits(value, text):
    assert residual_text(value) == text
