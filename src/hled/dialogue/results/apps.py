from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "hled.dialogue.results"
    label = "results"
