"""Propose themes by the method, then let people own them: name, merge, split, move; every step stays on record."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Min, QuerySet

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.docket.domain.calls import DK_18
from hled.dialogue.docket.domain.owning import (
    DK_29,
    DK_30,
    DK_31,
    DK_60,
    DK_61,
    LARGEST_SEED,
    MOST_ASKED,
)
from hled.dialogue.docket.domain.replying import due_on
from hled.dialogue.docket.domain.themes import Proposal, propose
from hled.dialogue.docket.models import Call, Placement, Submission, Theme, ThemeEvent, Wording
from hled.dialogue.meetings.domain.acting import Acting
from hled.dialogue.workplan.models import Commitment, Pillar
from hled.kernel.rule import BrokenRuleError, Finding, require

LONGEST_TITLE = 300


@transaction.atomic
def propose_themes(
    *, call: Call, by: Acting, at: datetime, seed: int = 1, count: int | None = None
) -> list[Theme]:
    """
    Themes for the groups of a call that stand in none yet; what people sorted stays where it is.

    A group counts once in finding the themes, by the words of its oldest wording; all its wordings go where it goes.

    Raises
    ------
    BrokenRuleError
        DK-18, when the call is the other Party's; DK-61.
    """
    _hold(call, by)
    asked = count is None or 2 <= count <= MOST_ASKED
    require(DK_61, asked and 0 <= seed <= LARGEST_SEED, place="count", found=f"{count or '-'}, {seed}")
    wordings = list(_unsorted(call))
    roots = [each for each in wordings if each.root_id in (None, each.pk)]
    proposal = propose([each.text for each in roots], seed=seed, count=count)
    by_root: dict[int, list[Wording]] = {}
    for each in wordings:
        by_root.setdefault(each.root_id or each.pk, []).append(each)
    made = []
    for proposed in proposal.themes:
        theme = _begun(call, _titles(proposed.terms), at)
        theme.terms = {"en": [en for en, _ in proposed.terms], "es": [es for _, es in proposed.terms]}
        theme.method = _said_of(proposal)
        theme.save(update_fields=["terms", "method"])
        members = [each for place in proposed.members for each in by_root[roots[place].pk]]
        Placement.objects.bulk_create(
            (Placement(wording=each, theme=theme) for each in members), batch_size=1000
        )
        _date(theme)
        _note(theme, "proposed", {}, {"wordings": len(members), **theme.method}, by, at)
        made.append(theme)
    bump_revision()
    return made


@transaction.atomic
def begin_theme(*, call: Call, title: tuple[str, str], by: Acting, at: datetime) -> Theme:
    """
    A theme that people begin.

    Raises
    ------
    BrokenRuleError
        DK-18, DK-29.
    """
    _require_own(call, by)
    _require_title(title)
    theme = _begun(call, title, at)
    _note(theme, "begun", {}, {"title_en": theme.title_en, "title_es": theme.title_es}, by, at)
    return theme


@transaction.atomic
def rename(*, theme: Theme, title: tuple[str, str], by: Acting, at: datetime) -> Theme:
    """
    Give a theme other words in both languages.

    Raises
    ------
    BrokenRuleError
        DK-18, DK-29, DK-30.
    """
    held = _held(theme, by)
    _require_title(title)
    before = {"title_en": held.title_en, "title_es": held.title_es}
    held.title_en, held.title_es = (each.strip() for each in title)
    held.save(update_fields=["title_en", "title_es"])
    _note(held, "renamed", before, {"title_en": held.title_en, "title_es": held.title_es}, by, at)
    bump_revision()
    return held


@transaction.atomic
def attach_to_plan(*, theme: Theme, pillar: str, commitment: str, by: Acting, at: datetime) -> Theme:
    """
    Say to which pillar and commitment a theme belongs; empty for none.

    Raises
    ------
    BrokenRuleError
        DK-18, DK-30, DK-31.
    """
    held = _held(theme, by)
    known = (not pillar or Pillar.objects.filter(pk=pillar).exists()) and (
        not commitment or Commitment.objects.filter(pk=commitment).exists()
    )
    require(DK_31, known, place="pillar", found=f"{pillar[:20]} {commitment[:40]}".strip())
    before = {"pillar": held.pillar, "commitment": held.commitment}
    held.pillar, held.commitment = pillar, commitment
    held.save(update_fields=["pillar", "commitment"])
    _note(held, "attached", before, {"pillar": pillar, "commitment": commitment}, by, at)
    bump_revision()
    return held


@transaction.atomic
def merge(*, theme: Theme, into: Theme, by: Acting, at: datetime) -> Theme:
    """
    Put a theme into another of its call; its address leads there from then on.

    Raises
    ------
    BrokenRuleError
        DK-18, DK-30.
    """
    first, second = sorted((theme, into), key=lambda each: each.pk)
    held = {each.pk: _held(each, by) for each in (first, second)}
    gone, kept = held[theme.pk], held[into.pk]
    require(DK_30, gone.pk != kept.pk and gone.call_id == kept.call_id, place=gone.code, found=kept.code)
    moved = list(Placement.objects.filter(theme=gone).values_list("pk", flat=True))
    Placement.objects.filter(theme=gone).update(theme=kept)
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    _date(kept)
    _note(gone, "merged", {"wordings": moved}, {"into": kept.code}, by, at)
    _note(kept, "received", {}, {"from": gone.code, "wordings": moved}, by, at)
    bump_revision()
    return kept


@transaction.atomic
def split(
    *, theme: Theme, groups: Collection[int], title: tuple[str, str], by: Acting, at: datetime
) -> Theme:
    """
    Take groups out of a theme into a new one.

    Raises
    ------
    BrokenRuleError
        DK-18, DK-29, DK-30.
    """
    held = _held(theme, by)
    _require_title(title)
    made = _begun(held.call, title, at)
    moved = _moved(held, made, groups)
    _note(held, "split", {"wordings": moved}, {"into": made.code}, by, at)
    _note(made, "split_off", {}, {"from": held.code, "wordings": moved}, by, at)
    bump_revision()
    return made


@transaction.atomic
def move(*, theme: Theme, groups: Collection[int], to: Theme, by: Acting, at: datetime) -> Theme:
    """
    Put groups of a theme into another of its call.

    Raises
    ------
    BrokenRuleError
        DK-18, DK-30.
    """
    first, second = sorted((theme, to), key=lambda each: each.pk)
    held = {each.pk: _held(each, by) for each in (first, second)}
    source, target = held[theme.pk], held[to.pk]
    require(
        DK_30,
        source.pk != target.pk and source.call_id == target.call_id,
        place=source.code,
        found=target.code,
    )
    moved = _moved(source, target, groups)
    _note(source, "moved", {"wordings": moved}, {"to": target.code}, by, at)
    _note(target, "received", {}, {"from": source.code, "wordings": moved}, by, at)
    bump_revision()
    return target


@transaction.atomic
def sort_groups(
    *, call: Call, groups: Collection[int], into: Theme | tuple[str, str], by: Acting, at: datetime
) -> tuple[Theme, int]:
    """
    Put groups into a theme, or into a new one of that title, wherever they stood before; the theme, and how many wordings.

    Raises
    ------
    BrokenRuleError
        DK-18, DK-29, DK-30; DK-60, when nothing was chosen.
    """
    _hold(call, by)
    if isinstance(into, Theme):
        target = _held(into, by)
    else:
        _require_title(into)
        target = _begun(call, into, at)
        _note(target, "begun", {}, {"title_en": target.title_en, "title_es": target.title_es}, by, at)
    require(DK_30, target.call_id == call.pk, place=target.code, found=call.code)
    members: list[int] = []
    left: dict[int, list[int]] = {}
    for wordings in _in_parts(call, sorted(set(groups))):
        for pk, theme in wordings:
            if theme is None:
                members.append(pk)
            elif theme != target.pk:
                left.setdefault(theme, []).append(pk)
    require(DK_60, bool(members or left), place="groups", found=len(groups))
    Placement.objects.bulk_create(
        (Placement(wording_id=each, theme=target) for each in members), batch_size=1000
    )
    if members:
        _note(target, "placed", {}, {"wordings": members}, by, at)
    for source in Theme.objects.select_for_update().filter(pk__in=left).order_by("pk"):
        moved = left[source.pk]
        for start in range(0, len(moved), PART):
            Placement.objects.filter(pk__in=moved[start : start + PART]).update(theme=target)
        _date(source)
        _note(source, "moved", {"wordings": moved}, {"to": target.code}, by, at)
        _note(target, "received", {}, {"from": source.code, "wordings": moved}, by, at)
    _date(target)
    bump_revision()
    return target, len(members) + sum(map(len, left.values()))


PART = 500
"""Groups of one question to the store."""


def _in_parts(call: Call, groups: list[int]) -> Iterator[list[tuple[int, int | None]]]:
    """Wordings of groups of a call, each with its theme."""
    for start in range(0, len(groups), PART):
        rows = Wording.objects.filter(call=call, root_id__in=groups[start : start + PART])
        yield list(rows.order_by("id").values_list("pk", "placement__theme_id"))


def follow_groups(*, call: Call) -> int:
    """
    Put wordings into the theme in which their group stands already, as copies arrive after sorting; how many.

    A group that stands in several themes is left to people.
    """
    waiting = _unsorted(call).filter(root_id__isnull=False)
    standing = Placement.objects.filter(
        wording__call=call, wording__root__in=waiting.order_by().values("root_id")
    )
    home = dict(
        standing.values("wording__root_id")
        .annotate(theme=Min("theme_id"), last=Max("theme_id"))
        .filter(theme=F("last"))
        .values_list("wording__root_id", "theme")
    )
    if not home:
        return 0
    made = [
        Placement(wording_id=pk, theme_id=home[root])
        for pk, root in waiting.values_list("pk", "root_id")
        if root in home
    ]
    # People may have sorted some of them meanwhile.
    Placement.objects.bulk_create(made, batch_size=1000, ignore_conflicts=True)
    return len(made)


def _unsorted(call: Call) -> QuerySet[Wording]:
    return Wording.objects.filter(call=call, placement__isnull=True).order_by("id")


def _moved(source: Theme, target: Theme, groups: Iterable[int]) -> list[int]:
    chosen = Placement.objects.filter(theme=source, wording__root_id__in=list(groups))
    moved = list(chosen.values_list("pk", flat=True))
    if not moved:
        raise BrokenRuleError([Finding(DK_30, source.code, "0")])
    Placement.objects.filter(pk__in=moved).update(theme=target)
    _date(source)
    _date(target)
    return moved


def _begun(call: Call, title: tuple[str, str], at: datetime) -> Theme:
    return Theme.objects.create(call=call, title_en=title[0].strip(), title_es=title[1].strip(), begun_at=at)


def _date(theme: Theme) -> None:
    """By when replies are due, from the close of the call or the theme's first submission."""
    spoke = Submission.objects.filter(wording__placement__theme=theme)
    first = spoke.aggregate(first=Min("filed_at"))["first"]
    call = theme.call
    theme.reply_due_on = first and due_on(
        closes=call.closes_on, first=first.date(), reply_days=call.reply_days
    )
    theme.save(update_fields=["reply_due_on"])


