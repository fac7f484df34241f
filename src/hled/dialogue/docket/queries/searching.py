"""
Search of what everybody may read: a page, the newest first, and how many there are.

Words of four letters and more are looked for by how they begin, shorter ones whole; all of them must stand.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db.models import QuerySet

from hled.dialogue.docket.domain.calls import DK_50
from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
from hled.dialogue.docket.models import Submission
from hled.dialogue.docket.queries.asking import Filters, number_of, terms_of
from hled.dialogue.docket.queries.looking_up import look_up
from hled.dialogue.docket.queries.public import searched, shown
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding

MOST_COUNTED = 10_000
"""Beyond this many a search says that there are more, and not how many."""
ROWS = 50
MOST_CODES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Found:
    """
    A page of a search.

    Parameters
    ----------
    count
        How many were found, at most `MOST_COUNTED`; at least so many where there are `more`.
    before
        Identifier from which the next page goes on; empty on the last.
    """

    rows: tuple[Submission, ...]
    count: int
    more: bool
    before: str


def require_known(asked: Filters) -> None:
    """
    Raises
    ------
    BrokenRuleError
        DK-50, for each filter that is in no list.
    """
    lists: dict[str, tuple[str, ...]] = {
        "kind": tuple(Kind),
        "size": tuple(Size),
        "place": tuple(PLACES),
        "language": tuple(Language),
        "intake": tuple(Party),
    }
    findings = [
        Finding(DK_50, name, _known(getattr(asked, name), known))
        for name, known in lists.items()
        if getattr(asked, name) and getattr(asked, name) not in known
    ]
    for name, prefix in (("call", "DC-"), ("theme", "DT-"), ("group", "DG-")):
        code = getattr(asked, name)
        if code and not number_of(code, prefix):
            findings.append(Finding(DK_50, name, code[:40]))
    if findings:
        raise BrokenRuleError(findings)


def _known(value: str, known: tuple[str, ...]) -> Bilingual:
    listed = ", ".join(known[:MOST_CODES_SHOWN]) + (" …" if len(known) > MOST_CODES_SHOWN else "")
    return Bilingual(f"“{value[:40]}”; known: {listed}", f"«{value[:40]}»; existen: {listed}")


def matching(asked: Filters, seen: Asked) -> QuerySet[Submission]:
    """
    Everything that fits and was filed by the day asked for, the oldest first.

    Raises
    ------
    BrokenRuleError
        DK-50.
    """
    require_known(asked)
    found = searched(asked, seen.recorded_by)
    return found.filter(filed_at__lt=end_of(seen)) if seen.dated else found


def end_of(seen: Asked) -> datetime:
    """The first moment after the day asked for."""
    return datetime.combine(seen.as_of + timedelta(days=1), time(), UTC)


def search(asked: Filters, seen: Asked, *, before: str = "", most: int = ROWS) -> Found:
    """
    A page and its count; counting stops at `MOST_COUNTED`, so that no word is slow because it is frequent.

    Parameters
    ----------
    before
        Only what was filed before the submission with this identifier.

    Raises
    ------
    BrokenRuleError
        DK-50.
    """
    rows = matching(asked, seen)
    below = number_of(before, "DS-") if before else None
    if below == 0:
        raise BrokenRuleError([Finding(DK_50, "before", before[:40])])
    if terms_of(asked) and not (asked.theme or asked.group or seen.dated or seen.recorded_by):
        ids, count = look_up(asked, below, most + 1, MOST_COUNTED)
    else:
        count = len(rows.order_by().values_list("pk", flat=True)[: MOST_COUNTED + 1])
        newest = rows.order_by("-id") if below is None else rows.filter(pk__lt=below).order_by("-id")
        ids = list(newest.values_list("pk", flat=True)[: most + 1])
    page = _whole(ids[:most])
    last = f"DS-{ids[most - 1]:07d}" if len(ids) > most else ""
    return Found(page, min(count, MOST_COUNTED), count > MOST_COUNTED, last)


def _whole(ids: list[int]) -> tuple[Submission, ...]:
    rows = shown().filter(pk__in=ids).defer("folded").select_related("call", "wording__placement__theme")
    return tuple(rows.order_by("-id"))
