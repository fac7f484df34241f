"""Laws of aggregation and progress, for any figures."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.results.domain.indicators import (
    INDICATORS,
    Aggregation,
    Target,
    over_parts,
    progress_toward,
    public_on,
)
from hled.sources.observed import Observed

PERIOD = (date(2024, 1, 1), date(2024, 12, 31))
AMOUNTS = st.integers(min_value=0, max_value=10**9).map(Decimal)
SIGNED = st.integers(min_value=-(10**6), max_value=10**6).map(Decimal)
LABELS = st.text("abcdefgh", min_size=1, max_size=3)


def plain(value: Decimal | None) -> Observed:
    return Observed(*PERIOD, "", "", value)


@st.composite
def rates(draw) -> Observed:
    people = draw(st.integers(min_value=1, max_value=10**8))
    counted = draw(st.integers(min_value=0, max_value=people))
    return Observed(*PERIOD, "", "", Decimal(counted) / people, Decimal(counted), Decimal(people))


FIGURES = st.dictionaries(LABELS, st.none() | AMOUNTS.map(plain), max_size=8)


@given(FIGURES)
def test_a_missing_part_never_changes_a_sum(parts):
    silent = {**parts, "zzzz": None}

    assert over_parts(silent, Aggregation.SUM).value == over_parts(parts, Aggregation.SUM).value
    assert "zzzz" in over_parts(silent, Aggregation.SUM).missing


@given(FIGURES, st.sampled_from([Aggregation.SUM, Aggregation.MEAN]))
def test_coverage_counts_every_part_once(parts, rule):
    combined = over_parts(parts, rule)

    assert combined.reported + len(combined.missing) == combined.expected == len(parts)
    assert (combined.value is None) == (combined.reported == 0)


@given(st.dictionaries(LABELS, rates(), min_size=1, max_size=8))
def test_a_combined_rate_lies_between_the_lowest_and_the_highest(parts):
    combined = over_parts(parts, Aggregation.RATIO).value
    values = [each.value for each in parts.values()]

    assert min(values) - Decimal("1e-20") <= combined <= max(values) + Decimal("1e-20")


@given(st.lists(rates(), min_size=2, max_size=6))
def test_a_rate_is_the_same_combined_at_once_or_in_two_steps(figures):
    def combine(some):
        return over_parts({str(index): each for index, each in enumerate(some)}, Aggregation.RATIO)

    first = combine(figures[:1])
    step = Observed(*PERIOD, "", "", first.value, first.numerator, first.denominator)

    assert combine([step, *figures[1:]]).value == combine(figures).value


@given(st.dictionaries(LABELS, st.tuples(SIGNED, st.integers(1, 1000)), min_size=1, max_size=8))
def test_a_weighted_mean_stays_in_the_range_of_its_parts(parts):
    values = {label: plain(value) for label, (value, _) in parts.items()}
    weights = {label: Decimal(weight) for label, (_, weight) in parts.items()}

    mean = over_parts(values, Aggregation.WEIGHTED_MEAN, weights).value

    assert (
        min(v for v, _ in parts.values()) - Decimal("1e-15")
        <= mean
        <= max(v for v, _ in parts.values()) + Decimal("1e-15")
    )


@given(SIGNED, SIGNED, SIGNED)
def test_progress_of_falling_and_rising_indicators_is_mirrored(baseline, current, target):
    due = date(2028, 12, 31)
    up = progress_toward(INDICATORS["IN-01"], baseline, current, Target(target, due))
    down = progress_toward(INDICATORS["IN-10"], -baseline, -current, Target(-target, due))

    assert (up.share, up.met) == (down.share, down.met)


@given(SIGNED, SIGNED, SIGNED)
def test_a_target_is_met_exactly_when_all_of_the_way_is_gone(baseline, current, target):
    progress = progress_toward(INDICATORS["IN-10"], baseline, current, Target(target, date(2028, 12, 31)))

    assert progress.met == (progress.share >= 1)


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2026, 1, 1)), max_size=20),
    st.dates(date(2000, 1, 1), date(2026, 1, 1)),
)
def test_later_figures_never_change_what_was_public_before(ends, as_of):
    trucks = INDICATORS["IN-01"]
    figures = [Observed(end, end, "", "", Decimal(1)) for end in ends]
    later = Observed(as_of, as_of, "", "", Decimal(9))

    assert public_on(trucks, figures, as_of) == public_on(trucks, [*figures, later], as_of)
