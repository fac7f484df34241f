"""The second step of signing in: a code counts as an attempt, and is good once."""

from hashlib import sha256

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.forms import ValidationError

from hled.dialogue.delegations.web.lockout import is_locked, note_failure

USED = "used_code"


class _Counted:
    """
    Counts failures in the store, where all workers see them, and refuses a code that was used before.
    """

    def clean_code(self) -> str:
        request, name = context.request, self.user.email  # type: ignore[attr-defined]
        if is_locked(request, name):
            request.axes_locked_out = True
            raise get_adapter().validation_error("incorrect_code")
        try:
            code: str = super().clean_code()  # type: ignore[misc]
            self._use_once(code)
        except ValidationError:
            note_failure(request, name)
            raise
        return code

    def _use_once(self, code: str) -> None:
        used = sha256(code.encode()).hexdigest()
        with transaction.atomic():
            kept = Authenticator.objects.select_for_update().get(pk=self.authenticator.pk)  # type: ignore[attr-defined]
            if kept.type != Authenticator.Type.TOTP:
                return
            if kept.data.get(USED) == used:
                raise get_adapter().validation_error("incorrect_code")
            kept.data[USED] = used
            kept.save(update_fields=["data"])
            self.authenticator.data = kept.data  # type: ignore[attr-defined]


class CodeForm(_Counted, AuthenticateForm):  # type: ignore[misc]  # published without types
    """A code after the password."""


class CodeAgainForm(_Counted, ReauthenticateForm):  # type: ignore[misc]
    """A code before a change of one's own factors."""
