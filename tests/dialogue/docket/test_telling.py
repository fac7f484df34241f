"""Everyone who left an address is told of each step once, in the language of what was written; nothing is lost."""

from dataclasses import replace
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from tests.dialogue.delegations.making_people import officer
from tests.dialogue.docket.in_the_docket import ANA, PERSON, SAID, SPEAKER, announced, filed
from tests.dialogue.meetings.at_the_table import SAID as POINT
from tests.dialogue.meetings.at_the_table import planned

from hled.dialogue.accord.models import AgreedItem
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.services.notices import tell_everybody
from hled.dialogue.docket.domain.filing import Personal
from hled.dialogue.docket.domain.replying import Draft
from hled.dialogue.docket.models import Notice, Submission
from hled.dialogue.docket.queries.chain import chain_of
from hled.dialogue.docket.queries.loop import theme_facts
from hled.dialogue.docket.services.calls import standing_docket
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.filing import opened, withdraw
from hled.dialogue.docket.services.moderating import reject
from hled.dialogue.docket.services.replying import approve_reply, bring_to_agenda, write_reply
from hled.dialogue.docket.services.themes import attach_to_plan, sort_groups
from hled.dialogue.meetings.models import Decision, DecisionEffect
from hled.dialogue.meetings.services.agenda import take_up
from hled.dialogue.meetings.services.planning import announce_meeting

ENGLISH = replace(SPEAKER, language="en")
JOHN = Personal("John Doe", "", "john@doe.example")
REPLY = Draft("noted", ("We will look at the bridge.", "Veremos el puente."))


@pytest.fixture
def sending(settings):
    settings.NOTICES_ARE_SENT = True
    settings.SITE_URL = "https://hled.example"


@pytest.fixture
def theme(bundled):
    """One theme of the standing docket, with a submission in each language and one without an address."""
    call = standing_docket(at=bundled)
    filed(call, SAID.text, at=bundled)
    filed(call, "The bridge takes six hours and fruit is lost.", at=bundled, speaker=ENGLISH, personal=JOHN)
    filed(call, "El puente tarda y nadie responde al teléfono.", at=bundled, personal=Personal())
    group_waiting(call=call, at=bundled)
    roots = list(call.wordings.values_list("root_id", flat=True))
    made, _ = sort_groups(call=call, groups=roots, into=("Bridge", "Puente"), by=ANA, at=bundled)
    return attach_to_plan(theme=made, pillar="P1", commitment="", by=ANA, at=bundled)


def letters_to(address):
    return [each for each in mail.outbox if each.to == [address]]


def replied(theme, at):
    draft = write_reply(theme=theme, said=REPLY, by=officer("MX", Role.COORDINATOR), at=at)
    return approve_reply(reply=draft, by=officer("MX", Role.COORDINATOR), at=at)


def test_a_receipt_is_told_with_its_private_link_which_is_kept_no_longer_than_until_it_is_sent(
    bundled, sending
):
    made = filed(announced(at=bundled - timedelta(days=1)) and standing_docket(at=bundled), at=bundled)
    assert Notice.objects.get().link == made.link

    tell_everybody(at=bundled)
    tell_everybody(at=bundled + timedelta(hours=1))

    (letter,) = letters_to(PERSON.email)
    link = letter.body.split("/es/docket/receipts/")[1].split("/")[0]
    assert letter.subject == f"hled: Recibimos su aportación {made.submission.code}"
    assert "https://hled.example/es/docket/receipts/" in letter.body
    assert opened(link=link) == made.submission
    assert Notice.objects.get().link == ""


def test_without_a_mail_server_no_private_link_is_kept(bundled):
    filed(standing_docket(at=bundled), at=bundled)

    assert list(Notice.objects.values_list("kind", "link")) == [("received", "")]


def test_a_reply_is_told_with_its_reasons_in_the_language_of_each_once_and_to_nobody_else(
    theme, sending, bundled
):
    replied(theme, bundled)

    tell_everybody(at=bundled)
    tell_everybody(at=bundled + timedelta(hours=1))

    spanish, english = letters_to(PERSON.email)[-1], letters_to("john@doe.example")[-1]
    assert "México respondió al tema «Puente», en el que figura su aportación: Se toma nota." in spanish.body
    assert "Veremos el puente." in spanish.body
    assert "We will look at the bridge." in english.body
    assert f"https://hled.example/en/docket/themes/{theme.code}/" in english.body
    assert (spanish.extra_headers["Content-Language"], english.extra_headers["Content-Language"]) == (
        "es",
        "en",
    )
    assert len(letters_to(PERSON.email)) == len(letters_to("john@doe.example")) == 2
    assert Notice.objects.filter(kind="replied").count() == 2


def test_a_mail_server_that_fails_loses_nothing(theme, sending, bundled, settings):
    settings.EMAIL_BACKEND = "tests.dialogue.delegations.failing_mail.FailingBackend"
    replied(theme, bundled)
    tell_everybody(at=bundled)
    assert mail.outbox == []
    kept = Notice.objects.filter(kind="replied")
    assert {each.failure for each in kept} == {"ConnectionRefusedError"}

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    tell_everybody(at=bundled + timedelta(minutes=1))

    assert len(letters_to(PERSON.email)) == len(letters_to("john@doe.example")) == 2
    assert not Notice.objects.filter(sent_at__isnull=True).exists()


