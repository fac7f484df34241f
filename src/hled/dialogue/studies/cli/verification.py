"""``hled verify``."""

from collections.abc import Mapping
from itertools import groupby
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.cli.questions import commands
from hled.dialogue.studies.domain.verification import references
from hled.dialogue.studies.queries.answers.verification import verification_answer
from hled.interfaces.answers import Answer
from hled.interfaces.terminal.desk import desk, language
from hled.interfaces.terminal.failing import Exit
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption, example
from hled.interfaces.terminal.progress import steps
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, paragraph


@commands.command(
    "verify",
    help=_("Hold the engine to published values: each beside what the tables here give, with its source."),
    epilog=example("hled verify"),
)
def verify(
    short: Annotated[
        bool, typer.Option("--short", help=_("Only what does not hold, and how many do."))
    ] = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    with steps(_("Checking the engine"), total=len(references())) as told:
        answer = verification_answer(desk().home, told=told)
    show(answer, format, lambda console: _draw(console, answer, short))
    if answer.extras["broken"]:
        raise typer.Exit(Exit.FINDINGS)


def _draw(console: Console, answer: Answer, short: bool) -> None:
    counts = answer.extras
    heading(console, _("The engine beside published values"))
    paragraph(
        console,
        Text(
            _("%(held)s values hold, %(broken)s do not, %(other)s are not computable here.")
            % {"held": counts["held"], "broken": counts["broken"], "other": counts["not_computable"]},
            style="bold",
        ),
    )
    computed = [each for each in answer.items if each["holds"] is not None]
    for _group, rows in groupby(computed, key=lambda each: (each["group"], each["table"])):
        shown = [each for each in rows if not (short and each["holds"])]
        if shown:
            _draw_group(console, shown)
    absent = [each for each in answer.items if each["holds"] is None]
    if absent and not short:
        _draw_absent(console, absent)


def _draw_group(console: Console, rows: list[Mapping[str, Any]]) -> None:
    spoken, first = language(), rows[0]
    console.print()
    paragraph(
        console,
        Text.assemble(
            (first[f"title_{spoken}"], "bold"), f"  {first['section']} · {first['table']} · {first['unit']}"
        ),
    )
    paragraph(console, first[f"source_{spoken}"], style="dim")
    table = grid(
        ("", {"ratio": 1}),
        (_("Value"), {"justify": "right", "no_wrap": True}),
        (_("Reference"), {"justify": "right", "no_wrap": True}),
        (_("Difference"), {"justify": "right", "no_wrap": True}),
        (_("Tolerance"), {"justify": "right", "no_wrap": True}),
        ("", {"width": 10}),
    )
    for each in rows:
        verdict = Text(_("holds"), style="green") if each["holds"] else Text(_("does not"), style="bold red")
        table.add_row(
            each["name"],
            _to_digits(each["value"], each["reference"]),
            each["reference"],
            f"{float(each['difference']):+.1g}",
            each["tolerance"],
            verdict,
        )
    console.print(table)


def _to_digits(value: str, reference: str) -> str:
    """The value with two digits more than were printed."""
    printed = len(reference.partition(".")[2])
    return f"{float(value):.{min(printed + 2, 10)}f}"


def _draw_absent(console: Console, rows: list[Mapping[str, Any]]) -> None:
    spoken = language()
    console.print()
    console.print(Text(_("Not computable here"), style="bold"))
    table = grid((_("Values"), {"ratio": 2}), (_("Reference"), {"ratio": 2}), (_("Needs"), {"ratio": 2}))
    for _group, group in groupby(rows, key=lambda each: each["group"]):
        found = list(group)
        values = "; ".join(f"{each['name']}: {each['reference']}" for each in found)
        table.add_row(
            Text.assemble(found[0][f"title_{spoken}"], (f"\n{found[0][f'source_{spoken}']}", "dim")),
            values,
            found[0][f"needs_{spoken}"],
        )
    console.print(table)
