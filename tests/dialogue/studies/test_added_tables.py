"""Trade tables of a user's own on the command line, over the interface for programs and on the pages."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.dialogue.studies.making_markets import add_baci, add_plain, plain_rows

from hled.dialogue.studies.domain.screening.lacking import NEEDED
from hled.dialogue.studies.services import keep_study
from hled.project.schemas import PUBLISHED

pytestmark = [pytest.mark.one_store, pytest.mark.filterwarnings("ignore:No directory at")]
BATTERIES = "850760"


@pytest.fixture
def added(hled: Any, tmp_path: Path) -> Any:
    """The command, in an installation with a file of BACI."""
    add_baci(tmp_path / "file", tmp_path / "home")
    return hled


@pytest.fixture
def site(bundled: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site in an installation of its own, for what is added to the common one is there for every other test."""
    home = tmp_path / "site"
    for name in (
        "api",
        *(f"web.{each}" for each in ("asking", "complexity", "of_trade", "pages", "product", "screen")),
    ):
        monkeypatch.setattr(f"hled.dialogue.studies.{name}.HOME", home)
    return home


@pytest.fixture
def on_site(site: Path, tmp_path: Path) -> str:
    """The name of a table that the site has; older than the bundled one, which stays the newest."""
    add_baci(tmp_path, site, id="made-on-site", year=2021)
    return "made-on-site"


