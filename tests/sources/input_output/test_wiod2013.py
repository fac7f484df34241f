"""Other years of the 2013 release come in with the labels of those in the package, from arrays or from the workbook."""

import shutil

import numpy as np
import pytest
from openpyxl import Workbook

from hled.kernel.rule import BrokenRuleError
from hled.sources.input_output import Layout, add_table, load_table
from hled.sources.input_output.wiod import read_wiod2013, release2013

REGIONS, INDUSTRIES, FINALS = ("MEX", "ROM", "RoW"), ("c1", "c2"), ("c37", "c42")
Z = np.arange(36.0).reshape(6, 6)
Y = np.ones((6, 6))
x = Z.sum(axis=1) + Y.sum(axis=1) + 40


def findings(call) -> list:
    with pytest.raises(BrokenRuleError) as refusal:
        call()
    return list(refusal.value.findings)


@pytest.fixture
def small(tmp_path, monkeypatch):
    """The lists of labels are those of three countries with two industries each."""
    folder = tmp_path / "lists"
    folder.mkdir()
    lines = {
        "regions.csv": ["code,name_en,name_es", *(f"{each},{each},{each}" for each in REGIONS)],
        "industries.csv": ["code,name_en,name_es", *(f"{each},{each},{each}" for each in INDUSTRIES)],
        "final_demand.csv": ["code,name_en,name_es,inventories", "c37,a,a,no", "c42,b,b,yes"],
        "groups.csv": ["kind,code,name_en,name_es,members"],
    }
    for name, held in lines.items():
        (folder / name).write_text("\n".join(held), encoding="utf-8")
    monkeypatch.setattr(release2013, "FOLDER", folder)


@pytest.fixture
def arrays(small, tmp_path):
    def read(name="wiot_1995.npz", year=None, **changed):
        held = {"Z": Z, "F": Y, "x": x, "countries": np.array(REGIONS), "industries": np.array(INDUSTRIES)}
        held |= changed
        path = tmp_path / name
        np.savez(path, **{key: each for key, each in held.items() if each is not None})
        return read_wiod2013(path, id="x", year=year)

    return read


@pytest.fixture
def workbook(small, tmp_path):
    """A workbook whose countries come in another order, with their later spelling."""

    def read(change=lambda sheet: None, name="wiot95_row_apr12.xlsx", year=None):
        order = [4, 5, 2, 3, 0, 1]
        keys = [(region, code) for region in ("ROW", "ROU", "MEX") for code in INDUSTRIES]
        heads = [
            *((f"AtB{code}", "sold", region, code) for region, code in keys),
            *((f"CONS{code}", "used", region, code) for region in ("ROW", "ROU", "MEX") for code in FINALS),
            ("GO", "Total output", "TOT", "c43"),
        ]
        book = Workbook()
        sheet = book.active
        sheet.append(["Intercountry Input-Output Table in 1995"])
        sheet.append([])
        for which in range(4):
            sheet.append([None] * 4 + [each[which] for each in heads])
        for at, (region, code) in zip(order, keys, strict=True):
            cells = [*Z[at][order], *Y[at][order], x[at]]
            sheet.append([f"AtB{code}", "sold", region, f"r{code[1:]}", *map(float, cells)])
        for code, values in (("II_fob", Z.sum(axis=0)), ("TXSP", np.arange(6.0)), ("GO", x)):
            sheet.append([code, code, "TOT", "r60", *map(float, values[order]), *([0.0] * 7)])
        change(sheet)
        path = tmp_path / name
        book.save(path)
        return read_wiod2013(path, id="x", year=year)

    return read


def test_arrays_of_another_year_have_the_labels_of_the_package(tmp_path):
    path = tmp_path / "wiot_1995.npz"
    shutil.copy(release2013.FOLDER / "wiot_2011.npz", path)

    table, bundled = read_wiod2013(path, id="x"), load_table("wiod2013-2011")

    assert (table.year, table.rounding) == (1995, 1.0)
    assert (table.regions, table.sectors, table.region_groups) == (
        bundled.regions,
        bundled.sectors,
        bundled.region_groups,
    )
    np.testing.assert_array_equal(table.Z, bundled.Z)


