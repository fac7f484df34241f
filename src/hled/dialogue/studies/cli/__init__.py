"""Commands on the economic engine: exposure, value-chains, extract, verify, and the studies that are kept."""

from hled.dialogue.studies.cli.questions import commands
from hled.dialogue.studies.cli.studies import studies
from hled.dialogue.studies.cli.tables import tables
from hled.dialogue.studies.cli.trade import trade

from hled.dialogue.studies.cli import complexity, trade_adding, verification  # isort: skip  # they add their commands

commands.add_typer(studies, name="studies")
commands.add_typer(tables, name="tables")
commands.add_typer(trade, name="trade")

__all__ = ["commands", "complexity", "trade_adding", "verification"]
