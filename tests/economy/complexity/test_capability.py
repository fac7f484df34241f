"""All of it for one matrix, with its sample and its convention."""

from dataclasses import replace

import numpy as np
import pytest
from tests.economy.complexity.making import exports, looped_density, looped_proximity, made_values

from hled.economy.complexity import (
    ATLAS,
    CONVENTIONS,
    GROWTH_LAB,
    RANKED_COUNTRIES,
    Dropped,
    Kind,
    Reason,
    Sample,
    capability,
    diversity,
    eci_pci,
    outlook_gain,
    outlook_index,
    presence,
    proximity,
    rca,
    shown_in,
)
from hled.economy.trade.markets import Market
from hled.kernel.rule import BrokenRuleError


@pytest.fixture(scope="module")
def world():
    return exports(made_values())


def codes(refused):
    return {each.rule.code for each in refused.value.findings}


def test_a_result_says_what_it_is_of_and_by_what(world):
    found = capability(world)

    assert (found.name, found.year, found.edition, found.source) == (
        "all exports of made-up countries",
        2020,
        "HS2012",
        "made",
    )
    assert found.sample == Sample()
    assert found.convention is ATLAS
    assert found.dropped == ()
    assert found.findings == ()
    assert found.trade_share == 1


def test_the_parts_are_those_of_the_functions(world):
    found = capability(world)

    M = presence(rca(world.values))
    assert (found.M == M).all()
    assert found.rca == pytest.approx(rca(world.values))
    assert found.diversity.tolist() == diversity(M).tolist()
    assert found.eci == pytest.approx(eci_pci(M).eci)
    assert found.phi == pytest.approx(looped_proximity(M), abs=1e-6)
    assert found.density == pytest.approx(looped_density(M, looped_proximity(M)), abs=1e-6)
    assert found.outlook_index == pytest.approx(outlook_index(M, found.density, found.pci))
    assert found.outlook_gain == pytest.approx(outlook_gain(M, found.phi, found.pci))
    assert found.fitness.iterations == 19


def test_the_growth_lab_convention_by_its_own_steps(world):
    M = presence(rca(world.values)).astype(float)
    k_c, k_p = M.sum(axis=1), M.sum(axis=0)
    values, vectors = np.linalg.eig((M / k_p).T @ (M / k_c[:, None]))
    products = vectors[:, np.argsort(-values.real)[1]].real
    exporters = M @ products / k_c
    sign = np.sign(np.corrcoef(k_c, exporters)[0, 1])
    products, exporters = products * sign, exporters * sign
    phi = proximity(M).astype(float)
    d = M @ (phi / phi.sum(axis=0))
    coi = (d * (1 - M) * products).sum(axis=1)
    cog = (1 - M) * ((1 - M) @ (phi * (products / phi.sum(axis=1))[:, None]))

    found = capability(world, convention=GROWTH_LAB)

    assert found.eci == pytest.approx((exporters - exporters.mean()) / exporters.std())
    assert found.pci == pytest.approx((products - exporters.mean()) / exporters.std())
    assert found.density == pytest.approx(d)
    assert found.outlook_index == pytest.approx((coi - coi.mean()) / coi.std())
    assert found.outlook_gain == pytest.approx(cog / exporters.std())


def test_conventions_are_known_by_name_in_both_languages():
    assert set(CONVENTIONS) == {"atlas", "growth_lab"}
    assert all(each.says.en != each.says.es for each in CONVENTIONS.values())


def test_the_filter_leaves_out_and_says_why():
    values = made_values()
    values[0] *= 1e-6
    values[:, 4] *= 1e-9
    world = exports(values)
    people = dict.fromkeys(world.exporters, 5000000.0) | {"C03": 4e5}
    del people["C05"]
    sample = Sample(minimum_exports=1e3, minimum_population=1e6, minimum_world_trade=1.0, without=("C02",))

    found = capability(world, sample=sample, populations=people)

    assert {(each.kind, each.code): each.reason for each in found.dropped} == {
        (Kind.EXPORTER, "C00"): Reason.EXPORTS,
        (Kind.EXPORTER, "C02"): Reason.NAMED,
        (Kind.EXPORTER, "C03"): Reason.POPULATION,
        (Kind.EXPORTER, "C05"): Reason.POPULATION_UNKNOWN,
        (Kind.PRODUCT, "000004"): Reason.WORLD_TRADE,
    }
    assert Dropped(Kind.EXPORTER, "C03", Reason.POPULATION, 4e5) in found.dropped
    assert len(found.exporters) == 8
    assert 0 < found.trade_share < 1
    assert {each.rule.code for each in found.findings} == {"CX-11"}
    assert len(found.findings) == 5
    assert all(each.found.en != each.found.es for each in found.findings)


