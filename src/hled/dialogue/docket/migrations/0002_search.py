from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from hled.dialogue.docket.models import search


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    search.install(schema_editor.connection)


def remove(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    search.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("docket", "0001_calls_and_submissions")]

    operations = [migrations.RunPython(install, remove)]
