"""Long is not rare."""

import pytest
from django.core.exceptions import ValidationError

from hled.dialogue.delegations.domain.passwords import (
    FEWEST_BESIDE,
    FIELD_WORDS,
    beside_field_words,
    plain,
    undisguised,
)
from hled.dialogue.delegations.services.passwords import DisguisedPasswordValidator, FieldWordsValidator


@pytest.mark.parametrize(
    "password",
    ["Password2026", "dragondragon", "!!qwerty!!", "Football1234", "12monkey34"],
)
def test_a_common_password_in_disguise_is_refused(password):
    with pytest.raises(ValidationError):
        DisguisedPasswordValidator().validate(password)


@pytest.mark.parametrize(
    "password",
    ["correcto-caballo-grapa-42", "93857104dog29", "cuatro palabras sin relación", "xkqjwzpv-2031"],
)
def test_a_rare_one_is_not(password):
    DisguisedPasswordValidator().validate(password)
    FieldWordsValidator().validate(password)


@pytest.mark.parametrize(
    "password", ["HLED-México-2026!", "Diálogo Económico 26", "CoordinadorDEAN1", "usmca-tmec-usmca-t"]
)
def test_words_of_the_field_alone_are_refused(password):
    with pytest.raises(ValidationError):
        FieldWordsValidator().validate(password)


def test_a_word_of_the_field_beside_enough_others_is_none_the_worse():
    assert beside_field_words("mexico-grapa-caballo") == len("grapacaballo") >= FEWEST_BESIDE


def test_the_words_stand_as_they_are_compared():
    assert all(word == plain(word) for word in FIELD_WORDS)
    assert len(set(FIELD_WORDS)) == len(FIELD_WORDS)


def test_repeating_and_marks_are_taken_off_and_nothing_else():
    assert undisguised("99Monkey-Monkey-Monkey!") == "monkey-monkey-monkey"
    assert undisguised("monkeymonkey1") == "monkey"
    assert undisguised("7364518a") == "7364518a"
