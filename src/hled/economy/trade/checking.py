"""What a table of trade must be before anything is computed of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

import numpy as np

from hled.economy.arrays import Matrix
from hled.economy.trade.groups import GROUPS
from hled.economy.trade.markets import Market, WorldExports
from hled.economy.trade.rules import TD_01, TD_02, TD_03, TD_04, TD_06, TD_09, TD_11
from hled.kernel.rule import BrokenRuleError, Finding

_NAMED = 5


def require_market(market: Market) -> None:
    """
    Refuse a market that is not sound, with everything that is wrong with it.

    Raises
    ------
    BrokenRuleError
        TD-01, TD-02, TD-03 on arrays, TD-04 on labels, TD-06 on a group beside its member, TD-09 on no trade at all.
    """
    place = f"{market.source} {market.importer} {market.year}"
    shape = (len(market.products), len(market.partners))
    findings = [
        *array_findings(f"{place} values", market.values, shape),
        *_repeated(f"{place} products", market.products),
        *_repeated(f"{place} partners", market.partners),
        *_beside_members(f"{place} partners", market.partners),
    ]
    if market.duties is not None:
        findings += array_findings(f"{place} duties", market.duties, shape)
    if market.quantities is not None:
        findings += array_findings(f"{place} quantities", market.quantities, shape)
    if not findings and not market.values.any():
        findings = [Finding(TD_09, place, "0")]
    refuse(findings)


def require_world(world: WorldExports) -> None:
    """
    Refuse a table of exports that is not sound.

    Raises
    ------
    BrokenRuleError
        TD-01, TD-02, TD-03, TD-04, TD-06.
    """
    place = f"{world.source} {world.name} {world.year}"
    refuse(
        [
            *array_findings(f"{place} values", world.values, (len(world.exporters), len(world.products))),
            *_repeated(f"{place} products", world.products),
            *_repeated(f"{place} exporters", world.exporters),
            *_beside_members(f"{place} exporters", world.exporters),
        ]
    )


def require_values(place: str, values: Matrix, shape: tuple[int, ...] | None = None) -> None:
    """
    Refuse an array of amounts that is not finite, not negative and of its shape.

    Raises
    ------
    BrokenRuleError
        TD-01, TD-02, TD-03.
    """
    refuse(array_findings(place, values, shape))


def require_same(place: str, one: Sequence[str], other: Sequence[str]) -> None:
    """
    Refuse two lists of labels that are not the same in the same order.

    Raises
    ------
    BrokenRuleError
        TD-11, with the first labels that differ.
    """
    if tuple(one) == tuple(other):
        return
    differ = next((f"{a} / {b}" for a, b in zip(one, other, strict=False) if a != b), "")
    refuse([Finding(TD_11, place, f"{len(one)} / {len(other)} {differ}".strip())])


def array_findings(place: str, values: Matrix, shape: tuple[int, ...] | None) -> list[Finding]:
    """Where an array of amounts is not of its shape, not finite, or negative."""
    if shape is not None and values.shape != shape:
        return [Finding(TD_03, place, f"{values.shape} / {shape}")]
    broken = ((TD_01, ~np.isfinite(values)), (TD_02, values < 0))
    return [
        Finding(rule, f"{place} {list(map(int, at))}", str(values[tuple(at)]))
        for rule, where in broken
        for at in np.argwhere(where)[:_NAMED]
    ]


def near(asked: str, known: Iterable[str]) -> str:
    """The code asked for with the codes that look most like it."""
    found = get_close_matches(asked, list(known), n=_NAMED, cutoff=0.5)
    return f"{asked} ({', '.join(found)}?)" if found else asked


def refuse(findings: Iterable[Finding]) -> None:
    """
    Stop when anything was found.

    Raises
    ------
    BrokenRuleError
        With all findings.
    """
    found = list(findings)
    if found:
        raise BrokenRuleError(found)


def _repeated(place: str, labels: Sequence[str]) -> Iterator[Finding]:
    for label, count in Counter(labels).items():
        if count > 1:
            yield Finding(TD_04, place, f"{label} x{count}")


def _beside_members(place: str, labels: Sequence[str]) -> Iterator[Finding]:
    for group, members in GROUPS.items():
        beside = sorted(set(members) & set(labels))
        if group in labels and beside:
            yield Finding(TD_06, place, f"{group} + {', '.join(beside)}")
