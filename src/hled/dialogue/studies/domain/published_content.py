"""
Published figures of U.S. content in Mexico's exports, each of its own concept, with why it differs from ours.

They stand beside the range that the tables give. The range is computed before they are looked at and is never widened to
reach them.
"""

from dataclasses import dataclass
from decimal import Decimal

from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class PublishedContent:
    """
    A published share.

    Parameters
    ----------
    exporter, origin
        Whose exports, and whose value in them.
    nearest
        The concept of ours that comes nearest.
    why
        Why it differs, in one sentence.
    """

    value: Decimal
    exporter: str
    origin: str
    concept: Bilingual
    nearest: str
    source: Bilingual
    why: Bilingual


PUBLISHED_CONTENT = (
    PublishedContent(
        value=Decimal("0.18"),
        exporter="MEX",
        origin="USA",
        concept=Bilingual(
            "U.S. value in U.S. imports of Mexican manufactures, usual assumption",
            "valor de EE. UU. en sus importaciones de manufacturas mexicanas, supuesto usual",
        ),
        nearest="manufactures_to_importer",
        source=Bilingual(
            "de Gortari (2019), NBER Working Paper 25868",
            "de Gortari (2019), documento de trabajo 25868 del NBER",
        ),
        why=Bilingual(
            "It is of another table and year and of manufactures alone, under the same assumption that every customer is served "
            "with one mix of inputs.",
            "Es de otra tabla y otro año y solo de manufacturas, con el mismo supuesto de que a todo cliente se le sirve con una "
            "sola mezcla de insumos.",
        ),
    ),
    PublishedContent(
        value=Decimal("0.30"),
        exporter="MEX",
        origin="USA",
        concept=Bilingual(
            "U.S. value in U.S. imports of Mexican manufactures, inputs that exporters bought",
            "valor de EE. UU. en sus importaciones de manufacturas mexicanas, insumos que compraron las exportadoras",
        ),
        nearest="manufactures_to_importer",
        source=Bilingual(
            "de Gortari (2019), NBER Working Paper 25868",
            "de Gortari (2019), documento de trabajo 25868 del NBER",
        ),
        why=Bilingual(
            "It uses customs records of firms: those that sell to the United States buy more of their inputs there than the "
            "average of their industry, which no table of averages can show.",
            "Usa registros aduaneros de empresas: las que venden a Estados Unidos compran ahí más de sus insumos que el promedio "
            "de su industria, lo que ninguna tabla de promedios puede mostrar.",
        ),
    ),
)
