"""Indicators of the first pillar: building back together."""

from decimal import Decimal

from hled.dialogue.results.domain.indicators.definition import (
    Aggregation,
    Breakdown,
    Definition,
    Direction,
    Frequency,
    PlaceKind,
)
from hled.dialogue.results.domain.indicators.wording import (
    BILLION_DOLLARS,
    COUNT,
    CURRENT_DOLLARS,
    DOLLARS,
    MODES,
    PERCENT,
    SHARE,
    SURFACE_ONLY,
    THOUSANDS,
    TRADE_UP,
)
from hled.kernel.bilingual import Bilingual

TRUCKS = Definition(
    code="IN-01",
    version=1,
    pillar="P1",
    title=Bilingual("Trucks crossing the border northward", "Camiones que cruzan la frontera hacia el norte"),
    definition=Bilingual(
        "Trucks that entered the United States from Mexico through a land port of entry, with or without load.",
        "Camiones que entraron a Estados Unidos desde México por un puerto de entrada terrestre, con o sin carga.",
    ),
    unit=COUNT,
    display_unit=Bilingual("thousand trucks", "miles de camiones"),
    display_factor=THOUSANDS,
    decimals=0,
    direction=Direction.UP,
    direction_reason=Bilingual(
        "The Parties agreed to make the border and its supply chains work better; more trucks through the same ports "
        "is the plainest sign of it.",
        "Las Partes acordaron mejorar el funcionamiento de la frontera y de sus cadenas de suministro; más camiones "
        "por los mismos puertos es la señal más sencilla de ello.",
    ),
    series="truck_crossings",
    datasets=("bts_border_crossing_mexico",),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.SUM,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.BORDER_PORT,
    seasonal=True,
    lag_days=45,
    cautions=(
        Bilingual(
            "Entries only: departures to Mexico are not counted. A truck counts at each entry.",
            "Solo entradas: no se cuentan las salidas hacia México. Un camión cuenta en cada entrada.",
        ),
        Bilingual(
            "A port without a row for a month did not report; it is missing, not zero. The series ends in February 2025.",
            "Un puerto sin registro en un mes no informó: es un faltante, no un cero. La serie termina en febrero de "
            "2025.",
        ),
    ),
)

FREIGHT = Definition(
    code="IN-02",
    version=1,
    pillar="P1",
    title=Bilingual("Two-way freight between both countries", "Comercio de mercancías en ambos sentidos"),
    definition=Bilingual(
        "Value of goods that the United States exported to and imported from Mexico, by mode of transport.",
        "Valor de las mercancías que Estados Unidos exportó a México e importó de México, por modo de transporte.",
    ),
    unit=DOLLARS,
    display_unit=BILLION_DOLLARS,
    display_factor=Decimal(10**9),
    decimals=1,
    direction=Direction.UP,
    direction_reason=TRADE_UP,
    series="two_way_freight",
    datasets=("bts_transborder",),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.NONE,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.WHOLE,
    breakdowns=MODES,
    seasonal=True,
    lag_days=60,
    cautions=(CURRENT_DOLLARS, SURFACE_ONLY),
)

EXPORTS = Definition(
    code="IN-03",
    version=1,
    pillar="P1",
    title=Bilingual("U.S. exports to Mexico", "Exportaciones de Estados Unidos a México"),
    definition=Bilingual(
        "Value of goods exported from the United States to Mexico, by mode of transport.",
        "Valor de las mercancías exportadas de Estados Unidos a México, por modo de transporte.",
    ),
    unit=DOLLARS,
    display_unit=BILLION_DOLLARS,
    display_factor=Decimal(10**9),
    decimals=1,
    direction=Direction.UP,
    direction_reason=TRADE_UP,
    series="exports_to_mexico",
    datasets=("bts_transborder",),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.NONE,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.WHOLE,
    breakdowns=MODES,
    seasonal=True,
    lag_days=60,
    cautions=(CURRENT_DOLLARS, SURFACE_ONLY),
)

IMPORTS = Definition(
    code="IN-04",
    version=1,
    pillar="P1",
    title=Bilingual("U.S. imports from Mexico", "Importaciones de Estados Unidos desde México"),
    definition=Bilingual(
        "Value of goods imported into the United States from Mexico, by mode of transport.",
        "Valor de las mercancías que Estados Unidos importó de México, por modo de transporte.",
    ),
    unit=DOLLARS,
    display_unit=BILLION_DOLLARS,
    display_factor=Decimal(10**9),
    decimals=1,
    direction=Direction.UP,
    direction_reason=TRADE_UP,
    series="imports_from_mexico",
    datasets=("bts_transborder",),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.NONE,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.WHOLE,
    breakdowns=MODES,
    seasonal=True,
    lag_days=60,
    cautions=(CURRENT_DOLLARS, SURFACE_ONLY),
)

