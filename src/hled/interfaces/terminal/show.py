"""Print an answer: drawn for a person, as JSON or CSV for a machine."""

import json
import sys
from collections.abc import Callable
from io import TextIOWrapper

from rich.console import Console

from hled.interfaces.answers import Answer
from hled.interfaces.sheets import csv_text
from hled.interfaces.terminal.screen import out

Drawing = Callable[[Console], None]


def show(answer: Answer, format: str, draw: Drawing) -> None:
    match format:
        case "json":
            print_json(answer.as_json())
        case "csv":
            _print_csv(answer)
        case _:
            draw(out())


def _print_csv(answer: Answer) -> None:
    """Always in UTF-8: a program reads it, whatever the terminal can show."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(csv_text(answer.items))


def print_json(value: object) -> None:
    """Two spaces of indent; letters beyond ASCII escaped only where the stream cannot write them."""
    plain = not (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    sys.stdout.write(json.dumps(value, ensure_ascii=plain, indent=2) + "\n")
