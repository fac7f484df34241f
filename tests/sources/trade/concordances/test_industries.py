"""Products in industries, uses and fields of technology."""

import numpy as np
import pytest

from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.concordances.accounts import accounts
from hled.sources.trade.concordances.end_use import to_end_use, to_end_use_bec4
from hled.sources.trade.concordances.industries import (
    to_bea_detail,
    to_bea_summary,
    to_isic3,
    to_isic4,
    to_naics,
    to_wiod,
)
from hled.sources.trade.concordances.naics import PSEUDO, by_prefix, listed, to_bea
from hled.sources.trade.concordances.substitution import Differentiation, substitution
from hled.sources.trade.concordances.technology import FIELDS, technology


@pytest.mark.parametrize(
    ("code", "industry"),
    [
        ("854231", "334413"),
        ("847130", "334111"),
        ("300490", "325412"),
        ("270900", "211000"),
        ("100199", "1111B0"),
    ],
)
def test_known_products_are_in_the_industry_that_makes_them(code, industry):
    assert to_bea_detail().row(code) == {industry: 1.0}


def test_waste_is_scrap_and_no_industry():
    assert to_bea_detail().row("720449") == {"S00401": 1.0}
    assert to_bea_summary().row("720449") == {"Used": 1.0}
    assert to_isic3().row("720449") == {}


def test_electricity_has_a_special_code_and_goes_nowhere():
    assert (to_naics().row("271600"), to_bea_detail().row("271600")) == ({"990000": 1.0}, {})


def test_lines_of_schedule_b_are_the_weights():
    assert to_naics().row("870899") == {"336350": 0.4, "333111": 0.2, "336214": 0.2, "336390": 0.2}


def test_a_line_weighs_by_the_imports_of_its_industry():
    assert to_naics().row("870323") == pytest.approx({"336111": 0.6, "336213": 0.2, "930000": 0.2})
    assert to_bea_detail().row("870323")["336111"] == pytest.approx(0.969, abs=0.001)


def test_every_naics_code_of_both_concordances_has_an_industry_or_is_a_pseudo_code():
    codes = {*to_naics().columns, *to_naics("pierce_schott").columns}

    made = to_bea(codes)

    assert {code for code in codes if not made.row(code)} == {"990000"}
    assert codes & set(PSEUDO) == set(PSEUDO)


def test_an_older_naics_code_goes_by_its_beginning_and_shares_by_output():
    assert to_bea(["334411"]).row("334411").keys() == {"334413", "334418", "33441A"}
    assert "334411" not in listed()
    output = dict(zip(accounts().industries, accounts().output.tolist(), strict=True))
    assert by_prefix(["33441"]) == {each: output[each] for each in ("334413", "334418", "33441A")}


def test_the_two_concordances_agree_on_nine_tenths_of_imports(imports):
    codes, values = imports
    carried = []
    for by in ("schedule_b", "pierce_schott"):
        made = to_bea_detail(by)
        amounts = made.aligned(codes, unknown="empty").T @ values
        carried.append(dict(zip(made.columns, amounts.tolist(), strict=True)))
    first, second = carried

    moved = sum(abs(first.get(code, 0) - second.get(code, 0)) for code in {*first, *second}) / 2

    assert moved / sum(first.values()) == pytest.approx(0.0702, abs=0.001)


def test_the_summary_adds_up_the_detail(imports):
    codes, values = imports
    detail, summary = (
        made.aligned(codes, unknown="empty").T @ values for made in (to_bea_detail(), to_bea_summary())
    )

    assert detail.sum() == pytest.approx(summary.sum(), rel=1e-12)


@pytest.mark.parametrize(
    ("code", "isic3", "wiod"),
    [("010121", "0121", "c1"), ("270900", "1110", "c2"), ("610910", "1730", "c4"), ("870323", "3410", "c15")],
)
def test_isic_3_leads_to_the_industry_of_wiod(code, isic3, wiod):
    assert (to_isic3().row(code), to_wiod().row(code)) == ({isic3: 1.0}, {wiod: 1.0})


def test_isic_4_is_wide_and_its_classes_weigh_the_same():
    weights = to_isic4().row("854231")

    assert len(set(weights.values())) == 1
    assert "2610" in weights


@pytest.mark.parametrize(
    ("code", "use"), [("847130", "capital"), ("870840", "intermediate"), ("610910", "consumption")]
)
def test_end_use_is_the_same_by_both_revisions_where_they_are_clear(code, use):
    assert (to_end_use().row(code), to_end_use_bec4().row(code)) == ({use: 1.0}, {use: 1.0})


def test_passenger_cars_have_no_single_use_in_revision_4():
    assert to_end_use_bec4().row("870323") == {"mixed": 1.0}


def test_advanced_technology_is_a_share_of_lines_with_its_fields():
    flags = technology()

    assert flags.share_of("854231") == 1.0
    assert flags.fields.row("854231") == {"05": 1.0}
    assert flags.share_of("100199") == 0.0
    assert flags.share_of("710820") is None
    assert set(flags.fields.columns) == {"00", *FIELDS}
    assert ((flags.share > 0) & (flags.share < 1)).any()


def test_substitution_is_missing_where_nobody_published_it():
    found = substitution()

    assert found.class_of("270900") is Differentiation.HOMOGENEOUS
    assert found.class_of("870323") is Differentiation.DIFFERENTIATED
    assert found.elasticity_of("010121") == pytest.approx(108.186, abs=0.001)
    assert sum(each is None for each in found.conservative) == 232
    assert (found.known.sum(), len(found.products)) == (5537, 5612)
    assert np.isfinite(found.elasticity).all()
    assert found.elasticity[found.known].min() > 1


def test_tr_51_an_unknown_product_has_no_elasticity_to_ask_for():
    with pytest.raises(BrokenRuleError) as error:
        substitution().elasticity_of("85423")

    assert [each.rule.code for each in error.value.findings] == ["TR-51"]
