"""Where the data of figures come from, in words; ``{table}`` is the trade table of the answer."""

from hled.kernel.bilingual import Bilingual

TABLE = Bilingual("The trade table of the answer: {table}", "La tabla de comercio de la respuesta: {table}")
NEARNESS = Bilingual(
    "Hidalgo and others (2007), Science 317; {table}", "Hidalgo y otros (2007), Science 317; {table}"
)
BEA = Bilingual(
    "U.S. Bureau of Economic Analysis, use and import tables of 2017, 402 industries",
    "Oficina de Análisis Económico de EE. UU., tablas de uso y de importaciones de 2017, 402 industrias",
)
OEWS = Bilingual(
    "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025",
    "Oficina de Estadísticas Laborales de EE. UU., Estadísticas de Empleo y Salarios por Ocupación, mayo de 2025",
)
TARIFFS = Bilingual(
    "Waugh, trade-war-redux-2025: estimate by partner and chapter, in agreement with 7 August 2025; not an official rate",
    "Waugh, trade-war-redux-2025: estimación por socio y capítulo, acorde con el 7 de agosto de 2025; no es una tasa oficial",
)
SCHEDULE_B = Bilingual("U.S. Census Bureau, Schedule B 2019", "Oficina del Censo de EE. UU., Schedule B 2019")
WHOLE_SCREEN = Bilingual(
    "The screen of all products, with the document of weights as it stands",
    "El examen de todos los productos, con el documento de pesos como está",
)
THIS_SCREEN = Bilingual(
    "Computed by this screen, with the weights, the runs and the seed that stand under its method; {table}",
    "Calculado por este examen, con los pesos, las corridas y la semilla que están bajo su método; {table}",
)
WEIGHTS = Bilingual(
    "The document of weights of this screen, with its version and digest",
    "El documento de pesos de este examen, con su versión y su huella digital",
)
