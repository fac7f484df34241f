"""
How much U.S. tariffs changed in 2025 and 2026, by partner and day, and by partner and chapter.

Derived estimates, not official rates: percentage points that presidential proclamations added to the effective rate of 2024,
weighted with imports of 2024. The estimate by partner has 23 days from 4 February 2025 to 19 August 2026 and 51 partners; the one
by chapter has 225 partners and no day. Of all days it agrees best with the partners' change of 7 August 2025 (0.4 points on
average; Mexico 4.1 against 8.5), before much of it was taken back: so it is named by that day.

References
----------
Waugh, M. E., trade-war-redux-2025, commit of 23 July 2026 (MIT).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from hled.economy.arrays import Mask, Matrix
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.trade.concordances.reading import number_columns, text_columns
from hled.sources.trade.concordances.rules import TR_54, TR_56, TR_57

SET = "us_tariff_changes_2025_26"
STATUS = Bilingual("Derived estimate, not an official rate", "Estimación derivada, no una tasa oficial")
"""To stand beside every figure of this module."""

CHAPTERS_AS_OF = date(2025, 8, 7)
"""The day whose change by partner the estimate by chapter agrees with best; `chapters_agree_with` computes it."""

_LEAST = 0.05
"""Percentage points below which a partner's change is too small to scale its chapters by."""


@dataclass(frozen=True, slots=True, eq=False)
class TariffChange:
    """
    Changes against 2024 in percentage points.

    Attributes
    ----------
    days, partners
        (D,) days and (S,) partners of the estimate by day.
    by_day : (D, S) array
    rate_2024 : (S,) array
        Effective rate of 2024, percent.
    chapter_partners, chapters
        (T,) partners and (H,) chapters of the estimate by chapter, 98 and 99 included.
    by_chapter, imports_2024 : (T, H) arrays
        Change, and imports of 2024 in U.S. dollars; 0 where `known` is false.
    known : (T, H) array
        Whether the estimate has the partner's chapter: it needs imports in 2024.
    """

    days: tuple[date, ...]
    partners: tuple[str, ...]
    by_day: Matrix
    rate_2024: Matrix
    chapter_partners: tuple[str, ...]
    chapters: tuple[str, ...]
    by_chapter: Matrix
    imports_2024: Matrix
    known: Mask

    @property
    def newest(self) -> date:
        return self.days[-1]

    def of(self, partner: str, on: date | None = None) -> float:
        """
        Change for a partner as it stood on a day; the newest day where none is given.

        Raises
        ------
        BrokenRuleError
            TR-54, when the partner is not among the 51; TR-56, when the day is before the first or after the newest.
        """
        wanted = on or self.newest
        if partner not in self.partners:
            raise BrokenRuleError([Finding(TR_54, "partner", partner)])
        self.require_day(wanted)
        last = max(at for at, day in enumerate(self.days) if day <= wanted)
        return float(self.by_day[last, self.partners.index(partner)])

    def require_day(self, on: date) -> None:
        """Refuse a day outside the series, TR-56."""
        if not self.days[0] <= on <= self.newest:
            raise BrokenRuleError([Finding(TR_56, "on", f"{on} ({self.days[0]}, {self.newest})")])

    def of_chapter(self, partner: str, chapter: str) -> float | None:
        """Change for a partner's chapter on 7 August 2025; None where it had no imports in 2024. TR-54 as in `of`."""
        if partner not in self.chapter_partners:
            raise BrokenRuleError([Finding(TR_54, "partner", partner)])
        if chapter not in self.chapters:
            return None
        at = self.chapter_partners.index(partner), self.chapters.index(chapter)
        return float(self.by_chapter[at]) if self.known[at] else None

    def scale(self, partner: str, on: date | None = None) -> float | None:
        """The partner's change on a day over that of 7 August 2025; None where the latter is below 0.05 points."""
        then = self.of(partner, CHAPTERS_AS_OF)
        return self.of(partner, on) / then if then >= _LEAST else None


