"""The three questions of an analyst in one command each, the lists, the API, the pages, and a kept screen."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from hled.dialogue.meetings.queries.answers import agenda_answer
from hled.dialogue.studies.queries.answering import answer_anew, answer_to, known_answer
from hled.dialogue.studies.queries.studies import State, stored_study
from hled.dialogue.studies.services import keep_study, run_again, send_to_agenda
from hled.interfaces.asked import ask
from hled.kernel.rule import BrokenRuleError
from hled.project.schemas import PUBLISHED
from hled.sources.trade import trade_entry

pytestmark = [pytest.mark.one_store, pytest.mark.filterwarnings("ignore:No directory at")]
Run = Callable[..., Any]
SMALL = {"list": "semiconductors,medical-supplies:medical-devices", "base": "16"}


def test_which_products_come_mostly_from_one_distant_supplier_while_mexico_sells_something_close(hled: Run):
    ran = hled("screen", "--only", "one_distant_supplier", "--base", "16", "--top", "5")

    assert ran.code == 0
    assert "of the runs and among the first 20 in" in ran.out
    assert "Main supplier" in ran.out
    assert "What moves the order" in ran.out
    assert "not a forecast" in ran.out


def test_the_ten_most_robust_openings_in_semiconductors_and_medical_devices_and_why(hled: Run):
    options = (
        "--list",
        SMALL["list"],
        "--only",
        "openings",
        "--sort",
        "robust",
        "--top",
        "10",
        "--base",
        "16",
    )
    found = hled("screen", *options, "--format", "json").json

    assert len(found["items"]) == 10
    assert {each["area"] for each in found["items"]} <= {"expand", "build", "ease"}
    assert [each["high"] for each in found["items"]] == sorted(each["high"] for each in found["items"])
    assert all(each["says_en"] and each["says_es"] and each["top20"] for each in found["items"])
    assert [each["id"] for each in found["lists"]] == ["semiconductors", "medical-supplies"]


def test_what_changes_if_tariff_relief_weighs_nothing(hled: Run):
    ran = hled("--lang", "es", "screen", "--compare", "relief=0", "--base", "16", "--top", "5")

    assert ran.code == 0
    assert "Alivio arancelario 0" in ran.out
    assert "Spearman" in ran.out
    assert "Entran a los primeros 20" in ran.out


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_screen_fits_the_terminal(hled: Run, monkeypatch: pytest.MonkeyPatch, width: str):
    monkeypatch.setenv("COLUMNS", width)

    out = hled("screen", "--list", "semiconductors", "--base", "16", "--top", "5").out

    assert max(map(len, out.splitlines())) <= int(width)
    assert "Build capability one step away" in " ".join(out.split())


def test_a_screen_prints_a_sheet(hled: Run):
    ran = hled("screen", "--list", "semiconductors", "--base", "16", "--top", "0", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(rows) > 50
    assert {"rank", "low", "high", "top20", "area", "says_es"} <= rows[0].keys()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("screen --list semiconducter", "SC-09"),
        ("screen --list medical-supplies:device", "SC-10"),
        ("screen --list 7777", "SC-31"),
        ("screen --weights relief=-1", "RK-01"),
        ("screen --weights wind=1", "SC-21"),
        ("screen --weights need=0,capability=0,market=0,relief=0,stake=0,places=0", "RK-01"),
        ("screen --compare wind=1", "SC-21"),
        ("screen --base 100", "SQ-01"),
        ("screen --table nope", "TR-01"),
        ("screen --partner ATL", "TD-05"),
        ("lists show energi", "SC-09"),
    ],
)
def test_what_cannot_be_asked_exits_2_with_its_rule(hled: Run, command: str, code: str):
    ran = hled(*command.split(), "--format", "json")

    assert ran.code == 2
    assert [each["code"] for each in ran.json["findings"]] == [code]


@pytest.mark.parametrize(
    ("command", "code"), [("screen --weights nowhere.yaml", "SC-22"), ("lists add nowhere.yaml", "SC-01")]
)
def test_a_file_that_cannot_be_read_exits_1_with_its_rule(hled: Run, command: str, code: str):
    ran = hled(*command.split(), "--format", "json")

    assert ran.code == 1
    assert [each["code"] for each in ran.json["findings"]] == [code]


def test_a_near_list_is_suggested(hled: Run):
    assert "semiconductors" in hled("screen", "--list", "semiconducter").err


def test_the_document_of_weights_is_printed_to_start_from_and_read_back(hled: Run, tmp_path: Path):
    changed = hled("screen", "--show-weights", "--weights", "relief=0").out
    own = tmp_path / "own.yaml"
    own.write_text(changed, encoding="utf-8")

    by_file = hled("screen", "--list", "semiconductors", "--base", "16", "--weights", own, "--format", "json")
    by_text = hled(
        "screen", "--list", "semiconductors", "--base", "16", "--weights", "relief=0", "--format", "json"
    )

    assert all(each["reason"]["es"] for each in yaml.safe_load(changed)["pillars"])
    assert by_file.json["params"]["weights"] == "relief=0"
    assert by_file.json["items"] == by_text.json["items"]
    assert yaml.safe_load(hled("screen", "--show-weights").out)["pillars"][3]["weight"] == 0.1


def test_the_lists_are_shown_with_documents_and_our_choices(hled: Run):
    every = hled("lists", "list", "--format", "json").json["items"]
    one = hled("lists", "show", "semiconductors", "--format", "json").json
    drawn = hled("--lang", "es", "lists", "show", "semiconductors").out

    assert len(every) == 11
    assert all(each["products"] == each["cited"] + each["our_choice"] for each in every)
    assert len(one["items"]) == one["list"]["products"]
    assert all(each["reason_en"] and each["reason_es"] for each in one["items"])
    assert all(bool(each["document"]) is not each["our_choice"] for each in one["items"])
    assert "elección nuestra" in drawn


def test_a_list_of_ones_own_is_added_screened_and_asks_anew_when_it_changes(hled: Run, tmp_path: Path):
    source = Path(__file__).parents[3] / "src/hled/dialogue/studies/domain/screening/lists/batteries.yaml"
    text = source.read_text(encoding="utf-8").replace("id: batteries", "id: my-list", 1)
    own = tmp_path / "own.yaml"
    own.write_text(text, encoding="utf-8")
    ask_it = ("screen", "--list", "my-list", "--base", "16", "--format", "json")

    added = hled("lists", "add", own)
    first = hled(*ask_it).json["lists"][0]["digest"]
    own.write_text(text.replace("version: '1'", "version: '2'", 1), encoding="utf-8")
    hled("lists", "add", own)
    second = hled(*ask_it).json["lists"][0]["digest"]

    assert added.code == 0
    assert "hled screen --list my-list" in added.out
    assert first != second


def test_an_answer_with_findings_is_kept_for_the_next_process(tmp_path: Path):
    assert known_answer("screen", SMALL, home=tmp_path) is None

    first = answer_to("screen", SMALL, home=tmp_path)

    kept = known_answer("screen", SMALL, home=tmp_path)
    assert kept is not None
    assert kept.digest == first.digest
    assert [each.as_json() for each in kept.result.findings] == [
        each.as_json() for each in first.result.findings
    ]


def test_running_again_gives_the_same_digits(tmp_path: Path):
    assert (
        answer_to("screen", SMALL, home=tmp_path).digest == answer_anew("screen", SMALL, home=tmp_path).digest
    )


def test_a_kept_screen_is_sent_with_its_action_area_and_probability_in_both_languages(
    bundled, tmp_path: Path
):
    study = keep_study(kind="screen", given=SMALL, home=tmp_path, at=bundled)
    rerun = run_again(id=study.id, home=tmp_path, at=bundled)
    send_to_agenda(id=study.id, by="Supply Chain Working Group", at=bundled)

    (item,) = agenda_answer(ask()).extras["proposed"]
    first = study.result["items"][0]
    assert rerun.same
    assert first["area_en"].lower() in item["reason_en"]
    assert first["area_es"].lower() in item["reason_es"]
    assert "among the first 20 in" in item["reason_en"]
    assert "entre los primeros 20 en" in item["reason_es"]
    assert stored_study(study.id, ask(), home=tmp_path).state is State.CURRENT


def test_sq_04_a_kept_screen_is_out_of_date_when_its_trade_table_changes(bundled, tmp_path: Path):
    study = keep_study(kind="screen", given=SMALL, home=tmp_path, at=bundled)
    assert study.tables[-1]["digest"] == trade_entry("us-imports-2024", tmp_path).digest
    study.tables[-1]["edition"] = "0" * 64
    study.save()

    found = stored_study(study.id, ask(), home=tmp_path)

    assert found.state is State.OUT_OF_DATE
    assert [each.rule.code for each in found.findings] == ["SQ-04"]


@pytest.mark.parametrize(
    "path",
    [
        "screen?list=semiconductors&base=16",
        "screen?list=semiconductors&base=16&by=stage",
        "screen?list=semiconductors&compare_list=batteries&base=16",
        "lists",
        "lists/medical-supplies",
    ],
)
def test_every_answer_satisfies_its_published_schema(bundled, client, path: str):
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == 200
    answer = response.json()
    jsonschema.Draft202012Validator(PUBLISHED[answer["schema"].split(":")[3]].as_json()).validate(answer)
    sheet = client.get(f"/api/v1/{path}{'&' if '?' in path else '?'}format=csv")
    assert len(list(csv.DictReader(io.StringIO(sheet.content.decode())))) == len(answer["items"])


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("screen?list=semiconducter", 400, "SC-09"),
        ("screen?weights=relief%3D-1", 400, "RK-01"),
        ("screen?by=color", 400, "PG-02"),
        ("screen?base=100", 400, "SQ-01"),
        ("screen?as_of=2024-12-31", 404, "PG-01"),
        ("lists/energi", 404, "SC-09"),
    ],
)
def test_errors_of_the_api_say_the_rule(bundled, client, path: str, status: int, code: str):
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == status
    assert [each["code"] for each in response.json()["findings"]] == [code]


@pytest.mark.parametrize(("language", "word"), [("en", "not a forecast"), ("es", "no un pronóstico")])
def test_the_page_shows_answer_pictures_definitions_and_command(bundled, client, language: str, word: str):
    query = {**SMALL, "top": "20"}
    text = client.get(f"/{language}/studies/screen/", query).content.decode()

    assert word in text
    assert text.count("chart-wide") == 4
    assert "<title>1. " in text
    assert 'id="d-top20"' in text
    assert f"/{language}/studies/product/?code=" in text
    assert "hled screen --list semiconductors,medical-supplies:medical-devices" in text
    assert "format=csv" in text
    assert "SC-32" in text


def page_of(client: Any, path: str, **query: str) -> str:
    return str(client.get(f"/{path}", query).content.decode())


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"list": "semiconductors", "by": "stage"}, "semiconductors%3Aparts"),
        ({"list": "8541,8542", "by": "heading"}, "8542"),
        ({"list": "8541,8542", "by": "chapter"}, "85"),
        ({"list": "8541,8542"}, "854231"),
    ],
)
def test_a_row_leads_to_the_page_of_its_product_or_group(bundled, client, query: dict[str, str], code: str):
    text = page_of(client, "en/studies/screen/", **query, base="16")
    rows = text.split('id="figures"')[1].split("</table>")[0]

    assert f'<th scope="row"><a href="/en/studies/product/?code={code}">' in rows
    assert "/en/studies/screen/?list=" not in rows
    assert client.get(f"/en/studies/product/?code={code}").status_code == 200


def test_what_was_asked_and_the_day_stay_in_the_links_of_rows(bundled, client):
    query = {"list": "8542", "external": "one:CHN", "partner": "CAN", "as_of": "2026-06-30", "base": "16"}
    text = page_of(client, "en/studies/screen/", **query)

    assert (
        "/en/studies/product/?code=854231&amp;partner=CAN&amp;external=one%3ACHN&amp;as_of=2026-06-30" in text
    )


@pytest.mark.parametrize(
    ("language", "query", "said", "unsaid"),
    [
        ("en", "850760", "1 of 1 row.", "products stay out"),
        ("es", "850760", "1 de 1 fila.", "quedan fuera, porque"),
        ("en", "semiconductors", "1 product stays out", "1 products"),
        ("es", "semiconductors", "1 producto queda fuera", "1 productos"),
    ],
)
def test_one_is_said_in_the_singular(bundled, client, language: str, query: str, said: str, unsaid: str):
    text = page_of(client, f"{language}/studies/screen/", list=query, base="16")

    assert said in text
    assert unsaid not in text


def test_a_list_of_one_product_has_one_product(hled: Run):
    out = hled("screen", "--list", "850760", "--base", "16").out

    assert "1 of 1 row." in out
    assert "products stay out" not in out


@pytest.mark.parametrize(
    "query", [{}, {"compare": "relief=0"}, {"compare_list": "batteries"}, {"by": "stage"}]
)
def test_every_figure_leads_to_its_definition_and_source(bundled, client, query: dict[str, str]):
    text = page_of(client, "en/studies/screen/", list="semiconductors", base="16", **query)

    heads = re.findall(r'<th scope="col" class="num"[^>]*>(.*?)</th>', text)
    assert heads
    assert [each for each in heads if 'href="#d-' not in each] == []
    defined = dict(re.findall(r'<details id="(d-\w+)">(.*?)</details>', text, re.DOTALL))
    assert set(re.findall(r'href="#(d-\w+)"', text)) <= defined.keys()
    assert all('class="source"' in each and "{table}" not in each for each in defined.values())
    assert "U.S. imports for consumption" in defined["d-external_imports"]


def test_rows_beyond_the_first_stand_behind_a_fold(bundled, client):
    text = page_of(client, "en/studies/screen/", list="semiconductors", base="16", top="50")
    figures = text.split('id="figures"')[1].split("</section>")[0]
    opened, _, folded = figures.partition("<summary>30 more rows</summary>")

    assert opened.count('<tr><td class="num" data-head="Rank">') == 20
    assert folded.count('<tr><td class="num" data-head="Rank">') == 30


@pytest.mark.parametrize(
    ("language", "stage"), [("en", "1. Parts: quartz ware"), ("es", "1. Partes: cuarzo")]
)
def test_stages_are_told_apart_in_the_picture(bundled, client, language: str, stage: str):
    text = page_of(client, f"{language}/studies/screen/", list="semiconductors", by="stage", base="16")

    assert stage in text.split('id="lines"')[1].split("</section>")[0]


def test_stages_of_two_lists_are_told_apart_by_list_and_stage(bundled, client):
    text = page_of(client, "en/studies/screen/", list="semiconductors,batteries", by="stage", base="16")

    assert re.search(r"\d\. batteries:goods", text.split('id="lines"')[1].split("</section>")[0])


def test_beside_another_list_no_row_is_said_to_leave_the_first_20(bundled, client):
    lists = page_of(client, "en/studies/screen/", list="semiconductors", compare_list="batteries", base="16")
    weights = page_of(client, "en/studies/screen/", list="semiconductors", compare="relief=0", base="16")

    assert "Out of the first 20" not in lists
    assert "Out of the first 20" in weights
    assert re.search(r">\d′</", lists)
    assert not re.search(r">\d′</", weights)


def test_what_another_weighting_moves_leads_to_its_page(bundled, client):
    text = page_of(client, "en/studies/screen/", list="semiconductors", compare="relief=0", base="16")
    moves = text.split('id="agree"')[1].split("</section>")[0]

    assert re.search(r'<li><a href="/en/studies/product/\?code=\d{6}">[^<]+</a>', moves)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("By: product (6 digits)", "Only: all", "Least imports: 1,000,000", "Seed: 20210909")),
        ("es", ("Por: producto (6 dígitos)", "Solo: todos", "Importaciones mínimas: 1,000,000")),
    ],
)
def test_parameters_are_said_in_words(bundled, client, language: str, said: tuple[str, ...]):
    text = page_of(client, f"{language}/studies/screen/", list="8542", base="16")

    assert [each for each in said if each not in text] == []


def test_the_spanish_name_of_a_heading_does_not_repeat_the_code_beside_it(bundled, client):
    text = page_of(client, "es/studies/screen/", list="8542", base="16")
    rows = text.split('id="figures"')[1].split("</table>")[0]

    assert "854231" in rows
    assert "8542.31" not in rows
    assert "(8542.31) (854231)" not in text


@pytest.mark.parametrize(
    "page", ["screen/?list=8542&base=16", "product/?code=854231", "complexity/?list=8542"]
)
@pytest.mark.parametrize(
    ("language", "said"), [("en", "differ a little from these"), ("es", "difieren un poco de estas")]
)
def test_the_two_samples_are_set_side_by_side(bundled, client, page: str, language: str, said: str):
    text = client.get(f"/{language}/studies/{page}").content.decode()

    assert said in text
    assert "100,000" in text


def test_words_of_the_screen_are_not_those_of_other_rooms(bundled, client):
    text = page_of(client, "es/studies/screen/", list="8542", base="16")

    assert '<label for="p-by">Por</label>' in text
    assert '<a href="#d-effective">Efectivo</a>' in text
    assert "<dt>Descargar</dt>" in text
    assert "EE. UU.." not in text


def test_number_fields_stand_for_the_weights(bundled, client):
    query = {**SMALL, "w_need": "0.3", "w_relief": "0", "w_market": "0.15", "weights": "distance=0"}
    text = client.get("/en/studies/screen/", query).content.decode()

    assert "Distance of suppliers 0 and Tariff relief 0" in text
    assert 'name="weights" value="distance=0"' in text
    assert "--weights distance=0,relief=0" in text


@pytest.mark.parametrize(
    ("query", "used", "compared"),
    [
        ({}, {}, {}),
        ({"w_relief": "0", "c_stake": "0.5"}, {"relief": "0"}, {"stake": "0.5"}),
        (
            {"weights": "relief=0", "compare": "document"},
            {"relief": "0"},
            {
                "need": "0.3",
                "capability": "0.25",
                "market": "0.15",
                "relief": "0.1",
                "stake": "0.15",
                "places": "0.05",
            },
        ),
    ],
)
def test_number_fields_hold_what_differs_and_ask_for_the_same_again(
    bundled, client, query: dict[str, str], used: dict[str, str], compared: dict[str, str]
):
    text = page_of(client, "en/studies/screen/", list="8542", base="16", **query)
    fields = dict(re.findall(r'name="([wc]_\w+)" type="number"[^>]* value="([^"]*)"', text))
    filled = {name: value for name, value in fields.items() if value}
    again = page_of(client, "en/studies/screen/", list="8542", base="16", **filled)

    assert len(fields) == 12
    assert filled == {f"w_{name}": value for name, value in used.items()} | {
        f"c_{name}": value for name, value in compared.items()
    }
    assert re.findall("<h1>.*?</h1>", again) == re.findall("<h1>.*?</h1>", text)
    assert ('id="agree"' in again) == bool(compared)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"c_relief": "0"}, "What the second order changes"),
        ({"c_relief": "0.1", "weights": "relief=0"}, "the weights of the document"),
        ({"compare_list": "batteries"}, "The second list"),
    ],
)
def test_two_orders_stand_side_by_side(bundled, client, query: dict[str, str], said: str):
    assert said in client.get("/en/studies/screen/", {**SMALL, **query}).content.decode()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("w_relief=-1", "RK-01"),
        ("w_relief=lots", "SC-21"),
        ("w_wind=1", "SQ-01"),
        ("list=semiconducter", "SC-09"),
    ],
)
def test_a_wrong_question_is_answered_by_the_problem_page(bundled, client, query: str, code: str):
    answer = client.get(f"/es/studies/screen/?{query}")

    assert answer.status_code == 400
    assert code in answer.content.decode()


def test_before_the_imports_were_public_no_figure_is_shown(bundled, client):
    text = client.get("/en/studies/screen/", {"as_of": "2025-12-30"}).content.decode()

    assert "No trade table was public" in text
    assert (
        "/en/studies/screen/"
        not in client.get("/en/studies/", {"as_of": "2024-12-31"})
        .content.decode()
        .split('class="cards"')[1]
        .split("</ul>")[0]
    )


def test_the_pages_of_lists_have_reasons_and_citations(bundled, client):
    every = client.get("/es/studies/lists/").content.decode()
    one = client.get("/en/studies/lists/semiconductors/").content.decode()

    assert "/es/studies/lists/medical-supplies/" in every
    assert "our choice" in one
    assert "hundred-day-reviews" in one
    assert client.get("/en/studies/lists/energi/").status_code == 404


def test_a_kept_screen_has_its_own_page(bundled, client):
    from hled.dialogue.studies.web.asking import HOME

    study = keep_study(kind="screen", given=SMALL, home=HOME, at=bundled)
    text = client.get(f"/en/studies/{study.id}/").content.decode()

    assert study.says_en in text
    assert "Percent of the runs in which it is among the first 20" in text
    assert "/en/studies/screen/?" in text


def test_a_list_that_was_changed_by_hand_is_refused(tmp_path: Path):
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "own.yaml").write_text("id: own", encoding="utf-8")

    with pytest.raises(BrokenRuleError):
        answer_to("screen", {"list": "own"}, home=tmp_path)
