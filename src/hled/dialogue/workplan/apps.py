from django.apps import AppConfig


class WorkplanConfig(AppConfig):
    name = "hled.dialogue.workplan"
    label = "workplan"