def test_a_year_is_added_by_its_layout_and_has_been_tried(tmp_path):
    path = tmp_path / "wiot_2007.npz"
    shutil.copy(release2013.FOLDER / "wiot_2008.npz", path)

    entry = add_table(path, Layout.WIOD_2013, tmp_path / "home")

    assert (entry.id, entry.year, entry.layout_tried, entry.findings) == ("wiot-2007", 2007, True, ())


def test_the_workbook_gives_the_same_table_in_the_order_of_the_package(workbook, arrays):
    table, other = workbook(), arrays()

    assert [table.label(at) for at in range(6)] == [
        "MEX.c1",
        "MEX.c2",
        "ROM.c1",
        "ROM.c2",
        "RoW.c1",
        "RoW.c2",
    ]
    for name in ("Z", "Y", "x"):
        np.testing.assert_array_equal(getattr(table, name), getattr(other, name))
    assert table.year == 1995
    np.testing.assert_array_equal(table.satellites[0].values, np.arange(6.0))
    np.testing.assert_array_equal(table.residual_value_added, other.residual_value_added)


def test_the_workbook_is_marked_as_not_tried(tmp_path):
    assert release2013.layout_tried(tmp_path / "wiot_1995.npz")
    assert not release2013.layout_tried(tmp_path / "wiot95_row_apr12.xlsx")


def test_cells_that_are_not_whole_have_no_rounding(arrays):
    assert arrays().rounding == 1.0
    assert arrays(Z=Z + 0.25).rounding == 0.0


@pytest.mark.parametrize(
    ("changed", "code", "place"),
    [
        ({"countries": np.array(["MEX", "ROM", "USA"])}, "IO-21", "countries"),
        ({"countries": np.array(["MEX"])}, "IO-02", "countries"),
        ({"industries": None}, "IO-02", "industries"),
        ({"Z": Z[:5]}, "IO-02", "Z"),
        ({"F": None}, "IO-02", "F"),
        ({"x": x.astype(str)}, "IO-03", "x"),
        ({"Z": np.where(Z == 7, np.nan, Z)}, "IO-03", ""),
    ],
)
def test_bad_arrays_are_refused_with_their_place(arrays, changed, code, place):
    found = findings(lambda: arrays(**changed))

    assert (found[0].rule.code, place in found[0].place) == (code, True)


def test_every_array_that_is_wrong_is_named_at_once(arrays):
    found = findings(lambda: arrays(countries=np.array(["MEX", "ROM", "USA"]), F=None, x=x[:3]))

    assert [each.rule.code for each in found] == ["IO-21", "IO-02", "IO-02"]


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("wiot95.npz", 1996, "IO-12"),
        ("wiot_1995.npz", 1996, "IO-12"),
        ("table.npz", None, "IO-22"),
        ("wiot_1995.zip", None, "IO-22"),
    ],
)
def test_the_year_and_the_kind_of_file_are_asked_for(arrays, name, year, code):
    assert findings(lambda: arrays(name=name, year=year))[0].rule.code == code


def test_what_is_no_archive_of_arrays_is_refused(small, tmp_path):
    path = tmp_path / "wiot_1995.npz"
    path.write_bytes(b"no archive")

    (finding,) = findings(lambda: read_wiod2013(path, id="x"))
    assert (finding.rule.code, finding.found.es) == ("IO-22", "no es un archivo NPZ")


def test_an_archive_of_objects_is_refused_and_none_of_them_is_made(arrays):
    (finding,) = findings(lambda: arrays(Z=np.array([[object()]], dtype=object)))

    assert (finding.rule.code, "objects" in finding.found.en) == ("IO-22", True)


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ((8, 6), "x", "IO-03"),
        ((8, 6), None, "IO-03"),
        ((5, 6), "XYZ", "IO-21"),
        ((6, 5), "c77", "IO-21"),
        ((8, 4), "r99", "IO-21"),
        ((5, 11), "TOT", "IO-22"),
    ],
)
def test_bad_cells_of_the_workbook(workbook, cell, value, code):
    def change(sheet):
        sheet.cell(*cell).value = value

    assert findings(lambda: workbook(change))[0].rule.code == code


def test_a_country_that_lacks_is_named(workbook):
    def change(sheet):
        sheet.delete_cols(11)

    found = findings(lambda: workbook(change))

    assert [(each.rule.code, each.place) for each in found] == [("IO-02", "wiot95_row_apr12.xlsx: RoW.c37")]
