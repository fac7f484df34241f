"""Whether a person may, on a day: her roles of that day against the matrix."""

from datetime import date

from hled.dialogue.delegations.domain.permissions import Actor, Standing, allowed
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.people import roles_on
from hled.interfaces.acting import Subject
from hled.kernel.action import Action, Whose
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, RefusedError, declare

PM_01 = declare(
    "PM-01",
    en="Every page and every endpoint names the action that it carries out.",
    es="Toda página y todo punto de acceso nombra la acción que realiza.",
    remedy_en="Tell the operator the address: this one names none, and is therefore closed.",
    remedy_es="Indique la dirección a quien opera el sitio: esta no nombra ninguna y por eso está cerrada.",
)
PM_02 = declare(
    "PM-02",
    en="An action is open to those whom the permission matrix lists, and to nobody else.",
    es="Una acción está abierta a quienes enumera la matriz de permisos, y a nadie más.",
    remedy_en="Ask somebody whose role allows it; the matrix is on the page People and sign-in of the documentation.",
    remedy_es="Pídalo a alguien cuya función lo permita; la matriz está en la página Personas y acceso de la documentación.",
)
PM_03 = declare(
    "PM-03",
    en="Whoever acts here has signed in.",
    es="Quien actúa aquí ha entrado con su cuenta.",
    remedy_en="Sign in, then try again.",
    remedy_es="Entre con su cuenta e intente de nuevo.",
)
PM_04 = declare(
    "PM-04",
    en="Whoever acts for a Party has a second factor.",
    es="Quien actúa por una Parte tiene un segundo factor.",
    remedy_en="Set one up on the page Second factor; nothing else is open before that.",
    remedy_es="Configúrelo en la página Segundo factor; antes de eso no se abre nada más.",
)
PM_05 = declare(
    "PM-05",
    en="A form is sent from its own page, within one session.",
    es="Un formulario se envía desde su propia página, en una misma sesión.",
    remedy_en="Open the page again and send the form from there; cookies must be allowed.",
    remedy_es="Abra de nuevo la página y envíe desde ahí el formulario; se deben permitir las cookies.",
)


def actors_on(person: Person | None, on: date) -> frozenset[Actor]:
    """As whom a person may act on a day; without a person, as anyone."""
    if person is None or not person.is_active:
        return frozenset([Standing.ANYONE])
    return frozenset([*Standing, *roles_on(person, on)])


def whose_is(subject: Subject, person: Person | None) -> Whose:
    """Whose a thing is, as seen by a person; for an operator each Party is another's."""
    if subject.party is None:
        return Whose.JOINT
    return Whose.OWN if person is not None and person.party == subject.party else Whose.OTHER


def may(person: Person | None, action: Action, subject: Subject, on: date) -> bool:
    return allowed(actors_on(person, on), action, subject.state, whose_is(subject, person))


def require_may(person: Person | None, action: Action, subject: Subject, on: date) -> None:
    """
    Raises
    ------
    RefusedError
        PM-02, when the matrix does not list it.
    """
    if not may(person, action, subject, on):
        raise RefusedError([Finding(PM_02, action.name, _wanted(action))])


def _wanted(action: Action) -> Bilingual:
    return action.says
