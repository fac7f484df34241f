"""One meeting: who came, what it left in writing, and what was stated and reported there."""

from dataclasses import dataclass
from datetime import date

from hled.dialogue.meetings.queries.agenda import meetings_known
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.results.queries.view import View, view
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.sources.record.schema import Record


@dataclass(frozen=True)
class MeetingPage:
    """
    Parameters
    ----------
    in_view
        False where the meeting had not been held by the day asked for; then nothing else is filled.
    stated
        Commitments that the meeting's own documents state.
    before, after
        Neighboring meetings in time.
    """

    view: View
    id: str
    record: Record
    in_view: bool
    documents: tuple[str, ...]
    stated: tuple[ScoreRow, ...]
    before: tuple[str, Record] | None
    after: tuple[str, Record] | None


def meeting(id: str, asked: Asked) -> MeetingPage:
    """
    Raises
    ------
    NotFoundError
        PG-01, when the record has no such meeting.
    """
    seen = view(asked)
    every = meetings_known(date.max, recorded_by=asked.recorded_by)
    if id not in every:
        raise not_found("meeting", id)
    record = every[id]
    known = meetings_known(asked.as_of, recorded_by=asked.recorded_by)
    if id not in known:
        return MeetingPage(seen, id, record, False, (), (), None, None)
    documents = tuple(each for each in record["documents"] or () if seen.has_document(each))
    order = list(known)
    place = order.index(id)
    return MeetingPage(
        view=seen,
        id=id,
        record=record,
        in_view=True,
        documents=documents,
        stated=seen.rows(
            key for key, each in seen.plan.commitments.items() if set(each["stated_in"]) & set(documents)
        ),
        before=(order[place - 1], known[order[place - 1]]) if place else None,
        after=(order[place + 1], known[order[place + 1]]) if place + 1 < len(order) else None,
    )
