from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "hled.dialogue.results"
    label = "results"

    def ready(self) -> None:
        from hled.dialogue.results.receivers import listen

        listen()
