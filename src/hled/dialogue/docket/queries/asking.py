"""What a reader of the docket asks for, and how the index of words is asked for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from hled.dialogue.docket.domain.words import compared_form
from hled.dialogue.docket.models.search import FACETS, LONGEST_WORD, TABLE
from hled.interfaces.typed import whole_number

MOST_WORDS = 8
"""Words of a search that are looked for; all of them must stand in a submission."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asks for; what is empty asks for everything."""

    call: str = ""
    words: str = ""
    kind: str = ""
    size: str = ""
    place: str = ""
    language: str = ""
    intake: str = ""
    theme: str = ""
    group: str = ""


def number_of(code: str, prefix: str) -> int:
    """The number of a public identifier; 0, which nothing has, for what is none."""
    return whole_number(code.removeprefix(prefix)) or 0 if code.startswith(prefix) else 0


def words_of(asked: Filters) -> list[str]:
    """The words that are looked for, as they are compared."""
    return [each[:LONGEST_WORD] for each in compared_form(asked.words).decode().split()[:MOST_WORDS]]


FEWEST_BEGINNING = 4
"""Letters from which on a word is looked for by its beginning; a shorter one is looked for whole."""


def terms_of(asked: Filters) -> list[str]:
    """What the index of words is asked, term by term, in the language of the store; none where nothing is asked of it."""
    facets = {name: getattr(asked, name) for name in FACETS if getattr(asked, name)}
    if "call" in facets:
        facets["call"] = str(number_of(facets["call"], "DC-"))
    said = [(each, len(each) >= FEWEST_BEGINNING) for each in words_of(asked)]
    terms = said + [(f"={name}:{value}", False) for name, value in facets.items()]
    mark, begins = ('"', " *") if connection.vendor == "sqlite" else ("'", BEGINS)
    return [_quoted(each, mark) + (begins if is_begun else "") for each, is_begun in terms]


BEGINS = ":*"
"""After a term of PostgreSQL that is looked for by its beginning."""


def is_beginning(term: str) -> bool:
    return term.endswith(BEGINS)


def joined(terms: Iterable[str]) -> str:
    """All of the terms at once."""
    return (" AND " if connection.vendor == "sqlite" else " & ").join(terms)


def _quoted(term: str, mark: str) -> str:
    return mark + term.replace("\\", " ").replace("\0", " ").replace(mark, mark * 2) + mark


def identifiers() -> str:
    """The statement that gives the identifiers of what the index finds; its one parameter is all terms `joined`."""
    if connection.vendor == "sqlite":
        return f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"  # noqa: S608  # our own table
    return f"SELECT submission_id FROM {TABLE} WHERE words @@ %s::tsquery"  # noqa: S608
