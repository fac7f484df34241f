"""Which version of the rules both Parties agreed to."""

from collections.abc import Iterator, Mapping
from typing import Any

from hled.dialogue.results.domain.rulebook.current import RULEBOOKS, rulebook_as_json
from hled.kernel.digest import sha256_of
from hled.kernel.party import Party
from hled.kernel.rule import Finding, declare

RB_01 = declare(
    "RB-01",
    en="The rulebook that both Parties agree to is one that this installation has.",
    es="El reglamento que ambas Partes acuerdan es uno que esta instalación tiene.",
    remedy_en="Name one of the versions; install the release that has a newer one first.",
    remedy_es="Nombre una de las versiones; instale antes la publicación que tenga una más nueva.",
)
RB_02 = declare(
    "RB-02",
    en="The rulebook that both Parties agree to says to the letter what this installation applies.",
    es="El reglamento que ambas Partes acuerdan dice a la letra lo que esta instalación aplica.",
    remedy_en="Compare the digest with that of: hled rules --format json.",
    remedy_es="Compare la huella con la de: hled rules --format json.",
)
RB_03 = declare(
    "RB-03",
    en="The rulebook changes only by an act of both Parties.",
    es="El reglamento solo cambia por un acto de ambas Partes.",
    remedy_en="Propose it as a joint text on the subject rulebook; both Parties sign it.",
    remedy_es="Propóngalo como texto conjunto con el asunto rulebook; ambas Partes lo firman.",
)

SUBJECT = "rulebook"


def rulebook_digest(version: str) -> str:
    """SHA-256 of a version as it is published: rules in their order, sentences in both languages, thresholds."""
    return sha256_of(rulebook_as_json(RULEBOOKS[version]))


def findings_of_rulebook(subject: str, party: Party | None, fields: Mapping[str, Any]) -> Iterator[Finding]:
    """RB-01 to RB-03, for an act that names a version and its digest."""
    version = fields.get("version")
    if party is not None or subject != SUBJECT:
        yield Finding(RB_03, subject, party or "-")
    if not isinstance(version, str) or version not in RULEBOOKS:
        yield Finding(RB_01, f"{subject} version", f"{version}; {', '.join(RULEBOOKS)}"[:120])
    elif fields.get("digest") != rulebook_digest(version):
        yield Finding(RB_02, f"{subject} digest", f"{fields.get('digest')}"[:80])
