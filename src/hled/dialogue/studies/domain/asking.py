"""What a question can be asked with: parameters as text, each with its default, its choices and its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from hled.dialogue.studies.domain.rules import SQ_01
from hled.economy.rules import IO_14
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

LONGEST = 400
_SHARE = re.compile(r"(?P<over>-?\d{1,9}(?:\.\d{1,12})?)(?:/(?P<under>\d{1,9}))?\s*(?P<percent>%?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Parameter:
    """
    One thing that a question can be asked with.

    Parameters
    ----------
    choices
        The only values it takes; any text where empty.
    whole
        Smallest and largest whole number, where it takes one.
    """

    name: str
    default: str
    title: Bilingual
    help: Bilingual
    choices: tuple[Choice, ...] = ()
    whole: tuple[int, int] | None = None
    is_share: bool = False

    def findings(self, value: str) -> list[Finding]:
        if len(value) > LONGEST:
            return [Finding(SQ_01, self.name, f"{value[:40]}…")]
        if self.choices and value not in {each.code for each in self.choices}:
            known = ", ".join(each.code or "-" for each in self.choices)
            found = Bilingual(f"“{value[:40]}”; known: {known}", f"«{value[:40]}»; existen: {known}")
            return [Finding(SQ_01, self.name, found)]
        if self.whole and not (value.isascii() and value.isdigit() and self._fits(value)):
            low, high = self.whole
            found = Bilingual(
                f"“{value[:40]}”; a whole number from {low} to {high}",
                f"«{value[:40]}»; un número entero de {low} a {high}",
            )
            return [Finding(SQ_01, self.name, found)]
        return share_findings(self.name, value) if self.is_share else []

    def _fits(self, value: str) -> bool:
        return len(value) < 12 and self.whole is not None and self.whole[0] <= int(value) <= self.whole[1]


Asked = Mapping[str, str]
"""Name of each parameter -> its value as text, defaults filled in."""


def read_parameters(known: tuple[Parameter, ...], given: Mapping[str, str | None]) -> dict[str, str]:
    """
    Fill in the defaults of what was not given.

    Raises
    ------
    BrokenRuleError
        SQ-01 for every unknown name and wrong value, IO-14 for a share outside 0..1, all together.
    """
    names = {each.name for each in known}
    findings = [
        Finding(
            SQ_01,
            name[:40],
            Bilingual(
                f"unknown; known: {', '.join(sorted(names))}",
                f"desconocido; existen: {', '.join(sorted(names))}",
            ),
        )
        for name in given
        if name not in names
    ]
    asked = {}
    for each in known:
        value = given.get(each.name)
        asked[each.name] = each.default if value is None or not value.strip() else value.strip()
        findings += each.findings(asked[each.name])
    if findings:
        raise BrokenRuleError(findings)
    return asked


def read_share(text: str) -> Fraction | None:
    """`1/3`, `0.33` or `33%`; None for anything else."""
    said = _SHARE.fullmatch(text.strip())
    if said is None or not int(said["under"] or 1):
        return None
    found = Fraction(said["over"]) / int(said["under"] or 1)
    return found / 100 if said["percent"] else found


def share_findings(name: str, text: str) -> list[Finding]:
    found = read_share(text) if len(text) < 24 else None
    if found is None:
        return [
            Finding(
                SQ_01,
                name,
                Bilingual(f"“{text[:24]}” is no share", f"«{text[:24]}» no es una proporción"),
            )
        ]
    return [] if 0 < found <= 1 else [Finding(IO_14, name, text)]
