from django.apps import AppConfig


class AccordConfig(AppConfig):
    name = "hled.dialogue.accord"
    label = "accord"

    def ready(self) -> None:
        from hled.dialogue.accord.domain.texts.forms import OWN_FORMS
        from hled.dialogue.accord.permissions import GRANTS
        from hled.dialogue.accord.subjects import only_agreed
        from hled.dialogue.accord.subjects import register as register_kind
        from hled.dialogue.delegations.domain.permissions import register

        for form in OWN_FORMS:
            register_kind(form.kind, only_agreed)
        register(GRANTS)
