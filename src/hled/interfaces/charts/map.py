"""The Mexican states in a few classes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Any

from hled.interfaces.charts.finish import finished
from hled.interfaces.charts.theme import LIGHT, SHADES
from hled.interfaces.charts.words import Width, Wording
from hled.interfaces.formats import number
from hled.kernel.bilingual import Bilingual
from hled.sources.tables import BUNDLED

NOT_PUBLISHED = Bilingual("Not published", "No publicado")


def choropleth(
    values: Mapping[str, Decimal | None],
    wording: Wording,
    *,
    decimals: int = 0,
    classes: int = 4,
    outlined: Iterable[str] = (),
    width: Width = Width.WIDE,
) -> str:
    """
    The Mexican states in at most five classes of about equal count.

    Parameters
    ----------
    values : mapping of two-digit INEGI code to Decimal or None
        A state that is not there, or None, is drawn as not published.
    outlined : codes
        States drawn with a strong border, such as the southern ones.

    Raises
    ------
    ValueError
        When no state has a value, or more classes are asked for than can be told apart.
    """
    known = sorted(value for value in values.values() if value is not None)
    if not known or not 1 <= classes <= len(SHADES):
        raise ValueError(f"values: {len(known)} states, classes={classes}: nothing to draw")
    import altair as alt

    limits = _class_limits(known, classes)
    names = [_class_name(pair, decimals) for pair in limits]
    absent = NOT_PUBLISHED.in_language(wording.language)
    features = [_classed(each, values, limits, [*names, absent], frozenset(outlined)) for each in _states()]
    if any(each["properties"]["missing"] for each in features):
        names.append(absent)
    inks = [*_inks(len(limits)), LIGHT["paper"]][: len(names)]
    color = alt.Color(
        "properties.class:N",
        scale=alt.Scale(domain=names, range=inks),
        legend=_key(alt, wording.unit, width),
    )
    shape = {"width": width.value, "height": round(width.value * 0.62)}
    chart = alt.layer(*_layers(alt, features, color)).project(type="mercator").properties(**shape)
    return finished(chart, wording, width, unit=False)


def _layers(alt: Any, features: Sequence[dict[str, Any]], color: Any) -> list[Any]:
    """All states, then the borders of those without a figure, then the outlined ones."""

    def states(name: str) -> Any:
        chosen = [each for each in features if not name or each["properties"][name]]
        return alt.Chart(alt.Data(values=chosen))

    filled = states("").mark_geoshape(stroke=LIGHT["paper"], strokeWidth=0.7).encode(color=color)
    missing = {"filled": False, "stroke": LIGHT["soft"], "strokeWidth": 0.8, "strokeDash": [2, 2]}
    strong = {"filled": False, "stroke": LIGHT["ink"], "strokeWidth": 1.3}
    return [filled, states("missing").mark_geoshape(**missing), states("strong").mark_geoshape(**strong)]


@cache
def _states() -> tuple[dict[str, Any], ...]:
    """Features with every outer ring clockwise, as the drawing program wants them."""
    collection = json.loads((BUNDLED / "geo" / "mexico_states.geojson").read_text(encoding="utf-8"))
    for feature in collection["features"]:
        geometry = feature["geometry"]
        geometry["coordinates"] = [
            [_wound(ring, clockwise=index == 0) for index, ring in enumerate(polygon)]
            for polygon in geometry["coordinates"]
        ]
    return tuple(collection["features"])


def _wound(ring: list[list[float]], *, clockwise: bool) -> list[list[float]]:
    doubled_area = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))
    return ring if (doubled_area > 0) == clockwise else ring[::-1]


def _class_limits(known: Sequence[Decimal], classes: int) -> list[tuple[Decimal, Decimal]]:
    """Lowest and highest value of each class; equal values stay in one class."""
    size = len(known) / min(classes, len(set(known)))
    limits: list[tuple[Decimal, Decimal]] = []
    for index, value in enumerate(known):
        if limits and (value == limits[-1][1] or index < round(len(limits) * size)):
            limits[-1] = (limits[-1][0], value)
        else:
            limits.append((value, value))
    return limits


def _class_name(limits: tuple[Decimal, Decimal], decimals: int) -> str:
    low, high = (number(each, decimals) for each in limits)
    return low if low == high else f"{low}\N{EN DASH}{high}"


def _inks(count: int) -> list[str]:
    """Signal colors of so many classes, light to strong, spread over the whole scale."""
    signals = list(SHADES)
    if count == 1:
        return [signals[len(signals) // 2]]
    return [signals[round(index * (len(signals) - 1) / (count - 1))] for index in range(count)]


def _classed(
    feature: Mapping[str, Any],
    values: Mapping[str, Decimal | None],
    limits: Sequence[tuple[Decimal, Decimal]],
    names: Sequence[str],
    strong: frozenset[str],
) -> dict[str, Any]:
    value = values.get(feature["id"])
    index = -1 if value is None else next(i for i, (_, high) in enumerate(limits) if value <= high)
    properties = {"class": names[index], "missing": value is None, "strong": feature["id"] in strong}
    return {"type": "Feature", "properties": properties, "geometry": feature["geometry"]}


def _key(alt: Any, unit: str, width: Width) -> Any:
    wide = width is Width.WIDE
    return alt.Legend(
        title=unit[:1].upper() + unit[1:],
        orient="bottom-left" if wide else "bottom",
        direction="vertical" if wide else "horizontal",
        columns=1 if wide else 2,
        symbolType="square",
        symbolSize=160,
        symbolStrokeWidth=0.8,
        symbolStrokeColor=LIGHT["soft"],
        titleLimit=330,
    )
