"""What meetings hear of the acts that both Parties agree to."""

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.texts.forms import register_form
from hled.dialogue.delegations.queries.waiting import register as register_waiting
from hled.dialogue.meetings.domain.agreeing import FORMS
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
