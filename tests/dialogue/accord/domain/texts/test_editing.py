import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.accord.domain.texts.editing import (
    EditConflict,
    Read,
    add,
    bracket,
    confirm,
    move,
    remove,
    write,
)
from hled.dialogue.accord.domain.texts.segments import SegmentKind, Side, read_back
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

from .making import EN, ES, NOON, PORTS, joint, segment, texts, words

FIRST = Read(1, 1)


def codes(refused) -> list[str]:
    return [each.rule.code for each in refused.value.findings]


@pytest.mark.parametrize(("language", "other"), [(EN, ES), (ES, EN)])
def test_changing_one_language_leaves_the_other_stale_and_confirming_brings_it_back(language, other):
    changed = write(PORTS, "b", {language: "Otherwise."}, read=FIRST)

    assert changed.stale == (("b", other),)
    seen = Read.of(changed.segment("b"))
    assert confirm(changed, "b", other, read=seen).stale == ()


def test_answering_a_change_leaves_the_first_language_to_be_confirmed():
    english = write(PORTS, "b", {EN: "They report twice."}, read=FIRST)
    both = write(english, "b", {ES: "Informan dos veces."}, read=Read.of(english.segment("b")))

    assert both.stale == (("b", EN),)


def test_writing_both_languages_together_confirms_both():
    both = write(PORTS, "b", {EN: "They report twice.", ES: "Informan dos veces."}, read=FIRST)

    assert both.stale == ()
    assert both.segment("b").english == Side("They report twice.", 2, 2)


def test_the_same_words_again_change_no_version():
    assert write(PORTS, "b", {EN: "They report each year."}, read=FIRST) == PORTS


def test_ac_75_an_edit_of_a_version_that_moved_gives_both_texts_and_changes_nothing():
    theirs = write(PORTS, "b", {EN: "They report twice."}, read=FIRST)

    found = write(theirs, "b", {EN: "They never report."}, read=FIRST)

    assert found == EditConflict("b", FIRST, theirs.segment("b"), {EN: "They never report."})


def test_edits_of_the_two_languages_do_not_stand_in_each_others_way_but_both_are_stale():
    english = write(PORTS, "b", {EN: "They report twice."}, read=FIRST)
    both = write(english, "b", {ES: "Informan cada mes."}, read=FIRST)

    assert both.stale == (("b", EN), ("b", ES))


def test_an_edit_of_a_segment_that_was_removed_gives_the_words_back():
    removed = remove(PORTS, "b", read=FIRST)

    assert write(removed, "b", {ES: "Mis palabras."}, read=FIRST) == EditConflict(
        "b", FIRST, None, {ES: "Mis palabras."}
    )


def test_a_segment_that_changed_meanwhile_is_not_removed_or_confirmed():
    changed = write(PORTS, "b", {EN: "They report twice."}, read=FIRST)

    assert isinstance(remove(changed, "b", read=FIRST), EditConflict)
    assert isinstance(confirm(changed, "b", ES, read=FIRST), EditConflict)


def test_a_segment_keeps_its_identity_when_it_moves():
    moved = move(PORTS, "c", after=None)

    assert [each.id for each in moved.segments] == ["c", "a", "b"]
    assert moved.segment("c") == PORTS.segment("c")


def test_ac_60_a_segment_that_is_not_there_is_refused():
    for act in (
        lambda: move(PORTS, "z", after=None),
        lambda: move(PORTS, "a", after="a"),
        lambda: add(PORTS, "n", SegmentKind.ITEM, after="z"),
        lambda: add(PORTS, "a", SegmentKind.ITEM),
        lambda: remove(PORTS, "z", read=FIRST),
    ):
        with pytest.raises(BrokenRuleError) as refused:
            act()
        assert codes(refused) == ["AC-60"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (SegmentKind.FIELD, ""),
        (SegmentKind.FIELD, "Title"),
        (SegmentKind.ITEM, "title"),
        (SegmentKind.FIELD, "taken"),
    ],
)
def test_ac_61_only_fields_have_a_name_of_their_own(kind, name):
    text = add(PORTS, "t", SegmentKind.FIELD, name="taken")

    with pytest.raises(BrokenRuleError) as refused:
        add(text, "n", kind, name=name)

    assert codes(refused) == ["AC-61"]


def test_ac_55_the_number_of_segments_has_a_limit():
    full = joint(*(segment(str(number), "x", "y") for number in range(1000)))

    with pytest.raises(BrokenRuleError) as refused:
        add(full, "n", SegmentKind.ITEM)

    assert codes(refused) == ["AC-55"]


