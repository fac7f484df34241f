"""What no grant may say, whoever asks for it."""

from hled.dialogue.delegations.domain.permissions.actors import SILENT, Standing
from hled.dialogue.delegations.domain.permissions.grants import Grant
from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.action import Reach, Whose

_KEPT_WITHIN = {Reach.INTERNAL, Reach.ACT, Reach.PEOPLE}
_OPEN = {Reach.PUBLIC, Reach.ENTRANCE}


def against_the_law(given: Grant) -> list[str]:
    """
    Laws that a grant would break; a matrix that breaks one is not accepted, whoever asks for it.

    Nobody sees what the other Party keeps to itself, acts for it or says who does; nobody without a role acts or
    sees more than the public; states are those of the action.
    """
    reach, broken = given.action.reach, []
    if reach in _KEPT_WITHIN and Whose.OTHER in given.whose:
        broken.append("what a Party keeps, does and who does it is never the other's")
    if reach in _KEPT_WITHIN and Whose.NOBODYS in given.whose:
        broken.append("what a Party keeps, does and who does it belongs to a Party")
    if reach is Reach.PEOPLE and (given.to != {Role.PARTY_ADMINISTRATOR} or given.whose != {Whose.OWN}):
        broken.append("people of a Party are a matter of its administrators")
    if reach is Reach.ACT and given.to & SILENT:
        broken.append("observers and administrators do not act for a Party")
    if reach not in {*_OPEN, Reach.ACCOUNT} and given.to & frozenset(Standing):
        broken.append("without a role nobody sees more than the public")
    if reach is Reach.ACCOUNT and Standing.ANYONE in given.to:
        broken.append("an account belongs to somebody")
    if unknown := set(given.states) - set(given.action.states):
        broken.append(f"states unknown to the action: {sorted(unknown)}")
    return broken
