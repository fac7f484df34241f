"""The criteria as published, with their thresholds and the tables that they need."""

from dataclasses import dataclass
from enum import StrEnum

from hled.kernel.bilingual import Bilingual

WINDOW = 3
"""Years of the window in which GeoDep looks for a lasting dependency."""
LASTING = 2
"""Years of the window in which all criteria must hold."""


class Needs(StrEnum):
    """Tables that a criterion may need beyond the imports of one year."""

    EXPORTS = "exports_by_product"
    SECOND_YEAR = "second_year"
    WORLD = "world_exports"


NEEDED: dict[Needs, Bilingual] = {
    Needs.EXPORTS: Bilingual(
        "exports of the importer by product", "exportaciones del importador por producto"
    ),
    Needs.SECOND_YEAR: Bilingual(
        "imports of a second year within a window of three",
        "importaciones de un segundo año dentro de una ventana de tres",
    ),
    Needs.WORLD: Bilingual(
        "exports of every country by product", "exportaciones de todos los países por producto"
    ),
}


@dataclass(frozen=True, slots=True)
class Definition:
    """A criterion as published: it holds where its figure is above the threshold."""

    code: str
    says: Bilingual
    threshold: float
    needs: Needs | None = None


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """A published set of criteria."""

    code: str
    name: Bilingual
    definitions: tuple[Definition, ...]
    source: str


CDI = CriteriaSet(
    "cdi",
    Bilingual(
        "Core dependency indicators (European Commission)",
        "Indicadores básicos de dependencia (Comisión Europea)",
    ),
    (
        Definition(
            "CDI1",
            Bilingual(
                "concentration (HHI) of external suppliers", "concentración (HHI) de los proveedores externos"
            ),
            0.4,
        ),
        Definition(
            "CDI2",
            Bilingual(
                "external imports over all imports", "importaciones externas sobre importaciones totales"
            ),
            0.5,
        ),
        Definition(
            "CDI3",
            Bilingual("external imports over exports", "importaciones externas sobre exportaciones"),
            1.0,
            Needs.EXPORTS,
        ),
    ),
    "European Commission (2021), Strategic dependencies and capacities, SWD(2021) 352",
)
GEODEP = CriteriaSet(
    "geodep",
    Bilingual("Import dependencies (CEPII, GeoDep)", "Dependencias de importación (CEPII, GeoDep)"),
    (
        Definition(
            "GD1",
            Bilingual("concentration (HHI) of imports", "concentración (HHI) de las importaciones"),
            0.4,
        ),
        Definition(
            "GD2",
            Bilingual(
                "concentration (HHI) of world exports", "concentración (HHI) de las exportaciones mundiales"
            ),
            0.4,
            Needs.WORLD,
        ),
        Definition(
            "GD3", Bilingual("imports over exports", "importaciones sobre exportaciones"), 1.0, Needs.EXPORTS
        ),
    ),
    "Lefebvre & Wibaux (2024), Import dependencies: where does the EU stand?, CEPII Policy Brief 47; page of the GeoDep data set",
)
LASTING_CRITERION = Definition(
    "GD4",
    Bilingual(
        "years in a window of three in which the other criteria hold",
        "años de una ventana de tres en que se cumplen los demás criterios",
    ),
    LASTING - 0.5,
    Needs.SECOND_YEAR,
)
