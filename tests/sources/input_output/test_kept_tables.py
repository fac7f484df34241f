"""A table that a user adds is kept whole, checked, and given back as it was."""

import json
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.economy.tables.making import account, small, with_parts
from tests.sources.input_output.files import icio_cells, plain_folder, write_csv

from hled.economy.tables.checking import check
from hled.kernel.rule import BrokenRuleError, NotFoundError, WorldError
from hled.sources.input_output import Layout, add_table, list_tables, listing_findings, load_table
from hled.sources.input_output.plain import read_plain


def codes(call) -> list[str]:
    with pytest.raises(BrokenRuleError) as refusal:
        call()
    return [each.rule.code for each in refusal.value.findings]


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def full():
    """A table with everything that one may have."""
    base = with_parts(small(rounding=0.5), ("MX1", "", "", ""))
    return replace(
        base,
        value_added=base.residual_value_added - 1,
        imports=np.ones(4),
        satellites=(account("jobs", [1, 2, 3, 4]),),
    )


@pytest.fixture
def folder(tmp_path, full):
    return plain_folder(tmp_path / "given", full)


def edit(folder, file, old, new) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def block(folder, **arrays) -> None:
    with np.load(folder / "data.npz") as held:
        kept = {name: held[name] for name in held.files}
    np.savez(folder / "data.npz", **{**kept, **arrays})


def test_the_plain_layout_gives_back_what_was_written(folder, full):
    again = read_plain(folder)

    assert again.digest == full.digest
    assert (again.title, again.regions, again.sectors, again.categories) == (
        full.title,
        full.regions,
        full.sectors,
        full.categories,
    )
    assert (again.region_groups, again.sector_groups, again.rounding, again.parts) == (
        full.region_groups,
        full.sector_groups,
        0.5,
        full.parts,
    )


def test_blocks_may_be_parquet_or_csv_with_labels_in_any_order(folder, full):
    with np.load(folder / "data.npz") as held:
        arrays = {name: held[name] for name in held.files}
    (folder / "data.npz").unlink()
    rows = [full.label(at) for at in range(4)]
    pq.write_table(pa.table(list(arrays["Z"].T), names=rows), folder / "Z.parquet")
    finals = ["MEX.C", "MEX.S", "USA.C", "USA.S"]
    order, columns = [2, 0, 3, 1], [3, 2, 1, 0]
    write_csv(
        folder / "Y.csv",
        [["", *(finals[at] for at in columns)], *([rows[at], *arrays["Y"][at][columns]] for at in order)],
    )
    for name in ("x", "value_added", "imports", "account_jobs"):
        write_csv(folder / f"{name}.csv", [["", name], *([rows[at], arrays[name][at]] for at in range(4))])

    assert read_plain(folder).digest == full.digest


def test_an_added_table_is_listed_and_loaded(folder, full, home):
    entry = add_table(folder, Layout.PLAIN, home, id="mine")

    assert (entry.id, entry.format, entry.layout_tried, entry.digest) == ("mine", "plain", True, full.digest)
    assert list_tables(home)[-1] == entry
    assert load_table("mine", home).digest == full.digest
    assert sorted(each.name for each in (home / "tables").iterdir()) == ["mine"]
    manifest = json.loads((home / "tables" / "mine" / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["file"], len(manifest["file_sha256"])) == ("given", 64)


def test_io_24_a_layout_that_was_not_tried_is_said_to_be_so(home, tmp_path):
    path = write_csv(tmp_path / "ICIO2021_2018.csv", icio_cells())

    entry = add_table(path, "oecd-icio", home)

    assert (entry.id, entry.layout_tried) == ("icio2021-2018", False)
    assert [each.rule.code for each in listing_findings(home)] == ["IO-24"]
    assert load_table(entry.id, home).year == 2018


@pytest.mark.parametrize("id", ["wiod2013-2011", "Mine", "../up", "a", "x" * 64, "mine"])
def test_io_23_an_id_that_is_taken_or_not_plain_is_refused(folder, home, id):
    add_table(folder, Layout.PLAIN, home, id="mine")

    assert codes(lambda: add_table(folder, Layout.PLAIN, home, id=id)) == ["IO-23"]


def test_a_table_that_is_not_sound_is_not_kept(folder, home, full):
    block(folder, x=full.x + 100)

    assert set(codes(lambda: add_table(folder, Layout.PLAIN, home, id="mine"))) == {"IO-05"}
    assert not (home / "tables").exists()


def test_a_disk_that_refuses_is_the_fault_of_the_world(folder, tmp_path):
    home = tmp_path / "file"
    home.write_text("", encoding="utf-8")

    with pytest.raises(WorldError):
        add_table(folder, Layout.PLAIN, home, id="mine")


def test_io_22_another_layout_or_no_file_is_refused(folder, home):
    assert codes(lambda: add_table(folder, "eora", home)) == ["IO-22"]
    assert codes(lambda: add_table(folder / "none", Layout.PLAIN, home)) == ["IO-22"]
    assert codes(lambda: add_table(folder / "rows.csv", Layout.PLAIN, home)) == ["IO-22"]


def test_sr_03_numbers_that_changed_since_are_refused(folder, home, full):
    add_table(folder, Layout.PLAIN, home, id="changed")
    block(home / "tables" / "changed", imports=np.full(4, 2.0))

    assert codes(lambda: load_table("changed", home)) == ["SR-03"]


def test_sr_01_a_broken_manifest_is_found_and_the_others_stay(folder, home):
    add_table(folder, Layout.PLAIN, home, id="first")
    add_table(folder, Layout.PLAIN, home, id="second")
    (home / "tables" / "first" / "manifest.json").write_text("{", encoding="utf-8")

    assert list_tables(home)[-1].id == "second"
    assert [each.rule.code for each in listing_findings(home)] == ["SR-01"]
    with pytest.raises(NotFoundError):
        load_table("first", home)


def test_a_reading_cut_short_leaves_nothing_that_is_listed(folder, home):
    (home / "tables" / ".mine.1.partial").mkdir(parents=True)

    assert list_tables(home) == list_tables()
    add_table(folder, Layout.PLAIN, home, id="mine")
    assert list_tables(home)[-1].id == "mine"


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (
            "rows.csv",
            "USA,c2,,United States,Estados Unidos,Sector 2,Sector n.º 2",
            "USA,c1,,United States,Estados Unidos,Sector 1,Sector n.º 1",
            "IO-01",
        ),
        ("rows.csv", "USA,c2", "USA,", "IO-21"),
        ("rows.csv", "USA,c2", "USA,c.2", "IO-21"),
        ("rows.csv", "Sector 2", "Sector two", "IO-21"),
        ("rows.csv", "region,sector", "land,sector", "IO-21"),
        ("final_demand.csv", "yes", "perhaps", "IO-21"),
        ("final_demand.csv", ",2018", ",2017", "IO-12"),
        ("final_demand.csv", ",2018", ",x", "IO-03"),
        (
            "final_demand.csv",
            "USA,S,United States,Estados Unidos,Text,Texto,yes",
            "USA,C,United States,Estados Unidos,Text,Texto,no",
            "IO-01",
        ),
        ("final_demand.csv", "USA,S", "USA,C", "IO-21"),
        ("groups.csv", "MEX USA", "MEX CAN", "IO-13"),
        ("accounts.csv", "jobs,jobs", "work,jobs", "IO-02"),
        ("table.csv", "year,2018", "year,soon", "IO-03"),
        ("table.csv", "year,2018", "year,", "IO-22"),
        ("table.csv", "unit,million USD", "unit,", "IO-22"),
        ("table.csv", "year,2018", "year,2017", "IO-12"),
    ],
)
def test_labels_of_the_plain_layout(folder, file, old, new, code):
    edit(folder, file, old, new)

    assert code in codes(lambda: check(read_plain(folder)))


