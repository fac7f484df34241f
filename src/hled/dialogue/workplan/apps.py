from django.apps import AppConfig


class WorkplanConfig(AppConfig):
    name = "hled.dialogue.workplan"
    label = "workplan"

    def ready(self) -> None:
        from hled.dialogue.workplan.receivers import listen

        listen()
