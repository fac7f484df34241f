import pytest

from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.party import Party, parties_in_order


@pytest.mark.parametrize(("en", "es"), [("", "sí"), ("yes", ""), ("  ", "sí")])
def test_a_text_in_one_language_only_is_refused(en, es):
    with pytest.raises(ValueError, match="both languages"):
        Bilingual(en, es)


def test_placeholders_are_filled_in_both_languages():
    text = Bilingual("{count} items in {place}", "{count} asuntos en {place}")

    assert text.format(count=3, place=Bilingual("Mexico", "México")) == Bilingual(
        "3 items in Mexico", "3 asuntos en México"
    )


def test_each_language_names_its_own_party_first():
    assert parties_in_order("en") == (Party.US, Party.MX)
    assert parties_in_order("es") == (Party.MX, Party.US)


def test_neither_language_is_the_source_of_the_other():
    assert {language.other for language in Language} == set(Language)
    assert all(language.other.other is language for language in Language)
