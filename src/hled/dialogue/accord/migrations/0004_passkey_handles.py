from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accord", "0003_passkey_counts"),
    ]

    operations = [
        migrations.CreateModel(
            name="PasskeyHandle",
            fields=[
                ("credential", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("handle", models.BinaryField(max_length=1023)),
            ],
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["type", "sequence"], name="accord_entry_by_type"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["kind", "sequence"], name="accord_entry_by_kind"),
        ),
    ]
