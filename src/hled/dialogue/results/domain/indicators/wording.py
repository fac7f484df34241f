"""Units, breakdowns and sentences that several definitions share."""

from decimal import Decimal

from hled.dialogue.results.domain.indicators.definition import Breakdown
from hled.kernel.bilingual import Bilingual

THOUSANDS = Decimal(1000)

COUNT = Bilingual("count", "número")
DOLLARS = Bilingual("U.S. dollars at current prices", "dólares estadounidenses a precios corrientes")
BILLION_DOLLARS = Bilingual("billion U.S. dollars", "miles de millones de dólares")
MILLION_DOLLARS = Bilingual("million U.S. dollars", "millones de dólares")
SHARE = Bilingual("share", "proporción")
PERCENT = Bilingual("percent", "por ciento")

MODES = (
    Breakdown("truck", Bilingual("Truck", "Camión")),
    Breakdown("rail", Bilingual("Rail", "Ferrocarril")),
    Breakdown("vessel", Bilingual("Vessel", "Marítimo")),
    Breakdown("air", Bilingual("Air", "Aéreo")),
    Breakdown("pipeline", Bilingual("Pipeline", "Ducto")),
    Breakdown("mail", Bilingual("Mail", "Correo")),
    Breakdown("trade_zone", Bilingual("Foreign trade zones", "Zonas de comercio exterior")),
    Breakdown("other", Bilingual("Other or unknown", "Otro o desconocido")),
)

TRADE_UP = Bilingual(
    "The founding text asks for deeper economic ties and stronger supply chains between both countries.",
    "El texto fundacional pide vínculos económicos más profundos y cadenas de suministro más sólidas entre ambos países.",
)

CURRENT_DOLLARS = Bilingual(
    "At current prices: part of any rise is inflation.",
    "A precios corrientes: parte de cualquier alza es inflación.",
)

SURFACE_ONLY = Bilingual(
    "Air and vessel freight is included from November 2003 only.",
    "La carga aérea y marítima se incluye solo desde noviembre de 2003.",
)

SOUTH_IS_OURS = Bilingual(
    "Southern states: Campeche, Chiapas, Guerrero, Oaxaca, Quintana Roo, Tabasco, Veracruz and Yucatán. The founding "
    "text names none; the list is ours.",
    "Estados del sur: Campeche, Chiapas, Guerrero, Oaxaca, Quintana Roo, Tabasco, Veracruz y Yucatán. El texto "
    "fundacional no nombra ninguno; la lista es nuestra.",
)

SMALL_AREA = Bilingual(
    "Small-area estimates by municipality, added up: they differ from the survey's figures by up to two points per "
    "state (country: 44.5 here, 43.9 percent in the survey for poverty). Three municipalities have no estimate and are "
    "in neither sum.",
    "Estimaciones para áreas pequeñas por municipio, sumadas: difieren de las cifras de la encuesta hasta en dos puntos "
    "por estado (país: 44.5 aquí y 43.9 por ciento en la encuesta para la pobreza). Tres municipios no tienen "
    "estimación y no entran en ninguna de las sumas.",
)

ONCE_2020 = Bilingual(
    "Only 2020 is available by municipality: the figure is from before the relaunch and says nothing about the time since.",
    "Por municipio solo hay datos de 2020: la cifra es anterior al relanzamiento y nada dice del tiempo transcurrido "
    "desde entonces.",
)

LATER_VINTAGE = Bilingual(
    "Values are those of the vintage named with the source, which is later than the dates they speak of. The day on "
    "which a figure became public is estimated from the provider's calendar; it may have read otherwise then.",
    "Los valores son los de la edición citada con la fuente, posterior a las fechas de que hablan. El día en que una "
    "cifra se hizo pública se estima con el calendario del proveedor; su valor pudo ser otro entonces.",
)
"""Stands under every view as of a past day."""

NO_TARGET = Bilingual(
    "No target was set: neither the founding text nor a later paper of the dialogue gives one.",
    "No se fijó ninguna meta: ni el texto fundacional ni un documento posterior del diálogo la señala.",
)
