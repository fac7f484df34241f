"""Fixtures that every test may use: the day, the loaded record, an empty store."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.utils import translation
from hypothesis import HealthCheck, settings

TODAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""The day that tests and documentation fix."""

settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.register_profile("proof", parent=settings.get_profile("house"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

_STORE = {"db", "transactional_db", "bundled", "empty_store", "client", "hled"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever touches the database depends on the store, and runs on PostgreSQL too, unless it is marked otherwise."""
    for item in items:
        asks = _STORE & set(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db")
        if asks and not item.get_closest_marker("one_store"):
            item.add_marker(pytest.mark.store)


@pytest.fixture(autouse=True)
def _no_language_of_another_test() -> None:
    """A page that was asked for leaves its language behind, and an address that is made later would begin with it."""
    translation.deactivate()


def pytest_report_header() -> str:
    url = os.environ.get("HLED_DATABASE_URL", "")
    return f"store: {'PostgreSQL' if url.startswith('postgres') else 'SQLite'}"


@pytest.fixture
def today() -> Iterator[datetime]:
    """The clock stands at noon of 23 November 2026, UTC."""
    with time_machine.travel(TODAY, tick=False):
        yield TODAY


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """
    The test database holds the bundled record and data, as a new installation does.

    Made whatever tests run: the journeys read it without being tests of the database.
    """
    from django.test.utils import setup_databases, teardown_databases

    from hled.dialogue.briefing.services.record import load_record
    from hled.dialogue.results.services.observations import load_bundled_observations
    from hled.sources.record import bundled_record

    with django_db_blocker.unblock(), time_machine.travel(TODAY, tick=False):
        made = setup_databases(verbosity=0, interactive=False, aliases={"default"})
        load_record(bundled_record(), at=TODAY, source="bundled record")
        load_bundled_observations(at=TODAY)
    yield
    with django_db_blocker.unblock():
        if not request.config.getvalue("reuse_db"):  # a server that forgets needs no cleaning
            teardown_databases(made, verbosity=0)


@pytest.fixture
def bundled(db: None, today: datetime) -> datetime:
    """The bundled record and data are loaded, and the day is 23 November 2026."""
    return today


@pytest.fixture
def empty_store(db: None, today: datetime) -> datetime:
    """Tables without a row; the day is 23 November 2026."""
    from django.apps import apps
    from django.db import connection

    from hled.dialogue.accord.models import triggers
    from hled.dialogue.docket.models import histories

    # Register and histories refuse to be emptied; an owner of the tables takes the triggers away, and the test takes that back.
    for kept in (triggers, histories):
        kept.remove(connection)
    with connection.constraint_checks_disabled() if connection.vendor == "sqlite" else _nothing():
        names = [
            model._meta.db_table
            for app in apps.get_app_configs()
            if app.name.startswith("hled.")
            for model in app.get_models(include_auto_created=True)
        ]
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("TRUNCATE " + ", ".join(f'"{name}"' for name in names) + " CASCADE")
            else:
                cursor.execute("PRAGMA defer_foreign_keys = ON")
                for name in names:
                    cursor.execute(f'DELETE FROM "{name}"')
    for kept in (triggers, histories):
        kept.install(connection)
    return today


class _nothing:
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Acts of a room alone: without what a room above, such as meetings, asks of every act."""
    from hled.dialogue.accord import subjects

    monkeypatch.setattr(subjects, "_CHECKS", [])
    monkeypatch.setattr(subjects, "_LOOKS", [])


@pytest.fixture
def unwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Acts that are signed at once: without the certified proposal that joint texts ask for."""
    from hled.dialogue.accord.services.texts import following

    monkeypatch.setattr(following, "has_form", lambda kind: False)


@pytest.fixture(autouse=True)
def _fresh_memory() -> Iterator[None]:
    """
    Nothing computed for one test is kept for the next.

    A test rolls its changes back, and with them the revision of the store by which computed views are kept.
    """
    yield
    from hled.dialogue.chronicle.domain.memory import forget

    forget()
    cache.clear()


@pytest.fixture
def specimens() -> Path:
    return Path(__file__).parent / "specimens"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def hled(
    bundled: datetime, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Ran]:
    """Run a command in this process, on the loaded record, in English unless told otherwise."""
    from hled.project.commands import run

    for name in ("LC_ALL", "LC_MESSAGES", "HLED_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("HLED_HOME", str(tmp_path / "home"))

    def called(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return called
