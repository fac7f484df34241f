"""Indicators of the second pillar: development in southern Mexico and Central America."""

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
    ONCE_2020,
    PERCENT,
    SHARE,
    SMALL_AREA,
    SOUTH_IS_OURS,
)
from hled.kernel.bilingual import Bilingual
from hled.sources.places import SOUTHERN_STATES

_LESS_POVERTY = Bilingual(
    "Less poverty in southern Mexico is the plainest reading of sustainable economic and social development there.",
    "Menos pobreza en el sur de México es la lectura más sencilla del desarrollo económico y social sostenible ahí.",
)

POVERTY = Definition(
    code="IN-10",
    version=1,
    pillar="P2",
    title=Bilingual("Poverty in the southern states", "Pobreza en los estados del sur"),
    definition=Bilingual(
        "People with at least one social deprivation and an income below the line of economic well-being, as a share of "
        "the population.",
        "Personas con al menos una carencia social e ingreso inferior a la línea de pobreza por ingresos, como proporción "
        "de la población.",
    ),
    unit=SHARE,
    display_unit=PERCENT,
    display_factor=Decimal("0.01"),
    decimals=1,
    direction=Direction.DOWN,
    direction_reason=_LESS_POVERTY,
    series="poverty_by_state",
    datasets=("mexico_municipal_2020",),
    frequency=Frequency.ONCE,
    over_places=Aggregation.RATIO,
    over_time=Aggregation.NONE,
    place_kind=PlaceKind.MEXICAN_STATE,
    scope=SOUTHERN_STATES,
    lag_days=350,
    cautions=(ONCE_2020, SMALL_AREA, SOUTH_IS_OURS),
)

EXTREME_POVERTY = Definition(
    code="IN-11",
    version=1,
    pillar="P2",
    title=Bilingual("Extreme poverty in the southern states", "Pobreza extrema en los estados del sur"),
    definition=Bilingual(
        "People with three or more social deprivations and an income below the price of the basic food basket, as a share "
        "of the population.",
        "Personas con tres o más carencias sociales e ingreso inferior al valor de la canasta alimentaria, como proporción "
        "de la población.",
    ),
    unit=SHARE,
    display_unit=PERCENT,
    display_factor=Decimal("0.01"),
    decimals=1,
    direction=Direction.DOWN,
    direction_reason=_LESS_POVERTY,
    series="extreme_poverty_by_state",
    datasets=("mexico_municipal_2020",),
    frequency=Frequency.ONCE,
    over_places=Aggregation.RATIO,
    over_time=Aggregation.NONE,
    place_kind=PlaceKind.MEXICAN_STATE,
    scope=SOUTHERN_STATES,
    lag_days=350,
    cautions=(ONCE_2020, SMALL_AREA, SOUTH_IS_OURS),
)

MARGINALIZATION = Definition(
    code="IN-12",
    version=1,
    pillar="P2",
    title=Bilingual("Marginalization by state", "Marginación por estado"),
    definition=Bilingual(
        "Normalized marginalization index 2020 of CONAPO, from nine deprivations of schooling, housing, income and "
        "scattered settlement; higher is less marginalized.",
        "Índice de marginación normalizado 2020 del CONAPO, a partir de nueve carencias de educación, vivienda, ingreso "
        "y dispersión de localidades; un valor más alto es menor marginación.",
    ),
    unit=Bilingual("index from 0 to 1", "índice de 0 a 1"),
    display_unit=Bilingual("index from 0 to 1", "índice de 0 a 1"),
    display_factor=Decimal(1),
    decimals=3,
    direction=Direction.UP,
    direction_reason=Bilingual(
        "Since the edition of 2020 a higher index means fewer deprivations.",
        "Desde la edición 2020 un índice mayor significa menos carencias.",
    ),
    series="marginalization_by_state",
    datasets=("mexico_municipal_2020",),
    frequency=Frequency.ONCE,
    over_places=Aggregation.NONE,
    over_time=Aggregation.NONE,
    place_kind=PlaceKind.MEXICAN_STATE,
    lag_days=300,
    cautions=(
        ONCE_2020,
        Bilingual(
            "An index of distances: indexes of several states cannot be averaged, and editions before 2020 run the other "
            "way.",
            "Es un índice de distancias: los índices de varios estados no se pueden promediar, y las ediciones anteriores "
            "a 2020 van en sentido contrario.",
        ),
    ),
)

_REMITTANCES_NONE = Bilingual(
    "Remittances relieve households and also show that people had to leave; the dialogue names no better direction.",
    "Las remesas alivian a los hogares y también muestran que hubo que partir; el diálogo no señala una dirección mejor.",
)

REMITTANCES = Definition(
    code="IN-13",
    version=1,
    pillar="P2",
    title=Bilingual("Remittances received by Mexico", "Remesas recibidas por México"),
    definition=Bilingual(
        "Family remittances received from abroad, by state of receipt.",
        "Remesas familiares recibidas del exterior, por entidad de recepción.",
    ),
    unit=DOLLARS,
    display_unit=BILLION_DOLLARS,
    display_factor=Decimal(10**9),
    decimals=1,
    direction=Direction.NONE,
    direction_reason=_REMITTANCES_NONE,
    series="remittances_by_state",
    datasets=("mexico_remittances_gdp",),
    frequency=Frequency.QUARTERLY,
    over_places=Aggregation.SUM,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.MEXICAN_STATE,
    seasonal=True,
    lag_days=35,
    cautions=(
        CURRENT_DOLLARS,
        Bilingual(
            "By the state where the money is paid out, which may not be where the family lives. From all countries.",
            "Según el estado donde se paga el dinero, que puede no ser donde vive la familia. De todos los países.",
        ),
    ),
)

