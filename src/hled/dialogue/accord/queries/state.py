"""The agreed state as the tables keep it: as much of it as one entry concerns, or all."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from hled.dialogue.accord.domain.acts import Act
from hled.dialogue.accord.domain.credentials import Credential
from hled.dialogue.accord.domain.entries import CredentialKind, Signature
from hled.dialogue.accord.domain.fold import JOINT, RUNNING, Item, Silence, State
from hled.dialogue.accord.domain.passkeys import Assertion
from hled.dialogue.accord.models import AgreedItem, Entry, PasskeyCount, SilenceTerm
from hled.dialogue.accord.models import Credential as CredentialRow
from hled.dialogue.accord.models import Signature as SignatureRow
from hled.dialogue.accord.queries.register import envelope_of, last_entry
from hled.kernel.party import Party


def head_of(subject: str) -> str | None:
    """Digest of the act in force on a subject; the predecessor of the next one."""
    return AgreedItem.objects.filter(subject=subject).values_list("act", flat=True).first()


def heads_of(subjects: Iterable[str]) -> dict[str, str]:
    """Digest of the act in force on each subject that has one."""
    rows = AgreedItem.objects.filter(subject__in=set(subjects)).order_by()
    return dict(rows.values_list("subject", "act"))


def credential_of(row: CredentialRow) -> Credential:
    return Credential(
        row.id,
        row.person,
        row.name,
        Party(row.party),
        row.role,
        CredentialKind(row.kind),
        bytes(row.public_key),
        row.site,
        row.since,
        row.until,
        row.expires,
        row.bootstrap,
        row.enrolled,
        row.revoked,
    )


def credentials(ids: Iterable[str] | None = None) -> dict[str, Credential]:
    """Enrolled credentials, the revoked ones included; all of them where None."""
    rows = CredentialRow.objects.all() if ids is None else CredentialRow.objects.filter(id__in=list(ids))
    return {row.id: credential_of(row) for row in rows}


def items_of(*subjects: str) -> dict[str, Item]:
    """Whose a subject is and which act is in force on it; without the digests, for which a step does not ask."""
    rows = AgreedItem.objects.filter(subject__in=subjects).order_by()
    names = ("subject", "owner", "type", "act", "sequence")
    return {
        subject: Item(subject, owner, type, act, sequence, "", "", "", "")
        for subject, owner, type, act, sequence in rows.values_list(*names)
    }


def silence_of(act: str) -> Silence | None:
    row = SilenceTerm.objects.filter(act=act).first()
    if row is None:
        return None
    said = envelope_of(Entry.objects.get(sequence=row.sequence)).act
    digests = (said.english, said.spanish, said.fields)
    item = Item(said.subject, JOINT, said.type, act, row.sequence, *digests, said.effective.isoformat())
    return Silence(act, row.until, said.predecessor, item, row.state)


def state_for(act: Act, signatures: Iterable[Signature] = (), *, silence: str | None = None) -> State:
    """
    The part of the state that an act concerns.

    Parameters
    ----------
    silence
        Digest of the act whose silence procedure the act is about.
    """
    last = last_entry()
    signed = list(signatures)
    known = credentials(None if act.kind == "credential" else {each.credential for each in signed})
    state = State(
        size=last[0] + 1 if last else 0,
        leaf=last[1].hex() if last else None,
        at=last[2] if last else None,
        credentials=known,
        counters=_counted(signed),
    )
    running = silence_of(silence) if silence else None
    if running:
        state.silences[running.act] = running
    state.items |= items_of(act.subject, *([running.item.subject] if running else []))
    return state


def _counted(signatures: Iterable[Signature]) -> set[tuple[str, int]]:
    """What the passkeys among the signers count now and counted in an earlier entry already."""
    asked = {
        (each.credential, Assertion(each.authenticator_data, each.client_data, each.value).counter)
        for each in signatures
        if each.kind is CredentialKind.PASSKEY
    }
    if not asked:
        return set()
    same = [Q(credential=credential, counter=counter) for credential, counter in asked]
    found = PasskeyCount.objects.filter(reduce(or_, same)).order_by()
    return set(found.values_list("credential", "counter"))


def last_counter(credential: str) -> int:
    """What a passkey counted when it signed last."""
    rows = SignatureRow.objects.filter(credential=credential).order_by("-counter")
    return rows.values_list("counter", flat=True).first() or 0


def running_silences() -> list[SilenceTerm]:
    return list(SilenceTerm.objects.filter(state=RUNNING))
