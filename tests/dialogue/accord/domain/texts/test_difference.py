from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.accord.domain.texts.difference import (
    Change,
    FieldChange,
    Mark,
    Span,
    applied,
    difference,
    in_place,
    side_after,
    side_before,
    word_spans,
)
from hled.dialogue.accord.domain.texts.editing import Read, move, write

from .making import EN, ES, PORTS, amended, joint, segment, texts, words


def test_words_are_marked_in_both_languages():
    new = write(PORTS, "b", {EN: "They report each month.", ES: "Informan cada mes."}, read=Read(1, 1))

    changed = difference(PORTS, new).segments[1]

    assert changed.change is Change.CHANGED
    assert changed.english == (
        Span(Mark.KEPT, "They report each "),
        Span(Mark.REMOVED, "year"),
        Span(Mark.ADDED, "month"),
        Span(Mark.KEPT, "."),
    )
    assert changed.spanish[-3:] == (Span(Mark.REMOVED, "año"), Span(Mark.ADDED, "mes"), Span(Mark.KEPT, "."))


def test_moved_added_and_removed_segments_are_told_apart():
    new = joint(
        PORTS.segments[2], PORTS.segments[0], segment("n", "New.", "Nuevo."), fields={"due": "2027-01-01"}
    )

    found = difference(PORTS, new)

    assert [(each.id, each.change) for each in found.segments] == [
        ("c", Change.MOVED),
        ("a", Change.SAME),
        ("b", Change.REMOVED),
        ("n", Change.ADDED),
    ]
    assert found.fields == (FieldChange("due", None, "2027-01-01"),)


def test_one_segment_that_moves_far_is_the_only_one_moved():
    many = joint(*(segment(str(number), "x", "y") for number in range(9)))

    found = difference(many, move(many, "8", after=None))

    assert [each.id for each in found.segments if each.change is Change.MOVED] == ["8"]


@given(texts(), texts())
def test_a_difference_applied_to_the_old_text_gives_the_new(old, new):
    made, fields = applied(difference(old, new), old)

    assert (made, fields) == (new.words, dict(new.fields))


@given(texts(), st.data())
def test_a_difference_of_amended_text_applied_gives_it(old, data):
    new = data.draw(amended(old, new="uv"))

    made, fields = applied(difference(old, new), old)

    assert (made, fields) == (new.words, dict(new.fields))


@given(texts())
def test_a_text_does_not_differ_from_itself(text):
    assert difference(text, text).is_empty


def test_a_difference_is_not_applied_to_another_text():
    new = write(PORTS, "b", {EN: "They report each month."}, read=Read(1, 1))

    with pytest.raises(ValueError, match="said something else"):
        applied(difference(PORTS, new), new)
    with pytest.raises(ValueError, match="not in the difference"):
        applied(difference(PORTS, new), joint(*PORTS.segments, segment("z", "x", "y")))


@given(words, words)
def test_kept_and_removed_words_are_the_old_kept_and_added_the_new(old, new):
    spans = word_spans(old, new)

    assert (side_before(spans), side_after(spans)) == (old, new)
    assert all(one.mark is not two.mark for one, two in pairwise(spans))


@given(st.permutations(list("abcdefg")), st.permutations(list("abcdefgh")))
def test_segments_in_place_keep_their_order_and_are_the_most(old, new):
    found = in_place(old, new)

    assert [each for each in old if each in found] == [each for each in new if each in found]
    assert len(found) == _longest(old, new)


def _longest(old, new):
    row = [0] * (len(new) + 1)
    for one in old:
        above = row[:]
        for place, two in enumerate(new):
            row[place + 1] = above[place] + 1 if one == two else max(row[place], above[place + 1])
    return row[-1]
