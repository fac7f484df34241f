"""The question of complexity in words: what each figure is, how it comes about, and the answer in a sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.names import capital, counted_products, listed, plain_name
from hled.dialogue.studies.domain.screening.data_sources import NEARNESS, TABLE
from hled.interfaces import formats
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.capability.shown import Shown
    from hled.dialogue.studies.domain.question import Item

WARNING = Bilingual(
    "Presence in exports is not capacity, and density is not a forecast; an index of one year and one sample cannot be compared with one of another.",
    "La presencia en las exportaciones no es capacidad; la densidad dice qué está cerca, no un pronóstico; un índice de un año y una muestra no se compara con el de otros.",
)
METHOD = (
    Bilingual(
        "The matrix is exports by country and product of one year: those of every country where a table of them is named, else what partners sell in one market.",
        "La matriz son las exportaciones por país y producto de un año: las de todos los países si se nombra una tabla con ellas; si no, lo que los socios venden en un mercado.",
    ),
    Bilingual(
        "The sample filter is part of the method: exporters and products below its minimums are left out first, and named with the reason.",
        "El filtro de la muestra es parte del método: primero se excluyen exportadores y productos por debajo de sus mínimos, y se nombran con el motivo.",
    ),
    Bilingual(
        "A country has a product where its revealed comparative advantage is 1 or more.",
        "Un país tiene un producto donde su ventaja comparativa revelada es de 1 o más.",
    ),
    Bilingual(
        "The complexity index is the second eigenvector of a small symmetric matrix of who has what; high is where diversity is high. Both eigenvalues are shown.",
        "El índice de complejidad es el segundo vector propio de una matriz simétrica pequeña de quién tiene qué; alto es donde la diversidad es alta. Se muestran ambos valores propios.",
    ),
    Bilingual(
        "Fitness and complexity Q come from the nonlinear map of Tacchella and others, after a number of updates that is part of the figure.",
        "La aptitud y la complejidad Q salen del mapa no lineal de Tacchella y otros, tras un número de actualizaciones que es parte de la cifra.",
    ),
    Bilingual(
        "Two products are near where the same countries have both: the lesser of the two conditional probabilities.",
        "Dos productos son cercanos donde los mismos países tienen ambos: la menor de las dos probabilidades condicionales.",
    ),
    Bilingual(
        "Density adds up how much of what lies around a product a country has; outlook adds up what lies near and is not there.",
        "La densidad suma cuánto de lo que rodea a un producto tiene un país; la perspectiva suma lo que está cerca y no está.",
    ),
    Bilingual(
        "Programs differ in scale and in the outlook gain; the convention is named with the answer and can be changed.",
        "Los programas difieren en la escala y en la ganancia de perspectiva; la convención se nombra con la respuesta y se puede cambiar.",
    ),
    Bilingual(
        "The picture of the product space shows the maximum spanning tree of the products shown and the strongest links beside it; places follow the number of links between two.",
        "La imagen del espacio de productos muestra el árbol de expansión máxima de los productos mostrados y los enlaces más fuertes; los lugares siguen el número de enlaces entre dos.",
    ),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A figure of the answer: its name, what it says, and its formula.

    Attributes
    ----------
    source
        By whom it is defined, and of which data; ``{table}`` is the trade table of the answer.
    """

    code: str
    title: Bilingual
    says: Bilingual
    formula: str
    source: Bilingual


