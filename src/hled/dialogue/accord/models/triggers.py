"""
Triggers that make tables append-only, in the words of each store.

Update, delete and truncate are refused; so is a row that would take the place of another (SQLite's ``INSERT OR
REPLACE`` deletes without asking the trigger of deletes), and an entry that does not follow the last one.
An owner of the tables can drop them, as an owner can do anything; the hashes and the editions show it.
"""

# ruff: noqa: S608  # names and conditions are those of the table below

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

APPEND_ONLY = {
    "accord_entry": ('"sequence" = NEW."sequence"', '"act" = NEW."act"'),
    "accord_node": ('"place" = NEW."place"',),
    "accord_checkpoint": ('"size" = NEW."size"',),
    "accord_offeredact": ('"digest" = NEW."digest"',),
    "accord_signature": (
        '"id" = NEW."id"',
        '("digest" = NEW."digest" AND "credential" = NEW."credential")',
        '(NEW."counter" > 0 AND "credential" = NEW."credential" AND "counter" = NEW."counter")',
    ),
}
"""Table -> when a row has the place of a new one."""

REFUSED = "hled: this table is append-only"
HOLE = "hled: an entry must follow the last one"


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; safe to repeat."""
    remove(connection)
    statements = _on_postgresql() if connection.vendor == "postgresql" else _on_sqlite()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, as a migration backward does; checks that a transaction put off are done first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in APPEND_ONLY:
            for act in ("update", "delete", "truncate", "insert"):
                name = f'"{table}_no_{act}"'
                on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS accord_refuse() CASCADE")
            cursor.execute("DROP FUNCTION IF EXISTS accord_follow() CASCADE")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that are not in place or are switched off."""
    wanted = {f"{table}_no_{act}" for table in APPEND_ONLY for act in ("update", "delete")}
    if connection.vendor == "postgresql":
        wanted |= {f"{table}_no_truncate" for table in APPEND_ONLY} | {"accord_entry_no_insert"}
        asked = "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal"
    else:
        wanted |= {f"{table}_no_insert" for table in APPEND_ONLY}
        asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        found = {name for (name,) in cursor.fetchall()}
    return sorted(wanted - found)


def _on_sqlite() -> Iterator[str]:
    for table, places in APPEND_ONLY.items():
        for act in ("UPDATE", "DELETE"):
            yield (
                f'CREATE TRIGGER "{table}_no_{act.lower()}" BEFORE {act} ON "{table}" '
                f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )
        taken = " OR ".join(places)
        follows = (
            f"SELECT RAISE(ABORT, '{HOLE}') WHERE NEW.sequence <> "
            f'(SELECT COALESCE(MAX(sequence) + 1, 0) FROM "{table}");'
            if table == "accord_entry"
            else ""
        )
        yield (
            f'CREATE TRIGGER "{table}_no_insert" BEFORE INSERT ON "{table}" BEGIN '
            f"SELECT RAISE(ABORT, '{REFUSED}') WHERE EXISTS (SELECT 1 FROM \"{table}\" WHERE {taken}); "
            f"{follows} END"
        )


def _on_postgresql() -> Iterator[str]:
    """``ENABLE ALWAYS``: a session that calls itself a replica is refused too."""
    yield (
        "CREATE FUNCTION accord_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    yield (
        "CREATE FUNCTION accord_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF NEW.sequence <> (SELECT COALESCE(MAX(sequence) + 1, 0) FROM accord_entry) THEN "
        f"RAISE EXCEPTION '{HOLE}' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW; END $$"
    )
    for table in APPEND_ONLY:
        for act, each in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
            name = f"{table}_no_{act.lower()}"
            yield (
                f'CREATE TRIGGER "{name}" BEFORE {act} ON "{table}" '
                f"FOR EACH {each} EXECUTE FUNCTION accord_refuse()"
            )
            yield f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{name}"'
    yield (
        'CREATE TRIGGER "accord_entry_no_insert" BEFORE INSERT ON "accord_entry" '
        "FOR EACH ROW EXECUTE FUNCTION accord_follow()"
    )
    yield 'ALTER TABLE "accord_entry" ENABLE ALWAYS TRIGGER "accord_entry_no_insert"'