def told(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("importer", ["USA", "CRI"])
@pytest.mark.parametrize(
    "question", [("screen", "--base", "16"), ("product", BATTERIES), ("product", "8507")]
)
def test_answers_of_an_added_table_satisfy_their_schema(added, question, importer):
    ran = added(*question, "--table", "baci", "--importer", importer, "--format", "json")

    assert ran.code == 0
    jsonschema.Draft202012Validator(PUBLISHED[question[0]].as_json()).validate(ran.json)
    assert {each["needs"] for each in ran.json["lacking"]} <= set(NEEDED)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_screen_of_another_importer_says_what_it_could_not_compute(added, language):
    ran = added("screen", "--table", "baci", "--importer", "CRI", "--base", "16", "--lang", language)

    said = told(ran.out)
    assert ran.code == 0
    assert {"en": "in the market of Costa Rica", "es": "en el mercado de Costa Rica"}[language] in said
    for needs in ("duties", "tariff_changes", "industry_accounts", "freight"):
        assert NEEDED[needs].in_language(language) in said
    assert {"en": "Capability is read among 15 of 15 exporters", "es": "La capacidad se lee entre 15 de 15"}[
        language
    ] in said


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_product_of_another_importer_has_no_column_of_dashes(added, monkeypatch, columns, language):
    monkeypatch.setenv("COLUMNS", columns)

    ran = added("product", BATTERIES, "--table", "baci", "--importer", "CRI", "--lang", language)

    said = told(ran.out)
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= int(columns)
    assert " – " not in told(ran.out.split("\n\n")[2])
    for needs in ("duties", "tariff_changes", "industry_accounts", "freight", "elasticities"):
        assert NEEDED[needs].in_language(language) in said
    assert "Chihuahua" not in said
    assert {"en": "U.S. market", "es": "mercado de EE. UU."}[language] not in said.partition("Method")[0]


def test_without_a_table_the_newest_that_has_the_importer_is_asked(added, tmp_path):
    add_plain(tmp_path, tmp_path / "home", plain_rows("CRI"), id="newer", year=2025)

    asked = ("product", BATTERIES, "--format", "json")

    found = {
        importer: added(*asked, "--importer", importer, "--partner", partner).json["tables"][0]["id"]
        for importer, partner in (("USA", "MEX"), ("CRI", "MEX"), ("MEX", "CRI"))
    }

    assert found == {"USA": "us-imports-2024", "CRI": "newer", "MEX": "baci"}


def test_the_order_of_an_added_table_can_be_kept_and_is_the_same_again(added):
    first = added(
        "screen", "--table", "baci", "--importer", "CRI", "--base", "16", "--keep", "--format", "json"
    )
    again = added("screen", "--table", "baci", "--importer", "CRI", "--base", "16", "--format", "json")

    assert first.json["stored"]
    assert again.json["result_digest"] == first.json["result_digest"]


@pytest.mark.parametrize(
    ("given", "code", "exits"),
    [
        (("screen", "--partner", "SWE"), "TD-05", 2),
        (("screen", "--importer", "DEU"), "TR-16", 1),
        (("screen", "--importer", "XQZ"), "TR-15", 1),
        (("screen", "--only", "ease"), "SC-33", 2),
        (("screen", "--world", "nowhere"), "TR-01", 2),
        (("product", BATTERIES, "--partner", "SWE"), "TD-05", 2),
        (("product", BATTERIES, "--importer", "DEU"), "TR-16", 1),
        (("complexity", "--partner", "SWE"), "CX-14", 2),
        (("complexity", "--importer", "CRI"), "CX-10", 1),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_an_added_table_cannot_answer_is_refused_with_rule_place_found_and_remedy(
    added, given, code, exits, language
):
    spoken = added(*given, "--table", "baci", "--lang", language)
    (finding,) = added(*given, "--table", "baci", "--format", "json").json["findings"]

    assert (spoken.code, finding["code"], spoken.out) == (exits, code, "")
    assert finding["place"]
    for name in ("says", "found", "remedy"):
        assert told(finding[f"{name}_{language}"]) in told(spoken.err)


def test_complexity_of_a_small_market_says_how_many_reach_the_minimum(added):
    (finding,) = added("complexity", "--table", "baci", "--importer", "CRI", "--format", "json").json[
        "findings"
    ]
    asked = added("complexity", "--table", "baci", "--importer", "CRI", "--exports", "1000000")

    assert finding["found_en"].startswith("0 of 15 exporters")
    assert "1,000,000,000" in finding["found_en"]
    assert asked.code == 0
    assert "apability shown in the market of Costa Rica" in told(asked.out)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_of_a_product_of_another_importer_says_what_each_part_needs(client, on_site, language):
    given = {"code": BATTERIES, "table": on_site, "importer": "CRI"}
    text = client.get(f"/{language}/studies/product/", given).content.decode()

    for needs in ("duties", "tariff_changes", "industry_accounts", "freight", "elasticities"):
        assert NEEDED[needs].in_language(language) in text
    assert {"en": "Observed duty</a></th>", "es": "Arancel observado</a></th>"}[language] not in text
    assert "Chihuahua" not in text
    assert {"en": "market of Costa Rica", "es": "mercado de Costa Rica"}[language] in text
    main = text.partition("<main")[2].partition('id="method"')[0]
    assert {"en": "shown in the U.S. market", "es": "mercado de EE. UU."}[language] not in main


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_of_a_screen_without_duties_has_no_column_of_them(client, on_site, language):
    given = {"table": on_site, "importer": "CRI", "base": "16", "top": "20"}
    text = client.get(f"/{language}/studies/screen/", given).content.decode()

    heads = text.partition('<table class="records screened">')[2].partition("</thead>")[0]
    assert 'href="#d-advantage"' in heads
    assert 'href="#d-duty_gap"' not in heads
    assert 'href="#d-jobs_at_stake"' not in heads
    for needs in ("duties", "tariff_changes", "industry_accounts", "freight"):
        assert NEEDED[needs].in_language(language) in text
    wanted = set(re.findall(r'href="#(d-[a-z_]+)"', text))
    assert wanted <= set(re.findall(r'id="(d-[a-z_]+)"', text))


def test_links_of_a_page_keep_the_importer_and_a_table_that_is_not_its_newest(
    client, site, on_site, tmp_path
):
    add_plain(tmp_path, site, plain_rows("CRI"), id="newest-on-site", year=2023)
    kept = f"importer=CRI&amp;table={on_site}"
    given = {"table": on_site, "importer": "CRI", "base": "16"}

    rows = client.get("/en/studies/screen/", given).content.decode()
    groups = client.get("/en/studies/screen/", {**given, "by": "chapter"}).content.decode()
    product = client.get("/en/studies/product/", {**given, "code": BATTERIES, "base": ""}).content.decode()

    assert re.search(rf'/en/studies/product/\?code=\d{{6}}&amp;{kept}"', rows)
    assert re.search(rf'/en/studies/product/\?code=\d\d&amp;{kept}"', groups)
    assert f"/en/studies/product/?code=8507&amp;{kept}" in product
    assert f"/en/studies/screen/?{kept}&amp;list=8507" in product or f"list=8507&amp;{kept}" in product


def test_the_usual_table_is_not_spelled_out_in_links(client, bundled):
    text = client.get("/en/studies/product/", {"code": BATTERIES}).content.decode()

    assert 'href="/en/studies/product/?code=8507"' in text


def test_every_form_of_a_question_about_trade_asks_for_importer_table_and_world(client, on_site):
    for page in ("screen/?base=16&top=20", f"product/?code={BATTERIES}", "complexity/?exports=0"):
        text = client.get(f"/en/studies/{page}&table={on_site}&importer=CRI").content.decode()

        assert 'name="importer" value="CRI"' in text
        assert f'<option value="{on_site}" selected>' in text
        assert 'name="world"' in text


@pytest.mark.parametrize("page", ["screen", "product"])
def test_a_table_of_four_digits_is_answered_by_the_problem_page(client, site, tmp_path, page):
    rows = {(each[1], each[2][:4]): (*each[:2], each[2][:4], each[3]) for each in plain_rows("USA")}
    add_plain(tmp_path, site, [*rows.values()], id="of-four", year=2021)
    given = {"table": "of-four", **({"code": "8507"} if page == "product" else {})}

    answer = client.get(f"/es/studies/{page}/", given)
    data = client.get(f"/api/v1/{page}", given)

    assert (answer.status_code, data.status_code) == (400, 400)
    assert "SC-38" in answer.content.decode()
    assert data.json()["findings"][0]["code"] == "SC-38"


def test_a_kept_screen_of_an_added_table_is_shown(client, on_site, site, bundled):
    given = {"table": on_site, "importer": "CRI", "base": "16", "top": "5"}
    study = keep_study(kind="screen", given=given, home=site, at=bundled)

    text = client.get(f"/en/studies/{study.id}/").content.decode()

    assert "Costa Rica" in text
    assert f"table={on_site}" in text
