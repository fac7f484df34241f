from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "hled.dialogue.meetings"
    label = "meetings"
