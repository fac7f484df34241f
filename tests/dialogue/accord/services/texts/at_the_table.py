"""Two delegations at a table, with officers who hold keys, and the steps that they take."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from tests.dialogue.accord.officers import Office, Officer
from tests.dialogue.delegations.making_people import officer as appointed

from hled.dialogue.accord.domain.credentials import Credential
from hled.dialogue.accord.domain.texts.editing import Read
from hled.dialogue.accord.domain.texts.segments import SegmentKind
from hled.dialogue.accord.models import Proposal
from hled.dialogue.accord.queries.officers import public_id
from hled.dialogue.accord.queries.texts.reading import act_of, words_of
from hled.dialogue.accord.services.enrolling import offer_enrollment
from hled.dialogue.accord.services.signing import sign
from hled.dialogue.accord.services.texts import editing, proposing
from hled.dialogue.accord.services.texts.opening import certify
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party

EN, ES = Language.EN, Language.ES
US, MX = Party.US, Party.MX
SUBJECT = "text:ports"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass
class Table:
    """Everybody whom an agreement needs; the clock moves by a minute with each step."""

    people: dict[tuple[Party, Role], Person] = field(default_factory=dict)
    office: Office = field(default_factory=lambda: Office(seed=7))
    at: datetime = NOON

    def tick(self, **more) -> datetime:
        self.at += timedelta(**(more or {"minutes": 1}))
        return self.at

    def who(self, party: Party, role: Role = Role.COORDINATOR) -> Person:
        if (party, role) not in self.people:
            self.people[party, role] = appointed(party, role)
        return self.people[party, role]

    def enroll(self) -> "Table":
        """An administrator and a signing officer of each Party, appointed and with a key each."""
        for party in Party:
            administrator, signer = self.office.admin[party], self.office.of(party)
            self._appointed(administrator, self.who(party, Role.PARTY_ADMINISTRATOR))
            self._appointed(signer, self.who(party, Role.SIGNING_OFFICER))
            self._enrolled(administrator.credential, administrator)
            self._enrolled(signer.credential, administrator, signer)
        return self

    def _appointed(self, holder: Officer, person: Person) -> None:
        holder.credential = replace(holder.credential, person=public_id(person))

    def _enrolled(self, credential: Credential, *signers: Officer) -> None:
        offered = offer_enrollment(credential=credential, at=self.tick())
        for each in signers:
            sign(digest=offered.digest, signature=each.sign(offered.digest, self.at), at=self.at)

    def begin(self, party: Party = US, subject: str = SUBJECT, **more) -> Proposal:
        return proposing.begin(
            subject=subject,
            kind=more.pop("kind", "text"),
            verb=more.pop("verb", "adopt"),
            title=Bilingual("Ports of entry", "Puertos de entrada"),
            effective=date(2027, 1, 1),
            by=more.pop("by", self.who(party)),
            at=self.tick(),
        )

    def add(self, proposal: Proposal, english: str, spanish: str, party: Party = US) -> str:
        """A segment at the end, written in both languages at once."""
        text = words_of(proposal)
        last = text.segments[-1].id if text.segments else None
        made = editing.add_segment(
            proposal=proposal.pk,
            kind=SegmentKind.PARAGRAPH,
            after=last,
            by=self.who(party),
            at=self.tick(),
        ).segment
        self.write(proposal, made, party, read=Read(0, 0), english=english, spanish=spanish)
        return made

    def write(self, proposal, segment, party=US, *, read=None, english=None, spanish=None, by=None):
        words = {key: said for key, said in ((EN, english), (ES, spanish)) if said is not None}
        standing = words_of(proposal).segment(segment)
        return editing.write_segment(
            proposal=proposal.pk,
            segment=segment,
            words=words,
            read=read or Read.of(standing),
            by=by or self.who(party),
            at=self.tick(),
        )

    def table(self, proposal: Proposal) -> Proposal:
        party = Party(proposal.party)
        return proposing.table(proposal=proposal.pk, by=self.who(party), at=self.tick())

    def certify(self, proposal: Proposal, party: Party, digest: str = "") -> Proposal:
        return certify(
            proposal=proposal.pk,
            digest=digest or self.digest(proposal),
            by=self.who(party, Role.LANGUAGE_OFFICER),
            at=self.tick(),
        )

    def certify_both(self, proposal: Proposal) -> Proposal:
        self.certify(proposal, US)
        return self.certify(proposal, MX)

    def digest(self, proposal: Proposal) -> str:
        fresh = Proposal.objects.select_related("text").get(pk=proposal.pk)
        act = act_of(fresh, words_of(fresh))
        return act.digest if act else ""

    def sign(self, digest: str, party: Party):
        return sign(digest=digest, signature=self.office.of(party).sign(digest, self.tick()), at=self.at)

    def sign_both(self, digest: str):
        self.sign(digest, US)
        return self.sign(digest, MX)

    def agree(self, english: str, spanish: str, subject: str = SUBJECT) -> Proposal:
        """A text of one more segment, in force."""
        made = self.begin(subject=subject)
        self.add(made, english, spanish)
        self.table(made)
        self.certify_both(made)
        self.sign_both(self.digest(made))
        made.refresh_from_db()
        return made
