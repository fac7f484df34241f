"""What the results do when the register takes in an act."""

from collections.abc import Callable

from django.urls import reverse

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.texts.forms import register_form
from hled.dialogue.accord.subjects import Agreed
from hled.dialogue.delegations.queries.waiting import register as register_waiting
from hled.dialogue.results.domain.forms import FORMS
from hled.dialogue.results.domain.indicators import INDICATORS
from hled.dialogue.results.queries.positions import commitment_of_position
from hled.dialogue.results.queries.waiting import waiting
from hled.dialogue.results.services.positions import agree_to_differ, record_assessment, take_back
from hled.dialogue.results.services.rulebooks import agree_rulebook
from hled.dialogue.results.services.targets import agree_target
from hled.dialogue.workplan.domain.acts import PlanAct
from hled.dialogue.workplan.domain.acts.rules import WP_01
from hled.dialogue.workplan.receivers import plan_act
from hled.kernel.party import Party
from hled.kernel.rule import require


def _party(agreed: Agreed) -> Party | None:
    """Whose act it is; None for one of both Parties."""
    return agreed.party if agreed.kind is Kind.PARTY else None


def _texts(act: PlanAct) -> dict[str, dict[str, str]]:
    return {name: {"en": text, "es": act.spanish[name]} for name, text in act.english.items()}


def _record_assessment(agreed: Agreed, act: PlanAct) -> None:
    record_assessment(
        subject=act.subject,
        party=_party(agreed),
        fields=act.fields,
        texts=_texts(act),
        on=act.on,
        act=act.digest,
        at=agreed.at,
    )


def _agree_to_differ(agreed: Agreed, act: PlanAct) -> None:
    agree_to_differ(
        subject=act.subject,
        party=_party(agreed),
        fields=act.fields,
        texts=_texts(act),
        on=act.on,
        act=act.digest,
        at=agreed.at,
    )


def _take_back(agreed: Agreed, act: PlanAct) -> None:
    take_back(subject=act.subject, on=act.on, at=agreed.at)


def _agree_rulebook(agreed: Agreed, act: PlanAct) -> None:
    agree_rulebook(
        subject=act.subject,
        party=_party(agreed),
        fields=act.fields,
        on=act.on,
        act=act.digest,
        at=agreed.at,
    )


def _agree_target(agreed: Agreed, act: PlanAct) -> None:
    agree_target(
        subject=act.subject,
        party=_party(agreed),
        fields=act.fields,
        on=act.on,
        act=act.digest,
        at=agreed.at,
    )


TYPES: dict[str, Callable[[Agreed, PlanAct], None]] = {
    "assessment.record": _record_assessment,
    "assessment.end": _take_back,
    "difference.agree": _agree_to_differ,
    "difference.end": _take_back,
    "rulebook.version": _agree_rulebook,
    "target.set": _agree_target,
}
"""Type of act -> what it does to the results."""


def listen() -> None:
    """Tell the register which subjects the results have, and the editor what their texts have."""
    for kind in {each.partition(".")[0] for each in TYPES}:
        subjects.register(kind, carry)
    register_waiting(waiting)
    for form in FORMS:
        register_form(form)
    for kind in ("assessment", "difference"):
        subjects.register_address(kind, _page_of_position)
    subjects.register_address("target", _page_of_target)
    subjects.register_address("rulebook", lambda subject: reverse("rules"))


def _page_of_position(subject: str) -> str:
    commitment = commitment_of_position(subject)
    return f"{reverse('commitment', args=[commitment])}#positions" if commitment else ""


def _page_of_target(subject: str) -> str:
    """The page of its indicator; a target for a place has the place behind the indicator."""
    indicator = [*subject.split(":"), ""][1]
    return reverse("indicator", args=[indicator]) if indicator in INDICATORS else ""


def carry(agreed: Agreed) -> None:
    """
    Carry an act of both Parties, or of one, into the results.

    Raises
    ------
    BrokenRuleError
        WP-01 for a type of act that the results do not know; what the service of the type refuses.
    """
    known = agreed.act.type in TYPES
    require(WP_01, known, place=agreed.act.type, found=", ".join(TYPES))
    TYPES[agreed.act.type](agreed, plan_act(agreed))
