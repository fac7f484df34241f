"""``hled trade add`` and ``hled trade fetch``: what brings a trade table into the installation."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from hled.dialogue.studies.cli.trade import span, trade
from hled.dialogue.studies.queries.answers.trade import trade_added_answer
from hled.interfaces.answers import Answer
from hled.interfaces.formats import number
from hled.interfaces.terminal.desk import desk, language
from hled.interfaces.terminal.failing import CL_01, draw_findings
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, example
from hled.interfaces.terminal.progress import steps
from hled.interfaces.terminal.screen import err
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import paragraph
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

NewIdOption = Annotated[
    str, typer.Option("--id", metavar="ID", help=_("Identifier; made of the name of the file without it."))
]


class AddFormat(StrEnum):
    """The layout of the file, and how the answer is printed: the option may stand twice."""

    PLAIN = "plain"
    BACI = "baci"
    COMTRADE = "comtrade"
    ATLAS = "atlas"
    TABLE = "table"
    JSON = "json"


@trade.command(
    "add",
    help=_("Read a trade file or folder, check it, and keep it in this installation."),
    epilog=example("hled trade add BACI_HS17_Y2022_V202401b.csv --format baci"),
)
def add(
    path: Annotated[
        Path, typer.Argument(metavar=_("PATH"), help=_("File, or folder of files with the same columns."))
    ],
    format: Annotated[
        list[AddFormat],
        typer.Option(
            "--format",
            help=_(
                "Layout of the file: plain, baci, comtrade or atlas. Given a second time: table or json for the answer."
            ),
        ),
    ],
    id: NewIdOption = "",
    year: Annotated[
        int | None,
        typer.Option(
            "--year", metavar="YYYY", help=_("Keeps this year only; says it where the file does not.")
        ),
    ] = None,
    edition: Annotated[
        str,
        typer.Option(
            "--edition",
            metavar="HS2022",
            help=_("Edition of the Harmonized System, where the file does not say it."),
        ),
    ] = "",
    lang: LangOption = None,
) -> None:
    from hled.sources.trade.adding import STEPS, add_trade

    layout, shown = _layout(format)
    with steps(_("Reading %(file)s") % {"file": path.name}, total=STEPS) as told:
        entry, findings = add_trade(path, layout, desk().home, told, id=id, year=year, edition=edition)
    _show_added(trade_added_answer(entry, findings), shown)


def _show_added(answer: Answer, shown: str) -> None:
    item = answer.items[0]
    said = _("Added %(id)s: %(rows)s rows, %(products)s products, %(periods)s.") % {
        "id": item["id"],
        "rows": number(item["rows"]),
        "products": number(item["products"]),
        "periods": span(item["periods"]),
    }
    show(answer, shown, lambda console: paragraph(console, said))
    if shown != AddFormat.JSON:
        draw_findings(err(), answer.findings, language())


def _layout(given: Sequence[AddFormat]) -> tuple[str, str]:
    """The layout of the file and the form of the answer, each at most once."""
    forms = {str(each) for each in Format}
    layouts = [str(each) for each in given if str(each) not in forms]
    shown = [str(each) for each in given if str(each) in forms]
    if len(layouts) != 1 or len(shown) > 1:
        names = ", ".join(each for each in AddFormat if each not in forms)
        found = Bilingual(f"one layout is needed: {names}", f"se necesita un formato de archivo: {names}")
        raise BrokenRuleError([Finding(CL_01, "--format", found)])
    return layouts[0], shown[0] if shown else str(AddFormat.TABLE)


@trade.command(
    "fetch",
    help=_("Fetch a trade table from UN Comtrade; needs HLED_COMTRADE_KEY and the network."),
    epilog=example("hled trade fetch --reporter USA --year 2023"),
)
def fetch(
    reporter: Annotated[
        list[str],
        typer.Option("--reporter", metavar="ISO3", help=_("Who declares; may stand several times.")),
    ],
    year: Annotated[list[int], typer.Option("--year", metavar="YYYY", help=_("May stand several times."))],
    flow: Annotated[
        list[str] | None,
        typer.Option("--flow", metavar="M|X|RM|RX", help=_("Imports without it; may stand several times.")),
    ] = None,
    level: Annotated[int, typer.Option("--level", metavar="2|4|6", help=_("Digits of the codes."))] = 6,
    id: NewIdOption = "",
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    from hled.sources.trade.adding import STEPS
    from hled.sources.trade.fetching import fetch_trade

    total = len(reporter) * len(year) + STEPS
    with steps(_("Fetching from %(service)s") % {"service": "UN Comtrade"}, total=total) as told:
        entry, findings = fetch_trade(
            key=desk().comtrade_key,
            home=desk().home,
            reporters=reporter,
            years=year,
            flows=flow or ["M"],
            level=level,
            id=id,
            progress=told,
        )
    _show_added(trade_added_answer(entry, findings), str(format))
