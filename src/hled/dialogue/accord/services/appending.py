"""
Append acts to the register: the only way in which what is agreed changes.

One writer at a time, so that the sequence has no hole; entry, hashes, agreed state and the tables of the room that
holds the subject change in one transaction, or none of them does.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Model

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.acts import Act, Content, act_over
from hled.dialogue.accord.domain.credentials import Credential
from hled.dialogue.accord.domain.entries import Envelope, Kind, Signature
from hled.dialogue.accord.domain.fold import END, IMPORT, Change, Item, silence_subject, step
from hled.dialogue.accord.domain.merkle import leaf_hash
from hled.dialogue.accord.domain.rules import AC_09, AC_46
from hled.dialogue.accord.models import AgreedItem, Entry, Node, PasskeyCount, SilenceTerm
from hled.dialogue.accord.models import Credential as CredentialRow
from hled.dialogue.accord.queries.officers import require_in_office
from hled.dialogue.accord.queries.register import envelope_of, frontier, place_number
from hled.dialogue.accord.queries.state import running_silences, state_for
from hled.dialogue.accord.services.texts import following
from hled.dialogue.chronicle.services import bump_revision
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, require

CLOCK_BACK = timedelta(minutes=5)
"""By how much the clock may stand behind the last entry, after it was set; the entry then has the moment of the last."""
_LOCK = 0x686C6564
RECORD = "record"


@contextmanager
def writer() -> Iterator[None]:
    """
    A transaction in which no other process appends.

    On SQLite it begins as a writer (the store opens transactions so); on PostgreSQL it takes a lock that goes with
    it, and its commit waits for the disk whatever the server was told.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
                cursor.execute("SET LOCAL synchronous_commit = on")
        yield


def append_joint(*, act: Act, content: Content, signatures: Sequence[Signature], at: datetime) -> Entry:
    """
    Put an act of both Parties in force by their signatures.

    Raises
    ------
    BrokenRuleError
        When a signature is missing or does not count (AC-10 to AC-20), the subject moved (AC-05), or the room that
        holds it refuses; nothing has changed then.
    """
    return _append(kind=Kind.JOINT, party=None, act=act, content=content, signatures=signatures, at=at)


def append_party(
    *, party: Party, act: Act, content: Content, signatures: Sequence[Signature], at: datetime
) -> Entry:
    """
    Record an act of one Party, signed by it.

    Raises
    ------
    BrokenRuleError
        As for `append_joint`; AC-17 when the other Party signed.
    """
    return _append(kind=Kind.PARTY, party=party, act=act, content=content, signatures=signatures, at=at)


def append_import(*, digest: str, source: str, at: datetime) -> Entry | None:
    """
    Record that a record which was there before entered the store, signed by nobody.

    Parameters
    ----------
    digest
        SHA-256 of the record's folder.

    Returns
    -------
    Entry or None
        None where that record is the last one imported.
    """
    with writer():
        head = AgreedItem.objects.filter(subject=RECORD).first()
        if head is not None and head.fields.get("digest") == digest:
            return None
        content = Content(
            f"The record with the digest {digest} was imported. Nobody has signed it.",
            f"Se importó el registro con la huella {digest}. Nadie lo ha firmado.",
            {"digest": digest, "source": source},
        )
        act = act_over(
            content,
            type=IMPORT,
            subject=RECORD,
            predecessor=head.act if head else None,
            effective=at.astimezone(UTC).date(),
        )
        return _append(kind=Kind.IMPORT, party=None, act=act, content=content, signatures=(), at=at)


def end_silences(*, at: datetime) -> list[Entry]:
    """
    Put in force what both Parties signed under a silence procedure whose term is over without an objection.

    What was overtaken meanwhile stays as it is: the act that came first counts.
    """
    ended = []
    for term in running_silences():
        if term.until > at:
            continue
        content = Content(
            f"The silence procedure over the act {term.act} ran out without an objection.",
            f"El procedimiento de silencio sobre el acto {term.act} venció sin objeción.",
            {"act": term.act},
        )
        act = act_over(
            content,
            type=END,
            subject=silence_subject(term.act),
            predecessor=None,
            effective=at.astimezone(UTC).date(),
        )
        try:
            ended.append(_append(kind=Kind.TERM, party=None, act=act, content=content, signatures=(), at=at))
        except BrokenRuleError as error:
            if {finding.rule.code for finding in error.findings} != {"AC-05"}:
                raise
    return ended


