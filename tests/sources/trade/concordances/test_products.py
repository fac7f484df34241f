"""Products have a name in both languages, and say how far the Spanish one goes."""

import pytest

from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.concordances.products import (
    Level,
    chapters,
    known,
    name_of,
    near,
    product,
    section_of,
    sections,
    subheadings,
)


def test_every_product_has_a_name_in_both_languages_and_a_section():
    products = [product(code) for code in subheadings()]

    assert len(products) == 5612
    assert {each.section for each in products} == {each.code for each in sections()}
    assert len({each.name.es for each in products}) == 5612


def test_sections_hold_all_chapters_once():
    held = [
        chapter
        for section in sections()
        for chapter in chapters()
        if section.first <= chapter <= section.last
    ]

    assert held == list(chapters())
    assert (len(sections()), len(held)) == (21, 96)
    assert {code[:2] for code in subheadings()} == set(chapters())


def test_a_subheading_says_that_its_spanish_text_is_of_its_heading():
    found = product("854231")

    assert found.name.en.startswith("Electronic integrated circuits; processors")
    assert found.name.es == "Circuitos electrónicos integrados (8542.31)"
    assert (found.level, found.spanish_of, found.section) == (Level.SUBHEADING, Level.HEADING, "XVI")


def test_every_heading_has_a_spanish_name_of_its_own():
    headings = {code[:4] for code in subheadings()}

    assert {product(heading).spanish_of for heading in headings} == {Level.HEADING}
    assert len({name_of(heading).es for heading in headings}) > 1200


def test_a_chapter_is_named_shortly_in_both_languages():
    assert (name_of("85").en, name_of("85").es) == (
        "Electrical machinery and electronics",
        "Máquinas y aparatos eléctricos y electrónicos",
    )


@pytest.mark.parametrize(
    ("code", "section"), [("010121", "I"), ("15", "III"), ("8703", "XVII"), ("970699", "XXI")]
)
def test_the_section_follows_from_the_chapter(code, section):
    assert section_of(code).code == section


@pytest.mark.parametrize("code", ["854230", "999999", "98", "8542.31", ""])
def test_tr_51_a_code_that_is_not_in_the_edition_is_refused(code):
    with pytest.raises(BrokenRuleError) as error:
        product(code)

    assert [each.rule.code for each in error.value.findings] == ["TR-51"]
    assert not known(code)


def test_a_code_with_a_dot_finds_the_one_that_was_meant():
    assert near("8542.31", 1) == ("854231",)
