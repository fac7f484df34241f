"""What every question on the command line shares: ask, keep where told to, print."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.domain.question import Solution
from hled.dialogue.studies.queries.answers.envelope import study_answer
from hled.dialogue.studies.services import keep_study
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.formats import number
from hled.interfaces.terminal.desk import desk, language, open_store
from hled.interfaces.terminal.options import SheetFormat
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import heading, paragraph

TableOption = Annotated[
    str,
    typer.Option(
        "--table", metavar="ID", help=_("Table to ask; the newest with several countries without it.")
    ),
]
BalanceOption = Annotated[
    str,
    typer.Option(
        "--balance",
        metavar="supplied|row_sums",
        help=_("Output that coefficients are taken of: as supplied, or the sums of rows."),
    ),
]
DrawsOption = Annotated[
    int, typer.Option("--draws", min=8, max=512, help=_("How many tables are drawn for the range."))
]
SeedOption = Annotated[int, typer.Option("--seed", min=0, max=2_147_483_647, help=_("Of the draws."))]
DRAWS, SEED = 64, 20210909
KeepOption = Annotated[bool, typer.Option("--keep", help=_("Keep the answer as a study."))]

Rows = Callable[[Console, Answer], None]


def ask_and_show(kind: str, given: Mapping[str, str], rows: Rows, *, keep: bool, format: SheetFormat) -> None:
    open_store()
    if keep:
        keep_study(kind=kind, given=given, home=desk().home, at=now())
    answer = study_answer(kind, given, home=desk().home)
    show(answer, format, lambda console: draw(console, answer, rows))


def draw(console: Console, answer: Answer, rows: Rows) -> None:
    """Question, answer in a sentence, rows, the warning of the method, and what it rests on."""
    spoken, extras = language(), answer.extras
    heading(console, extras[f"question_{spoken}"])
    console.print()
    paragraph(console, Text(extras[f"says_{spoken}"], style="bold"))
    console.print()
    rows(console, answer)
    console.print()
    paragraph(console, Text(extras[f"warning_{spoken}"], style="yellow"))
    for table in extras["tables"]:
        said = (
            f"{table['id']}  {table[f'title_{spoken}']}. {table[f'vintage_{spoken}']}. {table['digest'][:12]}"
        )
        paragraph(console, said, style="dim")
    for each in extras["solved"]:
        paragraph(console, _solved(Solution.of(each)), style="dim")
    paragraph(console, _kept(extras), style="dim")


def _solved(solution: Solution) -> str:
    return _(
        "Computed: %(table)s, %(size)s equations, %(reason)s (%(method)s); largest residual %(residual)s"
    ) % {
        "table": solution.table,
        "size": number(solution.size),
        "reason": solution.reason.in_language(language()),
        "method": solution.method,
        "residual": solution.power_of_ten,
    }


def _kept(extras: Mapping[str, Any]) -> str:
    if extras["stored"]:
        return _("Kept as %(id)s. Send it to the agenda: hled studies send %(id)s --by NAME") % {
            "id": extras["study"]
        }
    return _("Digits %(digest)s. Add --keep to keep it as study %(id)s.") % {
        "digest": extras["result_digest"][:12],
        "id": extras["study"],
    }
