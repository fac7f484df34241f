"""Bad input is refused with the rule, the place and what stood there, all of it together; nothing is kept then."""

from dataclasses import replace

import pytest
from tests.sources.trade.files import COMTRADE_HEADER, comtrade_row, plain, write

from hled.kernel.rule import BrokenRuleError, NotFoundError, Severity
from hled.sources.trade import (
    list_trade,
    listing_findings,
    market,
    open_trade,
    read_market,
    read_world_exports,
    trade_entry,
    world_exports,
)
from hled.sources.trade.adding import add_trade, check_trade
from hled.sources.trade.entries import bundled_entries
from hled.sources.trade.overlaps import resolve_overlaps

USA = ("USA", "MEX", "M", "2024", "870323", "HS2022", "100")


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def line(**changed):
    names = ("reporter", "partner", "flow", "period", "product", "edition", "value")
    return tuple({**dict(zip(names, USA, strict=True)), **changed}.values())


def findings_of(tmp_path, home, *rows, header=None, **options):
    path = plain(tmp_path / "given.csv", *rows, **({"header": header} if header else {}))
    with pytest.raises(BrokenRuleError) as refusal:
        add_trade(path, "plain", home, **options)
    assert not list((home / "trade").glob("*"))
    return [(each.rule.code, each.place, each.as_json()["found_en"]) for each in refusal.value.findings]


def codes(call) -> list[str]:
    with pytest.raises(BrokenRuleError) as refusal:
        call()
    return sorted({each.rule.code for each in refusal.value.findings})


@pytest.mark.parametrize(
    ("changed", "code", "found"),
    [
        ({"partner": ""}, "TR-12", "missing"),
        ({"flow": "imports"}, "TR-12", "imports"),
        ({"period": "2024-13"}, "TR-12", "2024-13"),
        ({"product": "87032"}, "TR-09", "87032"),
        ({"product": "87O323"}, "TR-09", "87O323"),
        ({"product": "771000"}, "TR-09", "771000"),
        ({"edition": "SITC4"}, "TR-10", "SITC4"),
        ({"value": "-5"}, "TR-11", "-5"),
        ({"value": "n.d."}, "TR-11", "n.d."),
        ({"value": ""}, "TR-11", "missing"),
        ({"value": "inf"}, "TR-11", "inf"),
        ({"partner": "MXE"}, "TR-15", "MXE; near: "),
        ({"reporter": "Mexicoo"}, "TR-15", "Mexicoo; near: MEX Mexico"),
    ],
)
def test_one_bad_cell_is_named_with_its_place(tmp_path, home, changed, code, found):
    findings = findings_of(tmp_path, home, line(product="100590"), line(**changed))

    assert [(each[0], each[2].startswith(found)) for each in findings] == [(code, True)]
    assert all(each[1].startswith("given.csv: ") for each in findings)


def test_all_findings_are_collected(tmp_path, home):
    rows = [line(), line(), line(partner="", value="x"), line(product="8703", partner="CAN")]

    findings = findings_of(tmp_path, home, *rows)

    assert {each[0] for each in findings} == {"TR-09", "TR-11", "TR-12", "TR-13"}
    assert ("TR-13", "given.csv: USA MEX M 2024 870323", "2 lines") in findings


def test_many_places_are_counted(tmp_path, home):
    findings = findings_of(
        tmp_path, home, *(line(value="-1", product=f"8703{each}") for each in range(10, 22))
    )

    assert len(findings) == 6
    assert findings[-1] == ("TR-11", "given.csv: value", "and 7 more")


def test_tr_10_codes_of_another_edition_are_refused_with_the_one_that_fits(tmp_path, home):
    rows = [line(product=each, edition="HS2022") for each in ("854140", "851712", "870323")]

    findings = findings_of(tmp_path, home, *rows)

    assert [each[:2] for each in findings] == [("TR-10", "given.csv: HS2022")]
    assert findings[0][2].startswith("2 of 3 codes are not in it, such as 851712, 854140; HS2017 has 100.0%")


def test_tr_23_a_code_that_no_edition_has_is_said(tmp_path, home):
    path = plain(tmp_path / "given.csv", line(), line(product="870399"))

    _, findings = add_trade(path, "plain", home)

    assert [(each.rule.code, each.as_json()["found_es"]) for each in findings] == [
        ("TR-23", "1 de 2: 870399")
    ]


def test_tr_23_an_edition_without_a_list_is_not_checked_and_says_so(tmp_path, home):
    _, findings = add_trade(plain(tmp_path / "given.csv", line(edition="HS2007")), "plain", home)

    assert [each.as_json()["found_en"] for each in findings] == ["no list of its codes at hand"]


def test_tr_16_file_without_rows_is_refused(tmp_path, home):
    assert findings_of(tmp_path, home) == [("TR-16", "given.csv", "no rows")]


def test_tr_16_says_of_a_file_without_rows_to_export_it_again(tmp_path, home):
    with pytest.raises(BrokenRuleError) as refused:
        add_trade(plain(tmp_path / "given.csv"), "plain", home)

    (finding,) = refused.value.findings
    assert "hled trade show" not in finding.as_json()["remedy_en"]
    assert "exporte" in finding.as_json()["remedy_es"].lower()


