import pytest

from hled.dialogue.accord.domain.texts.plain import MOST_CHARACTERS, findings_of_words, tidied


def codes(text: str) -> list[str]:
    return [each.rule.code for each in findings_of_words(text, "a en")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The <b>Parties</b> agree.", "AC-51"),
        ("A <script>alert(1)", "AC-51"),
        ("<!-- hidden --> words", "AC-51"),
        ("Fish &amp; chips", "AC-51"),
        ("Fish &#38; chips", "AC-51"),
        ("words\u202eback", "AC-52"),
        ("words\u2066inside\u2069", "AC-52"),
        ("zero\u200bwidth", "AC-52"),
        ("soft\u00adhyphen", "AC-52"),
        ("bell\x07", "AC-52"),
        ("null\x00", "AC-52"),
        ("lone \ud800 surrogate", "AC-52"),
        ("two\nlines", "AC-53"),
        ("two\r\nlines", "AC-53"),
        ("two\u2028lines", "AC-53"),
        ("x" * (MOST_CHARACTERS + 1), "AC-54"),
        ("an\u0303o", "AC-56"),
        ("no\u00a0break", "AC-56"),
        ("two  spaces", "AC-56"),
        (" before", "AC-56"),
        ("P\u0430rties", "AC-57"),  # Cyrillic
        ("N\u03bfvember", "AC-57"),  # Greek
    ],
)
def test_what_is_not_plain_text_is_refused(text, code):
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Las Partes acuerdan, «sin reserva», que el 5 % (US$ 1,000) se informe a más tardar el 1.º de mayo.",
        "Growth < 2 %, R&D and AT&T; 10 µm, Δx — “quoted”, ‘so’ … n° 3 § 2 €",
        "x" * MOST_CHARACTERS,
    ],
)
def test_what_people_write_is_plain_text(text):
    assert codes(text) == []


def test_all_findings_come_together():
    assert codes("<b>two\nlines\u200b") == ["AC-53", "AC-52", "AC-51"]


def test_ac_54_a_paste_of_50_megabytes_is_refused_at_once_and_says_how_long_it_is():
    found = list(findings_of_words("x" * 50_000_000, "a en"))

    assert [(each.rule.code, each.as_json()["found"]) for each in found] == [("AC-54", "50,000,000")]


def test_tidied_text_is_plain():
    assert tidied(" an\u0303o\u00a0 nuevo ") == "año nuevo"
    assert codes(tidied(" an\u0303o\u00a0 nuevo ")) == []
