"""Commands on the economic engine."""

import typer

from hled.dialogue.studies.cli.tables import tables

commands = typer.Typer()
commands.add_typer(tables, name="tables")
