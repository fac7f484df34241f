"""Who may come in with a password."""

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser

from hled.dialogue.delegations.models import Person


def may_come_in(person: Person) -> bool:
    """Nobody who was shut out, and no sample of a demonstration where the site serves others."""
    return person.is_active and (settings.SAMPLES_MAY_SIGN_IN or not person.is_sample)


class PersonBackend(AuthenticationBackend):  # type: ignore[misc]  # published without types
    """A right password of somebody who may not come in is answered as a wrong one."""

    def user_can_authenticate(self, user: Person) -> bool:
        return may_come_in(user)

    def _check_password(self, user: Person | None, password: str) -> AbstractBaseUser | None:
        if user is None:
            return None
        self._did_check_password = True
        return user if user.check_password(password) and self.user_can_authenticate(user) else None
