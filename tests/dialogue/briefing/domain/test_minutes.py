"""Minutes of the agenda are written down for each rule that asks for a place on it."""

import pytest

from hled.dialogue.briefing.domain.edition import Edition
from hled.dialogue.briefing.domain.minutes import MINUTES, minutes_needed
from hled.dialogue.meetings.domain.cadence import AL_20
from hled.dialogue.results.domain.alerts import ALERT_RULES
from hled.kernel.party import Party


def test_every_rule_that_asks_for_a_place_on_the_agenda_has_minutes() -> None:
    assert set(MINUTES) == {rule.code for rule in (*ALERT_RULES, AL_20) if rule.weight > 0}


def test_several_reasons_take_the_minutes_of_the_longest() -> None:
    assert minutes_needed(["AL-01"]) == 5
    assert minutes_needed(["AL-01", "AL-10", "AL-06"]) == 10


@pytest.mark.parametrize("codes", [[], ["AL-99"], ["AL-01", "AL-04"]])
def test_a_reason_without_minutes_is_refused(codes: list[str]) -> None:
    with pytest.raises(ValueError, match="no minutes are written down"):
        minutes_needed(codes)


def test_an_edition_is_of_one_party_or_of_none() -> None:
    assert [each.party for each in Edition] == [None, Party.US, Party.MX]
    assert len({each.stamp for each in Edition}) == 3
