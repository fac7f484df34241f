"""The bundled data sets with their terms and the words that stand under their figures."""

from pages.markdown import code, plain, sections, table

from hled.kernel.bilingual import Bilingual
from hled.sources.catalogue import DATASETS


def page(language: str) -> str:
    headings = (
        Bilingual("set", "conjunto"),
        Bilingual("publisher", "quién publica"),
        Bilingual("vintage", "edición"),
        Bilingual("terms", "términos"),
        Bilingual("attribution", "atribución"),
    )
    rows = (
        [
            code(each.id),
            *(
                plain(text.in_language(language))
                for text in (each.provider, each.vintage, each.license, each.attribution)
            ),
        ]
        for each in DATASETS.values()
    )
    return sections(table(headings, rows, language))
