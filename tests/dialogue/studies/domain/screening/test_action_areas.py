from dataclasses import replace

import pytest

from hled.dialogue.studies.domain.screening.action_areas import ACTION_AREAS, Profile, diagnose
from hled.kernel.bilingual import Bilingual

EXPANDS = Profile(
    need=0.8,
    nearness=0.5,
    external_share=0.7,
    partner_share=0.2,
    foremost_share=0.55,
    foremost=Bilingual("China", "China"),
    partner=Bilingual("Mexico", "México"),
    advantage=1.4,
    duty_paid=0.002,
)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "expand"),
        ({"duty_paid": 0.05}, "ease"),
        ({"advantage": 0.3, "nearness": 0.9}, "build"),
        ({"advantage": 0.3, "nearness": 0.9, "duty_paid": None}, "build"),
        ({"advantage": 0.3, "nearness": 0.2}, "diversify"),
        ({"partner_share": 0.7}, "hold"),
        ({"external_share": 0.1}, "hold"),
        ({"need": 0.2}, "leave"),
    ],
)
def test_the_numbers_decide(change, code):
    area, says = diagnose(replace(EXPANDS, **change))
    assert area.code == code
    assert "{" not in says.en + says.es


def test_the_sentence_has_the_numbers_that_led_to_it():
    _, says = diagnose(EXPANDS)
    assert "20" in says.en
    assert "1.40" in says.es
    assert "55" in says.es
    assert "México" in says.es


def test_each_area_says_when_it_holds_in_both_languages():
    assert len({each.code for each in ACTION_AREAS}) == len(ACTION_AREAS)
    for each in ACTION_AREAS:
        assert each.when.en != each.when.es
