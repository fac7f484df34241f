"""Laws of the acts on the work plan: any sequence leaves a sound record, and the store says what the fold says."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from hled.dialogue.chronicle.domain.memory import forget
from hled.dialogue.chronicle.queries import said
from hled.dialogue.workplan.domain.acts import ACT_KINDS, ActKind, Asks, Known, PlanAct, with_outcome
from hled.dialogue.workplan.domain.acts.after import weigh
from hled.dialogue.workplan.queries.acts import SHELVES
from hled.dialogue.workplan.services.acts import carry_out
from hled.kernel.rule import BrokenRuleError
from hled.sources.record import KINDS, bundled_record, read_record
from hled.sources.record.checks import check_entries
from hled.sources.record.forming import Entry

START = date(2026, 12, 1)
AT = datetime(2026, 12, 1, tzinfo=UTC)
SUBJECTS = ["P1-SC-01", "P1-SC-02", "P1-SC-03", "P1-SC-04", "P1-SC-10", "P1-SC-11", "P2-15"]


@cache
def bundled() -> Known:
    records = read_record(bundled_record()).records
    return Known({kind: {KINDS[kind].identity(each): each for each in of} for kind, of in records.items()})


texts = st.sampled_from(["One", "Two", "  ", "Tres"])
ids = st.sampled_from(SUBJECTS)
fields = st.fixed_dictionaries(
    {},
    optional={
        "pillar": st.sampled_from(["P1", "P2"]),
        "objective": st.sampled_from(["O1.1", "O2.1", "O9.9"]),
        "initiative": st.sampled_from([None, "I-01", "I-99"]),
        "kind": st.just("commitment"),
        "action_type": st.sampled_from(["publish", "hold_event", "dance"]),
        "sectors": st.sampled_from([["supply_chains"], [], ["supply_chains"] * 2]),
        "agencies_us": st.sampled_from([[], ["DOC"], ["SE"]]),
        "agencies_mx": st.sampled_from([[], ["SE"]]),
        "due": st.sampled_from([None, "2027", "2020-01", "2027-06-30", 5]),
        "children": st.lists(ids, max_size=2),
        "quantities": st.just([{"what_en": "a", "what_es": "b", "value": "1.50", "unit": "percent"}]),
        "into": ids,
        "by": ids,
        "commitment": ids,
        "reached": st.sampled_from(["2026-12-02", "2030"]),
    },
)
WHOLE = {
    "pillar": "P1",
    "objective": "O1.1",
    "kind": "commitment",
    "action_type": "publish",
    "sectors": ["supply_chains"],
    "agencies_us": ["DOC"],
    "agencies_mx": [],
}


tame_fields = st.fixed_dictionaries(
    {},
    optional={
        "initiative": st.sampled_from([None, "I-01"]),
        "agencies_us": st.sampled_from([[], ["DOC"]]),
        "agencies_mx": st.sampled_from([[], ["SE"]]),
        "due": st.sampled_from(["2027", "2028-06", "2027-06-30"]),
        "children": st.lists(ids, max_size=1),
        "into": ids,
        "by": ids,
        "reached": st.just("2026-12-01"),
    },
)


@st.composite
def plan_acts(draw, number: int) -> PlanAct:
    """An act that is most often as its kind asks, and sometimes not."""
    kind = ACT_KINDS[draw(st.sampled_from(list(ACT_KINDS)))]
    wild = draw(st.integers(0, 3)) == 0
    return PlanAct(
        kind.type,
        draw(_subjects(kind, number, wild=wild)),
        draw(_words(kind, wild=wild)),
        draw(_words(kind, wild=wild)),
        draw(fields) if wild else _asked(kind, draw(tame_fields)),
        START + timedelta(days=draw(st.integers(0, 5)) if wild else number),
        f"{number:02}".encode().hex().ljust(64, "0"),
    )


def _subjects(kind: ActKind, number: int, *, wild: bool) -> st.SearchStrategy[str]:
    if kind.kind == "milestones":
        return st.sampled_from(["MS-1", "MS-2"])
    if kind.kind == "documents":
        return st.just(f"D-2026-12-03-JS{number}")
    return ids if wild or kind.asks is Asks.OPEN else st.just(f"P1-SC-{10 + number}")


def _words(kind: ActKind, *, wild: bool) -> st.SearchStrategy[dict[str, str]]:
    said = texts if wild else st.sampled_from(["One", "Tres"])
    return st.fixed_dictionaries({name: said for name in kind.named if name != "due_note"})


def _asked(kind: ActKind, drawn: dict[str, object]) -> dict[str, object]:
    asked = {name: drawn[name] for name in kind.asked_fields if name in drawn}
    if kind.points:
        asked.setdefault(kind.points, "P1-SC-04")
    if kind.type == "milestone.reach":
        asked["reached"] = "2026-12-01"
    if kind.type == "milestone.add":
        return {"due": "2027", **asked, "commitment": "P1-SC-05"}
    return {**WHOLE, **asked} if kind.type == "commitment.add" else asked


sequences = st.integers(1, 10).flatmap(lambda most: st.tuples(*(plan_acts(n) for n in range(most))))


def errors_of(known: Known) -> list[str]:
    entries = {
        kind: [Entry(KINDS[kind], each, 0, dict.fromkeys(each, 0)) for each in of.values()]
        for kind, of in known.records.items()
    }
    return [each.rule.code for each in check_entries(entries) if each.rule.severity == "error"]


@given(sequences)
def test_any_sequence_of_acts_leaves_a_sound_record_in_which_nothing_is_deleted(acts):
    known = bundled()
    for act in acts:
        outcome, findings = weigh(act, known)
        if outcome is None:
            assert any(each.rule.severity == "error" for each in findings)
            continue
        before, known = known, with_outcome(known, act, outcome)
        assert all(before.records[kind].keys() <= known.records[kind].keys() for kind in before.records)

    assert errors_of(known) == []


@given(sequences)
def test_what_was_closed_stays_as_it_was(acts):
    known = bundled()
    closed: dict[str, object] = {}
    for act in acts:
        outcome, _ = weigh(act, known)
        if outcome is not None:
            known = with_outcome(known, act, outcome)
        for id, record in closed.items():
            assert known.records["commitments"][id] == record
        closed |= {
            id: each
            for id, each in known.records["commitments"].items()
            if each.keys() & {"withdrawn_on", "superseded_on", "completed_on"}
        }


class _Undo(Exception):
    """Takes back what one example did to the store."""


def _refusal(act: PlanAct, at: datetime) -> list[str]:
    """The codes with which the store refuses an act; none where it carries it out."""
    try:
        carry_out(act=act, at=at)
    except BrokenRuleError as refusal:
        return sorted(each.rule.code for each in refusal.findings)
    return []


@pytest.mark.django_db
@settings(max_examples=15)
@given(sequences)
def test_the_store_says_what_the_fold_of_the_acts_says(django_db_setup, acts):
    known = bundled()
    try:
        with transaction.atomic():
            for number, act in enumerate(acts):
                outcome, findings = weigh(act, known)
                refused = _refusal(act, AT + timedelta(minutes=number))
                if outcome is None:
                    assert refused == sorted(each.rule.code for each in findings)
                else:
                    assert refused == []
                    known = with_outcome(known, act, outcome)
            for kind, shelf in SHELVES.items():
                assert said(shelf) == known.records[kind]
            raise _Undo
    except _Undo:
        forget()
