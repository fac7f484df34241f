"""From what was raised to what is said: findings in both languages, and an exit code."""

import re
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from re import Pattern

from hled.interfaces.terminal.failing import CL_01, CL_02, CL_03, Exit, exit_code, fail
from hled.interfaces.terminal.language import asked_language
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import BrokenRuleError, Finding, WorldError

TRACE = "last_failure.txt"
_HELP_WAS_SHOWN = "NoArgsIsHelpError"
"""Raised by the command-line library after it has shown the help of a command called without anything."""

_USAGE: tuple[tuple[Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), spanish)
    for pattern, spanish in (
        (r"No such command (.+?)\. Did you mean (.+)\?", r"no existe el comando \1; ¿quiso decir \2?"),
        (r"No such command (.+?)\. ?Did you mean (.+)\?", r"no existe el comando \1; ¿quiso decir \2?"),
        (r"No such command (.+?)\.?", r"no existe el comando \1"),
        (
            r"No such option: (\S+) \(Possible options: (.+)\)",
            r"no existe la opción \1; opciones parecidas: \2",
        ),
        (r"No such option: (\S+)", r"no existe la opción \1"),
        (r"Missing argument (.+?)\..*", r"falta el argumento \1"),
        (r"Missing option (.+?)\..*", r"falta la opción \1"),
        (r"Missing command\.?", r"falta el comando"),
        (r"Option (.+) requires an argument\.?", r"la opción \1 exige un valor"),
        (r"Option (.+) does not take a value\.?", r"la opción \1 no admite un valor"),
        (r"Got unexpected extra arguments? \((.+)\)", r"sobran argumentos: \1"),
        (
            r"Invalid value for (.+?): (.+) is not one of (.+)\.",
            r"valor no válido para \1: \2; se admite: \3",
        ),
        (
            r"Invalid value for (.+?): Input should be greater than or equal to (\S+)",
            r"valor no válido para \1: debe ser \2 o más",
        ),
        (
            r"Invalid value for (.+?): Input should be less than or equal to (\S+)",
            r"valor no válido para \1: debe ser \2 o menos",
        ),
        (
            r"Invalid value for (.+?): Input should be a valid integer.*",
            r"valor no válido para \1: debe ser un número entero",
        ),
        (r"Invalid value for (.+?): (.+)", r"valor no válido para \1: \2"),
    )
)
"""What the parser of the command line says, in English -> the same in Spanish."""


def answer_failure(error: Exception, arguments: Sequence[str], language: Language) -> int:
    """
    Say what failed, as the format asked for wants it, and give the exit code.

    Who asked for a language that does not exist is answered in both.
    """
    if type(error).__name__ == _HELP_WAS_SHOWN:
        return Exit.WRONG_CALL
    findings, code = _findings(error)
    known = asked_language(arguments) in {"", *Language}
    fail(
        findings, [language] if known else list(Language), as_json=_wants_json(arguments), arguments=arguments
    )
    return code


def _findings(error: Exception) -> tuple[Sequence[Finding], Exit]:
    if isinstance(error, BrokenRuleError):
        return error.findings, exit_code(error)
    if isinstance(error, WorldError):
        return [Finding(CL_02, "hled", error.says)], Exit.WORLD
    if hasattr(error, "format_message"):
        return [
            Finding(CL_01, "hled", _usage(str(error.format_message()).replace("Value error, ", "")))
        ], Exit.WRONG_CALL
    if isinstance(error, OSError) or _is_of_the_database(error):
        said = f"{type(error).__name__}: {error}"
        return [Finding(CL_02, "hled", said)], Exit.WORLD
    return [Finding(CL_03, type(error).__name__, _kept_trace(error))], Exit.WORLD


def _usage(message: str) -> Bilingual:
    for pattern, spanish in _USAGE:
        found = pattern.fullmatch(message)
        if found:
            return Bilingual(message, found.expand(spanish))
    return Bilingual(message or "?", message or "?")


def _is_of_the_database(error: Exception) -> bool:
    from django.db import DatabaseError

    return isinstance(error, DatabaseError)


def _kept_trace(error: Exception) -> Bilingual:
    """Where the trace was written; a reader is not shown it."""
    from hled.project.configuration import read_configuration

    try:
        file: Path = read_configuration().home / TRACE
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = traceback.format_exception(error)
        file.write_text(f"{datetime.now(UTC).isoformat()}\n{''.join(lines)}", encoding="utf-8")
    except (OSError, BrokenRuleError):
        return Bilingual(str(error) or "no message", str(error) or "sin mensaje")
    return Bilingual(f"the trace was written to {file}", f"el rastro se escribió en {file}")


def _wants_json(arguments: Sequence[str]) -> bool:
    pairs = pairwise(arguments)
    return "--format=json" in arguments or any(pair == ("--format", "json") for pair in pairs)
