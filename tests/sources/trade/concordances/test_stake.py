"""Jobs are shared out once, and output and jobs behind products are counted once."""

import numpy as np
import pytest

from hled.kernel.rule import BrokenRuleError
from hled.sources.trade.concordances.accounts import accounts
from hled.sources.trade.concordances.jobs import jobs
from hled.sources.trade.concordances.products import subheadings
from hled.sources.trade.concordances.stake import stake


@pytest.fixture(scope="module")
def market(imports):
    codes, values = imports
    known = [at for at, code in enumerate(codes) if code in set(subheadings())]
    return [codes[at] for at in known], values[known]


def test_every_published_figure_is_shared_out_once():
    made = jobs()
    codes = [code for cell in made.cells for code in cell.codes]

    assert len(codes) == len(set(codes))
    assert np.allclose(np.asarray(made.shares.sum(axis=1)).ravel(), 1.0)
    assert made.jobs.sum() == pytest.approx(sum(cell.jobs for cell in made.cells))


def test_figures_add_up_to_the_total_within_the_rounding_of_the_survey():
    made = jobs()

    assert made.published == 155_495_730
    assert sum(cell.jobs for cell in made.cells) == 155_495_880


def test_farms_households_and_what_employs_nobody_have_no_figure():
    made = jobs()
    without = {code for code, known in zip(made.industries, made.known, strict=True) if not known}

    assert without == {
        *("1111A0", "1111B0", "111200", "111300", "111400", "111900", "112120", "1121A0", "112300", "112A00"),
        *("114000", "4200ID", "531HSO", "814000"),
    }
    assert made.of("1111A0") is None


def test_a_figure_that_several_industries_share_is_divided_by_their_output():
    made = jobs()
    output = dict(zip(accounts().industries, accounts().output.tolist(), strict=True))

    assert made.of("334413") / made.of("334418") == pytest.approx(output["334413"] / output["334418"])
    assert sum(made.of(code) for code in ("334413", "334418", "33441A")) == pytest.approx(380_570)


def test_jobs_say_the_years_of_jobs_and_of_output():
    assert jobs().years == (2025, 2017)
    at = jobs().industries.index("334413")
    assert jobs().per_million[at] == pytest.approx(jobs().jobs[at] / accounts().output[at])


def test_tr_58_jobs_and_output_of_two_years_are_said_with_every_stake(market):
    found = [(each.rule.code, each.found) for each in stake(*market).findings]

    assert found == [("TR-58", "2025 | 2017")]


def test_tr_51_an_unknown_industry_is_refused():
    with pytest.raises(BrokenRuleError) as error:
        jobs().of("334410")

    assert [each.rule.code for each in error.value.findings] == ["TR-51"]


def test_products_share_the_imports_of_their_commodity(market):
    made = stake(*market)

    sums = np.asarray(made.shares.sum(axis=0)).ravel()

    assert np.allclose(sums[sums > 0], 1.0)


def test_no_industry_has_more_behind_all_products_than_its_imported_share(market):
    made = stake(*market)
    behind = np.asarray(made.shares.sum(axis=0)).ravel() @ made.users
    imported = accounts().imported.sum(axis=0) / np.maximum(accounts().inputs, 1.0)

    assert (behind <= imported + 1e-12).all()
    assert made.output.sum() == pytest.approx(behind @ accounts().output)


def test_output_and_jobs_of_a_product_follow_from_its_weights(market):
    made = stake(*market)
    at = made.products.index("870840")
    weights = made.weights("870840")

    assert made.output[at] == pytest.approx(weights @ accounts().output)
    assert made.jobs[at] == pytest.approx(weights @ jobs().jobs)
    assert {"336112", "336350"} <= {industry for industry, _ in made.leading("870840")}


def test_scaling_imports_changes_nothing(market):
    products, values = market

    assert np.allclose(stake(products, values).output, stake(products, values * 1e-6).output, rtol=1e-9)


def test_a_product_nobody_imports_has_nothing_behind_it_and_changes_nothing(market):
    products, values = market
    added = next(code for code in subheadings() if code not in set(products))
    first = stake(products, values)

    other = stake([*products, added], np.append(values, 0.0))

    assert other.output[-1] == 0.0
    assert np.allclose(other.output[:-1], first.output)


def test_farms_add_output_without_jobs(market):
    made = stake(*market)
    at = made.products.index("310210")

    assert 0 < made.output_without_jobs[at] < made.output[at]


@pytest.mark.parametrize(
    ("codes", "values", "rule"), [(["85423"], [1.0], "TR-51"), (["854231"], [-1.0], "TR-53")]
)
def test_what_cannot_be_shared_is_refused(codes, values, rule):
    with pytest.raises(BrokenRuleError) as error:
        stake(codes, np.array(values))

    assert [each.rule.code for each in error.value.findings] == [rule]
