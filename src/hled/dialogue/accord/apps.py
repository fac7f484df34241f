from django.apps import AppConfig


class AccordConfig(AppConfig):
    name = "hled.dialogue.accord"
    label = "accord"

    def ready(self) -> None:
        from hled.dialogue.accord.domain.texts.forms import TEXT
        from hled.dialogue.accord.permissions import GRANTS
        from hled.dialogue.accord.queries.texts.waiting import waiting
        from hled.dialogue.accord.subjects import only_agreed
        from hled.dialogue.accord.subjects import register as register_kind
        from hled.dialogue.delegations.domain.permissions import register
        from hled.dialogue.delegations.queries.waiting import register as register_waiting

        register_kind(TEXT.kind, only_agreed)
        register(GRANTS)
        register_waiting(waiting)
