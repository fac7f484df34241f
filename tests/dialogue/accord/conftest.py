"""An empty store with a register that both Parties opened by their own signatures."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection
from tests.dialogue.accord.officers import NOON, Office, Officer, commitment, content

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.acts import Act, Content, act_over
from hled.dialogue.accord.domain.fold import OBJECT, objection_subject
from hled.dialogue.accord.models import Entry, OfferedAct, triggers
from hled.dialogue.accord.queries.officers import public_id
from hled.dialogue.accord.queries.state import head_of
from hled.dialogue.accord.services.enrolling import offer_enrollment, offer_revocation
from hled.dialogue.accord.services.offering import offer_joint, offer_party
from hled.dialogue.accord.services.signing import Signed, sign
from hled.dialogue.delegations.models import Appointment, Person
from hled.kernel.party import Party


@dataclass
class Desk:
    """Officers at work on one store."""

    office: Office
    at: datetime = NOON
    applied: list[subjects.Agreed] = field(default_factory=list)

    def sign(self, who: Officer, offered: OfferedAct | str, **answer) -> Signed:
        digest = offered if isinstance(offered, str) else offered.digest
        signed = sign(digest=digest, signature=who.sign(digest, self.at, **answer), at=self.at)
        self.at += timedelta(seconds=1)
        return signed

    def appoint(self, who: Officer) -> Appointment:
        """Into the lists of the delegation, for the term of the credential."""
        said = who.credential
        person = Person.objects.create(
            email=f"{said.person}@example.org",
            name=said.name,
            party=said.party,
            language="en",
            enrolled_at=NOON,
        )
        who.credential = replace(said, person=public_id(person))
        return Appointment.objects.create(
            person=person,
            role=said.role,
            title_en="Officer",
            title_es="Funcionaria",
            starts_on=said.since,
            ends_on=said.until,
            appointed_at=NOON,
        )

    def enroll(self, who: Officer) -> Entry:
        if "." in who.credential.person and not who.credential.person.partition(".")[2].isdecimal():
            self.appoint(who)
        offered = offer_enrollment(credential=who.credential, at=self.at)
        signed = self.sign(who, offered)
        if signed.entry is None:
            signed = self.sign(self.office.admin[who.credential.party], offered)
        assert signed.entry is not None
        return signed.entry

    def revoke(self, who: Officer) -> Entry | None:
        offered = offer_revocation(
            credential=who.credential.id, reason_en="lost", reason_es="extraviada", at=self.at
        )
        return self.sign(self.office.admin[who.credential.party], offered).entry

    def open(self) -> "Desk":
        for party in Party:
            self.enroll(self.office.admin[party])
        self.enroll(self.office.us)
        self.enroll(self.office.mx)
        return self

    def offer(self, said: Content, subject: str = "P1-SC-01", until: datetime | None = None) -> OfferedAct:
        act = commitment(said, subject, head_of(subject), until)
        return offer_joint(act=act, content=said, at=self.at)

    def joint(self, number: int = 0, subject: str = "P1-SC-01", until: datetime | None = None) -> Entry:
        offered = self.offer(content(number), subject, until)
        assert self.sign(self.office.us, offered).entry is None
        entry = self.sign(self.office.mx, offered).entry
        assert entry is not None
        return entry

    def party_act(self, who: Officer, act: Act, said: Content) -> Entry | None:
        offered = offer_party(party=who.credential.party, act=act, content=said, at=self.at)
        return self.sign(who, offered).entry

    def report(self, number: int, party: Party = Party.US) -> Entry | None:
        said = content(number)
        subject = f"report:{party}:{number}"
        act = act_over(
            said, type="report.add", subject=subject, predecessor=head_of(subject), effective=self.at.date()
        )
        return self.party_act(self.office.of(party), act, said)

    def object(self, digest: str, party: Party = Party.MX) -> Entry | None:
        said = Content("We object.", "Objetamos.", {"act": digest})
        subject = objection_subject(party, digest)
        act = act_over(
            said, type=OBJECT, subject=subject, predecessor=head_of(subject), effective=self.at.date()
        )
        return self.party_act(self.office.of(party), act, said)


@pytest.fixture
def empty_register(db: None, today: datetime) -> None:
    """
    The room's tables without a row.

    The register refuses to be emptied; an owner of its tables takes the triggers away, and the test takes that back.
    """
    triggers.remove(connection)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA defer_foreign_keys = ON")
    for model in apps.get_app_config("accord").get_models():
        model._default_manager.all()._raw_delete("default")
    triggers.install(connection)


@pytest.fixture
def desk(empty_register: None, unchecked: None, unwritten: None, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """One register for both Parties; whatever a test patches after this is undone before it, by the same hand."""
    found = Desk(Office(seed=7))
    for kind in ("commitment", "report"):
        monkeypatch.setitem(subjects._APPLY, kind, found.applied.append)
    return found


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """Both administrators and both signing officers are enrolled: four entries."""
    return desk.open()
