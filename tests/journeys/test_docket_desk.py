"""Can officers of each Party bring what came in from the desk to a theme, a reply by two people, and the agenda?"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection, transaction
from playwright.sync_api import Page, expect
from tests.conftest import TODAY
from tests.dialogue.delegations.making_people import officer
from tests.dialogue.docket.in_the_docket import ANA, PLAN, filed
from tests.journeys.test_site import overflow, violations

pytestmark = [pytest.mark.journey, pytest.mark.store, pytest.mark.filterwarnings("ignore:No directory at")]

BRIDGE = "El puente y el cruce de la frontera tardan seis horas y cada camión espera con la fruta."
WATER = "Los agricultores necesitan agua para el maíz y el aguacate antes de la cosecha del año."


@pytest.fixture
def desk(_reading) -> Iterator[dict[tuple[str, str], object]]:
    """A call with submissions and officers of both Parties; whatever is done is taken out again at the end."""
    from django.apps import apps
    from django.contrib.sessions.models import Session

    from hled.dialogue.delegations.domain.roles import Role
    from hled.dialogue.delegations.models import Appointment, Person
    from hled.dialogue.docket.models import histories
    from hled.dialogue.docket.services.calls import announce_call
    from hled.dialogue.docket.services.copies import group_waiting
    from hled.dialogue.meetings.models import ProposedItem

    models = list(apps.get_app_config("docket").get_models())
    before = {each: list(each._default_manager.values_list("pk", flat=True)) for each in models}
    day = TODAY.date()
    plan = type(PLAN)(
        title=PLAN.title,
        about=PLAN.about,
        opens_on=day - timedelta(days=30),
        closes_on=day + timedelta(days=3),
    )
    call = announce_call(plan=plan, by=ANA, at=TODAY)
    for letter in "abcd":
        filed(call, f"{BRIDGE} Caso {letter}.", at=TODAY)
    for letter in "abc":
        filed(call, f"{WATER} Parcela {letter}.", at=TODAY, intake="US")
    group_waiting(call=call, at=TODAY)
    people: dict[tuple[str, str], object] = {"call": call}
    for party in ("US", "MX"):
        for name, role in (("first", Role.AGENCY_OFFICER), ("second", Role.COORDINATOR)):
            person = people[party, name] = officer(party, role, is_sample=True)
            person.save()
    yield people
    with transaction.atomic(), connection.constraint_checks_disabled():
        histories.remove(connection)
        for model, kept in before.items():
            model._default_manager.exclude(pk__in=kept)._raw_delete("default")
        histories.install(connection)
        ProposedItem.objects.filter(origin__startswith="DT-").delete()
    for table in (Session, Appointment, Person):
        table.objects.all().delete()


class AtTheDesk:
    """An officer with a browser, who looks at each page that she opens."""

    def __init__(self, visitor, person, language: str, width: int) -> None:
        from django.test import Client

        self.language = language
        self.page: Page = visitor.page(width)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        client = Client()
        client.force_login(person, backend="hled.dialogue.delegations.web.backends.PersonBackend")
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": visitor.site}]
        )

    def opens(self, path: str) -> Page:
        self.page.goto(f"/{self.language}/{path}")
        self.looks()
        return self.page

    def looks(self) -> None:
        assert violations(self.page) == []
        assert overflow(self.page) <= 0


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("es", 390)], ids=["en-desk", "es-phone"])
def test_officers_bring_submissions_to_a_theme_a_reply_and_the_agenda(visitor, desk, language, width):
    from hled.dialogue.docket.models import Notice, Reply, Theme

    people = {key: AtTheDesk(visitor, each, language, width) for key, each in desk.items() if key != "call"}
    call = desk["call"]
    sorter = people["MX", "first"]

    page = sorter.opens("docket/desk/")
    page.locator(f'th a[href*="{call.code}"]').click()
    expect(page.locator("table.desk tbody tr")).to_have_count(2)
    sorter.looks()
    page.locator("body").press("j")
    page.keyboard.press("Space")
    expect(page.locator("[data-chosen]")).to_have_text("1")
    page.keyboard.press("t")
    expect(page.locator("#into")).to_be_focused()
    page.fill("#title_es", "Puentes")
    page.fill("#title_en", "Bridges")
    page.locator(".desk-bar button").click()
    expect(page.locator(".note[role=status]")).to_contain_text("Bridges" if language == "en" else "Puentes")
    expect(page.locator("table.desk tbody tr")).to_have_count(1)
    sorter.looks()

    theme = Theme.objects.get(call=call)
    page = sorter.opens(f"docket/desk/themes/{theme.code}/")
    page.select_option("#pillar", "P1")
    page.locator(f'form[action$="{theme.code}/attach/"] button').click()
    page.locator(f'form[action$="{theme.code}/agenda/"] button').click()
    expect(page.locator("#became + ol li")).to_have_count(1)
    sorter.looks()

    for party in ("MX", "US"):
        replies(people[party, "first"], people[party, "second"], theme.code)

    assert Reply.objects.filter(theme=theme, approved_at__isnull=False).count() == 2
    assert Notice.objects.filter(kind="replied", submission__call=call).count() == 8
    page = people["US", "second"].opens(f"docket/desk/calls/{call.code}/themes/")
    expect(page.locator("main")).to_contain_text("Taken up" if language == "en" else "Atendido")
    page = people["US", "second"].opens("agenda/")
    expect(page.locator(f"#{theme.code}")).to_contain_text("Bridges" if language == "en" else "Puentes")
    for path in ("docket/desk/calls/announce/", "docket/desk/moderation/"):
        people["MX", "second"].opens(path)
    submission = call.submissions.filter(intake="MX").first()
    people["MX", "second"].opens(f"docket/desk/submissions/{submission.code}/")
    assert [each.complaints for each in people.values()] == [[]] * len(people)


def replies(writer: AtTheDesk, approver: AtTheDesk, theme: str) -> None:
    """One person writes the reply of her Party; another finds it on the page of her tasks and approves it."""
    page = writer.opens(f"docket/desk/themes/{theme}/reply/")
    page.check('input[name="answer"][value="taken_up"]')
    page.fill("#reasons_es", "Lo trataremos en la próxima reunión.")
    page.fill("#reasons_en", "We will take it up at the next meeting.")
    page.select_option("#link", "agenda")
    page.fill("#link_id", theme)
    page.locator("form.reply button").click()
    expect(page.locator(".signing .said")).to_have_count(2)
    writer.looks()
    page = approver.opens("accord/")
    page.locator(f'a[href$="/docket/desk/themes/{theme}/reply/"]').click()
    page.locator('form[action$="/approve/"] button').click()
    expect(page.locator("#before")).to_be_visible()
    approver.looks()
