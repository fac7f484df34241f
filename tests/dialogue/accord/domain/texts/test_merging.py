from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.accord.domain.texts.editing import Read, bracket, move, remove, write
from hled.dialogue.accord.domain.texts.merging import (
    FieldConflict,
    OrderConflict,
    SideConflict,
    merge,
)
from hled.dialogue.accord.domain.texts.segments import JointText
from hled.kernel.party import Party

from .making import EN, ES, NOON, PORTS, amended, joint, segment, texts

FIRST = Read(1, 1)


def test_edits_of_different_segments_are_both_in_the_merge():
    ours = write(PORTS, "a", {EN: "Ours.", ES: "Nuestro."}, read=FIRST)
    theirs = write(PORTS, "c", {EN: "Theirs.", ES: "Suyo."}, read=FIRST)

    found = merge(PORTS, ours, theirs)

    assert found.is_whole
    assert found.text.words == (ours.words[0], PORTS.words[1], theirs.words[2])
    assert found.text.stale == ()


def test_edits_of_the_two_languages_of_one_segment_are_both_kept_and_both_stale():
    ours = write(PORTS, "b", {EN: "They report twice."}, read=FIRST)
    theirs = write(PORTS, "b", {ES: "Informan cada mes."}, read=FIRST)

    found = merge(PORTS, ours, theirs)

    assert found.is_whole
    assert found.text.words[1].english == "They report twice."
    assert found.text.words[1].spanish == "Informan cada mes."
    assert found.text.stale == (("b", EN), ("b", ES))


def test_both_changed_the_same_side_is_a_conflict_with_all_three_texts():
    ours = write(PORTS, "b", {EN: "They report twice."}, read=FIRST)
    theirs = write(PORTS, "b", {EN: "They never report."}, read=FIRST)

    found = merge(PORTS, ours, theirs)

    assert found.conflicts == (
        SideConflict("b", EN, "They report each year.", "They report twice.", "They never report."),
    )
    assert found.text.words[1].english == "They never report."


def test_both_made_the_same_change_is_no_conflict():
    ours = write(PORTS, "b", {EN: "They report twice."}, read=FIRST)

    assert merge(PORTS, ours, ours).is_whole


def test_a_segment_that_one_removed_and_the_other_changed_stays_with_a_conflict():
    changed = write(PORTS, "b", {EN: "They report twice."}, read=FIRST)
    removed = remove(PORTS, "b", read=FIRST)

    for ours, theirs, sides in (
        (changed, removed, ("They report twice.", None)),
        (removed, changed, (None, "They report twice.")),
    ):
        found = merge(PORTS, ours, theirs)
        assert found.conflicts == (SideConflict("b", EN, "They report each year.", *sides),)
        assert found.text.segment("b").english.text == "They report twice."


def test_a_segment_that_one_removed_and_the_other_left_is_removed():
    removed = remove(PORTS, "b", read=FIRST)

    assert merge(PORTS, removed, PORTS).text.segment("b") is None
    assert merge(PORTS, PORTS, removed).text.segment("b") is None


def test_moves_of_one_and_additions_of_the_other_go_together():
    ours = move(PORTS, "c", after=None)
    theirs = joint(*PORTS.segments[:2], segment("n", "New.", "Nuevo."), PORTS.segments[2])

    for found in (merge(PORTS, ours, theirs), merge(PORTS, theirs, ours)):
        assert found.is_whole
        assert [each.id for each in found.text.segments] == ["c", "a", "b", "n"]


def test_moves_of_different_segments_go_together():
    ours, theirs = move(PORTS, "c", after=None), move(PORTS, "a", after="c")

    found = merge(PORTS, ours, theirs)

    assert found.is_whole
    assert [each.id for each in found.text.segments] == list("cba")


def test_moves_of_the_same_segment_to_two_places_are_a_conflict_of_order():
    ours, theirs = move(PORTS, "c", after=None), move(PORTS, "c", after="a")

    found = merge(PORTS, ours, theirs)

    assert found.conflicts == (OrderConflict(tuple("abc"), tuple("cab"), tuple("acb")),)
    assert [each.id for each in found.text.segments] == list("acb")


