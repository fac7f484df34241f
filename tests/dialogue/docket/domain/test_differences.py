"""The shared text is shown once, and each one's own words stand out."""

from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.docket.domain.differences import own_words, shared_text, spans

SHARED = "The crossing at the second bridge is too slow for fresh fruit. Please open a night lane."


def test_the_wording_most_often_sent_stands_for_the_group():
    assert shared_text([("longer by far", 2), ("short", 1), ("also long", 2)]) == "also long"


def test_a_copy_without_changes_has_no_words_of_its_own():
    assert [each.own for each in spans(SHARED.upper(), SHARED)] == [False]


def test_a_paragraph_of_ones_own_is_marked():
    copy = f"I drive there every day.\n\n{SHARED}"

    assert own_words(copy, SHARED) == "I drive there every day."
    assert spans(copy, SHARED)[1].text == SHARED


def test_a_sentence_that_moved_is_not_ones_own():
    moved = "Please open a night lane. The crossing at the second bridge is too slow for fresh fruit."

    assert own_words(moved, SHARED) == ""


def test_a_replaced_word_is_marked_alone():
    assert own_words(SHARED.replace("fruit", "fish"), SHARED) == "fish."


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_pieces_together_are_the_copy(copy, shared):
    assert "".join(each.text for each in spans(copy, shared)) == copy
