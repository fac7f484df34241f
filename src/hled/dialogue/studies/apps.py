from django.apps import AppConfig


class StudiesConfig(AppConfig):
    name = "hled.dialogue.studies"
    label = "studies"

    def ready(self) -> None:
        from hled.dialogue.delegations.domain.permissions import register
        from hled.dialogue.studies.permissions import GRANTS

        register(GRANTS)
