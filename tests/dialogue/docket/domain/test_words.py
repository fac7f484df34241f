"""What somebody wrote is kept as it can be seen, and compared by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.docket.domain import words
from hled.dialogue.docket.domain.words import compared_form, read_text, shown_form
from hled.kernel.rule import BrokenRuleError


def code_of(refused):
    return [each.rule.code for each in refused.value.findings]


@pytest.mark.parametrize("text", ["", "   \n", "a", "..", "\u200b\u200b\u200b", "\u202e"])
def test_dk_01_nothing_said_is_refused(text):
    with pytest.raises(BrokenRuleError) as refused:
        read_text(text)

    assert code_of(refused) == ["DK-01"]


def test_dk_02_ten_million_characters_are_refused():
    with pytest.raises(BrokenRuleError) as refused:
        read_text("word " * 2_000_000)

    assert code_of(refused) == ["DK-02"]


@pytest.mark.parametrize("text", ["PK\x03\x04\x00\x00", "MZ\x00", "\ufffd" * 40 + "abc"])
def test_dk_03_bytes_of_a_file_are_refused(text):
    with pytest.raises(BrokenRuleError) as refused:
        read_text(text)

    assert code_of(refused) == ["DK-03"]


def test_dk_04_overrides_of_direction_and_controls_are_taken_out_and_counted():
    shown = read_text("The \u202efee\u202c is\u200b too\x07 high")

    assert (shown.text, shown.taken_out) == ("The fee is too high", 4)


def test_markup_is_text_like_any_other():
    assert read_text("<script>alert(1)</script>").text == "<script>alert(1)</script>"


def test_line_ends_and_blanks_are_plain_and_letters_composed():
    assert (
        shown_form("uno\r\ndos   tres\u00a0cuatro\n\n\n\nnin\u0303o ").text == "uno\ndos tres cuatro\n\nniño"
    )


def test_marks_piled_on_a_letter_are_cut():
    assert shown_form("a" + "\u0316" * 30).text == "a" + "\u0316" * 4


@given(st.text(max_size=300))
def test_the_shown_form_is_its_own_shown_form(text):
    once = shown_form(text).text

    assert shown_form(once).text == once
    assert shown_form(once).taken_out == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("El niño — “acción”; 100 €", b"el nino accion 100"),
        ("EL NIN\u0303O, ACCIO\u0301N 100", b"el nino accion 100"),
        ("don’t / don't", b"don t don t"),
        ("", b""),
        ("中文 Ελλάδα!", "中文 ελλαδα".encode()),
    ],
)
def test_texts_are_compared_by_their_words(text, words):
    assert compared_form(text) == words


@given(st.text(max_size=200))
def test_what_is_shown_has_the_words_of_what_was_written(text):
    shown = shown_form(text).text

    assert compared_form(shown) == compared_form(compared_form(shown).decode())


@given(st.text(st.characters(codec="cp1252"), max_size=60))
def test_the_table_of_latin_letters_says_what_the_rules_of_letters_say(text):
    assert compared_form(text) == words._of_any_letters(text)
