"""How a command fails: what is said on standard error, and the exit code a script can use."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from hled.interfaces.answers import Answer
from hled.interfaces.terminal.screen import err
from hled.interfaces.terminal.show import print_json
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, NotFoundError, Severity, declare


class Exit(IntEnum):
    """
    What a command's exit code says.

    FINDINGS: data or rules refuse it. WRONG_CALL: the command was called wrongly. WORLD: something outside failed,
    or hled itself did; try again.
    """

    DONE = 0
    FINDINGS = 1
    WRONG_CALL = 2
    WORLD = 3


CL_01 = declare(
    "CL-01",
    en="A command must be called as its help says.",
    es="Un comando debe llamarse como indica su ayuda.",
    remedy_en="Read the help of the command: add --help to it.",
    remedy_es="Lea la ayuda del comando: agréguele --help.",
)
CL_02 = declare(
    "CL-02",
    en="Something outside hled must answer; this time it failed.",
    es="Algo ajeno a hled debe responder; esta vez falló.",
    remedy_en="Correct what the message names, then give the same command again.",
    remedy_es="Corrija lo que indica el mensaje y repita el mismo comando.",
)
CL_03 = declare(
    "CL-03",
    en="hled must finish what it begins; this time it failed.",
    es="hled debe terminar lo que empieza; esta vez falló.",
    remedy_en="Nothing was stored. Try again; if it fails again, report it with the file named.",
    remedy_es="No se guardó nada. Intente de nuevo; si vuelve a fallar, repórtelo con el archivo indicado.",
)

_WRONG_CALLS = (
    *("AC-47", "AS-", "BB-", "CL-", "DR-", "FI-", "PG-", "SE-", "TX-01", "TX-10"),
    *("IO-13", "IO-14", "IO-15", "SQ-01", "SQ-02", "SQ-06", "MT-01", "MT-02"),
    *("CX-09", "CX-14", "RK-01", "SC-09", "SC-10", "SC-21", "SC-31", "SC-33", "SC-36", "SC-4", "SC-71"),
    *("TD-05", "TD-06", "TD-07", "TD-08", "TR-51"),
)
"""Beginnings of the codes of rules about the call and the environment; every other rule is about data."""

_WORDS = {Severity.ERROR: Bilingual("Error", "Error"), Severity.WARNING: Bilingual("Warning", "Advertencia")}
"""Said without the catalogues, because settings may fail before these are found."""


def exit_code(error: BrokenRuleError) -> Exit:
    about_the_call = [finding.rule.code.startswith(_WRONG_CALLS) for finding in error.findings]
    wrong = isinstance(error, NotFoundError) or (about_the_call and all(about_the_call))
    return Exit.WRONG_CALL if wrong else Exit.FINDINGS


def fail(
    findings: Sequence[Finding], languages: Iterable[str], *, as_json: bool, arguments: Sequence[str]
) -> None:
    """Say what is wrong: on standard error for a person, as an empty answer with findings for a machine."""
    if as_json:
        print_json(Answer("problem", {"arguments": list(arguments)}, [], findings).as_json())
    for language in languages:
        draw_findings(err(), findings, language)


def draw_findings(console: Console, findings: Iterable[Finding], language: str) -> None:
    """Each rule once, under it the places where it does not hold, and what to do."""
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        remedy = (finding.remedy or finding.rule.remedy).in_language(language)
        by_rule.setdefault((finding.rule.code, remedy), []).append(finding)
    for (code, remedy), group in by_rule.items():
        rule = group[0].rule
        refused = rule.severity is Severity.ERROR
        word = _WORDS[rule.severity].in_language(language)
        says = rule.says.in_language(language)
        console.print(
            Text.assemble((f"{word} {code}", "bold red" if refused else "bold yellow"), f"  {says}")
        )
        for finding in group:
            console.print(Padding(_place(finding, language), (0, 0, 0, 4)))
        console.print(Padding(Text(f"→ {remedy}", style="dim"), (0, 0, 0, 4)))


def _place(finding: Finding, language: str) -> Text:
    found = finding.found.in_language(language) if isinstance(finding.found, Bilingual) else finding.found
    return Text.assemble((finding.place, "bold"), f": {found}" if found else "")
