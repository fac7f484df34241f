"""Bad input on the site: a clear page in the reader's language, never a trace."""

import pytest

pytestmark = [pytest.mark.filterwarnings("ignore:No directory at")]

LISTS = (
    "",
    "alerts/",
    "agenda/",
    "data/",
    "pillars/P1/",
    "documents/",
    "agencies/",
    "offices/",
    "indicators/",
    "map/",
    "meetings/",
    "calendar/",
    "glossary/",
    "context/events/",
    "context/organizations/",
    "search/?q=a",
    "studies/",
    "studies/dependence/",
    "studies/corridor/",
)


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "commitments/NOPE/",
        "pillars/P9/",
        "documents/D-NOPE/",
        "agencies/NOPE/",
        "indicators/IN-99/",
        "map/?indicator=IN-01",
        "meetings/M-1999-01-01/",
        "rules/XX-99/",
        "context/rumors/",
        "commitments/%3Cscript%3Ealert(1)%3C/",
    ],
)
@pytest.mark.parametrize(("language", "word"), [("en", "Not found"), ("es", "No encontrado")])
def test_pg_01_what_does_not_exist_is_said_in_the_language_of_the_page(client, bundled, path, language, word):
    answer = client.get(f"/{language}/{path}")

    assert answer.status_code == 404
    assert word in answer.content.decode()
    assert "PG-01" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


@pytest.mark.parametrize("day", ["yesterday", "2021-13-01", "2021-02-30", "09/09/2021", "2021", "'; drop"])
@pytest.mark.parametrize("name", ["as_of", "recorded_by"])
def test_as_01_a_wrong_day_is_refused(client, bundled, day, name):
    answer = client.get("/es/", {name: day})

    assert answer.status_code == 400
    assert "AS-01" in answer.content.decode()
    assert "Escriba la fecha como" in answer.content.decode()


@pytest.mark.parametrize("day", ["1899-12-31", "2201-01-01", "9999-12-31"])
def test_as_02_a_day_out_of_reach_is_refused(client, bundled, day):
    answer = client.get("/en/", {"as_of": day})

    assert answer.status_code == 400
    assert "AS-02" in answer.content.decode()


@pytest.mark.parametrize("day", ["1900-01-01", "2200-12-31"])
@pytest.mark.parametrize("path", LISTS)
def test_every_page_opens_on_the_first_and_the_last_day(client, bundled, day, path):
    for language in ("en", "es"):
        separator = "&" if "?" in path else "?"
        answer = client.get(f"/{language}/{path}{separator}as_of={day}")

        assert answer.status_code == 200


@pytest.mark.parametrize("path", LISTS)
def test_every_page_opens_with_an_empty_store(client, empty_store, path):
    expected = 404 if path.startswith("pillars") else 200

    assert client.get(f"/en/{path}").status_code == expected


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=999999", "page=x", "status=nope", "words=%00%F0%9F%92%A9"]
)
def test_strange_filters_give_a_page(client, bundled, query):
    assert client.get(f"/es/?{query}").status_code == 200


def test_a_long_search_gives_a_page(client, bundled):
    assert client.get("/en/search/", {"q": "x" * 100_000}).status_code == 200


def test_nothing_learned_later_is_shown(client, bundled):
    page = client.get("/en/", {"as_of": "2021-12-31"}).content.decode()

    assert "Third annual meeting" not in page
    assert 'href="/en/commitments/P1-SEMI-02/' not in page


def test_a_commitment_of_a_later_day_says_so_and_nothing_more(client, bundled):
    page = client.get("/en/commitments/P1-SC-03/", {"as_of": "2020-01-01"}).content.decode()

    assert "Not public by" in page
    assert "Create the Bilateral Supply Chain Working Group" not in page


@pytest.mark.parametrize(
    ("header", "language"), [("es-MX,es;q=0.9,en;q=0.5", "es"), ("en-US", "en"), ("fr", "en"), ("", "en")]
)
def test_the_entrance_follows_the_language_of_the_browser(client, bundled, header, language):
    answer = client.get("/", headers={"accept-language": header})

    assert answer.status_code == 302
    assert answer["Location"] == f"/{language}/"
    assert "Accept-Language" in answer["Vary"]


def test_an_appearance_leads_back_to_this_site_only(client, bundled):
    answer = client.get("/en/appearance/", {"tone": "dark", "back": "https://example.org/"})

    assert answer["Location"] == "/en/"
    assert answer.cookies["tone"].value == "dark"


def test_pages_carry_no_inline_style_or_script(client, bundled):
    for path in (*LISTS, "commitments/P1-SC-03/", "indicators/IN-01/"):
        page = client.get(f"/en/{path}").content.decode()

        assert " style=" not in page
        assert "<style" not in page
        assert "onclick=" not in page


def test_an_initiative_heads_no_group_before_it_was_named(client, bundled):
    before = client.get("/en/", {"as_of": "2021-10-01"}).content.decode()
    after = client.get("/en/", {"as_of": "2021-12-31"}).content.decode()

    named = "Strengthening Supply Chains and Coordinating Supply Chain Management in a Crisis"
    assert named not in before
    assert named in after


def test_a_later_document_is_no_source_yet(client, bundled):
    page = client.get("/en/commitments/P1-BRD-04/", {"as_of": "2022-08-01"}).content.decode()

    assert "D-2022-09-12-FS" not in page


def test_inferred_agencies_are_marked(client, bundled):
    row = client.get("/en/", {"words": "P1-SC-01"}).content.decode()
    page = client.get("/en/commitments/P1-SC-01/").content.decode()

    assert "DOC (inferred)" in row
    assert "inferred by the editor; no source names it" in page


@pytest.mark.parametrize(
    "path",
    [
        "",
        "alerts/",
        "agenda/",
        "documents/",
        "agencies/",
        "meetings/",
        "commitments/P1-SC-03/",
        "commitments/P4-08/",
        "indicators/IN-01/",
        "search/?q=a",
    ],
)
def test_a_page_costs_few_queries_once_the_day_is_known(client, bundled, django_assert_max_num_queries, path):
    client.get(f"/en/{path}")

    with django_assert_max_num_queries(40):
        client.get(f"/en/{path}")
