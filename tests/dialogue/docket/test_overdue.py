"""A reply that is overdue is an alert, waits on the page of tasks, and asks for a place on the agenda."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from tests.dialogue.delegations.making_people import officer
from tests.dialogue.docket.in_the_docket import ANA, PLAN, filed
from tests.dialogue.docket.test_desk import browser
from tests.dialogue.meetings.at_the_table import planned

from hled.dialogue.briefing.domain.edition import Edition
from hled.dialogue.briefing.queries.answers.scoreboard import alerts_answer
from hled.dialogue.briefing.queries.book.bound import paper
from hled.dialogue.briefing.queries.book.occasion import occasion
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.queries.waiting import every_wait
from hled.dialogue.docket.domain.replying import Draft
from hled.dialogue.docket.services.calls import announce_call
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.replying import approve_reply, write_reply
from hled.dialogue.docket.services.themes import attach_to_plan, sort_groups
from hled.interfaces.asked import ask
from hled.interfaces.printed import pdf, word
from hled.kernel.party import Party

FOR = "Apoyamos el puente nuevo porque el cruce de la frontera tarda seis horas cada martes."
AGAINST = "Nos oponemos al puente nuevo porque el ruido no deja dormir a los vecinos del barrio."
SAID = Draft("declined", ("There is no money.", "No hay dinero."))


@pytest.fixture
def theme(bundled):
    """A theme of a call that closed in March; it is 23 November, and replies were due in May."""
    opened = datetime(2026, 1, 12, 15, tzinfo=UTC)
    plan = type(PLAN)(
        title=PLAN.title,
        about=PLAN.about,
        opens_on=date(2026, 1, 5),
        closes_on=date(2026, 3, 20),
    )
    call = announce_call(plan=plan, by=ANA, at=opened)
    for number, text in enumerate((f"{FOR} Uno.", f"{FOR} Dos.", AGAINST)):
        filed(call, text, at=opened + timedelta(days=number))
    group_waiting(call=call, at=opened)
    roots = set(call.wordings.values_list("root_id", flat=True))
    made, _ = sort_groups(call=call, groups=roots, into=("New bridge", "Puente nuevo"), by=ANA, at=opened)
    return attach_to_plan(theme=made, pillar="P1", commitment="", by=ANA, at=opened)


def replied(theme, party, at):
    draft = write_reply(theme=theme, said=SAID, by=officer(party, Role.COORDINATOR), at=at)
    return approve_reply(reply=draft, by=officer(party, Role.COORDINATOR), at=at)


def of_the_docket(answer):
    return [each for each in answer.items if each["code"] == "AL-21"]


def test_an_overdue_reply_is_an_alert_until_both_parties_have_replied(theme, bundled, client):
    (alert,) = of_the_docket(alerts_answer(ask()))
    page = client.get(reverse("alerts") + "?rule=AL-21").content.decode()
    replied(theme, "MX", bundled)
    (after,) = of_the_docket(alerts_answer(ask()))
    replied(theme, "US", bundled)

    assert (alert["subject"], alert["since"], alert["pillar"]) == (theme.code, "2026-05-20", "P1")
    assert "the United States and Mexico" in alert["sentence_en"]
    assert alert["sentence_es"].startswith("Sin respuesta de Estados Unidos y México")
    assert "New bridge" in page
    assert f"/en/docket/themes/{theme.code}/" in page
    assert "No reply by United States" in after["sentence_en"]
    assert of_the_docket(alerts_answer(ask())) == []


def test_before_its_day_a_reply_is_no_alert_and_a_later_reply_does_not_unsay_one(theme, bundled):
    replied(theme, "MX", bundled)

    assert of_the_docket(alerts_answer(ask("2026-05-19"))) == []
    assert "Mexico" in of_the_docket(alerts_answer(ask("2026-06-01")))[0]["sentence_en"]


def test_it_asks_for_a_place_on_the_agenda(theme, bundled, client):
    meeting = planned(bundled)
    officer_of_mexico = browser("MX", Role.COORDINATOR)

    public = client.get(reverse("agenda")).content.decode()
    editor = reverse("agenda-editor", args=[meeting.code])
    shown = officer_of_mexico.get(editor).content.decode()
    officer_of_mexico.post(reverse("accept-suggestion", args=[meeting.code]), {"origin": theme.code})

    assert "New bridge" in public
    assert f"/en/docket/themes/{theme.code}/" in shown
    assert meeting.agenda.get().origin == theme.code


def test_it_waits_for_officers_of_its_party_and_a_draft_for_another_than_its_writer(theme, bundled):
    writer = browser("MX", Role.COORDINATOR)
    other = browser("MX", Role.COORDINATOR)
    agency = browser("MX", Role.AGENCY_OFFICER)
    where = f"/en/docket/desk/themes/{theme.code}/reply/"
    tasks = reverse("tasks")

    before = [each.get(tasks).content.decode() for each in (writer, agency)]
    writer.post(where, {"answer": "declined", "reasons_en": "No.", "reasons_es": "No."})
    after = [each.get(tasks).content.decode() for each in (writer, other)]

    assert all("reply is overdue" in each and where in each for each in before)
    assert ["waits for approval" in each for each in after] == [False, True]
    assert any(each.key.startswith("docket/") for each in every_wait(Party.US, bundled))


def test_a_reply_waits_from_thirty_days_before_its_day_and_names_it(theme):
    with time_machine.travel(datetime(2026, 5, 1, 12, tzinfo=UTC)):
        visitor = browser("US", Role.COORDINATOR)
        page = visitor.get(reverse("tasks")).content.decode()
    with time_machine.travel(datetime(2026, 4, 1, 12, tzinfo=UTC)):
        early = browser("US", Role.COORDINATOR).get(reverse("tasks")).content.decode()

    assert "Your Party owes a reply" in page
    assert "19 May 2026" in page
    assert "Your Party owes a reply" not in early


# The brief


def texts(book):
    """Everything that a paper says."""

    def walk(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for inner in value.values():
                yield from walk(inner)
        elif isinstance(value, list | tuple):
            for inner in value:
                yield from walk(inner)

    return " ".join(walk(book.as_json()))


def test_the_brief_says_what_stakeholders_said_and_what_became_of_it(theme, bundled):
    replied(theme, "MX", bundled)
    books = {each: paper(occasion("next"), Edition.JOINT, each) for each in ("en", "es")}

    english, spanish = texts(books["en"]), texts(books["es"])
    assert "New bridge" in english
    assert "Puente nuevo" in spanish
    assert "Submissions that the public can read: 3; themes: 1." in english
    assert "firm 3. Letters that differ: 2." in english
    assert "“" + FOR in english
    assert AGAINST in english
    assert english.index(FOR) < english.index(AGAINST)
    assert "Mexico, declined, on 23 November 2026:" in english
    assert "There is no money." in english
    assert "No hay dinero." in spanish
    assert "no reply, overdue since 19 May 2026" in english
    assert "perla" not in english.lower()
    for book in books.values():
        assert pdf(book).startswith(b"%PDF")
        assert word(book).startswith(b"PK")


def test_the_brief_of_an_earlier_day_knows_no_later_reply(theme, bundled):
    replied(theme, "MX", bundled)

    said = texts(paper(occasion("next", "2026-05-10"), Edition.JOINT, "en"))

    assert "New bridge" in said
    assert "There is no money." not in said
    assert "no reply, due by 19 May 2026" in said
