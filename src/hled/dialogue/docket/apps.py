from django.apps import AppConfig


class DocketConfig(AppConfig):
    name = "hled.dialogue.docket"
    label = "docket"

    def ready(self) -> None:
        from hled.dialogue.delegations.domain.permissions import register
        from hled.dialogue.docket.permissions import GRANTS

        register(GRANTS)
