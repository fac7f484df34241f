"""Each published layout becomes the same long table, and what stands at several places of a file is taken once."""

import pytest
from tests.sources.trade.files import (
    ATLAS_HEADER,
    BACI_ROWS,
    COMTRADE_HEADER,
    baci_folder,
    comtrade_row,
    plain,
    write,
)

from hled.kernel.rule import BrokenRuleError
from hled.sources.trade import open_trade
from hled.sources.trade.adding import add_trade


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def rows_of(home, entry, *columns):
    columns = columns or ("reporter", "partner", "flow", "period", "product", "edition", "value")
    found = (
        open_trade(entry.id, home).rows.select(list(columns)).order_by(list(columns)).to_pyarrow().to_pylist()
    )
    return [tuple(each.values()) for each in found]


def codes(call) -> list[str]:
    with pytest.raises(BrokenRuleError) as refusal:
        call()
    return sorted({each.rule.code for each in refusal.value.findings})


def test_baci_is_imports_in_dollars_with_the_codes_of_its_own_list(tmp_path, home):
    entry, findings = add_trade(baci_folder(tmp_path / "baci"), "baci", home)

    assert rows_of(home, entry) == [
        ("MEX", "USA", "M", "2022", "100590", "HS2017", 5e6),
        ("USA", "CHN", "M", "2022", "850760", "HS2017", 9e6),
        ("USA", "FRA", "M", "2022", "010121", "HS2017", 12e3),
        ("USA", "MEX", "M", "2022", "870323", "HS2017", 24_000_500.0),
        ("USA", "R20", "M", "2022", "711319", "HS2017", 3e3),
        ("USA", "S19", "M", "2022", "854231", "HS2017", 7e6),
    ]
    assert ("850760", None) in rows_of(home, entry, "product", "quantity")
    assert (entry.id, entry.digits, entry.layout_tried) == ("baci-hs17-y2022-v202401b", 6, False)
    assert [each.rule.code for each in findings] == ["TR-04"]


def test_baci_folder_of_several_years_is_one_table(tmp_path, home):
    folder = baci_folder(tmp_path / "baci").parent
    baci_folder(folder, [(2021, *BACI_ROWS[0][1:])], name="BACI_HS17_Y2021_V202401b.csv")

    entry, _ = add_trade(folder, "baci", home, id="both")

    assert entry.years == (2021, 2022)


def test_baci_without_an_edition_in_its_name_is_refused_until_it_is_said(tmp_path, home):
    path = baci_folder(tmp_path / "baci", name="trade.csv")

    assert codes(lambda: add_trade(path, "baci", home)) == ["TR-10"]
    assert add_trade(path, "baci", home, edition="HS17")[0].editions == ("HS2017",)


def test_baci_number_that_no_list_knows_is_refused(tmp_path, home):
    path = baci_folder(tmp_path / "baci", [(2022, 999, 842, "870323", "1", "1")])

    assert codes(lambda: add_trade(path, "baci", home)) == ["TR-15"]


@pytest.mark.parametrize(
    ("name", "delimiter"), [("trade.csv", ","), ("trade.tsv", "\t"), ("trade.txt.gz", "\t")]
)
def test_comtrade_takes_each_figure_once(tmp_path, home, name, delimiter):
    rows = [
        comtrade_row(842, 484, "870323", 100),
        comtrade_row(842, 484, "870323", 60, mode=3000),
        comtrade_row(842, 484, "870323", 40, mode=2000),
        comtrade_row(842, 484, "870323", 100, customs="C01"),
        comtrade_row(842, 484, "870323", 30, second=124),
        comtrade_row(842, 484, "8703", 100),
        comtrade_row(842, 484, "87", 100),
        comtrade_row(842, 484, "TOTAL", 100),
        comtrade_row(842, 0, "870323", 125),
        comtrade_row(842, 484, "870323", 7, flow="DX"),
    ]
    path = write(tmp_path / name, COMTRADE_HEADER, rows, delimiter)

    entry, findings = add_trade(path, "comtrade", home, id="comtrade")

    assert rows_of(home, entry) == [
        ("USA", "MEX", "M", "2023", "870323", "HS2022", 100.0),
        ("USA", "W00", "M", "2023", "870323", "HS2022", 125.0),
    ]
    said = [(each["code"], each["found_en"]) for each in (found.as_json() for found in findings)]
    assert said == [
        ("TR-04", "comtrade"),
        ("TR-19", "1 lines: other flows or years"),
        ("TR-19", "4 lines: ways of transport, procedures, second partners"),
        ("TR-19", "3 lines: coarser levels and totals"),
        ("TR-19", "W00 125 USD"),
        ("TR-08", "20.0% of W00 has no partner"),
    ]


