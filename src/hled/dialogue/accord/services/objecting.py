"""Object to a running silence procedure: an act of one Party, in force by the signature of its officer."""

from datetime import UTC, datetime

from hled.dialogue.accord.domain.acts import Content, act_over
from hled.dialogue.accord.domain.fold import OBJECT, objection_subject
from hled.dialogue.accord.domain.rules import AC_02, AC_31
from hled.dialogue.accord.domain.texts.procedure import Step, refuse_late_objection
from hled.dialogue.accord.models import OfferedAct
from hled.dialogue.accord.permissions import require_may
from hled.dialogue.accord.queries.state import head_of, running_silences
from hled.dialogue.accord.services.offering import offer_party
from hled.dialogue.delegations.models import Person
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, require


def offer_objection(*, act: str, reason_en: str, reason_es: str, by: Person, at: datetime) -> OfferedAct:
    """
    Offer the objection of a person's Party to an act whose term of silence runs.

    Nothing is objected to before an officer of the Party has signed it.

    Parameters
    ----------
    reason_en, reason_es
        In both languages, or empty in both.

    Raises
    ------
    BrokenRuleError
        AC-02 when a reason is in one language only; AC-31, AC-74 or AC-80.
    """
    party = require_may(by, Step.OBJECT, at)
    term = next((each for each in running_silences() if each.act == act), None)
    if term is None:
        raise BrokenRuleError([Finding(AC_31, "act", act[:80])])
    refuse_late_objection(term.until, at)
    missing = "reason_es" if reason_en else "reason_en"
    require(AC_02, bool(reason_en) is bool(reason_es), place=missing, found="missing")
    content, subject = objection(party, act, reason_en, reason_es), objection_subject(party, act)
    made = act_over(
        content,
        type=OBJECT,
        subject=subject,
        predecessor=head_of(subject),
        effective=at.astimezone(UTC).date(),
    )
    return offer_party(party=party, act=made, content=content, at=at)


def objection(party: Party, act: str, reason_en: str, reason_es: str) -> Content:
    """What the act that objects says."""
    says = party.label
    return Content(
        f"{says.en} objects to the act {act}, whose term of silence runs.{f' {reason_en}' if reason_en else ''}",
        f"{says.es} objeta el acto {act}, cuyo plazo de silencio corre.{f' {reason_es}' if reason_es else ''}",
        {"act": act},
    )
