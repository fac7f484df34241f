"""Signing in, and the factors it takes: the library's views under our door."""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as codes
from allauth.mfa.webauthn import views as passkeys
from django.http import HttpRequest, HttpResponse
from django.urls import path

from hled.dialogue.delegations.permissions import KEEP_FACTORS, SIGN_IN, SIGN_OUT
from hled.dialogue.delegations.web.samples import samples_shown
from hled.interfaces.acting import does
from hled.kernel.action import Action, Whose


class SignInView(account.LoginView):  # type: ignore[misc]  # published without types
    """Names the samples of a demonstration beside the form, where there are any."""

    def get_context_data(self, **said: Any) -> dict[str, Any]:
        return {**super().get_context_data(**said), "samples": samples_shown()}


def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session, and asks the browser to forget what it kept of it."""
    answer: HttpResponse = account.logout(request)
    if request.method == "POST":
        answer["Clear-Site-Data"] = '"cache", "storage"'
    return answer


def _under(action: Action, view: Callable[..., Any], on: Whose = Whose.OWN) -> Callable[..., Any]:
    """A view of our own around the library's, so that the mark is ours."""

    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        answer: HttpResponse = view(request, **parts)
        return answer

    return does(action, on=on)(guarded)


def _in(view: Callable[..., Any]) -> Callable[..., Any]:
    return _under(SIGN_IN, view, Whose.NOBODYS)


def _own(view: Callable[..., Any]) -> Callable[..., Any]:
    return _under(KEEP_FACTORS, view)


urlpatterns = [
    path("sign-in/", _in(SignInView.as_view()), name="account_login"),
    path("sign-in/code/", _in(factors.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", _in(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-out/", _under(SIGN_OUT, sign_out), name="account_logout"),
    path("account/password/", _own(account.password_change), name="account_change_password"),
    path("account/again/", _own(account.reauthenticate), name="account_reauthenticate"),
    path("account/again/code/", _own(factors.reauthenticate), name="mfa_reauthenticate"),
    path(
        "account/again/passkey/", _own(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"
    ),
    path("account/factors/", _own(factors.index), name="mfa_index"),
    path("account/factors/app/", _own(codes.activate_totp), name="mfa_activate_totp"),
    path("account/factors/app/remove/", _own(codes.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/factors/codes/", _own(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "account/factors/codes/new/",
        _own(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path("account/factors/passkeys/", _own(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("account/factors/passkeys/add/", _own(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "account/factors/passkeys/<int:pk>/remove/",
        _own(passkeys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
]
