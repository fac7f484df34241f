"""The question of complexity: the same figures as the engine on the arrays, and every choice named."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.dialogue.studies.making_worlds import add_world, made_world
from tests.sources.trade.files import plain

from hled.dialogue.studies.domain.asking import read_parameters
from hled.dialogue.studies.domain.numbers import share_text
from hled.dialogue.studies.domain.question import Result
from hled.dialogue.studies.domain.questions.complexity import QUESTION
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.economy.complexity import CONVENTIONS, Capability, Sample, capability
from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.adding import add_trade

EVERYONE = {"exports": "0", "trade": "0", "ubiquity": "1"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("home")
    add_world(tmp_path_factory.mktemp("files"), made)
    return made


def ask(home: Path, **given: str) -> Result:
    tables = InstalledTables(home)
    asked = QUESTION.complete(tables, read_parameters(QUESTION.parameters, given))
    return QUESTION.compute(tables, asked)


def of_world(home: Path, **given: str) -> Result:
    return ask(home, **{"world": "made-world", "top": "0", **EVERYONE, **given})


def refused(home: Path, **given: str) -> list[tuple[str, str, str]]:
    with pytest.raises(BrokenRuleError) as caught:
        of_world(home, **given)
    return [(each.rule.code, each.place, each.as_json()["found_en"]) for each in caught.value.findings]


def column(result: Result, name: str) -> dict[str, Any]:
    return {each["code"]: each[name] for each in result.items}


def texts(codes: tuple[str, ...], values: np.ndarray) -> dict[str, str]:
    return {code: share_text(float(value)) for code, value in zip(codes, values, strict=True)}


@pytest.fixture(scope="module", params=sorted(CONVENTIONS))
def convention(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def engine(convention: str = "atlas", sample: Sample | None = None) -> Capability:
    return capability(made_world(), sample=sample or Sample(), convention=CONVENTIONS[convention])


def test_countries_of_a_plain_export_matrix_have_the_figures_of_the_engine(home, convention):
    found, expected = of_world(home, convention=convention), engine(convention)

    assert column(found, "eci") == texts(expected.exporters, expected.eci)
    assert column(found, "fitness") == texts(expected.exporters, expected.fitness.exporters)
    assert column(found, "coi") == texts(expected.exporters, expected.outlook_index)
    assert column(found, "diversity") == dict(
        zip(expected.exporters, expected.diversity.astype(int).tolist(), strict=True)
    )


def test_products_of_a_plain_export_matrix_have_the_figures_of_the_engine(home, convention):
    found, expected = of_world(home, of="products", convention=convention), engine(convention)
    at = expected.exporter("MEX")

    assert column(found, "pci") == texts(expected.products, expected.pci)
    assert column(found, "q") == texts(expected.products, expected.fitness.products)
    assert column(found, "rca") == texts(expected.products, expected.rca[at])
    assert column(found, "density") == texts(expected.products, expected.density[at])
    assert column(found, "cog") == texts(expected.products, expected.outlook_gain[at])


def test_links_of_the_product_space_have_the_proximity_of_the_engine(home):
    found, expected = of_world(home).more["space"], engine()
    position = {code: at for at, code in enumerate(expected.products)}

    assert len(found["nodes"]) == len(expected.products)
    assert {each["proximity"] for each in found["links"]} == {
        share_text(float(expected.phi[position[each["source"]], position[each["target"]]]))
        for each in found["links"]
    }
    assert sum(each["in_tree"] for each in found["links"]) == len(expected.products) - 1


def test_the_convention_is_named_with_all_that_it_chooses(home, convention):
    said = of_world(home, convention=convention).more["convention"]

    chosen = CONVENTIONS[convention]
    assert (said["name"], said["ddof"], said["gain"], said["outlook"], said["iterations"]) == (
        chosen.name,
        chosen.ddof,
        chosen.gain,
        chosen.outlook,
        chosen.iterations,
    )


def test_another_outlook_gain_is_taken_and_its_formula_shown(home):
    found = of_world(home, of="products", gain="gain_only")
    atlas = of_world(home, of="products")

    formulas = [
        next(each["formula"] for each in result.more["definitions"] if each["code"] == "cog")
        for result in (found, atlas)
    ]
    assert found.more["convention"]["gain"] == "gain_only"
    assert column(found, "cog") != column(atlas, "cog")
    assert ["d_cp" in each for each in formulas] == [False, True]


def test_eigenvalues_and_the_share_of_trade_stand_in_the_answer(home):
    found, expected = of_world(home), engine()

    assert found.more["eigenvalues"]["second"] == share_text(expected.indices.second)
    assert found.more["eigenvalues"]["third"] == share_text(expected.indices.third)
    assert found.more["matrix"]["trade_share"] == "1"
    assert found.more["matrix"]["world"] is True


def test_what_the_sample_leaves_out_is_counted_and_named_with_its_reason(home):
    world = made_world()
    floor = int(np.sort(world.values.sum(axis=1))[3])
    least = int(np.sort(world.values.sum(axis=0))[5])
    found = of_world(home, exports=str(floor), trade=str(least), ubiquity="4", without="CHN")
    expected = engine(
        sample=Sample(minimum_exports=floor, minimum_world_trade=least, minimum_ubiquity=4, without=("CHN",))
    )

    dropped = found.more["dropped"]
    assert sum(each["count"] for each in dropped) == len(expected.dropped)
    assert {(each["kind"], each["reason"]) for each in dropped} == {
        (str(each.kind), str(each.reason)) for each in expected.dropped
    }
    named = next(each for each in dropped if each["reason"] == "named")
    assert [each["code"] for each in named["first"]] == ["CHN"]
    assert set(column(found, "eci")) == set(expected.exporters)


def test_a_minimum_of_population_takes_the_file_of_populations(home):
    (home / "populations.csv").write_text(
        "country,population\n"
        + "\n".join(f"{code},{5_000_000 if code != 'CHL' else 10}" for code in made_world().exporters[1:]),
        encoding="utf-8",
    )
    try:
        found = of_world(home, population="1000000")
    finally:
        (home / "populations.csv").unlink()

    reasons = {each["reason"]: [one["code"] for one in each["first"]] for each in found.more["dropped"]}
    assert (reasons["population"], reasons["population_unknown"]) == (["CHL"], ["ARG"])


def test_only_what_the_country_lacks_and_the_largest_first(home):
    found = of_world(home, of="products", only="lacks", sort="trade", top="5")

    trade = [float(each["trade"]) for each in found.items]
    assert len(trade) == 5
    assert trade == sorted(trade, reverse=True)
    assert not any(each["has"] for each in found.items)


def test_the_country_asked_for_is_shown_wherever_it_stands(home):
    found = of_world(home, top="3", partner="PER")

    assert [each["code"] for each in found.items if each["partner"]] == ["PER"]
    assert len(found.items) in {3, 4}


def test_codes_choose_products_and_ranks_stay_those_of_the_sample(home):
    chapter = made_world().products[40][:2]
    some, every = of_world(home, of="products", list=chapter), of_world(home, of="products")

    assert some.items
    assert {each["code"][:2] for each in some.items} == {chapter}
    assert column(some, "rank").items() <= column(every, "rank").items()


def test_the_market_is_named_where_no_world_is_given(home):
    found = ask(home, of="products", list="medical-supplies")

    assert found.more["matrix"]["name_en"] == "capability shown in the U.S. market"
    assert "capability shown in the U.S. market" in found.question.en
    assert "apacidad mostrada en el mercado de EE. UU." in found.says.es
    assert found.tables[0].id == "us-imports-2024"
    assert [each["why_en"] for each in found.more["dropped"] if each["reason"] == "world_trade"] == [
        "purchases of this market below the minimum"
    ]


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ({"partner": "MXE"}, "CX-14", "MEX"),
        ({"partner": "NIC"}, "CX-14", "in the table"),
        ({"partner": "MEX", "without": "MEX"}, "CX-14", "named by the sample"),
        ({"without": "SGS"}, "CX-14", "SGS"),
        ({"population": "1000000"}, "CX-09", "populations.csv"),
        ({"trade": "99999999999"}, "CX-10", "products"),
        ({"partner": "PER", "exports": "99999999999"}, "CX-14", "exports below the minimum"),
        ({"list": "semicondutors"}, "SC-09", "semiconductors"),
        ({"list": "990000"}, "SC-42", "990000"),
        ({"convention": "oec"}, "SQ-01", "growth_lab"),
        ({"gain": "net"}, "SQ-01", "gain_only"),
        ({"ubiquity": "0"}, "SQ-01", "1 to 100"),
        ({"of": "regions"}, "SQ-01", "countries"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_could_be(home, given, code, said):
    findings = refused(home, **given)

    assert [each[0] for each in findings] == [code]
    assert said in findings[0][2]


def test_products_that_the_sample_leaves_out_are_named_and_none_left_is_refused(home):
    world = made_world()
    traded = world.values.sum(axis=0)
    smallest, next_one = (world.products[at] for at in np.argsort(traded)[:2])
    least = str(int(traded.min()) + 1)

    found = of_world(home, list=f"{smallest},{next_one}", trade=least)

    assert found.more["sample"]["left_out_of_list"] == [smallest]
    assert "SC-73" in [each.rule.code for each in found.findings]
    assert refused(home, list=smallest, trade=least) == [("SC-33", "list", smallest)]


def test_a_list_is_not_asked_of_another_edition(tmp_path):
    world = made_world()
    rows = [
        (exporter, product[:4], f"{world.values[c, p]:.0f}")
        for c, exporter in enumerate(world.exporters)
        for p, product in enumerate(world.products)
        if world.values[c, p] > 0 and product[:4] != world.products[p - 1][:4]
    ]
    add_trade(
        plain(tmp_path / "older.csv", *rows, header=("exporter", "product", "value")),
        "plain",
        tmp_path,
        id="older",
        year=2012,
        edition="HS2012",
    )

    with pytest.raises(BrokenRuleError) as caught:
        ask(tmp_path, world="older", list="semiconductors", **EVERYONE)
    found = ask(tmp_path, world="older", **EVERYONE)

    assert [each.rule.code for each in caught.value.findings] == ["SC-71"]
    assert "SC-72" in [each.rule.code for each in found.findings]
    assert (found.more["matrix"]["digits"], found.more["matrix"]["edition"]) == (4, "HS2012")


def test_populations_that_are_no_numbers_are_refused_together(tmp_path):
    (tmp_path / "populations.csv").write_text(
        "country,population\nMEX,many\nUSA,1\nUSA,2\n", encoding="utf-8"
    )

    with pytest.raises(BrokenRuleError) as caught:
        InstalledTables(tmp_path).populations()

    assert [(each.rule.code, each.place) for each in caught.value.findings] == [
        ("TR-40", "populations.csv: USA"),
        ("TR-40", "populations.csv: MEX"),
    ]
