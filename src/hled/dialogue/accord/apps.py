from django.apps import AppConfig


class AccordConfig(AppConfig):
    name = "hled.dialogue.accord"
    label = "accord"

    def ready(self) -> None:
        from hled.dialogue.accord.domain.texts.forms import OWN_FORMS
        from hled.dialogue.accord.subjects import only_agreed, register

        for form in OWN_FORMS:
            register(form.kind, only_agreed)
