"""A proposal's words as a value, and what its guards look at."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from django.db.models import Q, QuerySet

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.acts import Act, Condition, Content, act_over
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.texts.procedure import Certified, Standing, State, Turn
from hled.dialogue.accord.domain.texts.rules import AC_82
from hled.dialogue.accord.domain.texts.segments import (
    Bracket,
    JointText,
    Segment,
    SegmentKind,
    Side,
    read_back,
)
from hled.dialogue.accord.models import (
    AgreedItem,
    Certification,
    Edit,
    Proposal,
    SegmentSide,
)
from hled.dialogue.accord.models import Bracket as BracketRow
from hled.dialogue.accord.models import Segment as SegmentRow
from hled.dialogue.accord.queries.state import heads_of
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import Finding, NotFoundError


def words_of(proposal: Proposal) -> JointText:
    """The words of a proposal as they stand, in three questions."""
    return words_of_all([proposal])[proposal.pk]


def words_of_all(proposals: Collection[Proposal]) -> dict[int, JointText]:
    """The words of each proposal, in three questions for all."""
    ids = [each.pk for each in proposals]
    sides: dict[int, dict[str, Side]] = defaultdict(dict)
    segments: dict[int, list[SegmentRow]] = defaultdict(list)
    brackets: dict[int, list[Bracket]] = defaultdict(list)
    for row in SegmentSide.objects.filter(
        segment__proposal__in=ids, segment__removed_at__isnull=True
    ).order_by():
        sides[row.segment_id][row.language] = Side(row.text, row.version, row.against)
    for each in SegmentRow.objects.filter(proposal__in=ids, removed_at__isnull=True).order_by("place", "id"):
        segments[each.proposal_id].append(each)
    for found in _standing_brackets(ids):
        brackets[found.proposal_id].append(bracket_of(found))
    return {
        each.pk: JointText(
            tuple(
                Segment(row.key, SegmentKind(row.kind), sides[row.pk]["en"], sides[row.pk]["es"], row.name)
                for row in segments[each.pk]
            ),
            each.fields,
            tuple(brackets[each.pk]),
        )
        for each in proposals
    }


def _standing_brackets(proposals: Collection[int]) -> QuerySet[BracketRow]:
    found = BracketRow.objects.filter(proposal__in=proposals, lifted_at__isnull=True)
    return found.select_related("segment").order_by("place", "id")


def bracket_of(row: BracketRow) -> Bracket:
    return Bracket(
        row.key,
        row.segment.key,
        Language(row.language),
        row.words,
        Party(row.owner),
        row.reason,
        row.since,
        tuple(row.alternatives),
    )


def base_of(proposal: Proposal) -> JointText:
    """What was agreed when the proposal was copied from it; empty where nothing was."""
    if proposal.predecessor is None:
        return JointText()
    return read_back(proposal.base_english, proposal.base_spanish, proposal.base_fields)


def agreed_on(subject: str) -> tuple[str | None, JointText]:
    """Digest of the act in force on a subject, and its words; None and an empty text where there is none."""
    found = AgreedItem.objects.filter(subject=subject).first()
    if found is None:
        return None, JointText()
    return found.act, read_back(found.english, found.spanish, found.fields)


def content_of(text: JointText) -> Content:
    """
    Raises
    ------
    BrokenRuleError
        AC-02, when a language says nothing.
    """
    return Content(text.text(Language.EN), text.text(Language.ES), text.signed_fields)


def act_of(proposal: Proposal, text: JointText) -> Act | None:
    """The act that the words would make now; None while a text is not complete."""
    if not text.is_complete:
        return None
    until = proposal.silent_until
    return act_over(
        content_of(text),
        type=f"{proposal.text.kind}.{proposal.verb}",
        subject=proposal.text.subject,
        predecessor=proposal.predecessor,
        effective=proposal.effective,
        occasion=proposal.occasion,
        condition=Condition(until.astimezone(UTC)) if until else None,
    )


def tried(proposal: Proposal, text: JointText, at: datetime) -> tuple[Finding, ...]:
    """Why the room of the subject would refuse the words and fields that stand; nothing while a text is not complete."""
    act = act_of(proposal, text)
    if act is None:
        return ()
    return subjects.tried(subjects.Agreed(act, content_of(text), Kind.JOINT, None, 0, at))


def standing_of(proposal: Proposal, text: JointText) -> Standing:
    return standings_of([proposal], {proposal.pk: text})[proposal.pk]


def standings_of(proposals: Collection[Proposal], texts: Mapping[int, JointText]) -> dict[int, Standing]:
    """What the guards of each proposal look at, in three questions for all."""
    ids = [each.pk for each in proposals]
    heads = heads_of({each.text.subject for each in proposals})
    certified: dict[int, list[Certified]] = defaultdict(list)
    authors: dict[int, set[str]] = defaultdict(set)
    rows = Certification.objects.filter(proposal__in=ids).order_by("id")
    for id, party, by, digest in rows.values_list("proposal", "party", "by_id", "digest"):
        certified[id].append(Certified(Party(party), str(by), digest))
    wrote = Edit.objects.filter(proposal__in=ids).order_by().values_list("proposal", "by_id").distinct()
    for id, author in wrote:
        authors[id].add(str(author))
    return {
        each.pk: Standing(
            texts[each.pk],
            act.digest if (act := act_of(each, texts[each.pk])) else "",
            frozenset(authors[each.pk]),
            tuple(certified[each.pk]),
            heads.get(each.text.subject) == each.predecessor,
        )
        for each in proposals
    }


def open_standings(subjects: Collection[str]) -> dict[str, tuple[Proposal, Standing]]:
    """The proposals that are open for signature on some subjects, by the digest of the act that they would make."""
    rows = list(Proposal.objects.filter(text__subject__in=subjects, state=State.OPEN).select_related("text"))
    if not rows:
        return {}
    standings = standings_of(rows, words_of_all(rows))
    return {standings[each.pk].digest: (each, standings[each.pk]) for each in rows}


def open_proposal(act: Act) -> tuple[Proposal, Standing] | None:
    """The proposal that has exactly these words open for signature, with its standing; None where none has."""
    return open_standings([act.subject]).get(act.digest)


def turn_of(proposal: Proposal) -> Turn:
    return Turn(frozenset(map(Party, proposal.awaited.split())), proposal.awaited_since)


def visible(party: Party | None) -> QuerySet[Proposal]:
    """Proposals that a Party sees: what was tabled, and its own drafts; the public sees what is in force."""
    rows = Proposal.objects.select_related("text", "begun_by")
    if party is None:
        return rows.filter(state=State.IN_FORCE)
    return rows.filter(Q(tabled_at__isnull=False) | Q(party=party))


def proposal(id: int, party: Party | None) -> Proposal:
    """
    Raises
    ------
    NotFoundError
        AC-82, when there is none, or it is the other Party's draft.
    """
    found = visible(party).filter(pk=id).first()
    if found is None:
        raise NotFoundError([Finding(AC_82, "proposal", str(id))])
    return found


def edits_seen(proposal: Proposal, party: Party | None) -> QuerySet[Edit]:
    """The history of a proposal, the earliest first; what was made in the draft is shown to its own Party."""
    rows = Edit.objects.filter(proposal=proposal).select_related("by").order_by("id")
    return rows if party is not None and party == proposal.party else rows.filter(internal=False)
