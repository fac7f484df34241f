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

PLACES = MappingProxyType(
    {
        **{
            f"US-{code}": Bilingual(name, name)
            for code, name in (
                each.split("=")
                for each in (
                    "AL=Alabama,AK=Alaska,AZ=Arizona,AR=Arkansas,CA=California,CO=Colorado,CT=Connecticut,DE=Delaware,"
                    "FL=Florida,GA=Georgia,ID=Idaho,IL=Illinois,IN=Indiana,IA=Iowa,KS=Kansas,KY=Kentucky,ME=Maine,"
                    "MD=Maryland,MA=Massachusetts,MN=Minnesota,MT=Montana,NE=Nebraska,NV=Nevada,OH=Ohio,"
                    "RI=Rhode Island,SC=South Carolina,TN=Tennessee,UT=Utah,VT=Vermont,WA=Washington,WI=Wisconsin,WY=Wyoming"
                ).split(",")
            )
        },
        "US-DC": Bilingual("District of Columbia", "Distrito de Columbia"),
        "US-HI": Bilingual("Hawaii", "Hawái"),
        "US-LA": Bilingual("Louisiana", "Luisiana"),
        "US-MI": Bilingual("Michigan", "Míchigan"),
        "US-MO": Bilingual("Missouri", "Misuri"),
        "US-MS": Bilingual("Mississippi", "Misisipi"),
        "US-NC": Bilingual("North Carolina", "Carolina del Norte"),
        "US-ND": Bilingual("North Dakota", "Dakota del Norte"),
        "US-NH": Bilingual("New Hampshire", "Nuevo Hampshire"),
        "US-NJ": Bilingual("New Jersey", "Nueva Jersey"),
        "US-NM": Bilingual("New Mexico", "Nuevo México"),
        "US-NY": Bilingual("New York", "Nueva York"),
        "US-OK": Bilingual("Oklahoma", "Oklahoma"),
        "US-OR": Bilingual("Oregon", "Oregón"),
        "US-PA": Bilingual("Pennsylvania", "Pensilvania"),
        "US-PR": Bilingual("Puerto Rico", "Puerto Rico"),
        "US-SD": Bilingual("South Dakota", "Dakota del Sur"),
        "US-TX": Bilingual("Texas", "Texas"),
        "US-VA": Bilingual("Virginia", "Virginia"),
        "US-WV": Bilingual("West Virginia", "Virginia Occidental"),
        **{
            f"MX-{code}": Bilingual(name, name)
            for code, name in (
                each.split("=")
                for each in (
                    "AGU=Aguascalientes,BCN=Baja California,BCS=Baja California Sur,CAM=Campeche,CHP=Chiapas,CHH=Chihuahua,"
                    "COA=Coahuila,COL=Colima,DUR=Durango,GUA=Guanajuato,GRO=Guerrero,HID=Hidalgo,JAL=Jalisco,MIC=Michoacán,"
                    "MOR=Morelos,NAY=Nayarit,NLE=Nuevo León,OAX=Oaxaca,PUE=Puebla,QUE=Querétaro,ROO=Quintana Roo,"
                    "SLP=San Luis Potosí,SIN=Sinaloa,SON=Sonora,TAB=Tabasco,TAM=Tamaulipas,TLA=Tlaxcala,VER=Veracruz,"
                    "YUC=Yucatán,ZAC=Zacatecas"
                ).split(",")
            )
        },
        "MX-CMX": Bilingual("Mexico City", "Ciudad de México"),
        "MX-MEX": Bilingual("State of Mexico", "Estado de México"),
        "GTM": Bilingual("Guatemala", "Guatemala"),
        "HND": Bilingual("Honduras", "Honduras"),
        "SLV": Bilingual("El Salvador", "El Salvador"),
        "other": Bilingual("Elsewhere", "Otro lugar"),
        "unsaid": Bilingual("Not said", "No se indica"),
    }
)
"""State by ISO 3166-2, or country; nothing nearer, because a small place can name a person."""
