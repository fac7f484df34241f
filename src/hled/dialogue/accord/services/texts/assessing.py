"""What one Party holds of a commitment, beside what the rulebook computed."""

from datetime import UTC, datetime

from hled.dialogue.accord.domain.acts import act_over
from hled.dialogue.accord.domain.texts.editing import EditConflict, Read, add, write
from hled.dialogue.accord.domain.texts.forms import ASSESSMENT, findings_of_fields
from hled.dialogue.accord.domain.texts.segments import JointText, SegmentKind
from hled.dialogue.accord.models import OfferedAct
from hled.dialogue.accord.permissions import require_reports
from hled.dialogue.accord.queries.state import head_of
from hled.dialogue.accord.queries.texts.reading import content_of
from hled.dialogue.accord.services.offering import offer_party
from hled.dialogue.delegations.models import Person
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError


def offer_assessment(
    *, about: str, status: str, computed: str, reason: Bilingual, by: Person, at: datetime
) -> OfferedAct:
    """
    Offer a Party's own assessment to its officers; signed by one of them it stands beside the computed status.

    The other Party has no part in it, and nothing joint changes.

    Parameters
    ----------
    about
        Public identifier of what is assessed.
    status, computed
        The status that the Party holds, and the one that the rulebook gave then.

    Raises
    ------
    BrokenRuleError
        AC-80; AC-51 to AC-62, all that apply; AC-05 or AC-09 of the offer.
    """
    party = require_reports(by, at)
    fields = {"about": about, "status": status, "computed": computed}
    findings = list(findings_of_fields(ASSESSMENT, fields, final=True))
    if findings:
        raise BrokenRuleError(findings)
    text = add(JointText(fields=fields), "reason", SegmentKind.FIELD, name="reason")
    said = {Language.EN: reason.en, Language.ES: reason.es}
    wrote = write(text, "reason", said, read=Read(0, 0))
    if isinstance(wrote, EditConflict):
        raise TypeError("a text that was just made has no conflict")
    content = content_of(wrote)
    subject = assessment_subject(party, about)
    act = act_over(
        content,
        type="assessment.record",
        subject=subject,
        predecessor=head_of(subject),
        effective=at.astimezone(UTC).date(),
    )
    return offer_party(party=party, act=act, content=content, at=at)


def assessment_subject(party: Party, about: str) -> str:
    return f"assessment:{party}:{about}"