class PickyBackend(EmailBackend):
    """Knows everybody but John."""

    def send_messages(self, messages):
        for each in messages:
            if each.to == [JOHN.email]:
                raise SMTPRecipientsRefused({JOHN.email: (550, b"No such user")})
        return super().send_messages(messages)


def test_an_address_that_nobody_has_stops_no_other_letter(theme, sending, bundled, settings):
    settings.EMAIL_BACKEND = f"{__name__}.PickyBackend"

    tell_everybody(at=bundled)

    assert len(letters_to(PERSON.email)) == 1
    assert Notice.objects.get(submission__language="en").failure == "SMTPRecipientsRefused"


def test_who_withdraws_is_told_no_more_and_the_link_is_gone(theme, sending, bundled):
    found = Submission.objects.get(text=SAID.text)
    withdraw(submission=found, at=bundled)

    replied(theme, bundled)
    tell_everybody(at=bundled)

    assert letters_to(PERSON.email) == []
    assert not Notice.objects.filter(submission=found).exclude(link="").exists()


def test_what_is_rejected_is_told_with_its_reason_and_not_of_the_theme_any_more(theme, sending, bundled):
    found = Submission.objects.get(text=SAID.text)
    note = ("A threat.", "Una amenaza.")
    reject(submission=found, reason="threat", note=note, by=officer("MX", Role.COORDINATOR), at=bundled)
    replied(theme, bundled)

    tell_everybody(at=bundled)

    told = [each.body for each in letters_to(PERSON.email)]
    assert len(told) == 2
    assert "por el motivo «Amenaza a alguien»" in told[1]
    assert "Una amenaza." in told[1]


@pytest.fixture
def decided(theme, bundled):
    """The theme went to the agenda of a meeting, which decided on it and so changed a commitment."""
    bring_to_agenda(theme=theme, by=officer("US", Role.COORDINATOR), at=bundled)
    meeting = planned(bundled)
    point = take_up(
        meeting=meeting,
        said=POINT,
        by=ANA,
        at=bundled,
        kind="theme",
        origin=theme.code,
        origin_page=f"docket/themes/{theme.code}/",
    )
    decision = Decision.objects.create(
        meeting=meeting,
        number=1,
        title_en="Open a lane",
        title_es="Abrir un carril",
        act="d" * 64,
        sequence=1,
        agreed_at=bundled,
    )
    AgreedItem.objects.create(
        subject=decision.subject,
        owner="joint",
        type="decision.take",
        act="d" * 64,
        sequence=1,
        english="",
        spanish="",
        fields={"meeting": meeting.code, "point": point.code},
        effective=bundled.date(),
    )
    DecisionEffect.objects.create(
        decision=decision,
        subject="P1-SC-04",
        type="commitment.amend",
        act="e" * 64,
        sequence=2,
        at=bundled,
    )
    return meeting


def test_a_decision_and_a_changed_commitment_are_told_once_the_public_can_read_them(
    theme, decided, sending, bundled
):
    tell_everybody(at=bundled)
    assert not Notice.objects.filter(kind__in=["decided", "changed"]).exists()
    announce_meeting(meeting=decided, by=ANA, at=bundled)

    tell_everybody(at=bundled + timedelta(hours=1))
    tell_everybody(at=bundled + timedelta(hours=2))

    subjects = [each.subject for each in letters_to("john@doe.example")]
    bodies = "".join(each.body for each in letters_to(PERSON.email))
    assert len(subjects) == 4
    assert "Abrir un carril" in bodies
    assert "P1-SC-04" in bodies


def test_the_chain_is_walked_from_the_theme_and_counted_by_the_loop(theme, decided, bundled):
    before = chain_of(theme)
    announce_meeting(meeting=decided, by=ANA, at=bundled)

    chain = chain_of(theme)
    (facts,) = theme_facts()
    assert (before.points, before.decisions) == ([], [])
    assert [each.subject for each in chain.decisions] == [f"{decided.code}/D1"]
    assert [each.subject for each in chain.changes] == ["P1-SC-04"]
    assert facts.agenda_on == facts.decided_on == facts.changed_on == bundled.date()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_of_a_theme_goes_on_to_the_meeting_the_decision_and_the_commitment_once_all_may_read_them(
    theme, decided, bundled, client, language
):
    address = f"/{language}/docket/themes/{theme.code}/"
    assert decided.code not in client.get(address).content.decode()
    later = bundled + timedelta(days=2)
    announce_meeting(meeting=decided, by=ANA, at=later)

    before = client.get(address, {"as_of": bundled.date()}).content.decode()
    page = client.get(address, {"as_of": later.date()}).content.decode()

    assert f"meetings/{decided.code}/" not in before
    assert f"/{language}/meetings/{decided.code}/?as_of={later.date()}#{decided.code}/D1" in page
    assert f"/{language}/commitments/P1-SC-04/" in page
    assert [each.changed_on for each in theme_facts()] == [later.date()]


def test_a_decision_leads_back_to_the_theme_on_the_page_of_the_meeting(theme, decided, bundled, client):
    announce_meeting(meeting=decided, by=ANA, at=bundled)

    page = client.get(f"/es/meetings/{decided.code}/").content.decode()

    decisions = page[page.index('id="decisions"') :]
    assert f"/es/docket/themes/{theme.code}/" in decisions
