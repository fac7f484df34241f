"""Indicators of the third pillar: the tools for future prosperity."""

from decimal import Decimal

from hled.dialogue.results.domain.indicators.definition import (
    Aggregation,
    Definition,
    Direction,
    Frequency,
    PlaceKind,
)
from hled.dialogue.results.domain.indicators.wording import (
    BILLION_DOLLARS,
    CURRENT_DOLLARS,
    DOLLARS,
    MODES,
    PERCENT,
    SHARE,
)
from hled.kernel.bilingual import Bilingual

MACHINERY_EXPORTS = Definition(
    code="IN-18",
    version=1,
    pillar="P3",
    title=Bilingual(
        "U.S. exports of machinery, computers and electrical equipment",
        "Exportaciones de Estados Unidos de maquinaria, computadoras y equipo eléctrico",
    ),
    definition=Bilingual(
        "Value of U.S. surface exports to Mexico of HS chapters 84 and 85, which hold computers, telecommunication "
        "equipment and semiconductors, by Mexican state of destination.",
        "Valor de las exportaciones terrestres de Estados Unidos a México de los capítulos 84 y 85 del SA, que incluyen "
        "computadoras, equipo de telecomunicaciones y semiconductores, por estado mexicano de destino.",
    ),
    unit=DOLLARS,
    display_unit=BILLION_DOLLARS,
    display_factor=Decimal(10**9),
    decimals=1,
    direction=Direction.UP,
    direction_reason=Bilingual(
        "The third pillar is about technology and secure information networks; trade in the goods they are made of is the "
        "nearest figure by place.",
        "El tercer pilar trata de tecnología y redes de información seguras; el comercio de los bienes que las componen es "
        "la cifra más cercana por lugar.",
    ),
    series="machinery_exports_by_mexican_state",
    datasets=("bts_transborder",),
    frequency=Frequency.YEARLY,
    over_places=Aggregation.SUM,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.MEXICAN_STATE,
    breakdowns=MODES,
    lag_days=60,
    cautions=(
        CURRENT_DOLLARS,
        Bilingual(
            "A proxy: both chapters also hold engines, pumps and wiring. Surface modes only, and electronics often fly.",
            "Es una aproximación: ambos capítulos incluyen también motores, bombas y cableado. Solo modos terrestres, y la "
            "electrónica suele viajar por avión.",
        ),
    ),
)

INFORMATION_SHARE = Definition(
    code="IN-19",
    version=1,
    pillar="P3",
    title=Bilingual("Weight of the information sector in Mexico", "Peso del sector de información en México"),
    definition=Bilingual(
        "Gross value added of SCIAN sector 51 (publishing, broadcasting, telecommunications, data processing) as a share of "
        "total gross value added, current prices.",
        "Valor agregado bruto del sector 51 del SCIAN (edición, radiodifusión, telecomunicaciones, procesamiento de datos) "
        "como proporción del valor agregado bruto total, a precios corrientes.",
    ),
    unit=SHARE,
    display_unit=PERCENT,
    display_factor=Decimal("0.01"),
    decimals=2,
    direction=Direction.UP,
    direction_reason=Bilingual(
        "The third pillar wants both economies to hold the tools of digital work.",
        "El tercer pilar busca que ambas economías dispongan de las herramientas del trabajo digital.",
    ),
    series="information_share_by_state",
    datasets=("mexico_remittances_gdp",),
    frequency=Frequency.YEARLY,
    over_places=Aggregation.RATIO,
    over_time=Aggregation.RATIO,
    place_kind=PlaceKind.MEXICAN_STATE,
    lag_days=345,
    cautions=(
        Bilingual(
            "Falling prices of telecommunication lower the share while use grows. Output is booked where firms are "
            "seated, above all in Mexico City. The last year is preliminary.",
            "La baja de precios de las telecomunicaciones reduce la proporción aunque crezca el uso. La producción se "
            "registra donde están las sedes, sobre todo en la Ciudad de México. El último año es preliminar.",
        ),
    ),
)

PILLAR_THREE = (MACHINERY_EXPORTS, INFORMATION_SHARE)
