"""Commands on the economic engine: exposure, value-chains, extract, verify, and the studies that are kept."""

from hled.dialogue.studies.cli.questions import commands
from hled.dialogue.studies.cli.studies import studies
from hled.dialogue.studies.cli.tables import tables

from hled.dialogue.studies.cli import verification  # isort: skip  # it adds its command

commands.add_typer(studies, name="studies")
commands.add_typer(tables, name="tables")

__all__ = ["commands", "verification"]
