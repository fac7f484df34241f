"""Keep the groups of a call true while submissions arrive."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import connection, transaction

from hled.dialogue.docket.domain.copies import Sketch, are_linked, are_near_copies, grouped, sketch
from hled.dialogue.docket.domain.copies.grouping import digest_of
from hled.dialogue.docket.domain.copies.sketches import Sketches, pairs_of, sketches
from hled.dialogue.docket.domain.words import compared_form
from hled.dialogue.docket.models import Band, Call, Wording

BATCH = 2_000
"""From so many waiting wordings on, the whole call is grouped anew, which is quicker and gives the same."""
ROWS = 5_000
PROCESSES = 2
"""Among which a whole call is divided by a command."""
SOME = 50
"""Candidates read at a time."""


def wording_of(*, call: Call, folded: str, text: str) -> Wording | None:
    """The wording of a submission, made where nobody sent these words before; None where it has no words."""
    if not folded:
        return None
    digest = digest_of(folded.encode()).hex()
    same = Wording.objects.filter(call=call, digest=digest)
    if (found := same.first()) is not None:
        return found
    Wording.objects.bulk_create([Wording(call=call, digest=digest, text=text)], ignore_conflicts=True)
    return same.get()


@transaction.atomic
def group_waiting(*, call: Call, at: datetime, most: int | None = None, processes: int = 1) -> int:
    """
    Compare wordings that were not compared yet with all others of their call.

    Who comes while another does it leaves at once: what waits is taken by the next. Whoever files meanwhile does not wait
    for it on PostgreSQL.

    Parameters
    ----------
    most
        Take only so many, the oldest first.

    Returns
    -------
    int
        How many were taken.
    """
    if not Call.objects.select_for_update(skip_locked=True, no_key=True).filter(pk=call.pk).exists():
        return 0
    waiting = list(Wording.objects.filter(call=call, grouped_at__isnull=True).order_by("id")[:most])
    if most is None and len(waiting) >= BATCH:
        _group_all(call, at, processes)
    else:
        for wording in waiting:
            _place(wording, at)
    return len(waiting)


def _place(wording: Wording, at: datetime) -> None:
    """One wording among those that were compared before it."""
    made = _sketch_of(wording)
    roots = [root for root in _roots_met(wording.call_id, made) if _joins(made, wording.call_id, root)]
    root = min([*roots, wording.pk])
    wording.root_id = root
    wording.grouped_at = at
    wording.save(update_fields=["root", "grouped_at"])
    Band.objects.bulk_create(_bands(wording, root, made))
    for former in roots:
        if former != root:
            _move(former, root)


def _sketch_of(wording: Wording) -> Sketch:
    return sketch(compared_form(wording.text))


def _bands(wording: Wording, root: int, made: Sketch) -> Iterator[Band]:
    for key in _keys(made):
        yield Band(call_id=wording.call_id, key=key, root_id=root, wording_id=wording.pk)


def _keys(made: Sketch) -> list[int]:
    return [int(each) - 2**64 if each >= 2**63 else int(each) for each in made.bands]


def _roots_met(call: int, made: Sketch) -> list[int]:
    """
    Groups with a wording that shares a band, each once.

    The index is walked from group to group, for all bands at a time, so that a campaign of a hundred thousand costs no
    more than one letter.
    """
    met: set[int] = set()
    walks = dict.fromkeys(_keys(made), 0)
    while walks:
        one = "(SELECT MIN(root_id) FROM docket_band WHERE call_id = %s AND key = %s AND root_id > %s)"
        with connection.cursor() as cursor:
            asked = [value for key, last in walks.items() for value in (call, key, last)]
            cursor.execute(f"SELECT {', '.join([one] * len(walks))}", asked)
            found = cursor.fetchone()
        walks = {key: root for key, root in zip(walks, found, strict=True) if root is not None}
        met.update(walks.values())
    return sorted(met)


def _joins(made: Sketch, call: int, root: int) -> bool:
    """Whether a wording of the group is linked to the new one; those that share no band were never asked."""
    tried: set[int] = set()
    for key in _keys(made):
        of_key = Band.objects.filter(call_id=call, key=key, root_id=root)
        for wording, text in of_key.values_list("wording_id", "wording__text").iterator(chunk_size=50):
            if wording not in tried:
                tried.add(wording)
                if _is_linked(made, compared_form(text)):
                    return True
    return False


def _is_linked(made: Sketch, compared: bytes) -> bool:
    """The exact question first, which is cheap for one text."""
    return are_near_copies(made.pairs, pairs_of(compared)) and are_linked(made, sketch(compared))


def _move(former: int, root: int) -> None:
    """A group joins an older one: its wordings and their bands go there."""
    moved = Wording.objects.filter(root_id=former)
    Band.objects.filter(wording__in=moved).update(root_id=root)
    moved.update(root_id=root)


def _group_all(call: Call, at: datetime, processes: int) -> None:
    """Every wording of a call, in one pass; texts are read from the store as they are compared, and not held."""
    rows = Wording.objects.filter(call=call).order_by("id")
    numbers: list[int] = []

    def texts() -> Iterator[str]:
        for number, text in rows.values_list("pk", "text").iterator(chunk_size=ROWS):
            numbers.append(number)
            yield text

    first = grouped(texts(), processes=processes)
    Band.objects.filter(call=call).delete()
    for start in range(0, len(numbers), ROWS):
        part = numbers[start : start + ROWS]
        roots = [numbers[place] for place in first[start : start + ROWS].tolist()]
        said = rows.filter(pk__gte=part[0], pk__lte=part[-1]).values_list("text", flat=True)
        _keep(part, roots, sketches([compared_form(each) for each in said]), call, at)


def _keep(part: Sequence[int], roots: Sequence[int], made: Sketches, call: Call, at: datetime) -> None:
    """
    Where wordings stand, and their bands.

    In the words of the store: 32 bands for each of a hundred thousand wordings are too many for objects.
    """
    moment = connection.ops.adapt_datetimefield_value(at)
    bands = (
        (call.pk, key, root, wording)
        for wording, root, keys in zip(part, roots, made.bands.view("int64").tolist(), strict=True)
        for key in keys
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE docket_wording SET root_id = %s, grouped_at = COALESCE(grouped_at, %s) WHERE id = %s",
            [(root, moment, wording) for wording, root in zip(part, roots, strict=True)],
        )
        if connection.vendor == "postgresql":
            with cursor.copy("COPY docket_band (call_id, key, root_id, wording_id) FROM STDIN") as copy:
                for band in bands:
                    copy.write_row(band)
        else:
            cursor.executemany(
                "INSERT INTO docket_band (call_id, key, root_id, wording_id) VALUES (%s, %s, %s, %s)",
                list(bands),
            )
