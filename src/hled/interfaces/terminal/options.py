"""Options that many commands share, each said once."""

from enum import StrEnum
from typing import Annotated

import typer
from django.utils.translation import gettext as _


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"


class SheetFormat(StrEnum):
    """How an answer is printed that is also a table of rows."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Tongue(StrEnum):
    EN = "en"
    ES = "es"


LangOption = Annotated[
    Tongue | None,
    typer.Option(
        "--lang", help=_("Language: en or es. Default: HLED_LANGUAGE, else the language of the terminal.")
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help=_("table for reading, json for machines."))]
SheetFormatOption = Annotated[
    SheetFormat, typer.Option("--format", help=_("table for reading, json or csv for machines."))
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=_("Only what was public by that day. Without it: today, undated items included."),
    ),
]
RecordedByOption = Annotated[
    str | None,
    typer.Option(
        "--recorded-by",
        metavar="YYYY-MM-DD",
        help=_("Only what this store had been told by the end of that day."),
    ),
]


def example(*lines: str) -> str:
    """The end of a help page: one command to copy."""
    return "\n\n".join([_("Example:"), *lines])
