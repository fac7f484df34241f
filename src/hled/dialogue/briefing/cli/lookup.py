"""``hled search`` and ``hled rules``."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.briefing.cli.scoreboard import commands
from hled.dialogue.briefing.queries.answers.everything import search_answer
from hled.dialogue.briefing.queries.answers.rules import rules_answer
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
from hled.interfaces.terminal.tables import grid, heading, paragraph


@commands.command(
    "search",
    help=_("Find commitments, reports, documents, meetings, agencies and indicators by words."),
    epilog=example("hled search frontera"),
)
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar=_("WORDS"), help=_("Words in either language; accents do not count.")),
    ],
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = search_answer(asked, " ".join(words))
    show(answer, format, lambda console: _draw_hits(console, answer))


def _draw_hits(console: Console, answer: Answer) -> None:
    kinds = {
        "commitment": _("Commitment"),
        "report": _("Report"),
        "document": _("Document"),
        "meeting": _("Meeting"),
        "agency": _("Agency"),
        "indicator": _("Indicator"),
        "glossary": _("Glossary"),
    }
    heading(console, _("Search: %(words)s") % {"words": answer.params["words"]}, str(len(answer.items)))
    if not answer.items:
        paragraph(console, _("Nothing holds all these words. Try fewer words, or a later day."))
        return
    table = grid(
        (_("Kind"), {"width": 12}),
        (_("Id"), {"no_wrap": True}),
        (_("Title"), {"ratio": 1}),
        (_("Date"), {"width": 10}),
    )
    for each in answer.items:
        table.add_row(
            Text(kinds.get(each["kind"], each["kind"]), style="dim"),
            each["id"],
            each[f"title_{language()}"],
            each["public_on"] or "",
        )
    console.print(table)


@commands.command(
    "rules",
    help=_(
        "Show every written rule, or one of them: how a status is given, what is an alert, what data must satisfy."
    ),
    epilog=example("hled rules ST-11"),
)
def rules(
    code: Annotated[
        str, typer.Argument(metavar=_("CODE"), help=_("Code of a rule; all rules without it."))
    ] = "",
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    answer = rules_answer(code=code)
    show(answer, format, lambda console: _draw_rules(console, answer))


def _draw_rules(console: Console, answer: Answer) -> None:
    heading(console, _("Rules"), _("rulebook %(version)s") % {"version": answer.extras["rulebook"]})
    spoken = language()
    table = grid(
        (_("Code"), {"width": 6, "no_wrap": True}),
        (_("Gives"), {"width": 18}),
        (_("What it says"), {"ratio": 3}),
        (_("What to do"), {"ratio": 2}),
    )
    for each in answer.items:
        table.add_row(
            each["code"],
            Text(each["gives"] or each["severity"] or "", style="dim"),
            each[f"says_{spoken}"],
            Text(each[f"remedy_{spoken}"] or "", style="dim"),
        )
    console.print(table)
