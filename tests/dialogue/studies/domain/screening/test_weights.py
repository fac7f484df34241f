import pytest

from hled.dialogue.studies.domain.screening.weights import read_weights, weight_document, with_changes
from hled.kernel.rule import BrokenRuleError


def test_the_document_gives_each_weight_a_reason_in_both_languages():
    for pillar in weight_document().pillars:
        for each in (pillar, *pillar.criteria):
            assert each.weight > 0
            assert each.reason.en
            assert each.reason.es
            assert each.reason.en != each.reason.es


def test_weights_of_the_whole_sum_to_one():
    nominal = weight_document().nominal()
    assert sum(nominal.values()) == pytest.approx(1)
    assert nominal["concentration"] == pytest.approx(0.30 * 0.4)


def test_relief_that_weighs_nothing_gives_its_weight_to_the_others():
    before, after = weight_document().nominal(), with_changes("relief=0").nominal()
    assert after["duty_gap"] == after["tariff_change_gap"] == 0
    assert after["size"] == pytest.approx(before["size"] / 0.9)
    assert with_changes("relief=0").digest != weight_document().digest


def test_an_indicator_may_be_changed_alone():
    after = with_changes("distance=0, density = 1.5").nominal()
    assert after["distance"] == 0
    assert after["density"] == pytest.approx(0.25 * 1.5 / 2)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("relief=-1", ["RK-01"]),
        ("relief=lots,wind=1", ["SC-21", "SC-21"]),
        ("relief", ["SC-21"]),
        ("need=0,capability=0,market=0,relief=0,stake=0,places=0", ["RK-01"]),
    ],
)
def test_changes_that_cannot_be(text, codes):
    with pytest.raises(BrokenRuleError) as caught:
        with_changes(text)
    assert [each.rule.code for each in caught.value.findings] == codes


def test_a_readers_own_document(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(
        "pillars:\n- {code: relief, weight: 0}\n- {code: need, weight: 1, indicators: [{code: distance, weight: 0}]}\n"
    )
    assert read_weights(own) == "relief=0,need=1,distance=0"
    own.write_text("pillars: 3")
    with pytest.raises(BrokenRuleError) as caught:
        read_weights(own)
    assert caught.value.findings[0].rule.code == "SC-22"
