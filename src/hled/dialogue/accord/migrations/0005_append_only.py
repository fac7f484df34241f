from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from hled.dialogue.accord.models import triggers


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    triggers.install(schema_editor.connection)


class Migration(migrations.Migration):
    """The triggers under the names that they have since other rooms keep tables in the same way."""

    dependencies = [("accord", "0004_passkey_handles")]

    operations = [migrations.RunPython(install, migrations.RunPython.noop)]
