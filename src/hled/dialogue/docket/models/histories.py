"""
Histories that are never changed: what was done to calls and themes, moderation, readings of personal data.

Triggers of the store refuse it, whatever asks; an owner of the tables can take them away, as an owner can do anything.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

HISTORIES = ("docket_callevent", "docket_themeevent", "docket_moderation", "docket_personalreading")
REFUSED = "hled: a history of the docket is never changed"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; safe to repeat."""
    remove(connection)
    statements = _on_postgresql() if connection.vendor == "postgresql" else _on_sqlite()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, as a migration backward does; checks that a transaction put off are done first."""
    is_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if is_postgresql:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in HISTORIES:
            for act in ("update", "delete", "truncate"):
                on = f' ON "{table}"' if is_postgresql else ""
                cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_no_{act}"{on}')
        if is_postgresql:
            cursor.execute("DROP FUNCTION IF EXISTS docket_refuse() CASCADE")


def _on_sqlite() -> Iterator[str]:
    for table in HISTORIES:
        for act in ("UPDATE", "DELETE"):
            yield (
                f'CREATE TRIGGER "{table}_no_{act.lower()}" BEFORE {act} ON "{table}" '
                f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )


def _on_postgresql() -> Iterator[str]:
    yield (
        "CREATE FUNCTION docket_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    for table in HISTORIES:
        for act, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            name = f"{table}_no_{act.lower()}"
            yield (
                f'CREATE TRIGGER "{name}" BEFORE {act} ON "{table}" FOR EACH {each} EXECUTE FUNCTION docket_refuse()'
            )
            yield f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{name}"'
