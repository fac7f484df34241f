"""Whose a proposal is and in which state, for the door."""

from django.http import HttpRequest

from hled.dialogue.accord.domain.texts.procedure import State
from hled.dialogue.accord.domain.texts.rules import AC_82
from hled.dialogue.accord.models import Proposal
from hled.interfaces.acting import Subject
from hled.kernel.party import Party
from hled.kernel.rule import Finding, NotFoundError


def _known(id: int) -> Proposal:
    found = Proposal.objects.filter(pk=id).first()
    if found is None:
        raise NotFoundError([Finding(AC_82, "proposal", str(id))])
    return found


def of_proposal(request: HttpRequest, proposal: int, **_: object) -> Subject:
    """What was tabled lies before both Parties; before that it is its own Party's."""
    found = _known(proposal)
    return Subject(Party(found.party) if found.tabled_at is None else None, State(found.state))


def of_owner(request: HttpRequest, proposal: int, **_: object) -> Subject:
    """For tabling and withdrawing, which are the matter of the Party that drafted it."""
    found = _known(proposal)
    return Subject(Party(found.party), State(found.state))
