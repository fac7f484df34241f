import re
from xml.etree import ElementTree

import pytest

from hled.dialogue.results.domain.assessment import Status
from hled.interfaces.drawings import bar_svg, spark_svg
from hled.interfaces.marks import MARKS, TONES, mark_svg, mark_text


def test_every_status_has_a_mark_and_a_tone():
    assert set(MARKS) == set(TONES) == {status.value for status in Status}


def test_marks_differ_in_shape_in_glyph_and_in_plain_text():
    for way in ("svg", "glyph", "ascii"):
        assert len({getattr(mark, way) for mark in MARKS.values()}) == len(MARKS)


@pytest.mark.parametrize("status", MARKS)
def test_a_disputed_mark_has_a_split_corner(status):
    plain, disputed = mark_svg(status), mark_svg(status, disputed=True)

    assert "mark-split" in disputed
    assert "mark-split" not in plain
    assert mark_text(status, disputed=True) != mark_text(status)
    assert mark_text(status, disputed=True, unicode=False).isascii()


@pytest.mark.parametrize("status", MARKS)
def test_a_mark_is_well_formed_and_carries_no_style(status):
    drawn = mark_svg(status, disputed=True)

    ElementTree.fromstring(drawn)  # our own drawing
    assert "style=" not in drawn


def test_a_bar_has_one_cell_for_each_item_on_a_common_scale():
    drawn = bar_svg({"done": 2, "late": 1}, scale=6)

    assert re.findall(r'x="([\d.]+)%" width="([\d.]+)%"', drawn) == [
        ("0.000", "16.667"),
        ("16.667", "16.667"),
        ("33.333", "16.667"),
    ]


def test_a_long_bar_has_one_cell_for_each_status():
    assert bar_svg({"done": 2000, "late": 1000, "silent": 0}, scale=3000).count("<rect") == 2


def test_a_bar_beyond_its_scale_is_refused():
    with pytest.raises(ValueError, match="scale=1"):
        bar_svg({"done": 2}, scale=1)


def test_a_missing_value_breaks_the_spark():
    drawn = spark_svg([(0, 1.0), (1, 2.0), (2, None), (3, 1.0), (4, 2.0)], label="-")

    assert drawn.count("<polyline") == 2


def test_a_spark_needs_two_values():
    assert spark_svg([(0, 1.0), (1, None)], label="-") == ""
