"""
Take a signature; the last one that is needed puts the act in force.

No function here takes a Party: whose consent a signature is, its credential says.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from hled.dialogue.accord.domain.acts import Act, Content
from hled.dialogue.accord.domain.consent import Asked, signature_findings, verify_signature
from hled.dialogue.accord.domain.credentials import ENROLL, Credential, credential_from
from hled.dialogue.accord.domain.entries import CredentialKind, Kind, Signature
from hled.dialogue.accord.domain.passkeys import Assertion, require_counter_grows
from hled.dialogue.accord.domain.rules import AC_09, AC_18, AC_22
from hled.dialogue.accord.models import Entry, OfferedAct, Refusal
from hled.dialogue.accord.models import Signature as SignatureRow
from hled.dialogue.accord.queries.offered import act_of, content_of, offered_act, signatures_of
from hled.dialogue.accord.queries.officers import require_in_office
from hled.dialogue.accord.queries.state import credentials, last_counter
from hled.dialogue.accord.services.appending import append_joint, append_party, writer
from hled.dialogue.accord.services.offering import require_current
from hled.dialogue.accord.services.texts import following
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, NotFoundError, require


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that was taken; `entry` is the act in the register, once it is in force."""

    signature: SignatureRow
    entry: Entry | None


def sign(*, digest: str, signature: Signature, at: datetime, holder: str | None = None) -> Signed:
    """
    Take a signature over an offered act.

    A refused signature changes nothing; that it was refused is recorded.

    Parameters
    ----------
    holder
        Who brings it, as the register names people, where that is known: nobody brings another's.

    Raises
    ------
    BrokenRuleError
        AC-05, AC-08 to AC-20, AC-22 or AC-27.
    """
    try:
        with writer():
            return _sign(digest, signature, at, holder)
    except NotFoundError:
        raise
    except BrokenRuleError as error:
        codes = sorted({finding.rule.code for finding in error.findings})
        Refusal.objects.create(
            at=at, digest=digest, credential=signature.credential[:64], codes=" ".join(codes)[:80]
        )
        raise


def _sign(digest: str, signature: Signature, at: datetime, holder: str | None) -> Signed:
    offered = offered_act(digest)
    act, content = act_of(offered), content_of(offered)
    require(AC_09, not Entry.objects.filter(act=digest).exists(), place="act", found=digest)
    require_current(act)
    before = signatures_of(offered)
    fresh = all(each.credential != signature.credential for each in before)
    require(AC_18, fresh, place=f"signature {signature.credential[:16]}", found="twice")
    asked = Asked(Kind(offered.kind), Party(offered.party) if offered.party else None, act, at)
    enrolls = credential_from(content.fields) if act.type == ENROLL else None
    credential = _signer(signature, asked, enrolls, holder)
    counter = _require_valid(signature, credential, digest)
    row = _keep(offered, signature, counter, at)
    _tell(asked, [*before, signature], signature, at)
    counted = _counting([*before, signature], asked, enrolls)
    if not _suffice(counted, asked, enrolls):
        return Signed(row, None)
    return Signed(row, _append(offered, act, content, counted, at))


def _tell(asked: Asked, signatures: list[Signature], new: Signature, at: datetime) -> None:
    """Let the proposal that has a joint act open know who signed it; refused where none has it open."""
    if asked.kind is Kind.JOINT:
        known = credentials([each.credential for each in signatures])
        done = {known[each.credential].party for each in signatures if each.credential in known}
        following.signed(asked.act, known[new.credential].party, done, at)


def _require_valid(signature: Signature, credential: Credential, digest: str) -> int:
    """Refuse what the credential did not sign; gives the counter of a passkey, 0 for a key file."""
    verify_signature(credential, signature, digest)
    if signature.kind is not CredentialKind.PASSKEY:
        return 0
    counter = Assertion(signature.authenticator_data, signature.client_data, signature.value).counter
    require_counter_grows(counter, last_counter(credential.id))
    return counter


def _signer(signature: Signature, asked: Asked, enrolls: Credential | None, holder: str | None) -> Credential:
    """The credential that signs, when its holder brings it and it may sign such an act now."""
    is_new = enrolls is not None and signature.credential == enrolls.id
    credential = enrolls if is_new else credentials([signature.credential]).get(signature.credential)
    if holder is not None and credential is not None:
        place = f"signature {signature.credential[:16]}"
        require(AC_22, credential.person == holder, place=place, found=credential.name)
    if is_new and credential is not None:
        return credential
    findings = signature_findings(signature, credential, asked)
    if credential is None or findings:
        raise BrokenRuleError(findings)
    require_in_office([credential], asked.at.astimezone(UTC).date())
    return credential


def _keep(offered: OfferedAct, signature: Signature, counter: int, at: datetime) -> SignatureRow:
    return SignatureRow.objects.create(
        offered=offered,
        credential=signature.credential,
        kind=signature.kind,
        at=signature.at,
        received_at=at,
        value=signature.value,
        authenticator_data=signature.authenticator_data,
        client_data=signature.client_data,
        counter=counter,
    )


def _counting(signatures: list[Signature], asked: Asked, enrolls: Credential | None) -> list[Signature]:
    """Those that count now; one that was valid when it was given may count no more."""
    known = credentials([each.credential for each in signatures])
    return [
        each
        for each in signatures
        if (enrolls is not None and each.credential == enrolls.id)
        or not signature_findings(each, known.get(each.credential), asked)
    ]


def _suffice(signatures: list[Signature], asked: Asked, enrolls: Credential | None) -> bool:
    """Whether nothing but a further signature is missing; any other reason to refuse is raised by the append."""
    known = credentials([each.credential for each in signatures])
    signed = {known[each.credential].party for each in signatures if each.credential in known}
    if asked.kind is Kind.JOINT:
        return signed == set(Party)
    if enrolls is None:
        return signed == {asked.party}
    own = any(each.credential == enrolls.id for each in signatures)
    return own and (enrolls.bootstrap or signed == {asked.party})


def _append(
    offered: OfferedAct, act: Act, content: Content, signatures: list[Signature], at: datetime
) -> Entry:
    if offered.kind == Kind.JOINT:
        return append_joint(act=act, content=content, signatures=signatures, at=at)
    return append_party(party=Party(offered.party), act=act, content=content, signatures=signatures, at=at)
