"""`hled tables` lists, shows, adds and checks, on the contract of every command."""

import jsonschema
import numpy as np
import pytest
from tests.economy.tables.making import small
from tests.sources.input_output.files import icio_cells, plain_folder, write_csv

from hled.dialogue.studies.cli.tables import AddFormat
from hled.interfaces.terminal.options import Format
from hled.sources.input_output import Layout


def valid(hled, ran):
    jsonschema.Draft202012Validator(hled("schema", ran.json["schema"].split(":")[3]).json).validate(ran.json)
    return ran.json


@pytest.fixture
def file(tmp_path):
    return write_csv(tmp_path / "ICIO2021_2018.csv", icio_cells())


@pytest.mark.parametrize(
    "command",
    ["tables list", "tables show bea-2023", "tables show wiod2013-2011", "tables check wiod2013-2011"],
)
def test_answers_satisfy_their_schemas_and_stand_in_both_languages(hled, command):
    answer = valid(hled, hled(*command.split(), "--format", "json"))
    english, spanish = (hled(*command.split(), "--lang", each) for each in ("en", "es"))

    assert answer["items"]
    assert (english.code, spanish.code) == (0, 0)
    assert english.out != spanish.out


def test_the_list_can_be_a_sheet(hled):
    ran = hled("tables", "list", "--format", "csv")

    assert ran.out.splitlines()[0].startswith("id,title_en,title_es,year")
    assert "wiod2013-2011" in ran.out


def test_show_names_the_labels_and_groups_by_which_a_table_is_asked(hled):
    (item,) = hled("tables", "show", "wiod2013-2011", "--format", "json").json["items"]

    assert {"code": "MEX", "name_en": "Mexico", "name_es": "México"} in item["regions"]
    assert [each["code"] for each in item["sector_groups"]] == [
        "primary",
        "manufacturing",
        "goods",
        "utilities_construction",
        "services",
    ]


def test_check_gives_totals_gaps_and_findings(hled):
    answer = hled("tables", "check", "bea-2017-detail", "--format", "json").json

    assert answer["items"][0]["totals"]["value_added"] == "19612089"
    assert answer["items"][0]["rows"][0]["industry"] == "USA.541100"
    assert {each["code"] for each in answer["findings"]} == {"IO-06", "IO-07", "IO-10", "IO-19"}


def test_a_file_is_added_with_progress_and_marked_as_not_tried(hled, file):
    added = hled("tables", "add", file, "--format", "oecd-icio")

    assert added.code == 0
    assert "Added icio2021-2018: 2 regions, 2 sectors, 2018." in added.out
    assert "Reading ICIO2021_2018.csv: 100 %" in added.err
    assert "IO-24" in added.err

    listed = hled("tables", "list")
    assert "not yet tried on a real file" in " ".join(listed.out.split())
    shown = hled("tables", "show", "icio2021-2018", "--lang", "es")
    assert "aún no probado con un archivo real" in " ".join((shown.out + shown.err).split())
    assert hled("tables", "check", "icio2021-2018").code == 0


def test_add_answers_in_json_when_the_option_stands_twice(hled, file):
    ran = hled("tables", "add", file, "--format", "oecd-icio", "--format", "json", "--id", "oecd-2018")

    answer = valid(hled, ran)
    assert ran.code == 0
    assert [(each["id"], each["layout_tried"]) for each in answer["items"]] == [("oecd-2018", False)]


def test_a_table_that_is_not_sound_exits_1_and_is_not_kept(hled, tmp_path):
    folder = plain_folder(tmp_path / "given", small())
    with np.load(folder / "data.npz") as held:
        arrays = {name: held[name] for name in held.files}
    np.savez(folder / "data.npz", **{**arrays, "x": arrays["x"] + 100})

    ran = hled("tables", "add", folder, "--format", "plain", "--format", "json")

    assert ran.code == 1
    assert {each["code"] for each in ran.json["findings"]} == {"IO-05"}
    assert hled("tables", "show", "given").code == 2


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("tables show wiod2013-2012", "IO-20"),
        ("tables check nothing", "IO-20"),
        ("tables add x.csv", "CL-01"),
        ("tables add x.csv --format eora", "CL-01"),
        ("tables add x.csv --format plain --format wiod2016", "CL-01"),
        ("tables add x.csv --format json", "CL-01"),
    ],
)
def test_a_wrong_call_exits_2(hled, command, code):
    ran = hled(*command.split())

    assert (ran.code, code in ran.err, "Traceback" in ran.err) == (2, True, False)


def test_a_home_that_cannot_be_written_exits_3(hled, file, tmp_path):
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "tables").write_text("", encoding="utf-8")

    assert hled("tables", "add", file, "--format", "oecd-icio").code == 3


def test_the_option_names_every_layout_and_form_of_answer():
    assert {str(each) for each in AddFormat} == {*map(str, Layout), *map(str, Format)}
