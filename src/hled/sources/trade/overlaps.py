"""A group and its members, the world and its parts: which of them to leave out so that nothing is summed twice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.areas import areas, groups
from hled.sources.trade.rules import TR_05, TR_06, TR_08, TR_19
from hled.sources.trade.schema import WORLD

TOLERANCE = 0.005
"""Rounding and revisions between a total and its parts."""
_UNITS = ((1e9, "G "), (1e6, "M "), (0.0, ""))


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Codes to leave out of a sum, and what a reader has to be told."""

    left_out: frozenset[str]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class PairOverlaps:
    """Partners to leave out of the sums of some reporters: partner to reporters."""

    left_out: Mapping[str, frozenset[str]]
    findings: tuple[Finding, ...]


def may_overlap(codes: Iterable[str]) -> bool:
    """Whether a total stands among some codes: the world or a group."""
    return bool({WORLD, *(each.code for each in groups())}.intersection(codes))


def resolve_overlaps(totals: Mapping[str, float], place: str) -> Overlaps:
    """
    Decide between a total and its parts.

    Parameters
    ----------
    totals
        Value by partner, U.S. dollars, of one market.
    place
        Where the figures stand, for the findings.

    Returns
    -------
    Overlaps
        The world stands back wherever there are partners. Of a group and members, the members stand back, unless together they
        are the group: then the group does.

    Raises
    ------
    BrokenRuleError
        TR-06, where members trade more than their group, or partners more than the world.
    """
    left_out: set[str] = set()
    findings: list[Finding] = []
    for group, members in _groups_in(totals):
        out, found = _of_group(group, members, totals, place)
        left_out |= out
        findings.append(found)
    if WORLD in totals and len(totals) > 1:
        kept = {code: value for code, value in totals.items() if code not in left_out and code != WORLD}
        findings.extend(_of_world(totals[WORLD], sum(kept.values()), place))
        left_out.add(WORLD)
    broken = [each for each in findings if each.rule is TR_06]
    if broken:
        raise BrokenRuleError(broken)
    return Overlaps(frozenset(left_out), tuple(findings))


def resolve_pairs(totals: Mapping[str, Mapping[str, float]], place: str) -> PairOverlaps:
    """
    Decide for every reporter on its own; `totals` is by reporter and partner.

    Raises
    ------
    BrokenRuleError
        TR-06, all that were found.
    """
    left_out: dict[str, set[str]] = {}
    findings: list[Finding] = []
    broken: list[Finding] = []
    for reporter, of_partner in totals.items():
        try:
            overlaps = resolve_overlaps(of_partner, place if len(totals) == 1 else f"{place}: {reporter}")
        except BrokenRuleError as error:
            broken.extend(error.findings)
            continue
        findings.extend(overlaps.findings)
        for code in overlaps.left_out:
            left_out.setdefault(code, set()).add(reporter)
    if broken:
        raise BrokenRuleError(broken)
    return PairOverlaps({code: frozenset(each) for code, each in left_out.items()}, tuple(findings))


def resolve_declarants(totals: Mapping[str, float], place: str) -> Overlaps:
    """
    Decide between groups and members who declare themselves; `totals` is by reporter.

    Members declare what they trade with each other and a group does not, so that their totals cannot be compared: the group stands
    back where half of its members or more are there, else the members do.
    """
    left_out: set[str] = set()
    findings = []
    for group, members in _groups_in(totals):
        enough = 2 * len(members) >= len(areas()[group].members)
        out = [group] if enough else members
        left_out |= set(out)
        value = sum(totals[each] for each in out)
        kept = ("its members", "sus miembros") if enough else (group, group)
        findings.append(Finding(TR_05, place, _said(" ".join(out), value, *kept), data={"out": out}))
    return Overlaps(frozenset(left_out), tuple(findings))


def _groups_in(totals: Mapping[str, float]) -> Iterator[tuple[str, list[str]]]:
    for group in groups():
        members = [each for each in group.members if each in totals]
        if group.code in totals and members:
            yield group.code, members


def _of_group(
    group: str, members: list[str], totals: Mapping[str, float], place: str
) -> tuple[set[str], Finding]:
    whole, parts = totals[group], sum(totals[each] for each in members)
    if parts > whole * (1 + TOLERANCE):
        return set(), Finding(
            TR_06, place, f"{group} {_dollars(whole)} < {' '.join(members)} {_dollars(parts)}"
        )
    if parts >= whole * (1 - TOLERANCE):
        return {group}, Finding(
            TR_05, place, _said(group, whole, "its members", "sus miembros"), data={"out": [group]}
        )
    out = " ".join(members)
    return set(members), Finding(TR_05, place, _said(out, parts, group, group), data={"out": members})


def _of_world(world: float, partners: float, place: str) -> Iterator[Finding]:
    if partners > world * (1 + TOLERANCE):
        yield Finding(TR_06, place, f"{WORLD} {_dollars(world)} < {_dollars(partners)}")
        return
    yield Finding(TR_19, place, f"{WORLD} {_dollars(world)}", data={"out": [WORLD]})
    missing = 1 - partners / world if world else 0.0
    if missing > TOLERANCE:
        said = Bilingual(
            f"{missing:.1%} of {WORLD} has no partner", f"{missing:.1%} de {WORLD} no tiene socio"
        )
        yield Finding(TR_08, place, said, data={"share": missing})


def _said(out: str, value: float, english: str, spanish: str) -> Bilingual:
    return Bilingual(
        f"{out} ({_dollars(value)}) left out, {english} counted",
        f"{out} ({_dollars(value)}) fuera, se cuenta {spanish}",
    )


def _dollars(value: float) -> str:
    """In billions, millions or single dollars, so that a small table is no row of zeros."""
    unit, sign = next(each for each in _UNITS if value >= each[0])
    return f"{value / unit:,.3f} {sign}USD" if sign else f"{value:,.0f} USD"
