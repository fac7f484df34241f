"""What was done to calls and themes, moderation, and readings of personal data cannot be changed, on either store."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.dialogue.docket.in_the_docket import ANA, AT, LATER, announced, filed

from hled.dialogue.delegations.models import Person
from hled.dialogue.docket.models import CallEvent, Moderation, PersonalReading, ThemeEvent, histories
from hled.dialogue.docket.services.moderating import read_submitter, reject
from hled.dialogue.docket.services.themes import begin_theme

pytestmark = pytest.mark.django_db

MODELS = {each._meta.db_table: each for each in (CallEvent, ThemeEvent, Moderation, PersonalReading)}


@pytest.fixture(autouse=True)
def _one_of_each():
    call = announced()
    begin_theme(call=call, title=("Bridges", "Puentes"), by=ANA, at=LATER)
    officer = Person.objects.create(
        email="eva@mx.example", name="Eva", party="MX", language="es", enrolled_at=AT
    )
    first = filed(call, "El puente tarda seis horas.").submission
    read_submitter(submission=first, why="To ask her.", by=officer, at=LATER)
    reject(submission=first, reason="threat", note=("A threat.", "Una amenaza."), by=officer, at=LATER)


def refused(sql: str, *values: object) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
    except DatabaseError as error:
        return "never changed" in str(error)
    return False


def test_every_trigger_is_in_place():
    assert histories.missing(connection) == []
    assert set(histories.HISTORIES) == set(MODELS)


@pytest.mark.parametrize("table", list(MODELS))
def test_a_history_is_not_changed_taken_out_or_written_over(table):
    model = MODELS[table]
    before = list(model.objects.values())
    row = model.objects.first()
    fields = model._meta.concrete_fields
    names = ", ".join(f'"{each.column}"' for each in fields)
    values = [each.get_db_prep_save(getattr(row, each.attname), connection) for each in fields]
    places = ", ".join(["%s"] * len(fields))

    assert refused(f'UPDATE "{table}" SET "id" = "id"')
    assert refused(f'DELETE FROM "{table}"')
    if connection.vendor == "sqlite":
        assert refused(f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({places})', *values)
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        assert refused(f'TRUNCATE "{table}" CASCADE')
    assert list(model.objects.values()) == before


def test_a_trigger_that_is_gone_is_named():
    with connection.cursor() as cursor:
        on = ' ON "docket_moderation"' if connection.vendor == "postgresql" else ""
        cursor.execute(f'DROP TRIGGER "docket_moderation_no_delete"{on}')

    assert histories.missing(connection) == ["docket_moderation_no_delete"]
