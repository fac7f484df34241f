"""For whom a page is made, and what it may do."""

from django.http import HttpRequest

from hled.dialogue.delegations.domain.permissions import Standing, allowed
from hled.dialogue.delegations.web.visitors import visitor_of
from hled.dialogue.meetings.models import PlannedMeeting
from hled.dialogue.meetings.permissions import PLAN_MEETING, SEE_MEETINGS
from hled.dialogue.meetings.queries.planned import Reader, meeting_for
from hled.interfaces.acting import Subject
from hled.kernel.action import ANY_STATE, Action, Whose
from hled.kernel.party import Party


def reader_of(request: HttpRequest) -> Reader:
    """The Party of whoever has signed in, with what that takes, and holds a role today; else the public."""
    visitor = visitor_of(request)
    if visitor.waits or visitor.person is None or not visitor.person.party:
        return None
    sees = allowed(visitor.actors, SEE_MEETINGS, ANY_STATE, Whose.JOINT)
    return Party(visitor.person.party) if sees and visitor.actors - set(Standing) else None


def of_meeting(request: HttpRequest, code: str, **_: object) -> Subject:
    """A meeting of both Parties, in its state; one that the visitor may not see does not exist."""
    return Subject(None, meeting_for(reader_of(request), code).state)


def may_do(request: HttpRequest, meeting: PlannedMeeting, *actions: Action) -> set[str]:
    """Names of the actions that the matrix opens to the visitor for a meeting in its state."""
    visitor = visitor_of(request)
    if visitor.waits or visitor.person is None:
        return set()
    return {each.name for each in actions if allowed(visitor.actors, each, meeting.state, Whose.JOINT)}


def may_found(request: HttpRequest, action: Action) -> bool:
    """Whether the matrix opens an act about a body that meets to the visitor."""
    visitor = visitor_of(request)
    return not visitor.waits and allowed(visitor.actors, action, ANY_STATE, Whose.JOINT)


def may_plan(request: HttpRequest) -> bool:
    visitor = visitor_of(request)
    return not visitor.waits and allowed(visitor.actors, PLAN_MEETING, ANY_STATE, Whose.JOINT)
