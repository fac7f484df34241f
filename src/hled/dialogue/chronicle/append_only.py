"""
Tables to which rows are added and nothing else is ever done, kept so by triggers in the words of each store.

Update, delete and truncate are refused; so is a row that would take the place of another (SQLite's ``INSERT OR
REPLACE`` deletes without asking the trigger of deletes).
An owner of the tables can drop the triggers, as an owner can do anything.
"""

# ruff: noqa: S608  # names and conditions are those of the tables that a room declares

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

_ACTS = (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT"))


@dataclass(frozen=True, slots=True)
class AppendOnly:
    """
    The tables of a room that are only added to.

    Parameters
    ----------
    places
        Table -> the conditions under which a row of it has the place of a new one.
    says
        What the store answers to whatever would change a row.
    function
        Name of the function that refuses, on PostgreSQL.
    """

    places: Mapping[str, tuple[str, ...]]
    says: str
    function: str

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Put the triggers in place; safe to repeat."""
        self.remove(connection)
        run(connection, self._on_postgresql() if connection.vendor == "postgresql" else self._on_sqlite())

    def remove(self, connection: BaseDatabaseWrapper) -> None:
        """Take the triggers away, as a migration backward does; checks that a transaction put off are done first."""
        if connection.vendor == "postgresql":
            run(connection, ["SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED"])
            run(connection, [f"DROP FUNCTION IF EXISTS {self.function}() CASCADE"])
        else:
            names = (f"{table}_no_{act}" for table in self.places for act in ("update", "delete", "insert"))
            run(connection, (f'DROP TRIGGER IF EXISTS "{name}"' for name in names))

    def missing(self, connection: BaseDatabaseWrapper) -> list[str]:
        """Names of the triggers that are not in place or are switched off."""
        acts = ("update", "delete", "truncate" if connection.vendor == "postgresql" else "insert")
        return lacking(connection, (f"{table}_no_{act}" for table in self.places for act in acts))

    def _on_sqlite(self) -> Iterator[str]:
        refuse = f"SELECT RAISE(ABORT, '{self.says}')"
        for table, places in self.places.items():
            for act in ("UPDATE", "DELETE"):
                yield f'CREATE TRIGGER "{table}_no_{act.lower()}" BEFORE {act} ON "{table}" BEGIN {refuse}; END'
            taken = f'SELECT 1 FROM "{table}" WHERE {" OR ".join(places)}'
            yield (
                f'CREATE TRIGGER "{table}_no_insert" BEFORE INSERT ON "{table}" '
                f"BEGIN {refuse} WHERE EXISTS ({taken}); END"
            )

    def _on_postgresql(self) -> Iterator[str]:
        """``ENABLE ALWAYS``: a session that calls itself a replica is refused too."""
        yield (
            f"CREATE FUNCTION {self.function}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{self.says}' USING ERRCODE = 'restrict_violation'; END $$"
        )
        for table in self.places:
            for act, each in _ACTS:
                name = f"{table}_no_{act.lower()}"
                yield (
                    f'CREATE TRIGGER "{name}" BEFORE {act} ON "{table}" '
                    f"FOR EACH {each} EXECUTE FUNCTION {self.function}()"
                )
                yield f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{name}"'


def run(connection: BaseDatabaseWrapper, statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def lacking(connection: BaseDatabaseWrapper, triggers: Iterable[str]) -> list[str]:
    """Which of these triggers are not in place or are switched off."""
    asked = (
        "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        found = {name for (name,) in cursor.fetchall()}
    return sorted(set(triggers) - found)
