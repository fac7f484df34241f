"""Commands on agencies and offices of the record: ``hled agencies``, ``hled offices``."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.delegations.queries.answers import agencies_answer, offices_answer
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import (
    AsOfOption,
    LangOption,
    RecordedByOption,
    SheetFormat,
    SheetFormatOption,
    example,
)
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading
from hled.kernel.party import Party

commands = typer.Typer()


@commands.command(
    "agencies", help=_("List the agencies of both Parties."), epilog=example("hled agencies --party MX")
)
def agencies(
    party: Annotated[Party | None, typer.Option("--party", help=_("Only this Party."))] = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(None, recorded_by)
    open_store()
    answer = agencies_answer(asked, party=party or "")
    show(answer, format, lambda console: _draw_agencies(console, answer))


def _draw_agencies(console: Console, answer: Answer) -> None:
    heading(console, _("Agencies"), str(len(answer.items)))
    table = grid(
        (_("Party"), {"width": 6}),
        (_("Code"), {"no_wrap": True}),
        (_("Name"), {"ratio": 2}),
        (_("Note"), {"ratio": 3}),
    )
    for each in answer.items:
        note = Text(each[f"note_{language()}"] or "", style="dim")
        table.add_row(each["country"], each["code"], each[f"name_{language()}"], note)
    console.print(table)


@commands.command(
    "offices",
    help=_("List who was seen in which office, and when."),
    epilog=example("hled offices --as-of 2022-12-31"),
)
def offices(
    as_of: AsOfOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(as_of)
    open_store()
    answer = offices_answer(asked)
    show(answer, format, lambda console: _draw_offices(console, answer))


def _draw_offices(console: Console, answer: Answer) -> None:
    heading(console, _("Offices and their holders"), str(len(answer.items)))
    table = grid(
        (_("Party"), {"width": 6}),
        (_("Office"), {"ratio": 2}),
        (_("Holder"), {"ratio": 1}),
        (_("Seen"), {"width": 24}),
        (_("Next seen"), {"ratio": 1}),
    )
    for each in answer.items:
        seen = (
            f"{each['seen_first']} – {each['seen_last']}" if each["seen_first"] else (each["starts_on"] or "")
        )
        table.add_row(
            each["party"],
            each[f"office_{language()}"],
            each["holder"],
            seen,
            Text(each["successor"] or "", style="dim"),
        )
    console.print(table)
