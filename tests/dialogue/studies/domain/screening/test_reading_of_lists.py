"""A list of a user's own: read from a path with the same checks, and refused with everything that is wrong in it."""

from pathlib import Path

import pytest
import yaml

from hled.dialogue.studies.domain.screening.lists import chosen, product_lists, read_list
from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.concordances import products as harmonized


def content(count=40):
    """A sound list with the first codes of the edition, half of them materials."""
    codes = harmonized.subheadings()[:count]
    return {
        "id": "mine",
        "version": "1",
        "edition": "HS2022",
        "title_en": "Mine",
        "title_es": "Mía",
        "scope_en": "A list.",
        "scope_es": "Una lista.",
        "stages": [
            {"id": "materials", "title_en": "Materials", "title_es": "Materiales"},
            {"id": "goods", "title_en": "Goods", "title_es": "Bienes"},
        ],
        "documents": [
            {
                "id": "report",
                "title_en": "A report",
                "title_es": "Un informe",
                "read_en": "Whole.",
                "read_es": "Completo.",
            }
        ],
        "products": [
            {
                "code": code,
                "stage": "materials" if at % 2 else "goods",
                "name_en": "A product",
                "name_es": "Un producto",
                "reason_en": f"Reason {at}",
                "reason_es": f"Razón {at}",
            }
            for at, code in enumerate(codes)
        ],
    }


@pytest.fixture
def written(tmp_path):
    def write(found) -> Path:
        path = tmp_path / "mine.yaml"
        path.write_text(
            found if isinstance(found, str) else yaml.safe_dump(found, allow_unicode=True), "utf-8"
        )
        return path

    return write


def refusal(path):
    with pytest.raises(BrokenRuleError) as refused:
        read_list(path)
    return [(each.rule.code, each.place.removeprefix("mine.yaml: ")) for each in refused.value.findings]


def test_a_list_of_ones_own_is_read_and_asked_for_by_its_path(written):
    path = written(content())

    (choice,) = chosen(str(path))

    assert choice.list == read_list(path)
    assert len(choice.products) == 40
    assert choice.products[0].is_our_choice


def test_a_part_of_ones_own_list_is_asked_for(written):
    (choice,) = chosen(f"{written(content())}:goods")

    assert {each.stage for each in choice.products} == {"goods"}
    assert len(choice.products) == 20


def test_a_citation_carries_its_document(written):
    found = content()
    found["products"][0]["cites"] = {"document": "report", "at_en": "p. 3", "at_es": "pág. 3"}

    product = read_list(written(found)).products[0]

    assert not product.is_our_choice
    assert (product.cites.document.title.es, product.cites.at.es) == ("Un informe", "pág. 3")


def test_equal_content_has_one_digest_and_a_changed_word_another(written):
    first = read_list(written(content())).digest
    again = read_list(written(content())).digest
    changed = content()
    changed["products"][0]["reason_en"] = "Another reason"

    assert first == again != read_list(written(changed)).digest


@pytest.mark.parametrize(
    "text",
    ["[1, 2]", "a: [", "- x", "", "a: &x [1]\nb: *x\n", "a: !!python/object/apply:os.system ['true']"],
    ids=["list", "open", "items", "empty", "alias", "tag"],
)
def test_sc_01_a_file_that_is_no_plain_mapping_is_refused(written, text):
    path = written(text)

    with pytest.raises(BrokenRuleError) as refused:
        read_list(path)

    assert [each.rule.code for each in refused.value.findings] == ["SC-01"]


def test_sc_01_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"\xff\xfe\x00title")

    with pytest.raises(BrokenRuleError) as refused:
        read_list(path)

    assert [each.rule.code for each in refused.value.findings] == ["SC-01"]


def test_sc_02_fields_that_are_unknown_missing_or_no_text_are_all_named(written):
    found = content()
    found["colour"] = "blue"
    del found["version"]
    found["products"][0]["code"] = 10121
    found["products"][1]["stage"] = ["goods"]
    found["products"][2] = "010121"

    assert refusal(written(found)) == [
        ("SC-02", "version"),
        ("SC-02", "colour"),
        ("SC-02", "products[1]: code"),
        ("SC-02", f"products[2] {harmonized.subheadings()[1]}: stage"),
        ("SC-02", "products[3]"),
    ]