SOUTHERN_REMITTANCES = Definition(
    code="IN-14",
    version=1,
    pillar="P2",
    title=Bilingual(
        "Remittances received in the southern states", "Remesas recibidas en los estados del sur"
    ),
    definition=Bilingual(
        "Family remittances received from abroad in the eight southern states.",
        "Remesas familiares recibidas del exterior en los ocho estados del sur.",
    ),
    unit=DOLLARS,
    display_unit=BILLION_DOLLARS,
    display_factor=Decimal(10**9),
    decimals=1,
    direction=Direction.NONE,
    direction_reason=_REMITTANCES_NONE,
    series="remittances_by_state",
    datasets=("mexico_remittances_gdp",),
    frequency=Frequency.QUARTERLY,
    over_places=Aggregation.SUM,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.MEXICAN_STATE,
    scope=SOUTHERN_STATES,
    seasonal=True,
    lag_days=35,
    cautions=(CURRENT_DOLLARS, SOUTH_IS_OURS),
)

GDP_PER_PERSON = Definition(
    code="IN-15",
    version=1,
    pillar="P2",
    title=Bilingual("GDP per person in the southern states", "PIB por habitante en los estados del sur"),
    definition=Bilingual(
        "Gross domestic product of the state at 2018 prices divided by its population.",
        "Producto interno bruto de la entidad a precios de 2018 entre su población.",
    ),
    unit=Bilingual("pesos of 2018 per person", "pesos de 2018 por habitante"),
    display_unit=Bilingual("thousand pesos of 2018 per person", "miles de pesos de 2018 por habitante"),
    display_factor=Decimal(1000),
    decimals=1,
    direction=Direction.UP,
    direction_reason=Bilingual(
        "The second pillar is about development in southern Mexico.",
        "El segundo pilar trata del desarrollo en el sur de México.",
    ),
    series="gdp_per_person_by_state",
    datasets=("mexico_remittances_gdp", "mexico_municipal_2020"),
    frequency=Frequency.YEARLY,
    over_places=Aggregation.RATIO,
    over_time=Aggregation.NONE,
    place_kind=PlaceKind.MEXICAN_STATE,
    scope=SOUTHERN_STATES,
    lag_days=345,
    cautions=(
        Bilingual(
            "Oil output lifts Campeche and Tabasco far above what their people earn. Population after 2020 is a projection.",
            "La producción petrolera eleva a Campeche y Tabasco muy por encima de lo que gana su población. La población "
            "posterior a 2020 es una proyección.",
        ),
        SOUTH_IS_OURS,
    ),
)

STATE_GDP = Definition(
    code="IN-16",
    version=1,
    pillar="P2",
    title=Bilingual("Gross domestic product by state", "Producto interno bruto por entidad federativa"),
    definition=Bilingual(
        "Gross domestic product at 2018 prices.",
        "Producto interno bruto a precios de 2018.",
    ),
    unit=Bilingual("million pesos of 2018", "millones de pesos de 2018"),
    display_unit=Bilingual("billion pesos of 2018", "miles de millones de pesos de 2018"),
    display_factor=Decimal(1000),
    decimals=0,
    direction=Direction.UP,
    direction_reason=Bilingual(
        "The founding text names economic growth as an aim of the dialogue.",
        "El texto fundacional nombra el crecimiento económico como fin del diálogo.",
    ),
    series="gdp_by_state",
    datasets=("mexico_remittances_gdp",),
    frequency=Frequency.YEARLY,
    over_places=Aggregation.SUM,
    over_time=Aggregation.NONE,
    place_kind=PlaceKind.MEXICAN_STATE,
    lag_days=345,
    cautions=(
        Bilingual(
            "Yearly and late: INEGI publishes a year in December of the next. The last year is preliminary.",
            "Anual y tardío: el INEGI publica cada año en diciembre del siguiente. El último año es preliminar.",
        ),
    ),
)

SOUTHERN_EXPORTS = Definition(
    code="IN-17",
    version=1,
    pillar="P2",
    title=Bilingual(
        "U.S. exports to the southern states", "Exportaciones de Estados Unidos a los estados del sur"
    ),
    definition=Bilingual(
        "Value of U.S. surface exports whose declared destination is one of the eight southern states.",
        "Valor de las exportaciones terrestres de Estados Unidos cuyo destino declarado es uno de los ocho estados del sur.",
    ),
    unit=DOLLARS,
    display_unit=BILLION_DOLLARS,
    display_factor=Decimal(10**9),
    decimals=2,
    direction=Direction.UP,
    direction_reason=Bilingual(
        "More trade with the south is a sign that it joins the region's supply chains.",
        "Más comercio con el sur es señal de que se integra a las cadenas de suministro de la región.",
    ),
    series="exports_by_mexican_state",
    datasets=("bts_transborder",),
    frequency=Frequency.YEARLY,
    over_places=Aggregation.SUM,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.MEXICAN_STATE,
    scope=SOUTHERN_STATES,
    breakdowns=MODES,
    lag_days=60,
    cautions=(
        CURRENT_DOLLARS,
        Bilingual(
            "Surface modes only. What reaches the south by sea is not counted, and much of the south is served by sea.",
            "Solo modos terrestres. No se cuenta lo que llega por mar, y buena parte del sur se abastece por mar.",
        ),
        SOUTH_IS_OURS,
    ),
)

PILLAR_TWO = (
    POVERTY,
    EXTREME_POVERTY,
    MARGINALIZATION,
    REMITTANCES,
    SOUTHERN_REMITTANCES,
    GDP_PER_PERSON,
    STATE_GDP,
    SOUTHERN_EXPORTS,
)
