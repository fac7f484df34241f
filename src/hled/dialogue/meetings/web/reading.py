"""For whom a page is made."""

from django.http import HttpRequest

from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.people import roles_on
from hled.dialogue.meetings.queries.planned import Reader
from hled.interfaces.asked import today
from hled.kernel.party import Party


def reader_of(request: HttpRequest) -> Reader:
    """The Party of whoever has signed in and holds a role today; else the public."""
    person = getattr(request, "user", None)
    if isinstance(person, Person) and person.party and roles_on(person, today()):
        return Party(person.party)
    return None
