"""Which language a command speaks."""

import pytest

from hled.interfaces.terminal.language import asked_language, chosen_language


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["scoreboard", "--lang", "es"], {"LANG": "en_US.UTF-8"}, "es"),
        (["scoreboard", "--lang=es"], {}, "es"),
        (["--lang", "es", "statement", "read", "x.txt", "--lang", "en"], {}, "es"),
        (["statement", "read", "x.txt", "--lang", "es"], {"LANG": "en_US.UTF-8"}, "en"),
        (["scoreboard"], {"HLED_LANGUAGE": "es", "LC_ALL": "en_US.UTF-8"}, "es"),
        (["scoreboard"], {"LC_ALL": "es_MX.UTF-8", "LANG": "en_US.UTF-8"}, "es"),
        (["scoreboard"], {"LC_ALL": "", "LANG": "es_MX.UTF-8"}, "es"),
        (["scoreboard"], {"LANG": "fr_FR.UTF-8"}, "en"),
        (["scoreboard", "--lang", "fr"], {"LANG": "es_MX.UTF-8"}, "es"),
        (["scoreboard", "--lang"], {}, "en"),
    ],
)
def test_the_option_decides_then_the_setting_then_the_terminal(
    arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    assert chosen_language(arguments, environment) == expected


def test_a_language_that_does_not_exist_is_still_known_to_have_been_asked_for() -> None:
    assert asked_language(["scoreboard", "--lang", "fr"]) == "fr"
