from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "hled.dialogue.meetings"
    label = "meetings"

    def ready(self) -> None:
        from hled.dialogue.delegations.domain.permissions import register
        from hled.dialogue.meetings.permissions import GRANTS
        from hled.dialogue.meetings.receivers import listen

        register(GRANTS)
        listen()
