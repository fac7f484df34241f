"""Indicators of the fourth pillar: investing in our people."""

from decimal import Decimal

from hled.dialogue.results.domain.indicators.definition import (
    Aggregation,
    Breakdown,
    Definition,
    Direction,
    Frequency,
    PlaceKind,
)
from hled.dialogue.results.domain.indicators.wording import ONCE_2020, PERCENT, SHARE, SMALL_AREA
from hled.kernel.bilingual import Bilingual

MINIMUM_WAGE = Definition(
    code="IN-20",
    version=1,
    pillar="P4",
    title=Bilingual(
        "Minimum wage in Mexico at constant prices", "Salario mínimo en México a precios constantes"
    ),
    definition=Bilingual(
        "Daily general minimum wage divided by the national consumer price index (second half of July 2018 = 100).",
        "Salario mínimo general diario entre el índice nacional de precios al consumidor (segunda quincena de julio de 2018 "
        "= 100).",
    ),
    unit=Bilingual("pesos of July 2018 per day", "pesos de julio de 2018 por día"),
    display_unit=Bilingual("pesos of July 2018 per day", "pesos de julio de 2018 por día"),
    display_factor=Decimal(1),
    decimals=2,
    direction=Direction.UP,
    direction_reason=Bilingual(
        "The fourth pillar and the labor chapter of the USMCA aim at better paid work.",
        "El cuarto pilar y el capítulo laboral del T-MEC buscan un trabajo mejor pagado.",
    ),
    series="real_minimum_wage",
    datasets=("macro_indicators", "mexico_remittances_gdp"),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.NONE,
    over_time=Aggregation.LAST,
    place_kind=PlaceKind.WHOLE,
    breakdowns=(
        Breakdown("general", Bilingual("General", "General")),
        Breakdown(
            "northern_border", Bilingual("Northern border free zone", "Zona Libre de la Frontera Norte")
        ),
    ),
    main_breakdown="general",
    lag_days=10,
    cautions=(
        Bilingual(
            "A legal floor, not what people earn; it does not reach informal work. It steps up each January and prices wear "
            "it down in between. Before December 2018 the stored series has another meaning and is not used.",
            "Es un piso legal, no lo que se gana; no alcanza al trabajo informal. Sube cada enero y los precios lo desgastan "
            "entretanto. Antes de diciembre de 2018 la serie guardada tiene otro significado y no se usa.",
        ),
    ),
)

EDUCATIONAL_LAG = Definition(
    code="IN-21",
    version=1,
    pillar="P4",
    title=Bilingual("Educational lag in Mexico", "Rezago educativo en México"),
    definition=Bilingual(
        "People who lack the compulsory schooling of their generation, or are of school age and do not attend, as a share of "
        "the population.",
        "Personas que no tienen la escolaridad obligatoria de su generación, o están en edad escolar y no asisten, como "
        "proporción de la población.",
    ),
    unit=SHARE,
    display_unit=PERCENT,
    display_factor=Decimal("0.01"),
    decimals=1,
    direction=Direction.DOWN,
    direction_reason=Bilingual(
        "Schooling is the ground of the workforce programs of the fourth pillar.",
        "La escolaridad es la base de los programas de fuerza laboral del cuarto pilar.",
    ),
    series="educational_lag_by_state",
    datasets=("mexico_municipal_2020",),
    frequency=Frequency.ONCE,
    over_places=Aggregation.RATIO,
    over_time=Aggregation.NONE,
    place_kind=PlaceKind.MEXICAN_STATE,
    lag_days=350,
    cautions=(ONCE_2020, SMALL_AREA),
)

NO_SOCIAL_SECURITY = Definition(
    code="IN-22",
    version=1,
    pillar="P4",
    title=Bilingual("People without social security in Mexico", "Personas sin seguridad social en México"),
    definition=Bilingual(
        "People without access to social security through work, family or pension, as a share of the population.",
        "Personas sin acceso a la seguridad social por trabajo, familia o pensión, como proporción de la población.",
    ),
    unit=SHARE,
    display_unit=PERCENT,
    display_factor=Decimal("0.01"),
    decimals=1,
    direction=Direction.DOWN,
    direction_reason=Bilingual(
        "Formal, protected work is what inclusive workforce programs aim at.",
        "El trabajo formal y protegido es lo que buscan los programas de fuerza laboral incluyente.",
    ),
    series="no_social_security_by_state",
    datasets=("mexico_municipal_2020",),
    frequency=Frequency.ONCE,
    over_places=Aggregation.RATIO,
    over_time=Aggregation.NONE,
    place_kind=PlaceKind.MEXICAN_STATE,
    lag_days=350,
    cautions=(
        ONCE_2020,
        SMALL_AREA,
        Bilingual(
            "Modeled for each municipality from the income survey, not counted in the census.",
            "Modelado para cada municipio a partir de la encuesta de ingresos, no contado en el censo.",
        ),
    ),
)

ILLITERACY = Definition(
    code="IN-23",
    version=1,
    pillar="P4",
    title=Bilingual("Illiteracy by state", "Analfabetismo por estado"),
    definition=Bilingual(
        "People aged 15 and over who cannot read and write a short message, as a share of people of that age.",
        "Personas de 15 años y más que no saben leer ni escribir un recado, como proporción de las personas de esa edad.",
    ),
    unit=SHARE,
    display_unit=PERCENT,
    display_factor=Decimal("0.01"),
    decimals=1,
    direction=Direction.DOWN,
    direction_reason=Bilingual(
        "Schooling is the ground of the workforce programs of the fourth pillar.",
        "La escolaridad es la base de los programas de fuerza laboral del cuarto pilar.",
    ),
    series="illiteracy_by_state",
    datasets=("mexico_municipal_2020",),
    frequency=Frequency.ONCE,
    over_places=Aggregation.NONE,
    over_time=Aggregation.NONE,
    place_kind=PlaceKind.MEXICAN_STATE,
    lag_days=300,
    cautions=(
        ONCE_2020,
        Bilingual(
            "CONAPO publishes the percentage of each state without the number of people behind it: states cannot be "
            "combined.",
            "El CONAPO publica el porcentaje de cada estado sin el número de personas que lo sustenta: los estados no se "
            "pueden combinar.",
        ),
    ),
)

PILLAR_FOUR = (MINIMUM_WAGE, EDUCATIONAL_LAG, NO_SOCIAL_SECURITY, ILLITERACY)
