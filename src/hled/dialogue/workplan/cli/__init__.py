"""Commands on statements: read one, take candidates over as drafts, edit and list drafts."""

from hled.dialogue.workplan.cli.statement import statement

__all__ = ["statement"]
