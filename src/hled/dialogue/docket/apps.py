from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class DocketConfig(AppConfig):
    name = "hled.dialogue.docket"
    label = "docket"

    def ready(self) -> None:
        from hled.dialogue.delegations.domain.permissions import register
        from hled.dialogue.docket.permissions import GRANTS
        from hled.dialogue.docket.receivers import listen

        register(GRANTS)
        listen()
        post_migrate.connect(_keep_the_index, sender=self)


def _keep_the_index(*, using: str, **_: Any) -> None:
    """Make the index of words again where a migration took its triggers away."""
    from hled.dialogue.docket.models import search

    connection = connections[using]
    if "docket_submission" in connection.introspection.table_names() and not search.is_kept(connection):
        search.install(connection)
