"""What each figure of a screen is, in one sentence, and where its data come from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from hled.dialogue.studies.domain.screening.data_sources import NEARNESS, OEWS, TABLE, THIS_SCREEN, WEIGHTS
from hled.kernel.bilingual import Bilingual


class Definition(NamedTuple):
    """What a figure means, and where its data come from; ``{table}`` is the trade table of the answer."""

    title: Bilingual
    says: Bilingual
    source: Bilingual


DEFINITIONS: Mapping[str, Definition] = MappingProxyType(
    {
        "rank": Definition(
            Bilingual("Rank", "Lugar"),
            Bilingual(
                "Place by the nominal weights, way onto the scale, mean, thresholds and treatment; 1 is the largest opening.",
                "Lugar según los pesos, la escala, la media, los umbrales y el tratamiento nominales; 1 es la mayor oportunidad.",
            ),
            THIS_SCREEN,
        ),
        "interval": Definition(
            Bilingual("5–95 %", "5–95 %"),
            Bilingual(
                "Places between which the row stands in 90 % of the runs; all choices vary at once.",
                "Lugares entre los que queda la fila en 90 % de las corridas; todas las decisiones varían a la vez.",
            ),
            THIS_SCREEN,
        ),
        "top20": Definition(
            Bilingual("In the first 20", "Entre los primeros 20"),
            Bilingual(
                "Share of the runs in which the row is among the first 20; 100 % for all where there are no more than 20.",
                "Proporción de corridas en que la fila está entre los primeros 20; 100 % para todas si no hay más de 20.",
            ),
            THIS_SCREEN,
        ),
        "external_imports": Definition(
            Bilingual("External imports", "Importaciones externas"),
            Bilingual(
                "Customs value bought from outside the chosen bloc in the year of the table.",
                "Valor en aduana comprado fuera del bloque elegido en el año de la tabla.",
            ),
            TABLE,
        ),
        "external_share": Definition(
            Bilingual("From outside", "De fuera"),
            Bilingual(
                "External imports over all imports of the product.",
                "Importaciones externas sobre todas las importaciones del producto.",
            ),
            TABLE,
        ),
        "hhi": Definition(
            Bilingual("HHI", "IHH"),
            Bilingual(
                "Herfindahl-Hirschman index of the external suppliers, 0 to 1; the European Union counts as one supplier where the table has it as one.",
                "Índice de Herfindahl-Hirschman de los proveedores externos, de 0 a 1; la Unión Europea cuenta como un solo proveedor si la tabla la trae como uno.",
            ),
            TABLE,
        ),
        "supplier": Definition(
            Bilingual("Main supplier", "Proveedor principal"),
            Bilingual(
                "The largest external supplier, with its share of all imports of the product.",
                "El mayor proveedor externo, con su proporción de todas las importaciones del producto.",
            ),
            TABLE,
        ),
        "partner_share": Definition(
            Bilingual("Partner's share", "Proporción del socio"),
            Bilingual(
                "What the partner sells over all imports of the product.",
                "Lo que vende el socio sobre todas las importaciones del producto.",
            ),
            TABLE,
        ),
        "advantage": Definition(
            Bilingual("Advantage", "Ventaja"),
            Bilingual(
                "Balassa's index of the partner in this market: its share of the product over its share of all; 1 or more counts as shown. Not of the world, unless a table of world exports was named.",
                "Índice de Balassa del socio en este mercado: su proporción del producto sobre su proporción del total; 1 o más cuenta como mostrada. No es mundial, salvo que se nombre una tabla de exportaciones mundiales.",
            ),
            TABLE,
        ),
        "density": Definition(
            Bilingual("Relatedness", "Cercanía"),
            Bilingual(
                "Share of the product's neighbors, by proximity, that the partner sells with advantage in this market.",
                "Proporción de los productos vecinos, por proximidad, que el socio vende con ventaja en este mercado.",
            ),
            NEARNESS,
        ),
        "duty_gap": Definition(
            Bilingual("Duty difference", "Diferencia de arancel"),
            Bilingual(
                "Duty over value of the external suppliers less that of the partner, on the same lines; base rates, special tariffs and unused preferences together.",
                "Arancel sobre valor de los proveedores externos menos el del socio, en las mismas fracciones; tasas base, aranceles especiales y preferencias sin usar juntos.",
            ),
            TABLE,
        ),
        "jobs_at_stake": Definition(
            Bilingual("Jobs at stake", "Empleos en juego"),
            Bilingual(
                "U.S. jobs in the industries that use the product, by their use of it: an accounting, not what would be lost.",
                "Empleos de Estados Unidos en las industrias que usan el producto, según su uso: una contabilidad, no lo que se perdería.",
            ),
            OEWS,
        ),
        "shift": Definition(
            Bilingual("Shift", "Cambio"),
            Bilingual(
                "Places gained (+) or lost (−) from the first order to the second.",
                "Lugares ganados (+) o perdidos (−) del primer orden al segundo.",
            ),
            THIS_SCREEN,
        ),
        "area": Definition(
            Bilingual("Diagnosis", "Diagnóstico"),
            Bilingual(
                "The first action area whose rule holds; the sentence has the numbers that led to it.",
                "La primera área de acción cuya regla se cumple; la oración tiene los números que llevaron a ella.",
            ),
            THIS_SCREEN,
        ),
        "need": Definition(
            Bilingual("Dependency", "Dependencia"),
            Bilingual(
                "Mean place among all products of the market by the indicators of dependency, by their weights.",
                "Lugar medio entre todos los productos del mercado según los indicadores de dependencia, por sus pesos.",
            ),
            THIS_SCREEN,
        ),
        "capability": Definition(
            Bilingual("Shown capability", "Capacidad mostrada"),
            Bilingual(
                "Mean place among all products of the market by advantage and relatedness, as shown in this market.",
                "Lugar medio entre todos los productos del mercado según ventaja y cercanía, mostradas en este mercado.",
            ),
            THIS_SCREEN,
        ),
        "nominal": Definition(
            Bilingual("Nominal weight", "Peso nominal"),
            Bilingual(
                "What the document of weights says that an indicator counts for.",
                "Lo que el documento de pesos dice que cuenta un indicador.",
            ),
            WEIGHTS,
        ),
        "effective": Definition(
            Bilingual("Effective weight", "Peso efectivo"),
            Bilingual(
                "What it counts for in effect: correlation ratio of the score with it, over the sum of all. More than its weight where others go along with it, and little where it hardly varies among products.",
                "Lo que cuenta en efecto: razón de correlación del puntaje con él, sobre la suma de todas. Más que su peso donde otros van con él, y poco donde casi no varía entre productos.",
            ),
            THIS_SCREEN,
        ),
        "known": Definition(
            Bilingual("Known of", "Se conoce de"),
            Bilingual(
                "Share of the products of which it is known; where it is not, its weight goes to what is known.",
                "Proporción de productos de los que se conoce; donde no, su peso pasa a lo que se conoce.",
            ),
            THIS_SCREEN,
        ),
        "total": Definition(
            Bilingual("Sobol index", "Índice de Sobol"),
            Bilingual(
                "Share of the variance of the order, over the runs, that a choice explains: alone (first) and with all it does together with others (total).",
                "Parte de la varianza del orden, entre corridas, que una decisión explica: sola (primero) y con todo lo que hace junto a otras (total).",
            ),
            THIS_SCREEN,
        ),
        "spearman": Definition(
            Bilingual("Spearman", "Spearman"),
            Bilingual(
                "Rank correlation of two orders of the same products: 1 where they are the same, 0 where they have nothing in common.",
                "Correlación de rangos de dos órdenes de los mismos productos: 1 si son iguales, 0 si no tienen nada en común.",
            ),
            THIS_SCREEN,
        ),
    }
)
