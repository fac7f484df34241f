"""Who acts: somebody with a role, or without one."""

from enum import StrEnum

from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.bilingual import Bilingual


class Standing(StrEnum):
    """What somebody is without any role: anyone, or a person who has signed in."""

    ANYONE = "anyone"
    SIGNED_IN = "signed_in"

    @property
    def label(self) -> Bilingual:
        return _STANDINGS[self]


_STANDINGS = {
    Standing.ANYONE: Bilingual("Anyone", "Cualquiera"),
    Standing.SIGNED_IN: Bilingual("Whoever has signed in", "Quien ha entrado"),
}

Actor = Role | Standing
EVERY_ACTOR: tuple[Actor, ...] = (*Standing, *Role)

SILENT: frozenset[Actor] = frozenset({*Standing, Role.OBSERVER, Role.PARTY_ADMINISTRATOR})
"""Who never changes anything in the name of a Party; administering a Party gives no word and no signature."""
