"""``hled complexity``: what countries show they can do, how complex that is, and what lies near."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.studies.cli.asking import KeepOption, ask_and_show
from hled.dialogue.studies.cli.questions import commands
from hled.interfaces.answers import Answer
from hled.interfaces.formats import number, share
from hled.interfaces.terminal.desk import language
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption, example
from hled.interfaces.terminal.tables import ROOMY, grid, heading, pairs, paragraph

_LONGEST_NAME = {True: 62, False: 40}
_FIRST = 6
"""What the sample left out, named for each reason."""
_OF_THE_SAMPLE = "CX-11"
"""Findings on what was left out, which have a part of their own."""


class Of(StrEnum):
    COUNTRIES = "countries"
    PRODUCTS = "products"


class Only(StrEnum):
    LACKS = "lacks"
    HAS = "has"


class Sort(StrEnum):
    COMPLEXITY = "complexity"
    FITNESS = "fitness"
    OUTLOOK = "outlook"
    DENSITY = "density"
    TRADE = "trade"


class ConventionName(StrEnum):
    ATLAS = "atlas"
    GROWTH_LAB = "growth_lab"


class GainName(StrEnum):
    ATLAS = "atlas"
    GAIN_ONLY = "gain_only"


@commands.command(
    "complexity",
    help=_(
        "Say what countries show they can do: complexity, fitness and outlook by country, or complexity, density and gain by product."
    ),
    epilog=example(
        "hled complexity",
        "hled complexity --of products --only lacks --sort outlook --list semiconductors",
        "hled complexity --world my-exports --convention growth_lab",
    ),
)
def complexity(
    of: Annotated[Of, typer.Option("--of", help=_("What stands in a row."))] = Of.COUNTRIES,
    partner: Annotated[
        str, typer.Option("--partner", metavar="ISO3", help=_("Whose products and possibilities are shown."))
    ] = "MEX",
    list: Annotated[
        str,
        typer.Option("--list", metavar="LIST,…", help=_("Lists or codes of products; all without it.")),
    ] = "all",
    only: Annotated[
        Only | None, typer.Option("--only", help=_("Products that the country lacks, or has."))
    ] = None,
    sort: Annotated[Sort, typer.Option("--sort", help=_("What the rows are ordered by."))] = Sort.COMPLEXITY,
    top: Annotated[int, typer.Option("--top", min=0, max=10_000, help=_("How many rows; 0 for all."))] = 50,
    importer: Annotated[
        str, typer.Option("--importer", metavar="ISO3", help=_("Whose market is read, without --world."))
    ] = "USA",
    table: Annotated[
        str,
        typer.Option("--table", metavar="ID", help=_("Trade table with imports; the newest without it.")),
    ] = "",
    world: Annotated[
        str,
        typer.Option(
            "--world",
            metavar="ID",
            help=_("Trade table with every country's exports; without it the market itself is read."),
        ),
    ] = "",
    convention: Annotated[
        ConventionName, typer.Option("--convention", help=_("Whose scale and standard deviation."))
    ] = ConventionName.ATLAS,
    gain: Annotated[
        GainName | None,
        typer.Option("--gain", help=_("Definition of the outlook gain; that of the convention without it.")),
    ] = None,
    exports: Annotated[
        int, typer.Option("--exports", min=0, help=_("Minimum of a country's exports, U.S. dollars."))
    ] = 1_000_000_000,
    population: Annotated[
        int,
        typer.Option(
            "--population",
            min=0,
            help=_("Minimum of a country's population; needs populations.csv in the home folder."),
        ),
    ] = 0,
    trade: Annotated[
        int, typer.Option("--trade", min=0, help=_("Minimum of a product's trade, U.S. dollars."))
    ] = 1_000_000,
    ubiquity: Annotated[
        int,
        typer.Option(
            "--ubiquity", min=1, max=100, help=_("Countries that must have a product with advantage.")
        ),
    ] = 2,
    without: Annotated[
        str, typer.Option("--without", metavar="ISO3,…", help=_("Exporters left out by name."))
    ] = "",
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    given = {
        "of": of.value,
        "partner": partner,
        "list": list,
        "only": only.value if only else "",
        "sort": sort.value,
        "top": str(top),
        "importer": importer,
        "table": table,
        "world": world,
        "convention": convention.value,
        "gain": gain.value if gain else "",
        "exports": str(exports),
        "population": str(population),
        "trade": str(trade),
        "ubiquity": str(ubiquity),
        "without": without,
    }
    ask_and_show("complexity", given, _draw, keep=keep, format=format)


def _draw(console: Console, answer: Answer) -> None:
    by_country = answer.params["of"] == "countries"
    (_draw_countries if by_country else _draw_products)(console, answer)
    _draw_count(console, answer)
    for draw in (_draw_basis, _draw_sample, _draw_findings):
        console.print()
        draw(console, answer)


def _draw_countries(console: Console, answer: Answer) -> None:
    spoken, roomy = language(), console.width >= ROOMY
    table = grid(
        (_("Rank"), {"justify": "right", "no_wrap": True}),
        (_("Country"), {"ratio": 1}),
        ("ECI", {"justify": "right", "no_wrap": True}),
        (_("Diversity"), {"justify": "right"}),
        (_("Fitness"), {"justify": "right"}),
        (_("rank"), {"justify": "right"}),
        ("COI", {"justify": "right", "no_wrap": True}),
        *([(_("Sales, billion U.S. dollars"), {"justify": "right"})] if roomy else []),
    )
    for each in answer.items:
        style = "bold" if each["partner"] else ""
        row = [
            number(each["rank"]),
            f"{each['code']}  {each[f'name_{spoken}']}",
            _number(each["eci"], 2),
            number(each["diversity"]),
            _number(each["fitness"], 3),
            number(each["fitness_rank"]),
            _number(each["coi"], 2),
            *([_number(Decimal(each["exports"]) / 10**9, 1)] if roomy else []),
        ]
        table.add_row(*row, style=style)
    console.print(table)


def _draw_products(console: Console, answer: Answer) -> None:
    spoken, roomy = language(), console.width >= ROOMY
    partner = answer.params["partner"]
    table = grid(
        (_("Rank"), {"justify": "right", "no_wrap": True}),
        (_("Product"), {"ratio": 1}),
        ("PCI", {"justify": "right", "no_wrap": True}),
        *([(_("Ubiquity"), {"justify": "right"}), ("Q", {"justify": "right"})] if roomy else []),
        (_("RCA %(partner)s") % {"partner": partner}, {"justify": "right", "max_width": 6}),
        (_("Density"), {"justify": "right"}),
        ("COG", {"justify": "right", "no_wrap": True}),
        (_("Trade, million"), {"justify": "right", "max_width": 8}),
    )
    for each in answer.items:
        row = [
            number(each["rank"]),
            f"{each['code']}  {_cut(each[f'name_{spoken}'], _LONGEST_NAME[roomy])}",
            _number(each["pci"], 2),
            *([number(each["ubiquity"]), _number(each["q"], 2)] if roomy else []),
            _number(each["rca"], 2),
            _number(each["density"], 3),
            "–" if each["has"] else _number(each["cog"], 2),
            _number(Decimal(each["trade"]) / 10**6, 0),
        ]
        table.add_row(*row, style="bold" if each["has"] else "")
    console.print(table)


def _draw_count(console: Console, answer: Answer) -> None:
    counts = {"shown": number(len(answer.items)), "count": number(answer.extras["count"])}
    if answer.params["of"] == "countries":
        said = _("%(shown)s of %(count)s countries.") % counts
    else:
        said = _("%(shown)s of %(count)s products; bold: %(partner)s has it with advantage.") % {
            **counts,
            "partner": answer.extras["country"][f"name_{language()}"],
        }
    paragraph(console, said, style="dim")


def _draw_basis(console: Console, answer: Answer) -> None:
    """The matrix, the convention and the eigenvalues."""
    spoken, extras = language(), answer.extras
    matrix, convention, found = extras["matrix"], extras["convention"], extras["eigenvalues"]
    heading(console, _("How it was computed"))
    pairs(
        console,
        [
            (
                _("Matrix"),
                _("%(name)s, %(year)s, %(edition)s, %(digits)s digits")
                % {**matrix, "name": matrix[f"name_{spoken}"]},
            ),
            (_("Convention"), f"{convention['name']}: {convention[f'says_{spoken}']}"),
            (_("Outlook gain"), convention["gain"]),
            (_("Updates of fitness"), number(convention["iterations"])),
            (
                _("Eigenvalues"),
                _(
                    "second %(second)s, third %(third)s; correlation of the index with diversity %(correlation)s"
                )
                % {name: _number(found[name], 4) for name in found},
            ),
        ],
    )


def _draw_sample(console: Console, answer: Answer) -> None:
    """The filter, what is left, and what it left out with the reason."""
    spoken, extras = language(), answer.extras
    matrix, sample = extras["matrix"], extras["sample"]
    heading(console, _("The sample"))
    kept = _(
        "%(exporters)s of %(exporters_in_table)s exporters and %(products)s of %(products_in_table)s products, %(share)s of the value of the table"
    ) % {
        **{name: number(matrix[name]) for name in matrix if name.startswith(("exporters", "products"))},
        "share": share(float(matrix["trade_share"]), 1),
    }
    minimums = _(
        "exports %(minimum_exports)s, population %(minimum_population)s, trade of a product %(minimum_world_trade)s, ubiquity %(minimum_ubiquity)s"
    ) % {name: number(Decimal(value)) for name, value in sample.items() if name.startswith("minimum")}
    pairs(
        console,
        [
            (_("Kept"), kept),
            (_("Minimums"), minimums),
            *((f"{number(each['count'])}", _left_out(each, spoken)) for each in extras["dropped"]),
        ],
    )


def _left_out(each: Any, spoken: str) -> Text:
    kinds = {"exporter": _("exporters left out"), "product": _("products left out")}
    named = ", ".join(one["code"] for one in each["first"][:_FIRST])
    more = ", …" if each["count"] > _FIRST else ""
    return Text(f"{kinds[each['kind']]}: {each[f'why_{spoken}']} ({named}{more})")


def _draw_findings(console: Console, answer: Answer) -> None:
    """What does not hold, where, and what to do; what the sample left out has a part of its own."""
    spoken = language()
    said = [each.as_json() for each in answer.findings if each.rule.code != _OF_THE_SAMPLE]
    if said:
        heading(console, _("What to know of the data"))
        pairs(
            console,
            [
                (each["code"], f"{each['place']}: {each[f'found_{spoken}']}. {each[f'remedy_{spoken}']}")
                for each in said
            ],
        )


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rsplit(' ', 1)[0].rstrip(',;')}…"


def _number(value: str | Decimal, decimals: int) -> str:
    return number(Decimal(value), decimals)
