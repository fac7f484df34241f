"""A study asks the public about what it found, by a call of the docket."""

import pytest
from django.urls import reverse
from tests.dialogue.docket.test_desk import browser

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.docket.models import Call
from hled.dialogue.studies.models import Study
from hled.dialogue.studies.services.keeping import keep_study
from hled.dialogue.studies.web.asking import HOME


@pytest.fixture
def study(bundled) -> Study:
    return keep_study(kind="pair", given={}, home=HOME, at=bundled)


def test_a_coordinator_announces_a_call_about_a_study_which_begins_with_its_words(study, client):
    visitor = browser("MX", Role.COORDINATOR)
    where = reverse("study-call", args=[study.pk])

    shown = visitor.get(where)
    typed = shown.context["typed"]
    answer = visitor.post(
        where,
        {
            **{name: value for name, value in typed.items() if name != "questions"},
            "party": "MX",
            "asks_en": ["What is missing?"],
            "asks_es": ["¿Qué falta?"],
        },
    )

    made = Call.objects.get(scope="study")
    public = client.get(reverse("study", args=[study.pk])).content.decode()
    assert answer["Location"] == reverse("docket-triage", args=[made.code])
    assert (made.scope_id, made.party, made.title_es) == (study.pk, "MX", study.question_es[:300])
    assert study.says_en in made.about_en
    assert reverse("docket-call", args=[made.code]) in public
    assert where not in public


def test_dk_15_a_call_about_a_study_that_is_not_whole_is_refused_and_keeps_what_was_typed(study):
    visitor = browser("MX", Role.COORDINATOR)

    answer = visitor.post(
        reverse("study-call", args=[study.pk]),
        {"title_en": "Only one", "opens_on": "2026-11-23", "closes_on": "2027-01-10", "reply_days": "60"},
    )

    assert (answer.status_code, "DK-15" in answer.content.decode()) == (400, True)
    assert 'value="Only one"' in answer.content.decode()
    assert f"study:{study.pk}" in answer.content.decode()
    assert not Call.objects.filter(scope="study").exists()


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.COORDINATOR], ids=str)
def test_nobody_but_a_coordinator_announces_it(study, role):
    assert browser("US", role).get(reverse("study-call", args=[study.pk])).status_code == 403


def test_an_unknown_study_has_no_call(bundled):
    visitor = browser("MX", Role.COORDINATOR)

    assert visitor.get(reverse("study-call", args=["S-0000000000"])).status_code == 404


def test_the_command_announces_a_call_of_both_parties_or_of_one(study, hled, monkeypatch):
    both = hled("studies", "call", study.pk, "--by", "Ana Ruiz", "--of", "MX", "--until", "2027-01-31")
    alone = hled("studies", "call", study.pk, "--by", "Ben Hall", "--of", "US", "--alone")
    late = hled("studies", "call", study.pk, "--by", "Ana Ruiz", "--of", "MX", "--until", "2026-01-31")

    calls = Call.objects.filter(scope="study").order_by("id")
    assert (both.code, alone.code) == (0, 0), both.err
    assert late.code != 0
    assert "DK-16" in late.err
    assert [(each.party, str(each.closes_on)) for each in calls] == [("", "2027-01-31"), ("US", "2027-01-07")]
    assert calls[0].code in both.out
