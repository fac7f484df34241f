"""Too many attempts: counted in the store, for each name tried, whether anybody has it or not."""

import logging
from collections.abc import Mapping
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.http import HttpRequest, HttpResponse

from hled.dialogue.delegations.receivers import name_digest
from hled.interfaces.logs import note
from hled.interfaces.problems import problem_answer
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, declare

SI_01 = declare(
    "SI-01",
    en="After five failed attempts with one name, nobody can try that name for a quarter of an hour.",
    es="Tras cinco intentos fallidos con un mismo nombre, nadie puede probarlo durante un cuarto de hora.",
    remedy_en="Wait fifteen minutes, or sign in with a passkey. This is said of every name, also of one that is not enrolled.",
    remedy_es="Espere quince minutos o entre con una llave de acceso. Esto se dice de todo nombre, también de uno que no está dado de alta.",
)

LONGEST_NAME = 254


def name_tried(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """The name of an attempt, as axes keeps it."""
    said = credentials or {}
    name = said.get("email") or said.get("username") or request.POST.get("login") or ""
    return str(name).strip().lower()[:LONGEST_NAME]


def locked_out(
    request: HttpRequest, answer: HttpResponse | None = None, credentials: Mapping[str, Any] | None = None
) -> HttpResponse:
    """What axes shows in place of any answer while a name is locked."""
    found = Bilingual("too many failed attempts", "demasiados intentos fallidos")
    return problem_answer(request, [Finding(SI_01, request.path[:120], found)], status=429)


def is_locked(request: HttpRequest, name: str) -> bool:
    return not AxesProxyHandler.is_allowed(request, {"username": name})


def note_failure(request: HttpRequest, name: str) -> None:
    """Count a failed second factor with the failed passwords of the same name."""
    note("code-failed", level=logging.WARNING, tried=name_digest(name))
    AxesProxyHandler.user_login_failed(note_failure, {"username": name}, request)
