"""Help pages wholly in the reader's language: the words that the command-line library has no catalogue for."""

from typing import Any

from django.utils.translation import gettext as _
from typer import Context

_Formatter: Any = Context.formatter_class


class _SpokenFormatter(_Formatter):  # type: ignore[misc]  # the library does not name its formatter in public
    """Begins a usage line with the word of the language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        word = _("Usage")
        super().write_usage(prog, args, prefix or f"{word}: ")


class SpokenContext(Context):
    formatter_class = _SpokenFormatter


HELP = ("-h", "--help")


def speak_help(command: Any) -> None:
    """Put the fixed words of a command and of all below it into the language in force."""
    command.context_class = SpokenContext
    command.options_metavar = _("[OPTIONS]")
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = _("COMMAND [ARGS]...")
    option = command.get_help_option(
        SpokenContext(command, info_name=command.name, help_option_names=list(HELP))
    )
    if option is not None:
        option.help = _("Show this page and stop.")
    for inner in getattr(command, "commands", {}).values():
        speak_help(inner)
