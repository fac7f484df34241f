"""Mexican states and border ports, by their official codes."""

from dataclasses import dataclass
from functools import cache

from hled.sources.tables import csv_rows


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its code; proper names are the same in both languages."""

    code: str
    name: str


MEXICAN_STATES: dict[str, Place] = {
    code: Place(code, name)
    for code, name in {
        "01": "Aguascalientes",
        "02": "Baja California",
        "03": "Baja California Sur",
        "04": "Campeche",
        "05": "Coahuila",
        "06": "Colima",
        "07": "Chiapas",
        "08": "Chihuahua",
        "09": "Ciudad de México",
        "10": "Durango",
        "11": "Guanajuato",
        "12": "Guerrero",
        "13": "Hidalgo",
        "14": "Jalisco",
        "15": "Estado de México",
        "16": "Michoacán",
        "17": "Morelos",
        "18": "Nayarit",
        "19": "Nuevo León",
        "20": "Oaxaca",
        "21": "Puebla",
        "22": "Querétaro",
        "23": "Quintana Roo",
        "24": "San Luis Potosí",
        "25": "Sinaloa",
        "26": "Sonora",
        "27": "Tabasco",
        "28": "Tamaulipas",
        "29": "Tlaxcala",
        "30": "Veracruz",
        "31": "Yucatán",
        "32": "Zacatecas",
    }.items()
}
"""The 32 federal entities by INEGI code."""

SOUTHERN_STATES = ("04", "07", "12", "20", "23", "27", "30", "31")
"""
Campeche, Chiapas, Guerrero, Oaxaca, Quintana Roo, Tabasco, Veracruz and Yucatán.

The founding text says "southern Mexico" without naming states; this list is ours (INEGI and others also count
Puebla into the south-southeast).
"""

FORMER_STATE_NAMES = {"Distrito Federal": "09"}
"""Names that changed: the Federal District became Mexico City on 29 January 2016."""

_UNACCENTED = str.maketrans("áéíóúñ", "aeioun")

STATE_CODES_BY_NAME = {
    name: place.code
    for place in MEXICAN_STATES.values()
    for name in (place.name, place.name.translate(_UNACCENTED))
}
"""State code by the name that providers write, with and without accents."""


@cache
def border_ports() -> dict[str, Place]:
    """Ports of entry on the border of the United States and Mexico by CBP port code."""
    return {
        row["port_code"]: Place(row["port_code"], f"{row['port']}, {row['state']}")
        for row in csv_rows("bts_border_crossing_mexico", "ports.csv")
    }


def place_named(code: str) -> Place | None:
    """A state or a port by its code; None where the code is unknown."""
    return MEXICAN_STATES.get(code) or border_ports().get(code)
