"""
The index of words: one row for each submission that everybody may read, kept current by triggers of the store.

A row holds the words of a submission and, as words that begin with ``=``, what it is filtered by, so that one look-up
answers both. PostgreSQL keeps them as a `tsvector` under GIN, beside its row and not packed, as rows are read too;
SQLite as a full-text table without content.
"""

# ruff: noqa: S608  # names and conditions are those of the tables below

from django.db.backends.base.base import BaseDatabaseWrapper

from hled.dialogue.chronicle.append_only import run

TABLE = "docket_searched"
SUBMISSIONS = "docket_submission"
FACETS = {
    "call": "call_id",
    "kind": "kind",
    "size": "size",
    "place": "place",
    "language": "language",
    "intake": "intake",
}
"""What a submission is filtered by -> its column."""
LONGEST_WORD = 60
"""Letters of a word that the index tells apart."""
LONGEST_ROW = 200_000
"""Letters of a submission with its answers that are searched."""
STRIPE_BITS = 14
"""Rows of one stripe, as a power of two: a frequent word is looked for stripe by stripe, the newest first."""

_SHOWN = "{row}.standing = 'received' AND {row}.rejected_for = ''"
_CHANGING = ", ".join(["folded", "standing", "rejected_for", *FACETS.values()])


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the index, fill it, and keep it current from then on; safe to repeat."""
    remove(connection)
    run(connection, _on_postgresql() if connection.vendor == "postgresql" else _on_sqlite())


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take index and triggers away."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS docket_search(), docket_search_emptied() CASCADE")
        else:
            for act in ("insert", "update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS docket_searched_on_{act}")
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")


def is_kept(connection: BaseDatabaseWrapper) -> bool:
    """Whether the triggers stand: SQLite drops them where a later migration makes the table anew."""
    asked = (
        "SELECT count(*) FROM pg_trigger WHERE tgname = 'docket_searched_on_change'"
        if connection.vendor == "postgresql"
        else "SELECT count(*) = 3 FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'docket_searched_on_%'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return bool(cursor.fetchone()[0])


def _facets(row: str) -> list[str]:
    return [f"'={name}:' || {row}.{column}" for name, column in FACETS.items()]


def _on_postgresql() -> list[str]:
    def words(row: str) -> str:
        facets = ", ".join([*_facets(row), f"'=stripe:' || ({row}.id >> {STRIPE_BITS})"])
        return (
            f"(SELECT array_to_tsvector(array_agg(DISTINCT left(word, {LONGEST_WORD}))) "
            f"FROM unnest(string_to_array(left({row}.folded, {LONGEST_ROW}), ' ') || ARRAY[{facets}]) AS word "
            "WHERE word <> '')"
        )

    return [
        f"CREATE TABLE {TABLE} (submission_id bigint PRIMARY KEY, words tsvector NOT NULL) "
        "WITH (toast_tuple_target = 8160)",
        f"ALTER TABLE {TABLE} ALTER COLUMN words SET STORAGE EXTERNAL",
        f"""
        CREATE FUNCTION docket_search() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP <> 'INSERT' THEN DELETE FROM {TABLE} WHERE submission_id = OLD.id; END IF;
          IF TG_OP <> 'DELETE' AND {_SHOWN.format(row="NEW")} THEN
            INSERT INTO {TABLE} (submission_id, words) VALUES (NEW.id, {words("NEW")});
          END IF;
          RETURN NULL;
        END $$
        """,
        f"CREATE TRIGGER docket_searched_on_change AFTER INSERT OR DELETE OR UPDATE OF {_CHANGING} "
        f"ON {SUBMISSIONS} FOR EACH ROW EXECUTE FUNCTION docket_search()",
        "CREATE FUNCTION docket_search_emptied() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN TRUNCATE {TABLE}; RETURN NULL; END $$",
        f"CREATE TRIGGER docket_searched_on_truncate AFTER TRUNCATE ON {SUBMISSIONS} "
        "FOR EACH STATEMENT EXECUTE FUNCTION docket_search_emptied()",
        f"INSERT INTO {TABLE} (submission_id, words) SELECT one.id, {words('one')} FROM {SUBMISSIONS} AS one "
        f"WHERE {_SHOWN.format(row='one')}",
        f"CREATE INDEX docket_searched_words ON {TABLE} USING gin (words)",
    ]


def _on_sqlite() -> list[str]:
    def words(row: str) -> str:
        return " || ' ' || ".join([f"substr({row}.folded, 1, {LONGEST_ROW})", *_facets(row)])

    put = (
        f"INSERT INTO {TABLE} (rowid, words) SELECT NEW.id, {words('NEW')} WHERE {_SHOWN.format(row='NEW')};"
    )
    take = (
        f"INSERT INTO {TABLE} ({TABLE}, rowid, words) SELECT 'delete', OLD.id, {words('OLD')} "
        f"WHERE {_SHOWN.format(row='OLD')};"
    )
    return [
        f"CREATE VIRTUAL TABLE {TABLE} USING fts5 (words, content='', detail='none', prefix='4', "
        "tokenize=\"unicode61 remove_diacritics 2 tokenchars '=:-_'\")",
        f"INSERT INTO {TABLE} (rowid, words) SELECT one.id, {words('one')} FROM {SUBMISSIONS} AS one "
        f"WHERE {_SHOWN.format(row='one')}",
        f"CREATE TRIGGER docket_searched_on_insert AFTER INSERT ON {SUBMISSIONS} BEGIN {put} END",
        f"CREATE TRIGGER docket_searched_on_update AFTER UPDATE OF {_CHANGING} ON {SUBMISSIONS} "
        f"BEGIN {take} {put} END",
        f"CREATE TRIGGER docket_searched_on_delete AFTER DELETE ON {SUBMISSIONS} BEGIN {take} END",
    ]
