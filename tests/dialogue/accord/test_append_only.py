"""What stands in the register cannot be changed, by no way of writing, on either store."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.dialogue.accord.officers import NOON

from hled.dialogue.accord.models import Checkpoint, Entry, Node, OfferedAct, Signature, triggers

pytestmark = pytest.mark.django_db

ROWS = {
    "accord_entry": Entry,
    "accord_node": Node,
    "accord_checkpoint": Checkpoint,
    "accord_offeredact": OfferedAct,
    "accord_signature": Signature,
}


@pytest.fixture(autouse=True)
def _one_of_each(empty_register):
    Entry.objects.create(
        sequence=0,
        kind="import",
        at=NOON,
        type="a.b",
        subject="s",
        act="a" * 64,
        envelope=b"e",
        leaf=b"l" * 32,
    )
    Node.objects.create(place=1 << 48, hash=b"n" * 32)
    Checkpoint.objects.create(size=1, root=b"r" * 32, note="n", key="k", at=NOON)
    OfferedAct.objects.create(
        digest="a" * 64,
        kind="joint",
        type="a.b",
        subject="s",
        act=b"{}",
        english="e",
        spanish="s",
        fields={},
        offered_at=NOON,
    )
    Signature.objects.create(
        offered_id="a" * 64, credential="c", kind="passkey", at=NOON, received_at=NOON, value=b"v", counter=7
    )


def refused(act) -> bool:
    """Whether the store refuses, in a transaction of its own."""
    try:
        with transaction.atomic():
            act()
    except DatabaseError as error:
        said = str(error).lower()
        return any(
            word in said for word in ("append-only", "must follow", "unique", "protected foreign keys")
        )
    return False


def run(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_every_trigger_is_in_place():
    assert triggers.missing(connection) == []
    assert set(triggers.APPEND_ONLY) == set(ROWS)


@pytest.mark.parametrize("table", list(ROWS))
def test_rows_are_not_changed_by_any_way_of_writing(table):
    model = ROWS[table]
    row = model.objects.get()
    column = next(field for field in model._meta.concrete_fields if not field.primary_key)
    value = getattr(row, column.attname)
    key = model._meta.pk.column
    before = list(model.objects.values())

    assert refused(row.save)
    assert refused(row.delete)
    assert refused(model.objects.all().delete)
    assert refused(lambda: model.objects.all()._raw_delete(model.objects.db))
    assert refused(lambda: model.objects.update(**{column.attname: value}))
    assert refused(lambda: model.objects.bulk_update([row], [column.name]))
    assert refused(lambda: run(f'UPDATE "{table}" SET "{column.column}" = "{column.column}"'))
    assert refused(lambda: run(f'DELETE FROM "{table}"'))
    assert refused(lambda: run(f'DELETE FROM "{table}" WHERE "{key}" = %s', row.pk))
    assert list(model.objects.values()) == before


@pytest.mark.parametrize("table", list(ROWS))
def test_no_row_takes_the_place_of_another(table):
    """SQLite's REPLACE deletes without asking the trigger of deletes; PostgreSQL's ON CONFLICT updates."""
    model = ROWS[table]
    row = model.objects.get()
    columns = [field.column for field in model._meta.concrete_fields]
    values = [
        field.get_db_prep_save(getattr(row, field.attname), connection)
        for field in model._meta.concrete_fields
    ]
    names, marks = ", ".join(f'"{each}"' for each in columns), ", ".join(["%s"] * len(columns))
    key = model._meta.pk.column
    upsert = f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT ("{key}") DO UPDATE SET "{columns[1]}" = excluded."{columns[1]}"'

    assert refused(lambda: run(upsert, *values))
    if connection.vendor == "sqlite":
        for verb in ("INSERT OR REPLACE", "REPLACE"):
            assert refused(
                lambda verb=verb: run(f'{verb} INTO "{table}" ({names}) VALUES ({marks})', *values)
            )
        assert model.objects.get() == row
    else:
        run("SET CONSTRAINTS ALL IMMEDIATE")
        assert refused(lambda: run(f'TRUNCATE "{table}" CASCADE'))
        run("SET LOCAL session_replication_role = replica")
        assert refused(lambda: run(f'DELETE FROM "{table}"'))
        assert refused(lambda: run(f'TRUNCATE "{table}" CASCADE'))
        run("SET LOCAL session_replication_role = DEFAULT")


def test_a_signature_is_not_replaced_by_another_of_the_same_credential_or_count():
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is a verb of SQLite")
    insert = (
        "INSERT OR REPLACE INTO accord_signature (id, digest, credential, kind, at, received_at, value, "
        "authenticator_data, client_data, counter) VALUES (99, %s, %s, 'x', %s, %s, 'x', '', '', %s)"
    )
    OfferedAct.objects.create(
        digest="b" * 64,
        kind="joint",
        type="a.b",
        subject="s",
        act=b"{}",
        english="e",
        spanish="s",
        fields={},
        offered_at=NOON,
    )

    assert refused(lambda: run(insert, "a" * 64, "c", NOON, NOON, 9))
    assert refused(lambda: run(insert, "b" * 64, "c", NOON, NOON, 7))


def test_an_entry_follows_the_last_one():
    def entry(sequence: int) -> Entry:
        return Entry(
            sequence=sequence,
            kind="import",
            at=NOON,
            type="a.b",
            subject="s",
            act=str(sequence) * 64,
            envelope=b"e",
            leaf=b"l" * 32,
        )

    assert refused(lambda: entry(2).save(force_insert=True))
    assert refused(lambda: Entry.objects.bulk_create([entry(1), entry(3)]))
    Entry.objects.bulk_create([entry(1), entry(2)])
    assert list(Entry.objects.values_list("sequence", flat=True)) == [0, 1, 2]
