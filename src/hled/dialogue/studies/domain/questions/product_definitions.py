"""What every figure of a product means, and where it comes from, in both languages."""

from dataclasses import dataclass

from hled.dialogue.studies.domain.screening.data_sources import (
    BEA,
    NEARNESS,
    OEWS,
    SCHEDULE_B,
    TABLE,
    TARIFFS,
    WHOLE_SCREEN,
)
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Definition:
    """
    What a figure means.

    Attributes
    ----------
    source
        Where its data come from; ``{table}`` is the trade table of the answer.
    """

    code: str
    title: Bilingual
    says: Bilingual
    source: Bilingual


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        "imports",
        Bilingual("Imports", "Importaciones"),
        Bilingual(
            "Customs value of what the importer buys from all partners of the table in the year.",
            "Valor en aduana de lo que el importador compra a todos los socios de la tabla en el año.",
        ),
        TABLE,
    ),
    Definition(
        "external_imports",
        Bilingual("External imports", "Importaciones externas"),
        Bilingual(
            "The part that comes from external suppliers: those outside the set that was chosen.",
            "La parte que viene de proveedores externos: los que están fuera del conjunto elegido.",
        ),
        TABLE,
    ),
    Definition(
        "external_share",
        Bilingual("External share", "Proporción externa"),
        Bilingual(
            "External imports over all imports.", "Importaciones externas sobre todas las importaciones."
        ),
        TABLE,
    ),
    Definition(
        "partner_imports",
        Bilingual("From the partner", "Del socio"),
        Bilingual("Customs value of what the partner sells.", "Valor en aduana de lo que vende el socio."),
        TABLE,
    ),
    Definition(
        "partner_share",
        Bilingual("Share of the partner", "Participación del socio"),
        Bilingual(
            "What the partner sells over all imports.", "Lo que vende el socio sobre todas las importaciones."
        ),
        TABLE,
    ),
    Definition(
        "share",
        Bilingual("Share of the market", "Participación en el mercado"),
        Bilingual(
            "What a supplier sells over all imports; shares add up to one.",
            "Lo que vende un proveedor sobre todas las importaciones; las participaciones suman uno.",
        ),
        TABLE,
    ),
    Definition(
        "hhi",
        Bilingual("Concentration, all suppliers (HHI)", "Concentración, todos los proveedores (HHI)"),
        Bilingual(
            "Sum of the squared shares of all suppliers: 1 for a single one, 1/n for n equal ones.",
            "Suma de los cuadrados de las participaciones de todos los proveedores: 1 con uno solo, 1/n con n iguales.",
        ),
        TABLE,
    ),
    Definition(
        "hhi_equivalent",
        Bilingual("Equal suppliers, all", "Proveedores iguales, todos"),
        Bilingual(
            "Number of equal suppliers with the same concentration, 1/HHI.",
            "Número de proveedores iguales con la misma concentración, 1/HHI.",
        ),
        TABLE,
    ),
    Definition(
        "external_hhi",
        Bilingual("Concentration, external suppliers (HHI)", "Concentración, proveedores externos (HHI)"),
        Bilingual(
            "The same among external suppliers alone; the Commission's first criterion asks for more than 0.4. It depends on how the data are treated.",
            "Lo mismo solo entre proveedores externos; el primer criterio de la Comisión pide más de 0.4. Depende del tratamiento de los datos.",
        ),
        TABLE,
    ),
    Definition(
        "external_hhi_equivalent",
        Bilingual("Equal suppliers, external", "Proveedores iguales, externos"),
        Bilingual(
            "Number of equal external suppliers with the same concentration, 1/HHI.",
            "Número de proveedores externos iguales con la misma concentración, 1/HHI.",
        ),
        TABLE,
    ),
    Definition(
        "hhi_part",
        Bilingual("Part of the HHI", "Parte del HHI"),
        Bilingual(
            "A supplier's squared share; the parts add up to the HHI.",
            "El cuadrado de la participación de un proveedor; las partes suman el HHI.",
        ),
        TABLE,
    ),
    Definition(
        "largest",
        Bilingual("Largest external supplier", "Mayor proveedor externo"),
        Bilingual("With its share of all imports.", "Con su participación en todas las importaciones."),
        TABLE,
    ),
    Definition(
        "distance_km",
        Bilingual("Distance of external suppliers", "Distancia de los proveedores externos"),
        Bilingual(
            "Between the centers of countries, weighted by value; a group by its members.",
            "Entre los centros de los países, ponderada por valor; un grupo, por sus miembros.",
        ),
        Bilingual("Centers of countries of Natural Earth", "Centros de países de Natural Earth"),
    ),
    Definition(
        "flag",
        Bilingual("Probability of the flag", "Probabilidad de la señal"),
        Bilingual(
            "Share of draws over thresholds and data treatments in which every computed criterion of the European Commission holds.",
            "Proporción de sorteos de umbrales y tratamientos en que se cumple cada criterio calculado de la Comisión Europea.",
        ),
        Bilingual("European Commission, SWD(2021) 352; {table}", "Comisión Europea, SWD(2021) 352; {table}"),
    ),
    Definition(
        "verdict",
        Bilingual("Verdict", "Veredicto"),
        Bilingual(
            "Stable above 90 % only where every criterion was computed; out below 10 %; contested between.",
            "Estable por encima de 90 % solo si se calculó cada criterio; fuera por debajo de 10 %; disputado entre ambos.",
        ),
        Bilingual("European Commission, SWD(2021) 352; {table}", "Comisión Europea, SWD(2021) 352; {table}"),
    ),
    Definition(
        "duty",
        Bilingual("Observed duty", "Arancel observado"),
        Bilingual(
            "Calculated duty over customs value. It mixes base rates, special tariffs and preferences not claimed, and is no rate of a schedule.",
            "Arancel calculado sobre valor en aduana. Mezcla tasas base, aranceles especiales y preferencias no solicitadas; no es una tasa de una tarifa.",
        ),
        TABLE,
    ),
    Definition(
        "duty_paid",
        Bilingual("Observed duty of the partner", "Arancel observado del socio"),
        Bilingual(
            "Calculated duty over customs value of what the partner sells.",
            "Arancel calculado sobre valor en aduana de lo que vende el socio.",
        ),
        TABLE,
    ),
    Definition(
        "duty_gap",
        Bilingual("External suppliers pay more, observed", "Los externos pagan más, observado"),
        Bilingual(
            "Percentage points of duty that external suppliers paid more than the partner, compared on the same finest lines.",
            "Puntos porcentuales de arancel que los externos pagaron más que el socio, comparados en las mismas líneas más finas.",
        ),
        TABLE,
    ),
    Definition(
        "tariff_points",
        Bilingual("Tariff change since 2024", "Cambio arancelario desde 2024"),
        Bilingual(
            "Percentage points added to the effective U.S. rate of 2024, by the chapter of the product; a derived estimate.",
            "Puntos porcentuales añadidos a la tasa efectiva de EE. UU. de 2024, por el capítulo del producto; estimación derivada.",
        ),
        TARIFFS,
    ),
    Definition(
        "pays",
        Bilingual("Pays in all", "Paga en total"),
        Bilingual(
            "Observed duty of the table's year plus the estimated change since: an estimate.",
            "Arancel observado del año de la tabla más el cambio estimado desde entonces: una estimación.",
        ),
        Bilingual("{table}; Waugh, trade-war-redux-2025", "{table}; Waugh, trade-war-redux-2025"),
    ),
    Definition(
        "tariff_gap",
        Bilingual("External suppliers pay more, by changes", "Los externos pagan más, por los cambios"),
        Bilingual(
            "Percentage points by which the change for external suppliers, by value, exceeds that for the partner.",
            "Puntos porcentuales en que el cambio de los externos, por valor, supera al del socio.",
        ),
        TARIFFS,
    ),
    Definition(
        "advantage",
        Bilingual("Balassa index of the partner", "Índice de Balassa del socio"),
        Bilingual(
            "Share of the product in what the partner sells in this market over its share in all imports: capability shown in this market, not in the world, unless a table of world exports is named. 1 or more is an advantage.",
            "Peso del producto en lo que el socio vende en este mercado sobre su peso en todas las importaciones: capacidad mostrada en este mercado, no en el mundo, salvo que se nombre una tabla de exportaciones mundiales. Desde 1 hay ventaja.",
        ),
        TABLE,
    ),
    Definition(
        "density",
        Bilingual("Density", "Densidad"),
        Bilingual(
            "Share of the product's neighbors, by proximity, that the partner sells with advantage.",
            "Proporción de los vecinos del producto, por proximidad, que el socio vende con ventaja.",
        ),
        NEARNESS,
    ),
    Definition(
        "proximity",
        Bilingual("Proximity", "Proximidad"),
        Bilingual(
            "The lesser probability that a partner that sells one of two products with advantage also sells the other so.",
            "La menor probabilidad de que un socio que vende con ventaja uno de dos productos venda así también el otro.",
        ),
        NEARNESS,
    ),
    Definition(
        "rauch",
        Bilingual("Rauch class", "Clase de Rauch"),
        Bilingual(
            "How prices come about, in the conservative version, from trade of 1982: what has many sellers at one price is easily replaced.",
            "Cómo se forman los precios, versión conservadora, con comercio de 1982: lo que tiene muchos vendedores a un precio se sustituye fácilmente.",
        ),
        Bilingual(
            "Rauch (1999), Journal of International Economics 48",
            "Rauch (1999), Journal of International Economics 48",
        ),
    ),
    Definition(
        "elasticity",
        Bilingual("Elasticity of substitution", "Elasticidad de sustitución"),
        Bilingual(
            "Among origins, by three digits of HS 1992 for the United States, trade of 1994-2003; the lower, the harder to replace.",
            "Entre orígenes, a tres dígitos del SA 1992 para Estados Unidos, comercio de 1994-2003; cuanto menor, más difícil de sustituir.",
        ),
        Bilingual(
            "Broda, Greenfield & Weinstein (2006), NBER Working Paper 12512",
            "Broda, Greenfield y Weinstein (2006), NBER Working Paper 12512",
        ),
    ),
    Definition(
        "end_use",
        Bilingual("End use", "Uso final"),
        Bilingual(
            "Capital goods, intermediate goods or consumption, by the Broad Economic Categories, revision 5.",
            "Bienes de capital, intermedios o de consumo, por las Grandes Categorías Económicas, revisión 5.",
        ),
        Bilingual(
            "United Nations Statistics Division, BEC rev. 5",
            "División de Estadística de las Naciones Unidas, CGCE rev. 5",
        ),
    ),
    Definition(
        "technology",
        Bilingual("Advanced technology", "Tecnología avanzada"),
        Bilingual(
            "Share of the product's export lines that the Census Bureau counts as advanced technology.",
            "Proporción de las líneas de exportación del producto que la Oficina del Censo cuenta como tecnología avanzada.",
        ),
        SCHEDULE_B,
    ),
    Definition(
        "unit_value",
        Bilingual("Unit value against the others", "Valor unitario frente a los demás"),
        Bilingual(
            "The partner's unit value over that of the others; above 1 it sells dearer. Needs quantities.",
            "Valor unitario del socio sobre el de los demás; sobre 1 vende más caro. Requiere cantidades.",
        ),
        TABLE,
    ),
    Definition(
        "share_change",
        Bilingual("Change of the partner's share", "Cambio de la participación del socio"),
        Bilingual(
            "Percentage points a year since an earlier year of the table.",
            "Puntos porcentuales al año desde un año anterior de la tabla.",
        ),
        TABLE,
    ),
    Definition(
        "output_at_stake",
        Bilingual("Output at stake", "Producción en juego"),
        Bilingual(
            "Output of 2017 of the U.S. industries that buy it, each by the share of its purchased inputs: a share by cost, not a loss.",
            "Producción de 2017 de las industrias de EE. UU. que lo compran, cada una por su proporción en los insumos comprados: una proporción del costo, no una pérdida.",
        ),
        BEA,
    ),
    Definition(
        "jobs_at_stake",
        Bilingual("Jobs at stake", "Empleos en juego"),
        Bilingual(
            "Jobs of May 2025 in the same industries by the same shares; output is of 2017, so the two are of different years.",
            "Empleos de mayo de 2025 en las mismas industrias con las mismas proporciones; la producción es de 2017, así que son de años distintos.",
        ),
        OEWS,
    ),
    Definition(
        "output_without_jobs",
        Bilingual(
            "Of it in industries without a count of jobs", "De ella, en industrias sin conteo de empleos"
        ),
        Bilingual(
            "Farms above all, which the survey leaves out: they add output and no jobs.",
            "Sobre todo el campo, que la encuesta deja fuera: suma producción y no empleos.",
        ),
        OEWS,
    ),
    Definition(
        "users",
        Bilingual("Industries that use it", "Industrias que lo usan"),
        Bilingual(
            "Weight is the share of an industry's purchased inputs, and so of its output, that stands behind the product.",
            "El peso es la proporción de los insumos comprados por la industria, y así de su producción, que está detrás del producto.",
        ),
        BEA,
    ),
    Definition(
        "makers",
        Bilingual("Industries that make it", "Industrias que lo hacen"),
        Bilingual(
            "Industries that its export lines belong to, each line with the imports that it is taken to carry.",
            "Industrias a las que pertenecen sus líneas de exportación, cada línea con las importaciones que se le atribuyen.",
        ),
        SCHEDULE_B,
    ),
    Definition(
        "southbound",
        Bilingual("Southbound surface trade", "Comercio terrestre hacia el sur"),
        Bilingual(
            "U.S. exports by truck, rail, pipeline and mail to Mexican states, of the whole section of the Harmonized System; not air, not vessel, and not the product alone.",
            "Exportaciones de EE. UU. por camión, tren, ducto y correo a estados mexicanos, de toda la sección del Sistema Armonizado; ni aire ni barco, ni solo el producto.",
        ),
        Bilingual(
            "U.S. Bureau of Transportation Statistics, TransBorder Freight Data",
            "Oficina de Estadísticas de Transporte de EE. UU., TransBorder Freight Data",
        ),
    ),
    Definition(
        "gain",
        Bilingual("Gain by the IDB's arithmetic", "Ganancia según la aritmética del BID"),
        Bilingual(
            "One tenth of what the external suppliers sell, where the partner sells the product already; 0 where it does not.",
            "Una décima parte de lo que venden los proveedores externos, donde el socio ya vende el producto; 0 donde no.",
        ),
        Bilingual(
            "Inter-American Development Bank (2021, 2022); {table}",
            "Banco Interamericano de Desarrollo (2021, 2022); {table}",
        ),
    ),
    Definition(
        "rank",
        Bilingual("Rank in the whole screen", "Lugar en el examen completo"),
        Bilingual(
            "Under the nominal weights; beside it the 5 to 95 percent over the runs, and the share of runs among the first 20 and 50.",
            "Con los pesos nominales; al lado, el 5 a 95 por ciento de las corridas y la proporción de ellas entre los primeros 20 y 50.",
        ),
        WHOLE_SCREEN,
    ),
    Definition(
        "area",
        Bilingual("Diagnosis", "Diagnóstico"),
        Bilingual(
            "The first action area whose rule holds, with the numbers that led to it.",
            "La primera área de acción cuya regla se cumple, con los números que llevaron a ella.",
        ),
        WHOLE_SCREEN,
    ),
    Definition(
        "treatment",
        Bilingual("Treatment of the data", "Tratamiento de los datos"),
        Bilingual(
            "How a group of partners and the finest lines are counted; concentration depends on it, and the probability of the flag is over all three.",
            "Cómo se cuentan un grupo de socios y las líneas más finas; la concentración depende de ello, y la probabilidad de la señal es sobre los tres.",
        ),
        TABLE,
    ),
    Definition(
        "criteria",
        Bilingual("Criteria of dependency", "Criterios de dependencia"),
        Bilingual(
            "Each holds where its figure is above its threshold; one whose table is not loaded is not computed and counts neither way.",
            "Cada uno se cumple donde su cifra supera su umbral; el que carece de su tabla no se calcula y no cuenta en ningún sentido.",
        ),
        Bilingual("European Commission, SWD(2021) 352; {table}", "Comisión Europea, SWD(2021) 352; {table}"),
    ),
    Definition(
        "pillar",
        Bilingual("Place by pillar", "Posición por pilar"),
        Bilingual(
            "Mean place among all products of the market by the indicators of one pillar alone; 100 % stands before all others.",
            "Posición media entre todos los productos del mercado según los indicadores de un solo pilar; 100 % va antes que todos los demás.",
        ),
        WHOLE_SCREEN,
    ),
    Definition(
        "lines",
        Bilingual("Finest lines", "Líneas más finas"),
        Bilingual(
            "National tariff lines of the product, described in English as customs print them.",
            "Fracciones nacionales del producto, descritas en inglés como las imprime la aduana.",
        ),
        TABLE,
    ),
)
BY_CODE = {each.code: each for each in DEFINITIONS}
