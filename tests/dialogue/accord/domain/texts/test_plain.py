import pytest

from hled.dialogue.accord.domain.texts.plain import MOST_CHARACTERS, findings_of_words, tidied


def codes(text: str) -> list[str]:
    return [each.rule.code for each in findings_of_words(text, "a en")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The <b>Parties</b> agree.", "TX-01"),
        ("A <script>alert(1)", "TX-01"),
        ("<!-- hidden --> words", "TX-01"),
        ("Fish &amp; chips", "TX-01"),
        ("Fish &#38; chips", "TX-01"),
        ("words\u202eback", "TX-02"),
        ("words\u2066inside\u2069", "TX-02"),
        ("zero\u200bwidth", "TX-02"),
        ("soft\u00adhyphen", "TX-02"),
        ("bell\x07", "TX-02"),
        ("null\x00", "TX-02"),
        ("lone \ud800 surrogate", "TX-02"),
        ("two\nlines", "TX-03"),
        ("two\r\nlines", "TX-03"),
        ("two\u2028lines", "TX-03"),
        ("x" * (MOST_CHARACTERS + 1), "TX-04"),
        ("an\u0303o", "TX-06"),
        ("no\u00a0break", "TX-06"),
        ("two  spaces", "TX-06"),
        (" before", "TX-06"),
        ("P\u0430rties", "TX-07"),  # Cyrillic
        ("N\u03bfvember", "TX-07"),  # Greek
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
    assert codes("<b>two\nlines\u200b") == ["TX-03", "TX-02", "TX-01"]


def test_tx_04_a_paste_of_50_megabytes_is_refused_at_once_and_says_how_long_it_is():
    found = list(findings_of_words("x" * 50_000_000, "a en"))

    assert [(each.rule.code, each.as_json()["found"]) for each in found] == [("TX-04", "50,000,000")]


def test_tidied_text_is_plain():
    assert tidied(" an\u0303o\u00a0 nuevo ") == "año nuevo"
    assert codes(tidied(" an\u0303o\u00a0 nuevo ")) == []
