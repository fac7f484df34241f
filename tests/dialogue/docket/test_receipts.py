"""With the private link a stranger follows what became of her words, corrects them and takes them back; nobody else can."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from tests.dialogue.delegations.making_people import officer
from tests.dialogue.docket.at_the_form import TYPED, WORDS, Stranger
from tests.dialogue.docket.in_the_docket import AT, CLOSED, LATER, announced

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.docket.domain.replying import Draft
from hled.dialogue.docket.models import FormerText, Moderation, Receipt, Submission, Submitter
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.moderating import decide, reject
from hled.dialogue.docket.services.replying import approve_reply, write_reply
from hled.dialogue.docket.services.themes import begin_theme, sort_groups

pytestmark = [pytest.mark.django_db, pytest.mark.one_store]
NOTE = ("Names a private person.", "Nombra a una persona privada.")


@pytest.fixture
def clock():
    with time_machine.travel(AT, tick=False) as clock:
        yield clock


@pytest.fixture
def stranger(clock, settings):
    return Stranger(Client(enforce_csrf_checks=True), settings, announced())


@pytest.fixture
def receipt(stranger):
    return stranger.files(answer_1="Puente Dos")


def shown(stranger, path):
    answer = stranger.client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_receipt_is_kept_by_no_cache_found_by_no_search_and_tells_no_other_site(stranger, receipt):
    answer = stranger.client.get(receipt)

    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert answer["Referrer-Policy"] == "strict-origin"
    assert not answer.cookies


def test_a_receipt_is_never_served_from_the_pages_that_are_kept(stranger, receipt):
    shown(stranger, receipt)
    Submission.objects.update(text="Cambiado en el acervo.")

    assert "Cambiado en el acervo." in shown(stranger, receipt)


def test_the_log_hides_the_private_link(settings):
    import logging

    from hled.interfaces.logs import OneLine

    line = OneLine(settings.LOGGING["formatters"]["line"]["hidden"])
    record = logging.LogRecord(
        "x", 30, "", 0, "PM-02 GET /es/docket/receipts/SECRET-link_1/correct/ failed", (), None
    )

    assert line.format(record).endswith("PM-02 GET /es/docket/receipts/***/correct/ failed")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("rest", ["", "correct/", "withdraw/", "disown/", "appeal/", "forget/", "files/1/"])
def test_dk_09_a_forged_link_opens_nothing_and_changes_nothing(stranger, receipt, language, rest):
    path = f"/{language}/docket/receipts/{'x' * 32}/{rest}"

    answers = (
        [stranger.client.get(path)]
        if rest in ("", "files/1/")
        else [stranger.client.post(path, {"sure_w": "yes"})]
    )

    for answer in answers:
        assert answer.status_code == 404
        assert "DK-09" in answer.content.decode()
        assert ("private link" if language == "en" else "enlace privado") in answer.content.decode()
    assert Submission.objects.get().standing == "received"


@pytest.mark.parametrize("rest", ["correct/", "withdraw/", "disown/", "appeal/", "forget/"])
def test_pg_04_what_changes_something_is_not_done_by_following_a_link(stranger, receipt, rest):
    assert stranger.client.get(f"{receipt}{rest}").status_code == 405
    assert Submission.objects.get().standing == "received"


def test_a_correction_is_shown_and_the_former_text_is_kept_for_its_sender(stranger, receipt):
    answer = stranger.client.post(
        f"{receipt}correct/", {"text": "La aduana tarda ocho horas.", "answer_1": "Puente Tres"}
    )

    assert (answer.status_code, answer.url) == (302, f"{receipt}?done=corrected")
    page = shown(stranger, answer.url)
    assert "La aduana tarda ocho horas." in page
    assert "Puente Tres" in page
    assert "1 texto anterior" in page
    assert WORDS in page
    assert FormerText.objects.get().answers == {"1": "Puente Dos"}


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ({"text": "", "answer_1": ""}, "DK-01"),
        ({"text": "x" * 100_001, "answer_1": ""}, "DK-02"),
        ({"text": "se\ufffdor, mi texto", "answer_1": ""}, "DK-40"),
    ],
)
def test_a_correction_that_is_refused_comes_back_as_it_was_typed(stranger, receipt, typed, rule):
    answer = stranger.client.post(f"{receipt}correct/", typed)

    assert answer.status_code == 400
    assert rule in answer.content.decode()
    assert typed["text"] in answer.content.decode()
    assert Submission.objects.get().text == WORDS


def test_dk_06_nothing_is_corrected_once_the_call_has_closed_and_it_is_withdrawn_all_the_same(
    stranger, receipt, clock
):
    clock.move_to(CLOSED)

    assert f'action="{receipt}correct/"' not in shown(stranger, receipt)
    assert "DK-06" in stranger.client.post(f"{receipt}correct/", {"text": "Otra cosa."}).content.decode()
    stranger.client.post(f"{receipt}withdraw/", {"sure_w": "yes"})
    assert Submission.objects.get().standing == "withdrawn"


@pytest.mark.parametrize(
    ("rest", "box", "standing", "words"),
    [
        ("withdraw/", "sure_w", "withdrawn", "Retirada por quien la envió"),
        ("disown/", "sure_d", "disowned", "«Presentada a mi nombre, no por mí»"),
    ],
)
def test_what_is_taken_back_is_confirmed_shown_no_more_and_erases_who_filed(
    stranger, receipt, client, rest, box, standing, words
):
    code = Submission.objects.get().code
    unsure = stranger.client.post(f"{receipt}{rest}")
    assert (unsure.status_code, "DK-41" in unsure.content.decode()) == (400, True)
    assert Submission.objects.get().standing == "received"

    answer = stranger.client.post(f"{receipt}{rest}", {box: "yes"})

    page = shown(stranger, answer.url)
    assert Submission.objects.get().standing == standing
    assert Submitter.objects.get().email == ""
    assert words in page
    assert "Qué puede hacer" not in page
    assert WORDS not in client.get(f"/es/docket/submissions/{code}/").content.decode()
    again = stranger.client.post(f"{receipt}{rest}", {box: "yes"})
    assert (again.status_code, "DK-10" in again.content.decode()) == (400, True)


def test_who_filed_is_erased_on_request_and_the_words_stay(stranger, receipt):
    before = shown(stranger, receipt)
    assert "DK-41" in stranger.client.post(f"{receipt}forget/").content.decode()

    answer = stranger.client.post(f"{receipt}forget/", {"sure_f": "yes"})

    assert "Borrar mi nombre" in before
    assert Submitter.objects.get().name == ""
    assert Submission.objects.get().standing == "received"
    assert "Borrar mi nombre" not in shown(stranger, answer.url)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_repeats_who_filed(stranger, receipt, client, language):
    code = Submission.objects.get().code
    pages = [
        shown(stranger, receipt.replace("/es/", f"/{language}/")),
        client.get(f"/{language}/docket/submissions/{code}/").content.decode(),
    ]

    for page in pages:
        for personal in (TYPED["name"], TYPED["organization"], TYPED["email"]):
            assert personal not in page


def test_a_rejection_is_told_with_its_reason_and_appealed_once(stranger, receipt, clock):
    kept, ana = Submission.objects.get(), officer("MX", Role.COORDINATOR)
    reject(submission=kept, reason="personal_data", note=NOTE, by=ana, at=LATER)
    page = shown(stranger, receipt)
    assert "Revela datos privados de una persona" in page
    assert NOTE[1] in page

    empty = stranger.client.post(f"{receipt}appeal/", {"words": "  "})
    assert "DK-45" in empty.content.decode()
    answer = stranger.client.post(f"{receipt}appeal/", {"words": "Es el nombre de una calle."})

    assert answer.url.endswith("done=appealed")
    assert Moderation.objects.get(act="appealed").note_es == "Es el nombre de una calle."
    assert "Apelar el rechazo" not in shown(stranger, receipt)
    again = stranger.client.post(f"{receipt}appeal/", {"words": "Otra vez."})
    assert "DK-23" in again.content.decode()
    decide(submission=kept, restore=True, note=NOTE, by=officer("MX", Role.COORDINATOR), at=LATER)
    assert "Restituida" in shown(stranger, receipt)


def test_each_step_is_followed_from_the_theme_to_the_replies_of_both_parties(stranger, receipt):
    other = stranger.files()
    call, ana = stranger.call, officer("MX", Role.COORDINATOR)
    assert "Espera ser ordenada en un tema" in shown(stranger, receipt)
    group_waiting(call=call, at=AT)
    theme = begin_theme(call=call, title=("Waiting times", "Tiempos de espera"), by=ana, at=LATER)
    groups = Submission.objects.values_list("wording__root_id", flat=True)
    sort_groups(call=call, groups=set(groups), into=theme, by=ana, at=LATER)
    reply = write_reply(
        theme=theme,
        said=Draft("noted", ("We look at it.", "Lo estudiamos.")),
        by=ana,
        at=LATER,
    )
    assert "Lo estudiamos." not in shown(stranger, receipt)
    approve_reply(reply=reply, by=officer("MX", Role.COORDINATOR), at=LATER + timedelta(days=1))

    page = shown(stranger, receipt)

    assert "Está en el tema «Tiempos de espera»" in page
    assert "Respuesta: Se toma nota" in page
    assert "Lo estudiamos." in page
    assert "Respuesta pendiente" in page
    assert f"/es/docket/themes/{theme.code}/" in page
    assert "Waiting times" in shown(stranger, receipt.replace("/es/", "/en/"))
    assert shown(stranger, other)


def test_the_receipt_costs_a_bounded_number_of_queries(stranger, receipt, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        stranger.client.get(receipt)


def test_the_receipt_is_opened_by_its_link_and_not_by_its_number(stranger, receipt):
    code, digest = Submission.objects.get().code, Receipt.objects.get().link_digest

    assert {stranger.client.get(f"/es/docket/receipts/{each}/").status_code for each in (code, digest)} == {
        404
    }
