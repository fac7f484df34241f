from django.apps import AppConfig


class ChronicleConfig(AppConfig):
    name = "hled.dialogue.chronicle"
    label = "chronicle"
