"""Who is asking: a person with the roles of the day, or anyone."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from hled.dialogue.delegations.domain.permissions import Actor, Standing
from hled.dialogue.delegations.domain.roles import ACTING, Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.permitting import actors_on
from hled.interfaces.asked import today

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class Visitor:
    """
    Somebody at the door.

    `waits` says that a second factor must be set up before anything else.
    """

    person: Person | None
    actors: frozenset[Actor]
    waits: bool = False

    @property
    def roles(self) -> list[Role]:
        return [role for role in Role if role in self.actors]


NOBODY = Visitor(None, frozenset([Standing.ANYONE]))


def visitor_of(request: HttpRequest) -> Visitor:
    """Read once for each request, and not at all where no session was begun."""
    known: Visitor | None = getattr(request, "visitor", None)
    if known is None:
        known = _read(request)
        request.visitor = known  # type: ignore[attr-defined]
    return known


def person_of(request: HttpRequest) -> Person:
    """
    Who has signed in; behind the door there is always somebody.

    Raises
    ------
    LookupError
        When a view asks without an action that needs a person.
    """
    person = visitor_of(request).person
    if person is None:
        raise LookupError(f"{request.path}: nobody has signed in")
    return person


def _read(request: HttpRequest) -> Visitor:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return NOBODY
    person = request.user
    actors = actors_on(person, today())
    return Visitor(person, actors, waits=bool(actors & ACTING) and not has_factor(person))


def has_factor(person: Person) -> bool:
    """Whether signing in asks for more than a password; the samples of a demonstration are exempt, and say so."""
    return person.is_sample or Authenticator.objects.filter(user=person, type__in=FACTORS).exists()
