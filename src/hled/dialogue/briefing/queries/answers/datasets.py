"""The data sets that figures come from, bundled or added by the user, as answers of commands."""

from collections.abc import Iterable

from hled.interfaces.answers import FLAG, TEXT, Answer, Published, both, listing, shape
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.catalogue import Dataset

SOURCES_SCHEMA = Published(
    "sources",
    Bilingual("Data sets with their terms and digests", "Conjuntos de datos con sus términos y huellas"),
    shape(
        id=TEXT,
        **both("title", "provider", "license", "attribution", "vintage"),
        bundled=FLAG,
        redistributable=FLAG,
        files=listing(shape(id=TEXT, sha256=TEXT)),
    ),
)
_TEXTS = ("title", "provider", "license", "attribution", "vintage")


def sources_answer(
    bundled: Iterable[Dataset], added: Iterable[Dataset], findings: Iterable[Finding] = ()
) -> Answer:
    items = [
        {
            "id": each.id,
            **{
                f"{name}_{language}": getattr(each, name).in_language(language)
                for name in _TEXTS
                for language in ("en", "es")
            },
            "bundled": here,
            "redistributable": each.redistributable,
            "files": [{"id": file.name, "sha256": file.sha256} for file in each.files],
        }
        for here, datasets in ((True, bundled), (False, added))
        for each in datasets
    ]
    return Answer("sources", {}, items, tuple(findings))


PUBLISHED = (SOURCES_SCHEMA,)
