"""`hled trade` lists, shows, adds, checks and fetches, on the contract of every command."""

import jsonschema
import pytest
from tests.sources.trade.files import baci_folder, plain

from hled.dialogue.studies.cli.trade_adding import AddFormat
from hled.interfaces.terminal.options import Format
from hled.sources.trade.readers import Layout

pytestmark = pytest.mark.one_store

ROW = ("USA", "MEX", "M", "2024", "870323", "HS2022", "100")


def valid(hled, ran):
    jsonschema.Draft202012Validator(hled("schema", ran.json["schema"].split(":")[3]).json).validate(ran.json)
    return ran.json


@pytest.fixture
def file(tmp_path):
    return baci_folder(tmp_path / "baci")


@pytest.mark.parametrize(
    "command", ["trade list", "trade show us-imports-2024", "trade check us-imports-2024"]
)
def test_answers_satisfy_their_schemas_and_stand_in_both_languages(hled, command):
    answer = valid(hled, hled(*command.split(), "--format", "json"))
    english, spanish = (hled(*command.split(), "--lang", each) for each in ("en", "es"))

    assert answer["items"]
    assert (english.code, spanish.code) == (0, 0)
    assert english.out != spanish.out


def test_the_list_can_be_a_sheet(hled):
    ran = hled("trade", "list", "--format", "csv")

    assert ran.out.splitlines()[0].startswith("id,title_en,title_es,periods")
    assert "us-imports-2024" in ran.out


def test_show_gives_the_market_without_what_is_counted_twice(hled):
    answer = hled("trade", "show", "us-imports-2024", "--format", "json").json
    market = answer["items"][0]["market"]

    assert [each["code"] for each in market["partners"][:4]] == ["EU", "MEX", "CHN", "CAN"]
    assert (market["total"], market["left_out"]) == ("3208820074369", ["SVK"])
    assert {each["code"] for each in answer["findings"]} == {"TR-05", "TR-07", "TR-08"}


def test_a_file_is_added_and_marked_as_not_tried(hled, file):
    added = hled("trade", "add", file, "--format", "baci")

    assert added.code == 0
    assert "Added baci-hs17-y2022-v202401b: 6 rows, 6 products, 2022." in added.out
    assert "TR-04" in added.err
    shown = hled("trade", "show", "baci-hs17-y2022-v202401b", "--importer", "MEX", "--lang", "es")
    assert "Importaciones de México, 2022" in shown.out
    assert "aún no probado con un archivo real" in " ".join((shown.out + shown.err).split())
    assert hled("trade", "check", "baci-hs17-y2022-v202401b").code == 0


def test_add_answers_in_json_when_the_option_stands_twice(hled, file):
    ran = hled("trade", "add", file, "--format", "baci", "--format", "json", "--id", "baci-2022")

    answer = valid(hled, ran)
    assert [(each["id"], each["layout_tried"]) for each in answer["items"]] == [("baci-2022", False)]


def test_a_table_without_u_s_imports_is_shown_without_a_market(hled, tmp_path):
    path = plain(tmp_path / "given.csv", ("MEX", "870323", 1), header=("exporter", "product", "value"))
    hled("trade", "add", path, "--format", "plain", "--year", "2020", "--edition", "HS2012")

    assert hled("trade", "show", "given", "--format", "json").json["items"][0]["market"] is None
    assert hled("trade", "show", "given", "--importer", "MEX").code == 1


def test_a_file_that_is_not_sound_exits_1_and_is_not_kept(hled, tmp_path):
    path = plain(tmp_path / "given.csv", (*ROW[:-1], "-1"))

    ran = hled("trade", "add", path, "--format", "plain", "--format", "json")

    assert ran.code == 1
    assert {each["code"] for each in ran.json["findings"]} == {"TR-11"}
    assert hled("trade", "show", "given").code == 2


def test_rows_that_changed_are_found_by_check(hled, tmp_path):
    hled("trade", "add", plain(tmp_path / "given.csv", ROW), "--format", "plain")
    (kept,) = (tmp_path / "home" / "trade" / "given").glob("*.parquet")
    kept.write_bytes(kept.read_bytes() + b"x")

    ran = hled("trade", "check", "given", "--format", "json")

    assert (ran.code, [each["code"] for each in ran.json["findings"]]) == (1, ["SR-03"])


def test_fetch_without_a_key_says_how_to_get_one(hled):
    ran = hled("trade", "fetch", "--reporter", "USA", "--year", "2023")

    assert (ran.code, "TR-20" in ran.err, "HLED_COMTRADE_KEY" in ran.err) == (1, True, True)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("trade show us-import-2024", "TR-01"),
        ("trade check nothing", "TR-01"),
        ("trade add x.csv", "CL-01"),
        ("trade add x.csv --format eora", "CL-01"),
        ("trade add x.csv --format plain --format baci", "CL-01"),
        ("trade add x.csv --format json", "CL-01"),
    ],
)
def test_a_wrong_call_exits_2(hled, command, code):
    ran = hled(*command.split())

    assert (ran.code, code in ran.err, "Traceback" in ran.err) == (2, True, False)


def test_a_home_that_cannot_be_written_exits_3(hled, file, tmp_path):
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "trade").write_text("", encoding="utf-8")

    assert hled("trade", "add", file, "--format", "baci").code == 3


def test_the_option_names_every_layout_and_form_of_answer():
    assert {str(each) for each in AddFormat} == {*map(str, Layout), *map(str, Format)}
