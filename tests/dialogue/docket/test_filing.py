"""Somebody files, follows, corrects, withdraws or disowns; nothing of it is lost, and nothing personal stays longer than it must."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.dialogue.docket.in_the_docket import (
    ANA,
    AT,
    BEN,
    CLOSED,
    LATER,
    PERSON,
    PLAN,
    SAID,
    announced,
    filed,
)

from hled.dialogue.docket.domain.calls import Plan
from hled.dialogue.docket.domain.filing import Personal, Speaker
from hled.dialogue.docket.models import Call, CallEvent, Receipt, Submission, Submitter
from hled.dialogue.docket.services.calls import announce_call, move_closing, standing_docket
from hled.dialogue.docket.services.filing import (
    correct,
    disown,
    erase_due,
    file_submission,
    opened,
    withdraw,
)
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, NotFoundError

pytestmark = pytest.mark.django_db


def codes(refused):
    return sorted({each.rule.code for each in refused.value.findings})


def test_a_submission_is_kept_apart_from_who_filed_it():
    made = filed(announced())

    kept = Submission.objects.get()
    assert (kept.text, kept.intake, kept.kind, kept.place) == (SAID.text, "MX", "firm", "MX-MIC")
    assert "Perla" not in str(vars(kept))
    assert made.submission.submitter.email == PERSON.email


def test_of_the_private_link_only_its_digest_is_kept():
    made = filed(announced())

    assert made.link not in str(Receipt.objects.values())
    assert opened(link=made.link) == made.submission


@pytest.mark.parametrize("link", ["", "x" * 32, "\ud800", "ñ"])
def test_dk_09_a_forged_link_opens_nothing(link):
    filed(announced())

    with pytest.raises(NotFoundError) as refused:
        opened(link=link)

    assert codes(refused) == ["DK-09"]


def test_each_link_opens_its_own_submission():
    call = announced()

    one, other = filed(call), filed(call)

    assert [opened(link=each.link) for each in (one, other)] == [one.submission, other.submission]


def test_dk_05_an_unknown_call_takes_nothing():
    with pytest.raises(BrokenRuleError) as refused:
        file_submission(call=None, said=SAID, at=AT)

    assert codes(refused) == ["DK-05"]


def test_dk_06_a_closed_call_takes_nothing_and_the_standing_docket_does():
    call = announced()

    with pytest.raises(BrokenRuleError) as refused:
        filed(call, at=CLOSED)

    assert codes(refused) == ["DK-06"]
    assert filed(standing_docket(at=CLOSED), at=CLOSED).submission.call.is_standing


def test_dk_11_a_call_of_both_parties_asks_who_takes_it_in_and_a_call_of_one_does_not():
    with pytest.raises(BrokenRuleError) as refused:
        filed(announced(), intake="")

    assert codes(refused) == ["DK-11"]
    assert filed(announced(replace(PLAN, party=Party.MX)), intake="").submission.intake == "MX"


def test_everything_that_is_wrong_is_said_together():
    wrong = replace(SAID, text="", speaker=Speaker(kind="?"), personal=Personal(email="?"), intake="CA")

    with pytest.raises(BrokenRuleError) as refused:
        file_submission(call=announced(), said=wrong, at=CLOSED)

    assert codes(refused) == ["DK-01", "DK-06", "DK-07", "DK-08", "DK-11"]
    assert not Submission.objects.exists()


def test_answers_to_the_questions_are_kept_in_their_places():
    made = filed(announced(), answers={1: "Puente Dos", 2: "Un carril nocturno", 9: "nothing asked"})

    assert list(made.submission.answers.values_list("question__place", "text")) == [
        (1, "Puente Dos"),
        (2, "Un carril nocturno"),
    ]
    assert "puente dos un carril nocturno" in made.submission.folded


def test_a_submission_without_personal_data_has_no_row_of_them():
    filed(announced(), personal=Personal())

    assert not Submitter.objects.exists()


def test_a_correction_keeps_what_was_said_before():
    made = filed(announced(), answers={1: "Puente Dos"})

    correct(submission=made.submission, text="La aduana tarda ocho horas.", answers={}, at=LATER)

    kept = Submission.objects.get()
    former = kept.former_texts.get()
    assert (kept.text, kept.corrected_at) == ("La aduana tarda ocho horas.", LATER)
    assert (former.text, former.answers) == (SAID.text, {"1": "Puente Dos"})


@pytest.mark.parametrize("end", [withdraw, disown])
def test_dk_10_what_was_withdrawn_or_disowned_loses_its_personal_data_and_is_corrected_no_more(end):
    made = filed(announced())

    end(submission=made.submission, at=LATER)

    assert (Submitter.objects.get().email, Submitter.objects.get().erased_at) == ("", LATER)
    with pytest.raises(BrokenRuleError) as refused:
        correct(submission=made.submission, text="Otra cosa.", answers={}, at=LATER)
    assert codes(refused) == ["DK-10"]


def test_personal_data_are_erased_on_their_day_and_not_before():
    filed(announced())
    day = Submitter.objects.get().erase_on

    assert day == date(2030, 2, 26)
    assert erase_due(at=AT.replace(year=2030, month=2, day=25)) == 0
    assert erase_due(at=AT.replace(year=2030, month=2, day=26)) == 1
    assert (Submitter.objects.get().name, Submission.objects.get().text) == ("", SAID.text)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"title": ("Only", "")}, "DK-15"),
        ({"questions": (("", "¿Qué?"),)}, "DK-15"),
        ({"closes_on": date(2027, 1, 3)}, "DK-16"),
        ({"closes_on": None}, "DK-16"),
        ({"reply_days": 0}, "DK-16"),
        ({"scope": "pillar", "scope_id": "P9"}, "DK-17"),
        ({"scope": "planet", "scope_id": "Mars"}, "DK-17"),
        ({"scope": "study"}, "DK-17"),
        ({"party": Party.US}, "DK-18"),
    ],
)
def test_a_call_that_is_not_whole_is_not_announced(changes, rule):
    with pytest.raises(BrokenRuleError) as refused:
        announce_call(plan=replace(PLAN, **changes), by=ANA, at=AT)

    assert codes(refused) == [rule]
    assert not Call.objects.exists()


def test_dk_19_the_last_day_moves_while_a_call_is_open_and_never_into_the_past():
    call = announced()

    move_closing(call=call, closes_on=date(2027, 3, 5), by=BEN, at=AT)

    assert CallEvent.objects.last().before == {"closes_on": "2027-02-26"}
    for closes_on, at in ((AT.date() - timedelta(days=1), AT), (date(2028, 1, 1), CLOSED)):
        with pytest.raises(BrokenRuleError) as refused:
            move_closing(call=call, closes_on=closes_on, by=BEN, at=at)
        assert codes(refused) == ["DK-19"]


def test_dk_18_the_other_party_does_not_move_a_call_of_one():
    call = announced(replace(PLAN, party=Party.MX))

    with pytest.raises(BrokenRuleError) as refused:
        move_closing(call=call, closes_on=date(2027, 3, 5), by=BEN, at=AT)

    assert codes(refused) == ["DK-18"]


def test_there_is_one_standing_docket():
    assert standing_docket(at=AT) == standing_docket(at=LATER)
    assert isinstance(PLAN, Plan)


def test_dk_43_a_submission_is_corrected_twenty_times():
    made = filed(announced())
    for number in range(20):
        correct(submission=made.submission, text=f"Version {number} of my words.", answers={}, at=LATER)

    with pytest.raises(BrokenRuleError) as refused:
        correct(submission=made.submission, text="And another.", answers={}, at=LATER)

    assert codes(refused) == ["DK-43"]
    assert Submission.objects.get().text == "Version 19 of my words."
