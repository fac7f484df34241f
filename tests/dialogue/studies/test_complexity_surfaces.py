"""Capability and complexity on the command line, over the interface for programs, and as a page."""

import csv
import io
import re

import jsonschema
import pytest
from tests.dialogue.studies.making_worlds import add_world

from hled.dialogue.studies.services import keep_study
from hled.dialogue.studies.web.asking import HOME
from hled.project.schemas import published_schema

pytestmark = [pytest.mark.one_store, pytest.mark.filterwarnings("ignore:No directory at")]

IN_THE_MARKET = {
    "en": "apability shown in the U.S. market",
    "es": "apacidad mostrada en el mercado de EE. UU.",
}


@pytest.fixture
def world(hled, tmp_path):
    add_world(tmp_path, tmp_path / "home")
    return ("--world", "made-world", "--exports", "0", "--trade", "0", "--ubiquity", "1")


def told(text):
    return " ".join(text.split())


@pytest.mark.parametrize("of", ["countries", "products"])
def test_an_answer_satisfies_its_schema(hled, world, of):
    ran = hled("complexity", "--of", of, *world, "--format", "json")

    assert ran.code == 0
    jsonschema.Draft202012Validator(published_schema("complexity")).validate(ran.json)
    assert {each["level"] for each in ran.json["items"]} == {of.replace("ies", "y").replace("ts", "t")}


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("of", ["countries", "products"])
def test_the_terminal_shows_everything_in_its_width(hled, world, monkeypatch, columns, language, of):
    monkeypatch.setenv("COLUMNS", columns)

    ran = hled("complexity", "--of", of, *world, "--lang", language)

    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= int(columns)
    said = told(ran.out)
    for each in {
        "en": ("The sample", "Eigenvalues", "atlas"),
        "es": ("La muestra", "Valores propios", "atlas"),
    }[language]:
        assert each in said


