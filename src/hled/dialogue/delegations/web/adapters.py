"""How the library for accounts behaves here: nobody signs up, secrets are sealed, and its words are ours."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.web.backends import may_come_in

_WRONG = _("The address or the password is not right.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # published without types
    """Accounts come from an administrator of a Party, never from a visitor."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _WRONG,
        "invalid_login": _WRONG,
        "incorrect_password": _("The password is not right."),
        "enter_current_password": _("Type your present password."),
        "too_many_login_attempts": _("Too many attempts. Wait fifteen minutes."),
        "rate_limited": _("Too many requests. Wait a moment."),
        "account_inactive": _WRONG,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: Person, **said: object) -> HttpResponse | None:
        """A passkey does not ask the password's door; both are shut to the same people."""
        if not may_come_in(user):
            return self.respond_user_inactive(request, user)
        answer: HttpResponse | None = super().pre_login(request, user, **said)
        return answer

    def respond_user_inactive(self, request: HttpRequest, user: Person) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_login"))


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of second factors lie sealed in the store."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code is not right, or was used before."),
    }

    def encrypt(self, text: str) -> str:
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _seal().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)d") % {"number": number}


def _seal() -> Fernet:
    """Derived from the secret of the installation: whoever copies the store alone reads no second factor."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"hled second factors v1")
    return Fernet(base64.urlsafe_b64encode(derive.derive(settings.SECRET_KEY.encode())))