def test_the_sample_of_the_rankings_asks_for_people_and_exports():
    assert (RANKED_COUNTRIES.minimum_population, RANKED_COUNTRIES.minimum_exports) == (1e6, 1e9)

    with pytest.raises(BrokenRuleError) as refused:
        capability(exports(made_values()), sample=RANKED_COUNTRIES)

    assert codes(refused) == {"CX-09"}


def test_a_minimum_of_diversity_and_ubiquity_holds_for_all_that_is_left():
    found = capability(exports(made_values(20, 40)), sample=Sample(minimum_diversity=6, minimum_ubiquity=4))

    assert found.diversity.min() >= 6
    assert found.ubiquity.min() >= 4
    assert found.dropped
    assert {each.reason for each in found.dropped} <= {Reason.DIVERSITY, Reason.UBIQUITY, Reason.APART}
    assert len(found.exporters) + sum(each.kind is Kind.EXPORTER for each in found.dropped) == 20


def test_what_shares_nothing_with_the_largest_part_is_left_out_and_named():
    values = np.zeros((14, 33))
    values[:12, :30] = made_values()
    values[12:, 30:] = [[5e6, 1e6, 0], [1e6, 5e6, 2e6]]

    found = capability(exports(values))

    apart = {each.code for each in found.dropped if each.reason is Reason.APART}
    assert apart == {"C12", "C13", "000030", "000031", "000032"}
    assert all(each.found == 2 for each in found.dropped)


def test_a_country_or_product_is_found_by_code_and_a_dropped_one_says_why(world):
    found = capability(world, sample=Sample(without=("C02",)))

    assert found.exporters[found.exporter("C05")] == "C05"
    near = found.neighbors("000003", 4)
    assert len(near) == 4
    assert [each for _, each in near] == sorted((each for _, each in near), reverse=True)
    with pytest.raises(BrokenRuleError) as refused:
        found.exporter("C02")
    assert codes(refused) == {"CX-14"}
    assert "named by the sample" in refused.value.findings[0].found.en
    with pytest.raises(BrokenRuleError) as refused:
        found.product("999999")
    assert "no está en la tabla" in refused.value.findings[0].found.es


def test_capability_shown_in_a_market_turns_the_market_round():
    market = Market(
        importer="USA",
        year=2024,
        edition="HS2022",
        products=("010121", "010129"),
        partners=("CAN", "MEX", "CHN"),
        values=np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),
        duties=None,
        source="us",
    )

    found = shown_in(market)

    assert found.exporters == market.partners
    assert found.values.tolist() == [[1, 4], [2, 5], [3, 6]]
    assert "USA" in found.name


def test_all_findings_of_a_broken_matrix_come_together(world):
    values = world.values.copy()
    values[2, 3], values[4, 5] = np.nan, -2.0
    broken = replace(world, values=values, exporters=("C00",) * 2 + world.exporters[2:])

    with pytest.raises(BrokenRuleError) as refused:
        capability(broken)

    assert [(each.rule.code, each.place) for each in refused.value.findings] == [
        ("CX-02", "labels"),
        ("CX-01", "C02, 000003"),
        ("CX-01", "C04, 000005"),
    ]


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        ({"sample": Sample(minimum_exports=-1)}, "CX-08"),
        ({"sample": Sample(minimum_diversity=0)}, "CX-08"),
        ({"sample": Sample(without=("XXX",))}, "CX-14"),
        ({"populations": {"C01": -1.0}}, "CX-08"),
        ({"populations": {"C01": float("nan")}}, "CX-08"),
        ({"sample": Sample(minimum_exports=1e30)}, "CX-10"),
        ({"sample": Sample(minimum_ubiquity=100)}, "CX-10"),
        ({"convention": replace(ATLAS, threshold=0.0)}, "CX-08"),
        ({"convention": replace(ATLAS, ddof=3)}, "CX-08"),
        ({"convention": replace(ATLAS, iterations=0)}, "CX-08"),
        ({"budget": 100}, "CX-12"),
    ],
)
def test_wrong_questions_are_refused(world, ask, code):
    with pytest.raises(BrokenRuleError) as refused:
        capability(world, **ask)

    assert codes(refused) == {code}


def test_labels_that_do_not_fit_are_refused(world):
    with pytest.raises(BrokenRuleError) as refused:
        capability(replace(world, products=world.products[1:]))

    assert codes(refused) == {"CX-02"}


def test_cx_15_an_index_that_hardly_goes_with_diversity_is_shown_with_a_warning():
    # Two kinds of exporters, each with four products of its own, about equally broad; a few have one of the other kind.
    kinds = np.zeros((6, 9))
    kinds[:3, :4] = kinds[3:, 4:8] = 1.0
    kinds[2, 4] = kinds[0, 8] = kinds[4, 8] = 1.0
    kinds[1, 0] = kinds[5, 5] = 0.0

    found = capability(exports(kinds))

    assert found.indices.correlation < 0.3
    assert [each.rule.code for each in found.findings] == ["CX-15"]