def test_rows_can_be_a_sheet(hled, world):
    ran = hled("complexity", "--of", "products", *world, "--top", "5", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(rows) == 5
    assert {"pci", "ubiquity", "q", "rca", "density", "cog", "has"} <= rows[0].keys()


def test_the_market_and_what_was_left_out_are_named_in_the_terminal(hled):
    ran = hled("complexity", "--of", "products", "--list", "semiconductors", "--only", "lacks", "--top", "3")

    said = told(ran.out)
    assert IN_THE_MARKET["en"] in said
    assert "purchases of this market below the minimum" in said
    assert "CX-15" in said


@pytest.mark.parametrize(
    ("options", "code", "left"),
    [
        (("--partner", "MXE"), "CX-14", 2),
        (("--without", "ZZZ"), "CX-14", 2),
        (("--population", "5"), "CX-09", 2),
        (("--convention", "oec"), "CL-01", 2),
        (("--world", "nothing"), "TR-01", 2),
        (("--trade", "99999999999"), "CX-10", 1),
    ],
)
def test_what_is_refused_exits_with_its_rule(hled, world, options, code, left):
    ran = hled("complexity", *world, *options, "--format", "json")

    assert ran.code == left
    assert [each["code"] for each in ran.json["findings"]] == [code]


def test_the_endpoint_gives_what_the_command_gives(client, bundled, hled):
    given = {"of": "products", "list": "8542", "top": "4", "sort": "trade"}

    answer = client.get("/api/v1/complexity", given)
    sheet = client.get("/api/v1/complexity", {**given, "format": "csv"}).content.decode()
    ran = hled(
        "complexity",
        *(part for name, value in given.items() for part in (f"--{name}", value)),
        "--format",
        "json",
    )

    assert answer.status_code == 200
    jsonschema.Draft202012Validator(published_schema("complexity")).validate(answer.json())
    assert answer.json()["items"] == ran.json["items"]
    assert [each["code"] for each in csv.DictReader(io.StringIO(sheet))] == [
        each["code"] for each in ran.json["items"]
    ]


def test_before_the_table_was_public_nothing_is_shown(client, bundled):
    page = client.get("/en/studies/complexity/", {"as_of": "2024-12-31"})
    answer = client.get("/api/v1/complexity", {"as_of": "2024-12-31"})

    assert "Density" not in page.content.decode()
    assert (page.status_code, answer.status_code) == (200, 404)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_names_the_market_in_title_and_captions(client, bundled, language):
    text = client.get(f"/{language}/studies/complexity/", {"list": "semiconductors"}).content.decode()

    heads = re.findall(r"<(?:h1|h2|caption)[^>]*>(.*?)</(?:h1|h2|caption)>", text, re.DOTALL)
    assert sum(IN_THE_MARKET[language] in each for each in heads) >= 6
    assert text.count("chart-wide") == 2
    assert "φ_pq = (M′M)_pq / max(k_p, k_q)" in text
    assert "hled complexity --list semiconductors" in text
    assert "format=csv" in text


def test_the_page_shows_the_sample_and_what_it_left_out(client, bundled):
    text = client.get("/en/studies/complexity/", {"without": "RUS,KWT"}).content.decode()

    assert "Left out by name: RUS, KWT." in text
    assert "Exporters: named by the sample" in text
    assert "Products: purchases of this market below the minimum" in text


@pytest.mark.parametrize("of", ["countries", "products"])
def test_every_figure_of_the_page_leads_to_its_definition_and_source(client, bundled, of):
    text = client.get("/en/studies/complexity/", {"of": of, "list": "semiconductors"}).content.decode()

    heads = re.findall(r'<th scope="col" class="num"[^>]*>(.*?)</th>', text)
    unlinked = [each for each in heads if 'href="#d-' not in each]
    assert set(unlinked) <= {"No.", "Left out"}
    defined = dict(re.findall(r'<details id="(d-\w+)">(.*?)</details>', text, re.DOTALL))
    assert set(re.findall(r'href="#(d-\w+)"', text)) <= defined.keys()
    assert all("U.S. imports for consumption" in each for each in defined.values())
    assert "Hidalgo" in defined["d-density"]


def test_the_country_asked_for_stays_open_and_the_others_fold(client, bundled):
    text = client.get("/en/studies/complexity/").content.decode()
    countries = text.split('id="figures"')[1].split("</section>")[0]
    opened, _, folded = countries.partition("<details>")

    assert opened.count("<tr") == 1 + 12 + 1
    assert '<tr class="chosen">' in opened
    assert "Mexico" in opened
    assert "Mexico" not in folded
    assert folded.count("<tr") == 1 + 37


def test_density_is_a_share_on_every_page(client, bundled):
    complexity = client.get("/en/studies/complexity/", {"of": "products", "list": "850760"}).content.decode()

    assert re.search(r'data-head="Density">\d+\.\d\u202f%<', complexity)


@pytest.mark.parametrize(
    ("query", "opened"), [({}, False), ({"ubiquity": "3"}, True), ({"convention": "growth_lab"}, True)]
)
def test_convention_and_sample_are_folded_until_someone_changes_them(client, bundled, query, opened):
    text = client.get("/en/studies/complexity/", query).content.decode()

    fold = '<details class="whole" open>' if opened else '<details class="whole">'
    assert f"{fold}<summary>Convention and sample</summary>" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Mexico has 0 of 1 product with advantage"), ("es", "México tiene 0 de 1 producto con ventaja")],
)
def test_one_product_is_said_in_the_singular(client, bundled, language, said):
    text = client.get(
        f"/{language}/studies/complexity/", {"of": "products", "list": "850760"}
    ).content.decode()

    assert said in text


def test_the_page_counts_rows_of_products(client, bundled):
    text = client.get(
        "/en/studies/complexity/", {"of": "products", "list": "8542", "only": "lacks"}
    ).content.decode()

    rows = text.split('id="figures"')[1].split("</table>")[0]
    assert "● yes" not in rows
    assert "○ no" in rows
    assert ">854231<" in rows


def test_a_wrong_question_on_the_page_is_answered_by_the_problem_page(client, bundled):
    answer = client.get("/es/studies/complexity/", {"partner": "DEU"})

    assert answer.status_code == 400
    assert "CX-14" in answer.content.decode()


def test_a_kept_study_has_its_picture(client, bundled):
    study = keep_study(kind="complexity", given={"list": "8542", "top": "5"}, home=HOME, at=bundled)

    text = client.get(f"/en/studies/{study.id}/").content.decode()

    assert study.says_en in text
    assert "Fitness of a country" in text
    assert "/en/studies/complexity/?" in text
