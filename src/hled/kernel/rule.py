"""Rules, and what is found when one is broken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from hled.kernel.bilingual import Bilingual


class Severity(StrEnum):
    """An error stops the act; a warning lets it pass and stays visible."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A sentence that data or calls must satisfy.

    The code joins sentence, remedy, test, documentation page, translation and API problem.
    Declare each rule once, as a module constant, with `declare`.
    """

    code: str
    says: Bilingual
    remedy: Bilingual
    severity: Severity = Severity.ERROR
    source: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One place where a rule does not hold.

    `place` says where (file, line, id, argument), `found` what stood there.
    """

    rule: Rule
    place: str
    found: str | Bilingual = ""
    remedy: Bilingual | None = None
    data: dict[str, Any] = field(default_factory=dict, compare=False)

    def as_json(self) -> dict[str, Any]:
        found = self.found if isinstance(self.found, Bilingual) else Bilingual(*[_visible(self.found)] * 2)
        remedy = self.remedy or self.rule.remedy
        return {
            "code": self.rule.code,
            "severity": str(self.rule.severity),
            "place": self.place,
            "found": found.en,
            "found_en": found.en,
            "found_es": found.es,
            "says_en": self.rule.says.en,
            "says_es": self.rule.says.es,
            "remedy_en": remedy.en,
            "remedy_es": remedy.es,
        }


def finding_of(written: Mapping[str, Any]) -> Finding:
    """A finding as it was written, rule and all: the room of its rule need not be open."""
    says, remedy, found = (
        Bilingual(written[f"{name}_en"], written[f"{name}_es"]) for name in ("says", "remedy", "found")
    )
    rule = Rule(written["code"], says, remedy, Severity(written["severity"]))
    return Finding(rule, written["place"], found)


def _visible(found: str) -> str:
    """What stood there, also where that was nothing or only blanks."""
    return found if found.strip() else repr(found) if found else "-"


class BrokenRuleError(Exception):
    """Data or a request break one or more rules; all findings are carried together."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{each.rule.code} {each.place}: {each.found}" for each in self.findings))


class NotFoundError(BrokenRuleError):
    """What was asked for does not exist."""


class RefusedError(BrokenRuleError):
    """Whoever asks may not."""


class WorldError(Exception):
    """
    Something outside failed: disk, network, database.

    `again` says whether the same call may succeed later.
    """

    def __init__(self, says: Bilingual, *, again: bool) -> None:
        self.says = says
        self.again = again
        super().__init__(says.en)


_DECLARED: dict[str, Rule] = {}


def declare(
    code: str,
    *,
    en: str,
    es: str,
    remedy_en: str,
    remedy_es: str,
    severity: Severity = Severity.ERROR,
    source: str = "",
) -> Rule:
    """
    Declare a rule under its code.

    Raises
    ------
    ValueError
        When another rule has the code.
    """
    rule = Rule(code, Bilingual(en, es), Bilingual(remedy_en, remedy_es), severity, source)
    if _DECLARED.setdefault(code, rule) != rule:
        raise ValueError(f"code={code!r} is declared twice")
    return rule


def declared_rules() -> Iterator[Rule]:
    """All rules declared so far, by code."""
    return iter(sorted(_DECLARED.values(), key=lambda rule: rule.code))


def require(rule: Rule, holds: bool, *, place: str, found: object = "") -> None:
    """
    Refuse at once when a rule does not hold.

    Raises
    ------
    BrokenRuleError
        With one finding of `rule`.
    """
    if not holds:
        raise BrokenRuleError([Finding(rule, place, found if isinstance(found, Bilingual) else str(found))])
