"""``hled meetings``: list those held, show a planned one, the bodies that meet, the calendar."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.meetings.domain.calendar import calendar_text
from hled.dialogue.meetings.queries.answers import meetings_answer
from hled.dialogue.meetings.queries.diary import bodies, calendar_entries
from hled.dialogue.meetings.queries.planned_answers import (
    calendar_answer,
    one_planned_answer,
    planned_answer,
    series_answer,
)
from hled.dialogue.workplan.queries.plan import Plan, plan
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask
from hled.interfaces.formats import day
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import (
    AsOfOption,
    Format,
    FormatOption,
    LangOption,
    RecordedByOption,
    SheetFormat,
    SheetFormatOption,
    example,
)
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph

meetings = typer.Typer(
    help=_("List the meetings held and planned, show one, the bodies that meet, or the calendar."),
    invoke_without_command=True,
)
SeriesOption = Annotated[
    str, typer.Option("--series", metavar="ID", help=_("Only what belongs to this body."))
]


@meetings.callback(epilog=example("hled meetings --as-of 2023-12-31"))
def every(
    context: typer.Context,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    if context.invoked_subcommand is None:
        _list(as_of, recorded_by, format)


@meetings.command(
    "list",
    help=_("List the meetings held, and how far behind the promised rhythm the dialogue is."),
    epilog=example("hled meetings list --as-of 2023-12-31"),
)
def list_(
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    _list(as_of, recorded_by, format)


def _list(as_of: str | None, recorded_by: str | None, format: SheetFormat) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = meetings_answer(asked)
    said = plan(asked.recorded_by, asked.as_of)
    show(answer, format, lambda console: _draw_meetings(console, answer, said, day(asked.as_of, language())))


def _draw_meetings(console: Console, answer: Answer, said: Plan, asked_for: str) -> None:
    spoken = language()
    heading(console, _("Meetings"), _("as known on %(day)s") % {"day": asked_for})
    for cadence in answer.extras["cadences"]:
        sentence = cadence[f"sentence_{spoken}"]
        paragraph(
            console, f"{sentence[:1].upper()}{sentence[1:]}.", style="yellow" if cadence["overdue"] else ""
        )
    if not answer.items:
        paragraph(console, _("No meeting had been held by that day."))
        return
    table = grid(
        (_("Date"), {"width": 10}),
        (_("Id"), {"no_wrap": True}),
        (_("Level"), {}),
        (_("Title"), {"ratio": 1}),
        (_("Place"), {}),
    )
    for each in answer.items:
        level = said.label("meeting_level", each["level"]).in_language(spoken)
        table.add_row(
            each["date"],
            each["id"],
            Text(level, style="dim"),
            each[f"title_{spoken}"],
            each[f"place_{spoken}"] or "",
        )
    console.print(table)


@meetings.command(
    "planned",
    help=_("List the meetings that are planned and announced, the latest first."),
    epilog=example("hled meetings planned --series cabinet"),
)
def planned(
    series: SeriesOption = "",
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask()
    open_store()
    answer = planned_answer(asked, series=series)
    show(answer, format, lambda console: _draw_planned(console, answer))


def _draw_planned(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("Planned meetings"), str(len(answer.items)))
    if not answer.items:
        paragraph(console, _("No meeting is planned and announced."))
        return
    table = grid(
        (_("Begins"), {"width": 16}),
        (_("Id"), {"no_wrap": True}),
        (_("State"), {}),
        (_("Title"), {"ratio": 1}),
        (_("Place"), {}),
    )
    for each in answer.items:
        place = each[f"place_{spoken}"] or _("online")
        begins = each["begins_at"][:16].replace("T", " ")
        table.add_row(begins, each["code"], each["state"], each[f"title_{spoken}"], place)
    console.print(table)


@meetings.command(
    "show",
    help=_("Show a planned meeting: hours, agenda, delegations, papers."),
    epilog=example("hled meetings show PM-0001"),
)
def show_(
    code: Annotated[str, typer.Argument(metavar="PM-…", help=_("Identifier of a planned meeting."))],
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    asked = ask()
    open_store()
    answer = one_planned_answer(asked, code)
    show(answer, format, lambda console: _draw_one(console, answer.items[0]))


def _draw_one(console: Console, item: Mapping[str, Any]) -> None:
    spoken = language()
    heading(console, item[f"title_{spoken}"], item["code"])
    begins, ends = (datetime.fromisoformat(item[name]) for name in ("begins_at", "ends_at"))
    pairs(
        console,
        [
            (_("Begins"), f"{day(begins.date(), spoken)}, {begins:%H:%M} {item['zone']}"),
            (_("Ends"), f"{day(ends.date(), spoken)}, {ends:%H:%M}"),
            (_("Place"), item[f"place_{spoken}"] or _("online")),
            (_("State"), item["state"]),
        ],
    )
    console.print()
    console.print(Text(_("Agenda"), style="bold"))
    for point in item["agenda"]:
        starts = datetime.fromisoformat(point["begins_at"])
        title = f"{starts:%H:%M}  {point['place']}. {point[f'title_{spoken}']} "
        paragraph(console, Text.assemble(title, (f"{point['minutes']} min", "dim")), indent=2)
    if not item["agenda"]:
        paragraph(console, _("Nothing is on the agenda yet."), indent=2)
    for title, rows in (
        (_("Delegations"), [_seat(each, spoken) for each in item["delegations"]]),
        (_("Papers"), [f"{each['code']}  {each[f'title_{spoken}']}" for each in item["papers"]]),
    ):
        if rows:
            console.print()
            console.print(Text(title, style="bold"))
        for row in rows:
            paragraph(console, row, indent=2)


def _seat(seat: Mapping[str, Any], spoken: str) -> str:
    named = ", ".join(filter(None, (seat["name"], seat[f"office_{spoken}"])))
    return f"{seat['party']}  {named}"


@meetings.command(
    "series",
    help=_("List the bodies that meet: the two levels of the Dialogue and its working groups."),
    epilog=example("hled meetings series"),
)
def series(
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = series_answer(asked)
    show(answer, format, lambda console: _draw_series(console, answer))


def _draw_series(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("Bodies that meet"), str(len(answer.items)))
    for each in answer.items:
        console.print()
        console.print(Text.assemble((each[f"title_{spoken}"], "bold"), (f"  {each['id']}", "dim")))
        if each[f"mandate_{spoken}"]:
            paragraph(console, each[f"mandate_{spoken}"], indent=2)
        if each["cadence"]:
            sentence = each["cadence"][f"sentence_{spoken}"]
            style = "yellow" if each["cadence"]["overdue"] else ""
            paragraph(console, f"{sentence[:1].upper()}{sentence[1:]}.", indent=2, style=style)
        members = ", ".join(f"{member['agency']} ({member['party']})" for member in each["members"])
        pairs(
            console,
            [
                (_("Members"), members),
                (_("Plan of action"), ", ".join(each["tasks"])),
                (_("Founded in"), each["document"] or ""),
            ],
        )


@meetings.command(
    "calendar",
    help=_(
        "The calendar of meetings, due dates and the holidays of both countries; with --ics as a file that calendars read."
    ),
    epilog=example("hled meetings calendar --ics hled.ics --lang es"),
)
def calendar(
    series_id: SeriesOption = "",
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE", help=_("Write the calendar in this file (RFC 5545).")),
    ] = None,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = calendar_answer(asked, series=series_id)
    if ics is not None:
        one = bodies(asked, series_id).one
        found = calendar_entries(asked, series=series_id)
        ics.write_bytes(calendar_text(found, language=language(), of=one.title if one else None))
    ahead = asked.as_of.isoformat()
    show(answer, format, lambda console: _draw_calendar(console, answer, ahead, ics))


def _draw_calendar(console: Console, answer: Answer, ahead: str, ics: Path | None) -> None:
    spoken = language()
    heading(console, _("Calendar"), _("from %(day)s on") % {"day": day(date.fromisoformat(ahead), spoken)})
    table = grid((_("Day"), {"width": 10}), (_("What"), {"ratio": 1}), (_("Place"), {}))
    for each in answer.items:
        if each["day"] >= ahead:
            title = Text(each[f"title_{spoken}"], style="strike" if each["cancelled"] else "")
            table.add_row(each["day"], title, each[f"place_{spoken}"] or "")
    console.print(table)
    if ics is not None:
        paragraph(console, _("Written to %(file)s.") % {"file": ics}, style="dim")