def _titles(terms: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    english, spanish = (", ".join(pair[side] for pair in terms[:3])[:LONGEST_TITLE] for side in (0, 1))
    return english or "Theme without words", spanish or "Tema sin palabras"


def _said_of(proposal: Proposal) -> dict[str, str | int]:
    return {
        "name": proposal.method,
        "seed": proposal.seed,
        "count": proposal.count,
        "input": proposal.input_digest,
    }


def _require_title(title: tuple[str, str]) -> None:
    findings = [
        Finding(DK_29, f"title_{language}", words.strip()[:40])
        for language, words in zip(("en", "es"), title, strict=True)
        if not 0 < len(words.strip()) <= LONGEST_TITLE
    ]
    if findings:
        raise BrokenRuleError(findings)


def _require_own(call: Call, by: Acting) -> None:
    require(DK_18, bool(by.party) and call.party in ("", by.party), place="call", found=call.code)


def _hold(call: Call, by: Acting) -> None:
    """Nobody else sorts the call until this is done."""
    _require_own(Call.objects.select_for_update().get(pk=call.pk), by)


def _held(theme: Theme, by: Acting) -> Theme:
    held = Theme.objects.select_for_update(of=("self",)).select_related("call").get(pk=theme.pk)
    _require_own(held.call, by)
    require(DK_30, held.merged_into_id is None, place=held.code, found="merged")
    return held


def _note(
    theme: Theme,
    act: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
    by: Acting,
    at: datetime,
) -> None:
    ThemeEvent.objects.create(
        theme=theme, act=act, before=before, after=after, by=by.name, by_party=by.party or "", at=at
    )
