"""Every kind of bad input of the product-level screen: refused with rule, place, found and remedy, in both languages, and nothing kept."""

from pathlib import Path
from typing import Any

import pytest
from tests.sources.trade.files import plain

pytestmark = [pytest.mark.one_store, pytest.mark.filterwarnings("ignore:No directory at")]
HEADER = ("reporter", "partner", "flow", "period", "product", "edition", "value")
SOUND = ("USA", "CHN", "M", "2023", "854231", "HS2022", "300")


def row(**changes: str) -> tuple[str, ...]:
    return tuple({**dict(zip(HEADER, SOUND, strict=True)), **changes}.values())


def told(text: str) -> str:
    return " ".join(text.split())


ADDED = {
    "another edition": ([row(product="851712"), SOUND], "TR-10", "HS2017"),
    "another length": ([row(product="85423"), SOUND], "TR-09", "85423"),
    "two lengths": ([row(product="8542"), SOUND], "TR-09", "4: 1, 6: 1"),
    "a lost zero": ([row(product="10121"), SOUND], "TR-09", "10121"),
    "members above their group": (
        [row(partner="EU", value="10"), row(partner="SVK")],
        "TR-06",
        "EU 10 USD < SVK 300 USD",
    ),
    "a negative value": ([row(value="-100")], "TR-11", "-100"),
    "text for a value": ([row(value="many")], "TR-11", "many"),
    "no value": ([row(value="")], "TR-11", "missing"),
    "no partner": ([row(partner="")], "TR-12", "missing"),
    "an unknown country": ([row(partner="XQZ")], "TR-15", "XQZ"),
    "a flow that is none": ([row(flow="Q")], "TR-12", "Q"),
    "the same line twice": ([SOUND, SOUND], "TR-13", "2 lines"),
    "no rows": ([], "TR-16", "no rows"),
}


@pytest.mark.parametrize("what", ADDED)
def test_a_file_with_bad_input_is_refused_and_nothing_is_kept(hled: Any, tmp_path: Path, what: str):
    rows, code, found = ADDED[what]
    file = plain(tmp_path / "given.csv", *rows)

    ran = hled("trade", "add", file, "--format", "plain", "--format", "json")

    assert ran.code == 1
    finding = next(each for each in ran.json["findings"] if each["code"] == code)
    assert finding["place"].startswith("given.csv")
    assert found in finding["found_en"]
    assert finding["remedy_en"] != finding["remedy_es"]
    assert not [*(tmp_path / "home" / "trade").glob("**/*")]
    spoken = hled("trade", "add", file, "--format", "plain", "--lang", "es")
    assert told(finding["says_es"]) in told(spoken.err)
    assert told(finding["remedy_es"]) in told(spoken.err)


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        (
            [row(partner="EU", value="1000"), row(partner="SVK")],
            "TR-05",
            "SVK (300 USD) left out, EU counted",
        ),
        ([row(product="980100", value="100"), SOUND], "TR-07", "25.0%"),
    ],
)
def test_what_can_be_mended_by_leaving_out_is_left_out_and_said(hled: Any, tmp_path: Path, rows, code, said):
    ran = hled("trade", "add", plain(tmp_path / "given.csv", *rows), "--format", "plain", "--format", "json")

    assert ran.code == 0
    assert [
        each["found_en"] for each in ran.json["findings"] if each["code"] == code and said in each["found_en"]
    ]


def test_two_units_of_a_product_are_never_added_up(hled: Any, tmp_path: Path):
    rows = [(*SOUND, "5", "kg"), (*row(partner="MEX"), "3", "u")]
    file = plain(tmp_path / "given.csv", *rows, header=(*HEADER, "quantity", "unit"))

    added = hled("trade", "add", file, "--format", "plain", "--format", "json")
    asked = hled("product", "854231", "--table", "given", "--format", "json")

    assert {each["code"] for each in added.json["findings"]} == {"TR-14"}
    (fact,) = (each for each in asked.json["facts"] if each["code"] == "unit_value")
    assert (fact["value"], fact["needs"]) == (None, "quantities")


