"""What the frame of every page says of who has signed in."""

from typing import Any

from django.http import HttpRequest

from hled.dialogue.delegations.web.visitors import visitor_of


def signed_in(request: HttpRequest) -> dict[str, Any]:
    return {"visitor": visitor_of(request)}
