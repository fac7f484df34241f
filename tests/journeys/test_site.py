"""Can a person do it in a browser, in both languages, on a desk and on a phone?"""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.journey, pytest.mark.filterwarnings("ignore:No directory at")]

LANGUAGES = ("en", "es")
DESK, PHONE, NARROW = 1280, 390, 320

PAGES = (
    "",
    "?as_of=2022-12-31",
    "?as_of=2000-01-01",
    "?status=late&pillar=P1",
    "alerts/",
    "alerts/?rule=AL-01",
    "agenda/",
    "search/",
    "search/?q=medicion",
    "search/?q=nothing-holds-this",
    "data/",
    "about/",
    "rules/",
    "rules/ST-22/",
    "rules/AL-20/",
    "pillars/P1/",
    "pillars/X/",
    "commitments/P1-SC-03/",
    "commitments/P4-08/",
    "commitments/P1-SC-03/?as_of=2020-01-01",
    "documents/",
    "documents/D-2021-09-09-JS/",
    "agencies/",
    "agencies/SE/",
    "offices/",
    "register/",
    "register/?kind=import",
    "register/?subject=nothing-begins-so",
    "register/0/",
    "register/credentials/",
    "sign-in/",
    "indicators/",
    "indicators/IN-01/",
    "indicators/IN-10/",
    "map/",
    "meetings/",
    "meetings/M-2021-09-09/",
    "meetings/series/supply_chain/",
    "meetings/series/cabinet/",
    "calendar/",
    "meetings/M-2021-09-09/brief/",
    "meetings/next/brief/",
    "studies/",
    "studies/?as_of=2012-01-01",
    "studies/dependence/",
    "studies/dependence/?buyers=MEX.manufacturing&convention=face_value",
    "studies/through/",
    "studies/pair/",
    "studies/corridor/",
    "studies/corridor/?share=1",
    "studies/exports/",
    "studies/product/?code=850760",
    "studies/product/?code=8507",
    "studies/product/?code=semiconductors:materials",
    "studies/product/?code=litio",
    "studies/product/?code=qqqzzz",
    "studies/product/?as_of=2020-01-01",
    "studies/sweep/",
    "studies/sweep/?over=countries&affected=MEX",
    "studies/structure/",
    "studies/structure/?by=output_multiplier&industries=USA,MEX",
    "studies/structure/?industries=MEX.c15",
    "studies/structure/?table=bea-2017&by=backward",
    "studies/screen/?list=semiconductors",
    "studies/screen/?list=semiconductors&compare=relief%3D0",
    "studies/screen/?list=semiconductors&compare_list=batteries&by=heading",
    "studies/screen/?as_of=2020-01-01",
    "studies/lists/",
    "studies/lists/medical-supplies/",
    "studies/complexity/",
    "studies/complexity/?of=products&list=semiconductors&only=lacks",
    "studies/verification/",
    "glossary/",
    "context/events/",
    "context/first-era/",
    "context/executive-orders/",
    "context/dockets/",
    "context/organizations/",
)
PROBLEMS = ("nothing-here/", "commitments/NOPE/", "?as_of=yesterday")

AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """What axe finds once the page has its style sheets: after a click the words stand before the looks do."""
    page.wait_for_load_state("load")
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


