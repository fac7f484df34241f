"""What the frame of every page says of who has signed in."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest

from hled.dialogue.delegations.web.visitors import visitor_of

NUMBERS = {"127.0.0.1", "::1"}
"""Of this machine alone."""


def signed_in(request: HttpRequest) -> dict[str, Any]:
    return {"visitor": visitor_of(request), "passkey_address": passkey_address(request)}


def passkey_address(request: HttpRequest) -> str:
    """
    Where to open this page so that a browser makes and uses passkeys; empty where it does so already, ``https`` where only that would help.

    It asks for https or for the name ``localhost``; a number of this machine is neither.
    """
    asked = urlsplit(f"//{request.get_host()}")
    if request.is_secure() or asked.hostname == "localhost":
        return ""
    if asked.hostname not in NUMBERS:
        return "https"
    port = f":{asked.port}" if asked.port else ""
    return f"http://localhost{port}{request.get_full_path()}"
