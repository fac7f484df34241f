"""Commands on statements (read one, take candidates over as drafts) and on acts that change the work plan."""

from hled.dialogue.workplan.cli.plan import plan
from hled.dialogue.workplan.cli.statement import statement

__all__ = ["plan", "statement"]
