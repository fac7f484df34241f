"""A proposal's words as a value, and what its guards look at."""

from collections import defaultdict
from datetime import UTC

from django.db.models import Q, QuerySet

from hled.dialogue.accord.domain.acts import Act, Condition, Content, act_over
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
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import Finding, NotFoundError


def words_of(proposal: Proposal) -> JointText:
    """The words of a proposal as they stand, in three questions."""
    sides: dict[int, dict[str, Side]] = defaultdict(dict)
    rows = SegmentRow.objects.filter(proposal=proposal, removed_at__isnull=True)
    kept = SegmentSide.objects.filter(segment__proposal=proposal, segment__removed_at__isnull=True)
    for row in kept:
        sides[row.segment_id][row.language] = Side(row.text, row.version, row.against)
    return JointText(
        tuple(
            Segment(each.key, SegmentKind(each.kind), sides[each.pk]["en"], sides[each.pk]["es"], each.name)
            for each in rows.order_by("place", "id")
        ),
        proposal.fields,
        tuple(map(bracket_of, standing_brackets(proposal))),
    )


def standing_brackets(proposal: Proposal) -> QuerySet[BracketRow]:
    found = BracketRow.objects.filter(proposal=proposal, lifted_at__isnull=True)
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


def standing_of(proposal: Proposal, text: JointText) -> Standing:
    act = act_of(proposal, text)
    head = AgreedItem.objects.filter(subject=proposal.text.subject).values_list("act", flat=True).first()
    certified = Certification.objects.filter(proposal=proposal).values_list("party", "by_id", "digest")
    authors = Edit.objects.filter(proposal=proposal).values_list("by_id", flat=True)
    return Standing(
        text,
        act.digest if act else "",
        frozenset(map(str, authors.distinct())),
        tuple(Certified(Party(party), str(by), digest) for party, by, digest in certified),
        head == proposal.predecessor,
    )


def open_proposal(act: Act) -> tuple[Proposal, Standing] | None:
    """The proposal that has exactly these words open for signature, with its standing; None where none has."""
    rows = Proposal.objects.filter(text__subject=act.subject, state=State.OPEN).select_related("text")
    for found in rows:
        standing = standing_of(found, words_of(found))
        if standing.digest == act.digest:
            return found, standing
    return None


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
