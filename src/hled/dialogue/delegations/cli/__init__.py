"""Commands on the two delegations: ``hled agencies``, ``offices``, ``people``, ``notices`` and ``demo``."""

import typer

from hled.dialogue.delegations.cli.demo import demo
from hled.dialogue.delegations.cli.notices import notices
from hled.dialogue.delegations.cli.people import people
from hled.dialogue.delegations.cli.record import commands as of_record

commands = typer.Typer()
commands.add_typer(of_record)
commands.add_typer(people, name="people")
commands.add_typer(notices, name="notices")
commands.add_typer(demo, name="demo")

__all__ = ["commands"]
