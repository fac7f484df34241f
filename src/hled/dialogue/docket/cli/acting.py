"""Who acts by the command line: a name and a Party, as whoever runs this installation says."""

from dataclasses import dataclass
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from hled.interfaces.terminal.failing import CL_01
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding

LONGEST_NAME = 200
ByOption = Annotated[str, typer.Option("--by", metavar=_("NAME"), help=_("Who does it: a name."))]
OfOption = Annotated[Party | None, typer.Option("--of", help=_("The Party of whoever does it."))]


@dataclass(frozen=True, slots=True)
class Officer:
    name: str
    party: str


def officer(name: str, party: Party | None) -> Officer:
    """
    Raises
    ------
    BrokenRuleError
        CL-01, for whichever is missing.
    """
    missing = Bilingual("missing", "falta")
    findings = [] if party else [Finding(CL_01, "--of", missing)]
    said = " ".join(name.split())
    if not 0 < len(said) <= LONGEST_NAME:
        findings.append(Finding(CL_01, "--by", said[:40] or missing))
    if findings or party is None:
        raise BrokenRuleError(findings)
    return Officer(said, party)
