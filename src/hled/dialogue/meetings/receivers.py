"""What meetings hear of the acts that both Parties agree to."""

from django.urls import reverse

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.texts.forms import register_form
from hled.dialogue.delegations.queries.waiting import register as register_waiting
from hled.dialogue.meetings.domain.agreeing import FORMS, meeting_of_minutes, place_of_decision
from hled.dialogue.meetings.queries.waiting import waiting
from hled.dialogue.meetings.services.agreed import (
    asked_under_a_decision,
    decision_taken,
    group_agreed,
    minutes_agreed,
    occasions,
    series_changed,
    under_a_decision,
)


def listen() -> None:
    """Called once, when the feature starts."""
    for form in FORMS:
        register_form(form)
    subjects.register("minutes", minutes_agreed)
    subjects.register("decision", decision_taken)
    subjects.register("series", series_changed)
    subjects.register("group", group_agreed)
    subjects.register_check(under_a_decision)
    register_waiting(waiting)
    subjects.register_look(asked_under_a_decision)
    subjects.register_occasions(occasions)
    for kind in ("series", "group"):
        subjects.register_address(
            kind, lambda subject: reverse("series", args=[subject.partition("/")[2] or subject])
        )
    subjects.register_address("minutes", _page_of_minutes)
    subjects.register_address("decision", _page_of_decision)


def _page_of_minutes(subject: str) -> str:
    meeting = meeting_of_minutes(subject)
    return f"{reverse('planned-meeting', args=[meeting])}#minutes" if meeting else ""


def _page_of_decision(subject: str) -> str:
    place = place_of_decision(subject)
    return f"{reverse('planned-meeting', args=[place[0]])}#{subject}" if place else ""
