"""
Charts as self-contained SVG, drawn on the server: lines in time, small multiples, map of the Mexican states, distribution bar, matrix,
bars in order of size, bars of pieces, points on two measures, points in a plane, places in an order, points with areas, networks.

Drawn in fixed signal colors that are then replaced by the page's color variables, each with the light color to fall back on:
the same drawing follows light, dark and print inside a page, and stands alone outside it. Callers cache by digest.
"""

from hled.interfaces.charts.bar import distribution_bar
from hled.interfaces.charts.bubbles import Bubble, bubbles
from hled.interfaces.charts.finish import in_fixed_colors
from hled.interfaces.charts.intervals import Placed, rank_intervals
from hled.interfaces.charts.lines import line_chart, small_multiples
from hled.interfaces.charts.map import choropleth
from hled.interfaces.charts.matrix import matrix
from hled.interfaces.charts.network import Link, Node, network
from hled.interfaces.charts.plane import Kind, Spot, plane
from hled.interfaces.charts.ranked import ranked_bars
from hled.interfaces.charts.scatter import scatter
from hled.interfaces.charts.stacked import stacked_bars
from hled.interfaces.charts.theme import LIGHT
from hled.interfaces.charts.words import (
    Aim,
    Level,
    Line,
    Moment,
    Part,
    Point,
    Ranked,
    Row,
    Stacked,
    Width,
    Wording,
)

__all__ = [
    "LIGHT",
    "Aim",
    "Bubble",
    "Kind",
    "Level",
    "Line",
    "Link",
    "Moment",
    "Node",
    "Part",
    "Placed",
    "Point",
    "Ranked",
    "Row",
    "Spot",
    "Stacked",
    "Width",
    "Wording",
    "bubbles",
    "choropleth",
    "distribution_bar",
    "in_fixed_colors",
    "line_chart",
    "matrix",
    "network",
    "plane",
    "rank_intervals",
    "ranked_bars",
    "scatter",
    "small_multiples",
    "stacked_bars",
]
