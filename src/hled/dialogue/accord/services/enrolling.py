"""Enroll and revoke credentials: acts of one Party, offered like any other and in force by its signatures."""

from datetime import UTC, datetime

from django.db import transaction

from hled.dialogue.accord.domain.acts import Content, act_over
from hled.dialogue.accord.domain.credentials import (
    ENROLL,
    REVOKE,
    Credential,
    credential_from,
    enrollment,
    revocation,
)
from hled.dialogue.accord.domain.entries import CredentialKind
from hled.dialogue.accord.domain.keys import fingerprint
from hled.dialogue.accord.domain.passkeys import Made
from hled.dialogue.accord.domain.rules import AC_14, AC_26, AC_28
from hled.dialogue.accord.models import Credential as CredentialRow
from hled.dialogue.accord.models import OfferedAct, PasskeyHandle
from hled.dialogue.accord.queries.officers import credential_for, term_of
from hled.dialogue.accord.queries.state import credentials, head_of
from hled.dialogue.accord.services.offering import offer_party
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.kernel.party import Party
from hled.kernel.rule import Finding, NotFoundError, require


def offer_enrollment(*, credential: Credential, at: datetime) -> OfferedAct:
    """
    Offer the act that enrolls a credential.

    It is in force when an administrator of the Party and the credential itself have signed; the first of a Party
    signs alone, and the register says so.

    Raises
    ------
    BrokenRuleError
        AC-25, AC-26 or AC-28.
    """
    content = enrollment(credential)
    credential_from(content.fields)
    first = not CredentialRow.objects.filter(party=credential.party).exists()
    require(AC_26, credential.bootstrap is first, place="bootstrap", found=credential.bootstrap)
    known = credential.id in credentials([credential.id])
    require(AC_28, not known, place="credential", found=credential.id)
    return _offer(credential.party, ENROLL, credential.subject, content, at)


def offer_own(
    *, person: Person, role: Role, kind: CredentialKind, public_key: bytes, site: str = "", at: datetime
) -> OfferedAct:
    """
    Offer the enrollment of a key of one's own, for the term in which one holds a role.

    An administrator's is the first of its Party where that has none yet.

    Raises
    ------
    BrokenRuleError
        AC-14, AC-25, AC-26 or AC-28.
    """
    require(AC_14, person.party is not None, place=str(role), found=person.name)
    first = not CredentialRow.objects.filter(party=person.party).exists()
    require(AC_26, not first or role is Role.PARTY_ADMINISTRATOR, place="role", found=str(role))
    credential = credential_for(
        term_of(person, role, at.date()), kind=kind, public_key=public_key, site=site, bootstrap=first
    )
    return offer_enrollment(credential=credential, at=at)


@transaction.atomic
def offer_passkey(*, person: Person, role: Role, made: Made, site: str, at: datetime) -> OfferedAct:
    """
    Offer the enrollment of a passkey that the person's browser made, and keep the name by which it is asked for.

    Raises
    ------
    BrokenRuleError
        As for `offer_own`.
    """
    offered = offer_own(
        person=person,
        role=role,
        kind=CredentialKind.PASSKEY,
        public_key=made.public_key,
        site=site,
        at=at,
    )
    PasskeyHandle.objects.get_or_create(
        credential=fingerprint(made.public_key), defaults={"handle": made.handle}
    )
    return offered


def offer_revocation(*, credential: str, reason_en: str, reason_es: str, at: datetime) -> OfferedAct:
    """
    Offer the act that revokes a credential; an administrator of its Party signs it.

    Raises
    ------
    BrokenRuleError
        AC-28, when the credential is not enrolled or revoked already.
    """
    found = credentials([credential]).get(credential)
    if found is None:
        raise NotFoundError([Finding(AC_28, "credential", credential[:80])])
    require(AC_28, found.revoked is None, place="credential", found=f"entry {found.revoked}")
    return _offer(found.party, REVOKE, found.subject, revocation(found, reason_en, reason_es), at)


def _offer(party: Party, type: str, subject: str, content: Content, at: datetime) -> OfferedAct:
    act = act_over(
        content,
        type=type,
        subject=subject,
        predecessor=head_of(subject),
        effective=at.astimezone(UTC).date(),
    )
    return offer_party(party=party, act=act, content=content, at=at)
