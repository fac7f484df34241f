"""The command ``hled``: language and settings first, then the tree of commands, and an answer to every failure."""

import gc
import gettext
import os
import sys
from collections.abc import Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from hled.interfaces.terminal.language import chosen_language
from hled.kernel.bilingual import Language

_TYPER_CATALOGUE = Path(__file__).parent.parent / "interfaces" / "terminal" / "locale"


def main() -> int:
    """
    Entry of the installed command.

    A reader that hangs up early, as ``head`` does, is no failure, and neither is a terminal that lacks a letter.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
        gc.freeze()  # what is left goes with the process; looking through it for garbage takes a fifth of a second
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and give its exit code."""
    language = chosen_language(arguments, os.environ)
    _speak(language)
    try:
        return _carry_out(arguments, language)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        from hled.project.failures import answer_failure

        return answer_failure(error, arguments, language)


def _speak(language: Language) -> None:
    """The words that Typer itself prints come from a catalogue of their own, found by the standard library."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", str(_TYPER_CATALOGUE))


def _carry_out(arguments: Sequence[str], language: Language) -> int:
    gc.disable()  # the start makes very many objects and no garbage; a tenth of its time went into looking for some
    from hled.project.configuration import read_configuration

    configuration = read_configuration()

    from hled.project.store import set_up_django

    set_up_django()

    from django.utils import translation
    from typer.main import get_command

    with translation.override(language):
        from hled.interfaces.terminal.desk import Desk, set_desk
        from hled.project.help import speak_help
        from hled.project.installation import open_store
        from hled.project.tree import tree

        set_desk(
            Desk(
                language,
                configuration.home,
                partial(open_store, configuration.home),
                trade_backend=str(configuration.trade_backend),
                comtrade_key=configuration.comtrade_key,
            )
        )
        command = get_command(tree)
        speak_help(command)
        gc.freeze()
        gc.enable()
        return command.main(list(arguments), prog_name="hled", standalone_mode=False) or 0
