"""One's own account: who one is here, for which terms, and how one comes in."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from hled.dialogue.delegations.permissions import KEEP_NOTICES, SEE_ACCOUNT, SIGN_IN, SIGN_OUT
from hled.dialogue.delegations.queries.account import terms_of
from hled.dialogue.delegations.queries.notices import wants_notices
from hled.dialogue.delegations.queries.sessions import sessions_of
from hled.dialogue.delegations.services.access import (
    choose_password,
    end_session,
    person_of_link,
    sign_out_everywhere,
)
from hled.dialogue.delegations.services.notices import want_notices
from hled.dialogue.delegations.web.visitors import has_factor, person_of, visitor_of
from hled.interfaces.acting import does
from hled.interfaces.asked import now, today
from hled.interfaces.frame import show
from hled.interfaces.problems import shown_findings
from hled.kernel.action import Whose
from hled.kernel.rule import BrokenRuleError, NotFoundError


def _can_show_again(request: HttpRequest) -> bool:
    """Whether there is a password or a factor here; who comes by another government's site has none."""
    return bool(get_adapter().get_reauthentication_methods(request.user))


shown_again: Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]] = reauthentication_required(
    allow_get=True, enabled=_can_show_again
)
"""Has her show again who she is, unless she just did, and then does what she asked for."""


@does(SEE_ACCOUNT, on=Whose.OWN)
def account(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    told = {
        "terms": terms_of(person, today()),
        "has_factor": has_factor(person),
        "wants_notices": wants_notices(person),
        "waits": visitor_of(request).waits,
        "sessions": sessions_of(person, this=request.session.session_key, at=now()),
        "idle_minutes": settings.SESSION_IDLE_SECONDS // 60,
        "hours": settings.SESSION_COOKIE_AGE // 3600,
    }
    return show(request, "delegations/account.html", told)


@does(KEEP_NOTICES, on=Whose.OWN)
def notices(request: HttpRequest) -> HttpResponse:
    """Have notices sent by e-mail, or not."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    want_notices(person=person_of(request), wanted=request.POST.get("wanted") == "yes", at=now())
    return HttpResponseRedirect(reverse("account"))


@does(SIGN_OUT, on=Whose.OWN)
@shown_again
def everywhere(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    sign_out_everywhere(person=person_of(request), at=now())
    logout(request)
    return HttpResponseRedirect(reverse("account_login"))


@does(SIGN_OUT, on=Whose.OWN)
@shown_again
def ended(request: HttpRequest, session: str) -> HttpResponse:
    """End one session, in whatever browser it is."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    key = end_session(person=person_of(request), session=session, at=now())
    if key == request.session.session_key:
        logout(request)
        return HttpResponseRedirect(reverse("account_login"))
    return HttpResponseRedirect(f"{reverse('account')}#sessions")


@does(SIGN_IN)
@sensitive_post_parameters("password")
def welcome(request: HttpRequest, name: str, token: str) -> HttpResponse:
    """Choose the first password; the link is good once."""
    person = person_of_link(name, token)
    if request.method != "POST":
        return show(request, "delegations/welcome.html", {"person": person})
    try:
        choose_password(name=name, token=token, password=request.POST.get("password", ""))
    except NotFoundError:
        raise
    except BrokenRuleError as error:
        told = {"person": person, "findings": shown_findings(error.findings)}
        return show(request, "delegations/welcome.html", told, status=400)
    return HttpResponseRedirect(reverse("account_login"))
