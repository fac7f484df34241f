"""Two delegations at their browsers, without script."""

import re

import pytest
from django.test import Client
from tests.dialogue.accord.services.texts.at_the_table import MX, US, Table

from hled.dialogue.accord.domain.texts.procedure import State
from hled.dialogue.accord.models import Proposal
from hled.dialogue.accord.queries.texts.reading import words_of
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Person

pytestmark = pytest.mark.django_db
BACKEND = "hled.dialogue.delegations.web.backends.PersonBackend"


@pytest.fixture
def table(empty_store) -> Table:
    return Table().enroll()


def browser(person: Person) -> Client:
    person.is_sample = True  # stands for a second factor, which has tests of its own
    person.save()
    found = Client()
    found.force_login(person, backend=BACKEND)
    return found


def at(table: Table, party, role=Role.COORDINATOR) -> Client:
    return browser(table.who(party, role))


def form_of(client: Client, made: Proposal) -> dict[str, str]:
    """What the editor's form would send, box by box."""
    page = client.get(f"/en/accord/proposals/{made.pk}/").content.decode()
    hidden = dict(re.findall(r'name="(read:[^"]+)" value="([^"]*)"', page))
    boxes = dict(re.findall(r'name="(e[ns]:[^"]+)"[^>]*>([^<]*)</textarea>', page))
    return hidden | boxes


def page_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def tabled(table: Table) -> tuple[Proposal, str]:
    made = table.begin()
    segment = table.add(made, "They report each year.", "Informan cada año.")
    table.table(made)
    return made, segment


def test_a_draft_is_begun_written_and_tabled_on_pages_alone(table):
    ours, theirs = at(table, US), at(table, MX)
    begun = ours.post(
        "/en/accord/proposals/begin/",
        {
            "subject": "text:ports",
            "kind": "text",
            "verb": "adopt",
            "title_en": "Ports",
            "title_es": "Puertos",
            "effective": "2027-01-01",
        },
    )
    made = Proposal.objects.get()
    assert begun.url == f"/en/accord/proposals/{made.pk}/"
    page_of(theirs, begun.url, 404)
    ours.post(
        f"{begun.url}words/", {"act": "add:", "kind:": "heading", "add-en:": "Ports", "add-es:": "Puertos"}
    )
    assert [each.english for each in words_of(made).words] == ["Ports"]

    ours.post(f"{begun.url}table/")

    assert "Ports" in page_of(theirs, begun.url)
    assert "Puertos" in page_of(theirs, begun.url.replace("/en/", "/es/"))


def test_two_people_who_edit_the_same_words_lose_none(table):
    made, segment = tabled(table)
    ours, theirs = at(table, US), at(table, MX)
    first, second = form_of(ours, made), form_of(theirs, made)
    first[f"en:{segment}"], second[f"en:{segment}"] = "They report twice.", "They never report."
    address = f"/en/accord/proposals/{made.pk}/words/"
    assert ours.post(address, first).status_code == 302

    answer = theirs.post(address, second)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert ">They never report.</textarea>" in page
    assert "They report twice." in page
    assert words_of(made).segment(segment).english.text == "They report twice."
    again = dict(re.findall(r'name="(read:[^"]+)" value="([^"]*)"', page)) | {
        f"en:{segment}": "They report twice or never.",
        f"es:{segment}": "Informan cada año.",
    }
    assert theirs.post(address, again).status_code == 302
    assert words_of(made).segment(segment).english.text == "They report twice or never."


def test_every_changed_box_is_saved_whatever_button_is_pressed(table):
    made = table.begin()
    one, two = (table.add(made, f"Words {each}.", f"Palabras {each}.") for each in "ab")
    ours = at(table, US)
    said = form_of(ours, made)
    said |= {f"en:{one}": "First.", f"es:{two}": "Segunda.", "act": f"up:{two}"}

    ours.post(f"/en/accord/proposals/{made.pk}/words/", said)

    assert [(each.id, each.english, each.spanish) for each in words_of(made).words] == [
        (two, "Words b.", "Segunda."),
        (one, "First.", "Palabras a."),
    ]


def test_a_box_that_was_not_touched_does_not_overwrite_what_the_other_wrote(table):
    made, segment = tabled(table)
    ours, theirs = at(table, US), at(table, MX)
    first, second = form_of(ours, made), form_of(theirs, made)
    first[f"en:{segment}"], second[f"es:{segment}"] = "They report twice.", "Informan dos veces."
    address = f"/en/accord/proposals/{made.pk}/words/"

    ours.post(address, first)
    assert theirs.post(address, second).status_code == 302

    words = words_of(made).segment(segment).words
    assert (words.english, words.spanish) == ("They report twice.", "Informan dos veces.")


def test_words_written_in_a_segment_that_was_removed_are_given_back_and_can_be_added(table):
    made, segment = tabled(table)
    ours, theirs = at(table, US), at(table, MX)
    mine = form_of(theirs, made) | {f"en:{segment}": "My words."}
    address = f"/en/accord/proposals/{made.pk}/words/"
    ours.post(address, form_of(ours, made) | {"act": f"remove:{segment}"})
    assert words_of(made).segments == ()

    page = theirs.post(address, mine).content.decode()

    assert f'name="add-en:{segment}"' in page
    assert ">My words.</textarea>" in page
    theirs.post(address, {"act": f"add:{segment}", f"add-en:{segment}": "My words."})
    assert [each.english for each in words_of(made).words] == ["My words."]