def test_comtrade_figure_that_stands_in_its_parts_only_is_refused(tmp_path, home):
    rows = [comtrade_row(842, 484, "870323", 60, mode=3000)]
    path = write(tmp_path / "trade.csv", COMTRADE_HEADER, rows)

    assert codes(lambda: add_trade(path, "comtrade", home)) == ["TR-22"]


def test_comtrade_column_names_may_be_written_as_the_page_writes_them(tmp_path, home):
    header = [each[0].upper() + each[1:] for each in COMTRADE_HEADER]
    path = write(tmp_path / "TradeData.csv", header, [comtrade_row(842, 484, "870323", 100, period=202305)])

    entry, _ = add_trade(path, "comtrade", home)

    assert entry.periods == ("2023-05",)
    assert entry.years == ()


def test_comtrade_of_another_classification_is_refused(tmp_path, home):
    path = write(tmp_path / "trade.csv", COMTRADE_HEADER, [comtrade_row(842, 484, "7812", 1, edition="S4")])

    assert codes(lambda: add_trade(path, "comtrade", home)) == ["TR-10"]


def test_atlas_bilateral_gives_exports_and_imports(tmp_path, home):
    rows = [
        (1, "USA", 2, "MEX", 650, "10121", 2022, 20.0, 30.0),
        (1, "USA", 2, "MEX", 651, "870323", 2022, 0.0, 50.0),
        (1, "USA", 2, "MEX", 652, "travel", 2022, 5.0, 6.0),
    ]
    path = write(tmp_path / "hs12_country_country_product_year_6_2022.csv", ATLAS_HEADER, rows)

    entry, findings = add_trade(path, "atlas", home)

    assert rows_of(home, entry) == [
        ("USA", "MEX", "M", "2022", "010121", "HS2012", 30.0),
        ("USA", "MEX", "M", "2022", "870323", "HS2012", 50.0),
        ("USA", "MEX", "X", "2022", "010121", "HS2012", 20.0),
    ]
    assert [each.found.en for each in findings if each.rule.code == "TR-19"] == [
        "1 lines: services and goods not specified"
    ]


def test_atlas_without_partners_is_trade_with_the_world(tmp_path, home):
    header = ("location_code", "hs_product_code", "year", "export_value", "import_value")
    path = write(tmp_path / "hs92_country_product_year_4.csv", header, [("MEX", "0101", 2020, 7.0, "")])

    entry, _ = add_trade(path, "atlas", home)

    assert rows_of(home, entry) == [("MEX", "W00", "X", "2020", "0101", "HS1992", 7.0)]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        (
            ("exporter", "product", "value"),
            ("MEX", "870323", 5),
            ("MEX", "W00", "X", "2021", "870323", "HS2017", 5.0),
        ),
        (
            ("exporter", "importer", "product", "value"),
            ("MEX", "USA", "870323", 5),
            ("USA", "MEX", "M", "2021", "870323", "HS2017", 5.0),
        ),
    ],
)
def test_plain_matrices_of_exporters(tmp_path, home, header, row, expected):
    path = plain(tmp_path / "matrix.csv", row, header=header)

    entry, _ = add_trade(path, "plain", home, year=2021, edition="HS2017")

    assert rows_of(home, entry) == [expected]


def test_plain_parquet_with_codes_as_numbers_is_refused(tmp_path, home):
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "trade.parquet"
    pq.write_table(pa.table({"exporter": ["MEX"], "product": [10121], "value": [1.0]}), path)

    assert codes(lambda: add_trade(path, "plain", home, year=2021, edition="HS2017")) == ["TR-09"]


def test_plain_says_every_column_that_it_lacks(tmp_path, home):
    path = plain(tmp_path / "trade.csv", ("x",), header=("other",))

    with pytest.raises(BrokenRuleError) as refusal:
        add_trade(path, "plain", home)

    assert [each.found.en for each in refusal.value.findings] == [
        "no column product; there are: other",
        "no column value; there are: other",
    ]
