"""Commands on the economic engine."""

import typer

commands = typer.Typer()
