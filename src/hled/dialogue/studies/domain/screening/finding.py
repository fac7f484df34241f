"""Products by words of their names, in either language, with words that are spelled nearly so."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache

from hled.dialogue.studies.domain.screening.lists import ProductList
from hled.kernel.bilingual import Bilingual
from hled.sources.trade.concordances.products import chapters, headings, name_of, subheadings

_SHORTEST = 3
"""Letters of a word that is looked for inside longer ones."""


def find_products(text: str, lists: Mapping[str, ProductList], most: int = 12) -> tuple[str, ...]:
    """
    Codes whose name, or a name that a list gives them, has every word of a text.

    Where none has, codes with most of the words, spelled nearly so; digits find the codes that begin with them. Codes named by a list
    stand first, then those with the shortest names.
    """
    words = _words(text)
    if not words:
        return ()
    named = _listed(lists)
    names = {code: said | named.get(code, frozenset()) for code, said in _names().items()}
    known = sorted({word for said in names.values() for word in said})
    wanted = [_meant(word, known) for word in words]
    scores = {code: sum(_has(said, code, each) for each in wanted) for code, said in names.items()}
    best = max(scores.values())
    if not best:
        return ()
    found = [code for code, score in scores.items() if score == best]
    found.sort(key=lambda code: (code not in named, len(_names()[code]), len(code), code))
    return tuple(found[:most])


def _meant(word: str, known: Sequence[str]) -> frozenset[str]:
    """The word itself where any name has it, else the words that look like it."""
    if word.isdigit() or any(_inside(word, each) for each in known):
        return frozenset((word,))
    return frozenset(
        get_close_matches(word, [each for each in known if len(each) > _SHORTEST], n=3, cutoff=0.78)
    )


def _has(said: frozenset[str], code: str, wanted: frozenset[str]) -> bool:
    return any(
        code.startswith(word) if word.isdigit() else any(_inside(word, each) for each in said)
        for word in wanted
    )


def _inside(word: str, longer: str) -> bool:
    return longer.startswith(word) if len(word) >= _SHORTEST else word == longer


@cache
def _names() -> dict[str, frozenset[str]]:
    codes = (*chapters(), *headings(), *subheadings())
    return {code: _of(name_of(code)) for code in codes if code[:2] not in {"98", "99"}}


def _listed(lists: Mapping[str, ProductList]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for code, name in listed_names(lists):
        found[code] |= _of(name)
    return found


def listed_names(lists: Mapping[str, ProductList]) -> Iterator[tuple[str, Bilingual]]:
    """Codes with the short names that lists give them, in both languages."""
    for each in lists.values():
        for product in each.products:
            yield product.code, product.name


def _of(name: Bilingual) -> frozenset[str]:
    return frozenset(_words(f"{name.en} {name.es}"))


def _words(text: str) -> list[str]:
    """In small letters without accents; what is neither letter nor digit parts them."""
    plain = unicodedata.normalize("NFD", text.casefold())
    kept = "".join(each for each in plain if not unicodedata.combining(each))
    return "".join(each if each.isalnum() else " " for each in kept).split()
