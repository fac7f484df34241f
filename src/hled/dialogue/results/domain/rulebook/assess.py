"""From the facts public on a day to one assessment for each commitment."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import TypeVar

from hled.dialogue.results.domain.assessment import WORD_OF_BOTH, Assessment, Evidence, Weight
from hled.dialogue.results.domain.dates import whole_months
from hled.dialogue.results.domain.facts import (
    EDITOR,
    CommitmentFacts,
    DiscrepancyFacts,
    MilestoneFacts,
    PositionFacts,
    RecordFacts,
    ReportFacts,
    StatementFacts,
    as_known,
)
from hled.dialogue.results.domain.rulebook.current import CURRENT, Rulebook
from hled.dialogue.results.domain.rulebook.missing import missing_from
from hled.dialogue.results.domain.rulebook.status import Case, Ruling, StatusRule
from hled.dialogue.results.domain.signs import (
    Level,
    differs,
    evidence_of,
    read_signs,
    strength_of,
    strongest,
)

T = TypeVar("T", ReportFacts, MilestoneFacts, DiscrepancyFacts, PositionFacts)


def assess(
    facts: RecordFacts,
    as_of: date,
    *,
    undated: bool,
    rulebook: Rulebook = CURRENT,
    use_shows: bool = True,
) -> Mapping[str, Assessment]:
    """
    Status of each commitment in view, by identifier in alphabetical order.

    Parameters
    ----------
    as_of
        Nothing published later is seen.
    undated
        Whether undated commitments and reports are seen: only in a view without a date.
    use_shows
        Whether the hand-made judgment of what each report shows is used.

    Raises
    ------
    ValueError
        When a code is unknown to the rulebook, an identifier occurs twice, or parents form a cycle.
    """
    return assess_known(
        as_known(facts, as_of, undated=undated), as_of, rulebook=rulebook, use_shows=use_shows
    )


def assess_known(
    known: RecordFacts, as_of: date, *, rulebook: Rulebook = CURRENT, use_shows: bool = True
) -> Mapping[str, Assessment]:
    """The same as `assess`, from the facts public on the day as `as_known` gives them."""
    commitments = {each.id: each for each in sorted(known.commitments, key=attrgetter("id"))}
    if len(commitments) != len(known.commitments):
        raise ValueError("facts: a commitment occurs twice")
    reports = _grouped(known.reports)
    milestones = _grouped(sorted(known.milestones, key=attrgetter("due", "id")))
    discrepancies = _grouped(known.discrepancies)
    positions = _grouped(known.positions)
    found: dict[str, Assessment] = {}
    for identifier in _children_first(commitments):
        commitment = commitments[identifier]
        own = reports.get(identifier, [])
        case = Case(
            commitment=commitment,
            as_of=as_of,
            thresholds=rulebook.thresholds,
            signs=read_signs(commitment, own, use_shows=use_shows),
            milestones=tuple(milestones.get(identifier, ())),
            children=tuple([found[child] for child in sorted(commitment.children)]),
        )
        found[identifier] = _assessed(
            case,
            own,
            discrepancies.get(identifier, []),
            positions.get(identifier, []),
            rulebook,
            use_shows,
        )
    return {identifier: found[identifier] for identifier in commitments}


def _assessed(
    case: Case,
    reports: list[ReportFacts],
    discrepancies: list[DiscrepancyFacts],
    positions: list[PositionFacts],
    rulebook: Rulebook,
    use_shows: bool,
) -> Assessment:
    rule, ruling = _first_that_applies(case, rulebook)
    spoken = _latest([sign.on for sign in case.signs])
    at_work = case.at_least(Level.TOUCHED)
    worked = _latest([sign.on for sign in at_work])
    strength = WORD_OF_BOTH if ruling.agreed else strength_of(ruling.signs)
    if ruling.children:
        spoken = _latest([spoken, *(child.last_report_on for child in ruling.children)])
        worked = _latest([worked, *(child.last_evidence_on for child in ruling.children)])
        strength = strongest([strength, *(child.strength for child in ruling.children)])
    quiet_since = case.never_before_the_promise(spoken) or case.commitment.stated_on
    differing = [each.id for each in reports if differs(each, use_shows=use_shows)]
    differing += [each.id for each in discrepancies]
    differing += [each.id for each in positions if each.status != rule.status.value]
    return Assessment(
        commitment=case.commitment.id,
        status=rule.status,
        rule=rule.code,
        rulebook=rulebook.version,
        since=ruling.since,
        evidence=_evidence(case, ruling),
        searches=_searches(reports),
        missing=missing_from(case, strength),
        strength=strength,
        disputed_by=tuple(sorted(differing)),
        last_report_on=spoken,
        last_evidence_on=worked,
        silent_months=whole_months(quiet_since, case.as_of) if quiet_since else None,
        shows_work=bool(ruling.children or at_work),
        has_report=any(map(case.came_after_the_promise, case.signs)),
        undated=case.commitment.stated_on is None or None in [sign.on for sign in ruling.signs],
        template=rule.finds,
        values=ruling.values,
        remarks=ruling.remarks,
    )


def _first_that_applies(case: Case, rulebook: Rulebook) -> tuple[StatusRule, Ruling]:
    for rule in rulebook.rules:
        ruling = rule.when(case)
        if ruling is not None:
            return rule, ruling
    raise ValueError(f"rulebook {rulebook.version} has no rule for {case.commitment.id}")


def _evidence(case: Case, ruling: Ruling) -> tuple[Evidence, ...]:
    own = [evidence_of(sign.report, Weight.DECIDES) for sign in ruling.signs]
    own += [_evidence_of_act(ruling.agreed)] if ruling.agreed else []
    reached = [_evidence_of_milestone(each) for each in ruling.milestones]
    lower = {
        each.id: each
        for child in ruling.children
        for each in child.evidence
        if each.weight is Weight.DECIDES or each.weight is Weight.SUPPORTS
    }
    from_children = [_supporting(lower[identifier]) for identifier in sorted(lower)]
    return (*own, *reached, *from_children) or _statements(case.commitment)


def _supporting(evidence: Evidence) -> Evidence:
    return evidence if evidence.weight is Weight.SUPPORTS else replace(evidence, weight=Weight.SUPPORTS)


def _statements(commitment: CommitmentFacts) -> tuple[Evidence, ...]:
    stated = sorted(commitment.stated_in, key=lambda each: (each.published_on or date.max, each.document))
    return tuple(
        Evidence(
            id=each.document,
            document=each.document,
            published_on=each.published_on,
            precision=each.precision,
            url=each.url,
            by="document",
            weight=Weight.STATEMENT,
        )
        for each in stated
    )


def _evidence_of_act(paper: StatementFacts) -> Evidence:
    return Evidence(
        id=paper.document,
        document=paper.document,
        published_on=paper.published_on,
        precision=paper.precision,
        url=paper.url,
        by="joint",
        weight=Weight.DECIDES,
    )


def _evidence_of_milestone(milestone: MilestoneFacts) -> Evidence:
    return Evidence(
        id=milestone.id,
        document=milestone.document,
        published_on=milestone.reached_published_on,
        precision="day",
        url=milestone.url,
        by="milestone",
        weight=Weight.DECIDES,
    )


def _searches(reports: Iterable[ReportFacts]) -> tuple[Evidence, ...]:
    found_nothing = [each for each in reports if each.by == EDITOR or each.kind == "gap"]
    found_nothing.sort(key=lambda each: (each.reported_on or date.max, each.id))
    return tuple([evidence_of(each, Weight.SEARCH) for each in found_nothing])


def _grouped(facts: Iterable[T]) -> dict[str, list[T]]:
    grouped: dict[str, list[T]] = {}
    for each in facts:
        if each.commitment is not None:
            grouped.setdefault(each.commitment, []).append(each)
    return grouped


def _latest(days: Iterable[date | None]) -> date | None:
    return max(filter(None, days), default=None)


def _children_first(commitments: Mapping[str, CommitmentFacts]) -> list[str]:
    """Every commitment after those through which it is carried out; without recursion, chains may be long."""
    ordered: list[str] = []
    state: dict[str, bool] = {}
    for root in commitments:
        pending: list[tuple[str, Callable[[], str | None]]] = []
        _enter(root, commitments, state, pending)
        while pending:
            identifier, next_child = pending[-1]
            child = next_child()
            if child is None:
                state[identifier] = True
                ordered.append(identifier)
                pending.pop()
            elif child not in state:
                _enter(child, commitments, state, pending)
            elif not state[child]:
                raise ValueError(f"children={child!r} of {identifier}: the parents form a cycle")
    return ordered


def _enter(
    identifier: str,
    commitments: Mapping[str, CommitmentFacts],
    state: dict[str, bool],
    pending: list[tuple[str, Callable[[], str | None]]],
) -> None:
    if identifier in state:
        return
    state[identifier] = False
    children = iter(sorted(commitments[identifier].children))
    pending.append((identifier, lambda: next(children, None)))
