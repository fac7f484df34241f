"""The glossary: terms of the bundled record and terms of the product, each in both languages with its origin."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pages.markdown import plain, sections, table

from hled.kernel.bilingual import Bilingual
from hled.sources.record import bundled_record, read_record

T = TypeVar("T")

TERMS = Path(__file__).parents[2] / "docs" / "terms.yaml"

ENGLISH = Bilingual("English", "inglés")
SPANISH = Bilingual("Spanish", "español")


def product(language: str) -> str:
    """Terms of the product, in the order of the reader's language."""
    headings = (
        *_in_order((ENGLISH, SPANISH), language),
        Bilingual("meaning", "significado"),
        Bilingual("origin", "origen"),
    )
    terms = yaml.safe_load(TERMS.read_text(encoding="utf-8"))
    ordered = sorted(terms, key=lambda term: str(term[f"term_{language}"]).casefold())
    return sections(table(headings, (_term(each, language) for each in ordered), language))


def record(language: str) -> str:
    """Terms of the dialogue, as the bundled record gives them."""
    headings = (
        Bilingual("id", "id"),
        *_in_order((ENGLISH, SPANISH), language),
        Bilingual("origin of the Spanish form", "origen de la forma en español"),
    )
    return sections(table(headings, _of_record(language), language))


def _term(term: dict[str, Any], language: str) -> list[str]:
    return [
        *_in_order((plain(term["term_en"]), plain(term["term_es"])), language),
        plain(term[f"says_{language}"]),
        plain(term[f"origin_{language}"]),
    ]


def _of_record(language: str) -> Iterator[list[str]]:
    records = read_record(bundled_record()).records
    meanings = {
        each["code"]: each[f"meaning_{language}"]
        for each in records["legends"]
        if each["legend"] == "glossary_basis"
    }
    for each in records["glossary"]:
        basis = plain(meanings[each["term_es_basis"]])
        note = each.get(f"note_{language}")
        origin = f"{basis} {plain(note)}" if note else basis
        yield [each["id"], *_in_order((plain(each["term_en"]), plain(each["term_es"])), language), origin]


def _in_order(pair: tuple[T, T], language: str) -> tuple[T, T]:
    """The reader's language first."""
    return pair if language == "en" else (pair[1], pair[0])
