"""``hled studies``: list, show, run, send."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.models import Study
from hled.dialogue.studies.queries.answering import question_of
from hled.dialogue.studies.queries.answers.kept import stored_study_answer, studies_answer
from hled.dialogue.studies.services import run_again, send_to_agenda
from hled.dialogue.studies.services.calling import attach_call, plan_about
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask, now, read_day, today
from hled.interfaces.formats import day, moment
from hled.interfaces.terminal.desk import desk, language, open_store
from hled.interfaces.terminal.failing import Exit, draw_findings
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
from hled.interfaces.terminal.screen import err
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import grid, heading, pairs, paragraph
from hled.kernel.party import Party

studies = typer.Typer(
    help=_("Show the studies that were kept, run one again, or send one to the agenda."),
    invoke_without_command=True,
)
IdArgument = Annotated[str, typer.Argument(metavar="S-…", help=_("Identifier of a study."))]


@studies.callback(epilog=example("hled studies list"))
def every(
    context: typer.Context,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    if context.invoked_subcommand is None:
        _list(as_of, recorded_by, format)


@studies.command(
    "list",
    help=_("List the studies that were kept, and whether their tables still stand."),
    epilog=example("hled studies list"),
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
    answer = studies_answer(asked, home=desk().home)
    show(answer, format, lambda console: _draw_list(console, answer))


def _draw_list(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("Studies"), str(len(answer.items)))
    if not answer.items:
        paragraph(console, _("None is kept. Ask a question with --keep, for example: hled exposure --keep"))
        return
    table = grid(
        (_("Id"), {"width": 12, "no_wrap": True}),
        (_("Made"), {"width": 10}),
        (_("What it says"), {"ratio": 3}),
        (_("State"), {"ratio": 1}),
    )
    for each in answer.items:
        says = Text.assemble((f"{each[f'question_{spoken}']}\n", "dim"), each[f"says_{spoken}"])
        style = "" if each["state"] == "current" else "yellow"
        state = Text(each[f"state_{spoken}"], style=style)
        table.add_row(each["id"], each["created_at"][:10], says, state)
    console.print(table)


@studies.command(
    "show",
    help=_("Show one study: question, answer, tables, versions, runs."),
    epilog=example("hled studies show S-0123456789"),
)
def one(
    id: IdArgument,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = stored_study_answer(id, asked, home=desk().home)
    show(answer, format, lambda console: _draw_one(console, answer))


def _draw_one(console: Console, answer: Answer) -> None:
    spoken, item = language(), answer.items[0]
    heading(console, f"{item['id']}  {item[f'question_{spoken}']}")
    console.print()
    paragraph(console, Text(item[f"says_{spoken}"], style="bold"))
    console.print()
    made = moment(datetime.fromisoformat(item["created_at"]), spoken)
    sent = item["sent_at"] and day(date.fromisoformat(item["sent_at"][:10]), spoken)
    same = {True: _("the same digits"), False: _("other digits"), None: _("not run again")}[item["same"]]
    pairs(
        console,
        [
            (_("Made"), made),
            (_("State"), item[f"state_{spoken}"]),
            (
                pgettext("study", "Tables"),
                "\n".join(f"{each['id']} {each['digest'][:12]}" for each in item["tables"]),
            ),
            (_("Parameters"), "\n".join(f"{name}: {value}" for name, value in item["parameters"].items())),
            (_("Versions"), ", ".join(f"{name} {value}" for name, value in item["versions"].items())),
            (_("Seed"), "" if item["seed"] is None else str(item["seed"])),
            (_("Digits"), item["result_digest"]),
            (_("Run again"), f"{item['reruns']}: {same}" if item["reruns"] else same),
            (
                _("Agenda"),
                _("sent by %(who)s on %(day)s") % {"who": item["sent_by"], "day": sent}
                if sent
                else _("not sent"),
            ),
        ],
    )
    if answer.findings:
        console.print()
        draw_findings(console, answer.findings, spoken)


@studies.command(
    "run",
    help=_("Run a study again, and say whether every digit is the same."),
    epilog=example("hled studies run S-0123456789"),
)
def run(id: IdArgument, lang: LangOption = None, format: FormatOption = Format.TABLE) -> None:
    open_store()
    rerun = run_again(id=id, home=desk().home, at=now())
    answer = stored_study_answer(id, ask(), home=desk().home)
    if rerun.same:
        said = _("Run again: every digit is the same (%(digest)s).") % {"digest": rerun.result_digest[:12]}
    else:
        said = _("Run again: other digits (%(digest)s). The study stands as it was.") % {
            "digest": rerun.result_digest[:12]
        }
    show(answer, format, lambda console: paragraph(console, said))
    if not rerun.same:
        draw_findings(err(), answer.findings, language())
        raise typer.Exit(Exit.FINDINGS)


@studies.command(
    "send",
    help=_("Send what a study found to the agenda of the next meeting."),
    epilog=example("hled studies send S-0123456789 --by 'Supply Chain Working Group'"),
)
def send(
    id: IdArgument,
    by: Annotated[str, typer.Option("--by", metavar=_("NAME"), help=_("Who sends it: a name or an office."))],
    pillar: Annotated[
        str, typer.Option("--pillar", metavar="P1|P2|P3|P4|X", help=_("Pillar under which it stands."))
    ] = "P1",
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    send_to_agenda(id=id, by=by, at=now(), pillar=pillar)
    answer = stored_study_answer(id, ask(), home=desk().home)
    show(
        answer,
        format,
        lambda console: paragraph(console, _("Sent to the agenda: %(id)s. See: hled agenda") % {"id": id}),
    )


@studies.command(
    "call",
    help=_("Ask the public about what a study found: announce a call of the docket that is about it."),
    epilog=example("hled studies call S-0123456789 --by 'Ana Ruiz' --of MX --until 2027-01-31"),
)
def call(
    id: IdArgument,
    by: Annotated[str, typer.Option("--by", metavar=_("NAME"), help=_("Who announces it: a name."))],
    of: Annotated[Party, typer.Option("--of", help=_("The Party of whoever announces it."))],
    until: Annotated[
        str,
        typer.Option("--until", metavar="YYYY-MM-DD", help=_("Last day; without it, 45 days from today.")),
    ] = "",
    alone: Annotated[
        bool, typer.Option("--alone", help=_("A call of that Party alone, not of both."))
    ] = False,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    open_store()
    answer = stored_study_answer(id, ask(), home=desk().home)
    study = Study.objects.get(pk=id)
    plan = plan_about(study, question_of(study.kind).warning, today())
    plan = replace(
        plan,
        party=of if alone else None,
        closes_on=read_day("until", until) if until else plan.closes_on,
    )
    made = attach_call(study=study, plan=plan, by=Announcer(by.strip(), of), at=now())
    show(
        answer,
        format,
        lambda console: paragraph(
            console, _("Announced as %(code)s, about %(id)s.") % {"code": made.code, "id": id}
        ),
    )


@dataclass(frozen=True, slots=True)
class Announcer:
    """Who announces by the command line: a name and a Party, as whoever runs this installation says."""

    name: str
    party: str
