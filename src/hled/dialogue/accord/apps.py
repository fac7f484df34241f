from django.apps import AppConfig


class AccordConfig(AppConfig):
    name = "hled.dialogue.accord"
    label = "accord"