def test_tr_06_members_above_their_group_are_refused(tmp_path, home):
    rows = [line(partner="EU", value="10"), line(partner="DEU", value="11")]

    findings = findings_of(tmp_path, home, *rows)

    assert findings == [("TR-06", "given.csv: USA M 2024", "EU 10 USD < DEU 11 USD")]


def test_tr_14_two_units_pass_with_a_warning(tmp_path, home):
    header = ("reporter", "partner", "flow", "period", "product", "edition", "value", "quantity", "unit")
    rows = [(*line(), 5, "kg"), (*line(partner="CAN"), 7, "u")]
    path = plain(tmp_path / "given.csv", *rows, header=header)

    _, findings = add_trade(path, "plain", home)

    assert [(each.rule.code, each.found) for each in findings] == [("TR-14", "kg, u")]


def test_tr_05_members_of_a_group_stand_back():
    overlaps = resolve_overlaps({"EU": 100.0, "SVK": 8.0, "MEX": 50.0}, "here")

    assert overlaps.left_out == {"SVK"}
    assert [(each.rule.code, each.rule.severity) for each in overlaps.findings] == [
        ("TR-05", Severity.WARNING)
    ]


def test_tr_05_group_stands_back_when_its_members_are_all_of_it():
    assert resolve_overlaps({"EU": 100.0, "DEU": 60.0, "FRA": 40.0}, "here").left_out == {"EU"}


def test_tr_19_world_stands_back_and_measures_what_is_missing():
    overlaps = resolve_overlaps({"W00": 100.0, "MEX": 60.0, "CAN": 30.0}, "here")

    assert overlaps.left_out == {"W00"}
    assert [each.rule.code for each in overlaps.findings] == ["TR-19", "TR-08"]
    assert overlaps.findings[1].data["share"] == pytest.approx(0.1)


def test_tr_19_world_alone_is_all_there_is():
    assert resolve_overlaps({"W00": 100.0}, "here").left_out == frozenset()


def test_market_of_an_added_table_leaves_out_world_group_and_national_chapters(tmp_path, home):
    rows = [
        line(),
        line(partner="DEU", value="30"),
        line(partner="EU", value="70"),
        line(partner="W00", value="190"),
        line(partner="CAN", product="980100", value="20"),
    ]
    entry, _ = add_trade(plain(tmp_path / "given.csv", *rows), "plain", home)

    reading = read_market(entry.id, home=home)

    assert reading.market.partners == ("EU", "MEX")
    assert reading.market.values.tolist() == [[70.0, 100.0]]
    assert reading.left_out == ("DEU", "W00")
    assert reading.national_share == pytest.approx(20 / 190)
    assert [each.rule.code for each in reading.findings] == ["TR-05", "TR-19", "TR-07"]
    assert reading.market.duties is None


def test_tr_16_a_market_of_national_chapters_alone_is_refused(tmp_path, home):
    entry, _ = add_trade(plain(tmp_path / "given.csv", line(product="980100")), "plain", home)

    with pytest.raises(BrokenRuleError) as refused:
        market(entry.id, home=home)

    (finding,) = refused.value.findings
    assert (finding.rule.code, finding.found.en) == ("TR-16", "chapters 98 and 99 alone")


def test_sales_to_one_importer_are_marked_as_such(tmp_path, home):
    one, _ = add_trade(plain(tmp_path / "one.csv", line()), "plain", home)
    two, _ = add_trade(plain(tmp_path / "two.csv", line(), line(reporter="CAN")), "plain", home)

    assert read_world_exports(one.id, home=home).one_market
    assert not read_world_exports(two.id, home=home).one_market


def test_world_exports_come_from_those_who_declare_them(tmp_path, home):
    rows = [
        line(reporter="MEX", partner="USA", flow="X", value="7"),
        line(reporter="MEX", partner="W00", flow="X", value="9"),
        line(reporter="CAN", partner="USA", flow="X", value="5"),
        line(),
    ]
    entry, _ = add_trade(plain(tmp_path / "given.csv", *rows), "plain", home)

    exports = world_exports(entry.id, 2024, home=home)

    assert exports.exporters == ("CAN", "MEX")
    assert exports.values.tolist() == [[5.0], [7.0]]
    assert exports.name == "exports of every country to the world"


def test_world_exports_of_a_matrix_keep_the_world_as_the_only_partner(tmp_path, home):
    path = plain(
        tmp_path / "given.csv",
        ("MEX", "870323", 9),
        ("CAN", "100590", 5),
        header=("exporter", "product", "value"),
    )
    entry, _ = add_trade(path, "plain", home, year=2020, edition="HS2012")

    exports = world_exports(entry.id, home=home)

    assert exports.values.tolist() == [[5.0, 0.0], [0.0, 9.0]]
    assert exports.year == 2020


