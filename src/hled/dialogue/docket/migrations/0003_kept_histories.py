from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from hled.dialogue.docket.models import histories


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    histories.install(schema_editor.connection)


def remove(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    histories.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("docket", "0002_search")]

    operations = [
        migrations.AddIndex(
            model_name="wording",
            index=models.Index(
                condition=models.Q(("grouped_at__isnull", True)), fields=["call"], name="docket_wording_waits"
            ),
        ),
        migrations.RunPython(install, remove),
    ]
