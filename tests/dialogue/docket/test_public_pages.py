"""What everybody reads of the docket, in both languages."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import openpyxl
import pytest
from tests.dialogue.docket.in_the_docket import ANA, AT, CLOSED, LATER, PLAN, announced, filed
from tests.dialogue.docket.test_closing_the_loop import BRIDGE, NOTED, WATER, someone

from hled.dialogue.docket.domain.filing import Speaker
from hled.dialogue.docket.models import Theme
from hled.dialogue.docket.services.calls import standing_docket
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.filing import withdraw
from hled.dialogue.docket.services.moderating import reject
from hled.dialogue.docket.services.replying import approve_reply, bring_to_agenda, write_reply
from hled.dialogue.docket.services.themes import (
    attach_to_plan,
    begin_theme,
    merge,
    propose_themes,
    sort_groups,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_store]

OWN = "Mi abuela cruza cada mes."
AGAINST = "Nos oponemos al puente y al cruce nuevo de la frontera porque cada camión trae ruido y polvo."
LANGUAGES = pytest.mark.parametrize("language", ["en", "es"])


@pytest.fixture
def call(bundled):
    return announced()


@pytest.fixture
def campaign(call):
    """Four copies of one letter, one of them with own words, and one submission that stands alone and against it."""
    made = [filed(call, BRIDGE).submission for _ in range(3)]
    made.append(filed(call, f"{BRIDGE} {OWN}", answers={2: "Un carril más."}).submission)
    made.append(filed(call, AGAINST, speaker=Speaker("union", "more", "US-TX", "es"), intake="US").submission)
    group_waiting(call=call, at=AT)
    for each in made:
        each.refresh_from_db()
    return made


@pytest.fixture
def theme(call, campaign):
    made = begin_theme(call=call, title=("Bridges", "Puentes"), by=ANA, at=LATER)
    roots = {each.wording.root_id for each in campaign}
    sort_groups(call=call, groups=roots, into=made, by=ANA, at=LATER)
    attach_to_plan(theme=made, pillar="P1", commitment="P1-SC-03", by=ANA, at=LATER)
    return Theme.objects.get(pk=made.pk)


def page_of(client, address, status=200, **query):
    answer = client.get(address, query)
    assert answer.status_code == status, address
    return answer.content.decode()


@pytest.mark.parametrize(("language", "title"), [("en", "Border crossings"), ("es", "Cruces fronterizos")])
def test_the_docket_lists_its_calls_and_each_has_a_page(client, call, language, title):
    standing = standing_docket(at=AT)

    page = page_of(client, f"/{language}/docket/")

    assert title in page
    assert f"/{language}/docket/calls/{call.code}/" in page
    assert f"/{language}/docket/calls/{standing.code}/" in page
    assert title in page_of(client, f"/{language}/docket/calls/{call.code}/")


@pytest.mark.parametrize(
    "address",
    [
        "calls/DC-9999/",
        "calls/DC-x/",
        "calls/x/",
        "submissions/DS-9999999/",
        "groups/DG-999999/",
        "themes/DT-9999/",
        "submissions/download.odt",
    ],
)
def test_pg_01_what_does_not_exist_has_no_page(client, bundled, address):
    assert "PG-01" in page_of(client, f"/en/docket/{address}", 404)


@LANGUAGES
def test_a_call_says_its_questions_its_counts_its_campaigns_and_what_was_rejected_and_why(
    client, call, campaign, language
):
    note = ("A threat.", "Una amenaza.")
    reject(submission=campaign[0], reason="threat", note=note, by=someone("Eva", "MX"), at=LATER)
    withdraw(submission=campaign[1], at=LATER)

    page = page_of(client, f"/{language}/docket/calls/{call.code}/")

    asks = PLAN.questions[1][0 if language == "en" else 1]
    assert asks in page
    assert {"en": "Threatens somebody", "es": "Amenaza a alguien"}[language] in page
    assert f"/{language}/docket/groups/{campaign[0].wording.code}/" in page
    assert f'?call={call.code}">3</a>' in page
    assert "<dd>5</dd>" in page


@LANGUAGES
def test_a_list_of_submissions_is_searched_narrowed_and_walked(client, call, campaign, language):
    address = f"/{language}/docket/submissions/"

    assert f"/{campaign[4].code}/" in page_of(client, address, words="ruído")
    assert f"/{campaign[0].code}/" not in page_of(client, address, words="ruído")
    assert f"/{campaign[4].code}/" in page_of(client, address, kind="union", place="US-TX", intake="US")
    assert f"/{campaign[4].code}/" not in page_of(client, address, before=campaign[4].code)
    assert f"/{campaign[3].code}/" in page_of(client, address, before=campaign[4].code)
    assert "DK-50" in page_of(client, address, 400, kind="press")


@LANGUAGES
def test_a_group_says_the_shared_text_once_marks_own_words_and_counts_everybody(
    client, call, campaign, language
):
    page = page_of(client, f"/{language}/docket/groups/{campaign[0].wording.code}/")

    assert page.count(f'lang="es">{BRIDGE}</div>') == 1
    assert f'<mark class="own">{OWN}\nUn carril más.</mark>' in page
    for each in campaign[:4]:
        assert f"/{each.code}/" in page
    assert campaign[4].code not in page


def test_the_words_of_what_was_rejected_stand_in_no_group(client, call, campaign):
    note = ("A threat.", "Una amenaza.")
    for each in (*campaign[:3],):
        reject(submission=each, reason="threat", note=note, by=someone(f"Eva{each.pk}", "MX"), at=LATER)

    page = page_of(client, f"/en/docket/groups/{campaign[0].wording.code}/")

    assert OWN in page
    assert "1 submission" in page


def test_a_submission_shows_its_own_words_and_one_that_is_hidden_says_why(client, call, campaign, theme):
    page = page_of(client, f"/en/docket/submissions/{campaign[3].code}/")
    assert f'<mark class="own">{OWN}</mark>' in page
    assert f"/en/docket/themes/{theme.code}/" in page

    note = ("A threat.", "Una amenaza.")
    reject(submission=campaign[3], reason="threat", note=note, by=someone("Eva", "MX"), at=LATER)
    page = page_of(client, f"/en/docket/submissions/{campaign[3].code}/", 410)
    assert "Threatens somebody" in page
    assert OWN not in page


@LANGUAGES
def test_a_theme_has_its_balance_dissent_beside_majority_replies_and_history(
    client, theme, campaign, language
):
    reply = write_reply(theme=theme, said=NOTED, by=someone("Eva", "MX"), at=CLOSED)
    approve_reply(reply=reply, by=someone("Luz", "MX"), at=CLOSED)
    write_reply(theme=theme, said=NOTED, by=someone("Joe", "US"), at=CLOSED)

    page = page_of(client, f"/{language}/docket/themes/{theme.code}/")

    assert page.count({"en": "Noted by us.", "es": "Se toma nota."}[language]) == 1
    assert BRIDGE[:60] in page
    assert AGAINST[:60] in page
    assert f"/{language}/commitments/P1-SC-03/" in page
    assert f"/{language}/pillars/P1/" in page
    assert {"en": "Union", "es": "Sindicato"}[language] in page
    assert "<li><details><summary>" in page


@pytest.mark.parametrize("address", ["commitments/P1-SC-03/", "pillars/P1/"])
def test_a_commitment_and_a_pillar_lead_back_to_the_themes_about_them(client, theme, address):
    page = page_of(client, f"/en/{address}")

    assert f'href="/en/docket/themes/{theme.code}/"' in page
    assert "submissions: 5" in page


def test_a_view_of_an_earlier_day_shows_no_later_reply(client, theme):
    reply = write_reply(theme=theme, said=NOTED, by=someone("Eva", "MX"), at=CLOSED)
    approve_reply(reply=reply, by=someone("Luz", "MX"), at=CLOSED)
    before = (CLOSED - timedelta(days=1)).date().isoformat()

    assert "Noted by us." in page_of(client, f"/en/docket/themes/{theme.code}/")
    assert "Noted by us." not in page_of(client, f"/en/docket/themes/{theme.code}/", as_of=before)


def test_the_address_of_a_merged_theme_leads_to_where_it_went(client, call, campaign):
    filed(call, WATER)
    group_waiting(call=call, at=LATER)
    one, other = propose_themes(call=call, by=ANA, at=LATER, count=2)
    merge(theme=one, into=other, by=ANA, at=LATER)

    answer = client.get(f"/en/docket/themes/{one.code}/?as_of=2027-06-01")

    assert answer.headers["Location"] == f"/en/docket/themes/{other.code}/?as_of=2027-06-01"


def test_the_loop_stands_on_the_docket_on_its_call_and_on_the_scoreboard(client, theme):
    bring_to_agenda(theme=theme, by=someone("Eva", "MX"), at=CLOSED)
    day = CLOSED.date().isoformat()

    for address in ("/en/docket/", f"/en/docket/calls/{theme.call.code}/", "/en/"):
        page = page_of(client, address, as_of=day)
        assert page.count('data-head="Sent to the agenda">1</td>') == 2, address
    loop = client.get(f"/api/v1/scoreboard?as_of={day}&limit=1").json()["loop"]
    assert [(each["party"], each["themes"], each["on_agenda"]) for each in loop] == [
        ("US", 1, 1),
        ("MX", 1, 1),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "United States: themes 1, replied 0, waiting 1, overdue 0, sent to the agenda 1"),
        ("es", "Estados Unidos: temas 1, respondidos 0, en espera 1, vencidos 0, enviados a la agenda 1"),
    ],
)
def test_the_loop_stands_in_the_scoreboard_of_the_command(hled, theme, language, said):
    bring_to_agenda(theme=theme, by=someone("Eva", "MX"), at=CLOSED)

    assert said in hled("--lang", language, "scoreboard", "--as-of", CLOSED.date()).out
    assert said not in hled("--lang", language, "scoreboard", "--as-of", "2026-11-23").out


def test_a_download_holds_what_the_filters_leave_in_three_formats(client, call, campaign):
    filed(call, "=SUM(A1:A9) y el puente", at=datetime(2027, 2, 1, tzinfo=UTC))
    address = "/en/docket/submissions/download."

    def content(format, **query):
        return b"".join(client.get(address + format, query).streaming_content)

    lines = list(csv.DictReader(io.StringIO(content("csv").decode("utf-8-sig"))))
    assert [each["id"] for each in lines[:5]] == [each.code for each in campaign]
    assert lines[5]["text"] == "'=SUM(A1:A9) y el puente"
    assert lines[3]["answers"] == "Un carril más."
    said = json.loads(content("json", kind="union"))
    assert [each["id"] for each in said["items"]] == [campaign[4].code]
    sheet = openpyxl.load_workbook(io.BytesIO(content("xlsx", words="abuela"))).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows()] == ["id", campaign[3].code]
    assert client.get(address + "csv", {"kind": "press"}).status_code == 400


def test_the_list_costs_as_many_queries_for_one_as_for_many(
    client, call, campaign, django_assert_max_num_queries
):
    with django_assert_max_num_queries(14):
        page_of(client, "/en/docket/submissions/")
