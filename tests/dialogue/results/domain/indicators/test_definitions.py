"""The table of indicators is complete and keeps its meanings."""

from dataclasses import replace

import pytest

from hled.dialogue.results.domain.indicators import (
    INDICATORS,
    Aggregation,
    Direction,
    PlaceKind,
    baseline_of,
    finding_sentence,
    headline,
)
from hled.dialogue.results.domain.indicators.versions import changed_meanings
from hled.kernel.bilingual import Bilingual
from hled.sources.catalogue import DATASETS
from hled.sources.places import place_named
from hled.sources.series import SERIES, read

ALL = list(INDICATORS.values())


def test_every_pillar_has_indicators_and_codes_run_on():
    assert {each.pillar for each in ALL} == {"P1", "P2", "P3", "P4"}
    assert list(INDICATORS) == [f"IN-{number:02}" for number in range(1, len(ALL) + 1)]


@pytest.mark.parametrize("definition", ALL, ids=list(INDICATORS))
def test_a_definition_names_a_series_its_bundled_sets_and_the_breakdowns_it_has(definition):
    observations = read(definition.series).observations

    assert definition.series in SERIES
    assert set(definition.datasets) <= DATASETS.keys()
    assert {each.breakdown for each in observations} - {""} <= {each.code for each in definition.breakdowns}
    assert all(not each.place or place_named(each.place) for each in observations)
    assert definition.cautions


@pytest.mark.parametrize("definition", ALL, ids=list(INDICATORS))
def test_a_whole_is_shown_only_where_places_may_be_combined(definition):
    points = headline(definition, read(definition.series).observations)

    combinable = definition.place_kind is PlaceKind.WHOLE or definition.over_places is not Aggregation.NONE
    assert bool(points) is combinable
    assert (baseline_of(points) is not None) is combinable


def test_me_10_a_change_of_meaning_asks_for_a_new_version():
    """Trap named in the guidance of DevResults: a definition that changes under its figures."""
    trucks = INDICATORS["IN-01"]
    changed = replace(trucks, over_time=Aggregation.MEAN)
    retitled = replace(trucks, title=Bilingual("Trucks", "Camiones"))

    assert changed_meanings(ALL) == ()
    assert [finding.rule.code for finding in changed_meanings([changed, retitled])] == ["ME-10"]


def test_a_band_belongs_to_the_direction_band_only():
    with pytest.raises(ValueError, match="band"):
        replace(INDICATORS["IN-06"], direction=Direction.UP)


def test_the_title_says_the_finding_in_both_languages():
    trucks = INDICATORS["IN-01"]
    points = headline(trucks, read(trucks.series).observations)

    sentence = finding_sentence(trucks, points[-1], baseline_of(points))

    assert sentence.en.endswith(
        "7,607 thousand trucks in the year to February 2025, 9.1 % more than in the year to September 2021"
    )
    assert sentence.es.endswith(
        "7,607 miles de camiones en el año a febrero de 2025, 9.1 % más que en el año a septiembre de 2021"
    )


def test_a_share_changes_by_percentage_points_and_an_index_without_a_whole_says_so():
    empty, index = INDICATORS["IN-05"], INDICATORS["IN-12"]
    points = headline(empty, read(empty.series).observations)

    assert "percentage points less" in finding_sentence(empty, points[-1], baseline_of(points)).en
    assert "sin cifra para el conjunto" in finding_sentence(index, None, None).es
