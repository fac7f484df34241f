"""What waits for a person, by role: the longest wait first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hled.dialogue.accord.domain.texts.procedure import (
    Standing,
    State,
    Step,
    findings_before_opening,
)
from hled.dialogue.accord.models import Passage, Proposal
from hled.dialogue.accord.permissions import STEPS
from hled.dialogue.accord.queries.texts.reading import standing_of, turn_of, visible, words_of
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.people import roles_on
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party


class Want(StrEnum):
    """What is asked of a person."""

    FINISH = "finish"
    ANSWER = "answer"
    UPDATE = "update"
    CERTIFY = "certify"
    SIGN = "sign"
    OBJECT = "object"
    RENEW = "renew"

    @property
    def says(self) -> Bilingual:
        return _SAYS[self]


_SAYS = {
    Want.FINISH: Bilingual("Finish and table the draft", "Terminar y presentar el borrador"),
    Want.ANSWER: Bilingual("Answer: it is your Party's turn", "Responder: es el turno de su Parte"),
    Want.UPDATE: Bilingual("Bring a language up to date", "Poner al día una de las lenguas"),
    Want.CERTIFY: Bilingual("Certify that both languages conform", "Certificar que ambas lenguas concuerdan"),
    Want.SIGN: Bilingual("Sign", "Firmar"),
    Want.OBJECT: Bilingual("Object, or let the term run", "Objetar o dejar correr el plazo"),
    Want.RENEW: Bilingual("Renew on the text now in force", "Renovar sobre el texto ahora vigente"),
}


@dataclass(frozen=True, slots=True)
class Task:
    """
    One thing that waits for somebody.

    Parameters
    ----------
    since
        When the wait began.
    until
        When it ends by itself, for a silent term.
    not_for
        Numbers of people who may not do it: whoever wrote the words does not certify them.
    """

    proposal: Proposal
    want: Want
    since: datetime
    until: datetime | None = None
    not_for: frozenset[int] = frozenset()

    def age(self, at: datetime) -> int:
        return (at - self.since).days


def tasks(person: Person, at: datetime) -> Mapping[Role, tuple[Task, ...]]:
    """What waits for a person in each of her roles of the day, the longest wait first."""
    if person.party is None:
        return {}
    party = Party(person.party)
    found: dict[Role, list[Task]] = {role: [] for role in Role if role in roles_on(person, at.date())}
    for proposal in visible(party).filter(state__in=[*LIVE, State.OVERTAKEN]):
        for task, roles in tasks_of(proposal, party):
            if person.pk in task.not_for:
                continue
            for role in roles & found.keys():
                found[role].append(task)
    return {role: tuple(sorted(each, key=lambda task: task.since)) for role, each in found.items()}


LIVE = [each for each in State if each.is_live]


def tasks_of(proposal: Proposal, party: Party) -> Iterator[tuple[Task, frozenset[Role]]]:
    """What a proposal asks of a Party, and of which of its roles."""
    own = proposal.party == party
    turn = turn_of(proposal)
    match State(proposal.state):
        case State.DRAFT:
            yield Task(proposal, Want.FINISH, proposal.begun_at), STEPS[Step.WRITE] - {Role.LANGUAGE_OFFICER}
        case State.TABLED:
            if party in turn.awaited:
                yield Task(proposal, Want.ANSWER, turn.since), STEPS[Step.HAND_OVER]
            standing = standing_of(proposal, words_of(proposal))
            yield from _of_language(proposal, standing, party)
        case State.OPEN if party in turn.awaited:
            yield Task(proposal, Want.SIGN, turn.since), STEPS[Step.SIGN]
        case State.RUNNING:
            yield Task(proposal, Want.OBJECT, turn.since, proposal.silent_until), STEPS[Step.OBJECT]
        case State.OVERTAKEN if own and not proposal.renewals.exists():
            yield Task(proposal, Want.RENEW, proposal.closed_at or proposal.begun_at), STEPS[Step.TABLE]


def _of_language(
    proposal: Proposal, standing: Standing, party: Party
) -> Iterator[tuple[Task, frozenset[Role]]]:
    since = proposal.tabled_at or proposal.begun_at
    if standing.text.stale:
        yield Task(proposal, Want.UPDATE, since), frozenset({Role.LANGUAGE_OFFICER})
    ready = not any(findings_before_opening(standing))
    if ready and not standing.certified_by(party):
        authors = frozenset(map(int, standing.authors))
        yield Task(proposal, Want.CERTIFY, since, not_for=authors), STEPS[Step.CERTIFY]


def passages(proposal: Proposal, party: Party | None) -> list[Passage]:
    """The steps of a proposal that a Party may see, the earliest first."""
    rows = Passage.objects.filter(proposal=proposal).select_related("by").order_by("id")
    if party is None or party != proposal.party:
        rows = rows.exclude(end=State.DRAFT)
    return list(rows)
