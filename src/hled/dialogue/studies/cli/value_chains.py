"""``hled value-chains``: whose value stands behind exports, and how they divide into terms, industry by industry."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.cli.asking import (
    DRAWS,
    SEED,
    BalanceOption,
    DrawsOption,
    KeepOption,
    SeedOption,
    ask_and_show,
)
from hled.dialogue.studies.cli.cells import amount_cell, percent_cell, range_cell
from hled.dialogue.studies.cli.questions import commands
from hled.dialogue.studies.domain.names import unit_name
from hled.dialogue.studies.domain.questions.export_terms import headline, pictured
from hled.interfaces.answers import Answer
from hled.interfaces.terminal.desk import language
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption, example
from hled.interfaces.terminal.tables import grid, paragraph

Item = Mapping[str, Any]
_RIGHT = {"justify": "right"}
CONCEPT = "concept"
_AMOUNTS_FROM = 112
"""From this width on amounts stand beside shares and ranges of terms."""


@commands.command(
    "value-chains",
    help=_("Say whose value stands behind a country's exports, by concept and year, and how sure that is."),
    epilog=example(
        "hled value-chains",
        "hled value-chains --exporter USA --origin MEX --importer MEX",
        "hled value-chains --by-sector --importer CAN --method wwz",
    ),
)
def value_chains(
    exporter: Annotated[
        str, typer.Option("--exporter", metavar="REGION", help=_("Region whose exports are looked into."))
    ] = "MEX",
    origin: Annotated[
        str,
        typer.Option(
            "--origin", metavar="REGION", help=_("Region whose value added is sought; not with --by-sector.")
        ),
    ] = "USA",
    importer: Annotated[
        str,
        typer.Option(
            "--importer", metavar="REGION", help=_("Region that buys, where one is named; USA without it.")
        ),
    ] = "",
    tables: Annotated[
        str,
        typer.Option(
            "--tables",
            "--table",
            metavar="ID,…",
            help=_("Tables to ask; all with several countries without it. With --by-sector one, the newest."),
        ),
    ] = "",
    method: Annotated[
        str,
        typer.Option(
            "--method",
            metavar="bm_exporter|kww|wwz|…",
            help=_(
                "Method that divides gross exports into terms: bm_exporter, bm_exporter_sink, bm_world, bm_world_sink, hiy, kww, "
                "my or wwz."
            ),
        ),
    ] = "bm_exporter",
    by_sector: Annotated[
        bool,
        typer.Option(
            "--by-sector",
            help=_("Every term with its range for each exporting industry, to all and to the importer."),
        ),
    ] = False,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="concept|sector|total",
            help=_(
                "Rows: concepts of exports, terms by sector (as --by-sector), or terms of the total alone."
            ),
        ),
    ] = "",
    terms: Annotated[
        str,
        typer.Option(
            "--terms", metavar="CODE,…", help=_("With --by-sector: only these terms, such as DVA,FVA.")
        ),
    ] = "",
    balance: BalanceOption = "supplied",
    draws: DrawsOption = DRAWS,
    seed: SeedOption = SEED,
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    given = {
        "exporter": exporter,
        "importer": importer,
        "method": method,
        "balance": balance,
        "draws": str(draws),
        "seed": str(seed),
    }
    rows = by or ("sector" if by_sector else CONCEPT)
    if rows != CONCEPT:
        given |= {"by": rows, "terms": terms, "table": tables}
        ask_and_show("export-terms", given, _draw_by_sector, keep=keep, format=format)
    else:
        given |= {"origin": origin, "tables": tables}
        ask_and_show("value-chains", given, _draw_value_chains, keep=keep, format=format)


def _draw_value_chains(console: Console, answer: Answer) -> None:
    spoken = language()
    table = grid(
        (_("Concept"), {"ratio": 2}),
        (_("Year"), _RIGHT),
        (_("Share, %"), _RIGHT),
        (_("Range, %"), _RIGHT),
        (_("Table"), {}),
    )
    for each in answer.items:
        table.add_row(
            each[f"concept_{spoken}"],
            str(each["year"]),
            percent_cell(each["share"], 2),
            range_cell(each, 2),
            Text(each["table"], style="dim"),
        )
    console.print(table)
    for each in answer.extras["published"]:
        _draw_published(console, each)
    terms = answer.extras["terms"]
    newest = [each for each in terms if each["table"] == terms[-1]["table"]]
    _draw_terms(console, newest, _("Terms, %(year)s") % {"year": newest[0]["year"]}, answer.params["method"])


def _draw_published(console: Console, published: Item) -> None:
    spoken = language()
    console.print()
    said = _("Published: %(value)s %%, %(concept)s. Beside our range of %(nearest)s:") % {
        "value": percent_cell(published["value"], 0),
        "concept": published[f"concept_{spoken}"],
        "nearest": published[f"nearest_{spoken}"],
    }
    paragraph(console, said)
    for found in published["ranges"]:
        ends = {
            "year": found["year"],
            "low": percent_cell(found["low"], 1),
            "high": percent_cell(found["high"], 1),
        }
        inside = _("%(year)s: inside, %(low)s to %(high)s %%") % ends
        outside = _("%(year)s: outside, %(low)s to %(high)s %%") % ends
        paragraph(console, inside if found["inside"] else outside, indent=2)
    paragraph(
        console,
        Text(f"{published[f'why_{spoken}']} {published[f'source_{spoken}']}.", style="dim"),
        indent=2,
    )


def _draw_terms(console: Console, terms: Sequence[Item], title: str, method: str) -> None:
    """Terms of all exports beside those to the importer, each with its range; a star where proportionality is left out."""
    spoken = language()
    importers = list(dict.fromkeys(each["importer"] for each in terms))
    amounts = console.width >= _AMOUNTS_FROM
    heads = [
        [
            (importer or _("All exports"), _RIGHT),
            *([("%", _RIGHT)] if amounts else []),
            (_("Range, %"), _RIGHT),
        ]
        for importer in importers
    ]
    console.print()
    table = grid((title, {"ratio": 2}), (method, {}), *(head for group in heads for head in group))
    for code in dict.fromkeys(each["term"] for each in terms):
        found = {each["importer"]: each for each in terms if each["term"] == code}
        cells = [cell for importer in importers for cell in _cells(found[importer], amounts=amounts)]
        table.add_row(found[importers[0]][f"term_{spoken}"], Text(code, style="dim"), *cells)
    console.print(table)
    if not all(each["bounded"] for each in terms):
        paragraph(
            console, _("* proportionality is not bounded here, and the range leaves it out"), style="dim"
        )


def _cells(term: Item, *, amounts: bool) -> list[str]:
    star = "" if term["bounded"] else " *"
    shown = [percent_cell(term["share"], 2), range_cell(term, 2) + star]
    return [amount_cell(term["amount"]), *shown] if amounts else shown


def _draw_by_sector(console: Console, answer: Answer) -> None:
    totals = [each for each in answer.items if each["level"] == "total"]
    _draw_terms(console, totals, _("All industries together"), answer.params["method"])
    for importer in dict.fromkeys(each["importer"] for each in answer.items if each["level"] == "industry"):
        _draw_industries(console, answer, importer)
    reasons = {(each[f"reason_{language()}"]): None for each in answer.extras["not_bounded"]}
    for reason in reasons:
        paragraph(console, reason, style="dim")


def _draw_industries(console: Console, answer: Answer, importer: str) -> None:
    """One row for each exporting industry, those that export most first: the few terms that a line has room for."""
    spoken, method = language(), answer.params["method"]
    rows: dict[str, dict[str, Item]] = {}
    for each in answer.items:
        if each["importer"] == importer and each["level"] == "industry":
            rows.setdefault(each["industry"], {})[each["term"]] = each
    first = next(iter(rows.values()))
    shown = [code for code in pictured(method) if code in first] or [
        code for code in first if code != "EXGR"
    ][:4]
    ranged = headline(method) if headline(method) in shown else next(iter(shown), "")
    unit = unit_name(answer.extras["unit"]).in_language(spoken)
    to = next(iter(first.values()))[f"importer_{spoken}"]
    exports = {
        True: _("Percent of all exports to %(importer)s; amounts in %(unit)s"),
        False: _("Percent of each industry's exports to %(importer)s; amounts in %(unit)s"),
    }[answer.extras["shares_of"] == "all_exports"]
    console.print()
    paragraph(console, Text(exports % {"importer": to, "unit": unit}, style="bold"))
    table = grid(
        (_("Industry"), {"ratio": 1}),
        (_("Exports"), _RIGHT),
        *(
            head
            for code in shown
            for head in ([(code, _RIGHT), (_("Range"), _RIGHT)] if code == ranged else [(code, _RIGHT)])
        ),
    )
    for found in sorted(rows.values(), key=_exports, reverse=True):
        name = next(iter(found.values()))[f"industry_{spoken}"]
        cells = [
            cell
            for code in shown
            for cell in (
                [percent_cell(found[code]["share"], 1), range_cell(found[code], 1)]
                if code == ranged
                else [percent_cell(found[code]["share"], 1)]
            )
        ]
        table.add_row(name, amount_cell(found["EXGR"]["amount"]) if "EXGR" in found else "–", *cells)
    console.print(table)


def _exports(found: Mapping[str, Item]) -> float:
    return float(found["EXGR"]["amount"]) if "EXGR" in found else 0.0
