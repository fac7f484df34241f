"""
Whatever is tried, a joint subject changes by two valid signatures over one digest, and by nothing else.

A machine tries acts, edits, signatures of anybody, replays, enrollments, revocations, silence and the passing of time
in any order. What it believes about officers it keeps itself; signatures it checks with the library alone.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.dialogue.accord.officers import Made, Office, Officer, commitment, content, officer

from hled.dialogue.accord import verify_edition
from hled.dialogue.accord.domain.acts import Act, Content
from hled.dialogue.accord.domain.entries import Envelope, Kind, Signature, read_envelope
from hled.dialogue.accord.domain.fold import fold
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

SUBJECTS = ("P1-SC-01", "P2-BRD-02")
ROLES = ("signing_officer", "party_administrator", "coordinator", "language_officer")


@dataclass
class Known:
    """What the machine believes about an officer."""

    who: Officer
    enrolled: bool = False
    revoked: bool = False

    def consents(self, day) -> bool:
        said = self.who.credential
        in_office = said.since <= day and (said.until is None or day <= said.until)
        return self.enrolled and not self.revoked and said.role == "signing_officer" and in_office


@dataclass
class Proposal:
    act: Act
    said: Content
    signatures: list[Signature]


def is_over(key, signature: Signature, digest: str) -> bool:
    """Whether a signature is that of the key over the digest, by the library alone."""
    try:
        if isinstance(key, Ed25519PrivateKey):
            key.public_key().verify(signature.value, b"hled act v1\n" + digest.encode() + b"\n")
            return True
        client = json.loads(signature.client_data)
        message = signature.authenticator_data + sha256(signature.client_data).digest()
        key.public_key().verify(signature.value, message, ec.ECDSA(SHA256()))
        padded = client["challenge"] + "="
        return verify_edition.base64.urlsafe_b64decode(padded).hex() == digest
    except InvalidSignature:
        return False


class Consent(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.made = Made(Office(seed=1)).open()
        office = self.made.office
        self.known = [Known(each, enrolled=True) for each in (*office.admin.values(), office.us, office.mx)]
        self.proposals: list[Proposal] = []
        self.pool: list[Signature] = []
        self.number = 0

    def _try(self, entry: Envelope) -> bool:
        """Whether the register takes an entry; a refusal must change nothing."""
        before = (dict(self.made.state.items), dict(self.made.state.credentials), len(self.made.entries))
        try:
            self.made.take(entry)
        except BrokenRuleError:
            assert before == (self.made.state.items, self.made.state.credentials, len(self.made.entries))
            return False
        return True

    @rule(
        subject=st.sampled_from(SUBJECTS),
        stale=st.booleans(),
        days=st.none() | st.integers(1, 20),
    )
    def propose(self, subject: str, stale: bool, days: int | None) -> None:
        self.number += 1
        said = content(self.number)
        head = None if stale else self.made.head(subject)
        until = self.made.at + timedelta(days=days) if days else None
        self.proposals.append(Proposal(commitment(said, subject, head, until), said, []))

    @precondition(lambda self: self.proposals)
    @rule(data=st.data(), language=st.sampled_from(["english", "spanish", "fields"]))
    def edit(self, data, language: str) -> None:
        """The signatures of the former text are carried along; they must not count."""
        former = data.draw(st.sampled_from(self.proposals))
        self.number += 1
        change = {"lane": -self.number} if language == "fields" else f"Edited {self.number}."
        said = replace(former.said, **{language: change})
        until = former.act.condition.until if former.act.condition else None
        act = commitment(said, former.act.subject, former.act.predecessor, until)
        self.proposals.append(Proposal(act, said, list(former.signatures)))

    @precondition(lambda self: self.proposals)
    @rule(data=st.data(), skew=st.sampled_from([0, 0, 0, 60, 3600, -60, -3_000_000]))
    def sign(self, data, skew: int) -> None:
        proposal, who = data.draw(st.sampled_from(self.proposals)), data.draw(st.sampled_from(self.known)).who
        signature = who.sign(proposal.act, self.made.at + timedelta(seconds=skew))
        proposal.signatures.append(signature)
        self.pool.append(signature)

    @precondition(lambda self: self.proposals)
    @rule(data=st.data())
    def submit_what_was_signed(self, data) -> None:
        self._submit(data.draw(st.sampled_from(self.proposals)), None)

    @precondition(lambda self: self.proposals and self.pool)
    @rule(data=st.data())
    def submit_with_any_signatures(self, data) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.pool), max_size=3))
        self._submit(data.draw(st.sampled_from(self.proposals)), chosen)

    @rule(subject=st.sampled_from(SUBJECTS))
    def agree_as_one_should(self, subject: str) -> None:
        """Both signing officers sign what is current; refused only when one of them may not."""
        self.number += 1
        said = content(self.number)
        act = commitment(said, subject, self.made.head(subject))
        office = self.made.office
        pair = [self.known[2], self.known[3]]
        entry = self.made.envelope(
            Kind.JOINT, None, act, said, *(each.sign(act, self.made.at) for each in (office.us, office.mx))
        )
        allowed = all(each.consents(self.made.at.date()) for each in pair)
        assert self._try(entry) is allowed

    def _submit(self, proposal: Proposal, signatures: list[Signature] | None) -> None:
        signed = proposal.signatures if signatures is None else signatures
        current = self.made.head(proposal.act.subject)
        at = self.made.at
        entry = self.made.envelope(Kind.JOINT, None, proposal.act, proposal.said, *signed)
        if self._try(entry):
            assert proposal.act.predecessor == current
            self._assert_both(entry, at)

    def _assert_both(self, entry: Envelope, at: datetime) -> None:
        """Two officers, one of each Party, each of whom may sign and has signed this digest."""
        digest = entry.act.digest
        parties = set()
        for each in entry.signatures:
            (known,) = [one for one in self.known if one.who.credential.id == each.credential]
            assert known.consents(at.date())
            assert is_over(known.who.key, each, digest)
            parties.add(known.who.credential.party)
        assert parties == set(Party)
        assert len({each.credential for each in entry.signatures}) == len(entry.signatures)

    @rule(
        kind=st.sampled_from([Kind.PARTY, Kind.IMPORT, Kind.TERM]),
        subject=st.sampled_from(SUBJECTS),
        data=st.data(),
    )
    def go_past_the_other_party(self, kind: Kind, subject: str, data) -> None:
        """One Party, an importer or nobody tries to change a joint subject, or takes it before there is one."""
        self.number += 1
        said = content(self.number)
        act = commitment(said, subject, self.made.head(subject))
        who = data.draw(st.sampled_from(self.known)).who
        party = who.credential.party if kind is Kind.PARTY else None
        signatures = [who.sign(act, self.made.at)] if kind is Kind.PARTY else []
        before = self.made.state.items.get(subject)
        assert not self._try(self.made.envelope(kind, party, act, said, *signatures))
        assert self.made.state.items.get(subject) == before

    @rule(
        party=st.sampled_from(list(Party)),
        role=st.sampled_from(ROLES),
        passkey=st.booleans(),
        helped_by=st.sampled_from(["own", "other", "nobody"]),
        days=st.integers(-400, 400),
    )
    def enroll(self, party: Party, role: str, passkey: bool, helped_by: str, days: int) -> None:
        self.number += 1
        until = self.made.at.date() + timedelta(days=days)
        since = min(self.made.at.date(), until) - timedelta(days=2)
        who = officer(
            f"p{self.number}", party, role, passkey=passkey, since=since, until=until, seed=self.number
        )
        admins = self.made.office.admin
        signers = {"own": [admins[party], who], "other": [admins[party.other], who], "nobody": [who]}[
            helped_by
        ]
        try:
            self.made.enroll(who, *signers)
        except BrokenRuleError:
            assert helped_by != "own"
            return
        assert helped_by == "own"
        self.known.append(Known(who, enrolled=True))

    @precondition(lambda self: len(self.known) > 4)
    @rule(data=st.data())
    def revoke(self, data) -> None:
        known = data.draw(st.sampled_from(self.known[4:]))
        try:
            self.made.revoke(known.who)
        except BrokenRuleError:
            assert known.revoked
            return
        assert not known.revoked
        known.revoked = True

    @precondition(lambda self: self.made.state.silences)
    @rule(data=st.data())
    def object(self, data) -> None:
        silence = data.draw(st.sampled_from(list(self.made.state.silences.values())))
        open_still = silence.state != "ended" and self.made.at < silence.until
        may = self.known[3].consents(self.made.at.date())
        try:
            self.made.object(silence.act)
        except BrokenRuleError:
            assert not open_still or not may
            return
        assert open_still

    @precondition(lambda self: self.made.state.silences)
    @rule(data=st.data())
    def let_it_end(self, data) -> None:
        silence = data.draw(st.sampled_from(list(self.made.state.silences.values())))
        try:
            self.made.end(silence.act)
        except BrokenRuleError:
            return
        assert silence.state == "running"
        assert self.made.entries[-1].at >= silence.until

    @rule(hours=st.integers(1, 24 * 15))
    def wait(self, hours: int) -> None:
        self.made.at += timedelta(hours=hours)

    @invariant()
    def a_joint_subject_stands_on_two_signatures(self) -> None:
        for subject in SUBJECTS:
            item = self.made.state.items.get(subject)
            if item is not None and item.owner == "joint":
                entry = self.made.entries[item.sequence]
                assert entry.act.digest == item.act
                found = [
                    known.who.credential.party
                    for each in entry.signatures
                    for known in self.known
                    if known.who.credential.id == each.credential and is_over(known.who.key, each, item.act)
                ]
                assert set(found) == set(Party)

    def teardown(self) -> None:
        """The bytes alone give the same state, by the product and by the file that knows nothing of it."""
        lines = [each.to_bytes() for each in self.made.entries]
        assert fold(read_envelope(line) for line in lines) == self.made.state
        register = verify_edition.Register()
        for line in lines:
            register.take(line)
        assert {subject: each["act"] for subject, each in register.items.items()} == {
            subject: each.act for subject, each in self.made.state.items.items()
        }
        assert {id: each["revoked"] for id, each in register.credentials.items()} == {
            id: each.revoked for id, each in self.made.state.credentials.items()
        }


Consent.TestCase.settings = settings(
    max_examples=25 if settings.default.max_examples <= 100 else 2500, stateful_step_count=50
)
"""About 1,000 operations in the test run; more than 100,000 in the proof."""

TestConsent = Consent.TestCase
