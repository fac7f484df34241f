"""From a market to what is measured of each product."""

import numpy as np
import pytest

from hled.dialogue.studies.domain.screening.indicators import indicators_of
from hled.dialogue.studies.domain.screening.measures import measures
from hled.dialogue.studies.domain.screening.weights import weight_document
from hled.kernel.rule import BrokenRuleError


def test_lines_add_up_to_products_and_no_dollar_is_lost(subject_of):
    found = subject_of()

    assert found.market.values.sum() == pytest.approx(found.lines.market.values.sum())
    assert found.market.duties.sum() == pytest.approx(found.lines.market.duties.sum())
    assert {len(code) for code in found.market.products} == {6}
    assert list(found.market.products) == sorted(set(found.market.products))


def test_the_external_set_leaves_the_bloc_out(subject_of):
    found = subject_of()
    inside = {each for each, out in zip(found.market.partners, found.external, strict=True) if not out}

    assert inside == {"CAN", "MEX"}
    assert subject_of(external="outside:USA").external.all()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"partner": "ATL"}, "TD-05"),
        ({"external": "outside:DEU"}, "TD-06"),
        ({"external": "one:ATL"}, "TD-06"),
        ({"external": "sideways"}, "TD-08"),
    ],
)
def test_a_partner_or_a_set_that_cannot_be_is_refused(subject_of, given, code):
    with pytest.raises(BrokenRuleError) as refused:
        subject_of(**given)

    assert code[:2] in {each.rule.code[:2] for each in refused.value.findings}


def test_indicators_are_known_only_where_something_is_measured(subject_of):
    found = measures(subject_of(), draws=32, seed=1)
    indicators = indicators_of(found, weight_document())

    assert indicators.values.shape[:2] == (3, 3)
    assert np.isfinite(indicators.values).all()
    known = dict(zip(indicators.names, indicators.known.any(axis=0), strict=True))
    unknown = {name for name, some in known.items() if not some}
    assert unknown == {"growth", "small_firms"} == set(found.lacking) & set(indicators.names)
    bought = found.dependency.external_imports > 0
    assert not indicators.known[~bought, indicators.names.index("size")].any()


def test_observed_duty_and_density_are_fractions(subject_of):
    found = measures(subject_of(), draws=32, seed=1)

    assert ((found.density.values >= 0) & (found.density.values <= 1)).all()
    assert ((found.paid.values >= 0) & (found.paid.values <= 2)).all()
    assert np.abs(found.duty_gap.values).max() < 2