CALLS = (
    ("screen --list 851712", "SC-43", "list", "851713"),
    ("screen --list 85423", "SC-41", "list", "854231"),
    ("screen --list 8542310000", "SC-41", "list", "854231"),
    ("screen --list 9801", "SC-42", "list", "9801"),
    ("screen --list 123456", "SC-31", "list", "123456"),
    ("screen --list ,", "SC-31", "list", "semiconductors"),
    ("screen --list semicon", "SC-09", "list", "semiconductors"),
    ("screen --list semiconductors:good", "SC-10", "list", "goods"),
    ("screen --compare-list nolist", "SC-09", "list", "nolist"),
    ("screen --partner SVK", "TD-06", "us-imports-2024 partner", "SVK is inside EU"),
    ("screen --external outside:SVK", "TD-06", "external outside:SVK", "EU + SVK"),
    ("screen --external one:SVK", "TD-06", "external one:SVK", "EU + SVK"),
    ("screen --external outside:XQZ", "TD-05", "external outside:XQZ", "XQZ"),
    ("screen --external sideways", "TD-08", "external", "sideways"),
    ("screen --external one:MEX", "TD-07", "external", "0"),
    ("screen --partner XQZ", "TD-05", "us-imports-2024 partner", "XQZ"),
    ("screen --importer XQZ", "TR-15", "us-imports-2024: importer", "XQZ"),
    ("screen --importer MEX", "TR-16", "us-imports-2024: MEX M 2024", "no rows"),
    ("screen --weights need=-1", "RK-01", "need", "-1"),
    ("screen --weights need=much", "SC-21", "need", "much"),
    (
        "screen --weights need=0,capability=0,market=0,relief=0,stake=0,places=0",
        "RK-01",
        "weights",
        "all are 0",
    ),
    ("screen --weights nowhere.yaml", "SC-22", "nowhere.yaml", "there is no such file"),
    ("screen --compare need=-1", "RK-01", "need", "-1"),
    ("screen --list 690100 --only ease", "SC-33", "only", "ease"),
    (
        "screen --list 6901 --floor 1000000000",
        "RK-02",
        "products",
        "of 1 asked for, 1 bring less than 1.0 billion dollars",
    ),
    ("product 85076", "SC-41", "code", "850760"),
    ("product 9903", "SC-42", "code", "9903"),
    ("product 851712", "SC-43", "code", "851713"),
    ("product 123456", "TR-51", "code", "123456"),
    ("product 010231", "SC-44", "code", "010239"),
    ("product semicon", "SC-41", "code", "semiconductors"),
    ("product 850760 --partner SVK", "TD-06", "us-imports-2024 partner", "SVK is inside EU"),
    ("product 850760 --external outside:SVK", "TD-06", "external outside:SVK", "EU + SVK"),
    ("product 850760 --importer XQZ", "TR-15", "us-imports-2024: importer", "XQZ"),
    ("complexity --list 851712", "SC-43", "list", "851713"),
    ("complexity --list 9801", "SC-42", "list", "9801"),
    ("complexity --list nolist", "SC-09", "list", "semiconductors"),
    ("complexity --partner SVK", "CX-14", "partner", "SVK is inside EU"),
    ("complexity --without XQZ", "CX-14", "without", "XQZ"),
    ("complexity --importer XQZ", "TR-15", "us-imports-2024: importer", "XQZ"),
)


@pytest.mark.parametrize(("command", "code", "place", "found"), CALLS)
def test_a_question_with_bad_input_is_refused_with_rule_place_found_and_remedy(
    hled: Any, command, code, place, found
):
    ran = hled(*command.split(), "--format", "json")

    (finding,) = ran.json["findings"]
    assert (ran.code in {1, 2}, finding["code"], finding["place"]) == (True, code, place)
    assert found in finding["found_en"]
    assert finding["says_en"] != finding["says_es"]
    assert finding["remedy_en"] != finding["remedy_es"]


@pytest.mark.parametrize(
    ("page", "given", "code"),
    [
        ("screen", {"list": "851712"}, "SC-43"),
        ("screen", {"list": "9801"}, "SC-42"),
        ("screen", {"list": "semicon"}, "SC-09"),
        ("screen", {"partner": "SVK"}, "TD-06"),
        ("screen", {"external": "outside:SVK"}, "TD-06"),
        ("screen", {"importer": "XQZ"}, "TR-15"),
        ("screen", {"weights": "need=-1"}, "RK-01"),
        ("screen", {"list": "690100", "only": "ease"}, "SC-33"),
        ("product", {"code": "85076"}, "SC-41"),
        ("product", {"code": "850760", "partner": "SVK"}, "TD-06"),
        ("product", {"code": "semiconductors:good"}, "SC-41"),
        ("complexity", {"list": "9801"}, "SC-42"),
        ("complexity", {"partner": "SVK"}, "CX-14"),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_pages_and_interface_refuse_the_same(client, bundled, page, given, code, language):
    answer = client.get(f"/{language}/studies/{page}/", given)
    data = client.get(f"/api/v1/{page}", given)

    (finding,) = data.json()["findings"]
    text = answer.content.decode()
    assert (answer.status_code, data.status_code, finding["code"]) == (400, 400, code)
    assert code in text
    assert finding["place"] in text
    shown = " ".join(text.replace("&#x27;", "'").split())
    for name in ("says", "remedy"):
        assert finding[f"{name}_{language}"].replace("`", "") in shown.replace("`", "").replace(
            "<code>", ""
        ).replace("</code>", "")
