"""Acts on agencies, offices and terms of office."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby, pairwise

from hled.dialogue.delegations.models import TermOfOffice


def record_terms(seen: Iterable[tuple[int, str, date]]) -> int:
    """
    Read terms of office off the meetings at which holders were seen.

    Parameters
    ----------
    seen
        Office, holder, day of the meeting.

    Returns
    -------
    int
        How many terms stand. A term stated by a source is left as it is; each term points to the next holder
        who was seen in the same office.
    """
    days: dict[tuple[int, str], list[date]] = {}
    for office, holder, day in seen:
        days.setdefault((office, holder), []).append(day)
    TermOfOffice.objects.filter(basis=TermOfOffice.Basis.SEEN_AT_MEETINGS).delete()
    stated = set(TermOfOffice.objects.values_list("office_id", "holder"))
    TermOfOffice.objects.bulk_create(
        TermOfOffice(
            office_id=office,
            holder=holder,
            seen_first=min(found),
            seen_last=max(found),
            basis=TermOfOffice.Basis.SEEN_AT_MEETINGS,
        )
        for (office, holder), found in sorted(days.items())
        if (office, holder) not in stated
    )
    return _link_successors()


def _link_successors() -> int:
    terms = list(TermOfOffice.objects.order_by("office_id", "seen_first", "starts_on", "holder"))
    for _, of_office in groupby(terms, key=lambda term: term.office_id):
        chain = list(of_office)
        for term, following in pairwise(chain):
            term.successor = following
    TermOfOffice.objects.bulk_update(terms, ["successor"])
    return len(terms)
