"""
The tables of the register are append-only, and an entry follows the last one.

Whoever owns the tables can drop the triggers; the hashes and the editions show it.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from hled.dialogue.chronicle.append_only import AppendOnly, lacking, run

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

HOLE = "hled: an entry must follow the last one"
FOLLOWS = "accord_entry_follows"

_KEPT = AppendOnly(APPEND_ONLY, "hled: this table is append-only", "accord_refuse")


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place; safe to repeat."""
    remove(connection)
    _KEPT.install(connection)
    run(connection, _following(connection.vendor))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, as a migration backward does."""
    _KEPT.remove(connection)
    run(
        connection,
        ["DROP FUNCTION IF EXISTS accord_follow() CASCADE"]
        if connection.vendor == "postgresql"
        else [f'DROP TRIGGER IF EXISTS "{FOLLOWS}"'],
    )


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that are not in place or are switched off."""
    return sorted([*_KEPT.missing(connection), *lacking(connection, [FOLLOWS])])


def _following(vendor: str) -> Iterator[str]:
    last = "(SELECT COALESCE(MAX(sequence) + 1, 0) FROM accord_entry)"
    if vendor != "postgresql":
        yield (
            f'CREATE TRIGGER "{FOLLOWS}" BEFORE INSERT ON "accord_entry" '
            f"BEGIN SELECT RAISE(ABORT, '{HOLE}') WHERE NEW.sequence <> {last}; END"
        )
        return
    yield (
        "CREATE FUNCTION accord_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF NEW.sequence <> {last} THEN "
        f"RAISE EXCEPTION '{HOLE}' USING ERRCODE = 'restrict_violation'; END IF; RETURN NEW; END $$"
    )
    yield (
        f'CREATE TRIGGER "{FOLLOWS}" BEFORE INSERT ON "accord_entry" FOR EACH ROW EXECUTE FUNCTION accord_follow()'
    )
    yield f'ALTER TABLE "accord_entry" ENABLE ALWAYS TRIGGER "{FOLLOWS}"'
