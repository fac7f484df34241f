from django.apps import AppConfig


class InterfacesConfig(AppConfig):
    name = "hled.interfaces"
    label = "interfaces"
