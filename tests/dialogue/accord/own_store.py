"""A store of its own, of the kind that the tests run on, for processes that are killed."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[3]


@contextmanager
def own_store(home: Path) -> Iterator[dict[str, str]]:
    """The environment in which processes find the store; nothing is in it yet."""
    url = os.environ.get("HLED_DATABASE_URL", "")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HLED_")}
    environment = {
        **kept,
        "HLED_HOME": str(home),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }
    if not url:
        yield environment
        return
    name = f"own_{uuid.uuid4().hex}"
    server, _, _ = url.rpartition("/")
    _on_server(server, f'CREATE DATABASE "{name}"')
    try:
        yield {**environment, "HLED_DATABASE_URL": f"{server}/{name}"}
    finally:
        _on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def _on_server(server: str, sql: str) -> None:
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(sql)  # type: ignore[call-overload]
