"""Files in published layouts become tables, and what is wrong with one is named with its place."""

import zipfile

import numpy as np
import pytest
from tests.sources.input_output.files import (
    FINAL,
    FLOWS,
    TAXES,
    icio_cells,
    wiod_blocks,
    wiod_lines,
    wiod_sheet,
    write_csv,
)

from hled.economy.tables.checking import check
from hled.economy.tables.choosing import industries_named
from hled.kernel.rule import BrokenRuleError
from hled.sources.input_output import memory
from hled.sources.input_output.icio import read_icio
from hled.sources.input_output.wiod import read_wiod2016


def findings(call) -> list:
    with pytest.raises(BrokenRuleError) as refusal:
        call()
    return list(refusal.value.findings)


def codes(call) -> list[str]:
    return [each.rule.code for each in findings(call)]


@pytest.fixture
def icio(tmp_path):
    """Read a file of the OECD after some change to its cells."""

    def read(change=lambda cells: None, name="ICIO2021_2018.csv", **options):
        cells = icio_cells()
        change(cells)
        return read_icio(write_csv(tmp_path / name, cells), id="x", **options)

    return read


def test_a_file_of_the_oecd_becomes_a_table(icio):
    table = icio()

    assert (table.year, [each.code for each in table.regions]) == (2018, ["MEX", "USA"])
    assert [table.label(at) for at in range(table.n)] == [
        "MEX.01T02",
        "MEX.29",
        "USA.01T02",
        "USA.29",
        "MEX.01T02.MX1",
        "MEX.29.MX1",
    ]
    np.testing.assert_array_equal(table.Z, FLOWS)
    np.testing.assert_array_equal(table.Y, FINAL)
    np.testing.assert_array_equal(table.satellites[0].values, TAXES)
    assert table.sectors[0].name.es == "Agricultura, caza y silvicultura"
    assert table.inventories.sum() == -4
    assert industries_named(table, "MEX.manufacturing").tolist() == [1, 5]
    assert {each.rule.code for each in check(table).findings} == {"IO-08", "IO-19"}


def test_rows_may_come_in_any_order(icio):
    def turn(cells):
        cells[1:7] = reversed(cells[1:7])

    assert icio(turn).digest == icio().digest


def test_taxes_by_country_and_the_older_names_of_totals_are_read(icio):
    def older(cells):
        cells[0][-1] = "TOTAL"
        cells[7][0] = "AUS_TAXSUB"
        cells.insert(8, ["MEX_TAXSUB", *cells[7][1:]])
        cells[9][0], cells[10][0] = "VALU", "OUTPUT"

    np.testing.assert_array_equal(icio(older).satellites[0].values, 2 * TAXES)


def test_labels_of_later_editions_have_names_too(icio):
    def later(cells):
        for line in cells:
            line[:] = [
                each.replace("01T02", "A01_02").replace("_29", "_C29") if isinstance(each, str) else each
                for each in line
            ]

    table = icio(later)

    assert [(each.code, each.name.en) for each in table.sectors] == [
        ("A01_02", "Agriculture, hunting, forestry"),
        ("C29", "Motor vehicles, trailers and semi-trailers"),
    ]


def test_the_only_file_in_an_archive_is_read(icio, tmp_path):
    table = icio()
    archive = tmp_path / "ICIO2021_2015-2018.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.write(tmp_path / "ICIO2021_2018.csv", "ICIO2021_2018.csv")

    assert read_icio(archive, id="x").digest == table.digest

    with zipfile.ZipFile(archive, "a") as made:
        made.write(tmp_path / "ICIO2021_2018.csv", "ICIO2021_2017.csv")
    assert codes(lambda: read_icio(archive, id="x")) == ["IO-22"]


def test_reading_tells_how_far_it_is(icio):
    heard = []

    icio(told=heard.append)

    assert heard[-1] == "100 %"


@pytest.mark.parametrize("cell", ["n.a.", "", "1_000", "nan", "inf", "1,5", "12 345"])
def test_io_03_text_or_nothing_in_a_number_cell_is_refused_with_its_place(icio, cell):
    def broken(cells):
        cells[3][4] = cell

    (finding,) = findings(lambda: icio(broken))

    assert finding.rule.code == "IO-03"
    assert finding.place == "ICIO2021_2018.csv: 4 (USA_01T02), USA_29"


def test_io_03_broken_cells_are_named_together(icio):
    def broken(cells):
        cells[3][4] = "x"
        cells[5][6] = ""

    assert codes(lambda: icio(broken)) == ["IO-03", "IO-03"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda cells: cells[2].pop(), "IO-02"),
        (lambda cells: cells[2].append(1), "IO-02"),
        (lambda cells: cells.pop(3), "IO-02"),
        (lambda cells: cells.insert(3, cells[3]), "IO-01"),
        (lambda cells: cells[0].__setitem__(2, "MEX_01T02"), "IO-01"),
        (lambda cells: cells[0].__setitem__(8, "MEX_HFC"), "IO-21"),
        (lambda cells: cells[3].__setitem__(0, "USX_01T02"), "IO-21"),
        (lambda cells: cells[8].__setitem__(0, "VALUE"), "IO-21"),
        (lambda cells: cells[3].__setitem__(0, ""), "IO-21"),
    ],
)
def test_shape_and_labels_of_a_file_of_the_oecd(icio, change, code):
    assert code in codes(lambda: icio(change))


def test_io_21_names_the_near_label(icio):
    (finding, *_) = findings(lambda: icio(lambda cells: cells[3].__setitem__(0, "USX_01T02")))

    assert "USA_01T02" in finding.found.en