def test_fields_merge_one_by_one():
    base, ours, theirs = (
        JointText(fields=each)
        for each in (
            {"due": "1", "lead": "x"},
            {"due": "2", "lead": "y"},
            {"due": "1", "lead": "z", "about": "P1"},
        )
    )

    found = merge(base, ours, theirs)

    assert found.text.fields == {"due": "2", "lead": "z", "about": "P1"}
    assert found.conflicts == (FieldConflict("lead", "x", "y", "z"),)


def test_brackets_go_with_the_words_they_stand_in():
    ours = bracket(PORTS, "b", EN, "each", bracket="k", owner=Party.MX, reason="why", at=NOON, read=FIRST)
    theirs = bracket(PORTS, "b", ES, "cada", bracket="l", owner=Party.US, reason="why", at=NOON, read=FIRST)

    assert [each.id for each in merge(PORTS, ours, theirs).text.brackets] == ["k", "l"]


@given(texts(), st.data())
def test_no_word_of_either_editor_is_lost(base, data):
    ours = data.draw(amended(base, new="uv"))
    theirs = data.draw(amended(base, new="xy"))

    found = merge(base, ours, theirs)

    kept = _said(found.text) | {
        (each.segment, each.language, said)
        for each in found.conflicts
        if isinstance(each, SideConflict)
        for said in (each.ours, each.theirs)
    }
    for edited in (ours, theirs):
        assert _said(edited) - _said(base) <= kept
    for name, value in {*ours.fields.items(), *theirs.fields.items()} - {*base.fields.items()}:
        assert found.text.fields.get(name) == value or any(
            isinstance(each, FieldConflict) and each.name == name and value in (each.ours, each.theirs)
            for each in found.conflicts
        )


@given(texts(), st.data())
def test_edits_that_do_not_meet_are_both_in_the_merge(base, data):
    """One edits the first half of the segments, the other the second; each adds, removes and rewrites."""
    half = len(base.segments) // 2
    one, two = JointText(base.segments[:half]), JointText(base.segments[half:])
    ours_part = data.draw(amended(one, new="uv"))
    theirs_part = data.draw(amended(two, new="xy"))
    ours = JointText((*ours_part.segments, *two.segments), base.fields)
    theirs = JointText((*one.segments, *theirs_part.segments), base.fields)

    found = merge(base, ours, theirs)

    assert found.is_whole
    assert sorted(found.text.words, key=lambda each: each.id) == sorted(
        (*ours_part.words, *theirs_part.words), key=lambda each: each.id
    )


@given(texts(), st.data())
def test_a_merge_with_an_original_that_did_not_move_is_the_amendment(base, data):
    ours = data.draw(amended(base, new="uv"))

    found = merge(base, ours, base)

    assert found.is_whole
    assert (found.text.words, dict(found.text.fields)) == (ours.words, dict(ours.fields))


@given(texts(), st.data())
def test_a_merge_of_nothing_is_the_moved_original(base, data):
    theirs = data.draw(amended(base, new="xy"))

    found = merge(base, base, theirs)

    assert found.is_whole
    assert (found.text.words, found.text.fields) == (theirs.words, theirs.fields)
    assert set(found.text.stale) <= set(theirs.stale)


@given(texts(), st.data())
def test_no_side_counts_as_confirmed_that_nobody_confirmed(base, data):
    ours, theirs = data.draw(amended(base, new="uv")), data.draw(amended(base, new="xy"))

    found = merge(base, ours, theirs).text

    for each in found.segments:
        for language in (EN, ES):
            if not each.is_stale(language):
                assert any(
                    seen is not None and seen.words == each.words and not seen.is_stale(language)
                    for seen in (ours.segment(each.id), theirs.segment(each.id))
                )


def _said(text):
    return {(each.id, language, each.side(language).text) for each in text.segments for language in (EN, ES)}
