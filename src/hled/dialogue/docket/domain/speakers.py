"""Who speaks, in the few words that the public sees: kind, size and place."""

from enum import StrEnum
from types import MappingProxyType

from hled.kernel.bilingual import Bilingual


class Kind(StrEnum):
    PERSON = "person"
    FIRM = "firm"
    CHAMBER = "chamber"
    UNION = "union"
    UNIVERSITY = "university"
    CIVIL_SOCIETY = "civil_society"
    STATE_OR_CITY = "state_or_city"
    UNSAID = "unsaid"

    @property
    def label(self) -> Bilingual:
        return _KINDS[self]


_KINDS = MappingProxyType(
    {
        Kind.PERSON: Bilingual("Person", "Persona"),
        Kind.FIRM: Bilingual("Firm", "Empresa"),
        Kind.CHAMBER: Bilingual("Chamber or association", "Cámara o asociación"),
        Kind.UNION: Bilingual("Union", "Sindicato"),
        Kind.UNIVERSITY: Bilingual("University", "Universidad"),
        Kind.CIVIL_SOCIETY: Bilingual("Civil society", "Sociedad civil"),
        Kind.STATE_OR_CITY: Bilingual("State or city", "Estado o municipio"),
        Kind.UNSAID: Bilingual("Not said", "No se indica"),
    }
)


class Size(StrEnum):
    """People who work there; only organizations have a size."""

    TO_10 = "to_10"
    TO_50 = "to_50"
    TO_250 = "to_250"
    MORE = "more"
    UNSAID = "unsaid"

    @property
    def label(self) -> Bilingual:
        return _SIZES[self]


_SIZES = MappingProxyType(
    {
        Size.TO_10: Bilingual("Up to 10 people", "Hasta 10 personas"),
        Size.TO_50: Bilingual("11 to 50 people", "De 11 a 50 personas"),
        Size.TO_250: Bilingual("51 to 250 people", "De 51 a 250 personas"),
        Size.MORE: Bilingual("More than 250 people", "Más de 250 personas"),
        Size.UNSAID: Bilingual("Not said", "No se indica"),
    }
)

_US = """
AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, FL Florida, GA Georgia,
ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, ME Maine, MD Maryland, MA Massachusetts, MN Minnesota,
MT Montana, NE Nebraska, NV Nevada, OH Ohio, RI Rhode Island, TN Tennessee, UT Utah, VT Vermont,
WA Washington, WI Wisconsin, WY Wyoming, DC District of Columbia|Distrito de Columbia, HI Hawaii|Hawái, LA Louisiana|Luisiana,
MI Michigan|Míchigan, MO Missouri|Misuri, MS Mississippi|Misisipi, NC North Carolina|Carolina del Norte,
ND North Dakota|Dakota del Norte, NH New Hampshire|Nuevo Hampshire, NJ New Jersey|Nueva Jersey, NM New Mexico|Nuevo México,
NY New York|Nueva York, OK Oklahoma, OR Oregon|Oregón, PA Pennsylvania|Pensilvania, PR Puerto Rico,
SC South Carolina|Carolina del Sur, SD South Dakota|Dakota del Sur, TX Texas, VA Virginia, WV West Virginia|Virginia Occidental
"""
_MX = """
AGU Aguascalientes, BCN Baja California, BCS Baja California Sur, CAM Campeche, CHP Chiapas, CHH Chihuahua,
CMX Mexico City|Ciudad de México, COA Coahuila, COL Colima, DUR Durango, GUA Guanajuato, GRO Guerrero, HID Hidalgo, JAL Jalisco,
MEX State of Mexico|Estado de México, MIC Michoacán, MOR Morelos, NAY Nayarit, NLE Nuevo León, OAX Oaxaca, PUE Puebla,
QUE Querétaro, ROO Quintana Roo, SLP San Luis Potosí, SIN Sinaloa, SON Sonora, TAB Tabasco, TAM Tamaulipas, TLA Tlaxcala,
VER Veracruz, YUC Yucatán, ZAC Zacatecas
"""


def _states(country: str, listed: str) -> dict[str, Bilingual]:
    """Code and name of each, with the Spanish name after a stroke where it differs."""
    out = {}
    for each in " ".join(listed.split()).split(", "):
        code, names = each.split(" ", 1)
        english, _, spanish = names.partition("|")
        out[f"{country}-{code}"] = Bilingual(english, spanish or english)
    return out


PLACES = MappingProxyType(
    {
        **_states("US", _US),
        **_states("MX", _MX),
        "GTM": Bilingual("Guatemala", "Guatemala"),
        "HND": Bilingual("Honduras", "Honduras"),
        "SLV": Bilingual("El Salvador", "El Salvador"),
        "other": Bilingual("Elsewhere", "Otro lugar"),
        "unsaid": Bilingual("Not said", "No se indica"),
    }
)
"""State by ISO 3166-2, or country; nothing nearer, because a small place can name a person."""
