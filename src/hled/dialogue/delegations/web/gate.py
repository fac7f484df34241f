"""The door: what a request would do is read from its view, and held against the permission matrix before it runs."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode

from hled.dialogue.delegations.domain.permissions import Standing, allowed
from hled.dialogue.delegations.queries.permitting import PM_01, PM_02, PM_03, PM_04, PM_05, whose_is
from hled.dialogue.delegations.web.visitors import Visitor, visitor_of
from hled.interfaces.acting import Named, Subject, is_answered, named_for
from hled.interfaces.problems import API_ROOT, PG_01, broken_rule_answer, problem_answer
from hled.kernel.action import Action, Reach, Whose
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule

log = logging.getLogger(__name__)

SAFE = {"GET", "HEAD", "OPTIONS"}
BEFORE_FACTOR = {Reach.PUBLIC, Reach.ENTRANCE, Reach.ACCOUNT}
HIDDEN = {Reach.INTERNAL, Reach.ACT, Reach.PEOPLE}
"""What one Party has of these does not exist for the other."""


class GateMiddleware:
    """
    Refuses what names no action (PM-01) and what the matrix does not list (PM-02).

    Anonymous reading passes without a look at the session, so that it sets no cookie and can be kept; all else is
    for its visitor alone, and no cache may hold it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if getattr(request, "is_private", False) or settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(answer, private=True, no_store=True)
        return answer

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], arguments: object, parts: Mapping[str, Any]
    ) -> HttpResponse | None:
        if not is_answered(view, request):
            return None
        said = named_for(view, request)
        if said is None:
            return _refuse(request, PM_01, request.path[:120], 403)
        if said.action.reach is Reach.PUBLIC and _may({Standing.ANYONE}, said.action, said.on):
            return None
        request.is_private = True  # type: ignore[attr-defined]
        try:
            return self._behind_the_door(request, said, parts)
        except BrokenRuleError as error:
            return broken_rule_answer(request, error)

    def _behind_the_door(
        self, request: HttpRequest, said: Named, parts: Mapping[str, Any]
    ) -> HttpResponse | None:
        visitor = visitor_of(request)
        if _may({Standing.ANYONE}, said.action, said.on):
            return None
        if visitor.person is None:
            return _to(request, "account_login") or _refuse(request, PM_03, said.action.says, 403)
        if _forged(request):
            return _refuse(request, PM_05, request.path[:120], 403)
        if visitor.waits and said.action.reach not in BEFORE_FACTOR:
            return _to(request, "mfa_index") or _refuse(request, PM_04, said.action.says, 403)
        if isinstance(said.on, Whose):
            holds = _may(visitor.actors, said.action, said.on)
            return None if holds else _refuse(request, PM_02, said.action.says, 403)
        return _about(request, visitor, said.action, said.on(request, **parts))


def _may(actors: Any, action: Action, on: object) -> bool:
    """In some state at least; where states differ, the view finds its subject."""
    return isinstance(on, Whose) and any(allowed(actors, action, state, on) for state in action.states)


def _about(request: HttpRequest, visitor: Visitor, action: Action, subject: Subject) -> HttpResponse | None:
    whose = whose_is(subject, visitor.person)
    if allowed(visitor.actors, action, subject.state, whose):
        return None
    if whose is Whose.OTHER and action.reach in HIDDEN:
        return _refuse(request, PG_01, request.path[:120], 404)
    return _refuse(request, PM_02, action.says, 403)


def _to(request: HttpRequest, name: str) -> HttpResponse | None:
    """A reader of pages is led on; an endpoint or a form sent is refused."""
    if request.method not in SAFE or request.path.startswith(API_ROOT):
        return None
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")


def _forged(request: HttpRequest) -> bool:
    """Endpoints are exempt from the check of forms; who comes with a session is checked all the same."""
    if request.method in SAFE or not request.path.startswith(API_ROOT):
        return False
    check = CsrfViewMiddleware(lambda _: HttpResponse())
    check.process_request(request)
    return check.process_view(request, _checked, (), {}) is not None


def _checked(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _refuse(request: HttpRequest, rule: Rule, found: str | Bilingual, status: int) -> HttpResponse:
    person = visitor_of(request).person
    log.warning("%s %s %s person=%s", rule.code, request.method, request.path, person.pk if person else None)
    return problem_answer(request, [Finding(rule, request.path[:120], found)], status=status)


def forged_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What Django calls when a form was not sent from its own page."""
    return problem_answer(request, [Finding(PM_05, request.path[:120])], status=403)
