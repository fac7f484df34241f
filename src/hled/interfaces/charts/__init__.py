"""
Charts as self-contained SVG, drawn on the server: lines in time, small multiples, map of the Mexican states, distribution bar, matrix,
bars in order of size, points with areas, networks.

Drawn in fixed signal colors that are then replaced by the page's color variables, each with the light color to fall back on:
the same drawing follows light, dark and print inside a page, and stands alone outside it. Callers cache by digest.
"""

from hled.interfaces.charts.bar import distribution_bar
from hled.interfaces.charts.bubbles import Bubble, bubbles
from hled.interfaces.charts.finish import in_fixed_colors
from hled.interfaces.charts.lines import line_chart, small_multiples
from hled.interfaces.charts.map import choropleth
from hled.interfaces.charts.matrix import matrix
from hled.interfaces.charts.network import Link, Node, network
from hled.interfaces.charts.ranked import ranked_bars
from hled.interfaces.charts.theme import LIGHT
from hled.interfaces.charts.words import Aim, Level, Line, Moment, Part, Ranked, Row, Width, Wording

__all__ = [
    "LIGHT",
    "Aim",
    "Bubble",
    "Level",
    "Line",
    "Link",
    "Moment",
    "Node",
    "Part",
    "Ranked",
    "Row",
    "Width",
    "Wording",
    "bubbles",
    "choropleth",
    "distribution_bar",
    "in_fixed_colors",
    "line_chart",
    "matrix",
    "network",
    "ranked_bars",
    "small_multiples",
]
