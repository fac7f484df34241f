"""The permission matrix, and what the roles are for."""

from pages.markdown import code, plain, sections, table

from hled.dialogue.delegations.domain.permissions import EVERY_ACTOR, MATRIX, Standing
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.action import ANY_STATE, Action, Reach, Whose
from hled.kernel.bilingual import Bilingual

REACHES = {
    Reach.PUBLIC: Bilingual("reads what everybody may read", "lee lo que todos pueden leer"),
    Reach.ENTRANCE: Bilingual("leads in", "da entrada"),
    Reach.ACCOUNT: Bilingual("one's own account", "la propia cuenta"),
    Reach.SHARED: Bilingual("reads what lies before both Parties", "lee lo que está ante ambas Partes"),
    Reach.INTERNAL: Bilingual("reads what a Party keeps to itself", "lee lo que una Parte reserva para sí"),
    Reach.ACT: Bilingual("acts for a Party", "actúa por una Parte"),
    Reach.PEOPLE: Bilingual("says who acts for a Party", "dice quién actúa por una Parte"),
}
WHOSE = {
    Whose.OWN: Bilingual("own", "propio"),
    Whose.OTHER: Bilingual("the other Party's", "de la otra Parte"),
    Whose.JOINT: Bilingual("joint", "conjunto"),
    Whose.NOBODYS: Bilingual("nobody's", "de nadie"),
}
EVERY_STATE = Bilingual("any", "cualquiera")


def matrix(language: str) -> str:
    """One row for each action, whose thing and state that is open to somebody; what is not here is refused."""
    headings = (
        Bilingual("action", "acción"),
        Bilingual("name", "nombre"),
        Bilingual("kind", "clase"),
        Bilingual("whose", "de quién"),
        Bilingual("state", "estado"),
        Bilingual("open to", "abierta a"),
    )
    rows = [
        [
            plain(action.says.in_language(language)),
            code(action.name),
            REACHES[action.reach].in_language(language),
            WHOSE[whose].in_language(language),
            EVERY_STATE.in_language(language) if state == ANY_STATE else code(state),
            actors,
        ]
        for action in MATRIX.actions()
        for whose in Whose
        for state in action.states
        if (actors := _open_to(action, state, whose, language))
    ]
    return sections(table(headings, rows, language))


def _open_to(action: Action, state: str, whose: Whose, language: str) -> str:
    """Whoever is named by a wider name is not named again."""
    if MATRIX.allows([Standing.ANYONE], action, state, whose):
        return Standing.ANYONE.label.in_language(language)
    if MATRIX.allows([Standing.SIGNED_IN], action, state, whose):
        return Standing.SIGNED_IN.label.in_language(language)
    found = [actor for actor in EVERY_ACTOR if MATRIX.allows([actor], action, state, whose)]
    return ", ".join(actor.label.in_language(language) for actor in found)


def roles(language: str) -> str:
    headings = (Bilingual("role", "función"), Bilingual("code", "clave"), Bilingual("what for", "para qué"))
    rows = [[role.label.in_language(language), code(role), role.says.in_language(language)] for role in Role]
    return sections(table(headings, rows, language))
