"""A screen and a product asked of tables that a user adds: no duties, other importers, few partners, other editions."""

from pathlib import Path
from typing import Any

import pytest
from tests.dialogue.studies.making_markets import (
    PRODUCTS,
    add_baci,
    add_plain,
    plain_rows,
    sales,
    taxed,
    total,
)

from hled.dialogue.studies.domain.asking import read_parameters
from hled.dialogue.studies.domain.question import Result
from hled.dialogue.studies.domain.questions import product, screen
from hled.dialogue.studies.domain.screening.lacking import NEEDED
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.kernel.rule import BrokenRuleError

BATTERIES = "850760"
OF_DUTIES = ("duty_paid", "duty_gap")
OF_ACCOUNTS = ("output_at_stake", "jobs_at_stake")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with world trade in the layout of BACI, of two editions, and the U.S. market of it with and without duties."""
    folder = Path(tmp_path_factory.mktemp("added"))
    home = folder / "home"
    add_baci(folder / "now", home)
    add_baci(folder / "older", home, id="older", edition="HS17")
    rows = plain_rows("USA")
    header = ("importer", "exporter", "product", "value")
    add_plain(folder, home, rows, id="bare", header=header)
    add_plain(folder, home, taxed(rows, 0.04), id="taxed", header=(*header, "duty"))
    return home


def ask(question: Any, home: Path, **given: str) -> Result:
    tables = InstalledTables(home)
    asked = read_parameters(question.parameters, {"table": "baci", **given})
    return question.compute(tables, question.complete(tables, asked))


def screened(home: Path, **given: str) -> Result:
    return ask(screen.QUESTION, home, base="16", top="0", **given)


def told(home: Path, code: str = BATTERIES, **given: str) -> Result:
    return ask(product.QUESTION, home, code=code, **given)


def facts(found: Result) -> dict[str, Any]:
    return {each["code"]: each for each in found.more["facts"]}


def needs(found: Result) -> dict[str, str]:
    return {each["code"]: each["needs"] for each in found.more["lacking"]}


def refused(ask_it: Any, *arguments: Any, **given: str) -> list[tuple[str, str]]:
    with pytest.raises(BrokenRuleError) as caught:
        ask_it(*arguments, **given)
    return [(each.rule.code, getattr(each.found, "en", each.found)) for each in caught.value.findings]


def test_without_duties_the_rest_of_a_screen_is_computed(home):
    found = screened(home)

    assert len(found.items) == found.more["count"] > 60
    for each in found.items:
        assert [each[name] for name in OF_DUTIES] == [None, None]
        assert each["advantage"] is not None
        assert each["tariff_gap"] is not None
    assert sum(each["jobs_at_stake"] is not None for each in found.items) > 0.9 * len(found.items)
    weights = {each["code"]: each for each in found.more["weights"]}
    assert (weights["duty_gap"]["known"], weights["duty_gap"]["effective"]) == ("0", "0")
    assert float(weights["tariff_change_gap"]["known"]) > 0.9
    assert {name: needs(found)[name] for name in OF_DUTIES} == dict.fromkeys(OF_DUTIES, "duties")
    said = {each.place: each.found for each in found.findings if each.rule.code == "SC-32"}
    assert said["duty_gap"] == NEEDED["duties"]


def test_an_indicator_without_its_table_takes_no_part_in_the_order(home):
    found = screened(home, importer="CRI")
    weightless = screened(home, importer="CRI", weights="relief=0,stake=0,places=0")

    assert [(each["code"], each["score"]) for each in found.items] == [
        (each["code"], each["score"]) for each in weightless.items
    ]


def test_duties_that_a_plain_table_states_are_read(home):
    bare, with_duty = screened(home, table="bare"), screened(home, table="taxed")

    assert {each["duty_paid"] for each in bare.items} == {None}
    paid = {each["duty_paid"] for each in with_duty.items if float(each["partner_share"]) > 0}
    assert {round(float(each), 3) for each in paid} == {0.04}
    assert "duty_gap" in needs(bare)
    assert "duty_gap" not in needs(with_duty)


def test_the_action_area_that_asks_for_a_duty_is_not_counted_without_one(home):
    areas = {each["code"]: each for each in screened(home).more["areas"]}
    with_duty = {each["code"]: each for each in screened(home, table="taxed").more["areas"]}

    assert (areas["ease"]["count"], areas["ease"]["needs"]) == (None, "duties")
    assert with_duty["ease"]["count"] > 0
    ((rule, found),) = refused(screened, home, only="ease")
    assert rule == "SC-33"
    assert NEEDED["duties"].en in found


def test_for_another_importer_no_figure_of_the_united_states_is_shown(home):
    found = screened(home, importer="CRI")

    assert len(found.items) > 60
    for each in found.items:
        names = (*OF_DUTIES, *OF_ACCOUNTS, "tariff_gap", "states", "relief", "stake", "places")
        assert {each[name] for name in names} == {None}
    lacking = needs(found)
    assert {lacking[name] for name in OF_ACCOUNTS} == {"industry_accounts"}
    assert (lacking["tariff_gap"], lacking["states"]) == ("tariff_changes", "freight")
    known = {each["code"]: each["known"] for each in found.more["weights"]}
    assert {name for name, share in known.items() if share == "0"} == {
        *("growth", "duty_gap", "tariff_change_gap", "output_at_stake", "jobs_at_stake", "states"),
        "small_firms",
    }


@pytest.mark.parametrize(
    ("importer", "partner", "shown"),
    [("USA", "MEX", True), ("MEX", "USA", True), ("USA", "CAN", False), ("CRI", "MEX", False)],
)
def test_mexican_states_are_shown_between_the_united_states_and_mexico_only(home, importer, partner, shown):
    external = "outside:CAN,MEX,USA"
    found = screened(home, importer=importer, partner=partner, external=external)
    one = told(home, importer=importer, partner=partner, external=external)

    assert all((each["states"] is not None) is shown for each in found.items)
    assert (one.more["southbound"] is not None) is shown
    assert (needs(one).get("southbound") is None) is shown


def test_a_product_of_another_importer_says_what_each_figure_needs(home):
    found = told(home, importer="CRI")

    of = facts(found)
    assert {of[name]["needs"] for name in (*OF_ACCOUNTS, "output_without_jobs")} == {"industry_accounts"}
    assert (of["duty_gap"]["needs"], of["tariff_gap"]["needs"]) == ("duties", "tariff_changes")
    assert of["elasticity"]["needs"] == "elasticities"
    assert of["rauch"]["computed"]
    for name in (*OF_ACCOUNTS, "duty_gap"):
        assert of[name]["value"] is None
        assert of[name]["says_en"].startswith("not computable: needs ")
        assert of[name]["says_es"].startswith("no calculable: requiere ")
    assert found.more["users"] == []
    assert needs(found)["users"] == "industry_accounts"
    bought = {each["partner"]: each for each in found.items}
    assert {each["duty"] for each in bought.values()} == {None}
    assert {each["tariff_points"] for each in bought.values()} == {None}
    assert sum(float(each["value"]) for each in found.items) == pytest.approx(
        sum(value for (_, code), value in sales("CRI").items() if code == BATTERIES) * 1000, rel=1e-6
    )


def test_the_sample_goes_with_the_size_of_the_market_and_is_shown(home):
    sample = screened(home, importer="CRI").more["sample"]

    assert float(sample["minimum_exports"]) == pytest.approx(total("CRI") / 3000, rel=1e-6)
    assert (sample["exporters"], sample["of_exporters"]) == (15, 15)
    assert sample["products"] == sample["of_products"] == len(PRODUCTS)
    assert sample["shown_en"] == "capability shown in the market of Costa Rica"


def test_in_the_bundled_market_the_sample_begins_at_a_billion_dollars(home):
    sample = told(home, table="us-imports-2024").more["sample"]

    assert (sample["minimum_exports"], sample["minimum_trade"]) == ("1000000000", "100000")
    assert sample["shown_es"] == "capacidad mostrada en el mercado de EE. UU."


def test_a_partner_below_the_sample_is_refused_in_a_screen_and_told_of_a_product(home, tmp_path):
    rows = [each for each in plain_rows("USA") if each[1] != "HND"]
    rows.append(("USA", "HND", BATTERIES, "250000"))
    add_plain(tmp_path, tmp_path / "home", rows)

    ((rule, found),) = refused(screened, tmp_path / "home", table="given", partner="HND")
    one = told(tmp_path / "home", table="given", partner="HND")

    assert rule == "SC-36"
    assert "HND sells 250,000 dollars here" in found
    assert one.more["placed"]["rank"] is None
    assert found in one.more["placed"]["says_en"]
    assert not facts(one)["advantage"]["computed"]
    assert float(facts(one)["partner_imports"]["value"]) == 250_000


def test_with_two_partners_nothing_is_ordered(home, tmp_path):
    rows = [each for each in plain_rows("USA") if each[1] in {"CHN", "MEX"}]
    add_plain(tmp_path, tmp_path / "home", rows)

    ((rule, found),) = refused(screened, tmp_path / "home", table="given")
    one = told(tmp_path / "home", table="given")

    assert rule == "SC-37"
    assert found.startswith("2 of 2 exporters")
    assert found in one.more["placed"]["says_en"]
    assert one.more["neighborhood"]["neighbors"] == []
    assert len(one.items) == 2


def test_with_few_partners_the_order_comes_with_a_warning(home, tmp_path):
    rows = [each for each in plain_rows("USA") if each[1] in {"CHN", "MEX", "JPN", "CAN", "DEU"}]
    add_plain(tmp_path, tmp_path / "home", rows)

    few, many = screened(tmp_path / "home", table="given"), screened(home)

    assert "SC-39" in {each.rule.code for each in few.findings}
    assert "SC-39" not in {each.rule.code for each in many.findings}


def test_values_too_small_for_the_sample_are_refused_with_the_reason(home, tmp_path):
    add_plain(tmp_path, tmp_path / "home", plain_rows("CRI", times=0.01))

    ((rule, found),) = refused(screened, tmp_path / "home", table="given", importer="CRI", floor="0")
    one = told(tmp_path / "home", table="given", importer="CRI")

    assert rule == "RK-02"
    assert "outside the sample of capability" in found
    assert one.more["placed"]["rank"] is None
    assert "less than the least of 1.0 million dollars" in one.more["placed"]["says_en"]


def test_a_product_of_which_nothing_comes_from_outside_is_in_no_order(home, tmp_path):
    rows = [each for each in plain_rows("USA") if each[2] != BATTERIES or each[1] in {"CAN", "MEX"}]
    assert {each[1] for each in rows if each[2] == BATTERIES} & {"CAN", "MEX"}
    add_plain(tmp_path, tmp_path / "home", rows)

    found = screened(tmp_path / "home", table="given", floor="0")

    assert BATTERIES not in {each["code"] for each in found.items}
    assert all(float(each["supplier_share"]) > 0 for each in found.items)


def test_a_table_of_another_edition_is_screened_with_a_warning_and_without_lists(home):
    found = screened(home, table="older")

    assert [each.found for each in found.findings if each.rule.code == "SC-72"] == ["HS2017"]
    ((rule, said),) = refused(screened, home, table="older", list="semiconductors")
    assert (rule, said) == ("SC-71", "the table has HS2017, 6 digits")
    one = told(home, table="older")
    assert "SC-72" in {each.rule.code for each in one.findings}
    assert (one.more["listed"], bool(told(home).more["listed"])) == ([], True)


def test_world_exports_of_another_edition_are_not_set_beside_a_market(home):
    ((rule, found),) = refused(screened, home, world="older")

    assert (rule, found) == ("TR-18", "HS2017; baci: HS2022")


def test_world_exports_give_capability_and_the_criterion_of_exports(home):
    alone, beside = (
        screened(home, importer="MEX", partner="USA"),
        screened(home, importer="MEX", partner="USA", world="baci"),
    )

    computed = {each["code"]: each["computed"] for each in beside.more["criteria"]}
    assert all(computed.values())
    assert not all(each["computed"] for each in alone.more["criteria"])
    assert beside.more["sample"]["shown_en"].startswith("exports of every country")
    assert [each["advantage"] for each in alone.items] != [each["advantage"] for each in beside.items]


def test_sales_to_one_market_are_nobodys_exports(home):
    found = screened(home, importer="MEX", partner="CAN", world="us-imports-2024")

    assert found.more["sample"]["shown_en"] == "capability shown in the U.S. market"
    assert not all(each["computed"] for each in found.more["criteria"])


def test_a_partner_that_world_exports_do_not_name_is_refused(home):
    ((rule, found),) = refused(screened, home, importer="CRI", partner="DEU", world="us-imports-2024")

    assert rule == "TD-05"
    assert found.startswith("DEU")


def test_codes_of_four_digits_are_refused_by_a_screen_and_a_product(tmp_path):
    rows = [(importer, exporter, code[:4], value) for importer, exporter, code, value in plain_rows("USA")]
    once = {(each[1], each[2]): each for each in rows}
    add_plain(tmp_path, tmp_path / "home", [*once.values()])

    for asked in (screened, told):
        assert refused(asked, tmp_path / "home", table="given") == [("SC-38", "4")]


def test_a_second_year_is_compared_where_the_importer_and_the_edition_are_in_it(tmp_path):
    header = ("importer", "exporter", "product", "value", "year", "edition")
    now = [(*each, 2023, "HS2022") for each in plain_rows("USA")]
    before = [(*each[:3], int(each[3]) * 2, 2022, "HS2022") for each in plain_rows("USA")]
    older = [(*each, 2021, "HS2017") for each in plain_rows("USA")]
    other = [(*each, 2022, "HS2022") for each in plain_rows("CRI")]
    home = tmp_path / "home"
    for name, rows in (("grown", [*now, *before]), ("older", [*now, *older]), ("absent", [*now, *other])):
        add_plain(tmp_path, home, rows, id=name, header=header, year=None, edition="")

    grown, older_one, absent = (told(home, table=each) for each in ("grown", "older", "absent"))

    assert float(facts(grown)["share_change"]["value"]) == pytest.approx(0, abs=1e-6)
    assert {facts(each)["share_change"]["needs"] for each in (older_one, absent)} == {"second_year"}
    growth = {each["code"]: each["known"] for each in screened(home, table="grown").more["weights"]}["growth"]
    assert float(growth) > 0.9
    assert "growth" not in needs(grown)


def test_a_heading_and_a_chapter_of_another_importer_are_told_too(home):
    for code in ("8507", "85"):
        found = told(home, code, importer="CRI")

        assert facts(found)["jobs_at_stake"]["needs"] == "industry_accounts"
        assert found.more["placed"]["rank"] is not None
        assert {each["place"] for each in found.more["placed"]["pillars"]} >= {None}


def test_the_same_digits_twice(home):
    assert screened(home, importer="CRI").items == screened(home, importer="CRI").items
