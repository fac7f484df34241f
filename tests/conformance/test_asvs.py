"""The table of the security standard is complete, and whatever it names exists."""

from pathlib import Path

import pytest
import yaml

TOOLS = Path(__file__).parents[2] / "tools"
COUNTS = {
    "1": (2, 9, 11, 3, 2),
    "2": (3, 3, 4, 1),
    "3": (0, 2, 4, 6, 5, 0, 2),
    "4": (3, 1, 2, 4),
    "5": (1, 3, 2, 3),
    "6": (3, 12, 4, 4, 5, 3, 0, 4),
    "7": (3, 4, 2, 5, 2, 2),
    "8": (2, 3, 1, 1),
    "9": (3, 4),
    "10": (2, 2, 4, 11, 5, 2, 3),
    "11": (2, 3, 3, 4, 1, 1),
    "12": (3, 2, 4),
    "13": (1, 5, 2, 5),
    "14": (2, 4, 3),
    "15": (3, 3, 7),
    "16": (1, 5, 4, 3, 3),
    "17": (1, 4, 2),
}
"""Chapter -> requirements of levels 1 and 2 in each section, as the standard numbers them."""


@pytest.fixture
def asvs(monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    from pages import asvs

    return asvs


def test_every_requirement_of_levels_1_and_2_has_its_row_in_order(asvs):
    expected = [
        f"{chapter}.{section}.{number}"
        for chapter, sections in COUNTS.items()
        for section, count in enumerate(sections, 1)
        for number in range(1, count + 1)
    ]

    assert len(expected) == 253
    assert [each.number for each in asvs.read()] == expected


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_table_says_every_requirement_in_its_language(asvs, language):
    shown = asvs.requirements(language)

    assert all(f"| {each.number} | " in shown for each in asvs.read())
    assert {each.chapter for each in asvs.read()} == set(asvs.CHAPTERS)


SOUND = [
    "1.1.1",
    "Asked",
    "Se pide",
    "held",
    "conformance/test_asvs.py::test_a_row_that_does_not_hold_is_refused",
    "",
    "",
]


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (3, "well", "is not known"),
        (3, "open", "needs a reason"),
        (4, "", "test or reason"),
        (4, "conformance/test_asvs.py::test_nothing", "does not exist"),
        (4, "conformance/nowhere.py::test_nothing", "does not exist"),
        (5, "One language", "both languages"),
    ],
)
def test_a_row_that_does_not_hold_is_refused(asvs, tmp_path, place, value, said):
    path = tmp_path / "rows.yaml"
    path.write_text(yaml.safe_dump([SOUND]))
    assert len(list(asvs.read(path))) == 1
    path.write_text(
        yaml.safe_dump([[value if number == place else each for number, each in enumerate(SOUND)]])
    )

    with pytest.raises(ValueError, match=said):
        list(asvs.read(path))
