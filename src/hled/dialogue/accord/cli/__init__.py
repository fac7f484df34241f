"""Commands on acts, joint texts and the register: ``hled register``, ``hled keys``, ``hled act``, ``hled text``."""

import typer
from django.utils.translation import gettext as _

from hled.dialogue.accord.cli import demo
from hled.dialogue.accord.cli.acts import acts
from hled.dialogue.accord.cli.keys import keys
from hled.dialogue.accord.cli.register import register
from hled.dialogue.accord.cli.texts import text

commands = typer.Typer()
commands.add_typer(
    register, name="register", help=_("The register of acts: check it, show it, prove it, export it.")
)
commands.add_typer(keys, name="keys", help=_("Keys of officers: make, enroll, revoke, list."))
commands.add_typer(
    acts, name="act", help=_("Acts that wait for signatures: list, show, sign, here or in a closed room.")
)
commands.add_typer(text, name="text", help=_("Joint texts of both Parties, in both languages."))

__all__ = ["commands", "demo"]
