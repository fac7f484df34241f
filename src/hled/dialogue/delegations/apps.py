from django.apps import AppConfig


class DelegationsConfig(AppConfig):
    name = "hled.dialogue.delegations"
    label = "delegations"

    def ready(self) -> None:
        from hled.dialogue.delegations import receivers as _listening
        from hled.dialogue.delegations.domain.permissions import register
        from hled.dialogue.delegations.permissions import GRANTS
        from hled.dialogue.delegations.queries.waiting import enrollments
        from hled.dialogue.delegations.queries.waiting import register as register_waiting

        register(GRANTS)
        register_waiting(enrollments)
        _listening.listen()
