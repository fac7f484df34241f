"""The first sentence of the scoreboard."""

from collections.abc import Iterable

from hled.dialogue.meetings.domain.cadence import Cadence
from hled.dialogue.results.domain.rollup import Headline
from hled.kernel.bilingual import Bilingual


def scoreboard_sentence(found: Headline, cadences: Iterable[Cadence]) -> Bilingual:
    """What became of the commitments, and whether the cabinet met as promised."""
    clauses = [each.sentence for each in cadences if each.series.level == "cabinet"]
    said = found.sentence
    if not clauses or not found.total:
        return said
    return Bilingual(
        "; ".join([said.en.rstrip("."), *(each.en for each in clauses)]) + ".",
        "; ".join([said.es.rstrip("."), *(each.es for each in clauses)]) + ".",
    )
