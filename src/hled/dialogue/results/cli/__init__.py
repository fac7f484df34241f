"""Commands on commitments and indicators: commitment, indicators."""

from hled.dialogue.results.cli.commitment import commands
from hled.dialogue.results.cli.indicators import indicators

commands.add_typer(indicators, name="indicators")

__all__ = ["commands"]