EMPTY_CONTAINERS = Definition(
    code="IN-05",
    version=1,
    pillar="P1",
    title=Bilingual(
        "Truck containers that cross northward empty",
        "Contenedores de camión que cruzan vacíos hacia el norte",
    ),
    definition=Bilingual(
        "Empty truck containers as a share of all truck containers, empty and loaded, entering the United States "
        "from Mexico.",
        "Contenedores de camión vacíos como proporción de todos los contenedores de camión, vacíos y cargados, que "
        "entran a Estados Unidos desde México.",
    ),
    unit=SHARE,
    display_unit=PERCENT,
    display_factor=Decimal("0.01"),
    decimals=1,
    direction=Direction.DOWN,
    direction_reason=Bilingual(
        "An empty crossing uses lane, inspection and fuel without carrying goods.",
        "Un cruce en vacío ocupa carril, inspección y combustible sin llevar mercancía.",
    ),
    series="empty_containers",
    datasets=("bts_border_crossing_mexico",),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.RATIO,
    over_time=Aggregation.RATIO,
    place_kind=PlaceKind.BORDER_PORT,
    seasonal=True,
    lag_days=45,
    cautions=(
        Bilingual(
            "Some emptiness is normal where trade is heavier in one direction. The series ends in February 2025.",
            "Cierta proporción de vacíos es normal donde el comercio pesa más en un sentido. La serie termina en "
            "febrero de 2025.",
        ),
    ),
)

PRESSURE = Definition(
    code="IN-06",
    version=1,
    pillar="P1",
    title=Bilingual("Global supply chain pressure", "Presión en las cadenas globales de suministro"),
    definition=Bilingual(
        "Global Supply Chain Pressure Index of the Federal Reserve Bank of New York: transport costs and survey "
        "answers of manufacturers in seven economies, as standard deviations from the historical mean.",
        "Índice de Presión en las Cadenas Globales de Suministro del Banco de la Reserva Federal de Nueva York: "
        "costos de transporte y encuestas a manufacturas de siete economías, en desviaciones estándar respecto de "
        "la media histórica.",
    ),
    unit=Bilingual("standard deviations from the mean", "desviaciones estándar respecto de la media"),
    display_unit=Bilingual("standard deviations from the mean", "desviaciones estándar respecto de la media"),
    display_factor=Decimal(1),
    decimals=2,
    direction=Direction.BAND,
    direction_reason=Bilingual(
        "High values are disruption and very low values are slack demand; within one standard deviation is ordinary. "
        "The edges of the band are ours.",
        "Los valores altos son disrupción y los muy bajos, demanda débil; a menos de una desviación estándar es lo "
        "ordinario. Los límites de la banda son nuestros.",
    ),
    band=(Decimal(-1), Decimal(1)),
    series="supply_chain_pressure",
    datasets=("macro_indicators",),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.NONE,
    over_time=Aggregation.MEAN,
    place_kind=PlaceKind.WHOLE,
    lag_days=7,
    cautions=(
        Bilingual(
            "A world index: no act of the two Parties alone moves it. Its whole history is revised every month; these "
            "are the values of early February 2025.",
            "Es un índice mundial: ningún acto de las dos Partes lo mueve por sí solo. Toda su historia se revisa "
            "cada mes; estos son los valores de principios de febrero de 2025.",
        ),
    ),
)

EXCHANGE_RATE = Definition(
    code="IN-07",
    version=1,
    pillar="P1",
    title=Bilingual("Pesos per U.S. dollar", "Pesos por dólar estadounidense"),
    definition=Bilingual(
        "Monthly mean of the exchange rate of the Mexican peso, as published by Banco de México (FIX) and, beside it, "
        "by the Board of Governors of the Federal Reserve System (H.10).",
        "Promedio mensual del tipo de cambio del peso mexicano, publicado por el Banco de México (FIX) y, a su lado, "
        "por la Junta de Gobernadores de la Reserva Federal (H.10).",
    ),
    unit=Bilingual("pesos per dollar", "pesos por dólar"),
    display_unit=Bilingual("pesos per dollar", "pesos por dólar"),
    display_factor=Decimal(1),
    decimals=2,
    direction=Direction.NONE,
    direction_reason=Bilingual(
        "Context for values in dollars; neither a dear nor a cheap peso is an aim of the dialogue.",
        "Contexto para los valores en dólares; ni un peso caro ni uno barato es un objetivo del diálogo.",
    ),
    series="exchange_rates",
    datasets=("mexico_remittances_gdp", "macro_indicators"),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.NONE,
    over_time=Aggregation.MEAN,
    place_kind=PlaceKind.WHOLE,
    breakdowns=(
        Breakdown("banxico", Bilingual("Banco de México, FIX", "Banco de México, FIX")),
        Breakdown("federal_reserve", Bilingual("Federal Reserve, H.10", "Reserva Federal, H.10")),
    ),
    main_breakdown="banxico",
    lag_days=3,
    cautions=(
        Bilingual(
            "The two sources differ in hour and market. Months stored as 0 before November 1991 are missing; the new "
            "peso began in 1993.",
            "Las dos fuentes difieren en hora y mercado. Los meses guardados como 0 antes de noviembre de 1991 son "
            "faltantes; el nuevo peso comenzó en 1993.",
        ),
    ),
)

