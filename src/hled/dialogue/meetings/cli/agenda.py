"""``hled agenda``: what the next meeting should take up."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.meetings.queries.answers import agenda_answer
from hled.dialogue.workplan.queries.plan import Plan, plan
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask
from hled.interfaces.formats import day
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
from hled.interfaces.terminal.tables import heading, paragraph

commands = typer.Typer()


@commands.command(
    "agenda",
    help=_("Propose what the next meeting should take up, each item with its reasons."),
    epilog=example("hled agenda --per-pillar 5"),
)
def agenda(
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    per_pillar: Annotated[
        int | None, typer.Option("--per-pillar", min=1, help=_("Only the weightiest items of each pillar."))
    ] = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = agenda_answer(asked, per_pillar=per_pillar)
    said = plan(asked.recorded_by, asked.as_of)
    show(answer, format, lambda console: _draw_agenda(console, answer, said))


def _draw_agenda(console: Console, answer: Answer, said: Plan) -> None:
    spoken = language()
    heading(
        console,
        _("Proposed agenda"),
        _("as known on %(day)s") % {"day": day(date.fromisoformat(answer.extras["as_of"]), spoken)},
    )
    _draw_proposed(console, answer.extras["proposed"], spoken)
    if not answer.items:
        paragraph(console, _("Nothing asks for a place on the agenda on that day."))
    for pillar in dict.fromkeys(each["pillar"] for each in answer.items):
        console.print()
        title = said.title("pillars", pillar).in_language(spoken) if pillar in said.pillars else ""
        console.print(Text(f"{pillar}  {title}", style="bold"))
        for place, item in enumerate((each for each in answer.items if each["pillar"] == pillar), start=1):
            paragraph(
                console,
                Text.assemble(f"{place}. {item[f'title_{spoken}']} ", (item["subject"], "dim")),
                indent=2,
            )
            for reason in item["reasons"]:
                line = Text.assemble(
                    (f"{reason['code']} ", "dim"),
                    reason[f"sentence_{spoken}"],
                    (f" {reason[f'ask_{spoken}']}", "italic"),
                )
                paragraph(console, line, indent=5)
    left_out = answer.extras["left_out"]
    if left_out:
        console.print()
        paragraph(console, _("%(count)s further items were left out.") % {"count": left_out}, style="dim")


def _draw_proposed(console: Console, items: Sequence[Mapping[str, str]], spoken: str) -> None:
    """What was sent to the agenda, each with its origin."""
    if not items:
        return
    console.print()
    console.print(Text(_("Sent to the agenda"), style="bold"))
    for item in items:
        paragraph(console, Text.assemble(f"{item[f'title_{spoken}']} ", (item["origin"], "dim")), indent=2)
        day_sent = day(date.fromisoformat(item["proposed_at"][:10]), spoken)
        sent = _("sent by %(who)s on %(day)s") % {"who": item["proposed_by"], "day": day_sent}
        paragraph(console, Text.assemble(item[f"reason_{spoken}"], (f" {sent}", "dim")), indent=5)
