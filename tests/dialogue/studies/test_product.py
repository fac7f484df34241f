"""One product on the command line, as data and as a page."""

import csv
import io
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from hled.dialogue.studies.queries.studies import stored_study
from hled.dialogue.studies.services import keep_study
from hled.dialogue.studies.web.asking import HOME
from hled.interfaces.asked import ask
from hled.project.schemas import PUBLISHED

pytestmark = [pytest.mark.one_store, pytest.mark.filterwarnings("ignore:No directory at")]
Run = Callable[..., Any]
PAGE = "studies/product/"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "70.5",
                "from China",
                "Neighbors in product space",
                "Southbound surface trade",
                "not a forecast",
            ),
        ),
        (
            "es",
            (
                "de China",
                "Vecinos en el espacio de productos",
                "Comercio terrestre hacia el sur",
                "no un pronóstico",
            ),
        ),
    ],
)
def test_a_product_is_told_on_the_terminal_in_both_languages(
    hled: Run, language: str, words: tuple[str, ...]
):
    ran = hled("--lang", language, "product", "850760")

    assert ran.code == 0
    said = " ".join(ran.out.split())
    for each in words:
        assert each in said


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("code", ["850760", "batteries:goods"])
def test_the_tables_of_a_product_fit_the_terminal(hled: Run, monkeypatch, columns: str, code: str):
    monkeypatch.setenv("COLUMNS", columns)

    ran = hled("product", code)

    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= int(columns)
    assert "…" not in ran.out.partition("Diagnosis")[0].partition("Supplier")[2]


def test_the_sheet_of_a_product_has_its_suppliers(hled: Run):
    ran = hled("product", "8507", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert rows[0]["partner"] == "CHN"
    assert sum(float(each["share"]) for each in rows) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    "code", ["850760", "8507", "85", "010130", "semiconductors", "semiconductors:materials"]
)
def test_every_level_satisfies_the_published_schema(bundled, client, code):
    answer = client.get("/api/v1/product", {"code": code}).json()

    jsonschema.Draft202012Validator(PUBLISHED["product"].as_json()).validate(answer)
    assert answer["params"]["code"] == code


