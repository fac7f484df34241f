from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from hled.dialogue.docket.models import histories


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    histories.install(schema_editor.connection)


class Migration(migrations.Migration):
    """Of a history no row takes the place of another."""

    dependencies = [("docket", "0004_sending_notices")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
