"""The figures of a product with their definitions and sources."""

from pages.markdown import plain, sections, table

from hled.dialogue.studies.domain.questions.product_definitions import DEFINITIONS
from hled.kernel.bilingual import Bilingual

_FIGURE = Bilingual("figure", "cifra")
_MEANING = Bilingual("meaning", "significado")
_SOURCE = Bilingual("source", "fuente")
_TABLE = Bilingual("the one that was asked", "aquella a la que se preguntó")


def definitions(language: str) -> str:
    """Every figure of a product, what it means and where its data come from."""
    rows = (
        [
            plain(each.title.in_language(language)),
            plain(each.says.in_language(language)),
            plain(each.source.format(table=_TABLE).in_language(language)),
        ]
        for each in DEFINITIONS
    )
    return sections(table((_FIGURE, _MEANING, _SOURCE), rows, language))
