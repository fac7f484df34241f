"""``hled alerts``."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.briefing.cli.scoreboard import PillarOption, commands
from hled.dialogue.briefing.queries.answers.scoreboard import alerts_answer
from hled.dialogue.results.domain.alerts import Urgency
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
from hled.interfaces.terminal.tables import ROOMY, grid, heading, paragraph

_STYLES = {Urgency.HIGH: "red", Urgency.MEDIUM: "yellow", Urgency.LOW: "dim"}


@commands.command(
    "alerts",
    help=_("Show what a coordinator should look at, the weightiest first."),
    epilog=example("hled alerts --urgency high"),
)
def alerts(
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    pillar: PillarOption = "",
    urgency: Annotated[Urgency | None, typer.Option("--urgency", help=_("Only this urgency."))] = None,
    code: Annotated[str, typer.Option("--code", metavar="AL-nn", help=_("Only alerts of this rule."))] = "",
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = alerts_answer(asked, pillar=pillar, urgency=urgency or "", code=code)
    show(answer, format, lambda console: _draw(console, answer))


def _draw(console: Console, answer: Answer) -> None:
    counts = {urgency: sum(each["urgency"] == urgency for each in answer.items) for urgency in Urgency}
    summary = ", ".join(
        f"{urgency.label.in_language(language()).lower()} {count}"
        for urgency, count in counts.items()
        if count
    )
    heading(console, _("Alerts"), summary)
    if not answer.items:
        paragraph(console, _("No alert. Choose a later day, or fewer filters."))
        return
    roomy = console.width >= ROOMY
    columns = [
        (_("Urgency"), {"width": 8}),
        (_("Rule"), {"width": 6, "no_wrap": True}),
        (_("Subject"), {"width": 12}),
        (_("What was found"), {"ratio": 3}),
    ]
    table = grid(*columns, *([(_("What to do"), {"ratio": 2})] if roomy else []))
    for each in answer.items:
        urgency = Urgency(each["urgency"])
        line = [
            Text(urgency.label.in_language(language()), style=_STYLES[urgency]),
            each["code"],
            each["subject"],
            each[f"sentence_{language()}"],
        ]
        table.add_row(*line, *([Text(each[f"remedy_{language()}"], style="dim")] if roomy else []))
    console.print(table)
