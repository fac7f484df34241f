"""
Complexity and relatedness: what countries are good at, how much that takes, and what lies one step away.

`capability` gives all of it for a matrix of exports, with its sample and its convention. The parts stand alone in modules of
their own: `presence`, `indices`, `fitness`, `reflecting`, `proximity`, `relatedness`, `product_space`, `sample`.
"""

from hled.economy.complexity.capability import Capability, capability, shown_in
from hled.economy.complexity.conventions import (
    ATLAS,
    CONVENTIONS,
    GROWTH_LAB,
    Convention,
    Diagonal,
    Gain,
    Outlook,
    ProductScale,
)
from hled.economy.complexity.fitness import Fitness, fitness
from hled.economy.complexity.indices import Indices, eci_pci
from hled.economy.complexity.presence import diversity, presence, rca, ubiquity
from hled.economy.complexity.product_space import Links, links, spanning_tree
from hled.economy.complexity.proximity import Proximity, nearest, proximity, proximity_to
from hled.economy.complexity.reflecting import Reflections, reflections
from hled.economy.complexity.relatedness import density, density_of, outlook_gain, outlook_index
from hled.economy.complexity.sample import (
    EVERYONE,
    RANKED_COUNTRIES,
    REASONS,
    Dropped,
    Kind,
    Reason,
    Sample,
)

__all__ = [
    "ATLAS",
    "CONVENTIONS",
    "EVERYONE",
    "GROWTH_LAB",
    "RANKED_COUNTRIES",
    "REASONS",
    "Capability",
    "Convention",
    "Diagonal",
    "Dropped",
    "Fitness",
    "Gain",
    "Indices",
    "Kind",
    "Links",
    "Outlook",
    "ProductScale",
    "Proximity",
    "Reason",
    "Reflections",
    "Sample",
    "capability",
    "density",
    "density_of",
    "diversity",
    "eci_pci",
    "fitness",
    "links",
    "nearest",
    "outlook_gain",
    "outlook_index",
    "presence",
    "proximity",
    "proximity_to",
    "rca",
    "reflections",
    "shown_in",
    "spanning_tree",
    "ubiquity",
]