def register_moment(at: datetime, last: datetime | None) -> datetime:
    """
    The clock to the second; never before the last entry.

    Raises
    ------
    BrokenRuleError
        AC-46, when the clock is more than five minutes behind the last entry.
    """
    moment = at.astimezone(UTC).replace(microsecond=0)
    if last is None or moment >= last:
        return moment
    require(AC_46, last - moment <= CLOCK_BACK, place="clock", found=f"{moment} < {last}")
    return last


def _append(
    *,
    kind: Kind,
    party: Party | None,
    act: Act,
    content: Content,
    signatures: Sequence[Signature],
    at: datetime,
) -> Entry:
    with writer():
        subjects.require_known(act.kind)
        if act.condition is not None:  # any other act that stands already is its subject's predecessor
            standing = Entry.objects.filter(act=act.digest).exists()
            require(AC_09, not standing, place="act", found=act.digest)
        proposal = following.require_open(act, at) if kind is Kind.JOINT else None
        state = state_for(act, signatures, silence=_silence_named(act, content))
        entry = Envelope(
            state.size,
            state.leaf,
            kind,
            register_moment(at, state.at),
            party,
            act,
            content,
            tuple(signatures),
        )
        change = step(state, entry)
        signers = [state.credentials[each.credential] for each in signatures]
        require_in_office([each for each in signers if each != change.credential], entry.at.date())
        row = _write(entry)
        _keep(change, entry)
        following.entered(entry, proposal)
        bump_revision()
        return row


def _silence_named(act: Act, content: Content) -> str | None:
    named = content.fields.get("act")
    return named if act.kind == "silence" and isinstance(named, str) else None


def _write(entry: Envelope) -> Entry:
    """The row and the hashes of the subtrees that it completes."""
    content = entry.to_bytes()
    last = bytes.fromhex(entry.previous) if entry.previous else b""
    tree, leaf = frontier(entry.sequence, last), leaf_hash(content)
    row = Entry.objects.create(
        sequence=entry.sequence,
        kind=entry.kind,
        party=entry.party or "",
        at=entry.at,
        type=entry.act.type,
        subject=entry.act.subject,
        act=entry.act.digest,
        envelope=content,
        leaf=leaf,
    )
    made = [Node(place=place_number(place), hash=hash) for place, hash in tree.push(leaf)]
    if made:
        Node.objects.bulk_create(made)
    return row


def _keep(change: Change, entry: Envelope) -> None:
    """Carry what an entry changed into the tables, and into those of the room that holds the subject."""
    for credential, counter in change.counters:
        PasskeyCount.objects.create(credential=credential, counter=counter, sequence=entry.sequence)
    if change.credential:
        keep_credential(change.credential)
    if change.silence:
        silence = change.silence
        row = SilenceTerm(
            act=silence.act, sequence=silence.item.sequence, until=silence.until, state=silence.state
        )
        _put(row, "act")
    if change.item is None:
        return
    if entry.kind is Kind.TERM:
        signed = envelope_of(Entry.objects.get(sequence=change.item.sequence))
        act, content, kind = signed.act, signed.content, signed.kind
    else:
        act, content, kind = entry.act, entry.content, entry.kind
    keep_item(change.item, act, content)
    subjects.apply(subjects.Agreed(act, content, kind, entry.party, change.item.sequence, entry.at))


def keep_item(item: Item, act: Act, content: Content) -> None:
    row = AgreedItem(
        subject=item.subject,
        owner=item.owner,
        type=item.type,
        act=item.act,
        sequence=item.sequence,
        english=content.english,
        spanish=content.spanish,
        fields=dict(content.fields),
        effective=act.effective,
    )
    _put(row, "subject")


def keep_credential(credential: Credential) -> None:
    row = CredentialRow(
        id=credential.id,
        person=credential.person,
        name=credential.name,
        party=credential.party,
        role=credential.role,
        kind=credential.kind,
        public_key=credential.public_key,
        site=credential.site,
        since=credential.since,
        until=credential.until,
        expires=credential.expires,
        bootstrap=credential.bootstrap,
        enrolled=credential.enrolled,
        revoked=credential.revoked,
    )
    _put(row, "id")


def _put(row: Model, key: str) -> None:
    """Write one row of the agreed state, new or in the place of the former one."""
    names = [column.name for column in row._meta.concrete_fields if column.name != key]
    type(row)._default_manager.bulk_create(
        [row], update_conflicts=True, unique_fields=[key], update_fields=names
    )