PEOPLE = Definition(
    code="IN-08",
    version=1,
    pillar="P1",
    title=Bilingual(
        "People crossing the border northward by land", "Personas que cruzan por tierra hacia el norte"
    ),
    definition=Bilingual(
        "Pedestrians and passengers of personal vehicles, buses and trains entering the United States from Mexico "
        "through a land port of entry.",
        "Peatones y pasajeros de vehículos particulares, autobuses y trenes que entran a Estados Unidos desde México "
        "por un puerto de entrada terrestre.",
    ),
    unit=Bilingual("crossings", "cruces"),
    display_unit=Bilingual("million crossings", "millones de cruces"),
    display_factor=Decimal(10**6),
    decimals=1,
    direction=Direction.NONE,
    direction_reason=Bilingual(
        "The founding text asks for a safe and efficient border and names no number of crossings as better.",
        "El texto fundacional pide una frontera segura y eficiente y no señala ningún número de cruces como mejor.",
    ),
    series="people_crossings",
    datasets=("bts_border_crossing_mexico",),
    frequency=Frequency.MONTHLY,
    over_places=Aggregation.SUM,
    over_time=Aggregation.SUM,
    place_kind=PlaceKind.BORDER_PORT,
    breakdowns=(
        Breakdown("pedestrians", Bilingual("Pedestrians", "Peatones")),
        Breakdown(
            "personal_vehicle_passengers",
            Bilingual("In personal vehicles", "En vehículos particulares"),
        ),
        Breakdown("bus_passengers", Bilingual("In buses", "En autobuses")),
        Breakdown("train_passengers", Bilingual("In trains", "En trenes")),
    ),
    seasonal=True,
    lag_days=45,
    cautions=(
        Bilingual(
            "Non-essential land travel was restricted from 21 March 2020 to 7 November 2021: the baseline of September "
            "2021 lies inside that time and is low for that reason.",
            "Los viajes terrestres no esenciales estuvieron restringidos del 21 de marzo de 2020 al 7 de noviembre de "
            "2021: la línea base de septiembre de 2021 cae dentro de ese periodo y por eso es baja.",
        ),
        Bilingual(
            "Three rows of June 2019 are given twice and counted once. One row of February 2021 is given with two "
            "different values and treated as missing.",
            "Tres registros de junio de 2019 aparecen dos veces y se cuentan una. Un registro de febrero de 2021 "
            "aparece con dos valores distintos y se trata como faltante.",
        ),
    ),
)

STATE_EXPORTS = Definition(
    code="IN-09",
    version=1,
    pillar="P1",
    title=Bilingual(
        "U.S. exports by Mexican state of destination",
        "Exportaciones de Estados Unidos por estado mexicano de destino",
    ),
    definition=Bilingual(
        "Value of U.S. exports by truck, rail, pipeline, mail and other surface modes, by the Mexican state given as "
        "destination.",
        "Valor de las exportaciones estadounidenses por camión, ferrocarril, ducto, correo y otros modos terrestres, "
        "según el estado mexicano declarado como destino.",
    ),
    unit=DOLLARS,
    display_unit=BILLION_DOLLARS,
    display_factor=Decimal(10**9),
    decimals=1,
    direction=Direction.UP,
    direction_reason=TRADE_UP,
    series="exports_by_mexican_state",
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
            "Covers 258 of 334 billion dollars of exports in 2024: air and vessel are without a state. The destination "
            "on the form may be a distributor and not the place of use. Nayarit has had no figure since 2016. Imports "
            "are not published by Mexican state.",
            "Cubre 258 de los 334 mil millones de dólares exportados en 2024: el transporte aéreo y marítimo no tiene "
            "estado. El destino declarado puede ser un distribuidor y no el lugar de uso. Nayarit no tiene cifra desde "
            "2016. Las importaciones no se publican por estado mexicano.",
        ),
    ),
)

PILLAR_ONE = (
    TRUCKS,
    FREIGHT,
    EXPORTS,
    IMPORTS,
    EMPTY_CONTAINERS,
    PRESSURE,
    EXCHANGE_RATE,
    PEOPLE,
    STATE_EXPORTS,
)
