"""What may be filed, and when what is personal is erased."""

from datetime import date
from itertools import count

import pytest

from hled.dialogue.docket.domain.filing import (
    Personal,
    Speaker,
    about_the_person,
    about_the_speaker,
    erased_on,
    is_open,
)
from hled.dialogue.docket.domain.proof_of_work import LASTS, PATIENCE, challenge, is_answered, read, solves

SECRET = b"of this test"


def test_dk_07_words_of_no_list_are_named_one_by_one():
    findings = list(about_the_speaker(Speaker(kind="robot", place="Mars", language="fr")))

    assert [(each.rule.code, each.place) for each in findings] == [
        ("DK-07", "kind"),
        ("DK-07", "place"),
        ("DK-07", "language"),
    ]


@pytest.mark.parametrize("email", ["nobody", "a@b", "a b@c.org", "a@c.org\nBcc: x@y.org", "<a@c.org>"])
def test_dk_08_what_is_no_address_is_refused_and_not_repeated(email):
    (finding,) = about_the_person(Personal(email=email))

    assert finding.rule.code == "DK-08"
    assert email not in str(finding.as_json())


def test_an_address_may_be_left_out():
    assert list(about_the_person(Personal())) == []
    assert list(about_the_person(Personal("Ana Núñez", "Frutas del Sur", "ana@ejemplo.mx"))) == []


@pytest.mark.parametrize(("day", "open_"), [(1, False), (2, True), (5, True), (6, False)])
def test_a_call_is_open_on_its_first_and_last_day(day, open_):
    assert is_open(date(2027, 1, 2), date(2027, 1, 5), date(2027, 1, day)) is open_


def test_the_standing_docket_never_closes():
    assert is_open(date(2027, 1, 2), None, date(2099, 1, 1))


def test_personal_data_are_erased_by_the_earlier_of_both_terms():
    assert erased_on(filed=date(2027, 1, 9), closes=date(2027, 2, 1), last_reply=None) == date(2030, 2, 1)
    assert erased_on(filed=date(2027, 1, 9), closes=date(2027, 2, 1), last_reply=date(2027, 3, 1)) == date(
        2029, 3, 1
    )
    assert erased_on(filed=date(2028, 2, 29), closes=None, last_reply=None) == date(2031, 3, 1)


def test_work_done_is_taken_at_once_and_waiting_after_its_time():
    given = challenge("n1", 1000, SECRET)
    answer = next(str(each) for each in count() if solves(given, str(each)))

    assert is_answered(given, answer, 1001)
    assert not is_answered(given, "", 1001)
    assert is_answered(given, "", 1000 + PATIENCE)
    assert not is_answered(given, answer, 1001 + LASTS)
    assert not is_answered(given, answer, 999)


@pytest.mark.parametrize(
    "text", ["", "n1.1000.0", "n1.x.y", "ñ.1.2", "a.b.c.d", "n2.1000.{seal}", "n1.1001.{seal}"]
)
def test_a_forged_challenge_is_no_challenge(text):
    given = challenge("n1", 1000, SECRET)

    assert read(str(given), SECRET) == given
    assert read(text.format(seal=given.seal), SECRET) is None