@pytest.mark.parametrize(
    ("arrays", "code"),
    [
        ({"Z": np.zeros((4, 3))}, "IO-02"),
        ({"Y": np.zeros((3, 4))}, "IO-02"),
        ({"x": np.zeros(5)}, "IO-02"),
        ({"x": np.array(["1", "2", "3", "4"])}, "IO-03"),
        ({"Z": np.full((4, 4), np.nan)}, "IO-03"),
        ({"x": np.array([1, 2, np.inf, 4])}, "IO-03"),
    ],
)
def test_blocks_of_the_plain_layout(folder, arrays, code):
    block(folder, **arrays)

    assert code in codes(lambda: read_plain(folder))


def test_io_22_files_that_are_missing_or_cannot_be_read(folder):
    (folder / "data.npz").write_bytes(b"no archive")
    assert codes(lambda: read_plain(folder)) == ["IO-22"]
    (folder / "data.npz").unlink()
    assert codes(lambda: read_plain(folder)) == ["IO-02"]
    (folder / "Z.parquet").write_bytes(b"no parquet")
    assert codes(lambda: read_plain(folder)) == ["IO-22"]
    (folder / "rows.csv").unlink()
    assert codes(lambda: read_plain(folder)) == ["IO-22"]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"MEX.c1.MX1": ["a", "b", "c", "d"]}, "IO-03"),
        ({"MEX.c1.MX1": [1.0, None, 2.0, 3.0]}, "IO-03"),
        ({"USA.c2": None}, "IO-02"),
        ({"renamed": [1.0, 2.0, 3.0, 4.0], "USA.c2": None}, "IO-21"),
    ],
)
def test_parquet_blocks_with_text_missing_cells_or_other_labels(folder, full, columns, code):
    with np.load(folder / "data.npz") as held:
        kept = {name: held[name] for name in held.files if name != "Z"}
    np.savez(folder / "data.npz", **kept)
    held = {full.label(at): [1.0, 2.0, 3.0, 4.0] for at in range(4)} | columns
    pq.write_table(
        pa.table({name: values for name, values in held.items() if values is not None}), folder / "Z.parquet"
    )

    assert codes(lambda: read_plain(folder)) == [code]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda cells: cells[1].__setitem__(0, "CAN.c1"), "IO-21"),
        (lambda cells: cells[0].__setitem__(1, "CAN.c1"), "IO-21"),
        (lambda cells: cells[0].__setitem__(1, "USA.c1"), "IO-01"),
        (lambda cells: cells.append(cells[1]), "IO-01"),
        (lambda cells: cells.pop(), "IO-02"),
        (lambda cells: cells[1].__setitem__(2, "x"), "IO-03"),
    ],
)
def test_csv_blocks_with_other_labels_or_text(folder, full, change, code):
    with np.load(folder / "data.npz") as held:
        kept = {name: held[name] for name in held.files}
    Z = kept.pop("Z")
    np.savez(folder / "data.npz", **kept)
    rows = [full.label(at) for at in range(4)]
    cells = [["", *rows], *([label, *Z[at]] for at, label in enumerate(rows))]
    change(cells)
    write_csv(folder / "Z.csv", cells)

    assert code in codes(lambda: read_plain(folder))
