from django.apps import AppConfig


class DelegationsConfig(AppConfig):
    name = "hled.dialogue.delegations"
    label = "delegations"
