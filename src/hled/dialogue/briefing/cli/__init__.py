"""Commands across all rooms: scoreboard, alerts, briefing book, search, rules, the record and the sources of data."""

from hled.dialogue.briefing.cli.brief import brief
from hled.dialogue.briefing.cli.record import record
from hled.dialogue.briefing.cli.scoreboard import commands
from hled.dialogue.briefing.cli.sources import sources

from hled.dialogue.briefing.cli import alerts, lookup  # isort: skip  # they add their commands

commands.add_typer(brief, name="brief")
commands.add_typer(record, name="record")
commands.add_typer(sources, name="sources")

__all__ = ["alerts", "commands", "lookup"]
