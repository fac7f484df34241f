"""How sample officers are called."""

from dataclasses import dataclass

from hled.dialogue.delegations.domain.roles import Role
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

DOMAIN = "muestra.example"
"""Reserved for examples: no such address ever receives anything."""


@dataclass(frozen=True, slots=True)
class Sample:
    party: Party
    role: Role
    email: str
    password: str


def sample_email(party: Party, role: Role) -> str:
    return f"{role.replace('_', '-')}.{party.lower()}@{DOMAIN}"


def sample_name(party: Party, role: Role) -> str:
    """Says in both languages that nobody has this name."""
    label = role.label.en if party is Party.US else role.label.es
    return f"{label} · {'sample' if party is Party.US else 'muestra'}"


TITLES = {
    role: Bilingual(f"{role.label.en} of the demonstration", f"{role.label.es} de la demostración")
    for role in Role
}
