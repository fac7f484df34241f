"""For whom a page is made."""

from django.http import HttpRequest

from hled.dialogue.delegations.web.visitors import visitor_of
from hled.dialogue.meetings.queries.planned import Reader
from hled.kernel.party import Party


def reader_of(request: HttpRequest) -> Reader:
    """The Party of whoever has signed in with all factors and holds a role today; else the public."""
    visitor = visitor_of(request)
    if visitor.person is None or visitor.person.party is None or not visitor.roles or visitor.waits:
        return None
    return Party(visitor.person.party)
