"""Laws of the assessment for any record: as known on a day, whatever the order, twice the same."""

import random
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.results.domain.agreement import highest_shows
from hled.dialogue.results.domain.alerts import alerts_of
from hled.dialogue.results.domain.facts import (
    CommitmentFacts,
    DiscrepancyFacts,
    MilestoneFacts,
    QuantityFacts,
    RecordFacts,
    ReportFacts,
    StatementFacts,
    as_known,
)
from hled.dialogue.results.domain.rulebook import CURRENT, assess

IDS = tuple(f"C-{number}" for number in range(5))
START = date(2021, 1, 1)
DAY = date(2023, 6, 30)

earlier = st.integers(0, (DAY - START).days).map(lambda days: START + timedelta(days=days))
later = st.integers(1, 900).map(lambda days: DAY + timedelta(days=days))
any_day = st.one_of(earlier, later)
quantities = st.lists(
    st.builds(
        QuantityFacts,
        what=st.sampled_from(["forums", "students", "funding"]),
        value=st.integers(1, 5),
        unit=st.sampled_from(["events", "people", "USD"]),
    ),
    max_size=2,
    unique_by=lambda each: (each.what, each.unit),
).map(tuple)


@st.composite
def commitments(draw, days):
    found = []
    for position, identifier in enumerate(IDS):
        stated_on = draw(st.none() | days)
        found.append(
            CommitmentFacts(
                id=identifier,
                kind=draw(st.sampled_from(["commitment", "deliverable", "related"])),
                action_type=draw(
                    st.sampled_from(["hold_event", "create_body", "fund_or_invest", "set_target", "publish"])
                ),
                stated_on=stated_on,
                stated_in=(
                    StatementFacts("D-0", stated_on),
                    StatementFacts("D-1", draw(st.none() | any_day)),
                ),
                due=draw(st.none() | any_day),
                due_is_start=draw(st.booleans()),
                recurrence=draw(st.sampled_from([None, None, "monthly", "yearly"])),
                quantities=draw(quantities),
                children=tuple(draw(st.sets(st.sampled_from(IDS[position + 1 :])))) if position < 4 else (),
                withdrawn_on=draw(st.sampled_from([None, None, None, DAY, DAY + timedelta(days=1)])),
            )
        )
    return tuple(draw(st.lists(st.sampled_from(found), unique_by=lambda each: each.id)))


def reports(days, prefix):
    return st.lists(
        st.builds(
            ReportFacts,
            id=st.integers(0, 99).map(lambda number: f"{prefix}-{number:02}"),
            commitment=st.sampled_from(IDS),
            reported_on=days,
            by=st.sampled_from(["us", "mx", "joint", "press", "third", "editor"]),
            kind=st.sampled_from(["output", "meeting", "outcome", "restated", "delay", "forecast", "gap"]),
            shows=st.sampled_from(
                ["completed", "partly_completed", "activity", "effect", "restated", "context", "disputed"]
            ),
            document=st.sampled_from([None, "D-0", "D-1"]),
            document_kind=st.sampled_from(["official", "press"]),
            happened_on=st.none() | earlier,
            late=st.booleans(),
            quantities=quantities,
        ),
        max_size=12,
        unique_by=lambda each: each.id,
    ).map(tuple)


milestones = st.lists(
    st.builds(
        MilestoneFacts,
        id=st.integers(0, 99).map(lambda number: f"M-{number:02}"),
        commitment=st.sampled_from(IDS),
        due=any_day,
        reached_on=st.none() | earlier,
        reached_published_on=any_day,
    ),
    max_size=3,
    unique_by=lambda each: each.id,
).map(tuple)


def discrepancies(days, prefix):
    return st.lists(
        st.builds(
            DiscrepancyFacts,
            id=st.integers(0, 9).map(lambda number: f"{prefix}-{number}"),
            commitment=st.sampled_from(IDS),
            known_on=days,
        ),
        max_size=3,
        unique_by=lambda each: each.id,
    ).map(tuple)


records = st.builds(
    RecordFacts,
    commitments=commitments(any_day),
    reports=reports(st.none() | any_day, "R"),
    milestones=milestones,
    discrepancies=discrepancies(st.none() | any_day, "DX"),
)


@given(records, reports(later, "L"), discrepancies(later, "LX"), later, st.booleans(), st.booleans())
def test_adding_later_facts_never_changes_an_earlier_view(record, new, differing, day, undated, use_shows):
    promises = tuple(
        replace(
            each,
            children=(*each.children, "C-9"),
            stated_in=(*each.stated_in, StatementFacts("D-9", day)),
            superseded_on=each.superseded_on or day,
            superseded_by=each.superseded_by or "C-9",
        )
        for each in record.commitments
    )
    steps = tuple(
        each if each.reached_on else replace(each, reached_on=DAY, reached_published_on=day)
        for each in record.milestones
    )
    new_steps = tuple(MilestoneFacts(f"N-{each}", each, START, stated_on=day) for each in IDS)
    grown = RecordFacts(
        commitments=(*promises, CommitmentFacts("C-9", "commitment", "publish", stated_on=day)),
        reports=(*record.reports, *new),
        milestones=(*steps, *new_steps),
        discrepancies=(*record.discrepancies, *differing),
    )

    before = assess(record, DAY, undated=undated, use_shows=use_shows)

    assert assess(grown, DAY, undated=undated, use_shows=use_shows) == before
    assert alerts_of(as_known(grown, DAY, undated=undated), before, DAY) == alerts_of(
        as_known(record, DAY, undated=undated), before, DAY
    )
    assert highest_shows(grown, DAY, undated=undated) == highest_shows(record, DAY, undated=undated)


@given(records, st.integers(0, 1_000), st.booleans())
def test_the_order_of_the_facts_does_not_matter(record, seed, undated):
    chance = random.Random(seed)

    def shuffled(facts):
        return tuple(chance.sample(facts, len(facts)))

    other = RecordFacts(
        commitments=shuffled(record.commitments),
        reports=shuffled(record.reports),
        milestones=shuffled(record.milestones),
        discrepancies=shuffled(record.discrepancies),
    )

    assert assess(other, DAY, undated=undated) == assess(record, DAY, undated=undated)


@given(records, st.booleans())
def test_assessing_twice_or_only_what_was_known_gives_the_same(record, undated):
    first = assess(record, DAY, undated=undated)

    assert assess(record, DAY, undated=undated) == first
    assert assess(as_known(record, DAY, undated=undated), DAY, undated=undated) == first


@given(records, st.lists(st.tuples(st.sampled_from(IDS), earlier), max_size=5))
def test_searches_of_the_editor_change_nothing_but_the_list_of_searches(record, searched):
    gaps = tuple(
        ReportFacts(f"G-{number}", commitment, day, by="editor", kind="gap", shows="nothing_found")
        for number, (commitment, day) in enumerate(searched)
    )

    found = assess(replace(record, reports=(*record.reports, *gaps)), DAY, undated=False)

    before = assess(record, DAY, undated=False)
    assert {id: replace(each, searches=()) for id, each in found.items()} == {
        id: replace(each, searches=()) for id, each in before.items()
    }


@given(records, any_day)
def test_every_commitment_in_view_gets_one_status_said_in_both_languages(record, day):
    found = assess(record, day, undated=False)

    assert set(found) == {each.id for each in record.commitments if each.stated_on and each.stated_on <= day}
    for each in found.values():
        assert each.status is CURRENT.rule(each.rule).status
        assert each.sentence.en != each.sentence.es
        assert each.since is None or each.since <= day
        assert all(source.published_on is None or source.published_on <= day for source in each.evidence)
