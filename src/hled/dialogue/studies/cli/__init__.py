"""Commands on the economic engine: exposure, pair, value-chains, extract, sweep, structure, verify, and the studies that are kept."""

from hled.dialogue.studies.cli.lists import lists
from hled.dialogue.studies.cli.questions import commands
from hled.dialogue.studies.cli.studies import studies
from hled.dialogue.studies.cli.tables import tables
from hled.dialogue.studies.cli.trade import trade

from hled.dialogue.studies.cli import product, screen, structure, trade_adding, value_chains, verification  # isort: skip  # they add their commands
from hled.dialogue.studies.cli import complexity  # isort: skip  # after the screen, in the order of the help

commands.add_typer(studies, name="studies")
commands.add_typer(tables, name="tables")
commands.add_typer(trade, name="trade")
commands.add_typer(lists, name="lists")

__all__ = [
    "commands",
    "complexity",
    "product",
    "screen",
    "structure",
    "trade_adding",
    "value_chains",
    "verification",
]
