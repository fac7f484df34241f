"""``hled product``: who supplies one product or a group of them, how sure its rank is, and what stands behind it."""

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from hled.dialogue.studies.cli.asking import SEED as FIRST_SEED
from hled.dialogue.studies.cli.asking import KeepOption, SeedOption, ask_and_show
from hled.dialogue.studies.cli.product_parts import draw_product
from hled.dialogue.studies.cli.questions import commands
from hled.interfaces.terminal.options import LangOption, SheetFormat, SheetFormatOption, example


@commands.command(
    "product",
    help=_(
        "Show everything about one product: suppliers and duty, dependency, rank, neighbors, and what stands behind it."
    ),
    epilog=example(
        "hled product 850760",
        "hled product 8542 --external one:CHN",
        "hled product semiconductors:materials --format json",
    ),
)
def product(
    code: Annotated[
        str,
        typer.Argument(
            metavar="HS",
            help=_("Code of 6 digits; 4 or 2 digits, a list or LIST:PART show the sum and its products."),
        ),
    ],
    partner: Annotated[str, typer.Option("--partner", metavar="ISO3", help=_("Who could supply."))] = "MEX",
    external: Annotated[
        str,
        typer.Option(
            "--external",
            metavar="outside:USMCA",
            help=_("On whom dependency is measured: outside:USA, outside:USMCA, outside:CAN,GBR, one:CHN."),
        ),
    ] = "outside:USMCA",
    importer: Annotated[str, typer.Option("--importer", metavar="ISO3", help=_("Who buys."))] = "USA",
    world: Annotated[
        str,
        typer.Option("--world", metavar="ID", help=_("Table with every country's exports, for capability.")),
    ] = "",
    table: Annotated[
        str, typer.Option("--table", metavar="ID", help=_("Trade table with imports; the newest without it."))
    ] = "",
    seed: SeedOption = FIRST_SEED,
    keep: KeepOption = False,
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    given = {
        "code": code,
        "partner": partner,
        "external": external,
        "importer": importer,
        "table": table,
        "world": world,
        "seed": str(seed),
    }
    ask_and_show("product", given, draw_product, keep=keep, format=format)
