"""Certify words, and open them for signature when both Parties have."""

from datetime import datetime

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.texts.forms import findings_of_fields, form_of
from hled.dialogue.accord.domain.texts.procedure import (
    State,
    Step,
    may_open,
    next_state,
    refuse_certifying,
)
from hled.dialogue.accord.domain.texts.segments import JointText
from hled.dialogue.accord.models import Certification, Proposal
from hled.dialogue.accord.permissions import require_may
from hled.dialogue.accord.queries.texts.reading import act_of, content_of, standing_of, tried, words_of
from hled.dialogue.accord.services.appending import writer
from hled.dialogue.accord.services.offering import offer_joint
from hled.dialogue.accord.services.texts.desk import lock, take
from hled.dialogue.delegations.models import Person
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError


def certify(*, proposal: int, digest: str, by: Person, at: datetime) -> Proposal:
    """
    Certify that both languages of exactly these words conform.

    The second Party's certification opens the words: they are offered to the signing officers of both.

    Raises
    ------
    BrokenRuleError
        AC-62, AC-64, AC-66 to AC-69, AC-71, AC-72, AC-76, AC-80, AC-82; what a room above asks of it, and
        what it would refuse when the words came into force.
    """
    party = require_may(by, Step.CERTIFY, at)
    with writer():
        found = lock(proposal, party)
        next_state(State(found.state), Step.CERTIFY, by=party, owner=Party(found.party))
        text = words_of(found)
        findings = list(findings_of_fields(form_of(found.text.kind), found.fields, final=True))
        if findings:
            raise BrokenRuleError(findings)
        subjects.look_at(subjects.Asked(found.text.kind, found.text.subject, found.occasion))
        refuse_certifying(standing_of(found, text), digest=digest, party=party, person=str(by.pk))
        if against := tried(found, text, at):
            raise BrokenRuleError(against)
        Certification.objects.create(proposal=found, digest=digest, party=party, by=by, at=at)
        standing = standing_of(found, text)
        done = [each for each in Party if standing.certified_by(each)]
        take(found, Step.CERTIFY, party=party, by=by, at=at, done=done)
        if may_open(standing):
            take(found, Step.OPEN, at=at)
            _offer(found, text, at)
        return found


def _offer(proposal: Proposal, text: JointText, at: datetime) -> None:
    act = act_of(proposal, text)
    if act is None:
        raise ValueError(f"proposal={proposal.pk} is not complete")
    offer_joint(act=act, content=content_of(text), at=at)
