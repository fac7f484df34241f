"""The endpoints of the docket give what the pages say, in the envelope of the others."""

import jsonschema
import pytest
from tests.dialogue.docket.in_the_docket import ANA, AT, CLOSED, LATER, announced, filed
from tests.dialogue.docket.test_closing_the_loop import BRIDGE, NOTED, WATER, someone

from hled.dialogue.docket.models import Theme
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.replying import approve_reply, bring_to_agenda, write_reply
from hled.dialogue.docket.services.themes import attach_to_plan, propose_themes
from hled.project.schemas import PUBLISHED

pytestmark = [pytest.mark.django_db, pytest.mark.one_store]


@pytest.fixture
def theme(bundled):
    call = announced()
    for number in range(3):
        filed(call, f"{BRIDGE} Caso {'abc'[number]}.", answers={2: "Un carril"})
    filed(call, WATER)
    group_waiting(call=call, at=AT)
    made = max(propose_themes(call=call, by=ANA, at=LATER, count=2), key=lambda each: each.placements.count())
    attach_to_plan(theme=made, pillar="P1", commitment="", by=ANA, at=LATER)
    reply = write_reply(theme=made, said=NOTED, by=someone("Eva", "MX"), at=CLOSED)
    approve_reply(reply=reply, by=someone("Luz", "MX"), at=CLOSED)
    return Theme.objects.get(pk=made.pk)


def asked(client, path, status=200, **query):
    answer = client.get(f"/api/v1/docket/{path}", query)
    assert answer.status_code == status, answer.content
    said = answer.json()
    if status == 200:
        schema = PUBLISHED[said["schema"].split(":")[3]].as_json()
        jsonschema.Draft202012Validator(schema).validate(said)
    return said


def test_every_answer_satisfies_its_published_schema_and_tells_the_true_numbers(client, theme):
    bring_to_agenda(theme=theme, by=someone("Ida", "MX"), at=CLOSED)
    first = theme.placements.first().wording
    submissions = asked(client, "submissions", theme=theme.code)

    assert submissions["total"] == 3
    assert asked(client, f"submissions/{submissions['items'][0]['id']}")["items"] == submissions["items"][:1]
    group = asked(client, f"groups/{first.code}")["items"][0]
    assert (group["tally"]["submissions"], group["wordings"], group["themes"]) == (3, 3, [theme.code])
    call = asked(client, f"calls/{theme.call.code}")["items"][0]
    assert call["counts"]["received"] == 4
    assert call["campaigns"] == [{"id": first.code, "submissions": 3}]
    said = asked(client, f"themes/{theme.code}")["items"][0]
    assert said["owed"][1]["replies"][0]["reasons_en"] == "Noted by us."
    assert said["became"]["sent_on"] == CLOSED.date().isoformat()
    assert asked(client, "themes", call=theme.call.code)["items"][0]["id"] == theme.code
    assert asked(client, "loop", call=theme.call.code, as_of="2027-12-31")["items"][1] == {
        "party": "MX",
        "themes": 2,
        "replied": 1,
        "waiting": 1,
        "overdue": 1,
        "reply_rate": "0.5",
        "median_days": "12",
        "on_agenda": 1,
        "decided": 0,
        "changed": 0,
        "change_rate": "0",
    }


def test_a_page_of_submissions_goes_on_where_the_last_one_ended(client, theme):
    first = asked(client, "submissions", limit=3)
    rest = asked(client, "submissions", limit=3, before=first["before"])

    ids = [each["id"] for each in (*first["items"], *rest["items"])]
    assert ids == sorted(ids, reverse=True)
    assert (len(ids), rest["before"], first["more"]) == (4, None, False)


@pytest.mark.parametrize(
    ("path", "query", "status", "rule"),
    [
        ("submissions", {"kind": "press"}, 400, "DK-50"),
        ("submissions", {"before": "x"}, 400, "DK-50"),
        ("submissions", {"offset": "5"}, 400, "PG-02"),
        ("submissions/DS-9999999", {}, 404, "PG-01"),
        ("calls/x", {}, 404, "PG-01"),
        ("groups/x", {}, 404, "PG-01"),
        ("themes/x", {}, 404, "PG-01"),
        ("themes", {"call": "x"}, 404, "PG-01"),
        ("loop", {"call": "x"}, 404, "PG-01"),
    ],
)
def test_what_is_wrong_or_unknown_is_said_by_its_rule(client, bundled, path, query, status, rule):
    assert asked(client, path, status, **query)["findings"][0]["code"] == rule
