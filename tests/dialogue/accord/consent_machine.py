"""
Two delegations that do whatever they can, in any order, well and badly.

After each operation the laws of consent are checked against what is stored, with hashes and signatures computed here.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key
from django.db import models, transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.dialogue.accord.services.texts.at_the_table import EN, ES, MX, US, Table
from tests.dialogue.delegations.making_people import officer as appointed

from hled.dialogue.accord.domain.acts import act_over
from hled.dialogue.accord.domain.entries import Envelope, Kind
from hled.dialogue.accord.domain.fold import OBJECT, State, advance, objection_subject, step
from hled.dialogue.accord.domain.texts.editing import EditConflict, Read
from hled.dialogue.accord.domain.texts.procedure import State as ProposalState
from hled.dialogue.accord.domain.texts.segments import SegmentKind
from hled.dialogue.accord.models import (
    AgreedItem,
    Bracket,
    Certification,
    Edit,
    Entry,
    Passage,
    Proposal,
    SegmentSide,
    Signature,
)
from hled.dialogue.accord.queries.register import envelope_of
from hled.dialogue.accord.queries.texts.reading import (
    act_of,
    base_of,
    content_of,
    standing_of,
    words_of,
    words_of_all,
)
from hled.dialogue.accord.services.appending import append_joint, append_party, end_silences
from hled.dialogue.accord.services.offering import offer_joint
from hled.dialogue.accord.services.signing import sign
from hled.dialogue.accord.services.texts import editing, proposing
from hled.dialogue.accord.services.texts.opening import certify
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

SUBJECTS = ("text:ports", "text:trade")
SAID = (
    "Both build.",
    "Both build well.",
    "They report each year.",
    "They shall [act].",
    "Ambas construyen.",
    "",
)
LIVE = [each for each in ProposalState if each.is_live]
parties = st.sampled_from([US, MX])
number = st.integers(0, 10**6).map(lambda drawn: (drawn * 2_654_435_761 >> 5) % 997)

WORD = {each: each.split()[0] for each in SAID if each}


@dataclass
class Kept:
    """What happened, over all runs."""

    operations: int = 0
    outcomes: Counter = field(default_factory=Counter)


KEPT = Kept()


class Consent(RuleBasedStateMachine):
    """Runs inside a transaction that is rolled back; `table` is set by `machine_at`."""

    table: Table
    linguists: dict[Party, Person]

    @initialize()
    def begin_run(self):
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.at_first = self.table.at
        self.changed = True
        self.accepted: dict[tuple[int, str, str, int], str] = {}
        self.digests: list[str] = []
        self.state, self.agreed = State(), {}
        self._take_entries()
        for party, subject in zip((US, MX), SUBJECTS, strict=True):
            made = self.table.begin(party, subject)
            self.table.add(made, "Both build.", "Ambas construyen.", party)
        self.traces = _traces()

    def teardown(self):
        if hasattr(self, "transaction"):
            for state in Proposal.objects.values_list("state", flat=True):
                KEPT.outcomes[f"{state.replace('_', ' ')}: done"] += 1
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)
            self.table.at = self.at_first

    # What the delegations do.

    @rule(party=parties, subject=st.sampled_from(SUBJECTS), verb=st.sampled_from(["adopt", "amend"]))
    def begins(self, party, subject, verb):
        if Proposal.objects.filter(state__in=LIVE).count() < 4:
            self.attempt("begin", lambda: self.table.begin(party, subject, verb=verb))

    @rule(party=parties, which=number, said=st.tuples(st.sampled_from(SAID), st.sampled_from(SAID)))
    def adds(self, party, which, said):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        if proposal:
            made = self.attempt(
                "add",
                lambda: editing.add_segment(
                    proposal=proposal.pk,
                    kind=SegmentKind.PARAGRAPH,
                    by=self.table.who(party),
                    at=self.table.tick(),
                ),
            )
            if made:
                self.write(proposal, made.segment, party, dict(zip((EN, ES), said, strict=True)), Read(0, 0))

    @rule(
        party=parties,
        which=number,
        segment=number,
        languages=st.sampled_from([(EN,), (ES,), (EN, ES)]),
        said=st.sampled_from(SAID),
        behind=st.sampled_from([0, 0, 0, 1]),
        linguist=st.booleans(),
    )
    def writes(self, party, which, segment, languages, said, behind, linguist):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        found = self.segment(proposal, segment)
        if found:
            read = Read(found.english.version - behind, found.spanish.version - behind)
            role = Role.LANGUAGE_OFFICER if linguist else Role.COORDINATOR
            self.write(proposal, found.id, party, dict.fromkeys(languages, said), read, role)

    def write(self, proposal, segment, party, words, read, role=Role.COORDINATOR):
        before = words_of(proposal)
        found = self.attempt(
            "write",
            lambda: editing.write_segment(
                proposal=proposal.pk,
                segment=segment,
                words=words,
                read=read,
                by=self.table.who(party, role),
                at=self.table.tick(),
            ),
        )
        if isinstance(found, EditConflict):
            assert words_of(proposal) == before
            assert found.yours == words
        elif found:
            for language, said in words.items():
                side = found.text.segment(segment).side(language)
                assert side.text == said
                self.accepted[proposal.pk, segment, language, side.version] = said

    @rule(party=parties, which=number, segment=number, language=st.sampled_from([EN, ES]))
    def confirms(self, party, which, segment, language):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        found = self.segment(proposal, segment)
        if found:
            self.attempt(
                "confirm",
                lambda: editing.confirm_segment(
                    proposal=proposal.pk,
                    segment=found.id,
                    language=language,
                    read=Read.of(found),
                    by=self.table.who(party),
                    at=self.table.tick(),
                ),
            )

    @rule(party=parties, which=number, segment=number, language=st.sampled_from([EN, ES]))
    def puts_in_brackets(self, party, which, segment, language):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        found = self.segment(proposal, segment)
        if found:
            made = self.attempt(
                "bracket",
                lambda: editing.bracket_words(
                    proposal=proposal.pk,
                    segment=found.id,
                    language=language,
                    words=WORD.get(found.side(language).text, "act"),
                    reason="Not agreed.",
                    read=Read.of(found),
                    by=self.table.who(party),
                    at=self.table.tick(),
                ),
            )
            if made:
                side = made.text.segment(found.id).side(language)
                self.accepted[proposal.pk, found.id, language, side.version] = side.text

    @rule(party=parties, which=number, segment=number, first=st.booleans())
    def moves_or_removes(self, party, which, segment, first):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        found = self.segment(proposal, segment)
        if found:
            common = {
                "proposal": proposal.pk,
                "segment": found.id,
                "by": self.table.who(party),
                "at": self.table.tick(),
            }
            self.attempt(
                "move" if first else "remove",
                lambda: (
                    editing.move_segment(after=None, **common)
                    if first
                    else editing.remove_segment(read=Read.of(found), **common)
                ),
            )

    @rule(party=parties, which=number, days=st.sampled_from([None, 3, 5]), ahead=st.integers(0, 3))
    def sets_terms(self, party, which, days, ahead):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        if proposal:
            at = self.table.tick()
            self.attempt(
                "terms",
                lambda: editing.set_terms(
                    proposal=proposal.pk,
                    effective=at.date(),
                    silent_from=at.date() + timedelta(days=ahead) if days else None,
                    silent_days=days,
                    read=proposal.terms_version,
                    by=self.table.who(party),
                    at=at,
                ),
            )

    @rule(party=parties, which=number, act=st.sampled_from(["table", "table", "hand_over", "withdraw"]))
    def proceeds(self, party, which, act):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        if proposal:
            self.attempt(
                act,
                lambda: getattr(proposing, act)(
                    proposal=proposal.pk, by=self.table.who(party), at=self.table.tick()
                ),
            )

    @rule(party=parties, which=number, second=st.booleans(), stale=st.booleans())
    def certifies(self, party, which, second, stale):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        if proposal:
            old = self.digests[which % len(self.digests)] if stale and self.digests else None
            self.attempt(
                "certify",
                lambda: certify(
                    proposal=proposal.pk,
                    digest=old or self.digest(proposal),
                    by=self.linguist(party, second),
                    at=self.table.tick(),
                ),
            )

    @rule(which=number, then=st.sampled_from([(), (), (US,), (MX, US)]))
    def prepare_for_signature(self, which, then):
        """What two delegations of good will do: everything in both languages, confirmed, certified, and signed."""
        proposal = self.one(which)
        if not proposal:
            return
        if not words_of(proposal).segments:
            self.attempt("add", lambda: self.table.add(proposal, "Both.", "Ambas.", Party(proposal.party)))
        if proposal.state == ProposalState.DRAFT:
            self.attempt("table", lambda: self.table.table(proposal))
        for each in words_of(proposal).segments:
            if not each.is_complete or each.stale or "[" in each.english.text + each.spanish.text:
                words = {EN: f"Both build {each.id}.", ES: f"Ambas construyen {each.id}."}
                self.write(proposal, each.id, Party(proposal.party), words, Read.of(each))
        for party in Party if proposal.state != ProposalState.OPEN else ():
            self.attempt(
                "certify",
                lambda party=party: certify(
                    proposal=proposal.pk,
                    digest=self.digest(proposal),
                    by=self.linguist(party, True),
                    at=self.table.tick(),
                ),
            )

    @rule(
        party=parties,
        which=number,
        earlier=st.booleans(),
        of=st.sampled_from(["own", "own", "other", "forged"]),
    )
    def signs(self, party, which, earlier, of):
        proposal = self.one(which)
        party = self.acting(proposal, party, which)
        digest = self.digests[which % len(self.digests)] if earlier and self.digests else None
        digest = digest or (self.digest(proposal) if proposal else "")
        if digest:
            at = self.table.tick()
            signature = self.table.office.of(party).sign(digest, at)
            if of == "other":
                another = sha256(digest.encode()).hexdigest()
                signature = self.table.office.of(party).sign(another, at)
            if of == "forged":
                signature = self.table.office.admin[party].sign(digest, at)
            self.attempt(f"sign {of}", lambda: sign(digest=digest, signature=signature, at=at))

    @rule(which=number)
    def both_sign(self, which):
        proposal = self.one(which)
        if proposal and proposal.state == ProposalState.OPEN:
            digest = self.digest(proposal)
            for party in Party:
                self.attempt("sign own", lambda party=party: self.table.sign(digest, party))

    @rule(
        which=number, signers=st.sampled_from([(), (US,), (MX,), (US, US), (US, MX)]), offered=st.booleans()
    )
    def goes_past_the_procedure(self, which, signers, offered):
        """Whoever calls the register itself, with words that may not be certified."""
        proposal = self.one(which)
        text = words_of(proposal) if proposal else None
        if text is None or not text.is_complete:
            return
        at = self.table.tick()
        content = content_of(text)
        act = act_over(
            content,
            type="text.adopt",
            subject=proposal.text.subject,
            predecessor=proposal.predecessor,
            effective=at.date() + timedelta(days=9),
        )
        signatures = [self.table.office.of(each).sign(act, at) for each in signers]
        if offered:
            self.attempt("offer", lambda: offer_joint(act=act, content=content, at=at))
        self.attempt("append", lambda: append_joint(act=act, content=content, signatures=signatures, at=at))

    @rule(party=parties)
    def objects(self, party):
        running = Proposal.objects.filter(state=ProposalState.RUNNING).first()
        if running:
            at = self.table.tick()
            from hled.dialogue.accord.domain.acts import Content

            content = Content("We object.", "Objetamos.", {"act": running.act})
            act = act_over(
                content,
                type=OBJECT,
                subject=objection_subject(party, running.act),
                predecessor=None,
                effective=at.date(),
            )
            signed = [self.table.office.of(party).sign(act, at)]
            self.attempt(
                "object",
                lambda: append_party(party=party, act=act, content=content, signatures=signed, at=at),
            )

    @rule(days=st.integers(0, 4))
    def time_goes_on(self, days):
        at = self.table.tick(days=days, minutes=1)
        self.attempt("end silences", lambda: end_silences(at=at))

    @rule(party=parties, which=number, ours=st.booleans())
    def renews(self, party, which, ours):
        overtaken = list(Proposal.objects.filter(state=ProposalState.OVERTAKEN).order_by("pk"))
        if not overtaken:
            return
        old = overtaken[which % len(overtaken)]

        def renew(choices):
            return proposing.renew(
                proposal=old.pk, by=self.table.who(party), at=self.table.tick(), choices=choices
            )

        found = self.attempt("renew", lambda: renew({}))
        if found and found.proposal is None:
            choices = {
                proposing.place_of(each): (each.ours if ours else each.theirs) or ""
                for each in found.merge.conflicts
            }
            self.attempt("renew", lambda: renew(choices))

    # How they do it.

    def attempt(self, name, act):
        """An operation either is done or refused by a rule; anything else is a fault."""
        KEPT.operations += 1
        try:
            found = act()
        except BrokenRuleError as error:
            KEPT.outcomes[f"{name}: {error.findings[0].rule.code}"] += 1
            assert _traces() == self.traces, f"{name} was refused and left something behind"
            return None
        KEPT.outcomes[f"{name}: done"] += 1
        self.changed, self.traces = True, _traces()
        return found

    def one(self, which):
        rows = Proposal.objects.select_related("text").order_by("-pk")
        found = list(rows.filter(state__in=LIVE) if which % 5 else rows)[:6]
        return found[which % len(found)] if found else None

    def acting(self, proposal, party, which):
        """Mostly the owner of a draft; now and then the other Party, who must be refused."""
        own = proposal is not None and proposal.state == ProposalState.DRAFT and which % 7
        return Party(proposal.party) if own else party

    def segment(self, proposal, which):
        segments = words_of(proposal).segments if proposal else ()
        return segments[which % len(segments)] if segments else None

    def digest(self, proposal):
        digest = self.table.digest(proposal)
        if digest:
            self.digests.append(digest)
        return digest

    def linguist(self, party, second):
        if not second:
            return self.table.who(party, Role.LANGUAGE_OFFICER)
        return self.linguists[party]

    # What must hold.

    @invariant()
    def the_laws_hold(self):
        if getattr(self, "changed", False):
            self.nothing_joint_changed_without_two_signatures_over_one_digest()
            self.the_fold_equals_the_stored_state()
            self.what_is_open_was_certified_by_both_and_what_is_in_force_is_an_act()
            self.no_word_that_was_saved_is_lost()
            self.changed = False

    def _take_entries(self) -> list[Envelope]:
        taken = []
        for row in Entry.objects.filter(sequence__gte=self.state.size).order_by("sequence"):
            entry = envelope_of(row)
            step(self.state, entry)
            advance(self.state, entry, entry.leaf)
            taken.append(entry)
        return taken

    def nothing_joint_changed_without_two_signatures_over_one_digest(self):
        rows = {each.subject: each for each in AgreedItem.objects.filter(owner="joint")}
        for subject, row in rows.items():
            if self.agreed.get(subject) != row.act:
                _require_signed_by_both(row)
                self.agreed[subject] = row.act
        assert self.agreed.keys() == rows.keys()

    def the_fold_equals_the_stored_state(self):
        self._take_entries()
        stored = {
            each.subject: (each.act, each.owner, each.type, each.sequence)
            for each in AgreedItem.objects.all()
        }
        assert stored == {
            each.subject: (each.act, each.owner, each.type, each.sequence)
            for each in self.state.items.values()
        }

    def what_is_open_was_certified_by_both_and_what_is_in_force_is_an_act(self):
        proposals = list(Proposal.objects.select_related("text"))
        words = words_of_all(proposals)
        for proposal in proposals:
            text = words[proposal.pk]
            if proposal.state == ProposalState.OPEN:
                standing = standing_of(proposal, text)
                assert all(standing.certified_by(each) for each in Party)
                assert text.is_clean
                assert not text.stale
            if proposal.act:
                assert act_of(proposal, text).digest == proposal.act
                assert Entry.objects.filter(act=proposal.act, kind=Kind.JOINT).exists()
            if proposal.state == ProposalState.IN_FORCE:
                assert Entry.objects.get(act=proposal.act).subject == proposal.text.subject

    def no_word_that_was_saved_is_lost(self):
        kept = {
            (proposal, segment, language, version): said
            for proposal, segment, language, version, said in Edit.objects.exclude(language="").values_list(
                "proposal_id", "segment", "language", "version", "said"
            )
        }
        standing = {
            (proposal, segment, language, version): text
            for proposal, segment, language, version, text in SegmentSide.objects.values_list(
                "segment__proposal_id", "segment__key", "language", "version", "text"
            )
        }
        for place, said in self.accepted.items():
            found = kept.get(place, standing.get(place))
            assert found == said or (said == "" and place[3] == 0) or said == _at_first(*place[:3]), place


def _at_first(proposal, segment, language):
    """What a side of a copy said of what is agreed, which the register keeps."""
    found = base_of(Proposal.objects.select_related("text").get(pk=proposal)).segment(segment)
    return found and found.side(language).text


def _traces() -> tuple[object, ...]:
    """What a refused operation must leave as it was."""
    return (
        *(model.objects.count() for model in (Entry, AgreedItem, Edit, Passage, Certification, Signature)),
        *SegmentSide.objects.aggregate(models.Sum("version"), models.Sum("against")).values(),
        tuple(Proposal.objects.values_list("pk", "state", "awaited", "terms_version")),
        Bracket.objects.filter(lifted_at__isnull=True).count(),
    )


def _require_signed_by_both(row: AgreedItem) -> None:
    """Read the entry, compute its digest, and verify each signature, without the code under test."""
    envelope = json.loads(bytes(Entry.objects.get(sequence=row.sequence).envelope))
    act = envelope["act"]
    said = json.dumps(act, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    digest = sha256(said).hexdigest()
    assert digest == row.act
    for name in ("english", "spanish"):
        assert sha256(envelope["content"][name].encode()).hexdigest() == act[name]
        assert getattr(row, name) == envelope["content"][name]
    signed = {_signer(each, digest) for each in envelope["signatures"]}
    assert signed == {"US", "MX"}, signed


def _signer(signature: dict, digest: str) -> str:
    from base64 import b64decode

    from hled.dialogue.accord.models import Credential

    credential = Credential.objects.get(pk=signature["credential"])
    assert credential.role == "signing_officer"
    public, value = bytes(credential.public_key), b64decode(signature["value"])
    try:
        if signature["kind"] == "ed25519":
            key = (
                Ed25519PublicKey.from_public_bytes(public)
                if len(public) == 32
                else load_der_public_key(public)
            )
            key.verify(value, b"hled act v1\n" + digest.encode() + b"\n")
        else:
            client = b64decode(signature["client_data"])
            challenge = json.loads(client)["challenge"]
            padded = challenge.replace("-", "+").replace("_", "/") + "=" * (-len(challenge) % 4)
            assert b64decode(padded) == bytes.fromhex(digest)
            load_der_public_key(public).verify(
                value,
                b64decode(signature["authenticator_data"]) + sha256(client).digest(),
                ec.ECDSA(SHA256()),
            )
    except InvalidSignature:
        raise AssertionError(f"{credential} did not sign {digest}") from None
    return credential.party


def machine_at(table: Table) -> type[Consent]:
    """The machine at a table where everybody is appointed before it starts."""
    for party in Party:
        for role in (Role.COORDINATOR, Role.LANGUAGE_OFFICER):
            table.who(party, role)
    linguists = {party: appointed(party, Role.LANGUAGE_OFFICER) for party in Party}
    return type("ConsentAtTheTable", (Consent,), {"table": table, "linguists": linguists})
