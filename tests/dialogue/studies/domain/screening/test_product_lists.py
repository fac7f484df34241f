"""The lists of the program: enough products, over stages, each a code of the edition with its reason in two languages."""

import duckdb
import pytest

from hled.dialogue.studies.domain.screening.lists import NAMES, chosen, product_lists
from hled.dialogue.studies.domain.screening.lists.product_list import FEWEST, STAGES
from hled.dialogue.studies.domain.screening.lists.versions import DIGESTS
from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.concordances import products as harmonized

LISTS = pytest.mark.parametrize("name", NAMES)
REVIEWS = {
    "semiconductors": ("EO-14017", "3(b)(i)"),
    "batteries": ("EO-14017", "3(b)(ii)"),
    "critical-minerals": ("EO-14017", "3(b)(iii)"),
    "pharmaceuticals": ("EO-14017", "3(b)(iv)"),
    "defense": ("EO-14017", "4(a)(i)"),
    "public-health": ("EO-14017", "4(a)(ii)"),
    "ict": ("EO-14017", "4(a)(iii)"),
    "energy": ("EO-14017", "4(a)(iv)"),
    "transport": ("EO-14017", "4(a)(v)"),
    "agri-food": ("EO-14017", "4(a)(vi)"),
    "medical-supplies": ("EO-14001", "4"),
}


def test_every_review_of_the_two_orders_has_its_list():
    assert {each.id: (each.order, each.section) for each in product_lists().values()} == REVIEWS


@LISTS
def test_a_list_has_at_least_forty_products_over_two_stages(name):
    listed = product_lists()[name]

    assert len(set(listed.codes)) >= FEWEST
    assert len({each.stage for each in listed.products}) >= 2
    assert {each.stage for each in listed.products} == {each.id for each in listed.stages} <= set(STAGES)


@LISTS
def test_every_code_is_a_subheading_of_the_edition_2022(name):
    assert [each for each in product_lists()[name].codes if each not in set(harmonized.subheadings())] == []


@LISTS
def test_every_product_says_why_it_stands_there_in_both_languages(name):
    for each in product_lists()[name].products:
        assert len(each.reason.en.split()) >= 4, each
        assert len(each.reason.es.split()) >= 4, each
        assert each.reason.en.casefold() != each.name.en.casefold(), each


@LISTS
def test_a_list_gives_no_two_products_the_same_reason(name):
    reasons = [each.reason.en for each in product_lists()[name].products]

    assert sorted({each for each in reasons if reasons.count(each) > 1}) == []


@LISTS
def test_every_group_and_document_of_a_list_is_used(name):
    listed = product_lists()[name]

    assert {each.group for each in listed.products} - {""} == {each.id for each in listed.groups}
    cited = {each.cites.document.id for each in listed.products if each.cites}
    assert cited == {each.id for each in listed.documents}


@LISTS
def test_the_content_of_a_version_is_the_one_that_was_published(name):
    listed = product_lists()[name]

    assert DIGESTS[name][listed.version] == listed.digest


def test_a_code_has_one_name_in_all_lists():
    names = {}
    for listed in product_lists().values():
        for each in listed.products:
            names.setdefault(each.code, set()).add(each.name)

    assert {code: said for code, said in names.items() if len(said) > 1} == {}


def test_semiconductors_reach_from_polysilicon_to_the_machines():
    stage_of = {each.code: each.stage for each in product_lists()["semiconductors"].products}

    assert [stage_of[code] for code in ("280461", "381800", "853400", "854231", "848620", "903082")] == [
        "materials",
        "materials",
        "parts",
        "goods",
        "equipment",
        "equipment",
    ]


def test_the_lithography_machine_cites_the_page_that_names_its_single_maker():
    product = next(each for each in product_lists()["semiconductors"].products if each.code == "848620")

    assert (product.cites.document.id, product.cites.at.en) == ("hundred-day-reviews", "p. 51")


def test_two_lists_are_asked_for_together_and_a_group_alone():
    whole, devices = chosen("semiconductors, medical-supplies:medical-devices")

    assert whole.products == product_lists()["semiconductors"].products
    assert {each.group for each in devices.products} == {"medical-devices"}
    assert {"901839", "902150", "841920"} <= {each.code for each in devices.products}
    assert devices.title.es == "Insumos y dispositivos médicos: Dispositivos médicos"


def test_a_stage_is_asked_for_alone():
    (machines,) = chosen("semiconductors:equipment")

    assert {each.stage for each in machines.products} == {"equipment"}


def test_what_is_asked_for_twice_comes_once():
    assert len(chosen("ict,ict")) == 1


@pytest.mark.parametrize("asked", ["", " , "])
def test_sc_09_nothing_asked_for_is_refused_with_the_lists(asked):
    with pytest.raises(BrokenRuleError) as refused:
        chosen(asked)

    (finding,) = refused.value.findings
    assert finding.rule.code == "SC-09"
    assert finding.data["near"] == list(NAMES)


def test_unknown_lists_and_parts_are_refused_together_with_near_ones():
    with pytest.raises(BrokenRuleError) as refused:
        chosen("semiconductor,ict:netwrk,no-such.yaml")

    first, second, third = refused.value.findings
    assert (first.rule.code, first.data["near"]) == ("SC-09", ["semiconductors"])
    assert (second.rule.code, second.data["near"]) == ("SC-10", ["network"])
    assert third.rule.code == "SC-01"


@pytest.mark.parametrize("name", sorted(NAMES))
def test_products_are_traded_in_the_imports_of_2024_or_say_so(name, us_imports_by_product):
    listed = product_lists()[name]

    silent = [
        each.code for each in listed.products if each.code not in us_imports_by_product and each.note is None
    ]

    assert silent == []


@pytest.fixture(scope="module")
def us_imports_by_product():
    """Six-digit codes under which the bundled table of 2024 has imports."""
    from hled.sources.tables import BUNDLED

    file = BUNDLED / "us_imports_hs10_2024" / "us_imports_hs10_2024.parquet"
    if not file.is_file():
        pytest.skip("the table of imports is not bundled yet")
    query = "select distinct hs10[:6] from read_parquet(?) where customs_value_usd > 0"
    return {code for (code,) in duckdb.execute(query, [str(file)]).fetchall()}