def test_exports_seen_by_several_importers_say_so(tmp_path, home):
    entry, _ = add_trade(plain(tmp_path / "given.csv", line(), line(reporter="CAN")), "plain", home)

    assert read_world_exports(entry.id, home=home).shown.es == "exportaciones de cada país según sus socios"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: market("us-import-2024"), "TR-01"),
        (lambda: market("us-imports-2024", "UAS"), "TR-15"),
        (lambda: market("us-imports-2024", "MEX"), "TR-16"),
        (lambda: market("us-imports-2024", year=2019), "TR-16"),
        (lambda: market("us-imports-2024", level=5), "TR-17"),
    ],
)
def test_question_without_an_answer_is_refused(call, code):
    assert codes(call) == [code]


def test_tr_17_level_finer_than_the_table_is_refused(tmp_path, home):
    entry, _ = add_trade(plain(tmp_path / "given.csv", line(product="8703")), "plain", home)

    assert codes(lambda: market(entry.id, home=home)) == ["TR-17"]
    assert market(entry.id, level=2, home=home).products == ("87",)


def test_tr_18_two_editions_in_one_market_are_refused(tmp_path, home):
    rows = [line(), line(partner="CAN", edition="HS2017")]
    entry, _ = add_trade(plain(tmp_path / "given.csv", *rows), "plain", home)

    assert codes(lambda: market(entry.id, home=home)) == ["TR-18"]


def test_tr_01_names_the_near_ones():
    with pytest.raises(NotFoundError, match="near: us-imports-2024"):
        trade_entry("us-import-2024")


@pytest.mark.parametrize("id", ["us-imports-2024", "Upper", "a/b", "-"])
def test_tr_03_id_that_is_taken_or_not_plain_is_refused(tmp_path, home, id):
    path = plain(tmp_path / "given.csv", line())

    assert codes(lambda: add_trade(path, "plain", home, id=id)) == ["TR-03"]


@pytest.mark.parametrize("format", ["plain", "baci", "comtrade", "atlas"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,a\n1,2\n", b"one\n1\n"])
def test_tr_02_file_that_is_something_else_is_refused(tmp_path, home, format, content):
    path = tmp_path / "BACI_HS17_Y2022_V1.csv"
    path.write_bytes(content)

    assert codes(lambda: add_trade(path, format, home)) == ["TR-02"]
    assert not list((home / "trade").glob("*"))


def test_tr_02_ragged_line_is_refused(tmp_path, home):
    path = plain(tmp_path / "given.csv", line(), ("USA",))

    assert codes(lambda: add_trade(path, "plain", home)) == ["TR-02"]


def test_sr_03_rows_that_changed_since_are_found(tmp_path, home):
    entry, _ = add_trade(plain(tmp_path / "given.csv", line()), "plain", home)
    path = home / "trade" / entry.id / "rows.parquet"
    path.write_bytes(path.read_bytes() + b"x")

    assert [each.rule.code for each in check_trade(entry.id, home)[1]] == ["SR-03"]


def test_sr_02_rows_that_are_gone_are_found(tmp_path, home):
    entry, _ = add_trade(plain(tmp_path / "given.csv", line()), "plain", home)
    (home / "trade" / entry.id / "rows.parquet").unlink()

    assert [each.rule.code for each in check_trade(entry.id, home)[1]] == ["SR-02"]
    assert codes(lambda: open_trade(entry.id, home)) == ["SR-02"]


def test_sr_01_manifest_that_cannot_be_read_is_found_and_hides_no_other(tmp_path, home):
    add_trade(plain(tmp_path / "given.csv", line()), "plain", home)
    (home / "trade" / "broken").mkdir()
    (home / "trade" / "broken" / "manifest.json").write_text("{", encoding="utf-8")

    assert [each.id for each in list_trade(home)] == ["us-imports-2024", "given"]
    assert [each.rule.code for each in listing_findings(home)] == ["TR-08", "SR-01"][::-1]


def test_the_bundled_entry_counts_what_the_file_has():
    rows = open_trade("us-imports-2024").rows
    counted = rows.aggregate(
        reporters=rows.reporter.nunique(),
        partners=rows.partner.nunique(),
        products=rows["product"].nunique(),
        digits=rows["product"].length().max(),
        rows=rows.count(),
    )
    entry = bundled_entries()["us-imports-2024"]

    assert replace(entry, **counted.to_pyarrow().to_pylist()[0]) == entry


def test_the_bundled_table_is_sound_and_says_what_has_to_be_said():
    _, findings = check_trade("us-imports-2024")

    assert [each.rule.code for each in findings] == ["TR-08", "TR-23", "TR-07", "TR-05"]
    assert {each.rule.severity for each in findings} == {Severity.WARNING}


def test_two_readings_of_one_file_are_the_same_bytes(tmp_path, home):
    path = write(
        tmp_path / "trade.csv", COMTRADE_HEADER, [comtrade_row(842, 484, "870323", each) for each in (1,)]
    )

    first, _ = add_trade(path, "comtrade", home, id="first")
    second, _ = add_trade(path, "comtrade", home, id="second")

    assert first.digest == second.digest
