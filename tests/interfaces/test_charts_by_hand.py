"""Drawings of many marks: an image with words, numbers that do not cover each other, and a key."""

import re
from xml.etree import ElementTree as ET

import pytest

from hled.interfaces.charts import Bubble, Link, Node, Width, Wording, bubbles, network
from hled.interfaces.charts.bubbles import scale

WORDING = Wording("", "complejidad", "Fuente: prueba", 'Dos <puntos> & "más"', "es")
SVG = "{http://www.w3.org/2000/svg}"
POINTS = [Bubble(0.1 * at, -1.0 + at / 4, at / 9, f"{at} <b>", str(at) if at % 2 else "") for at in range(10)]
NODES = [Node(at / 9, (at % 3) / 2, at / 9, at % 2 == 0, f"n{at} & co", str(at)) for at in range(10)]
LINKS = [Link(at, at + 1, at % 2 == 0) for at in range(9)]
KEY = ("tiene", "no tiene", "árbol", "cerca")


def drawings(width: Width) -> list[str]:
    return [
        bubbles(POINTS, WORDING, across="densidad", key=("borde", "otros"), width=width),
        network(NODES, LINKS, WORDING, key=KEY, width=width),
    ]


@pytest.mark.parametrize("width", list(Width))
def test_a_drawing_is_one_image_with_words(width: Width) -> None:
    for svg in drawings(width):
        root = ET.fromstring(svg)

        assert root.get("role") == "img"
        assert root.get("aria-label") == WORDING.alternative
        assert float(root.get("viewBox", "").split()[2]) == width.value
        assert "var(--ink, " in svg
        assert not re.search(r'(?:fill|stroke)="#', svg)


@pytest.mark.parametrize("width", list(Width))
def test_every_mark_lies_inside_and_tells_what_it_is(width: Width) -> None:
    for svg, marks in zip(drawings(width), (10, 10), strict=True):
        root = ET.fromstring(svg)
        height = float(root.get("viewBox", "").split()[3])
        drawn = [*root.iter(f"{SVG}circle"), *root.iter(f"{SVG}rect")]

        assert len(drawn) == marks
        assert all(each.find(f"{SVG}title") is not None for each in drawn)
        for each in drawn:
            x = float(each.get("cx") or each.get("x") or -1)
            y = float(each.get("cy") or each.get("y") or -1)
            assert 0 <= x <= width.value
            assert 0 <= y <= height


def test_numbered_points_are_squares_and_filled_nodes_have_ink() -> None:
    points, nodes = (ET.fromstring(each) for each in drawings(Width.WIDE))

    assert len(list(points.iter(f"{SVG}rect"))) == sum(bool(each.number) for each in POINTS)
    groups = [each for each in nodes.iter(f"{SVG}g") if each.get("fill")]
    assert [len(list(each)) for each in groups] == [5, 5]
    assert ["paper" in (each.get("fill") or "") for each in groups] == [True, False]


def test_numbers_that_would_cover_each_other_are_left_to_the_table() -> None:
    crowd = [Bubble(0.5, 0.5, 0.1, "x", str(at)) for at in range(30)] + [Bubble(0, 0, 0.1, "y")]

    words = [
        "".join(each.itertext())
        for each in ET.fromstring(bubbles(crowd, WORDING, across="a", key=("b", "c"))).iter(f"{SVG}text")
    ]

    assert 1 <= sum(each.isdigit() and each != "0" for each in words) <= 5


@pytest.mark.parametrize("width", list(Width))
def test_a_long_key_takes_lines_that_fit(width: Width) -> None:
    long = (
        "en el borde: " + "ninguno es a la vez más cercano " * 2,
        "otros productos que no tiene; área: lo que compra",
    )

    svg = bubbles(POINTS, WORDING, across="densidad", key=long, width=width)

    lines = ["".join(each.itertext()) for each in ET.fromstring(svg).iter(f"{SVG}text")]
    assert max(map(len, lines)) <= {Width.WIDE: 108, Width.PHONE: 58}[width]
    assert sum("ninguno" in each for each in lines) >= 1


@pytest.mark.parametrize(
    ("values", "ticks"),
    [([0.0, 1.0], [0, 0.5, 1.0]), ([-3.0, 2.0], [-2.0, 0.0, 2.0]), ([0.09, 0.28], [0.1, 0.15, 0.2, 0.25])],
)
def test_marks_of_an_axis_are_round(values: list[float], ticks: list[float]) -> None:
    (low, high), found = scale(values)

    assert low < min(values) <= max(values) < high
    assert found == pytest.approx(ticks)


def test_one_value_has_an_axis_too() -> None:
    ends, ticks = scale([2.0, 2.0])

    assert ends == (1.5, 2.5)
    assert ticks


def test_nothing_to_draw_is_a_wrong_call() -> None:
    with pytest.raises(ValueError, match="none"):
        bubbles([], WORDING, across="a", key=("b", "c"))
    with pytest.raises(ValueError, match="none"):
        network([], [], WORDING, key=KEY)


def test_a_share_to_the_right_is_written_in_percent() -> None:
    points = [Bubble(0.1, 1.0, 1.0, "a"), Bubble(0.3, 2.0, 0.5, "b")]

    shares, plain = (
        bubbles(points, WORDING, across="densidad", key=("borde", "otros"), shares=shares)
        for shares in (True, False)
    )

    assert "20\u202f%<" in shares
    assert "%<" not in plain