def test_io_12_a_year_that_the_name_of_the_file_denies_is_refused(icio):
    assert codes(lambda: icio(year=2019)) == ["IO-12"]


def test_the_year_is_asked_for_where_the_file_does_not_say_it(icio):
    assert codes(lambda: icio(name="table.csv")) == ["IO-22"]
    assert icio(name="table.csv", year=2016).year == 2016


@pytest.mark.parametrize(
    "content", [b"", b"V1;MEX_01T02;OUT\n", b"V1,MEX_01T02,OUT\n", b"\xff\xfe,a\n", b"V1,OUT\n"]
)
def test_io_22_what_is_no_such_file_is_refused(tmp_path, content):
    path = tmp_path / "ICIO2021_2018.csv"
    path.write_bytes(content)

    assert set(codes(lambda: read_icio(path, id="x"))) <= {"IO-22", "IO-21"}


def test_io_22_a_broken_archive_or_no_file_is_refused(tmp_path):
    path = tmp_path / "ICIO2021_2018.zip"
    path.write_bytes(b"PK\x03\x04 no")

    assert codes(lambda: read_icio(path, id="x")) == ["IO-22"]
    assert codes(lambda: read_icio(tmp_path / "none_2018.csv", id="x")) == ["IO-22"]


def test_io_16_a_table_that_does_not_fit_the_memory_is_refused_before_it_is_read(icio, monkeypatch):
    monkeypatch.setattr(memory, "available", lambda: 500)

    (finding,) = findings(icio)

    assert finding.rule.code == "IO-16"
    assert "6 × 18 cells need" in finding.found.en


@pytest.fixture
def wiod(tmp_path):
    """Read the lines of a WIOD file after some change."""

    def read(change=lambda cells: None, name="WIOT2014_October16_ROW.csv", **options):
        cells = wiod_lines()
        change(cells)
        return read_wiod2016(write_csv(tmp_path / name, cells), id="x", **options)

    return read


def test_lines_and_sheet_of_wiod_give_the_same_table(wiod, tmp_path):
    lines = wiod()
    sheet = read_wiod2016(wiod_sheet(tmp_path / "WIOT2014_Nov16_ROW.xlsx"), id="x")

    Z, Y, x, value_added = wiod_blocks()
    for table in (lines, sheet):
        np.testing.assert_array_equal(table.Z, Z)
        np.testing.assert_array_equal(table.Y, Y)
        np.testing.assert_array_equal(table.x, x)
        np.testing.assert_array_equal(table.value_added, value_added)
        assert [table.label(at) for at in range(4)] == ["MEX.A01", "MEX.C29", "ROW.A01", "ROW.C29"]
    assert lines.digest == sheet.digest
    assert lines.year == 2014
    assert lines.sectors[1].name.es == "Vehículos automotores, remolques y semirremolques"


def test_names_of_columns_without_their_letter_are_read(wiod):
    def bare(cells):
        cells[0] = [each[1:] if each.startswith("v") else each for each in cells[0]]

    assert wiod(bare).digest == wiod().digest


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda cells: cells[2].__setitem__(4, 2013), "IO-12"),
        (lambda cells: cells[2].__setitem__(4, "x"), "IO-03"),
        (lambda cells: cells[2].__setitem__(7, "x"), "IO-03"),
        (lambda cells: cells[2].__setitem__(0, "A02"), None),
        (lambda cells: cells[4].__setitem__(0, "A02"), "IO-21"),
        (lambda cells: cells[0].__setitem__(6, "vMEX99"), "IO-21"),
        (lambda cells: cells[0].__setitem__(0, "Code"), "IO-22"),
        (lambda cells: cells.pop(2), "IO-02"),
        (lambda cells: cells[-1].__setitem__(0, "XX"), "IO-21"),
    ],
)
def test_bad_lines_of_wiod(wiod, change, code):
    if code is None:
        change_both = lambda cells: (cells[2].__setitem__(0, "A02"), cells[4].__setitem__(0, "A02"))  # noqa: E731
        assert wiod(change_both).sectors[1].code == "A02"
    else:
        assert code in codes(lambda: wiod(change))


@pytest.mark.parametrize(("row", "column", "value"), [(8, 6, "x"), (8, 6, None), (8, 1, "Z9")])
def test_bad_cells_of_the_sheet_of_wiod(tmp_path, row, column, value):
    from openpyxl import load_workbook

    path = wiod_sheet(tmp_path / "WIOT2014_Nov16_ROW.xlsx")
    book = load_workbook(path)
    book.active.cell(row, column, value).value = value
    book.save(path)

    assert codes(lambda: read_wiod2016(path, id="x"))[0] == ("IO-21" if value == "Z9" else "IO-03")


def test_io_22_the_binary_workbook_is_refused_with_the_way_out(tmp_path):
    path = tmp_path / "WIOT2014_Nov16_ROW.xlsb"
    path.write_bytes(b"x")
    (finding,) = findings(lambda: read_wiod2016(path, id="x"))

    assert (finding.rule.code, "XLSX" in finding.remedy.es) == ("IO-22", True)


def test_io_22_a_workbook_without_the_head_is_refused(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["a", "b"])
    path = tmp_path / "WIOT2014.xlsx"
    book.save(path)

    assert codes(lambda: read_wiod2016(path, id="x")) == ["IO-22"]
    path.write_bytes(b"no workbook")
    assert codes(lambda: read_wiod2016(path, id="x")) == ["IO-22"]
