from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from hled.dialogue.accord.domain.texts import procedure
from hled.dialogue.accord.domain.texts.editing import Read, bracket, write
from hled.dialogue.accord.domain.texts.procedure import (
    TABLE,
    Certified,
    Standing,
    State,
    Step,
    Turn,
    Who,
    next_state,
    refuse_certifying,
    refuse_late_objection,
    refuse_late_signature,
    refuse_passing,
    refuse_signing,
)
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

from .making import EN, NOON, PORTS, joint

US, MX = Party.US, Party.MX
READY = Standing(
    PORTS, "d1", frozenset({"ana"}), (Certified(US, "lee", "d1"), Certified(MX, "luz", "d1")), True
)
UNCERTIFIED = replace(READY, certified=())
LATER = NOON + timedelta(days=3)


def codes(refused) -> list[str]:
    return [each.rule.code for each in refused.value.findings]


def test_every_step_that_is_not_in_the_table_is_refused():
    allowed = {(each.start, each.step): each for each in TABLE}
    assert len(allowed) == len(TABLE)

    for state, step, by in product(State, Step, (US, MX, None)):
        row = allowed.get((state, step))
        fits = (
            row is not None
            and {
                Who.OWN: by is US,
                Who.EITHER: by is not None,
                Who.CONSEQUENCE: by is None,
            }[row.who]
        )
        if fits:
            assert next_state(state, step, by=by, owner=US) is row.end
        else:
            with pytest.raises(BrokenRuleError) as refused:
                next_state(state, step, by=by, owner=US)
            assert codes(refused) in (["AC-64"], ["AC-65"])


def test_ac_65_a_draft_is_written_and_tabled_by_its_own_party_only():
    for step in (Step.WRITE, Step.TABLE, Step.WITHDRAW):
        with pytest.raises(BrokenRuleError) as refused:
            next_state(State.DRAFT, step, by=MX, owner=US)
        assert codes(refused) == ["AC-65"]


def test_nothing_leads_to_force_but_signature_and_the_end_of_a_silent_term():
    assert {(each.start, each.who) for each in TABLE if each.end is State.IN_FORCE} == {
        (State.OPEN, Who.CONSEQUENCE),
        (State.RUNNING, Who.CONSEQUENCE),
    }
    assert {each.start for each in TABLE if each.end is State.OPEN and each.start is not State.OPEN} == {
        State.TABLED
    }


def test_nothing_leads_out_of_an_end():
    ends = {State.IN_FORCE, State.WITHDRAWN, State.OVERTAKEN, State.OBJECTED}
    assert not {each.start for each in TABLE} & ends
    assert {each for each in State if not each.is_live} == ends


def test_words_that_both_certified_may_be_signed():
    refuse_signing(READY, digest="d1")
    assert procedure.may_open(READY)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"text": joint()}, "AC-66"),
        ({"text": write(PORTS, "b", {EN: ""}, read=Read(1, 1))}, "AC-66"),
        ({"text": write(PORTS, "b", {EN: "Other."}, read=Read(1, 1))}, "AC-67"),
        (
            {
                "text": bracket(
                    PORTS, "b", EN, "each", bracket="k", owner=MX, reason="why", at=NOON, read=Read(1, 1)
                )
            },
            "AC-68",
        ),
        ({"digest": "d2"}, "AC-72"),
        ({"on_last_act": False}, "AC-71"),
    ],
)
def test_words_that_are_not_ready_are_neither_certified_nor_signed(change, expected):
    for refuse in (
        lambda: refuse_signing(replace(READY, **change), digest="d1"),
        lambda: refuse_certifying(replace(UNCERTIFIED, **change), digest="d1", party=US, person="lee"),
    ):
        with pytest.raises(BrokenRuleError) as refused:
            refuse()
        assert expected in codes(refused)


def test_ac_69_the_author_does_not_certify():
    refuse_certifying(UNCERTIFIED, digest="d1", party=US, person="lee")

    with pytest.raises(BrokenRuleError) as refused:
        refuse_certifying(UNCERTIFIED, digest="d1", party=US, person="ana")

    assert codes(refused) == ["AC-69"]


def test_ac_76_a_party_certifies_once():
    with pytest.raises(BrokenRuleError) as refused:
        refuse_certifying(READY, digest="d1", party=MX, person="eva")

    assert codes(refused) == ["AC-76"]


def test_ac_70_words_that_one_party_certified_are_not_signed():
    for certified in (READY.certified[:1], READY.certified[1:]):
        with pytest.raises(BrokenRuleError) as refused:
            refuse_signing(replace(READY, certified=certified), digest="d1")
        assert codes(refused) == ["AC-70"]


def test_a_certification_of_other_words_counts_no_more_and_counts_again_when_they_return():
    edited = replace(READY, digest="d2")

    assert not procedure.may_open(edited)
    assert procedure.may_open(replace(edited, digest="d1"))


def test_the_turn_passes_and_its_age_is_that_of_the_wait():
    tabled = procedure.after(Turn(frozenset({US}), NOON), Step.TABLE, by=US, at=NOON)

    assert tabled == Turn(frozenset({MX}), NOON)
    assert procedure.after(tabled, Step.WRITE, by=MX, at=LATER) == tabled
    assert procedure.after(tabled, Step.WRITE, by=US, at=LATER) == tabled
    assert tabled.age(LATER) == 3
    handed = procedure.after(tabled, Step.HAND_OVER, by=MX, at=LATER)
    assert handed == Turn(frozenset({US}), LATER)


def test_who_has_certified_or_signed_waits_for_the_other():
    turn = Turn(frozenset({MX}), NOON)

    assert procedure.after(turn, Step.CERTIFY, by=MX, at=LATER, done=[MX]).awaited == {US}
    opened = procedure.after(turn, Step.OPEN, by=US, at=LATER, done=[])
    assert opened == Turn(frozenset({US, MX}), LATER)
    assert procedure.after(opened, Step.SIGN, by=US, at=LATER, done=[US]) == Turn(frozenset({MX}), LATER)
    assert procedure.after(opened, Step.WRITE, by=MX, at=LATER) == Turn(frozenset({MX}), LATER)
    assert procedure.after(opened, Step.RUN, by=MX, at=LATER).awaited == frozenset()


def test_ac_78_a_turn_is_passed_by_who_has_it():
    refuse_passing(Turn(frozenset({US}), NOON), US)

    with pytest.raises(BrokenRuleError) as refused:
        refuse_passing(Turn(frozenset({US}), NOON), MX)

    assert codes(refused) == ["AC-78"]


def test_ac_74_an_objection_comes_within_the_term():
    refuse_late_objection(LATER, NOON)

    for late in (LATER, LATER + timedelta(seconds=1)):
        with pytest.raises(BrokenRuleError) as refused:
            refuse_late_objection(LATER, late)
        assert codes(refused) == ["AC-74"]


def test_ac_79_a_silent_term_is_not_shortened_by_signing_late():
    refuse_late_signature(None, date(2026, 11, 20))
    refuse_late_signature(date(2026, 11, 20), date(2026, 11, 20))

    with pytest.raises(BrokenRuleError) as refused:
        refuse_late_signature(date(2026, 11, 20), date(2026, 11, 21))

    assert codes(refused) == ["AC-79"]
