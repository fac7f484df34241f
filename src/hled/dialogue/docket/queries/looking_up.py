"""
What the index of words finds: identifiers of the newest submissions that fit, and how many fit.

SQLite's full-text table gives its rows in either order as they are asked for. PostgreSQL's index gives all of them or
none, and cannot know how often words meet. So the newest submissions are read first: what fits one in ten is found
there, and the index is asked for what is rarer.
"""

# ruff: noqa: S608  # the statements are our own; what is looked for is a parameter

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from hled.dialogue.docket.models.search import STRIPE_BITS, TABLE
from hled.dialogue.docket.queries.asking import Filters, identifiers, is_beginning, joined, terms_of

NEWEST = 1 << 15
"""Submissions that are read, the newest, before the index is asked."""
DENSE = 10
"""What fits one in so many of the newest is looked for among those before them too."""
REACH = 1 << 17
"""Submissions that are read at most, where so many fit."""
BROAD, NARROW = 200_000, 20_000
"""A beginning of so many words costs the index more than reading so many submissions that fit the other terms."""

_BY_ORDER = {"enable_seqscan": "off", "enable_bitmapscan": "off"}
_BY_WORDS = {
    "enable_seqscan": "off",
    "enable_indexscan": "off",
    "enable_indexonlyscan": "off",
    "work_mem": "'64MB'",
}


def look_up(asked: Filters, below: int | None, most: int, enough: int) -> tuple[list[int], int]:
    """
    Identifiers of a page, the newest first, and the count of all that fit.

    Parameters
    ----------
    below
        Only identifiers below this one are on the page; all are counted.
    enough
        Counting stops beyond so many.
    """
    terms = terms_of(asked)
    if connection.vendor == "sqlite":
        return _on_sqlite(joined(terms), below, most, enough)
    with transaction.atomic(), connection.cursor() as cursor:
        return _on_postgresql(cursor, terms, below, most, enough)


def _on_sqlite(wanted: str, below: int | None, most: int, enough: int) -> tuple[list[int], int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({identifiers()} LIMIT {enough + 1})", [wanted])
        count: int = cursor.fetchone()[0]
        beneath = "AND rowid < %s " if below else ""
        given: list[str | int] = [wanted, below] if below else [wanted]
        cursor.execute(f"{identifiers()} {beneath}ORDER BY rowid DESC LIMIT {most}", given)
        return [pk for (pk,) in cursor.fetchall()], count


def _on_postgresql(
    cursor: CursorWrapper, terms: Sequence[str], below: int | None, most: int, enough: int
) -> tuple[list[int], int]:
    wanted = joined(terms)
    cursor.execute(f"SELECT COALESCE(MAX(submission_id), 0) FROM {TABLE}")
    last: int = cursor.fetchone()[0]
    read_to = max(last - NEWEST, 0)
    known = _read(cursor, wanted, read_to, last + 1, enough + 1)
    if len(known) <= enough and len(known) * DENSE > NEWEST:
        further = max(last - REACH, 0)
        known += _read(cursor, wanted, further, read_to + 1, enough + 1 - len(known))
        read_to = further
    count = len(known)
    if count <= enough and read_to:
        found = _by_the_index(cursor, terms, enough + 1)
        count = len(found)
        if count <= enough:
            known = sorted(found, reverse=True)
    page = [pk for pk in known if below is None or pk < below][:most]
    if count > enough and len(page) < most:
        page = list(_newest(cursor, wanted, below or last + 1, most))
    return page, count


def _read(cursor: CursorWrapper, wanted: str, above: int, below: int, most: int) -> list[int]:
    """In the order of identifiers, the newest first, each held against what is wanted."""
    with _planned(cursor, _BY_ORDER):
        cursor.execute(
            f"{identifiers()} AND submission_id > %s AND submission_id < %s "
            f"ORDER BY submission_id DESC LIMIT {most}",
            [wanted, above, below],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _by_the_index(cursor: CursorWrapper, terms: Sequence[str], most: int) -> list[int]:
    """In no order; a broad beginning is held against what the other terms find, where they find few."""
    broad = [each for each in terms if is_beginning(each) and _expected(cursor, each) > BROAD]
    narrow = [each for each in terms if each not in broad]
    if not (broad and narrow and _expected(cursor, joined(narrow)) <= NARROW):
        broad, narrow = [], list(terms)
    narrowed = f"SELECT submission_id, words FROM {TABLE} WHERE words @@ %s::tsquery OFFSET 0"
    held = "WHERE words @@ %s::tsquery" if broad else ""
    with _planned(cursor, _BY_WORDS):
        cursor.execute(
            f"SELECT submission_id FROM ({narrowed}) AS narrowed {held} LIMIT {most}",
            [joined(narrow), *([joined(broad)] if broad else [])],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _newest(cursor: CursorWrapper, wanted: str, below: int, most: int) -> Iterator[int]:
    """Among the newest, and where too few of them fit, by the index from one stripe to the one before it."""
    found = _read(cursor, wanted, below - NEWEST, below, most)
    yield from found
    end = below - NEWEST + 1
    stripe, most = end >> STRIPE_BITS, most - len(found)
    while stripe >= 0 and most > 0:
        with _planned(cursor, _BY_WORDS):
            cursor.execute(
                f"{identifiers()} AND submission_id < %s ORDER BY submission_id DESC LIMIT {most}",
                [joined([wanted, f"'=stripe:{stripe}'"]), end],
            )
            rows = [pk for (pk,) in cursor.fetchall()]
        yield from rows
        most -= len(rows)
        stripe -= 1


def _expected(cursor: CursorWrapper, wanted: str) -> int:
    """How many submissions the statistics of the store let one expect; nothing is read."""
    cursor.execute(f"EXPLAIN (FORMAT JSON) {identifiers()}", [wanted])
    told = cursor.fetchone()[0]
    plan = json.loads(told) if isinstance(told, str) else told
    return int(plan[0]["Plan"]["Plan Rows"])


@contextmanager
def _planned(cursor: CursorWrapper, settings: dict[str, str]) -> Iterator[None]:
    """With what the planner may choose from, until the statement is done."""
    for name, value in settings.items():
        cursor.execute(f"SET LOCAL {name} = {value}")
    yield
    for name in settings:
        cursor.execute(f"SET LOCAL {name} TO DEFAULT")
