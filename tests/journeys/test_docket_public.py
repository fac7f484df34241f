"""Can a stranger find what others said, whose words are whose, and what became of it, on a desk and on a phone?"""

import pytest
from playwright.sync_api import expect
from tests.conftest import TODAY
from tests.dialogue.docket.in_the_docket import ANA
from tests.journeys.test_docket_desk import desk  # noqa: F401  # a fixture
from tests.journeys.test_site import overflow, violations

pytestmark = [pytest.mark.journey, pytest.mark.store, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("en", 1280, "light"), ("es", 390, "dark")], ids=["en-desk", "es-phone"]
)
def test_a_stranger_walks_from_a_call_to_the_words_of_one_and_to_the_theme(
    visitor,
    desk,  # noqa: F811
    language,
    width,
    scheme,
):
    from hled.dialogue.docket.services.themes import propose_themes

    call = desk["call"]
    propose_themes(call=call, by=ANA, at=TODAY, count=2)
    page = visitor.page(width, color_scheme=scheme)

    def looks():
        assert violations(page) == []
        assert overflow(page) <= 0

    page.goto(f"/{language}/docket/")
    looks()
    page.locator(f'main a[href$="{call.code}/"]').first.click()
    looks()
    page.locator('main a[href*="docket/groups/"]').first.click()
    expect(page.locator("mark.own").first).to_be_attached()
    looks()
    page.goto(f"/{language}/docket/submissions/")
    page.fill("#f-words", "CAMION")
    page.locator("form.filters button").click()
    expect(page.locator("ol.hits > li")).to_have_count(4)
    looks()
    with page.expect_download() as saved:
        page.locator('a[href*="download.csv"]').click()
    assert saved.value.suggested_filename == "hled-docket.csv"
    page.locator('ol.hits a[href*="/submissions/"]').first.click()
    expect(page.locator("mark.own").last).to_have_text("d.")
    looks()
    page.locator('main a[href*="/themes/"]').first.click()
    expect(page.locator("blockquote").first).to_be_visible()
    looks()
