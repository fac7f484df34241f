from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from hled.dialogue.accord.domain.entries import CredentialKind, read_envelope
from hled.dialogue.accord.domain.passkeys import Assertion


def count(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the table from the register as it stands."""
    counts = apps.get_model("accord", "PasskeyCount")
    entries = apps.get_model("accord", "Entry").objects.order_by("sequence")
    for sequence, envelope in entries.values_list("sequence", "envelope").iterator():
        for each in read_envelope(bytes(envelope)).signatures:
            if each.kind is not CredentialKind.PASSKEY:
                continue
            counter = Assertion(each.authenticator_data, each.client_data, each.value).counter
            if counter:
                counts.objects.create(credential=each.credential, counter=counter, sequence=sequence)


class Migration(migrations.Migration):
    dependencies = [
        ("accord", "0002_joint_texts"),
    ]

    operations = [
        migrations.CreateModel(
            name="PasskeyCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("credential", models.CharField(max_length=64)),
                ("counter", models.BigIntegerField()),
                ("sequence", models.BigIntegerField()),
            ],
            options={
                "ordering": ("credential", "counter"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("credential", "counter"), name="accord_passkey_counts_once"
                    )
                ],
            },
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
