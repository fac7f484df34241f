"""Journeys run in Chromium against a server of this process; where none is found they are left out, and that is said."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.conftest import TODAY

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
"""Playwright keeps an event loop in this thread while a browser is open; the tests around it read the store as ever."""

if CHROMIUM is None:
    collect_ignore_glob = ["test_*.py"]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if CHROMIUM is None:
        terminalreporter.write_line(
            "The browser journeys did not run: no Chromium found. Install it, or set CHROMIUM to its path."
        )


@pytest.fixture(scope="session")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """
    Address of the site, served from the loaded store.

    One server for all journeys: they only read, and the fixture of pytest-django would empty the store after each.
    """
    from pytest_django.live_server_helper import LiveServer

    with django_db_blocker.unblock():
        server = LiveServer("localhost")
    yield server.url
    with django_db_blocker.unblock():
        server.stop()


@pytest.fixture(autouse=True)
def _reading(django_db_blocker: Any) -> Iterator[None]:
    """The server's threads may read the store, and the clock stands on the fixed day."""
    with django_db_blocker.unblock(), time_machine.travel(TODAY, tick=True):
        yield


@pytest.fixture(scope="session")
def browser(site: str) -> Iterator[Browser]:
    """Started after the site: with the browser comes an event loop, in which Django would open the store anew."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield started
        started.close()


class Visitor:
    """A person with a browser: opens contexts of any width, and closes them all in the end."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site
        self.contexts: list[BrowserContext] = []

    def page(self, width: int = 1280, **options: Any) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, base_url=self.site, **options
        )
        self.contexts.append(context)
        return context.new_page()


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Visitor]:
    person = Visitor(browser, site)
    yield person
    for context in person.contexts:
        context.close()
