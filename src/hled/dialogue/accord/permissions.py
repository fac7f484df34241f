"""Which roles take which step of a proposal; what is not listed is refused."""

from collections.abc import Mapping
from datetime import datetime

from hled.dialogue.accord.domain.texts.procedure import Step
from hled.dialogue.accord.domain.texts.rules import AC_80
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.queries.people import roles_on
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


def require_may(by: Person, step: Step, at: datetime) -> Party:
    """
    The Party for which a person takes a step.

    Raises
    ------
    BrokenRuleError
        AC-80, when the person has no Party, or no role that takes the step on that day.
    """
    allowed = STEPS.get(step, frozenset())
    require(AC_80, bool(roles_on(by, at.date()) & allowed), place="by", found=_listed(step, allowed))
    return Party(by.party or "")


def _listed(step: str, allowed: frozenset[Role]) -> Bilingual:
    return Bilingual(
        *(
            f"{step}: {', '.join(each.label.in_language(language) for each in sorted(allowed))}"
            for language in ("en", "es")
        )
    )


def may(by: Person | None, step: Step, at: datetime) -> bool:
    """Whether a role of the person takes the step; the state may still forbid it."""
    return by is not None and bool(roles_on(by, at.date()) & STEPS.get(step, frozenset()))


def reads_internal(by: Person | None, at: datetime) -> Party | None:
    """The Party whose drafts a person reads: her own, while in office in any role."""
    return Party(by.party) if by is not None and by.party and roles_on(by, at.date()) else None


def require_reports(by: Person, at: datetime) -> Party:
    """
    The Party for which a person says how a commitment stands.

    Raises
    ------
    BrokenRuleError
        AC-80.
    """
    require(AC_80, bool(roles_on(by, at.date()) & REPORTING), place="by", found=_listed("report", REPORTING))
    return Party(by.party or "")
