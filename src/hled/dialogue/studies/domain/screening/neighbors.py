"""The products nearest to one in the product space of a market: those that the same partners sell with advantage."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from hled.dialogue.studies.domain.numbers import amount_text, share_text
from hled.dialogue.studies.domain.screening.coded import Called
from hled.dialogue.studies.domain.screening.measures import THRESHOLDS, Measures
from hled.dialogue.studies.domain.screening.partner_capability import LEAST_EXPORTERS, sample_of
from hled.dialogue.studies.domain.screening.subject import Subject
from hled.economy.complexity.presence import presence, rca
from hled.economy.complexity.proximity import proximity_to
from hled.economy.complexity.sample import choose, trim
from hled.economy.trade.measured import Measured

NEAREST = 10
FEW = 3
"""Partners with advantage below which nearness rests on too little."""


def neighborhood(
    subject: Subject, found: Measures, at: int, ranks: Mapping[int, int], called: Called
) -> dict[str, Any]:
    """
    The products nearest to the one at a row, by the sample and threshold of the screen; none for one outside the sample.

    At equal proximity those stand first that more partners sell with advantage beside it, then the larger ones. `sold_by` says how many
    sell the product itself with advantage: with fewer than `FEW` there are many at the same proximity, and those shown say little.

    Parameters
    ----------
    ranks
        Rank in the whole screen by row of the market.
    called
        Name of a code.
    """
    shown = subject.exports
    sample = sample_of(shown)
    chosen = choose(shown, sample)
    if at not in chosen.products or len(chosen.exporters) < LEAST_EXPORTERS:
        return {"sold_by": None, "few": False, "tied": 0, "neighbors": []}
    M = presence(rca(shown.values[np.ix_(chosen.exporters, chosen.products)]), THRESHOLDS[0].advantage)
    kept = trim(M, sample)
    M = M[np.ix_(kept.exporters, kept.products)]
    here = chosen.products[kept.products]
    own = np.flatnonzero(here == at)
    if not own.size:
        return {"sold_by": None, "few": False, "tied": 0, "neighbors": []}
    near, place = proximity_to(M, int(own[0])), int(own[0])
    together = M[:, place].astype(np.intp) @ M.astype(np.intp)
    imports = subject.market.values[here].sum(axis=1)
    order = np.lexsort((-imports, np.negative(together), -near))
    nearest = [int(each) for each in order if each != place and near[each] > 0][:NEAREST]
    sold_by = int(M[:, place].sum())
    return {
        "sold_by": sold_by,
        "few": sold_by < FEW,
        "tied": int((near == near[nearest[-1]]).sum()) if nearest else 0,
        "neighbors": [
            _neighbor(subject, found, int(here[each]), float(near[each]), int(together[each]), ranks, called)
            for each in nearest
        ],
    }


def _neighbor(
    subject: Subject,
    found: Measures,
    row: int,
    proximity: float,
    together: int,
    ranks: Mapping[int, int],
    called: Called,
) -> dict[str, Any]:
    code = subject.market.products[row]
    return {
        "code": code,
        "name_en": called(code).en,
        "name_es": called(code).es,
        "proximity": share_text(proximity),
        "together": together,
        "advantage": _known(found.advantage, row),
        "imports": amount_text(float(subject.market.values[row].sum())),
        "partner_share": _known(found.standing.share, row),
        "rank": ranks.get(row),
    }


def _known(figures: Measured, row: int) -> str | None:
    return share_text(float(figures.values[row])) if figures.known[row] else None
