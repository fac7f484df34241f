"""
The commands as they describe themselves, and examples of what they print.

Their words are chosen when they are imported, so each language is asked in a process of its own: this module run as a
script with a language prints what it found as JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from enum import EnumType
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from hled.kernel.bilingual import Bilingual

TODAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
WIDTH = 88

EXAMPLES: dict[str, tuple[tuple[str, ...], int]] = {
    "scoreboard": (("scoreboard", "--pillar", "P2"), 34),
    "scoreboard-then": (("scoreboard", "--pillar", "P2", "--as-of", "2022-12-31"), 34),
    "commitment": (("commitment", "P1-BRD-04"), 48),
    "alerts": (("alerts", "--urgency", "high"), 16),
    "agenda": (("agenda",), 20),
    "indicator": (("indicators", "show", "IN-01"), 40),
    "wrong-date": (("scoreboard", "--as-of", "18/04/2023"), 8),
    "unknown": (("commitment", "P1-SC-99"), 8),
    "json": (("rules", "ST-11", "--format", "json"), 40),
}
"""Name, arguments, and how many lines are kept."""


@cache
def spoken(language: str) -> dict[str, Any]:
    """What the commands say in one language."""
    folder = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "pages.commands", language],
        cwd=folder,
        env={
            **os.environ,
            "COLUMNS": str(WIDTH),
            "NO_COLOR": "1",
            "PYTHONUTF8": "1",
            "HLED_LANGUAGE": language,
        },
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def page(language: str) -> str:
    """Every command with its arguments and options."""
    from pages.markdown import sections

    return sections(*_commands(spoken(language)["commands"], language))


def example(name: str) -> Any:
    """A function that gives what one example prints, for a language."""

    def text(language: str) -> str:
        said: str = spoken(language)["examples"][name]
        return said

    return text


def _commands(commands: list[dict[str, Any]], language: str) -> Iterator[str]:
    from pages.markdown import code, plain, table

    headings = (
        Bilingual("argument or option", "argumento u opción"),
        Bilingual("meaning", "significado"),
        Bilingual("default", "valor por omisión"),
    )
    for each in commands:
        yield f"### hled {each['name']}"
        yield plain(each["help"])
        if each["example"]:
            yield f"```console\n$ {each['example']}\n```"
        if each["params"]:
            rows = (
                [_in_cell(name), plain(says), code(default) if default else ""]
                for name, says, default in each["params"]
            )
            yield table(headings, rows, language)


def _in_cell(text: str) -> str:
    """A bar would end the cell, also inside code."""
    return f"`{text}`".replace("|", "\\|")


def _tree(language: str) -> list[dict[str, Any]]:
    from django.utils import translation
    from typer.main import get_command

    with translation.override(language):
        from hled.project.tree import tree

        return [_described(name, command) for name, command in walk(get_command(tree))]


def walk(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Every command that does something, with its full name."""
    if path and (not getattr(command, "commands", None) or command.invoke_without_command):
        yield " ".join(path), command
    for name, child in sorted(getattr(command, "commands", {}).items()):
        yield from walk(child, (*path, name))


def _described(name: str, command: Any) -> dict[str, Any]:
    lines = (command.epilog or "").strip().splitlines()
    return {
        "name": name,
        "help": command.help or "",
        "example": lines[-1].strip() if lines else "",
        "params": [_parameter(each) for each in command.params if _is_shown(name, each)],
    }


def _is_shown(command: str, parameter: Any) -> bool:
    """The language of the terminal is described once; that of a statement belongs to its command."""
    return parameter.name != "help" and (parameter.name != "lang" or command == "statement read")


def _parameter(parameter: Any) -> tuple[str, str, str]:
    """Name with what it takes, help with its values, and default."""
    takes = str(parameter.metavar or "")
    if parameter.param_type_name == "option":
        shown = " ".join(filter(None, (*parameter.opts, "" if parameter.is_bool_flag else takes)))
    else:
        shown = takes or str(parameter.name)
    annotation = parameter.type_descriptor.annotation
    values = [str(each.value) for each in annotation] if isinstance(annotation, EnumType) else []
    says = " ".join(filter(None, (parameter.help or "", f"({', '.join(values)})" if values else "")))
    given = parameter.default
    default = "" if given in (None, "", False) else str(getattr(given, "value", given))
    return shown, says, default


def _examples() -> dict[str, str]:
    import time_machine

    from hled.project.commands import run

    found = {}
    for name, (arguments, most) in EXAMPLES.items():
        with time_machine.travel(TODAY, tick=False), redirect_stdout(StringIO()) as out, redirect_stderr(out):
            run(arguments)
        lines = [line.rstrip() for line in out.getvalue().strip("\n").splitlines()]
        kept = lines if len(lines) <= most else [*lines[:most], "..."]
        found[name] = "\n".join((f"$ hled {' '.join(arguments)}", *kept)) + "\n"
    return found


def main(language: str) -> int:
    from hled.project.store import set_up_django

    set_up_django()
    print(json.dumps({"commands": _tree(language), "examples": _examples()}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
