"""Groups of countries that stand in tables of trade or in questions."""

from collections.abc import Collection

GROUPS: dict[str, tuple[str, ...]] = {
    "EU": (
        "AUT",
        "BEL",
        "BGR",
        "HRV",
        "CYP",
        "CZE",
        "DNK",
        "EST",
        "FIN",
        "FRA",
        "DEU",
        "GRC",
        "HUN",
        "IRL",
        "ITA",
        "LVA",
        "LTU",
        "LUX",
        "MLT",
        "NLD",
        "POL",
        "PRT",
        "ROU",
        "SVK",
        "SVN",
        "ESP",
        "SWE",
    ),
    "USMCA": ("CAN", "MEX", "USA"),
}
"""
Name of a group -> its countries. ``EU``: the 27 members since 1 February 2020, in U.S. customs data one partner (Census code 0003).
``USMCA``: the Parties of the agreement in force since 1 July 2020.
"""


def group_with(country: str, partners: Collection[str]) -> str | None:
    """The partner that is a group with the country in it; None where there is none."""
    return next((name for name, members in GROUPS.items() if name in partners and country in members), None)


def group_of(partner: str) -> tuple[str, ...]:
    """Countries inside a partner: those of a group, else the partner itself."""
    return GROUPS.get(partner, (partner,))
