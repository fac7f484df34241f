import pytest

from hled.interfaces.drawn import drawing


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path


def never() -> str:
    raise AssertionError("drawn again")


def test_a_drawing_is_made_once_for_the_same_figures():
    assert drawing("1 2 3", lambda: "<svg/>") == "<svg/>"
    assert drawing("1 2 3", never) == "<svg/>"


def test_other_figures_are_drawn_anew():
    drawing("1 2 3", lambda: "<svg/>")

    assert drawing("1 2 4", lambda: "<svg>4</svg>") == "<svg>4</svg>"


def test_a_folder_that_cannot_be_written_does_not_stop_the_page(settings, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings.HOME = blocked

    assert drawing("1", lambda: "<svg/>") == "<svg/>"


def test_nothing_half_written_is_left(tmp_path):
    drawing("1", lambda: "<svg/>")

    assert [each.suffix for each in (tmp_path / "drawings").iterdir()] == [".svg"]