def bracketed(**more):
    return bracket(
        PORTS,
        "b",
        EN,
        more.pop("words", "each year"),
        bracket="k",
        owner=Party.MX,
        reason=more.pop("reason", "The budget is not known."),
        at=NOON,
        alternatives=more.pop("alternatives", ("every two years",)),
        read=FIRST,
    )


def test_words_in_brackets_have_owner_reason_alternatives_and_age():
    text = bracketed()

    (found,) = text.brackets
    assert text.segment("b").english.text == "They report [each year]."
    assert (found.owner, found.words, found.alternatives) == (Party.MX, "each year", ("every two years",))
    assert found.age(NOON.replace(month=12)) == 30
    assert not text.is_clean
    assert text.stale == (("b", ES),)


def test_a_bracket_stays_while_its_words_stand_in_brackets_and_is_lifted_by_an_edit():
    text = bracketed()

    around = write(text, "b", {EN: "Both report [each year] in full."}, read=Read(2, 1))
    lifted = write(around, "b", {EN: "Both report every two years in full."}, read=Read(3, 1))

    assert around.brackets == text.brackets
    assert lifted.is_clean


def test_ac_59_words_in_brackets_that_nobody_explained_are_refused():
    with pytest.raises(BrokenRuleError) as refused:
        write(PORTS, "b", {EN: "They [shall] report."}, read=FIRST)

    assert codes(refused) == ["AC-59"]


@pytest.mark.parametrize("said", ["They [report", "They report]", "They [] report", "They [re[port]]"])
def test_ac_58_brackets_are_well_formed(said):
    with pytest.raises(BrokenRuleError) as refused:
        write(PORTS, "b", {EN: said}, read=FIRST)

    assert codes(refused) == ["AC-58"]


@pytest.mark.parametrize("said", ["each month", "each yea", "[each", "", " "])
def test_ac_63_words_for_a_bracket_stand_there_whole(said):
    with pytest.raises(BrokenRuleError) as refused:
        bracketed(words=said)

    assert codes(refused) == ["AC-63"]


def test_ac_63_words_are_put_in_brackets_once():
    with pytest.raises(BrokenRuleError) as refused:
        bracket(
            bracketed(), "b", EN, "each", bracket="l", owner=Party.US, reason="No.", at=NOON, read=Read(2, 1)
        )

    assert codes(refused) == ["AC-63"]


def test_a_bracket_needs_a_plain_reason():
    for reason, alternatives, expected in (("", (), ["AC-59"]), ("<b>no</b>", ("a\nb",), ["AC-51", "AC-53"])):
        with pytest.raises(BrokenRuleError) as refused:
            bracketed(reason=reason, alternatives=alternatives)
        assert codes(refused) == expected


def test_two_brackets_with_the_same_words_are_kept_apart():
    text = joint(segment("b", "shall or shall", "x"))
    for id, owner in (("k", Party.MX), ("l", Party.US)):
        text = bracket(
            text,
            "b",
            EN,
            "shall",
            bracket=id,
            owner=owner,
            reason="why",
            at=NOON,
            read=Read.of(text.segment("b")),
        )

    assert text.segment("b").english.text == "[shall] or [shall]"
    assert [each.id for each in text.brackets] == ["k", "l"]


@given(texts(), st.data())
def test_an_edit_never_touches_what_it_does_not_name(text, data):
    if not text.segments:
        return
    chosen = data.draw(st.sampled_from(text.segments))
    language = data.draw(st.sampled_from([EN, ES]))
    said = data.draw(words)

    found = write(text, chosen.id, {language: said}, read=Read.of(chosen))

    assert found.segment(chosen.id).side(language).text == said
    assert found.segment(chosen.id).side(language.other) == chosen.side(language.other)
    assert [each for each in found.segments if each.id != chosen.id] == [
        each for each in text.segments if each.id != chosen.id
    ]


@given(texts(least=1))
def test_a_text_is_read_back_from_what_is_signed(text):
    back = read_back(text.text(EN), text.text(ES), text.signed_fields)

    assert (back.words, dict(back.fields), back.stale) == (text.words, dict(text.fields), ())


def test_two_texts_that_do_not_have_the_segments_named_are_refused():
    with pytest.raises(ValueError, match="3 segments named"):
        read_back(PORTS.text(EN), "una sola", PORTS.signed_fields)
