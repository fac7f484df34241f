"""``hled plan``: the kinds of acts on the work plan, the next free identifier, and what an act would lead to."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console

from hled.dialogue.workplan.queries.answers.acts import (
    act_kinds_answer,
    next_free,
    read_act,
    weighed_answer,
)
from hled.interfaces.answers import Answer
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph

plan = typer.Typer(
    help=_("Prepare acts of both Parties on the work plan; nothing here changes it."), no_args_is_help=True
)


@plan.command(
    "kinds",
    help=_("List the kinds of acts with the texts and fields that each asks for."),
    epilog=example("hled plan kinds"),
)
def kinds(lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    answer = act_kinds_answer()
    show(answer, format, lambda console: _draw_kinds(console, answer))


def _draw_kinds(console: Console, answer: Answer) -> None:
    spoken = language()
    table = grid(
        (_("Type"), {"no_wrap": True}),
        (_("What it does"), {}),
        (_("Texts"), {}),
        (_("Fields"), {"ratio": 1}),
    )
    for each in answer.items:
        texts = [
            f"{segment['name']}" if segment["required"] else f"({segment['name']})"
            for segment in each["segments"]
        ]
        table.add_row(each["type"], each[f"label_{spoken}"], ", ".join(texts), ", ".join(each["fields"]))
    console.print(table)


@plan.command(
    "next",
    help=_("Say the next free identifier of a commitment, or with --milestone of a milestone."),
    epilog=example("hled plan next --pillar P1 --group SC"),
)
def next_identifier(
    pillar: Annotated[str, typer.Option("--pillar", help=_("Pillar of the commitment."))] = "P1",
    group: Annotated[
        str, typer.Option("--group", help=_("Letters after the pillar, where it has any."))
    ] = "",
    milestone: Annotated[bool, typer.Option("--milestone", help=_("Of a milestone."))] = False,
    lang: LangOption = None,
) -> None:
    open_store()
    typer.echo(next_free("milestones" if milestone else "commitments", pillar, group))


@plan.command(
    "weigh",
    help=_(
        "Say what an act would lead to if both Parties signed it, or every reason to refuse it. The file is JSON with "
        "type, subject, english, spanish (texts by name), fields and effective."
    ),
    epilog=example("hled plan weigh act.json"),
)
def weigh(
    file: Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The act."))],
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    answer = weighed_answer(read_act(file))
    show(answer, format, lambda console: _draw_weighed(console, answer))


def _draw_weighed(console: Console, answer: Answer) -> None:
    spoken = language()
    for item in answer.items:
        heading(console, item["id"], item["kind"])
        said = {name: value for name, value in item["record"].items() if value not in (None, [])}
        pairs(console, [(name, str(value)) for name, value in said.items()])
        console.print()
    for finding in answer.extras["findings"]:
        paragraph(
            console, f"{finding['code']} {finding[f'says_{spoken}']} {finding['place']}", style="yellow"
        )
