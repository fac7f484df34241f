from django.apps import AppConfig


class BriefingConfig(AppConfig):
    name = "hled.dialogue.briefing"
    label = "briefing"
