"""What the work plan does when the register puts an act in force."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.texts.forms import register_form
from hled.dialogue.accord.domain.texts.segments import read_back
from hled.dialogue.accord.subjects import Agreed
from hled.dialogue.workplan.domain.acts import PlanAct
from hled.dialogue.workplan.domain.acts.forms import FORMS
from hled.dialogue.workplan.domain.acts.rules import WP_16, WP_17
from hled.dialogue.workplan.queries.acts import commitment_of_milestone
from hled.dialogue.workplan.queries.beforehand import codes_of, findings_beforehand, standing_fields
from hled.dialogue.workplan.services.acts import carry_out
from hled.kernel.rule import BrokenRuleError, Finding, require

SUBJECTS = ("commitment", "milestone", "statement")


def listen() -> None:
    """Tell the register which subjects the work plan has, and the editor what their texts have."""
    for kind in SUBJECTS:
        subjects.register(kind, carry)
    for form in FORMS:
        register_form(form)
    for kind in ("commitment", "milestone"):
        subjects.register_fold(kind, _fold(kind))
    subjects.register_address("commitment", lambda subject: reverse("commitment", args=[subject]))
    subjects.register_address("milestone", _page_of_milestone)
    subjects.register_address("statement", lambda subject: reverse("document", args=[subject]))


def _fold(kind: str) -> subjects.Fold:
    return subjects.Fold(
        standing=lambda subject: standing_fields(kind, subject),
        codes=lambda: codes_of(kind),
        trial=_tried,
    )


def _tried(agreed: Agreed) -> tuple[Finding, ...]:
    try:
        return findings_beforehand(plan_act(agreed))
    except BrokenRuleError as error:
        return error.findings


def _page_of_milestone(subject: str) -> str:
    commitment = commitment_of_milestone(subject)
    return f"{reverse('commitment', args=[commitment])}#{subject}" if commitment else ""


def carry(agreed: Agreed) -> None:
    """
    Carry an act that both Parties signed into the work plan.

    Raises
    ------
    BrokenRuleError
        WP-17 for an act of one Party alone; WP-16 and what `carry_out` refuses.
    """
    require(WP_17, agreed.kind is Kind.JOINT, place=agreed.act.subject, found=str(agreed.kind))
    carry_out(act=plan_act(agreed), at=agreed.at)


def plan_act(agreed: Agreed) -> PlanAct:
    """
    An act of the register as the work plan reads it.

    It counts from its day of effect, or from the day on which it came into force where that is later: no view of a
    day shows what was agreed afterwards.

    Raises
    ------
    BrokenRuleError
        WP-16, when the texts do not have the segments that the fields name.
    """
    english, spanish, fields = _segments(agreed)
    return PlanAct(
        agreed.act.type,
        agreed.act.subject,
        english,
        spanish,
        fields,
        max(agreed.act.effective, agreed.at.date()),
        agreed.act.digest,
    )


def _segments(agreed: Agreed) -> tuple[dict[str, str], dict[str, str], Mapping[str, Any]]:
    content = agreed.content
    try:
        text = read_back(content.english, content.spanish, content.fields)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenRuleError([Finding(WP_16, agreed.act.subject, str(error)[:200])]) from error
    names = [each.name or each.id for each in text.segments]
    require(
        WP_16,
        bool(names) and len(set(names)) == len(names),
        place=agreed.act.subject,
        found=", ".join(names)[:200] or "-",
    )
    sides = zip(names, text.segments, strict=True)
    english, spanish = {}, {}
    for name, segment in sides:
        english[name], spanish[name] = segment.english.text, segment.spanish.text
    return english, spanish, text.fields
