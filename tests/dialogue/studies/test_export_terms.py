"""Terms of exports by industry, with ranges, as answers, sheets and pages show them."""

import csv
import io
from decimal import Decimal
from urllib.parse import urlencode

import pytest

from hled.dialogue.studies.domain.questions.export_terms import pictured
from hled.dialogue.studies.queries.answering import answer_to
from hled.kernel.rule import BrokenRuleError

pytestmark = [pytest.mark.one_store, pytest.mark.filterwarnings("ignore:No directory at")]

FEW = {"table": "wiod2013-2011", "draws": "8"}
CENT = Decimal("0.05")
"""Of a million: what rounding to three decimals of 35 industries may add up to."""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """One for all, so that what was answered once is not computed again."""
    return tmp_path_factory.mktemp("home")


def asked(home, **given):
    return answer_to("export-terms", {**FEW, **given}, home=home).result


def amounts(items, importer, term, level):
    return [
        Decimal(each["amount"])
        for each in items
        if (each["importer"], each["term"], each["level"]) == (importer, term, level)
    ]


@pytest.mark.parametrize(
    ("method", "importers"), [("bm_exporter", ("", "CHN")), ("hiy", ("", "CHN")), ("kww", ("",))]
)
def test_industries_add_up_to_the_total_of_every_term_and_terms_to_gross_exports(home, method, importers):
    items = asked(home, method=method, importer="CHN").items

    assert {each["importer"] for each in items} == set(importers)
    for importer in importers:
        terms = {each["term"]: each["adds_up"] for each in items if each["importer"] == importer}
        for term in terms:
            (total,) = amounts(items, importer, term, "total")
            assert abs(sum(amounts(items, importer, term, "industry")) - total) < CENT, term
        (exports,) = amounts(items, importer, "EXGR", "total")
        parts = [amounts(items, importer, term, "total")[0] for term, adds in terms.items() if adds]
        assert abs(sum(parts) - exports) < CENT


def test_terms_add_up_to_the_exports_of_every_industry(home):
    items = asked(home, importer="CAN").items

    shares: dict[tuple[str, str], Decimal] = {}
    for each in items:
        if each["adds_up"]:
            key = (each["importer"], each["industry"])
            shares[key] = shares.get(key, Decimal(0)) + Decimal(each["share"])
    assert len(shares) > 50
    assert all(abs(share - 1) < Decimal("0.0000001") for share in shares.values())


def test_every_range_holds_its_share_and_names_its_parts(home):
    items = asked(home).items

    for each in items:
        assert Decimal(each["low"]) <= Decimal(each["share"]) <= Decimal(each["high"])
        if each["term"] != "EXGR":
            assert each["rounding_low"] is not None
            assert each["coefficients_high"] is not None
            assert each["balance_low"] is not None
            assert (each["proportionality_low"] is None) == (not each["bounded"])


def test_the_seed_is_kept_and_gives_the_same_digits(home, tmp_path):
    first, again = (
        answer_to("export-terms", {**FEW, "by": "total", "seed": "5"}, home=tmp_path / name)
        for name in ("one", "two")
    )
    other = answer_to("export-terms", {**FEW, "by": "total", "seed": "6"}, home=home)

    assert first.digest == again.digest != other.digest
    assert first.result.seed == 5
    assert first.asked["draws"] == "8"


def test_terms_of_exports_carry_the_same_ranges_in_the_question_about_origins(home):
    given = {"tables": "wiod2013-2011", "draws": "8"}
    found = answer_to("value-chains", given, home=home).result.more["terms"]
    rows = asked(home, by="total").items

    ends = [(each["importer"], each["term"], each["low"], each["high"]) for each in rows]
    assert [(each["importer"], each["term"], each["low"], each["high"]) for each in found] == ends
    parts = next(each["parts"] for each in found if each["term"] == "DVA")
    assert [each["code"] for each in parts] == ["rounding", "coefficients", "balance", "proportionality"]


def test_by_koopman_wang_and_wei_shares_are_of_all_exports(home):
    result = asked(home, method="kww")

    (exports,) = amounts(result.items, "", "EXGR", "total")
    assert result.more["shares_of"] == "all_exports"
    for each in result.items:
        if each["level"] == "industry":
            assert abs(Decimal(each["amount"]) / exports - Decimal(each["share"])) < Decimal("0.0000001")


def test_the_united_states_are_set_beside_mexico(home):
    items = asked(home, exporter="USA", by="total").items

    assert {each["importer"] for each in items} == {"", "MEX"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"importer": "EU27"}, "SQ-06"),
        ({"exporter": "EU27"}, "SQ-06"),
        ({"importer": "CHI"}, "IO-13"),
        ({"importer": "MEX"}, "IO-26"),
        ({"method": "guess"}, "SQ-01"),
        ({"terms": "DVA,XYZ"}, "SQ-01"),
        ({"by": "industry"}, "SQ-01"),
    ],
)
def test_a_wrong_question_is_refused_with_its_rule(home, given, code):
    with pytest.raises(BrokenRuleError) as refused:
        asked(home, **given)

    assert code in {each.rule.code for each in refused.value.findings}


def test_a_group_is_no_importer_of_the_question_about_origins_either(home):
    with pytest.raises(BrokenRuleError, match="SQ-06"):
        answer_to("value-chains", {"tables": FEW["table"], "importer": "EU27"}, home=home)


def test_the_command_prints_terms_by_industry_with_ranges(hled):
    ran = hled("value-chains", "--by-sector", "--importer", "CAN", "--draws", "8")

    assert ran.code == 0
    assert "Transport equipment" in ran.out
    assert "proportionality is not bounded here" in ran.out


def test_the_command_prints_a_sheet_of_the_terms_named(hled):
    ran = hled("value-chains", "--by-sector", "--terms", "DVA,VAX", "--draws", "8", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {each["term"] for each in rows} == {"DVA", "VAX"}
    assert {each["level"] for each in rows} == {"total", "industry"}
    assert all(each["proportionality_low"] == "" for each in rows if each["term"] == "VAX")


def test_the_total_alone_is_a_row_for_each_term(hled):
    items = hled("value-chains", "--by", "total", "--method", "hiy", "--draws", "8", "--format", "json").json

    assert {each["term"] for each in items["items"]} == {"EXGR", "VS", "DVS"}
    assert {each["level"] for each in items["items"]} == {"total"}


@pytest.mark.parametrize("method", ["wwz", "my"])
def test_the_page_shows_every_method_with_picture_ranges_and_reasons(client, bundled, method):
    query = urlencode({**FEW, "method": method, "importer": "CAN"})
    text = client.get(f"/en/studies/terms/?{query}").content.decode()

    assert "chart-wide" in text
    for term in pictured(method):
        assert f'<span class="id">{term}</span>' in text
    assert ("Not bounded" in text) is (method != "my")
    assert f"hled value-chains --by-sector --importer CAN --method {method}" in text


def test_the_page_of_exports_leads_to_the_industries(client, bundled):
    text = client.get("/en/studies/exports/?tables=wiod2013-2011&draws=8").content.decode()

    assert "/en/studies/terms/?exporter=MEX&amp;importer=USA&amp;method=bm_exporter" in text
