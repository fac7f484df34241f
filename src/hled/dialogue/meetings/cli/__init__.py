"""Commands on meetings: ``hled agenda``, ``hled meetings``."""

from hled.dialogue.meetings.cli.agenda import commands
from hled.dialogue.meetings.cli.meetings import meetings

commands.add_typer(meetings, name="meetings")

__all__ = ["commands"]
