"""``hled docket groups``, ``themes`` and ``stats``."""

from decimal import Decimal
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.docket.cli.acting import ByOption, OfOption, officer
from hled.dialogue.docket.queries.answers import themes_answer
from hled.dialogue.docket.queries.bulk import groups_answer, stats_answer
from hled.dialogue.docket.queries.calls import call_known
from hled.dialogue.docket.services.copies import PROCESSES, group_waiting
from hled.dialogue.docket.services.themes import follow_groups, propose_themes
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask, now
from hled.interfaces.formats import number
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import (
    AsOfOption,
    LangOption,
    RecordedByOption,
    SheetFormat,
    SheetFormatOption,
)
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, paragraph

CallOption = Annotated[str, typer.Option("--call", metavar="DC-0001", help=_("A call by its public number."))]


def groups(
    call: CallOption,
    most: Annotated[int, typer.Option("--most", min=1, max=1000, help=_("Most groups in the list."))] = 20,
    processes: Annotated[
        int, typer.Option("--processes", min=1, max=64, help=_("Among how many processes texts are divided."))
    ] = PROCESSES,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    open_store()
    asked = ask()
    held = call_known(call, asked)
    compared = group_waiting(call=held, at=now(), processes=processes)
    follow_groups(call=held)
    answer = groups_answer(asked, held, most=most, compared=compared)
    show(answer, format, lambda console: _draw_groups(console, answer))


def _draw_groups(console: Console, answer: Answer) -> None:
    counts = answer.extras["counts"]
    said = _("%(shown)s submissions in %(groups)s groups; %(compared)s texts compared now")
    named = {name: f"{counts[name]:,}" for name in ("shown", "groups")}
    heading(console, _("Groups of near-copies"), answer.extras["call"])
    paragraph(console, said % {**named, "compared": f"{answer.extras['compared']:,}"})
    if not answer.items:
        paragraph(console, _("No text was sent twice."))
        return
    table = grid(
        (_("Id"), {"no_wrap": True}),
        (_("Submissions"), {"justify": "right"}),
        (_("Begins"), {"ratio": 1}),
    )
    for each in answer.items:
        table.add_row(each["id"], f"{each['submissions']:,}", Text(" ".join(each["begins"].split())[:200]))
    console.print(table)


def themes(
    call: CallOption,
    propose: Annotated[
        bool, typer.Option("--propose", help=_("Propose themes for groups that stand in none."))
    ] = False,
    of: OfOption = None,
    by: ByOption = "",
    seed: Annotated[
        int, typer.Option("--seed", min=0, help=_("The same seed and texts give the same themes."))
    ] = 1,
    count: Annotated[
        int | None,
        typer.Option(
            "--count", min=1, max=200, help=_("How many themes; without it, by the number of groups.")
        ),
    ] = None,
    as_of: AsOfOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(as_of)
    who = officer(by, of) if propose else None
    open_store()
    held = call_known(call, asked)
    if who is not None:
        propose_themes(call=held, by=who, at=now(), seed=seed, count=count)
    answer = themes_answer(asked, call=call)
    show(answer, format, lambda console: _draw_themes(console, answer, held.code))


def _draw_themes(console: Console, answer: Answer, call: str) -> None:
    heading(console, _("Themes"), call)
    if not answer.items:
        paragraph(console, _("No theme stands here yet."))
        return
    table = grid(
        (_("Id"), {"no_wrap": True}),
        (_("Submissions"), {"justify": "right"}),
        (_("Title"), {"ratio": 1}),
        (_("Replies"), {}),
    )
    for each in answer.items:
        title = Text(each[f"title_{language()}"])
        table.add_row(each["id"], f"{each['submissions']:,}", title, _replies(each["owed"]))
    console.print(table)


def _replies(owed: list[dict[str, Any]]) -> str:
    return "  ".join(f"{each['party']}: {_reply(each)}" for each in owed)


def _reply(owed: dict[str, Any]) -> str:
    if owed["replies"]:
        return _("replied")
    return _("overdue") if owed["overdue"] else _("waiting")


def stats(
    call: Annotated[str, typer.Option("--call", metavar="DC-0001", help=_("Only this call."))] = "",
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = stats_answer(asked, call=call)
    show(answer, format, lambda console: _draw_stats(console, answer))


def _draw_stats(console: Console, answer: Answer) -> None:
    """What came in, and below it what became of it: side by side they are too wide for a terminal."""
    heading(console, _("The docket"))
    right: dict[str, Any] = {"justify": "right"}
    taken = grid(
        (_("Call"), {"no_wrap": True}),
        (_("Title"), {"ratio": 1}),
        (_("Received"), right),
        (_("Shown"), right),
        (_("Groups"), right),
    )
    loop = grid(
        (_("Call"), {"no_wrap": True}),
        (_("Party"), {}),
        (_("Themes"), right),
        (_("Replied"), right),
        (_("Overdue"), right),
        (_("Median days"), right),
        (_("Changed"), right),
    )
    for item in answer.items:
        counts, title = item["counts"], Text(item[f"title_{language()}"])
        taken.add_row(item["id"], title, *(f"{counts[name]:,}" for name in ("received", "shown", "groups")))
        for figures in item["loop"]:
            days = figures["median_days"]
            loop.add_row(
                item["id"],
                figures["party"],
                *(str(figures[name]) for name in ("themes", "replied", "overdue")),
                number(Decimal(days)) if days is not None else "–",
                str(figures["changed"]),
            )
    console.print(taken)
    console.print()
    console.print(loop)