_INDICES = Bilingual(
    "Hidalgo & Hausmann (2009), PNAS 106; {table}", "Hidalgo y Hausmann (2009), PNAS 106; {table}"
)
_ATLAS = Bilingual(
    "Hausmann, Hidalgo and others (2014), The Atlas of Economic Complexity; {table}",
    "Hausmann, Hidalgo y otros (2014), The Atlas of Economic Complexity; {table}",
)
_FITNESS = Bilingual(
    "Tacchella and others (2012), Scientific Reports 2; {table}",
    "Tacchella y otros (2012), Scientific Reports 2; {table}",
)
_ADVANTAGE = Bilingual(
    "Balassa (1965), The Manchester School 33; {table}", "Balassa (1965), The Manchester School 33; {table}"
)
FIGURES = (
    Figure(
        "eci",
        Bilingual("Economic complexity index (ECI)", "Índice de complejidad económica (ECI)"),
        Bilingual(
            "High for countries that have products which few and complex countries have; mean 0, standard deviation 1.",
            "Alto en países con productos que pocos países complejos tienen; media 0, desviación estándar 1.",
        ),
        "M̃ = D_c⁻¹ M D_p⁻¹ M′,  M̃ k = λ₂ k",
        _ATLAS,
    ),
    Figure(
        "diversity",
        Bilingual("Diversity", "Diversidad"),
        Bilingual("Products that a country has with advantage.", "Productos que un país tiene con ventaja."),
        "k_c = Σ_p M_cp",
        _INDICES,
    ),
    Figure(
        "fitness",
        Bilingual("Fitness", "Aptitud"),
        Bilingual(
            "Sum of the complexities Q of the products of a country; mean 1.",
            "Suma de las complejidades Q de los productos de un país; media 1.",
        ),
        "F_c = Σ_p M_cp Q_p",
        _FITNESS,
    ),
    Figure(
        "coi",
        Bilingual("Complexity outlook index (COI)", "Índice de perspectiva de complejidad (COI)"),
        Bilingual(
            "Complex products near a country that it does not have.",
            "Productos complejos cerca de un país y que no tiene.",
        ),
        "COI_c = Σ_p d_cp (1 − M_cp) PCI_p",
        _ATLAS,
    ),
    Figure(
        "pci",
        Bilingual("Product complexity index (PCI)", "Índice de complejidad de productos (PCI)"),
        Bilingual(
            "Mean complexity of the countries that have the product, on the scale of the convention.",
            "Complejidad media de los países que tienen el producto, en la escala de la convención.",
        ),
        "PCI_p ∝ Σ_c M_cp k_c / k_p",
        _ATLAS,
    ),
    Figure(
        "ubiquity",
        Bilingual("Ubiquity", "Ubicuidad"),
        Bilingual(
            "Countries that have the product with advantage.", "Países que tienen el producto con ventaja."
        ),
        "k_p = Σ_c M_cp",
        _INDICES,
    ),
    Figure(
        "q",
        Bilingual("Complexity Q", "Complejidad Q"),
        Bilingual(
            "Low for a product that countries of low fitness have too; mean 1.",
            "Baja en un producto que también tienen países de baja aptitud; media 1.",
        ),
        "Q_p = 1 / Σ_c (M_cp / F_c)",
        _FITNESS,
    ),
    Figure(
        "rca",
        Bilingual("Revealed comparative advantage (RCA)", "Ventaja comparativa revelada (VCR)"),
        Bilingual(
            "Weight of the product in the country's exports over its weight in all; from 1 on the country has it.",
            "Peso del producto en las exportaciones del país sobre su peso en todas; desde 1 el país lo tiene.",
        ),
        "RCA_cp = (X_cp / X_c) / (X_p / X)",
        _ADVANTAGE,
    ),
    Figure(
        "density",
        Bilingual("Density", "Densidad"),
        Bilingual(
            "Share, weighted by proximity, of the products around one that the country has.",
            "Proporción, ponderada por proximidad, de los productos en torno a uno que el país tiene.",
        ),
        "d_cp = Σ_q M_cq φ_pq / Σ_q φ_pq",
        NEARNESS,
    ),
    Figure(
        "cog",
        Bilingual("Complexity outlook gain (COG)", "Ganancia de perspectiva de complejidad (COG)"),
        Bilingual(
            "What the product would open for a country that lacks it; 0 where it has it.",
            "Lo que el producto abriría a un país que no lo tiene; 0 donde lo tiene.",
        ),
        "(1 − M_cp) (Σ_q φ_pq / Σ_r φ_qr (1 − M_cq) PCI_q − d_cp PCI_p)",
        _ATLAS,
    ),
    Figure(
        "rank",
        Bilingual("Rank", "Lugar"),
        Bilingual(
            "Place by the complexity index, from the highest; beside it, where the row has one, the place by fitness or outlook.",
            "Lugar por el índice de complejidad, desde el más alto; al lado, donde la fila lo tiene, el lugar por aptitud o perspectiva.",
        ),
        "1 + |{j: index_j > index_i}|",
        TABLE,
    ),
    Figure(
        "trade",
        Bilingual("Trade", "Comercio"),
        Bilingual(
            "Value of the product over all exporters of the sample, in U.S. dollars of the year.",
            "Valor del producto de todos los exportadores de la muestra, en dólares del año.",
        ),
        "X_p = Σ_c X_cp",
        TABLE,
    ),
    Figure(
        "proximity",
        Bilingual("Proximity", "Proximidad"),
        Bilingual(
            "The lesser probability that a country with one product has the other.",
            "La menor probabilidad de que un país con un producto tenga el otro.",
        ),
        "φ_pq = (M′M)_pq / max(k_p, k_q)",
        NEARNESS,
    ),
)
GAIN_ONLY = "(1 − M_cp) Σ_q φ_pq / Σ_r φ_qr (1 − M_cq) PCI_q"
"""The other definition of the outlook gain."""

IN_ONE_MARKET: Mapping[str, Bilingual] = {
    "exports": Bilingual(
        "sales in this market below the minimum", "ventas en este mercado por debajo del mínimo"
    ),
    "no_exports": Bilingual(
        "no sales in this market of the products left",
        "sin ventas en este mercado de los productos restantes",
    ),
    "world_trade": Bilingual(
        "purchases of this market below the minimum", "compras de este mercado por debajo del mínimo"
    ),
    "no_trade": Bilingual("no purchases from the partners left", "sin compras a los socios restantes"),
}
"""Reasons of the sample filter where the matrix shows one market; all others as the engine says them."""

