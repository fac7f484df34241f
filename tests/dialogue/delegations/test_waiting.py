"""What waits for each role on the page of tasks, and what is told of it by e-mail."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Event

import pytest
from django.core import mail
from tests.dialogue.accord.services.texts.at_the_table import MX, US, Table
from tests.dialogue.accord.web.test_pages import at, browser, page_of
from tests.dialogue.delegations.making_people import AppointmentFactory, PersonFactory
from tests.dialogue.meetings.at_the_table import BEN, SAID, planned

from hled.dialogue.accord.domain.consent import OF_ONE_PARTY
from hled.dialogue.accord.services.texts import proposing
from hled.dialogue.accord.services.texts.assessing import offer_assessment
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.domain.waiting import Waiting
from hled.dialogue.delegations.models import Agency, Notice
from hled.dialogue.delegations.services import notices
from hled.dialogue.delegations.services.notices import hand_in, send_waiting, tell_everybody
from hled.dialogue.meetings.services.agenda import take_up
from hled.dialogue.meetings.services.planning import announce_meeting
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

SECRET = "Words of an inner draft"


@pytest.fixture
def table(bundled) -> Table:
    return Table().enroll()


@pytest.fixture
def told(settings, monkeypatch):
    """Notices are sent, to a box that a test can look into."""
    settings.NOTICES_ARE_SENT = True
    settings.SITE_URL = "https://hled.example"


def tabled(table: Table):
    made = table.begin()
    table.add(made, "They report each year.", "Informan cada año.")
    return table.table(made)


def tasks_of(table: Table, party: Party, role: Role, language: str = "en") -> str:
    return page_of(at(table, party, role), f"/{language}/accord/")


def letters(person) -> list[str]:
    return [each.subject for each in mail.outbox if each.to == [person.email]]


# What each role sees


def test_an_assessment_waits_for_every_role_that_signs_it_by_the_table_of_consent(table):
    offer_assessment(
        about="P1-SC-02",
        status="completed",
        computed="in_progress",
        reason=Bilingual("Done in March.", "Hecho en marzo."),
        by=table.who(US),
        at=table.tick(),
    )

    seen = {
        role: "Own assessment: assessment:US:P1-SC-02" in tasks_of(table, US, role)
        for role in (*Role,)
        if role is not Role.AGENCY_OFFICER or Agency.objects.exists()
    }

    assert {role for role, sees in seen.items() if sees} == set(map(Role, OF_ONE_PARTY["assessment"]))
    assert "assessment:US" not in tasks_of(table, MX, Role.COORDINATOR)


def test_the_list_of_notices_shows_days_and_minutes(table, told, hled):
    tabled(table)
    tell_everybody(at=table.at)
    send_waiting(at=table.at)

    ran = hled("notices", "list")

    assert "23 November 2026, 12:" in ran.out
    assert "T12:" not in ran.out


def test_a_coordinator_sees_the_turn_of_her_party_agendas_to_fill_and_series_that_are_overdue(table):
    made = tabled(table)
    meeting = planned(table.at, by=BEN)

    page = tasks_of(table, MX, Role.COORDINATOR)
    spanish = tasks_of(table, MX, Role.COORDINATOR, "es")

    assert f"/en/accord/proposals/{made.pk}/" in page
    assert f"/en/meetings/{meeting.code}/agenda/" in page
    assert "/en/meetings/plan/?series=sub_cabinet" in page
    assert "Su próxima reunión está vencida" in spanish


def test_a_language_officer_sees_what_wants_her_certificate_and_not_what_she_wrote(table):
    made = table.begin(by=table.who(US, Role.LANGUAGE_OFFICER))
    segment = table.add(made, "They report.", "Informan.")
    hers = table.who(US, Role.LANGUAGE_OFFICER)
    table.write(made, segment, english="They report early.", spanish="Informan pronto.", by=hers)
    table.table(made)

    theirs, ours = tasks_of(table, MX, Role.LANGUAGE_OFFICER), tasks_of(table, US, Role.LANGUAGE_OFFICER)

    assert "Certify that both languages conform" in theirs
    assert "Certify that both languages conform" not in ours


def test_a_signing_officer_is_led_to_the_act_that_she_signs(table):
    made = tabled(table)
    table.certify_both(made)
    digest = table.digest(made)

    before = tasks_of(table, US, Role.SIGNING_OFFICER)
    table.sign(digest, US)
    after = tasks_of(table, US, Role.SIGNING_OFFICER)

    assert f'href="/en/accord/acts/{digest}/"' in before
    assert f'href="/en/accord/acts/{digest}/"' not in after
    assert f'href="/en/accord/acts/{digest}/"' in tasks_of(table, MX, Role.SIGNING_OFFICER)


def test_an_agency_officer_sees_the_reports_that_her_agency_owes_and_no_others(table):
    person = PersonFactory(party="US")
    AppointmentFactory(person=person, role=Role.AGENCY_OFFICER, agency=Agency.objects.get(id="STATE"))
    other = PersonFactory(party="US")
    idle = Agency.objects.create(
        id="IDLE", party="US", name_en="Idle", name_es="Ociosa", name_es_basis="ours", entered_at=table.at
    )
    AppointmentFactory(person=other, role=Role.AGENCY_OFFICER, agency=idle)

    hers, theirs = (page_of(browser(each), "/en/accord/") for each in (person, other))

    assert "/en/commitments/" in hers
    assert "/en/commitments/" not in theirs


def test_an_administrator_sees_people_without_a_term_or_a_password_and_terms_that_end(table):
    new = PersonFactory(party="MX", name="Rosa Nueva")
    new.set_unusable_password()
    new.save()
    ending = AppointmentFactory(
        person=PersonFactory(party="MX", name="Elena Saliente"), ends_on=date(2026, 12, 10)
    )
    PersonFactory(party="US", name="Somebody Else")

    page = tasks_of(table, MX, Role.PARTY_ADMINISTRATOR, "es")

    assert page.count(f"/es/people/{new.pk}/") == 2
    assert "Elena Saliente" in page
    assert f"/es/people/{ending.person_id}/" in page
    assert "Somebody Else" not in page


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "An observer has nothing to do"), ("es", "Quien observa no tiene pendientes")],
)
def test_an_observer_has_nothing_to_do(table, language, words):
    tabled(table)

    page = tasks_of(table, MX, Role.OBSERVER, language)

    assert words in page
    assert "/accord/proposals/1" not in page


# Notices


def test_the_other_party_is_told_in_her_language_that_a_proposal_was_tabled(
    table, told, django_capture_on_commit_callbacks
):
    answers = table.who(MX)
    with django_capture_on_commit_callbacks(execute=True):
        made = tabled(table)

    [letter] = [each for each in mail.outbox if each.to == [answers.email]]

    assert letter.subject == "hled: Responder: es el turno de su Parte: Puertos de entrada"
    assert f"https://hled.example/es/accord/proposals/{made.pk}/" in letter.body
    assert "Coordinación" in letter.body
    assert letter.extra_headers["Content-Language"] == "es"


def test_a_draft_is_told_to_nobody_and_no_letter_carries_words_of_a_text(
    table, told, django_capture_on_commit_callbacks
):
    for party in Party:
        for role in Role:
            table.who(party, role)
    with django_capture_on_commit_callbacks(execute=True):
        made = table.begin()
        segment = table.add(made, SECRET, "Palabras de un borrador interno")
    tell_everybody(at=table.at)
    of_the_draft = [each for each in mail.outbox if f"proposals/{made.pk}/" in each.body]
    with django_capture_on_commit_callbacks(execute=True):
        table.write(made, segment, english="They report.", spanish="Informan.")
        table.table(made)

    assert of_the_draft == []
    assert [each for each in mail.outbox if f"proposals/{made.pk}/" in each.body]
    assert [each.body for each in mail.outbox if SECRET in each.body or "They report" in each.body] == []


def test_each_step_is_told_to_who_is_wanted_next_and_once(table, told, django_capture_on_commit_callbacks):
    language, signing = (table.who(MX, role) for role in (Role.LANGUAGE_OFFICER, Role.SIGNING_OFFICER))
    with django_capture_on_commit_callbacks(execute=True):
        made = tabled(table)
    wanted = letters(language)
    with django_capture_on_commit_callbacks(execute=True):
        table.certify_both(made)
    to_sign = letters(signing)
    with django_capture_on_commit_callbacks(execute=True):
        table.sign_both(table.digest(made))
    tell_everybody(at=table.at)
    tell_everybody(at=table.at)

    assert [each for each in wanted if "Certificar" in each] != []
    assert [each for each in to_sign if "Firmar" in each] != []
    in_force = "hled: Está en vigor, firmado por ambas Partes: Puertos de entrada"
    assert [each for each in letters(signing) if each == in_force] == [in_force]
    keys = list(Notice.objects.values_list("person", "key"))
    assert len(keys) == len(set(keys)) == len(mail.outbox)


def test_a_mail_server_that_fails_loses_nothing(table, told, settings, django_capture_on_commit_callbacks):
    answers = table.who(MX)
    settings.EMAIL_BACKEND = "tests.dialogue.delegations.failing_mail.FailingBackend"
    with django_capture_on_commit_callbacks(execute=True):
        made = tabled(table)

    made.refresh_from_db()
    kept = list(Notice.objects.filter(person=answers, sent_at__isnull=True).values_list("failure", flat=True))
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    done = tell_everybody(at=table.at + timedelta(minutes=1))

    assert made.state == "tabled"
    assert kept == ["ConnectionRefusedError"]
    assert letters(answers).count("hled: Responder: es el turno de su Parte: Puertos de entrada") == 1
    assert done.kept == 0


def test_a_notice_that_another_process_is_sending_is_left_alone(table, told):
    item = Waiting(
        "a/thing",
        MX,
        frozenset({Role.COORDINATOR}),
        Bilingual("A thing", "Una cosa"),
        Bilingual("Look", "Mire"),
        "about/",
        table.at,
    )
    table.who(MX)
    first, second = hand_in([item], at=table.at), hand_in([item], at=table.at)
    Notice.objects.update(tried_at=table.at)

    meanwhile = send_waiting(at=table.at + timedelta(minutes=1))
    later = send_waiting(at=table.at + timedelta(minutes=11))

    assert (first, second) == (1, 0)
    assert (meanwhile.sent, later.sent, len(mail.outbox)) == (0, 1, 1)


def test_what_a_title_says_adds_no_header_and_no_reader_to_a_letter(table, told):
    person = table.who(MX)
    title = "A thing\r\nBcc: spy@elsewhere.example\r\n\r\nOther words"
    item = Waiting(
        "a/thing",
        MX,
        frozenset({Role.COORDINATOR}),
        Bilingual(title, title),
        Bilingual("Look", "Mire"),
        "about/",
        table.at,
    )

    hand_in([item], at=table.at)
    send_waiting(at=table.at)

    (letter,) = mail.outbox
    assert letter.recipients() == [person.email]
    assert letter.message()["Bcc"] is None
    assert letter.subject == "hled: Mire: A thing Bcc: spy@elsewhere.example Other words"


def test_who_opted_out_on_her_account_page_is_told_nothing_until_she_opts_in(table, told):
    person = table.who(MX)
    hers = at(table, MX)
    tabled(table)

    hers.post("/en/account/notices/", {"wanted": "no"})
    tell_everybody(at=table.at)
    silent = letters(person)
    page = page_of(hers, "/en/account/")
    hers.post("/en/account/notices/", {"wanted": "yes"})
    tell_everybody(at=table.at)

    assert silent == []
    assert "Send me notices" in page
    assert letters(person) != []


def test_a_point_of_the_agenda_and_an_announcement_are_told(table, told, django_capture_on_commit_callbacks):
    theirs, ours, reader = table.who(MX), table.who(US), table.who(MX, Role.OBSERVER)
    with django_capture_on_commit_callbacks(execute=True):
        meeting = planned(table.at, by=BEN)
        take_up(meeting=meeting, said=SAID, by=BEN, at=table.at)
    with django_capture_on_commit_callbacks(execute=True):
        announce_meeting(meeting=meeting, by=BEN, at=table.at)

    point = "hled: La otra Parte incluyó un punto en la agenda: Reunión de gabinete: Semiconductores"
    assert point in letters(theirs)
    assert [each for each in letters(ours) if "agenda" in each and "other Party" in each] == []
    assert letters(reader) == ["hled: Se anunció una reunión al público: Reunión de gabinete"]


def test_a_silent_term_that_ends_soon_is_told_before_it_does(table, told):
    from hled.dialogue.accord.services.texts.editing import set_terms

    made = table.begin()
    table.add(made, "They report each year.", "Informan cada año.")
    made.refresh_from_db()
    set_terms(
        proposal=made.pk,
        effective=date(2027, 1, 1),
        silent_from=date(2026, 11, 24),
        silent_days=10,
        read=made.terms_version,
        by=table.who(US),
        at=table.tick(),
    )
    table.table(made)
    table.certify_both(made)
    table.sign_both(table.digest(made))
    made.refresh_from_db()
    tell_everybody(at=table.at)
    objects = table.who(MX, Role.SIGNING_OFFICER)
    begun = letters(objects)
    tell_everybody(at=made.silent_until - timedelta(days=2))

    ending = "hled: El plazo de silencio termina pronto: objetar o dejarlo terminar: Puertos de entrada"
    assert made.state == "running"
    assert ending not in begun
    assert letters(objects).count(ending) == 1


def test_news_are_not_told_to_who_came_later_nor_anything_to_who_was_shut_out(table, told):
    item = Waiting(
        "news",
        MX,
        frozenset(Role),
        Bilingual("A thing", "Una cosa"),
        Bilingual("Came about", "Ocurrió"),
        "about/",
        table.at,
        is_news=True,
    )
    here, late, out = (PersonFactory(party="MX") for _ in range(3))
    for each in (here, late, out):
        AppointmentFactory(person=each, appointed_at=datetime(2026, 1, 1, tzinfo=UTC))
    late.appointments.update(appointed_at=table.at + timedelta(hours=1))
    out.is_active = False
    out.save()

    hand_in([item, replace(item, key="not mailed", is_mailed=False)], at=table.at)

    asked = Notice.objects.filter(person__in=[here, late, out])
    assert list(asked.values_list("person", "key")) == [(here.pk, "news")]


def test_no_01_nothing_is_sent_where_the_operator_named_no_mail_server(table):
    with pytest.raises(BrokenRuleError, match="NO-01"):
        tell_everybody(at=table.at)


def test_a_line_break_in_a_title_does_not_become_a_header(table, told):
    title = Bilingual("Ports\r\nBcc: other@example.org", "Puertos\r\nBcc: other@example.org")
    table.who(MX)
    item = Waiting(
        "x", MX, frozenset({Role.COORDINATOR}), title, Bilingual("Look", "Mire"), "about/", table.at
    )

    hand_in([item], at=table.at)
    send_waiting(at=table.at)

    [letter] = mail.outbox
    assert letter.subject == "hled: Mire: Puertos Bcc: other@example.org"
    assert letter.recipients() == [table.who(MX).email]


def test_a_withdrawn_proposal_asks_nobody_for_anything(table):
    made = tabled(table)
    proposing.withdraw(proposal=made.pk, by=table.who(US), at=table.tick())

    assert f"/en/accord/proposals/{made.pk}/" not in tasks_of(table, MX, Role.COORDINATOR)


def test_what_many_ask_for_within_a_second_is_told_once(settings):
    settings.NOTICES_IN_BACKGROUND = True
    free, done = Event(), []

    def first(at):
        free.wait(5)
        return ()

    def again(at):
        done.append(at)
        return ()

    for work in (first, again, again, again):
        notices._ring(work)
    free.set()
    notices._postman().submit(lambda: None).result(timeout=10)

    assert len(done) == 1