@dataclass(frozen=True, slots=True, eq=False)
class ChangeByProduct:
    """
    Changes in percentage points for the products and partners of a market.

    Attributes
    ----------
    values : (P, S) array
        0 where `known` is false.
    known : (P, S) array
        Whether there is an estimate.
    on
        The day that the changes are of.
    findings
        TR-57, where the changes by chapter were scaled to that day.
    """

    values: Matrix
    known: Mask
    on: date
    findings: tuple[Finding, ...]


@cache
def tariff_change() -> TariffChange:
    """The bundled estimates."""
    days, of = text_columns(SET, "country_by_time.parquet", "date", "partner")
    change, rate = number_columns(SET, "country_by_time.parquet", "change", "rate_2024")
    all_days, day_at = np.unique(days, return_inverse=True)
    partners, partner_at = np.unique(of, return_inverse=True)
    by_day = np.zeros((len(all_days), len(partners)))
    by_day[day_at, partner_at] = change
    rates = np.zeros(len(partners))
    rates[partner_at] = rate
    holders, chapter = text_columns(SET, "hs2_by_partner.parquet", "partner", "chapter")
    added, imports = number_columns(SET, "hs2_by_partner.parquet", "change", "imports_2024")
    rows, row_at = np.unique(holders, return_inverse=True)
    columns, column_at = np.unique(chapter, return_inverse=True)
    known = np.zeros((len(rows), len(columns)), dtype=np.bool_)
    known[row_at, column_at] = np.isfinite(added)
    by_chapter, weights = np.zeros(known.shape), np.zeros(known.shape)
    by_chapter[row_at, column_at] = np.nan_to_num(added)
    weights[row_at, column_at] = imports
    return TariffChange(
        tuple(date.fromisoformat(day) for day in all_days.tolist()),
        tuple(partners.tolist()),
        by_day,
        rates,
        tuple(rows.tolist()),
        tuple(columns.tolist()),
        by_chapter,
        weights,
        known,
    )


def change_by_product(
    products: Sequence[str], partners: Sequence[str], on: date | None = None
) -> ChangeByProduct:
    """
    Changes for each product of each partner, by its chapter.

    Without a day they are of 7 August 2025, as estimated. With a day the partner's chapters are scaled by his change as a whole
    (TR-57). A partner or chapter without an estimate is not known and not refused, so that a whole market can be asked for.

    Raises
    ------
    BrokenRuleError
        TR-56, when the day is before the first of the series or after the newest.
    """
    estimates = tariff_change()
    if on is not None:
        estimates.require_day(on)
    row = {code: at for at, code in enumerate(estimates.chapter_partners)}
    column = {code: at for at, code in enumerate(estimates.chapters)}
    rows = np.array([row.get(partner, -1) for partner in partners], dtype=np.intp)
    columns = np.array([column.get(code[:2], -1) for code in products], dtype=np.intp)
    scales = np.array([_scale(estimates, partner, on) for partner in partners])
    known = estimates.known[rows][:, columns] & (rows >= 0)[:, None] & (columns >= 0) & (scales >= 0)[:, None]
    values = np.where(known, estimates.by_chapter[rows][:, columns] * scales[:, None], 0.0)
    findings = () if on is None else (Finding(TR_57, SET, str(on)),)
    return ChangeByProduct(values.T.copy(), known.T.copy(), on or CHAPTERS_AS_OF, findings)


def _scale(estimates: TariffChange, partner: str, on: date | None) -> float:
    if on is None:
        return 1.0
    scale = estimates.scale(partner, on) if partner in estimates.partners else None
    return -1.0 if scale is None else scale


def chapters_agree_with() -> dict[date, float]:
    """Mean distance, in points, of each partner's chapters as a whole from his change of each day."""
    estimates = tariff_change()
    at = [estimates.chapter_partners.index(partner) for partner in estimates.partners]
    weights = np.where(estimates.known, estimates.imports_2024, 0.0)[at]
    whole = (estimates.by_chapter[at] * weights).sum(axis=1) / weights.sum(axis=1)
    distance = np.abs(estimates.by_day - whole).mean(axis=1)
    return dict(zip(estimates.days, distance.tolist(), strict=True))
