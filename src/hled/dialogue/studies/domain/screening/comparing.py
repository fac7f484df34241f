"""Two orders side by side: by another weighting, or of another list of products."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hled.dialogue.studies.domain.numbers import share_text
from hled.dialogue.studies.domain.screening.rows import Item, Seen
from hled.economy.ranking.order import TOP

AFTER = ("rank", "median", "low", "high", "top20", "top50")
"""What a row says of the second order, each under its name with `_after`."""
ENTERS, LEAVES, STAYS = "enters", "leaves", "stays"
_MOST = 5


@dataclass(frozen=True, slots=True, eq=False)
class Second:
    """
    A second order.

    Attributes
    ----------
    rows
        All of its rows, before any filter.
    weights
        Indicator -> its nominal and its effective weight there.
    """

    seen: Seen
    rows: Sequence[Item]
    weights: Mapping[str, tuple[float, float]]


def second_of(seen: Seen, rows: Sequence[Item], nominal: Mapping[str, float]) -> Second:
    effective = seen.ranked.effective
    names = seen.ranked.indicators.names
    return Second(seen, rows, {name: (nominal[name], float(effective[at])) for at, name in enumerate(names)})


def alone(rows: Sequence[Item]) -> list[Item]:
    """The rows of one order, with nothing to compare them with."""
    nothing: dict[str, Any] = {f"{name}_after": None for name in AFTER}
    return [{**each, **nothing, "shift": None, "first20": None, "first50": None} for each in rows]


def joined(
    kept: Sequence[Item], first: Sequence[Item], second: Sequence[Item], more: Sequence[Item]
) -> list[Item]:
    """
    Rows of both orders.

    Parameters
    ----------
    kept
        Rows of the first order that passed the filter.
    first, second
        All rows of each order.
    more
        Rows of the second order that passed the filter; those that the first has not are added, without a place in the first.
    """
    after = {each["code"]: each for each in second}
    own = {each["code"] for each in first}
    added = [each for each in more if each["code"] not in own]
    return [
        *(_joined(each, each, after.get(each["code"])) for each in kept),
        *(_joined(each, None, each) for each in added),
    ]


def _joined(row: Item, before: Item | None, after: Item | None) -> Item:
    return {
        **row,
        **{name: before and before[name] for name in AFTER},
        **{f"{name}_after": after and after[name] for name in AFTER},
        "score": before and before["score"],
        "shift": before["rank"] - after["rank"] if before and after else None,
        **{f"first{top}": _change(before, after, top) for top in TOP},
    }


def _change(before: Item | None, after: Item | None, top: int) -> str | None:
    """Whether a row comes among the first, goes from them or stays there; None where it is in neither."""
    was = before is not None and before["rank"] <= top
    now = after is not None and after["rank"] <= top
    if was and now:
        return STAYS
    return ENTERS if now else LEAVES if was else None


def comparison(first: Sequence[Item], second: Sequence[Item]) -> dict[str, Any]:
    """How far two whole orders agree: rank correlation, what enters and leaves the first, the largest moves."""
    every = joined(first, first, second, second)
    both = [each for each in every if each["shift"] is not None]
    moved = sorted(both, key=lambda each: (-abs(each["shift"]), each["rank"]))
    return {
        "common": len(both),
        "only_before": sum(each["rank_after"] is None for each in every),
        "only_after": sum(each["rank"] is None for each in every),
        "moved": sum(each["shift"] != 0 for each in both),
        "spearman": spearman([each["rank"] for each in both], [each["rank_after"] for each in both]),
        "tops": [
            {
                "first": top,
                "enters": [_move(each) for each in every if each[f"first{top}"] == ENTERS],
                "leaves": [_move(each) for each in every if each[f"first{top}"] == LEAVES],
            }
            for top in TOP
        ],
        "largest": [_move(each) for each in moved[:_MOST] if each["shift"]],
    }


def _move(row: Item) -> dict[str, Any]:
    names = ("code", "name_en", "name_es", "rank", "rank_after", "shift", "top20", "top20_after")
    return {name: row[name] for name in names}


def spearman(before: Sequence[int], after: Sequence[int]) -> str | None:
    """
    Rank correlation of two orders of the same things, ``ρ = 1 - 6 Σd² / (n (n² - 1))`` after both are counted anew from one.

    None for fewer than three, where it says nothing. No two things share a rank.
    """
    count = len(before)
    if count < 3:
        return None
    one, other = (np.argsort(np.argsort(np.array(each))) for each in (before, after))
    squares = float(((one - other) ** 2).sum())
    return share_text(1 - 6 * squares / (count * (count**2 - 1)))
