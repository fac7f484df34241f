"""Charts are self-contained, follow the page and say what they show."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from hled.interfaces.charts import (
    Aim,
    Kind,
    Level,
    Line,
    Moment,
    Part,
    Placed,
    Point,
    Ranked,
    Row,
    Spot,
    Stacked,
    Width,
    Wording,
    choropleth,
    distribution_bar,
    in_fixed_colors,
    line_chart,
    matrix,
    plane,
    rank_intervals,
    ranked_bars,
    scatter,
    small_multiples,
    stacked_bars,
)

pytestmark = pytest.mark.one_store

WORDING = Wording(
    "Más <camiones> & más", "miles de camiones", "Fuente: prueba", 'Sube de 1 a 3, "siempre"', "es"
)
SVG = "{http://www.w3.org/2000/svg}"
LINE = Line("Camiones", [(date(2020 + step, 12, 31), Decimal(1000 * step)) for step in range(5)])


LIMITS = (Decimal("0.5"), Decimal(2), Decimal(8))


def texts(svg: str) -> list[str]:
    return ["".join(each.itertext()).strip() for each in ET.fromstring(svg).iter(f"{SVG}text")]


def drawings(width: Width = Width.WIDE) -> list[str]:
    return [
        line_chart([LINE], WORDING, width=width),
        small_multiples([LINE, LINE], WORDING, width=width),
        choropleth(
            {"07": Decimal("74.4"), "01": Decimal("23.7"), "20": None}, WORDING, decimals=1, width=width
        ),
        distribution_bar([Part("Hecho", 20, "done"), Part("En curso", 44, "going")], WORDING, width=width),
        matrix(
            [Row("Equipo", [Decimal("0.2"), None])], ["China", "México"], WORDING, limits=LIMITS, width=width
        ),
        stacked_bars([Stacked("Equipo", [Decimal(70), Decimal(30)])], ["uno", "dos"], WORDING, width=width),
        ranked_bars([Ranked("Equipo", Decimal(3), Decimal(2), Decimal(5))], WORDING, width=width),
        scatter(
            [Point("Equipo", Decimal("1.2"), Decimal("0.8"), marked=True)],
            WORDING,
            across="media",
            width=width,
        ),
    ]


@pytest.mark.parametrize("width", list(Width))
def test_a_chart_is_an_image_with_words_for_those_who_do_not_see_it(width):
    for svg in drawings(width):
        root = ET.fromstring(svg)

        assert (root.get("role"), root.get("lang")) == ("img", "es")
        assert root.get("aria-label") == 'Sube de 1 a 3, "siempre"'
        assert "Más <camiones> & más" in " ".join(texts(svg))
        assert "Fuente: prueba" in texts(svg)
        assert width.value <= float(root.get("viewBox").split()[2]) <= width.value * 1.06


def test_a_page_may_say_the_title_in_its_own_heading():
    svg = line_chart([LINE], replace(WORDING, title=""))

    assert texts(svg)[-1] == "Fuente: prueba"
    assert "Miles de camiones" in texts(svg)
    assert "camiones> & más" not in " ".join(texts(svg))


def test_a_chart_needs_nothing_from_outside_and_no_style_of_its_own():
    for svg in drawings():
        assert not re.search(r"<(style|script|image|foreignObject)|href=|style=|url\((?!#)|@import", svg)


def test_every_color_follows_the_page_and_falls_back_on_light():
    for svg in drawings():
        loose = re.sub(r"var\(--[a-z]+, #[0-9a-f]{6}\)", "", svg)

        assert re.findall(r"#[0-9a-f]{6}\b|c0ffe", loose) == []
        assert "var(" not in in_fixed_colors(svg)


def test_two_charts_on_one_page_share_no_id():
    ids = [set(re.findall(r'id="([^"]+)"', svg)) for svg in drawings()]

    assert sum(map(len, ids)) == len(set().union(*ids))


def test_the_same_chart_is_drawn_the_same():
    assert line_chart([LINE], WORDING) == line_chart([LINE], WORDING)


def test_relaunch_meetings_baseline_and_target_are_marked():
    svg = line_chart(
        [LINE],
        WORDING,
        moments=[Moment(date(2021, 9, 9), "Relanzamiento"), Moment(date(2022, 4, 18))],
        baseline=Level("Línea base 1,000", Decimal(1000), date(2021, 9, 30)),
        aims=[Aim("Meta 5,000", date(2028, 12, 31), Decimal(5000), Decimal(4000), Decimal(6000))],
    )

    words = " ".join(texts(svg))
    assert all(each in words for each in ("Relanzamiento", "Línea base", "1,000", "Meta 5,000", "4,000"))
    assert "Marcas sobre el eje: reuniones del Diálogo." in words


def test_a_gap_breaks_the_line():
    whole = [(date(2020, month, 1), Decimal(month)) for month in range(1, 13)]
    holed = [point for point in whole if point[0].month not in {5, 6, 7}]
    told = [(day, None if day.month in {5, 6, 7} else value) for day, value in whole]

    def strokes(points):
        svg = line_chart([Line("a", points)], WORDING)
        return max(
            path.count("M")
            for path in re.findall(r'stroke="var\(--link[^>]*|d="([^"]*)"[^>]*var\(--link', svg)
        )

    assert (strokes(whole), strokes(holed), strokes(told)) == (1, 2, 2)


def test_a_state_without_a_figure_is_drawn_as_not_published():
    partly = choropleth({"07": Decimal(1)}, WORDING)
    fully = choropleth({f"{number:02}": Decimal(number) for number in range(1, 33)}, WORDING)

    assert ("No publicado" in texts(partly), "No publicado" in texts(fully)) == (True, False)
    assert "1\u20138" in texts(fully)


def test_equal_values_stay_in_one_class():
    values = {f"{number:02}": Decimal(7) for number in range(1, 33)}

    assert "7" in texts(choropleth(values, WORDING))


def test_a_chart_without_values_is_refused():
    nothing = Line("a", [(date(2020, 1, 1), None)])

    for draw in (
        lambda: line_chart([nothing], WORDING),
        lambda: line_chart([LINE] * 5, WORDING),
        lambda: small_multiples([nothing], WORDING),
        lambda: choropleth({"07": None}, WORDING),
        lambda: choropleth({"07": Decimal(1)}, WORDING, classes=9),
        lambda: distribution_bar([Part("a", 0, "done")], WORDING),
        lambda: distribution_bar([Part("a", -1, "done"), Part("b", 2, "done")], WORDING),
    ):
        with pytest.raises(ValueError, match=r"lines|values|parts"):
            draw()


def test_a_matrix_says_every_number_and_a_dash_where_there_is_none():
    svg = matrix(
        [Row("Equipo", [Decimal("0.2"), None]), Row("Acero", [Decimal(9), Decimal(2)])],
        ["China", "México"],
        WORDING,
        limits=LIMITS,
    )

    assert {"0.2", "–", "9.0", "2.0", "Equipo", "China"} <= set(texts(svg))
    assert any("menos de 0.5" in each and "8 o más" in each for each in texts(svg))


@pytest.mark.parametrize(
    ("rows", "limits"),
    [
        ([], LIMITS),
        ([Row("a", [])], LIMITS),
        ([Row("a", [Decimal(1)])], ()),
        ([Row("a", [Decimal(1)])], (Decimal(2), Decimal(1))),
        ([Row("a", [Decimal(1)])], tuple(map(Decimal, range(1, 6)))),
    ],
)
def test_a_matrix_that_cannot_be_told_apart_is_refused(rows, limits):
    with pytest.raises(ValueError, match=r"rows|limits"):
        matrix(rows, ["China"] if rows and rows[0].values else [], WORDING, limits=limits)


def test_ranked_bars_keep_their_order_and_refuse_less_than_nothing():
    svg = ranked_bars([Ranked("uno", Decimal(1)), Ranked("dos", Decimal(2))], WORDING)

    shown = texts(svg)
    assert shown.index("uno") < shown.index("dos")
    with pytest.raises(ValueError, match="negative"):
        ranked_bars([Ranked("menos", Decimal(-1))], WORDING)


def test_words_on_points_never_cover_each_other_and_the_first_has_its_own():
    close = [Point(f"Industria {at}", Decimal("1.5"), Decimal("1.5")) for at in range(6)]
    far = Point("Lejos", Decimal(0), Decimal(0))

    drawn = texts(scatter([*close, far], WORDING, across="media", mean=1))

    assert [each for each in drawn if each.startswith("Industria")] == ["Industria 0"]
    assert "Lejos" in drawn


def test_nothing_to_scatter_is_refused():
    with pytest.raises(ValueError, match="points"):
        scatter([], WORDING, across="media")


def test_stacked_bars_write_numbers_where_they_fit_and_name_every_piece():
    bar = Stacked("Equipo", [Decimal("69.75"), Decimal("0.25"), Decimal(30)])

    svg = stacked_bars([bar], ["nacional", "dos veces", "extranjero"], WORDING)

    shown = texts(svg)
    assert {"69.8", "30.0"} <= set(shown)
    assert "0.3" not in shown
    assert all(f" {piece}    " in svg for piece in ("nacional", "dos veces", "extranjero"))


@pytest.mark.parametrize(
    ("pieces", "key"),
    [
        ([Decimal(-1), Decimal(101)], ["a", "b"]),
        ([Decimal(100)], ["a", "b"]),
        ([Decimal(0)] * 6, list("abcdef")),
    ],
)
def test_stacked_bars_refuse_pieces_that_they_cannot_draw(pieces, key):
    with pytest.raises(ValueError, match="bars"):
        stacked_bars([Stacked("x", pieces)], key, WORDING)


KINDS = (Kind("Ampliar", "done", "circle", "●"), Kind("Crear <ya>", "going", "square", "■"))


def test_a_point_says_in_its_tip_what_the_drawing_cannot():
    points = [Spot(0.2, 0.9, 1.0, 0, "uno & más", "1"), Spot(0.7, 0.1, 0.1, 1, "dos")]
    svg = plane(points, KINDS, ("Dependencia", "Capacidad"), WORDING)

    assert [each.text for each in ET.fromstring(svg).iter(f"{SVG}title")] == ["uno & más", "dos"]
    assert "<a " not in svg
    assert {"1", "Dependencia", "Capacidad"} <= set(texts(svg))
    assert any("Ampliar" in each and "Crear <ya>" in each for each in texts(svg))


def test_axes_of_a_plane_begin_and_end_around_what_is_drawn():
    close = [Spot(0.62, 0.91, 1.0, 0, "uno"), Spot(0.68, 0.95, 0.1, 1, "dos")]
    wide = [*close, Spot(0.64, 0.9, 0.1, 0, "tres", "3", ((0.25, 0.7), (0.4, 0.99)))]

    alone, with_span = (
        texts(plane(close, KINDS, ("x", "y"), WORDING)),
        texts(plane(wide, KINDS, ("x", "y"), WORDING)),
    )

    assert {"50%", "100%"} <= set(alone)
    assert not {"0%", "20%", "40%"} & set(alone)
    assert {"20%", "30%", "40%"} <= set(with_span)
    assert "0%" not in with_span


def test_a_point_with_spans_has_a_cross_and_one_without_has_none():
    point = Spot(0.5, 0.5, 1.0, 0, "uno", "1", ((0.4, 0.6), (0.3, 0.7)))

    crossed, plain = (
        ET.fromstring(plane(points, KINDS, ("x", "y"), WORDING))
        for points in ([point], [Spot(0.5, 0.5, 1.0, 0, "uno", "1")])
    )

    def lines(svg):
        return [
            each
            for each in svg.iter(f"{SVG}line")
            if each.get("stroke-width") == "1.2" or "1.2" in (each.get("style") or "")
        ]

    assert len(lines(crossed)) == 2
    assert not lines(plain)


def test_a_number_that_would_lie_on_another_is_left_to_the_table():
    points = [
        Spot(0.5, 0.5, 1.0, 0, "uno", "1"),
        Spot(0.501, 0.5, 1.0, 0, "dos", "2"),
        Spot(0.9, 0.9, 1.0, 0, "tres", "3"),
    ]

    shown = texts(plane(points, KINDS, ("x", "y"), WORDING))

    assert {"1", "3"} <= set(shown)
    assert "2" not in shown


def test_a_distribution_writes_thousands_as_the_key_does():
    shown = texts(distribution_bar([Part("otros", 2963, "gone"), Part("uno", 306, "done")], WORDING))

    assert {"2,963", "306"} <= set(shown)
    assert "2963" not in shown


@pytest.mark.parametrize("points", [[], [Spot(1.2, 0.5, 1.0, 0, "fuera")]])
def test_points_outside_the_plane_are_refused(points):
    with pytest.raises(ValueError, match="points"):
        plane(points, KINDS, ("x", "y"), WORDING)


@pytest.mark.parametrize("width", Width)
def test_places_stand_in_their_order_with_what_is_said_of_them(width):
    rows = [Placed("1. Uno", 1, 1, 22, "94 %"), Placed("2. Dos", 2, 1, 730, "75 %", other=4)]
    found = texts(rank_intervals(rows, "En 20", WORDING, width=width))

    assert [each for each in found if each in {"1. Uno", "2. Dos"}] == ["1. Uno", "2. Dos"]
    assert {"94 %", "75 %", "En 20", "1", "10", "500"} <= set(found)


@pytest.mark.parametrize("rows", [[], [Placed("cero", 0, 0, 3, "")]])
def test_places_begin_with_one(rows):
    with pytest.raises(ValueError, match="rows"):
        rank_intervals(rows, "", WORDING)
