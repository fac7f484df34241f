"""What waits for the officers of a Party, or is news to them; said without the words of any draft."""

from dataclasses import dataclass
from datetime import datetime

from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party


@dataclass(frozen=True, slots=True)
class Waiting:
    """
    One thing that somebody should do or know.

    Parameters
    ----------
    key
        Names it for good, so that nobody is told twice.
    roles
        Who of the Party is meant: holders of one of these roles.
    title, says
        What it is about, and what is to be done or has come about.
    page
        Its address on this site without the language, such as ``accord/proposals/3/``.
    until
        When it ends by itself.
    not_for
        Numbers of people who may not do it, such as the authors of words that want a certificate.
    agencies
        For agency officers, whose matter it is; empty where it is every agency's.
    is_news
        Told once, and nothing that waits.
    is_mailed
        Whether it is sent; what the public pages say at length is not.
    """

    key: str
    party: Party
    roles: frozenset[Role]
    title: Bilingual
    says: Bilingual
    page: str
    since: datetime
    until: datetime | None = None
    not_for: frozenset[int] = frozenset()
    agencies: frozenset[str] = frozenset()
    is_news: bool = False
    is_mailed: bool = True

    def is_for(self, person: int, role: Role, agency: str | None) -> bool:
        """Whether it is meant for a person in a role, of an agency where the role is of one."""
        if role not in self.roles or person in self.not_for:
            return False
        return role is not Role.AGENCY_OFFICER or not self.agencies or agency in self.agencies

    def days(self, at: datetime) -> int:
        return max(0, (at - self.since).days)
