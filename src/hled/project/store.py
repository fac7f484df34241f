"""The store on this machine: made when it is missing, brought up to date, filled when it is empty."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import WorldError

Told = Callable[[str], None]


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Only one process prepares the store of a home at a time; the lock goes with the process, however it ends."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = (home / "preparing.lock").open("w")
    except OSError as error:
        raise WorldError(
            Bilingual(
                f"The folder {home} cannot be written: {error.strerror}. Set HLED_HOME to one that can.",
                f"No se puede escribir en la carpeta {home}: {error.strerror}. Fije HLED_HOME en una que lo permita.",
            ),
            again=False,
        ) from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_current() -> bool:
    """Whether every migration has been applied."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def prepare_store(home: Path, *, fill: bool = True, told: Told = lambda step: None) -> None:
    """
    Make the store usable: tables, the bundled record and the bundled data where they are missing.

    Safe to call again after an interruption: each step is one transaction.

    Raises
    ------
    WorldError
        When the folder or the database cannot be reached.
    """
    from hled.dialogue.briefing.queries.record import record_is_loaded
    from hled.dialogue.briefing.services.record import load_record
    from hled.dialogue.docket.services.calls import standing_docket
    from hled.interfaces.asked import now
    from hled.sources.record import bundled_record

    with alone(home):
        try:
            if not is_current():
                told("tables")
                call_command("migrate", verbosity=0, interactive=False)
            if fill and not record_is_loaded():
                load_record(bundled_record(), at=now(), source="bundled record", told=told)
            if fill:
                _fill_indicators(told)
                standing_docket(at=now())
        except DatabaseError as error:
            raise WorldError(
                Bilingual(
                    f"The database does not answer as expected: {error}. Check HLED_DATABASE_URL, disk space and rights.",
                    f"La base de datos no responde como se espera: {error}. Revise HLED_DATABASE_URL, el espacio en disco y los permisos.",
                ),
                again=True,
            ) from error


def _fill_indicators(told: Told) -> None:
    from hled.dialogue.results.services.observations import load_bundled_observations
    from hled.interfaces.asked import now

    load_bundled_observations(at=now(), told=told)


def set_up_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hled.project.settings")
    django.setup()
