"""The weights with their reasons, the action areas with their rules, and the figures with their definitions."""

from collections.abc import Iterator

from pages.markdown import code, plain, sections, table

from hled.dialogue.studies.domain.screening.action_areas import ACTION_AREAS
from hled.dialogue.studies.domain.screening.definitions import DEFINITIONS
from hled.dialogue.studies.domain.screening.weights import Pillar, weight_document
from hled.kernel.bilingual import Bilingual

_WEIGHT = Bilingual("weight", "peso")
_INDICATOR = Bilingual("indicator", "indicador")
_MEASURES = Bilingual("what it measures", "qué mide")
_REASON = Bilingual("reason", "razón")
_AREA = Bilingual("action area", "área de acción")
_WHEN = Bilingual("when", "cuándo")
_FIGURE = Bilingual("figure", "cifra")
_MEANING = Bilingual("meaning", "significado")


def weights(language: str) -> str:
    """A section for each pillar, with a row for each of its indicators."""
    return sections(*(part for each in weight_document().pillars for part in _pillar(each, language)))


def _pillar(pillar: Pillar, language: str) -> Iterator[str]:
    yield f"### {plain(pillar.title.in_language(language))} ({code(pillar.code)}, {pillar.weight:g})"
    yield plain(pillar.reason.in_language(language))
    rows = (
        [
            f"{plain(each.title.in_language(language))} {code(each.code)}",
            f"{each.weight:g}",
            plain(each.says.in_language(language)),
            plain(each.reason.in_language(language)),
        ]
        for each in pillar.criteria
    )
    yield table((_INDICATOR, _WEIGHT, _MEASURES, _REASON), rows, language)


def areas(language: str) -> str:
    """In the order in which their rules are tried."""
    rows = (
        [
            f"{plain(each.title.in_language(language))} {code(each.code)}",
            plain(each.when.in_language(language)),
        ]
        for each in ACTION_AREAS
    )
    return sections(table((_AREA, _WHEN), rows, language))


def definitions(language: str) -> str:
    """Every figure of a screen in one sentence."""
    rows = (
        [plain(title.in_language(language)), plain(says.in_language(language))]
        for title, says, _ in DEFINITIONS.values()
    )
    return sections(table((_FIGURE, _MEANING), rows, language))
