from django.apps import AppConfig


class StudiesConfig(AppConfig):
    name = "hled.dialogue.studies"
    label = "studies"
