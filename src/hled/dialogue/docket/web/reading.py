"""Whose a call, a theme, a reply or a submission is, and what the visitor may do with it."""

from django.http import HttpRequest

from hled.dialogue.delegations.domain.permissions import allowed
from hled.dialogue.delegations.queries.permitting import whose_is
from hled.dialogue.delegations.web.visitors import person_of, visitor_of
from hled.dialogue.docket.models import Call
from hled.dialogue.docket.queries.desk import call_of, submission_of, theme_of
from hled.interfaces.acting import Subject
from hled.interfaces.problems import not_found
from hled.kernel.action import ANY_STATE, Action
from hled.kernel.party import Party


def of_call(request: HttpRequest, code: str) -> Subject:
    return subject_of(call_of(code))


def of_theme(request: HttpRequest, code: str) -> Subject:
    return subject_of(theme_of(code).call)


def of_reply(request: HttpRequest, code: str) -> Subject:
    """A reply is of the Party of the call; in a call of both, of the Party of whoever writes it."""
    call = theme_of(code).call
    return Subject(call.of_party or own_party(request))


def of_submission(request: HttpRequest, code: str) -> Subject:
    """A submission is of the Party that took it in."""
    return Subject(Party(submission_of(code).intake))


def subject_of(call: Call) -> Subject:
    return Subject(call.of_party)


def own_party(request: HttpRequest) -> Party | None:
    visitor = visitor_of(request)
    return Party(visitor.person.party) if visitor.person and visitor.person.party else None


def party_at_the_desk(request: HttpRequest) -> Party:
    """
    The Party for which the visitor works.

    Raises
    ------
    NotFoundError
        PG-01, for somebody of neither Party.
    """
    party = person_of(request).party
    if not party:
        raise not_found("desk", "-")
    return Party(party)


def may(request: HttpRequest, subject: Subject, *actions: Action) -> set[str]:
    """Names of the actions that the matrix opens to the visitor for a subject."""
    visitor = visitor_of(request)
    if visitor.waits or visitor.person is None:
        return set()
    whose = whose_is(subject, visitor.person)
    return {each.name for each in actions if allowed(visitor.actors, each, ANY_STATE, whose)}
