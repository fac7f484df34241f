"""The roles in which a person acts for a Party."""

from enum import StrEnum

from hled.kernel.bilingual import Bilingual


class Role(StrEnum):
    """What a person was appointed to do; whoever has none of these reads as the public does."""

    COORDINATOR = "coordinator"
    AGENCY_OFFICER = "agency_officer"
    LANGUAGE_OFFICER = "language_officer"
    SIGNING_OFFICER = "signing_officer"
    OBSERVER = "observer"
    PARTY_ADMINISTRATOR = "party_administrator"

    @property
    def label(self) -> Bilingual:
        return _LABELS[self]

    @property
    def says(self) -> Bilingual:
        """One sentence on what the role is for."""
        return _SAYS[self]


_LABELS = {
    Role.COORDINATOR: Bilingual("Coordinator", "Coordinación"),
    Role.AGENCY_OFFICER: Bilingual("Agency officer", "Enlace de dependencia"),
    Role.LANGUAGE_OFFICER: Bilingual("Language officer", "Responsable de idioma"),
    Role.SIGNING_OFFICER: Bilingual("Signing officer", "Responsable de firma"),
    Role.OBSERVER: Bilingual("Observer", "Observador u observadora"),
    Role.PARTY_ADMINISTRATOR: Bilingual("Party administrator", "Administración de la Parte"),
}
_SAYS = {
    Role.COORDINATOR: Bilingual(
        "Leads the work of a Party: drafts, tables and withdraws its proposals and prepares its meetings.",
        "Dirige el trabajo de una Parte: redacta, presenta y retira sus propuestas y prepara sus reuniones.",
    ),
    Role.AGENCY_OFFICER: Bilingual(
        "Reports for one agency and drafts what concerns it.",
        "Informa por una dependencia y redacta lo que le corresponde.",
    ),
    Role.LANGUAGE_OFFICER: Bilingual(
        "Certifies that both language versions say the same.",
        "Certifica que ambas versiones lingüísticas dicen lo mismo.",
    ),
    Role.SIGNING_OFFICER: Bilingual(
        "Signs joint acts with a credential of one's own.",
        "Firma los actos conjuntos con una credencial propia.",
    ),
    Role.OBSERVER: Bilingual(
        "Reads what a Party keeps to itself, and changes nothing.",
        "Lee lo que una Parte reserva para sí y no cambia nada.",
    ),
    Role.PARTY_ADMINISTRATOR: Bilingual(
        "Enrolls the people of a Party and appoints them; has no signature by it.",
        "Da de alta a las personas de una Parte y las nombra; no por ello tiene firma.",
    ),
}

ACTING = frozenset(Role) - {Role.OBSERVER}
"""Roles whose holders change something, and therefore need a second factor."""