def test_an_endpoint_gives_a_sheet_too(bundled, client):
    answer = client.get("/api/v1/product?code=850760&format=csv")

    assert answer["Content-Type"].startswith("text/csv")
    assert next(csv.DictReader(io.StringIO(answer.content.decode())))["partner"] == "CHN"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["85076"], "SC-41"),
        (["9801"], "SC-42"),
        (["851712"], "SC-43"),
        (["010231"], "SC-44"),
        (["123456"], "TR-51"),
        (["850760", "--partner", "XYZ"], "TD-05"),
        (["850760", "--table", "nowhere"], "TR-01"),
        (["850760", "--external", "outside:nothing"], "TD-05"),
    ],
)
def test_a_wrong_question_exits_2_with_its_rule_and_what_to_do(hled: Run, given: list[str], code: str):
    ran = hled("product", *given, "--format", "json")

    (finding,) = ran.json["findings"]
    assert (ran.code, finding["code"]) == (2, code)
    assert finding["found"]
    assert finding["remedy_en"]
    assert finding["remedy_es"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_leads_from_the_product_to_all_that_stands_behind_it(client, bundled, language):
    text = client.get(f"/{language}/{PAGE}", {"code": "850760"}).content.decode()

    assert f"/{language}/{PAGE}?code=8507" in text
    assert f"/{language}/studies/lists/batteries/" in text
    assert f"/{language}/{PAGE}?code=batteries%3Agoods" in text
    assert "LITHIUM-ION STORAGE BATTERIES, NESOI" in text
    assert "Chihuahua" in text
    assert "hled product 850760" in text
    assert "/api/v1/product?" in text
    assert "format=csv" in text
    assert "chart-wide" in text
    assert "hled studies send S-" in text


@pytest.mark.parametrize("code", ["850760", "8507", "semiconductors:materials"])
def test_every_link_to_a_definition_has_a_place_to_lead_to(client, bundled, code):
    import re

    text = client.get(f"/en/{PAGE}", {"code": code}).content.decode()

    wanted = set(re.findall(r'href="#(d-[a-z_]+)"', text))
    assert wanted
    assert wanted <= set(re.findall(r'id="(d-[a-z_]+)"', text))


@pytest.mark.parametrize(
    ("language", "named", "place", "ours"),
    [
        ("en", "Named by", "sec. 2(d)", "Our choice:</span> Battery of portable devices"),
        ("es", "Lo nombra", "sec. 2(d)", "Elección nuestra:</span> Batería de los equipos portátiles"),
    ],
)
def test_a_listed_product_says_who_names_it_and_where_or_why_we_do(
    client, bundled, language, named, place, ours
):
    text = client.get(f"/{language}/{PAGE}", {"code": "850760"}).content.decode()

    assert named in text
    assert f'href="/{language}/studies/lists/batteries/#doc-executive-order-14272">' in text
    assert "Executive Order 14272 of April 15, 2025" in text or "Orden Ejecutiva 14272" in text
    assert place in text
    assert ours in text


def test_the_answer_has_the_citation_of_each_list(hled: Run):
    listed = {each["id"]: each for each in hled("product", "850760", "--format", "json").json["listed"]}

    assert listed["batteries"]["document"] == "executive-order-14272"
    assert listed["batteries"]["at_en"] == "sec. 2(d)"
    assert not listed["batteries"]["our_choice"]
    assert listed["ict"]["our_choice"]
    assert listed["ict"]["document"] is None


@pytest.mark.parametrize("code", ["850760", "8507", "semiconductors:materials"])
def test_every_figure_of_a_table_leads_to_a_definition_with_its_source(client, bundled, code):
    import re

    text = client.get(f"/en/{PAGE}", {"code": code}).content.decode()

    heads = re.findall(r'<th scope="col" class="num"[^>]*>(.*?)</th>', text)
    assert heads
    assert [each for each in heads if 'href="#d-' not in each] == []
    defined = re.findall(r'<details id="d-\w+">(.*?)</details>', text, re.DOTALL)
    assert len(defined) > 40
    assert all('class="source"' in each for each in defined)


@pytest.mark.parametrize(
    ("external", "words"),
    [
        ("outside:USMCA", "external suppliers: outside North America"),
        ("one:CHN", "external suppliers: China alone"),
        ("outside:CAN,GBR", "external suppliers: outside Canada and the United Kingdom"),
    ],
)
def test_external_suppliers_are_said_in_words(client, bundled, external, words):
    text = client.get(f"/en/{PAGE}", {"code": "850760", "external": external}).content.decode()

    heading = text.split("<h1>")[1].split("</h1>")[0]
    assert words in heading
    assert words in text.split("<caption>")[1].split("</caption>")[0]


def test_a_group_lists_its_products_with_their_ranks_and_pages(client, bundled):
    text = client.get(f"/en/{PAGE}", {"code": "semiconductors:materials"}).content.decode()

    assert "products in it" in text
    assert f"/en/{PAGE}?code=381800" in text


def test_a_list_in_the_address_is_asked_as_a_code(client, bundled):
    answer = client.get(f"/en/{PAGE}", {"list": "semiconductors:materials", "partner": "CAN"})

    assert answer.status_code == 302
    assert answer["Location"] == f"/en/{PAGE}?code=semiconductors%3Amaterials&partner=CAN"


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [
        ("en", "lithium ion", "850760"),
        ("es", "acumuladores de litio", "850760"),
        ("es", "circuitos integrado", "8542"),
    ],
)
def test_words_find_products_without_a_script(client, bundled, language, words, code):
    text = client.get(f"/{language}/{PAGE}", {"code": words}).content.decode()

    assert f'href="/{language}/{PAGE}?code={code}"' in text


def test_words_that_no_name_has_say_what_to_do_next(client, bundled):
    text = client.get(f"/en/{PAGE}", {"code": "qqqzzz <b>"}).content.decode()

    assert "No name has these words" in text
    assert "<b>" not in text.partition("<main")[2].partition("</main")[0].replace("<b>hled</b>", "")
    assert f"/en/{PAGE}?code=semiconductors" in text


@pytest.mark.parametrize(
    ("code", "rule"), [("85076", "SC-41"), ("9801", "SC-42"), ("851712", "SC-43"), ("010231", "SC-44")]
)
def test_a_wrong_code_is_answered_by_the_problem_page(client, bundled, code, rule):
    answer = client.get(f"/es/{PAGE}", {"code": code})

    assert answer.status_code == 400
    assert rule in answer.content.decode()


def test_what_changes_the_question_stays_in_the_links(client, bundled):
    text = client.get(f"/en/{PAGE}", {"code": "850760", "external": "one:CHN"}).content.decode()

    assert f"/en/{PAGE}?code=8507&amp;external=one%3ACHN" in text
    assert "hled product 850760 --external one:CHN" in text


def test_a_kept_product_is_shown_with_its_suppliers(client, bundled):
    study = keep_study(kind="product", given={"code": "850760"}, home=HOME, at=bundled)

    view = stored_study(study.id, ask(), home=HOME)
    text = client.get(f"/en/studies/{study.id}/").content.decode()
    assert view.study.kind == "product"
    assert "China" in text
    assert f"/en/{PAGE}?code=850760" in text
