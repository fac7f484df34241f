"""Who may come in: the link for a first password, signing out everywhere, shutting out, taking factors away."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.people import administers
from hled.dialogue.delegations.queries.sessions import own_sessions, public_key_of
from hled.dialogue.delegations.services.people import PP_03, PP_04, PP_08
from hled.interfaces.logs import note
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError, declare, require

SI_02 = declare(
    "SI-02",
    en="A link to sign in for the first time is good once, and for three days.",
    es="Un enlace para entrar por primera vez sirve una sola vez, durante tres días.",
    remedy_en="Ask an administrator of your Party for a new one.",
    remedy_es="Pida uno nuevo a la administración de su Parte.",
)
SI_03 = declare(
    "SI-03",
    en="A password has at least twelve characters, is no common one, also not in disguise, and is not made of name, address or words of the dialogue.",
    es="Una contraseña tiene al menos doce caracteres, no es de las comunes, tampoco disfrazada, ni se forma con el nombre, el correo o palabras del diálogo.",
    remedy_en="Choose a longer or a rarer one; four unrelated words do well.",
    remedy_es="Elija una más larga o menos común; cuatro palabras sin relación sirven bien.",
)

SI_05 = declare(
    "SI-05",
    en="Only a session of one's own that still runs can be ended.",
    es="Solo puede terminarse una sesión propia que siga abierta.",
    remedy_en="Open your account again; it lists the sessions that run.",
    remedy_es="Abra de nuevo su cuenta; ahí aparecen las sesiones abiertas.",
)


def first_link(person: Person) -> tuple[str, str]:
    """The two parts of the address at which a person chooses a password."""
    return urlsafe_base64_encode(str(person.pk).encode()), default_token_generator.make_token(person)


def person_of_link(name: str, token: str) -> Person:
    """
    Raises
    ------
    NotFoundError
        SI-02, when the link is unknown, used or too old.
    """
    try:
        person = Person.objects.get(pk=int(urlsafe_base64_decode(name)), is_active=True)
    except (Person.DoesNotExist, ValueError, OverflowError):
        person = None
    if person is None or not default_token_generator.check_token(person, token):
        raise NotFoundError([Finding(SI_02, "link")])
    return person


@transaction.atomic
def choose_password(*, name: str, token: str, password: str) -> Person:
    """
    Set the first password of a link, which thereby is used up.

    Raises
    ------
    NotFoundError
        SI-02.
    BrokenRuleError
        SI-03, with what is wrong about the password.
    """
    person = Person.objects.select_for_update().get(pk=person_of_link(name, token).pk)
    person_of_link(name, token)
    try:
        validate_password(password, person)
    except ValidationError as error:
        said = " ".join(error.messages)
        raise BrokenRuleError([Finding(SI_03, "password", Bilingual(said, said))]) from error
    person.set_password(password)
    person.save(update_fields=["password"])
    note("first-password-chosen", person=person.pk)
    return person


def sign_out_everywhere(*, person: Person, at: datetime) -> None:
    """End every session of a person."""
    Person.objects.filter(pk=person.pk).update(signed_out_at=at)


def end_session(*, person: Person, session: str, at: datetime) -> str:
    """
    End one session of a person; gives the key that it had.

    Parameters
    ----------
    session
        What stands for the key on the page of the account.

    Raises
    ------
    NotFoundError
        SI-05, when the person has no such session.
    """
    for row, _ in own_sessions(person, at):
        if constant_time_compare(public_key_of(row.session_key), session):
            key = row.session_key
            row.delete()
            note("session-ended", person=person.pk)
            return str(key)
    raise NotFoundError([Finding(SI_05, "session", session[:40])])


@transaction.atomic
def take_factors_away(*, person: Person, by: Person, at: datetime) -> tuple[str, str]:
    """
    Let a person begin anew: password, second factors and sessions go, and a new link is given.

    Credentials for signing are another matter, and are not touched: the new link gives no signature.

    Raises
    ------
    BrokenRuleError
        PP-03, when `by` does not administer the Party of the person; PP-08, for oneself.
    """
    _require_administration(person, by, at)
    Authenticator.objects.filter(user=person).delete()
    person.set_unusable_password()
    person.signed_out_at = at
    person.save(update_fields=["password", "signed_out_at"])
    note("factors-taken-away", person=person.pk, by=by.pk)
    return first_link(person)


@transaction.atomic
def shut_out(*, person: Person, by: Person, at: datetime) -> None:
    """
    Let a person do nothing more from now on, whatever her terms say.

    Raises
    ------
    BrokenRuleError
        PP-03, PP-08.
    """
    _require_administration(person, by, at)
    Person.objects.filter(pk=person.pk).update(is_active=False, signed_out_at=at)
    note("shut-out", person=person.pk, by=by.pk)
    bump_revision()


@transaction.atomic
def let_in(*, person: Person, by: Person, at: datetime) -> None:
    """
    Raises
    ------
    BrokenRuleError
        PP-03, PP-08.
    """
    _require_administration(person, by, at)
    Person.objects.filter(pk=person.pk).update(is_active=True)
    note("let-in", person=person.pk, by=by.pk)
    bump_revision()


def operators_link(person: Person) -> tuple[str, str]:
    """
    A new link, by the operator, for a first administrator who has not signed in yet.

    Raises
    ------
    BrokenRuleError
        PP-04, when a Party's administrator enrolled the person, or she has signed in.
    """
    require(PP_04, person.enrolled_by_id is None and person.last_login is None, place=person.email)
    return first_link(person)


def _require_administration(person: Person, by: Person, at: datetime) -> None:
    require(PP_03, administers(by, at.date()) and person.party == by.party, place=person.email)
    require(PP_08, person.pk != by.pk, place=person.email)
