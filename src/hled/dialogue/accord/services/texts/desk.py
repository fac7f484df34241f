"""What every service of a proposal does: lock it, take a step by the table, keep what changed."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from hled.dialogue.accord.domain.texts import procedure
from hled.dialogue.accord.domain.texts.procedure import State, Step, Turn, next_state
from hled.dialogue.accord.domain.texts.rules import AC_82
from hled.dialogue.accord.domain.texts.segments import JointText
from hled.dialogue.accord.domain.texts.segments import JointText as Words
from hled.dialogue.accord.models import Bracket, Passage, Proposal, Segment, SegmentSide
from hled.dialogue.accord.models import JointText as TextRow
from hled.dialogue.accord.queries.texts.reading import turn_of, visible
from hled.dialogue.accord.queries.texts.waiting import waiting_on
from hled.dialogue.delegations.models import Person
from hled.dialogue.delegations.services.notices import after_commit
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import Finding, NotFoundError


def lock(id: int, party: Party) -> Proposal:
    """
    A proposal that nobody else changes until this transaction ends; with it, all proposals of its subject.

    Raises
    ------
    NotFoundError
        AC-82, when there is none that the Party sees.
    """
    subject = visible(party).filter(pk=id).values_list("text_id", flat=True).first()
    if subject is None:
        raise NotFoundError([Finding(AC_82, "proposal", str(id))])
    TextRow.objects.select_for_update().get(pk=subject)
    return visible(party).get(pk=id)


def take(
    proposal: Proposal,
    step: Step,
    *,
    at: datetime,
    party: Party | None = None,
    by: Person | None = None,
    done: Iterable[Party] = (),
    remark: str = "",
) -> None:
    """
    Move a proposal on by the table, keep the step, and pass the turn.

    Parameters
    ----------
    party
        Party that takes the step; None for a consequence.
    done
        Parties that have certified, or signed, the words that stand.

    Raises
    ------
    BrokenRuleError
        AC-64 or AC-65.
    """
    start = State(proposal.state)
    end = next_state(start, step, by=party, owner=Party(proposal.party))
    proposal.state = end
    if step is Step.TABLE:
        proposal.tabled_at = at
    if not end.is_live:
        proposal.closed_at = at
    if start is not State.DRAFT or step is not Step.WRITE:
        set_turn(proposal, procedure.after(turn_of(proposal), step, by=party, at=at, done=done))
    proposal.save()
    if step is not Step.WRITE or start is not end:
        Passage.objects.create(
            proposal=proposal, step=step, start=start, end=end, party=party or "", by=by, at=at, remark=remark
        )
    if end is not State.DRAFT:
        after_commit(partial(waiting_on, proposal.pk))


def set_turn(proposal: Proposal, turn: Turn) -> None:
    proposal.awaited, proposal.awaited_since = " ".join(sorted(turn.awaited)), turn.since


def keep_words(proposal: Proposal, before: JointText, after: JointText, *, by: Person, at: datetime) -> None:
    """Write what differs between two texts of a proposal."""
    rows = {each.key: each for each in Segment.objects.filter(proposal=proposal)}
    old = {each.id: each for each in before.segments}
    for gone in old.keys() - {each.id for each in after.segments}:
        rows[gone].removed_at = at
        rows[gone].save(update_fields=["removed_at"])
    for place, segment in enumerate(after.segments):
        row = rows.get(segment.id)
        if row is None:
            row = rows[segment.id] = Segment.objects.create(
                proposal=proposal, key=segment.id, kind=segment.kind, name=segment.name, place=place
            )
        elif row.place != place:
            row.place = place
            row.save(update_fields=["place"])
        for language in Language:
            side = segment.side(language)
            if segment.id not in old or old[segment.id].side(language) != side:
                SegmentSide.objects.update_or_create(
                    segment=row,
                    language=language,
                    defaults={"text": side.text, "version": side.version, "against": side.against},
                )
    _keep_brackets(proposal, before, after, rows, by=by, at=at)


def _keep_brackets(
    proposal: Proposal, before: Words, after: Words, rows: dict[str, Segment], *, by: Person, at: datetime
) -> None:
    old = {each.id for each in before.brackets}
    new = {each.id for each in after.brackets}
    if old - new:
        Bracket.objects.filter(proposal=proposal, key__in=old - new).update(lifted_at=at, lifted_by=by)
    for place, each in enumerate(after.brackets):
        if each.id in old:
            Bracket.objects.filter(proposal=proposal, key=each.id).exclude(place=place).update(place=place)
            continue
        Bracket.objects.create(
            proposal=proposal,
            segment=rows[each.segment],
            key=each.id,
            language=each.language,
            words=each.words,
            owner=each.owner,
            reason=each.reason,
            alternatives=list(each.alternatives),
            since=each.since,
            place=place,
        )
