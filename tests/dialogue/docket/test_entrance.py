"""A form needs its piece of work or its time, is sent once, and sixty times an hour from one connection."""

from datetime import timedelta

import pytest
from tests.dialogue.docket.in_the_docket import AT

from hled.dialogue.docket.domain.proof_of_work import PATIENCE, challenge
from hled.dialogue.docket.models import SentForm
from hled.dialogue.docket.services.entrance import check_work, enter, forget_forms, link_for
from hled.kernel.rule import BrokenRuleError

pytestmark = pytest.mark.django_db

SECRET = b"of this test"
NOW = AT + timedelta(seconds=PATIENCE)


def form(number=1):
    return str(challenge(f"n{number}", int(AT.timestamp()), SECRET))


def sent(number=1, *, at=NOW, address="203.0.113.5", answer=""):
    check_work(challenge=form(number), answer=answer, secret=SECRET, at=at)
    enter(challenge=form(number), address=address, secret=SECRET, at=at)


def code(refused):
    return refused.value.findings[0].rule.code


def test_dk_12_a_form_without_work_that_came_too_soon_or_was_forged_is_refused():
    for wrong in ({"at": AT}, {"at": AT, "answer": "x"}, {"at": AT + timedelta(days=2)}):
        with pytest.raises(BrokenRuleError) as refused:
            sent(**wrong)
        assert code(refused) == "DK-12"
    with pytest.raises(BrokenRuleError) as refused:
        check_work(challenge=form() + "0", answer="", secret=SECRET, at=NOW)
    assert code(refused) == "DK-12"


def test_dk_13_a_form_is_sent_once():
    sent()

    with pytest.raises(BrokenRuleError) as refused:
        sent()

    assert code(refused) == "DK-13"


def test_dk_14_a_thousand_posts_from_one_address_are_sixty():
    for number in range(60):
        sent(number)

    for number in range(60, 1000):
        with pytest.raises(BrokenRuleError) as refused:
            sent(number)
        assert code(refused) == "DK-14"
    sent(2000, address="203.0.113.6")
    assert SentForm.objects.count() == 61


def test_no_address_is_kept_and_forms_are_forgotten_after_a_day():
    sent()

    assert "203.0.113.5" not in str(SentForm.objects.values())
    assert forget_forms(at=NOW) == 0
    assert forget_forms(at=NOW + timedelta(days=2)) == 1


def test_one_form_has_one_link_and_nothing_that_is_kept_gives_it():
    sent()

    link = link_for(form(), SECRET)

    assert link == link_for(form(), SECRET) != link_for(form(2), SECRET)
    assert form().split(".")[0] not in str(SentForm.objects.values())


def test_dk_12_says_how_long_a_form_still_waits():
    with pytest.raises(BrokenRuleError) as refused:
        sent(at=AT + timedelta(seconds=4))

    assert refused.value.findings[0].found.es == "faltan 11 segundos"
