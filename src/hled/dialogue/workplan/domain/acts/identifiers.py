"""Identifiers of what an act adds: the pattern of the record, and the next free number."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from hled.dialogue.workplan.domain.acts.rules import WP_02, WP_03, WP_04
from hled.kernel.rule import Finding

_COMMITMENT = re.compile(r"(?P<pillar>[A-Z][0-9]?)(?:-(?P<group>[A-Z]{2,6}))?-(?P<number>[0-9]{2,4})")
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "commitments": _COMMITMENT,
    "milestones": re.compile(r"MS-(?P<number>[1-9][0-9]{0,5})"),
    "documents": re.compile(r"D-[0-9]{4}-[0-9]{2}-[0-9]{2}-[A-Z][A-Z0-9]{1,15}"),
}


def findings_of_new(kind: str, id: str, used: Collection[str], pillar: object = None) -> Iterator[Finding]:
    """WP-02, WP-03 and WP-04, for an identifier that an act gives to something new."""
    form = _PATTERNS[kind].fullmatch(id)
    if form is None:
        yield Finding(WP_03, id)
    elif kind == "commitments" and pillar is not None and form["pillar"] != pillar:
        yield Finding(WP_04, id, str(pillar)[:40])
    if id in used:
        yield Finding(WP_02, id, id)


def next_identifier(kind: str, used: Collection[str], *, pillar: str = "", group: str = "") -> str:
    """
    The next free identifier of a commitment of a pillar and group, or of a milestone.

    Examples
    --------
    >>> next_identifier("commitments", ["P1-SC-01", "P1-SC-09", "P1-INV-12"], pillar="P1", group="SC")
    'P1-SC-10'
    """
    lead = "-".join(part for part in (pillar, group) if part) if kind == "commitments" else "MS"
    own = re.compile(re.escape(lead) + r"-([0-9]+)")
    taken = [int(found[1]) for id in used if (found := own.fullmatch(id))]
    number = max(taken, default=0) + 1
    return f"{lead}-{number:02}" if kind == "commitments" else f"{lead}-{number}"


def paper_identifier(on: date, digest: str) -> str:
    """Under which identifier an act stands among the documents of the record."""
    return f"D-{on.isoformat()}-ACT{digest[:12].upper()}"
