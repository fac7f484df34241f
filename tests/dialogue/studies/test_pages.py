"""The pages of studies: the answer first, what it rests on, and what to do with it."""

import re
import shlex
from html import unescape

import pytest

from hled.dialogue.studies.services import keep_study, send_to_agenda
from hled.dialogue.studies.web.asking import HOME

pytestmark = [pytest.mark.one_store, pytest.mark.filterwarnings("ignore:No directory at")]

DRAWN = ("dependence", "through", "pair", "corridor", "exports", "terms")
QUESTIONS = (*DRAWN, "sweep", "structure")


def page_of(language: str, page: str) -> str:
    """A question with few draws where it draws at all: what the page shows does not depend on how many."""
    return f"/{language}/studies/{page}/{'?draws=8' if page in DRAWN else ''}"


@pytest.mark.parametrize("page", QUESTIONS)
@pytest.mark.parametrize(("language", "word"), [("en", "not a forecast"), ("es", "no un pronóstico")])
def test_a_question_shows_answer_warning_method_and_command(client, bundled, page, language, word):
    text = client.get(page_of(language, page)).content.decode()

    assert word in text
    assert '<ol class="prose method">' in text
    assert "hled studies send S-" in text
    assert "chart-wide" in text
    assert "format=csv" in text


@pytest.mark.parametrize("page", ["dependence", "through", "pair", "corridor"])
@pytest.mark.parametrize(
    ("language", "heading", "part"),
    [
        ("en", "What makes the range", "errors of rows and columns"),
        ("es", "Qué forma el intervalo", "errores de filas y columnas"),
    ],
)
def test_a_question_shows_what_makes_its_range(client, bundled, page, language, heading, part):
    text = client.get(page_of(language, page)).content.decode()

    assert heading in text
    assert part in text


def test_every_cell_of_the_dependence_table_has_its_range(client, bundled):
    text = client.get(page_of("en", "dependence")).content.decode()

    figures = text.partition('id="figures"')[2].partition("</section>")[0]
    cells = figures.count('<td class="num">')
    assert cells == 15 * 6
    assert figures.count("–") == cells


@pytest.mark.parametrize("page", QUESTIONS)
def test_a_question_says_how_it_was_computed(client, bundled, page):
    text = client.get(page_of("es", page)).content.decode()

    assert "Cómo se calculó" in text
    assert "residuo mayor" in text


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("dependence", "buyers=MEX.manufacturing&draws=8"),
        ("pair", "other=MEX.c14&draws=8"),
        ("corridor", "sellers=MEX.c15&share=0.5&draws=8"),
        ("sweep", "over=countries&affected=MEX"),
        ("product", "code=8507&external=one:CHN"),
        ("structure", "industries=MEX.c15&by=backward"),
    ],
)
def test_the_command_on_a_page_asks_the_same(client, bundled, hled, page, query):
    text = client.get(f"/en/studies/{page}/?{query}").content.decode()
    command = unescape(re.search(r"hled [^\n<]+(?= --keep)", text)[0])
    identifier = re.search(r"studies send (S-\w+)", text)[1]

    ran = hled(*shlex.split(command)[1:], "--format", "json")

    assert ran.json["study"] == identifier


def test_a_head_of_the_table_ranks_by_its_measure(client, bundled):
    text = client.get("/en/studies/structure/", {"by": "forward"}).content.decode()

    assert text.count('aria-sort="descending"') == 1
    assert "by=normalized_forward" in text
    assert "Key sector" in text


def test_an_industry_of_the_sweep_leads_to_where_it_stands(client, bundled):
    text = client.get("/en/studies/sweep/").content.decode()

    assert "/en/studies/structure/?industries=CHN.c14&amp;table=wiod2013-2011" in text


@pytest.mark.parametrize("kind", ["sweep", "structure"])
def test_a_kept_study_of_each_new_kind_has_its_picture(client, bundled, kind):
    study = keep_study(kind=kind, given={}, home=HOME, at=bundled)

    text = client.get(f"/es/studies/{study.id}/").content.decode()

    assert "chart-wide" in text
    assert f"/es/studies/{kind}/?" in text


def test_run_again_on_a_page_says_that_the_digits_are_the_same(client, bundled):
    answer = client.get("/en/studies/pair/", {"draws": "8", "again": "yes"})

    assert "every digit is the same" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"


def test_the_slider_works_as_a_plain_form(client, bundled):
    text = client.get("/en/studies/corridor/", {"share": "0.5", "sellers": "MEX.c15"}).content.decode()

    assert 'type="range" name="share"' in text
    assert 'value="0.50"' in text
    assert "<output>50</output>" in text
    assert "transport equipment in Mexico" in text


def test_an_industry_of_the_matrix_leads_to_its_pair(client, bundled):
    text = client.get(page_of("en", "dependence")).content.decode()

    assert "/en/studies/pair/?one=USA.c15&amp;other=MEX.c15" in text


@pytest.mark.parametrize("page", [*QUESTIONS, ""])
def test_before_the_table_was_public_no_figure_is_shown(client, bundled, page):
    path = f"/en/studies/{page}/" if page else "/en/studies/"
    answer = client.get(path, {"as_of": "2013-12-30"})

    assert answer.status_code == 200
    assert "No table of several countries was public" in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "code"),
    [("suppliers=CHI", "IO-13"), ("table=nope", "IO-20"), ("color=red", "SQ-01"), ("buyers=%00", "IO-13")],
)
def test_a_wrong_question_is_answered_by_the_problem_page(client, bundled, query, code):
    answer = client.get(f"/es/studies/dependence/?{query}")

    assert answer.status_code in {400, 404}
    assert code in answer.content.decode()


def test_a_kept_study_and_the_agenda_lead_to_each_other(client, bundled):
    study = keep_study(kind="pair", given={}, home=HOME, at=bundled)
    send_to_agenda(id=study.id, by="Working Group", at=bundled)

    page = client.get(f"/en/studies/{study.id}/").content.decode()
    agenda = client.get("/es/agenda/").content.decode()

    assert study.says_en in page
    assert f"/en/agenda/#{study.id}" in page
    assert f'href="/es/studies/{study.id}/"' in agenda
    assert study.question_es in agenda


def test_an_unknown_study_is_not_found(client, bundled):
    assert client.get("/en/studies/S-0000000000/").status_code == 404
