"""Where a product or a group stands in the screen, and what could be done about it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hled.dialogue.studies.domain.asking import Asked
from hled.dialogue.studies.domain.question import Item, Tables
from hled.dialogue.studies.domain.questions.product_words import KINDS, NOT_ORDERED
from hled.dialogue.studies.domain.questions.whole_screen import screen_parameters, whole_screen
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.coded import Selection
    from hled.dialogue.studies.domain.screening.measures import Measures
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.dialogue.studies.domain.screening.subject import Subject
    from hled.dialogue.studies.domain.screening.weights import WeightDocument


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """A market as it was measured, and its order; or why there is none."""

    subject: "Subject"
    measures: "Measures"
    order: "Seen | Finding"


def placed_in(
    tables: Tables, asked: Asked, whole: Whole, selected: "Selection", document: "WeightDocument"
) -> Item:
    """Rank and diagnosis: of the product among all, of a group among those of its kind, with the rule of its area."""
    from hled.dialogue.studies.domain.screening.action_areas import ACTION_AREAS

    row, of, why = _row(tables, asked, whole, selected, document)
    area = next((each for each in ACTION_AREAS if row and each.code == row["area"]), None)
    names = ("rank", "median", "low", "high", "top20", "top50", "score", "coverage")
    pillars = tuple(each.code for each in document.pillars)
    return {
        **{name: row[name] if row else None for name in names},
        "of": of,
        "among_en": KINDS[selected.level].en,
        "among_es": KINDS[selected.level].es,
        "pillars": [
            {
                "code": each.code,
                "title_en": each.title.en,
                "title_es": each.title.es,
                "place": row[each.code] if row else None,
            }
            for each in document.pillars
            if each.code in pillars
        ],
        "one_distant_supplier": row.get("one_distant_supplier") if row else None,
        "area": area.code if area else None,
        "area_en": area.title.en if area else None,
        "area_es": area.title.es if area else None,
        "when_en": area.when.en if area else None,
        "when_es": area.when.es if area else None,
        "says_en": row["says_en"] if row else why.en,
        "says_es": row["says_es"] if row else why.es,
    }


def _row(
    tables: Tables, asked: Asked, whole: Whole, selected: "Selection", document: "WeightDocument"
) -> tuple[Item | None, int, Bilingual]:
    """The row of the screen, how many rows are in the order, and why there is none."""
    from hled.dialogue.studies.domain.screening.rows import group_rows, product_rows

    order = whole.order
    if isinstance(order, Finding):
        return None, 0, _unordered(order, whole, asked, selected)
    why = _why(whole, asked, selected)
    if selected.level == "product":
        return next(iter(product_rows(order, {int(selected.rows[0])})), None), len(order.ranked.chosen), why
    if selected.level == "list":
        list_id, _, part = selected.code.partition(":")
        if not part or part not in {each.id for each in tables.product_lists()[list_id].stages}:
            return None, 0, NOT_ORDERED["list"]
        order = whole_screen(tables, asked, document, by="stage", list=list_id)
        if isinstance(order, Finding):
            return None, 0, why
    groups = order.ranked.groups
    return next(iter(group_rows(order, selected.code)), None), len(groups.codes) if groups else 0, why


def _unordered(found: Finding, whole: Whole, asked: Asked, selected: "Selection") -> Bilingual:
    """Why nothing of the market is in the order."""
    if found.rule.code not in NOT_ORDERED:
        return _why(whole, asked, selected)
    said = found.found if isinstance(found.found, Bilingual) else Bilingual(found.found, found.found)
    return NOT_ORDERED[found.rule.code].format(found=said)


def _why(whole: Whole, asked: Asked, selected: "Selection") -> Bilingual:
    """Why something is not in the order."""
    from hled.dialogue.studies.domain.screening.amounts import money

    floor = float(screen_parameters(asked)["floor"])
    bought = float(whole.measures.dependency.external_imports[selected.rows].sum())
    if bought < floor:
        return NOT_ORDERED["floor"].format(bought=money(bought), floor=money(floor))
    sample = whole.measures.capability.sample
    return NOT_ORDERED["sample"].format(
        exports=money(sample.minimum_exports), trade=money(sample.minimum_world_trade)
    )