@pytest.mark.parametrize(
    ("said", "code"),
    [("<script>alert(1)</script>", "AC-51"), ("x" * 10_001, "AC-54"), ("They [must] report.", "AC-59")],
)
def test_words_that_are_refused_stay_in_the_box_escaped(table, said, code):
    made, segment = tabled(table)
    ours = at(table, US)

    answer = ours.post(
        f"/en/accord/proposals/{made.pk}/words/", form_of(ours, made) | {f"en:{segment}": said}
    )

    page = answer.content.decode()
    assert answer.status_code == 400
    assert code in page
    assert "<script>alert" not in page
    assert said.replace("<", "&lt;").replace(">", "&gt;") in page
    assert words_of(made).segment(segment).english.text == "They report each year."


def test_a_paste_of_50_megabytes_is_refused_clearly_and_nothing_is_lost(table):
    made, segment = tabled(table)
    ours = at(table, US)

    answer = ours.generic(
        "POST",
        f"/en/accord/proposals/{made.pk}/words/",
        f"en:{segment}=" + "x" * 50_000_000,
        "application/x-www-form-urlencoded",
    )

    assert answer.status_code == 400
    assert "PG-05" in answer.content.decode()
    assert words_of(made).segment(segment).english.text == "They report each year."


def test_with_script_one_row_is_saved_and_given_back(table):
    made, segment = tabled(table)
    ours = at(table, US)
    said = form_of(ours, made) | {f"es:{segment}": "Informan dos veces."}

    answer = ours.post(
        f"/en/accord/proposals/{made.pk}/words/{segment}/", said, headers={"HX-Request": "true"}
    )

    page = answer.content.decode()
    assert page.lstrip().startswith("<section")
    assert "behind the other" in page
    assert words_of(made).segment(segment).spanish.text == "Informan dos veces."


def test_brackets_are_put_shown_with_their_age_and_lifted(table):
    made, segment = tabled(table)
    theirs = at(table, MX)
    said = form_of(theirs, made) | {
        "act": f"bracket:{segment}:en",
        f"words-en:{segment}": "each year",
        f"reason-en:{segment}": "The budget is not known.",
        f"alternatives-en:{segment}": "every two years",
    }
    address = f"/en/accord/proposals/{made.pk}/"

    theirs.post(f"{address}words/", said)

    page = page_of(at(table, US), address)
    for shown in ("[each year]", "The budget is not known.", "every two years", "AC-68"):
        assert shown in page


def test_a_proposal_goes_to_signature_on_pages_and_everybody_sees_what_waits(table):
    made, _segment = tabled(table)
    address = f"/en/accord/proposals/{made.pk}/"
    linguists = {party: at(table, party, Role.LANGUAGE_OFFICER) for party in (US, MX)}
    assert "Certify that both languages conform" in page_of(linguists[MX], "/en/accord/")
    for party in (US, MX):
        assert linguists[party].post(f"{address}certify/", {"digest": table.digest(made)}).status_code == 302
    made.refresh_from_db()
    assert made.state == State.OPEN
    assert "Firmar" in page_of(at(table, MX, Role.SIGNING_OFFICER), "/es/accord/")
    assert "Opened for signature" in page_of(linguists[US], address)

    table.sign_both(table.digest(made))

    public = Client()
    assert "text:ports" in page_of(public, "/en/texts/")
    assert "Informan cada año." in page_of(public, "/es/texts/text:ports/")


def test_an_overtaken_proposal_is_renewed_on_a_page_that_shows_both_texts(table):
    agreed = table.agree("Both build.", "Ambas construyen.")
    segment = words_of(agreed).segments[0].id
    first, second = table.begin(US, verb="amend"), table.begin(MX, verb="amend")
    table.write(first, segment, US, english="Both build soon.", spanish="Ambas construyen pronto.")
    table.write(second, segment, MX, english="Both build well.", spanish="Ambas construyen bien.")
    for each in (second, first):
        table.table(each)
    table.certify_both(first)
    table.sign_both(table.digest(first))
    theirs = at(table, MX)
    assert "Renew on the text now in force" in page_of(theirs, "/en/accord/")

    answer = theirs.post(f"/en/accord/proposals/{second.pk}/renew/")

    page = answer.content.decode()
    assert answer.status_code == 409
    for said in ("Both build soon.", "Both build well.", "Ambas construyen."):
        assert said in page
    done = theirs.post(
        f"/en/accord/proposals/{second.pk}/renew/",
        {f"choice:segment {segment} en": "Soon, well.", f"choice:segment {segment} es": "Pronto, bien."},
    )
    assert done.status_code == 302
    assert "Soon, well." in page_of(theirs, done.url)


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTY_ADMINISTRATOR, Role.SIGNING_OFFICER])
def test_who_does_not_write_reads_without_boxes_and_is_refused_by_the_door(table, role):
    made, segment = tabled(table)
    client = at(table, US, role)

    assert "<textarea" not in page_of(client, f"/en/accord/proposals/{made.pk}/")
    assert client.post(f"/en/accord/proposals/{made.pk}/words/", {f"en:{segment}": "x"}).status_code == 403


def test_nobody_without_an_account_sees_proposals(table):
    made, _ = tabled(table)

    for path in ("/en/accord/", "/en/accord/proposals/", f"/en/accord/proposals/{made.pk}/"):
        assert Client().get(path).status_code == 302


def test_difference_and_history_are_pages(table):
    made, segment = tabled(table)
    table.write(made, segment, MX, english="They report twice.")
    theirs = at(table, MX)

    assert "<ins>They report twice.</ins>" in page_of(theirs, f"/en/accord/proposals/{made.pk}/difference/")
    history = page_of(theirs, f"/en/accord/proposals/{made.pk}/history/")
    assert "They report twice." in history
    assert "They report each year." not in history
