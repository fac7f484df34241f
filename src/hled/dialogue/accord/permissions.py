"""Which roles take which step of a proposal: the roles here, the states and Parties from the table of the procedure."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from hled.dialogue.accord.domain.consent import OF_ONE_PARTY
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.texts.procedure import TABLE, State, Step, Who
from hled.dialogue.accord.domain.texts.rules import AC_80
from hled.dialogue.delegations.domain.permissions import Grant, Standing, grant
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.people import roles_on
from hled.kernel.action import Action, Reach, Whose
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import require

_DRAFTING = frozenset({Role.COORDINATOR, Role.AGENCY_OFFICER, Role.LANGUAGE_OFFICER})
_LEADING = frozenset({Role.COORDINATOR})

STEPS: Mapping[Step, frozenset[Role]] = {
    Step.WRITE: _DRAFTING,
    Step.TABLE: _LEADING,
    Step.HAND_OVER: _LEADING,
    Step.WITHDRAW: _LEADING,
    Step.CERTIFY: frozenset({Role.LANGUAGE_OFFICER}),
    Step.SIGN: frozenset({Role.SIGNING_OFFICER}),
    Step.OBJECT: frozenset({Role.SIGNING_OFFICER}),
}
"""Consequences are nobody's, and no role has them."""

REPORTING = frozenset({Role.COORDINATOR, Role.AGENCY_OFFICER, Role.SIGNING_OFFICER})
"""Who says how a commitment stands, for one Party alone."""

_SAYS = {
    Step.WRITE: Bilingual("edit the words of a proposal", "modificar las palabras de una propuesta"),
    Step.TABLE: Bilingual("table a draft", "presentar un borrador"),
    Step.HAND_OVER: Bilingual("pass the turn to the other Party", "pasar el turno a la otra Parte"),
    Step.WITHDRAW: Bilingual("withdraw a proposal", "retirar una propuesta"),
    Step.CERTIFY: Bilingual("certify that both languages conform", "certificar que ambas lenguas concuerdan"),
    Step.SIGN: Bilingual("sign the words of a proposal", "firmar las palabras de una propuesta"),
    Step.OBJECT: Bilingual("object during a silent term", "objetar durante un plazo de silencio"),
}
_STATES = tuple(map(str, State))
CREDENTIAL = "credential"

ACTIONS: Mapping[Step, Action] = {
    step: Action(f"{step}_proposal", says, Reach.ACT, _STATES) for step, says in _SAYS.items()
}
SEE_PROPOSALS = Action(
    "see_proposals",
    Bilingual("see what is proposed and what waits for whom", "ver lo propuesto y qué espera a quién"),
    Reach.SHARED,
)
SEE_PROPOSAL = Action(
    "see_proposal", Bilingual("see a proposal", "ver una propuesta"), Reach.INTERNAL, _STATES
)
BEGIN_PROPOSAL = Action("begin_proposal", Bilingual("begin a draft", "empezar un borrador"), Reach.ACT)
RENEW_PROPOSAL = Action(
    "renew_proposal",
    Bilingual("renew an overtaken proposal", "renovar una propuesta rebasada"),
    Reach.ACT,
    _STATES,
)

JOINT_ACT = str(Kind.JOINT)
SEE_ACTS = Action(
    "see_acts",
    Bilingual("see which acts wait for signatures", "ver qué actos esperan firma"),
    Reach.SHARED,
)
SEE_ACT = Action(
    "see_act",
    Bilingual("see an act that may be signed", "ver un acto que puede firmarse"),
    Reach.INTERNAL,
)
SIGN_ACT = Action(
    "sign_act",
    Bilingual("sign an act with a credential of one's own", "firmar un acto con una credencial propia"),
    Reach.ACT,
    (JOINT_ACT, *sorted(OF_ONE_PARTY.keys() - {CREDENTIAL})),
)
"""Its states are the kinds of acts; the table of consent says which role signs which."""
SIGN_CREDENTIAL = Action(
    "sign_credential",
    Bilingual(
        "sign the enrollment or the revocation of a credential", "firmar el alta o la baja de una credencial"
    ),
    Reach.PEOPLE,
)
REVOKE_CREDENTIAL = Action(
    "revoke_credential",
    Bilingual("offer the act that revokes a credential", "ofrecer el acto que revoca una credencial"),
    Reach.PEOPLE,
)
KEEP_CREDENTIALS = Action(
    "keep_own_credentials",
    Bilingual(
        "see and offer credentials of one's own for signing, and show that one holds them",
        "ver y ofrecer credenciales propias para firmar y mostrar que se tienen",
    ),
    Reach.ACCOUNT,
)


def _grants_on_acts() -> Iterator[Grant]:
    """From the table of consent; administration signs credentials and nothing else."""
    yield grant(SEE_ACTS, *Role, on=Whose.JOINT)
    yield grant(SEE_ACT, *Role, on=(Whose.OWN, Whose.JOINT))
    yield grant(SIGN_ACT, Role.SIGNING_OFFICER, on=Whose.JOINT, states=(JOINT_ACT,))
    for kind, roles in OF_ONE_PARTY.items():
        if kind != CREDENTIAL:
            yield grant(SIGN_ACT, *map(Role, roles), on=Whose.OWN, states=(kind,))
    for action in (SIGN_CREDENTIAL, REVOKE_CREDENTIAL):
        yield grant(action, Role.PARTY_ADMINISTRATOR, on=Whose.OWN)
    yield grant(KEEP_CREDENTIALS, Standing.SIGNED_IN, on=Whose.OWN)


def _grants() -> Iterator[Grant]:
    """From the table of the procedure: a draft and a withdrawal are of one Party, all else is of both."""
    for row in TABLE:
        if row.who is not Who.CONSEQUENCE:
            whose = Whose.OWN if row.who is Who.OWN else Whose.JOINT
            yield grant(ACTIONS[row.step], *STEPS[row.step], on=whose, states=(str(row.start),))
    yield grant(SEE_PROPOSALS, *Role, on=Whose.JOINT)
    yield grant(SEE_PROPOSAL, *Role, on=(Whose.OWN, Whose.JOINT))
    yield grant(BEGIN_PROPOSAL, *_DRAFTING, on=Whose.OWN)
    yield grant(RENEW_PROPOSAL, *_DRAFTING, on=(Whose.OWN, Whose.JOINT), states=(str(State.OVERTAKEN),))


GRANTS = (*_grants(), *_grants_on_acts())


def require_may(by: Person, step: Step, at: datetime) -> Party:
    """
    The Party for which a person takes a step; whether the state allows it, the procedure says.

    Raises
    ------
    BrokenRuleError
        AC-80, when the person has no Party, or no role that takes the step on that day.
    """
    return _require_role(by, step, STEPS.get(step, frozenset()), at)


def require_reports(by: Person, at: datetime) -> Party:
    """
    The Party for which a person says how a commitment stands.

    Raises
    ------
    BrokenRuleError
        AC-80.
    """
    return _require_role(by, "report", REPORTING, at)


def _require_role(by: Person, step: str, allowed: frozenset[Role], at: datetime) -> Party:
    found = Bilingual(
        *(
            f"{step}: {', '.join(each.label.in_language(language) for each in sorted(allowed))}"
            for language in ("en", "es")
        )
    )
    require(AC_80, bool(roles_on(by, at.date()) & allowed), place="by", found=found)
    return Party(by.party or "")


def may(by: Person, step: Step, at: datetime) -> bool:
    """Whether a role of the person takes the step; the state may still forbid it."""
    return bool(roles_on(by, at.date()) & STEPS.get(step, frozenset()))
