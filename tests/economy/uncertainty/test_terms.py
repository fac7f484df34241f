from dataclasses import replace

import numpy as np
import pytest
from tests.economy.economies import world

from hled.economy.leontief import System
from hled.economy.tables import Balance
from hled.economy.uncertainty import Errors, content_range, drawn_factors, term_ranges
from hled.economy.uncertainty import drawn_world as drawing
from hled.economy.uncertainty.drawn_world import worlds_of_errors, worlds_of_rounding
from hled.economy.value_chains import TERM_NAMES, Method, decompose
from hled.economy.value_chains.decomposing import WHOLE_ONLY, divided

FEW = Errors(count=16)
NONE = Errors(0.0, 0.0, count=2)
METHODS = [each for each in Method if each is not Method.MY_FLOW]


def importers_of(method):
    return (None,) if method in WHOLE_ONLY else (None, 2)


def unbalanced():
    """A world whose output is a little more than its rows explain."""
    table = world(4, 3)
    return replace(table, x=table.x * 1.01)


def drawn_table(table, at, errors):
    """The table of one draw: factors on rows and columns, deliveries to each region as they were."""
    rows, columns = drawn_factors(table.n, errors)
    Z = rows[:, at, None] * table.Z * columns[:, at]
    Y = table.Y.copy()
    for region in range(len(table.regions)):
        buyers = table.region_of == region
        Y[:, region] += (table.Z - Z)[:, buyers].sum(axis=1)
    return replace(table, Z=Z, Y=Y)


def amounts(found):
    return {name: values.tolist() for name, values in (*found.terms.items(), *found.sums.items())}


@pytest.mark.parametrize("factored_from", [drawing._FACTORED_FROM, 0])
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("table", [world(4, 3), unbalanced()], ids=["balanced", "unbalanced"])
def test_a_drawn_term_is_that_of_the_drawn_table_with_an_inverse_of_its_own(
    table, method, factored_from, monkeypatch
):
    monkeypatch.setattr(drawing, "_FACTORED_FROM", factored_from)

    for at, drawn in enumerate(worlds_of_errors(System(table), 1, Errors(count=3))):
        plain = System(drawn_table(table, at, Errors(count=3)))
        for importer in importers_of(method):
            found = divided(drawn, method, exporter=1, importer=importer)
            expected = decompose(plain, method, exporter=1, importer=importer)
            for name, values in amounts(expected).items():
                assert amounts(found)[name] == pytest.approx(values, rel=1e-8, abs=1e-8), name


@pytest.mark.parametrize("balance", list(Balance))
@pytest.mark.parametrize("method", METHODS)
def test_ranges_hold_the_central_figure_of_every_term_and_industry(method, balance):
    for found in term_ranges(
        unbalanced(),
        method,
        exporter=1,
        importers=importers_of(method),
        balance=balance,
        errors=FEW,
        rounded_to=0.1,
    ):
        assert set(found.terms) == {*found.found.terms, *found.found.sums} <= set(TERM_NAMES)
        assert found.exports[0] == pytest.approx(found.found.total("EXGR"))
        for name, term in found.terms.items():
            assert term.central[0] == pytest.approx(found.found.share(name))
            assert (term.low <= term.central).all(), name
            assert (term.central <= term.high).all(), name
            assert ("proportionality" in term.parts) == (term.not_bounded is None)


@pytest.mark.parametrize("method", METHODS)
def test_without_any_cause_a_range_is_a_point_or_the_bounds_of_proportionality(method):
    for found in term_ranges(
        world(4, 3), method, exporter=1, importers=importers_of(method), errors=NONE, rounded_to=0.0
    ):
        for name, term in found.terms.items():
            low, high = term.parts.get("proportionality", (term.central, term.central))
            assert term.low == pytest.approx(np.clip(low, 0, None), abs=1e-9), name
            assert term.high == pytest.approx(np.minimum(high, np.maximum(1, term.central)), abs=1e-9), name


def test_one_seed_gives_the_same_digits_and_another_gives_others():
    def ends(seed):
        (found,) = term_ranges(
            world(), Method.WWZ, exporter=0, errors=Errors(count=8, seed=seed), rounded_to=0.1
        )
        return [[*each.low, *each.high] for each in found.terms.values()]

    assert ends(1) == ends(1)
    assert ends(1) != ends(2)


@pytest.mark.parametrize("importer", [None, 2])
def test_domestic_content_has_the_range_of_the_content_of_exports(importer):
    table = world(4, 3)
    content = content_range(table, origin=1, exporter=1, importer=importer, errors=FEW, rounded_to=0.0)

    (found,) = term_ranges(
        table, Method.BM_EXPORTER, exporter=1, importers=(importer,), errors=FEW, rounded_to=0.0
    )

    term = found.terms["DC"]
    for part in content.parts:
        if part.name in term.parts:
            ends = [each[0] for each in term.parts[part.name]]
            assert ends == pytest.approx([part.low, part.high], abs=1e-9), part.name
    assert [term.low[0], term.high[0]] == pytest.approx([content.low, content.high])


@pytest.mark.parametrize("balance", list(Balance))
def test_drawn_roundings_move_a_content_as_far_as_the_formula_says(balance):
    asked = {"exporter": 1, "balance": balance, "rounded_to": 0.1}
    content = content_range(world(4, 3), origin=1, errors=Errors(count=2), **asked)

    (found,) = term_ranges(world(4, 3), Method.BM_EXPORTER, errors=Errors(0.0, 0.0, count=2400), **asked)

    low, high = (each[0] for each in found.terms["DC"].parts["rounding"])
    formula = content.parts[0]
    assert formula.name == "rounding"
    assert high - low == pytest.approx(formula.high - formula.low, rel=0.08)


def test_roundings_leave_industries_without_output_alone():
    table = world(3, 2)
    Z, Y = table.Z.copy(), table.Y.copy()
    Z[3], Z[:, 3], Y[3] = 0, 0, 0
    table = replace(table, Z=Z, Y=Y, x=Z.sum(axis=1) + Y.sum(axis=1))

    for drawn in worlds_of_rounding(System(table), 1, 1.0, FEW):
        assert drawn.output[3] == 0
        assert np.isfinite(divided(drawn, Method.BM_EXPORTER, exporter=1).exports).all()


@pytest.mark.parametrize(
    ("method", "importer", "term", "total", "by_industry"),
    [
        (Method.BM_EXPORTER, None, "DVA", True, True),
        (Method.BM_EXPORTER, 2, "VAX", False, False),
        (Method.BM_EXPORTER_SINK, None, "FVA", True, False),
        (Method.BM_EXPORTER_SINK, 2, "FVA", False, False),
        (Method.KWW, None, "DVA_FIN", True, False),
        (Method.KWW, None, "FVA_FIN", True, True),
        (Method.WWZ, None, "MVA_FIN", False, False),
        (Method.WWZ, 2, "MVA_FIN", True, True),
    ],
)
def test_a_term_that_cannot_be_bounded_says_why(method, importer, term, total, by_industry):
    (found,) = term_ranges(world(4, 3), method, exporter=1, importers=(importer,), errors=NONE)

    each = found.terms[term]
    assert (each.not_bounded is None, each.not_bounded_by_industry is None) == (total, by_industry)
    for reason in (each.not_bounded, each.not_bounded_by_industry):
        assert reason is None or (reason.en and reason.es and reason.en != reason.es)
