"""Joint texts in force, as commands and endpoints give them."""

import pytest
from django.test import Client
from tests.dialogue.accord.services.texts.at_the_table import MX, Table

from hled.dialogue.accord.queries.texts.reading import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(bundled) -> str:
    """A text that was adopted and then amended; gives the digest of the first act."""
    table = Table().enroll()
    made = table.agree("Both build.", "Ambas construyen.")
    amendment = table.begin(MX, verb="amend")
    table.write(
        amendment,
        words_of(amendment).segments[0].id,
        MX,
        english="Both build soon.",
        spanish="Ambas construyen pronto.",
    )
    table.table(amendment)
    draft = table.begin(MX, "text:draft")
    table.add(draft, "Nobody's business yet.", "Asunto de nadie aún.", MX)
    table.certify_both(amendment)
    table.sign_both(table.digest(amendment))
    return made.act


def test_the_texts_in_force_are_listed_and_drafts_are_not(agreed, hled):
    answer = hled("text", "list", "--format", "json").json

    assert [(each["subject"], each["versions"], each["begins_es"]) for each in answer["items"]] == [
        ("text:ports", 2, "Ambas construyen pronto.")
    ]


def test_a_text_is_shown_as_it_stands_and_as_it_stood(agreed, hled):
    now = hled("text", "show", "text:ports")
    before = hled("text", "show", "text:ports", "--act", agreed[:12], "--format", "json").json

    assert "Both build soon." in now.out
    assert "Ambas construyen pronto." in now.out
    assert before["items"][0]["segments"][0]["text_en"] == "Both build."
    assert [each["type"] for each in before["items"][0]["versions"]] == ["text.adopt", "text.amend"]


def test_a_difference_is_shown_in_both_languages(agreed, hled):
    shown = hled("text", "diff", "text:ports", "--lang", "es")
    answer = hled("text", "diff", "text:ports", "--format", "json").json

    assert "{+ soon+}" in shown.out
    assert "{+ pronto+}" in shown.out
    assert answer["earlier"]["act"] == agreed
    assert answer["items"][0]["change"] == "changed"


def test_the_endpoints_give_what_the_commands_give(agreed, hled):
    client = Client()
    for path, command in (
        ("texts", ["list"]),
        ("texts/text:ports", ["show", "text:ports"]),
        ("texts/text:ports/difference", ["diff", "text:ports"]),
    ):
        given = client.get(f"/api/v1/{path}").json()
        printed = hled("text", *command, "--format", "json").json
        assert given["items"] == printed["items"]


def test_nothing_was_in_force_before_it_was_agreed(agreed, hled):
    assert hled("text", "list", "--as-of", "2026-11-22", "--format", "json").json["items"] == []
    assert Client().get("/api/v1/texts/text:ports?as_of=2026-11-22").status_code == 404
    assert Client().get("/api/v1/texts/text:nothing").status_code == 404
