"""Keep the groups of a call true while submissions arrive."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet

from hled.dialogue.docket.domain.copies import Sketch, are_linked, grouped, sketch
from hled.dialogue.docket.domain.copies.grouping import digest_of
from hled.dialogue.docket.domain.copies.sketches import sketches
from hled.dialogue.docket.domain.words import compared_form
from hled.dialogue.docket.models import Band, Call, Wording

BATCH = 2_000
"""From so many waiting wordings on, the whole call is grouped anew, which is quicker and gives the same."""
ROWS = 5_000


def wording_of(*, call: Call, folded: str, text: str) -> Wording | None:
    """The wording of a submission, made where nobody sent these words before; None where it has no words."""
    if not folded:
        return None
    found, _ = Wording.objects.get_or_create(
        call=call, digest=digest_of(folded.encode()).hex(), defaults={"text": text}
    )
    return found


@transaction.atomic
def group_waiting(*, call: Call, at: datetime, most: int | None = None, processes: int = 1) -> int:
    """
    Compare wordings that were not compared yet with all others of their call.

    Who comes while another does it leaves at once: what waits is taken by the next.

    Parameters
    ----------
    most
        Take only so many, the oldest first.

    Returns
    -------
    int
        How many were taken.
    """
    if not Call.objects.select_for_update(skip_locked=True).filter(pk=call.pk).exists():
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

    The index is walked from group to group, so that a campaign of a hundred thousand costs no more than one letter.
    """
    met: set[int] = set()
    for key in _keys(made):
        last = 0
        while True:
            found = (
                _met(call, [key])
                .filter(root_id__gt=last)
                .order_by("root_id")
                .values_list("root_id", flat=True)
            )
            root = found.first()
            if root is None:
                break
            met.add(root)
            last = root
    return sorted(met)


def _met(call: int, keys: Iterable[int]) -> QuerySet[Band]:
    return Band.objects.filter(call_id=call, key__in=list(keys))


def _joins(made: Sketch, call: int, root: int) -> bool:
    """Whether a wording of the group is linked to the new one."""
    tried: set[int] = set()
    for key in _keys(made):
        of_key = _met(call, [key]).filter(root_id=root).order_by("id")
        for start in range(0, of_key.count(), 50):
            rows = [
                each
                for each in of_key.values_list("wording_id", flat=True)[start : start + 50]
                if each not in tried
            ]
            tried.update(rows)
            for text in Wording.objects.filter(pk__in=rows).values_list("text", flat=True):
                if are_linked(made, sketch(compared_form(text))):
                    return True
    return False


def _move(former: int, root: int) -> None:
    """A group joins an older one: its wordings and their bands go there."""
    moved = Wording.objects.filter(root_id=former)
    Band.objects.filter(wording__in=moved).update(root_id=root)
    moved.update(root_id=root)


def _group_all(call: Call, at: datetime, processes: int) -> None:
    """Every wording of a call, in one pass."""
    every = list(Wording.objects.filter(call=call).order_by("id").values_list("pk", "text"))
    first = grouped((text for _, text in every), processes=processes)
    known = set(Wording.objects.filter(call=call, grouped_at__isnull=False).values_list("pk", flat=True))
    roots = {pk: every[place][0] for (pk, _), place in zip(every, first.tolist(), strict=True)}
    Band.objects.filter(call=call).delete()
    for start in range(0, len(every), ROWS):
        _keep(every[start : start + ROWS], roots, known, call, at)


def _keep(
    part: Sequence[tuple[int, str]], roots: dict[int, int], known: set[int], call: Call, at: datetime
) -> None:
    rows = [Wording(pk=pk, root_id=roots[pk], grouped_at=at) for pk, _ in part]
    Wording.objects.bulk_update(
        [each for each in rows if each.pk not in known], ["root", "grouped_at"], batch_size=500
    )
    Wording.objects.bulk_update([each for each in rows if each.pk in known], ["root"], batch_size=500)
    made = sketches([compared_form(text) for _, text in part])
    Band.objects.bulk_create(
        (
            Band(call_id=call.pk, key=int(key), root_id=roots[pk], wording_id=pk)
            for (pk, _), keys in zip(part, made.bands.view("int64").tolist(), strict=True)
            for key in keys
        ),
        batch_size=ROWS,
    )


def groups_of(call: Call) -> QuerySet[Wording]:
    """The roots of a call's groups."""
    return Wording.objects.filter(call=call, root_id=F("pk"))