@pytest.mark.parametrize("nothing", [None, {"a": "b"}, "text"])
def test_sc_02_products_that_are_no_list_are_refused(written, nothing):
    assert refusal(written(content() | {"products": nothing})) == [("SC-02", "products")]


def test_sc_03_a_missing_language_is_named(written):
    found = content()
    del found["title_es"]
    found["products"][4]["reason_en"] = " "

    assert refusal(written(found)) == [
        ("SC-03", "title_es"),
        ("SC-03", f"products[5] {harmonized.subheadings()[4]}: reason_en"),
    ]


@pytest.mark.parametrize("code", ["854299", "8542", "85423100", "8542.31", "0", "uno"])
def test_sc_04_a_code_that_is_no_subheading_is_refused(written, code):
    found = content(41)
    found["products"][7]["code"] = code

    assert refusal(written(found)) == [("SC-04", "products[8]")]


def test_sc_04_near_codes_are_suggested(written):
    found = content(41)
    found["products"][7]["code"] = "854299"

    with pytest.raises(BrokenRuleError) as refused:
        read_list(written(found))

    assert "854290" in refused.value.findings[0].found.en


def test_sc_05_a_code_that_stands_twice_is_refused(written):
    found = content(41)
    found["products"][1]["code"] = found["products"][0]["code"]

    assert refusal(written(found)) == [("SC-05", "products")]


def test_sc_06_fewer_than_forty_products_need_a_reason(written):
    assert refusal(written(content(39))) == [("SC-06", "products")]


def test_fewer_products_with_a_reason_are_taken(written):
    few = content(3) | {"fewer_en": "A narrow chain.", "fewer_es": "Una cadena estrecha."}

    assert read_list(written(few)).fewer.es == "Una cadena estrecha."


def test_sc_07_products_of_one_stage_are_refused(written):
    found = content()
    for each in found["products"]:
        each["stage"] = "goods"

    assert refusal(written(found)) == [("SC-07", "products")]


def test_sc_07_a_stage_outside_the_vocabulary_is_refused(written):
    found = content()
    found["stages"].append({"id": "services", "title_en": "Services", "title_es": "Servicios"})

    assert refusal(written(found)) == [("SC-07", "stages")]


def test_sc_08_names_that_are_not_declared_are_refused_together(written):
    found = content()
    found["groups"] = [{"id": "north", "title_en": "North", "title_es": "Norte"}]
    for each in found["products"]:
        each["group"] = "north"
    first, second, third = (each["code"] for each in found["products"][:3])
    found["products"][0]["stage"] = "good"
    found["products"][1]["group"] = "nort"
    found["products"][2]["cites"] = {"document": "reports", "at_en": "p. 1", "at_es": "pág. 1"}

    assert refusal(written(found)) == [
        ("SC-08", f"products[1] {first}: stage"),
        ("SC-08", f"products[2] {second}: group"),
        ("SC-08", f"products[3] {third}: cites"),
    ]


def test_sc_08_where_groups_are_declared_each_product_has_one(written):
    found = content()
    found["groups"] = [{"id": "north", "title_en": "North", "title_es": "Norte"}]

    assert {code for code, _ in refusal(written(found))} == {"SC-08"}


@pytest.mark.parametrize("identifier", ["Mine", "mi lista", "-a", "a_b", "a" * 41, "ñ"])
def test_sc_11_an_identifier_that_is_not_plain_is_refused(written, identifier):
    assert refusal(written(content() | {"id": identifier})) == [("SC-11", "id")]


def test_sc_12_a_list_of_another_edition_is_refused(written):
    assert refusal(written(content() | {"edition": "HS2017"})) == [("SC-12", "edition")]


def test_a_list_of_the_program_copied_to_a_file_reads_the_same(tmp_path):
    from hled.dialogue.studies.domain.screening import lists

    original = Path(lists.__file__).with_name("energy.yaml")
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(original.read_bytes())

    assert read_list(copy) == product_lists()["energy"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_list_that_the_documentation_shows_is_sound(written, language):
    page = Path(__file__).parents[5] / "docs" / language / "product-lists.md"
    shown = page.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]

    listed = read_list(written(shown))

    assert listed.codes == ("280530", "850511")
