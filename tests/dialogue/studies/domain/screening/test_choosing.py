"""Which products are screened, and what is refused with near ones."""

import pytest

from hled.dialogue.studies.domain.screening.choosing import choose_products
from hled.dialogue.studies.domain.screening.lists import product_lists
from hled.kernel.rule import BrokenRuleError

PRODUCTS = ("381800", "853400", "854110", "854231", "901890", "901910")


def chosen(spec, products=PRODUCTS, edition="HS2022"):
    return choose_products(spec, products, edition, product_lists())


def codes(choice):
    return [PRODUCTS[at] for at in choice.rows]


@pytest.mark.parametrize("spec", ["", "all"])
def test_without_a_list_all_products_are_screened(spec):
    assert codes(chosen(spec)) == list(PRODUCTS)


@pytest.mark.parametrize(
    ("spec", "found"),
    [
        ("8541", ["854110"]),
        ("85, 9019", ["853400", "854110", "854231", "901910"]),
        ("semiconductors:goods", ["854110", "854231"]),
        ("semiconductors:goods,901910", ["854110", "854231", "901910"]),
    ],
)
def test_lists_parts_and_codes_together(spec, found):
    assert codes(chosen(spec)) == found


def test_a_product_in_two_lists_is_screened_once():
    assert len(codes(chosen("semiconductors,semiconductors,defense"))) == len(
        set(codes(chosen("semiconductors,defense")))
    )


def test_what_a_list_has_and_nobody_buys_is_said():
    choice = chosen("semiconductors")

    assert "854110" not in choice.absent
    assert set(choice.absent) == set(product_lists()["semiconductors"].codes) - set(PRODUCTS)


@pytest.mark.parametrize(
    ("spec", "rules", "near"),
    [
        ("semiconductor", ["SC-09"], "semiconductors"),
        ("semiconductors:good", ["SC-10"], "goods"),
        ("770000", ["SC-31"], ""),
        ("batery,medical-supplies:devices,99", ["SC-09", "SC-10", "SC-42"], "batteries"),
        ("85423", ["SC-41"], "854231"),
        ("8542310000", ["SC-41"], "854231"),
        ("980100,9903", ["SC-42", "SC-42"], ""),
        ("851712", ["SC-43"], "851713"),
    ],
)
def test_everything_that_is_unknown_is_said_at_once_with_near_ones(spec, rules, near):
    with pytest.raises(BrokenRuleError) as refused:
        chosen(spec)

    assert [each.rule.code for each in refused.value.findings] == rules
    found = refused.value.findings[0].found
    assert near in getattr(found, "en", found)


def test_a_list_is_not_asked_of_codes_of_another_edition_or_length():
    for products, edition in ((PRODUCTS, "HS2017"), (("3818", "8534"), "HS2022")):
        with pytest.raises(BrokenRuleError) as refused:
            chosen("semiconductors", products, edition)

        assert [each.rule.code for each in refused.value.findings] == ["SC-71"]
        assert edition in refused.value.findings[0].found.en


def test_a_code_of_a_newer_edition_leads_to_the_one_that_the_table_has():
    with pytest.raises(BrokenRuleError) as refused:
        chosen("851713", ("851712", "854231"), "HS2017")

    assert [each.rule.code for each in refused.value.findings] == ["SC-43"]
    assert "851712" in refused.value.findings[0].found.es


def test_stages_need_a_list():
    with pytest.raises(BrokenRuleError) as refused:
        chosen("85").group_of("stage", PRODUCTS)

    assert [each.rule.code for each in refused.value.findings] == ["SC-31"]


def test_groups_are_headings_chapters_and_stages():
    choice = chosen("semiconductors")
    at = PRODUCTS.index("854231")

    assert choice.group_of("product", PRODUCTS) is None
    assert choice.group_of("heading", PRODUCTS)(at) == "8542"
    assert choice.group_of("chapter", PRODUCTS)(at) == "85"
    assert choice.group_of("stage", PRODUCTS)(at) == "semiconductors:goods"
    assert "Goods" in choice.group_name("semiconductors:goods").en
