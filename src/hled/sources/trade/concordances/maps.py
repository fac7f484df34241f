"""Weighted maps from one classification to another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from scipy.sparse import csr_array, diags_array

from hled.economy.arrays import Index, Mask, Vector
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.concordances.near import nearest
from hled.sources.trade.concordances.reading import Texts
from hled.sources.trade.concordances.rules import TR_51, TR_53


@dataclass(frozen=True, slots=True)
class Coverage:
    """
    How much of a total the map reaches.

    Attributes
    ----------
    mapped, total
        Sums of the values of the mapped codes and of all codes.
    unmapped
        Codes with a value that the map does not reach, the largest first.
    """

    mapped: float
    total: float
    unmapped: tuple[str, ...]

    @property
    def share(self) -> float:
        """``mapped / total``; 0 where there is no total."""
        return self.mapped / self.total if self.total else 0.0


@dataclass(frozen=True, eq=False)
class WeightedMap:
    """
    Codes of one classification in codes of another.

    Attributes
    ----------
    name
        What goes to what, such as ``HS2022 -> BEA detail``.
    rows, columns
        (R,) and (C,) codes, sorted, each once.
    weights : (R, C) sparse array
        A row that is mapped sums to one; a row that is not is empty.
    left_out : (R,) array
        Weight of the row's targets that go nowhere in a composed map; what remains was scaled to one.
    """

    name: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    weights: csr_array
    left_out: Vector

    @cached_property
    def position(self) -> dict[str, int]:
        return {code: at for at, code in enumerate(self.rows)}

    @property
    def mapped(self) -> Mask:
        """(R,) whether the row has a target."""
        return np.diff(self.weights.indptr) > 0

    def row(self, code: str) -> dict[str, float]:
        """
        Targets of one code with their weights, the largest first; empty where the code is not mapped.

        Raises
        ------
        BrokenRuleError
            TR-51, with the nearest codes.
        """
        at = self._at([code], "refuse")[0]
        start, end = self.weights.indptr[at : at + 2]
        pairs = zip(self.weights.indices[start:end], self.weights.data[start:end], strict=True)
        return {
            self.columns[each]: float(weight) for each, weight in sorted(pairs, key=lambda pair: -pair[1])
        }

    def aligned(self, codes: Sequence[str], *, unknown: Literal["refuse", "empty"] = "refuse") -> csr_array:
        """
        (P, C) weights in the order of the given codes.

        Raises
        ------
        BrokenRuleError
            TR-51 for each unknown code, unless they are asked to be empty rows.
        """
        at = self._at(codes, unknown)
        known = at >= 0
        taken = self.weights[np.where(known, at, 0)]
        return taken if known.all() else csr_array(diags_array(known.astype(np.float64)) @ taken)

    def carry(self, values: Vector) -> Vector:
        """
        (C,) values in the target's codes: ``weightsᵀ values``; those of unmapped rows are in `coverage`.

        Raises
        ------
        BrokenRuleError
            TR-53, when there is not one finite number of 0 or more to a row.
        """
        require_amounts(values, len(self.rows), self.name)
        return np.asarray(self.weights.T @ values, dtype=np.float64)

    def coverage(self, codes: Sequence[str], values: Vector) -> Coverage:
        """How much of the values of the given codes is mapped; unknown codes are unmapped."""
        require_amounts(values, len(codes), self.name)
        at = self._at(codes, "empty")
        reached = (at >= 0) & self.mapped[np.where(at >= 0, at, 0)]
        outside = np.flatnonzero(~reached & (values > 0))
        largest = outside[np.argsort(-values[outside], kind="stable")]
        return Coverage(
            float(values[reached].sum()), float(values.sum()), tuple(codes[each] for each in largest)
        )

    def then(self, other: "WeightedMap", name: str) -> "WeightedMap":
        """This map followed by another; targets that go nowhere there are left out, their weight is in `left_out`."""
        onward = csr_array(self.weights @ other.aligned(self.columns, unknown="empty"))
        kept = _row_sums(onward)
        left_out = np.where(self.mapped, 1.0 - (1.0 - self.left_out) * kept, self.left_out)
        return WeightedMap(name, self.rows, other.columns, _scaled(onward, kept), left_out)

    def grouped(self, group_of: Callable[[str], str], name: str) -> "WeightedMap":
        """The same map with its columns added up into groups."""
        groups = np.array([group_of(code) for code in self.columns])
        return self.then(from_pairs("", np.array(self.columns), groups), name)

    def _at(self, codes: Sequence[str], unknown: str) -> Index:
        at = np.fromiter((self.position.get(code, -1) for code in codes), dtype=np.intp, count=len(codes))
        if unknown == "refuse" and (at < 0).any():
            refuse_unknown(
                (code for code, place in zip(codes, at, strict=True) if place < 0), self.rows, self.name
            )
        return at


def from_pairs(
    name: str, sources: Texts, targets: Texts, amounts: Vector | None = None, rows: Iterable[str] = ()
) -> WeightedMap:
    """
    A map of pairs, each with its amount; a pair that stands twice counts with both amounts, an empty target with none.

    Parameters
    ----------
    sources, targets : (N,) arrays of text
    amounts : (N,) array or None
        0 or more; None gives every pair of a row the same weight.
    rows
        Further codes that are known but not mapped.
    """
    amounts = np.ones(len(sources)) if amounts is None else amounts
    require_amounts(amounts, len(sources), name)
    labels = np.unique(np.concatenate((sources, np.array(list(rows), dtype=np.str_))))
    used = (targets != "") & (amounts > 0)
    columns, column_of = np.unique(targets[used], return_inverse=True)
    at = np.searchsorted(labels, sources[used])
    raw = csr_array((amounts[used], (at, column_of)), shape=(len(labels), len(columns)))
    raw.sum_duplicates()
    weights = _scaled(raw, _row_sums(raw))
    return WeightedMap(name, tuple(labels.tolist()), tuple(columns.tolist()), weights, np.zeros(len(labels)))


def or_otherwise(sources: Texts, amounts: Vector, otherwise: Vector) -> Vector:
    """(N,) the amounts of the pairs; where all of one source are 0, those that stand in for them."""
    groups, group_of = np.unique(sources, return_inverse=True)
    total = np.bincount(group_of, weights=amounts, minlength=len(groups))
    return np.where(total[group_of] > 0, amounts, otherwise)


def require_amounts(values: Vector, count: int, place: str) -> None:
    """Refuse values that are not one finite number of 0 or more to a code, TR-53."""
    if values.shape[:1] != (count,):
        raise BrokenRuleError([Finding(TR_53, place, f"{values.shape[0]} | {count}")])
    wrong = ~np.isfinite(values) | (values < 0)
    if wrong.any():
        raise BrokenRuleError([Finding(TR_53, place, str(values[wrong][0]))])


def refuse_unknown(codes: Iterable[str], known: Sequence[str], place: str) -> None:
    """Refuse codes that are not known, TR-51 each, with the nearest ones."""
    raise BrokenRuleError(
        [Finding(TR_51, place, f"{code!r} ({', '.join(nearest(code, known))})") for code in codes]
    )


def _scaled(raw: csr_array, total: Vector) -> csr_array:
    scale = np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)
    scaled = csr_array(diags_array(scale) @ raw)
    scaled.eliminate_zeros()
    scaled.sort_indices()
    return scaled


def _row_sums(weights: csr_array) -> Vector:
    return np.asarray(weights.sum(axis=1), dtype=np.float64).ravel()
