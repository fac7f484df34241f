"""What stands behind some products: the industries that use and make them, Mexican states, and their finest lines."""

from typing import Any

import numpy as np

from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.screening.measures import Measures
from hled.dialogue.studies.domain.screening.rows import area_name
from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.arrays import Index
from hled.kernel.bilingual import Bilingual
from hled.sources.places import MEXICAN_STATES
from hled.sources.trade import census
from hled.sources.trade.concordances.accounts import accounts, industry_names
from hled.sources.trade.concordances.freight import southbound
from hled.sources.trade.concordances.industries import to_bea_detail, to_naics
from hled.sources.trade.concordances.jobs import jobs
from hled.sources.trade.concordances.maps import WeightedMap
from hled.sources.trade.concordances.products import section_of, sections

MOST_INDUSTRIES = 12
MOST_MAKERS = 8
LEAST_SHARE = 5e-9
"""Shares that would be written as 0."""


def users(found: Measures, rows: Index) -> list[dict[str, Any]]:
    """
    Detailed industries of the United States with most output behind some products.

    `weight` is the share of the industry's output that stands behind them; output in million U.S. dollars of 2017, jobs of 2025, None
    where the survey does not cover the industry. None of them for another importer: `Measures.lacking` says what it would take.
    """
    stake, employed = found.stake, jobs()
    if stake is None:
        return []
    weights = np.asarray(stake.shares[rows].sum(axis=0)).ravel() @ stake.users
    output = weights * accounts().output
    order = [
        int(at) for at in np.argsort(-output, kind="stable")[:MOST_INDUSTRIES] if weights[at] > LEAST_SHARE
    ]
    return [
        {
            **_industry(stake.industries[at]),
            "weight": share_text(float(weights[at])),
            "output": amount_text(float(output[at])),
            "jobs": amount_text(float(weights[at] * employed.jobs[at])) if employed.known[at] else None,
        }
        for at in order
    ]


def makers(subject: Subject, rows: Index) -> list[dict[str, Any]]:
    """Industries that some products belong to, by value: detailed ones of BEA, then codes of NAICS."""
    values = subject.market.values[rows].sum(axis=1)
    products = [subject.market.products[at] for at in rows]
    return [
        *(
            {"classification": "BEA", **_industry(code), "weight": share_text(weight)}
            for code, weight in _belongs(to_bea_detail(), products, values)
        ),
        *(
            {
                "classification": "NAICS",
                "code": code,
                "name_en": None,
                "name_es": None,
                "weight": share_text(weight),
            }
            for code, weight in _belongs(to_naics(), products, values)
        ),
    ]


def _belongs(belongs: WeightedMap, products: list[str], values: Any) -> list[tuple[str, float]]:
    weights = np.asarray(belongs.aligned(products, unknown="empty").T @ values).ravel() / values.sum()
    order = np.argsort(-weights, kind="stable")[:MOST_MAKERS]
    return [(belongs.columns[at], float(weights[at])) for at in order if weights[at] > LEAST_SHARE]


def _industry(code: str) -> dict[str, str]:
    name = industry_names().get(code) or Bilingual(code, code)
    return {"code": code, "name_en": name.en, "name_es": name.es}


def states(subject: Subject, rows: Index) -> dict[str, Any]:
    """
    Mexican states that receive U.S. goods of the same sections by surface, the largest first, U.S. dollars of the last full year.

    The source has no finer commodity than the section, which a product shares with all others of it.
    """
    received = southbound()
    own = {section_of(subject.market.products[at]).code for at in rows}
    named = [each for each in sections() if each.code in own]
    at = [received.sections.index(each.code) for each in named]
    year = received.years.index(received.last_full_year)
    values = received.values[year][:, at].sum(axis=1)
    recorded = received.recorded[year][:, at].any(axis=1)
    total = float(values.sum())
    order = [int(each) for each in np.argsort(-values, kind="stable") if recorded[each]]
    return {
        "year": received.last_full_year,
        "sections": [{"code": each.code, "name_en": each.name.en, "name_es": each.name.es} for each in named],
        "total": amount_text(total),
        "states": [
            {
                "code": received.states[each],
                "name": MEXICAN_STATES[received.states[each]].name,
                "value": amount_text(float(values[each])),
                "share": share_text(float(values[each]) / total if total else 0.0),
            }
            for each in order
        ],
    }


def finest_lines(subject: Subject, at: int) -> list[dict[str, Any]]:
    """
    National tariff lines of the product at a row, the largest first; none where the table has no finer codes.

    `description` is in English, as customs print it: there is no other.
    """
    fine = subject.lines.market
    if len(fine.products[0]) <= len(subject.market.products[0]):
        return []
    rows = np.flatnonzero((subject.lines.product_of == at) & (fine.values.sum(axis=1) > 0))
    said = census.tariff_lines(subject.market.products[at]) if fine.source == census.ID else {}
    ordered = sorted(rows.tolist(), key=lambda row: -float(fine.values[row].sum()))
    return [_line(subject, row, said.get(fine.products[row])) for row in ordered]


def _line(subject: Subject, row: int, said: str | None) -> dict[str, Any]:
    fine = subject.lines.market
    values, duties = fine.values[row], None if fine.duties is None else fine.duties[row]
    total, own = float(values.sum()), float(values[subject.at])
    first = int(values.argmax())
    name = area_name(fine.partners[first])
    return {
        "code": fine.products[row],
        "description": said,
        "value": amount_text(total),
        "duty": None if duties is None else share_text(float(duties.sum()) / total),
        "partner_value": amount_text(own),
        "partner_share": share_text(own / total),
        "partner_duty": None if duties is None or own <= 0 else share_text(float(duties[subject.at]) / own),
        "supplier": fine.partners[first],
        "supplier_en": name.en,
        "supplier_es": name.es,
        "supplier_share": share_text(float(values[first]) / total),
    }