_COUNTRIES = Bilingual(
    "What can {partner} be seen to do, beside others? {matrix}, {year}.",
    "¿Qué se ve que {partner} puede hacer, junto a los demás? {matrix}, {year}.",
)
_PRODUCTS = Bilingual(
    "Which products are complex, and which lie near what {partner} sells? {products}: {matrix}, {year}.",
    "¿Qué productos son complejos y cuáles están cerca de lo que vende {partner}? {products}: {matrix}, {year}.",
)
_ALL = Bilingual("All products", "Todos los productos")
_CODES = Bilingual("Codes {codes}", "Códigos {codes}")
_COUNTRY_SAYS = Bilingual(
    "{partner} is number {rank} of {count} by the economic complexity index ({eci}) and number {fitness} by fitness; it has {diversity} of {products} products with advantage: {matrix}, {year}.",
    "{partner} es el número {rank} de {count} por el índice de complejidad económica ({eci}) y el número {fitness} por aptitud; tiene {diversity} de {products} productos con ventaja: {matrix}, {year}.",
)
_PRODUCT_SAYS = Bilingual(
    "{partner} has {has} of {products} with advantage; of those that it lacks, {name} ({code}) would open most: density {density}, PCI {pci}. {Matrix}, {year}.",
    "{partner} tiene {has} de {products} con ventaja; de los que no tiene, {name} ({code}) abriría más: densidad {density}, PCI {pci}. {Matrix}, {year}.",
)
_OPENS_NOTHING = Bilingual(
    "{partner} has {has} of {products} with advantage; none of those that it lacks would add to its outlook. {Matrix}, {year}.",
    "{partner} tiene {has} de {products} con ventaja; ninguno de los que no tiene sumaría a su perspectiva. {Matrix}, {year}.",
)
_HAS_ALL = Bilingual(
    "{partner} has all {products} with advantage. {Matrix}, {year}.",
    "{partner} tiene los {products} con ventaja. {Matrix}, {year}.",
)
_HAS_IT = Bilingual(
    "{partner} has the product with advantage. {Matrix}, {year}.",
    "{partner} tiene el producto con ventaja. {Matrix}, {year}.",
)


def question_in_words(shown: "Shown", of: str, codes: str) -> Bilingual:
    from hled.dialogue.studies.domain.screening.rows import area_name

    words = {"countries": _COUNTRIES, "products": _PRODUCTS}[of]
    matrix = shown.matrix
    return words.format(
        partner=area_name(shown.found.exporters[shown.at]),
        products=_products(shown, codes),
        matrix=matrix.name if of == "products" else capital(matrix.name),
        year=matrix.exports.year,
    )


def _products(shown: "Shown", codes: str) -> Bilingual:
    if shown.choice.lists:
        return listed([each.title for each in shown.choice.lists])
    return _ALL if codes in {"", "all"} else _CODES.format(codes=codes)


def country_answer(shown: "Shown", rows: Sequence["Item"]) -> Bilingual:
    own = next(each for each in rows if each["partner"])
    return _COUNTRY_SAYS.format(
        partner=Bilingual(own["name_en"], own["name_es"]),
        rank=own["rank"],
        count=len(rows),
        eci=formats.number(round(float(own["eci"]), 2), 2),
        fitness=own["fitness_rank"],
        diversity=formats.number(own["diversity"]),
        products=formats.number(len(shown.found.products)),
        matrix=shown.matrix.name,
        year=shown.matrix.exports.year,
    )


def product_answer(shown: "Shown", rows: Sequence["Item"]) -> Bilingual:
    """Of all the rows, whatever filter shows some of them only."""
    from hled.dialogue.studies.domain.screening.rows import area_name

    lacking = [each for each in rows if not each["has"]]
    said: dict[str, Any] = {
        "partner": area_name(shown.found.exporters[shown.at]),
        "products": counted_products(len(rows)),
        "has": formats.number(len(rows) - len(lacking)),
        "Matrix": capital(shown.matrix.name),
        "year": shown.matrix.exports.year,
    }
    if not lacking:
        return (_HAS_ALL if len(rows) > 1 else _HAS_IT).format(**said)
    best = max(lacking, key=lambda each: (float(each["cog"]), each["code"]))
    if float(best["cog"]) <= 0:
        return _OPENS_NOTHING.format(**said)
    return _PRODUCT_SAYS.format(
        name=Bilingual(*(_short(plain_name(best[f"name_{each}"], best["code"])) for each in ("en", "es"))),
        code=best["code"],
        density=formats.share(float(best["density"]), 1),
        pci=formats.number(round(float(best["pci"]), 2), 2),
        **said,
    )


def _short(name: str) -> str:
    """A name that a sentence can carry; the table has it whole."""
    return re.sub(r"[,;]…$", "…", shorten(name, 90, placeholder="…"))
