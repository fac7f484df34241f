"""Rules of measuring."""

from hled.kernel.rule import Severity, declare

ME_01 = declare(
    "ME-01",
    en="A combined figure covers all its parts, or says which are missing.",
    es="Una cifra combinada cubre todas sus partes o dice cuáles faltan.",
    remedy_en="Read the figure with its coverage. A missing part was never counted as zero.",
    remedy_es="Lea la cifra con su cobertura. Una parte faltante nunca se contó como cero.",
    severity=Severity.WARNING,
    source="unicef/etools-partner-reporting-portal, OpenSourcePolitics/decidim#750",
)
ME_02 = declare(
    "ME-02",
    en="A rate combines by the sum of numerators over the sum of denominators.",
    es="Una tasa se combina con la suma de numeradores entre la suma de denominadores.",
    remedy_en="Give numerator and denominator of every part; a mean of rates is refused.",
    remedy_es="Indique numerador y denominador de cada parte; un promedio de tasas se rechaza.",
    source="akvo/akvo-rsr#2497",
)
ME_03 = declare(
    "ME-03",
    en="A cumulative series does not fall without an explicit correction.",
    es="Una serie acumulada no baja sin una corrección expresa.",
    remedy_en="Record a correction for the period, or check the figure.",
    remedy_es="Registre una corrección para el periodo o verifique la cifra.",
    source="akvo/akvo-rsr#5212",
)
ME_04 = declare(
    "ME-04",
    en="Weights are not negative and add up to more than zero.",
    es="Los pesos no son negativos y suman más que cero.",
    remedy_en="Give a weight of zero or more to every part, and more than zero to one.",
    remedy_es="Asigne a cada parte un peso de cero o más, y a una al menos más que cero.",
    source="OpenSourcePolitics/decidim#500",
)
ME_05 = declare(
    "ME-05",
    en="A trend stands on enough observations: eight, and two full years where months or quarters differ by season.",
    es="Una tendencia se apoya en suficientes observaciones: ocho, y dos años completos cuando hay estacionalidad.",
    remedy_en="Wait for more observations. No trend is shown until then.",
    remedy_es="Espere más observaciones. Hasta entonces no se muestra tendencia.",
    severity=Severity.WARNING,
)
ME_06 = declare(
    "ME-06",
    en="An indicator has a target.",
    es="Un indicador tiene una meta.",
    remedy_en="The Parties set none. A target can be recorded with its source and date.",
    remedy_es="Las Partes no fijaron ninguna. Se puede registrar una meta con su fuente y fecha.",
    severity=Severity.WARNING,
)
ME_07 = declare(
    "ME-07",
    en="An indicator has a baseline at the relaunch or near it.",
    es="Un indicador tiene una línea base en el relanzamiento o cerca de él.",
    remedy_en="Read the change since the relaunch with care: the first figure lies more than a year away from it.",
    remedy_es="Lea con cautela el cambio desde el relanzamiento: la primera cifra dista más de un año de él.",
    severity=Severity.WARNING,
)
ME_08 = declare(
    "ME-08",
    en="A target is due after the baseline.",
    es="Una meta vence después de la línea base.",
    remedy_en="Give a due date after the end of the baseline's period.",
    remedy_es="Indique una fecha posterior al fin del periodo de la línea base.",
)
ME_09 = declare(
    "ME-09",
    en="A target lies in the direction in which the indicator improves.",
    es="Una meta está en la dirección en que mejora el indicador.",
    remedy_en="Check the target: reaching it would be a step back or no step.",
    remedy_es="Verifique la meta: alcanzarla sería un retroceso o no sería un avance.",
    severity=Severity.WARNING,
    source="unicef/etools-partner-reporting-portal, progress_percentage",
)
ME_10 = declare(
    "ME-10",
    en="A change of meaning is a new version of the indicator.",
    es="Un cambio de significado es una nueva versión del indicador.",
    remedy_en="Raise the version and keep the earlier digest in the list of versions.",
    remedy_es="Aumente la versión y conserve el resumen anterior en la lista de versiones.",
    source="DevResults guidance",
)
ME_11 = declare(
    "ME-11",
    en="Progress is judged only where a direction of improvement was declared.",
    es="El avance se juzga solo donde se declaró una dirección de mejora.",
    remedy_en="Show the figures without a judgment, or declare a direction in a new version.",
    remedy_es="Muestre las cifras sin juicio o declare una dirección en una nueva versión.",
    severity=Severity.WARNING,
)
ME_12 = declare(
    "ME-12",
    en="A projection reaches no further ahead than the observations reach back, and follows no index that returns to its mean.",
    es="Una proyección no llega más lejos que lo que abarcan las observaciones, ni sigue un índice que vuelve a su media.",
    remedy_en="Only the slope is given. Set a nearer day, or wait for more observations.",
    remedy_es="Solo se da la pendiente. Fije una fecha más cercana o espere más observaciones.",
    severity=Severity.WARNING,
)
