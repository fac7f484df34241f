"""
What the register asks of joint texts, and what it tells them.

Called by `signing` and `appending` inside their transaction; nothing here puts an act in force.
"""

from collections.abc import Iterable
from datetime import datetime

from hled.dialogue.accord.domain.acts import Act
from hled.dialogue.accord.domain.entries import Envelope, Kind
from hled.dialogue.accord.domain.fold import OBJECT
from hled.dialogue.accord.domain.texts.forms import has_form
from hled.dialogue.accord.domain.texts.procedure import State, Step, refuse_late_signature, refuse_signing
from hled.dialogue.accord.domain.texts.rules import AC_83
from hled.dialogue.accord.models import JointText, Proposal
from hled.dialogue.accord.queries.texts.reading import open_proposal
from hled.dialogue.accord.services.texts.desk import take
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding

LIVE = [each for each in State if each.is_live]


def require_open(act: Act, at: datetime) -> Proposal | None:
    """
    The proposal that has a joint act open for signature; None for a kind without joint texts.

    Raises
    ------
    BrokenRuleError
        AC-83 when no proposal has it open, AC-79, and what keeps the words from being signed.
    """
    if not has_form(act.kind):
        return None
    JointText.objects.select_for_update().filter(subject=act.subject).first()
    known = open_proposal(act)
    if known is None:
        raise BrokenRuleError([Finding(AC_83, "act", act.digest)])
    found, standing = known
    refuse_signing(standing, digest=act.digest)
    refuse_late_signature(found.silent_from, at.date())
    return found


def signed(act: Act, party: Party, done: Iterable[Party], at: datetime) -> None:
    """A signature of a Party was taken; `done` are all Parties that signed."""
    found = require_open(act, at)
    if found is not None:
        take(found, Step.SIGN, party=party, at=at, done=done)


def entered(entry: Envelope, proposal: Proposal | None) -> None:
    """
    An entry stands in the register: move the proposals that it concerns.

    Parameters
    ----------
    proposal
        The one that had the act open, as `require_open` gave it.
    """
    if entry.kind is Kind.TERM:
        _close(str(entry.content.fields["act"]), entry.at)
    elif entry.act.type == OBJECT:
        for found in Proposal.objects.filter(act=entry.content.fields["act"], state=State.RUNNING):
            take(found, Step.OBJECT, party=entry.party, at=entry.at)
    elif proposal is not None:
        proposal.refresh_from_db()
        proposal.act = entry.act.digest
        take(proposal, Step.RUN if entry.act.condition else Step.ENTER, at=entry.at)
        if not entry.act.condition:
            _overtake_others(proposal, entry.at)


def _close(act: str, at: datetime) -> None:
    """A silent term ran out without an objection."""
    for found in Proposal.objects.filter(act=act, state=State.RUNNING):
        take(found, Step.ENTER, at=at)
        _overtake_others(found, at)


def _overtake_others(entered: Proposal, at: datetime) -> None:
    """Two proposals on one version: the second finds that its ground moved."""
    others = Proposal.objects.filter(text_id=entered.text_id, state__in=LIVE).exclude(pk=entered.pk)
    for other in others.select_related("text"):
        take(other, Step.OVERTAKE, at=at)