def overflow(page: Page) -> int:
    """Points by which a page is wider than its window, once it has its style sheets."""
    page.wait_for_load_state("load")
    width = page.evaluate("document.documentElement.clientWidth")
    return int(page.evaluate("document.documentElement.scrollWidth")) - int(width)


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("en", DESK, "light"), ("es", PHONE, "dark")], ids=["desk", "phone"]
)
def test_every_page_opens_without_a_finding_of_axe_and_fits_a_narrow_screen(visitor, language, width, scheme):
    page = visitor.page(width, color_scheme=scheme)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(f"{page.url} script: {error}"))
    page.on(
        "console",
        lambda said: (
            complaints.append(f"{page.url} policy: {said.text}")
            if "Content Security Policy" in said.text
            else None
        ),
    )

    for path in (*PAGES, *PROBLEMS):
        answer = page.goto(f"/{language}/{path}")
        expected = 200 if path in PAGES else 400 if "as_of" in path else 404
        if answer.status != expected:
            complaints.append(f"{path} answered {answer.status}")
        if page.locator("html").get_attribute("lang") != language or page.locator("h1").count() != 1:
            complaints.append(f"{path} has not its language or not one heading")
        complaints += [f"{path} {each}" for each in violations(page)]
        full = page.viewport_size
        page.set_viewport_size({**full, "width": NARROW})
        if overflow(page) > 0:
            complaints.append(f"{path} scrolls sideways at {NARROW} pixels")
        page.set_viewport_size(full)

    assert complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_spacing_at_four_hundred_percent_still_fits(visitor, language):
    page = visitor.page(NARROW)
    page.goto(f"/{language}/commitments/P1-SC-03/")

    page.locator(".asof summary").click()

    assert overflow(page) == 0


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_other_language_shows_the_same_page_on_the_same_day(visitor, width):
    page = visitor.page(width)
    page.goto("/en/commitments/P1-SC-03/?as_of=2022-12-31")

    page.get_by_role("link", name="Español").click()

    expect(page).to_have_url(re.compile(r"/es/commitments/P1-SC-03/\?as_of=2022-12-31$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Crear el Grupo de Trabajo Bilateral en Cadenas de Suministro"
    )
    expect(page.locator(".standing-view")).to_contain_text("31 de diciembre de 2022")


@pytest.mark.parametrize("script", [True, False])
def test_the_date_keeps_its_value_while_one_walks(visitor, script):
    page = visitor.page(java_script_enabled=script)
    page.goto("/en/")

    page.get_by_label("As known on").first.fill("2022-12-31")
    page.locator("form.asof > button").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Documents").click()
    page.get_by_role("link", name="Fact Sheet: 2022 U.S.-Mexico High-Level Economic Dialogue").click()

    expect(page).to_have_url(re.compile(r"/en/documents/[^?]+\?as_of=2022-12-31$"))
    expect(page.locator("#as-of")).to_have_value("2022-12-31")


def test_filters_live_in_the_address(visitor):
    page = visitor.page()
    page.goto("/en/")

    page.get_by_label("Status", exact=True).select_option("late")
    expect(page).to_have_url(re.compile(r"\?status=late(#table)?$"))
    shown = page.locator("tbody tr:not(.group)").count()
    other = visitor.page()
    other.goto(page.url)

    assert other.locator("tbody tr:not(.group)").count() == shown > 0
    assert set(other.locator("tbody .status-word").all_inner_texts()) <= {"Late", "Late · disputed"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_and_date_work_without_script(visitor, language):
    page = visitor.page(PHONE, java_script_enabled=False)
    page.goto(f"/{language}/")

    page.locator("#f-pillar").select_option("P3")
    page.locator(".filters button").click()
    page.locator("tbody th a").last.click()

    expect(page).to_have_url(re.compile(rf"/{language}/commitments/P3-"))
    expect(page.locator(".verdict .status-word")).to_be_visible()


def test_the_playhead_replays_the_record(visitor):
    page = visitor.page()
    page.goto("/es/")
    before = page.locator(".headline").inner_text()

    page.locator("#playhead").focus()
    page.keyboard.press("Home")

    expect(page).to_have_url(re.compile(r"as_of=2013-01-31$"))
    expect(page.locator(".headline")).not_to_have_text(before)
    expect(page.locator("#as-of")).to_have_value("2013-01-31")


def test_the_keyboard_reaches_the_content_first(visitor):
    page = visitor.page()
    page.goto("/en/")

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("script", [True, False])
def test_a_chosen_appearance_stays(visitor, script):
    page = visitor.page(java_script_enabled=script)
    page.goto("/en/meetings/?as_of=2022-12-31")

    page.get_by_role("button", name="Dark").click()

    expect(page).to_have_url(re.compile(r"/en/meetings/\?as_of=2022-12-31$"))
    page.goto("/en/alerts/")
    assert page.locator("html").get_attribute("data-tone") == "dark"


@pytest.mark.parametrize("script", [True, False])
def test_the_slider_of_the_corridor_changes_the_answer(visitor, script):
    page = visitor.page(java_script_enabled=script)
    page.goto("/en/studies/corridor/")
    before = page.locator(".lead").inner_text()

    page.get_by_label("Share that stops").focus()
    page.keyboard.press("End")
    if not script:
        page.get_by_role("button", name="Ask").click()

    expect(page).to_have_url(re.compile(r"share=1(&|$)"))
    expect(page.locator(".lead")).not_to_have_text(before)


def test_a_reader_walks_from_the_matrix_to_a_pair_and_back(visitor):
    page = visitor.page(PHONE)
    page.goto("/es/studies/dependence/")

    page.get_by_role("link", name="Equipo de transporte").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("equipo de transporte en México")
    page.get_by_role("navigation", name="Ruta").get_by_role("link", name="Estudios").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Estudios")


@pytest.mark.parametrize("script", [True, False])
def test_a_reader_ranks_industries_by_another_measure_and_opens_one(visitor, script):
    page = visitor.page(java_script_enabled=script)
    page.goto("/es/studies/sweep/")

    page.get_by_role("link", name="Equipo eléctrico y óptico").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("equipo eléctrico y óptico en China")
    page.goto("/es/studies/structure/")
    page.get_by_role("link", name="Encadenamientos").click()
    page.get_by_role("link", name="adelante, total").click()

    expect(page).to_have_url(re.compile(r"by=forward"))
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("adelante, total")


@pytest.mark.parametrize("script", [True, False])
def test_an_analyst_sets_a_weight_to_nothing_and_sees_the_order_change(visitor, script):
    page = visitor.page(java_script_enabled=script)
    page.goto("/en/studies/screen/?list=semiconductors")
    before = page.locator(".screened tbody th").all_inner_texts()

    page.locator("summary", has_text="Weights").click()
    page.locator("#w-need").fill("0")
    page.get_by_role("button", name="Ask").click()

    expect(page).to_have_url(re.compile(r"w_need=0(&|$)"))
    expect(page.locator("h1")).to_contain_text("Dependency 0")
    assert page.locator(".screened tbody th").all_inner_texts() != before


def test_nothing_is_asked_before_the_reader_has_filled_all_fields(visitor):
    page = visitor.page(PHONE)
    page.goto("/es/studies/screen/?list=semiconductors&base=16")

    page.get_by_label("Listas o códigos").first.fill("batteries")
    page.locator("#p-by").select_option("stage")
    page.locator("summary", has_text="Comparar con otra ponderación").click()
    page.locator("#c-relief").fill("0")
    page.get_by_role("button", name="Preguntar", exact=True).click()

    expect(page).to_have_url(re.compile(r"list=batteries&by=stage.*c_relief=0"), timeout=30_000)
    expect(page.locator("h1")).to_contain_text("Baterías")
    expect(page.get_by_role("heading", name="Qué cambia el segundo orden")).to_be_visible()


def test_a_reader_opens_a_figure_to_its_definition_and_a_diagnosis_to_its_numbers(visitor):
    page = visitor.page(PHONE)
    page.goto("/es/studies/screen/?list=semiconductors")

    page.locator(".screened details summary").first.click()
    expect(page.locator(".screened details[open]").first).to_contain_text("%")
    page.get_by_role("link", name="En 20", exact=True).first.click()

    expect(page).to_have_url(re.compile(r"#d-top20$"))
    expect(page.locator("#d-top20 > p").first).to_be_visible()
    expect(page.locator("#d-top20")).to_be_in_viewport()


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("path", ["screen/?list=semiconductors", "product/?code=850760", "complexity/"])
def test_without_a_script_a_head_leads_to_a_definition_that_one_opens(visitor, path, width):
    page = visitor.page(width, java_script_enabled=False)
    page.goto(f"/en/studies/{path}")

    page.locator("table.screened thead a").first.click()
    anchor = page.url.partition("#")[2]
    definition = page.locator(f"#{anchor}")
    expect(definition).to_be_in_viewport()
    if definition.get_attribute("open") is None:
        definition.locator("summary").click()

    expect(definition.locator(".source")).to_be_visible()


def test_a_reader_walks_from_a_stage_of_a_list_to_its_products_and_their_screen(visitor):
    page = visitor.page(PHONE)
    page.goto("/es/studies/screen/?list=semiconductors&by=stage")

    page.locator(".screened tbody th a").first.click()
    expect(page).to_have_url(re.compile(r"/es/studies/product/\?code=semiconductors%3A"))
    page.get_by_role("link", name="El examen de los productos que contiene").click()

    expect(page).to_have_url(re.compile(r"/es/studies/screen/\?list=semiconductors%3A"))
    expect(page.locator(".screened tbody th").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_an_analyst_finds_a_product_by_words_and_sees_who_sells_it(visitor, script):
    page = visitor.page(PHONE, java_script_enabled=script)
    page.goto("/es/studies/product/")

    page.get_by_label("Producto: código, lista o palabras").fill("circuitos impresos")
    page.get_by_role("button", name="Preguntar").click()
    page.get_by_role("link", name="Circuitos impresos", exact=True).first.click()

    expect(page).to_have_url(re.compile(r"code=8534"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("ircuitos impresos")
    expect(page.locator(".screened tbody th").first).to_be_visible()


def test_a_figure_of_a_product_opens_to_its_definition_and_a_neighbor_to_its_page(visitor):
    page = visitor.page(DESK)
    page.goto("/en/studies/product/?code=851762")

    page.locator("details.figure summary", has_text="Density").click()
    expect(page.locator("details.figure[open]")).to_contain_text("Share of the product's neighbors")
    neighbor = page.locator("section[aria-labelledby=near] tbody th a").first
    name = neighbor.inner_text()
    neighbor.click()

    expect(page).to_have_url(re.compile(r"product/\?code=\d{6}$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(name[1:20])


@pytest.mark.parametrize("script", [True, False])
def test_an_analyst_asks_what_lies_near_in_a_list_and_opens_a_product(visitor, script):
    page = visitor.page(java_script_enabled=script)
    page.goto("/en/studies/complexity/")

    page.get_by_label("Rows").select_option("products")
    page.get_by_label("Products: list or codes").fill("semiconductors")
    page.get_by_label("Of products, only").select_option("lacks")
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Semiconductors")
    expect(page.get_by_role("heading", level=1)).to_contain_text("capability shown in the U.S. market")

    rows = page.locator("section[aria-labelledby='figures'] tbody tr")
    name = rows.first.get_by_role("rowheader").locator(".id").inner_text()
    rows.first.get_by_role("link").click()

    expect(page).to_have_url(re.compile(rf"/en/studies/product/\?code={name}"))


def test_search_knows_accents(visitor):
    page = visitor.page(PHONE)
    page.goto("/es/search/")

    page.get_by_role("searchbox").fill("diálogo economico")
    page.get_by_role("button", name="Buscar").click()

    expect(page.locator(".hits li").first).to_be_visible()


@pytest.mark.parametrize(("language", "parties"), [("en", ["US", "MX"]), ("es", ["MX", "US"])])
def test_the_party_of_the_language_stands_first(visitor, language, parties):
    page = visitor.page()
    page.goto(f"/{language}/agencies/")

    assert page.locator("main h2 .party").all_inner_texts() == parties


def test_a_printed_page_leaves_out_what_is_only_for_screens(visitor):
    page = visitor.page()
    page.goto("/en/")

    page.emulate_media(media="print")

    for left_out in ("nav", ".asof", ".filters", ".playhead-form"):
        expect(page.locator(left_out).first).to_be_hidden()
    expect(page.locator("table.records").first).to_be_visible()
    expect(page.locator(".colophon")).to_contain_text("not an official publication")
