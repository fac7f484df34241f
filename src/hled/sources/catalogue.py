"""The bundled data sets: who publishes them, on which terms, and which bytes they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.digests import DIGESTS
from hled.sources.rules import SR_02, SR_03, SR_04
from hled.sources.tables import BUNDLED

DOCUMENTATION = "SOURCE.md"
"""Describes a folder and is not data; every folder has one, or a README.md that is itself part of the data."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a data set and the SHA-256 digest of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """
    A set of published figures.

    Parameters
    ----------
    license : Bilingual
        The terms in one sentence; `DATA-LICENSES.md` gives the reasons.
    attribution : Bilingual
        The words that stand under every figure from this set.
    vintage : Bilingual
        When the figures were published and which time they cover.
    redistributable : bool
        Whether the files may travel inside the package.
    """

    id: str
    title: Bilingual
    provider: Bilingual
    license: Bilingual
    attribution: Bilingual
    vintage: Bilingual
    files: tuple[File, ...]
    redistributable: bool = True


_US_WORK = Bilingual(
    "Work of the U.S. government, in the public domain in the United States.",
    "Obra del gobierno de Estados Unidos, de dominio público en Estados Unidos.",
)
_FREE_USE = Bilingual(
    "Free use with attribution, by the terms of the publishing agencies.",
    "Libre uso con atribución, según los términos de las instituciones que publican.",
)


def _files(dataset: str) -> tuple[File, ...]:
    return tuple(File(name, digest) for name, digest in DIGESTS[dataset].items())


DATASETS: dict[str, Dataset] = {
    each.id: each
    for each in (
        Dataset(
            "hled_record",
            title=Bilingual(
                "Record of the High-Level Economic Dialogue", "Registro del Diálogo Económico de Alto Nivel"
            ),
            provider=Bilingual("Editors of this project", "Editores de este proyecto"),
            license=Bilingual(
                "CC BY 4.0; part of this project. Names and titles follow the public sources cited.",
                "CC BY 4.0; parte de este proyecto. Los nombres y títulos siguen las fuentes públicas citadas.",
            ),
            attribution=Bilingual(
                "Record of the Dialogue, rebuilt from public pages; a research draft, not an official publication.",
                "Registro del Diálogo, reconstruido a partir de páginas públicas; borrador de investigación, no publicación "
                "oficial.",
            ),
            vintage=Bilingual("2013-2026, as of 23 November 2026", "2013-2026, al 23 de noviembre de 2026"),
            files=_files("hled_record"),
        ),
        Dataset(
            "bts_border_crossing_mexico",
            title=Bilingual("Border crossings by port and month", "Cruces fronterizos por puerto y mes"),
            provider=Bilingual(
                "U.S. Bureau of Transportation Statistics, from U.S. Customs and Border Protection",
                "Oficina de Estadísticas de Transporte de EE. UU., con datos de Aduanas y Protección Fronteriza de EE. UU.",
            ),
            license=_US_WORK,
            attribution=Bilingual(
                "Source: U.S. Bureau of Transportation Statistics, Border Crossing/Entry Data.",
                "Fuente: U.S. Bureau of Transportation Statistics, Border Crossing/Entry Data.",
            ),
            vintage=Bilingual(
                "January 1996 to February 2025, as published by February 2026",
                "De enero de 1996 a febrero de 2025, según lo publicado hasta febrero de 2026",
            ),
            files=_files("bts_border_crossing_mexico"),
        ),
        Dataset(
            "bts_transborder",
            title=Bilingual(
                "Freight between the United States and Mexico",
                "Comercio de mercancías entre Estados Unidos y México",
            ),
            provider=Bilingual(
                "U.S. Bureau of Transportation Statistics; totals by the University of North Texas",
                "Oficina de Estadísticas de Transporte de EE. UU.; totales de la University of North Texas",
            ),
            license=_US_WORK,
            attribution=Bilingual(
                "Source: U.S. Bureau of Transportation Statistics, TransBorder Freight Data; totals computed by the University "
                "of North Texas for the Texas Department of Transportation.",
                "Fuente: U.S. Bureau of Transportation Statistics, TransBorder Freight Data; totales calculados por la "
                "University of North Texas para el Departamento de Transporte de Texas.",
            ),
            vintage=Bilingual(
                "April 1993 to December 2025, as published by April 2026",
                "De abril de 1993 a diciembre de 2025, según lo publicado hasta abril de 2026",
            ),
            files=_files("bts_transborder"),
        ),
        Dataset(
            "macro_indicators",
            title=Bilingual(
                "Supply chain pressure, exchange rate, minimum wage",
                "Presión en cadenas de suministro, tipo de cambio, salario mínimo",
            ),
            provider=Bilingual(
                "Federal Reserve Bank of New York; Board of Governors of the Federal Reserve System; Banco de México",
                "Banco de la Reserva Federal de Nueva York; Junta de Gobernadores de la Reserva Federal; Banco de México",
            ),
            license=Bilingual(
                "Pressure index: New York Fed terms of use (free copying and distribution with its notice). Exchange rate: "
                "public domain. Wages: free use with attribution.",
                "Índice de presión: términos de uso de la Fed de Nueva York (libre copia y distribución con su aviso). Tipo "
                "de cambio: dominio público. Salarios: libre uso con atribución.",
            ),
            attribution=Bilingual(
                "© 2025 Federal Reserve Bank of New York. Content from the New York Fed subject to the Terms of Use at "
                "newyorkfed.org. Sources also: Federal Reserve Board, H.10; Banco de México.",
                "© 2025 Federal Reserve Bank of New York. Contenido de la Fed de Nueva York sujeto a los términos de uso en "
                "newyorkfed.org. Fuentes además: Junta de la Reserva Federal, H.10; Banco de México.",
            ),
            vintage=Bilingual(
                "Pressure index: early February 2025; exchange rate: July 2026; wages: January 2026",
                "Índice de presión: principios de febrero de 2025; tipo de cambio: julio de 2026; salarios: enero de 2026",
            ),
            files=_files("macro_indicators"),
        ),
        Dataset(
            "mexico_remittances_gdp",
            title=Bilingual(
                "Remittances, gross domestic product and prices of Mexico",
                "Remesas, producto interno bruto y precios de México",
            ),
            provider=Bilingual("Banco de México; INEGI", "Banco de México; INEGI"),
            license=_FREE_USE,
            attribution=Bilingual(
                "Sources: Banco de México, Sistema de Información Económica; INEGI, PIB por entidad federativa (base 2018) and "
                "INPC.",
                "Fuentes: Banco de México, Sistema de Información Económica; INEGI, PIB por entidad federativa (base 2018) e "
                "INPC.",
            ),
            vintage=Bilingual(
                "As published by July 2026: remittances to March 2026, gross domestic product to 2024",
                "Según lo publicado hasta julio de 2026: remesas a marzo de 2026, producto interno bruto a 2024",
            ),
            files=_files("mexico_remittances_gdp"),
        ),
        Dataset(
            "mexico_municipal_2020",
            title=Bilingual(
                "Poverty, marginalization and population of Mexico, 2020",
                "Pobreza, marginación y población de México, 2020",
            ),
            provider=Bilingual("CONEVAL; CONAPO; INEGI", "CONEVAL; CONAPO; INEGI"),
            license=_FREE_USE,
            attribution=Bilingual(
                "Sources: CONEVAL, poverty by municipality 2020; CONAPO, marginalization index 2020 and population 1990-2040; "
                "INEGI, census 2020. Deprivation table: cuentadesanti/pobreza-marginacion, CC BY 4.0.",
                "Fuentes: CONEVAL, pobreza por municipio 2020; CONAPO, índice de marginación 2020 y población 1990-2040; "
                "INEGI, censo 2020. Tabla de carencias: cuentadesanti/pobreza-marginacion, CC BY 4.0.",
            ),
            vintage=Bilingual(
                "2020; population projections of mid-2023",
                "2020; proyecciones de población de mediados de 2023",
            ),
            files=_files("mexico_municipal_2020"),
        ),
        Dataset(
            "geo",
            title=Bilingual(
                "Boundaries of the Mexican states", "Límites de las entidades federativas de México"
            ),
            provider=Bilingual("INEGI, Marco Geoestadístico", "INEGI, Marco Geoestadístico"),
            license=_FREE_USE,
            attribution=Bilingual(
                "Boundaries: INEGI, Marco Geoestadístico, prepared by Diego Valle-Jones; simplified, for drawing only.",
                "Límites: INEGI, Marco Geoestadístico, preparados por Diego Valle-Jones; simplificados, solo para dibujar.",
            ),
            vintage=Bilingual("2020", "2020"),
            files=_files("geo"),
        ),
        Dataset(
            "bea_io_us",
            title=Bilingual(
                "Input-output accounts of the United States", "Cuentas de insumo-producto de Estados Unidos"
            ),
            provider=Bilingual(
                "U.S. Bureau of Economic Analysis, prepared by the U.S. Environmental Protection Agency",
                "Oficina de Análisis Económico de EE. UU., preparadas por la Agencia de Protección Ambiental de EE. UU.",
            ),
            license=_US_WORK,
            attribution=Bilingual(
                "Source: U.S. Bureau of Economic Analysis, Input-Output Accounts; flows among industries computed by hled.",
                "Fuente: U.S. Bureau of Economic Analysis, Input-Output Accounts; flujos entre industrias calculados por hled.",
            ),
            vintage=Bilingual(
                "2017 benchmark schema, as of July 2025: detail 2017; summary 2017, 2019, 2021 to 2023",
                "Esquema de referencia 2017, a julio de 2025: detalle 2017; resumen 2017, 2019, 2021 a 2023",
            ),
            files=_files("bea_io_us"),
        ),
        Dataset(
            "wiod2013",
            title=Bilingual(
                "World input-output tables, 2008 and 2011", "Tablas mundiales de insumo-producto, 2008 y 2011"
            ),
            provider=Bilingual(
                "World Input-Output Database, University of Groningen",
                "World Input-Output Database, Universidad de Groninga",
            ),
            license=Bilingual(
                "CC BY 4.0, as the project states; to be read again at its site before a release.",
                "CC BY 4.0, según declara el proyecto; por releer en su sitio antes de una publicación.",
            ),
            attribution=Bilingual(
                "Source: World Input-Output Database, 2013 release; Timmer, Dietzenbacher, Los, Stehrer and de Vries (2015), Review "
                "of International Economics 23: 575-605. CC BY 4.0; rounded to one million dollars.",
                "Fuente: World Input-Output Database, edición 2013; Timmer, Dietzenbacher, Los, Stehrer y de Vries (2015), Review of "
                "International Economics 23: 575-605. CC BY 4.0; redondeado a un millón de dólares.",
            ),
            vintage=Bilingual("2013 release: 2008 and 2011", "Edición 2013: 2008 y 2011"),
            files=_files("wiod2013"),
        ),
        Dataset(
            "us_imports_hs10_2024",
            title=Bilingual(
                "U.S. imports by tariff line and partner, 2024",
                "Importaciones de EE. UU. por fracción y socio, 2024",
            ),
            provider=Bilingual(
                "U.S. Census Bureau, collected by Michael E. Waugh",
                "Oficina del Censo de EE. UU., recopiladas por Michael E. Waugh",
            ),
            license=Bilingual(
                "Work of the U.S. government, in the public domain in the United States; the collection is under MIT.",
                "Obra del gobierno de Estados Unidos, de dominio público en Estados Unidos; la recopilación está bajo MIT.",
            ),
            attribution=Bilingual(
                "Source: U.S. Census Bureau, International Trade: imports for consumption, customs value and calculated duty.",
                "Fuente: U.S. Census Bureau, International Trade: importaciones para consumo, valor en aduana y arancel calculado.",
            ),
            vintage=Bilingual(
                "Calendar year 2024, as collected by July 2026",
                "Año calendario 2024, según lo recopilado hasta julio de 2026",
            ),
            files=_files("us_imports_hs10_2024"),
        ),
        Dataset(
            "classifications",
            title=Bilingual(
                "Classifications of products and industries, and how they correspond",
                "Clasificaciones de productos e industrias y sus correspondencias",
            ),
            provider=Bilingual(
                "UN Comtrade; United Nations Statistics Division; Pierce and Schott; U.S. Census Bureau",
                "UN Comtrade; División de Estadística de las Naciones Unidas; Pierce y Schott; Oficina del Censo de EE. UU.",
            ),
            license=Bilingual(
                "HS 2022: ODC-PDDL. Correspondence tables: MIT. Schedule B: work of the U.S. government, in the public domain.",
                "SA 2022: ODC-PDDL. Tablas de correspondencia: MIT. Schedule B: obra del gobierno de Estados Unidos, de dominio "
                "público.",
            ),
            attribution=Bilingual(
                "Sources: UN Comtrade, HS 2022; correspondence tables of UNSD, WITS and Pierce and Schott through the package "
                "concordance; U.S. Census Bureau, Schedule B 2019. Spanish names by hled, not official.",
                "Fuentes: UN Comtrade, SA 2022; tablas de correspondencia de UNSD, WITS y Pierce y Schott mediante el paquete "
                "concordance; U.S. Census Bureau, Schedule B 2019. Nombres en español de hled, no oficiales.",
            ),
            vintage=Bilingual(
                "HS 2022, 2017, 2012, 1992; Schedule B of 2019; tables as of January 2023",
                "SA 2022, 2017, 2012, 1992; Schedule B de 2019; tablas a enero de 2023",
            ),
            files=_files("classifications"),
        ),
        Dataset(
            "trade_elasticities",
            title=Bilingual(
                "Elasticities of import demand, and classes of product differentiation",
                "Elasticidades de demanda de importaciones y clases de diferenciación de productos",
            ),
            provider=Bilingual(
                "Broda, Greenfield and Weinstein; Rauch", "Broda, Greenfield y Weinstein; Rauch"
            ),
            license=Bilingual(
                "MIT, as the package that holds them states; authors' terms to be read again before a release.",
                "MIT, según declara el paquete que las contiene; términos de los autores por releer antes de una publicación.",
            ),
            attribution=Bilingual(
                "Sources: Broda, Greenfield and Weinstein (2006), NBER Working Paper 12512; Rauch (1999), Journal of International "
                "Economics 48: 7-35.",
                "Fuentes: Broda, Greenfield y Weinstein (2006), NBER Working Paper 12512; Rauch (1999), Journal of International "
                "Economics 48: 7-35.",
            ),
            vintage=Bilingual(
                "Elasticities of 1994 to 2003; classes by prices of 1982",
                "Elasticidades de 1994 a 2003; clases según precios de 1982",
            ),
            files=_files("trade_elasticities"),
        ),
        Dataset(
            "us_tariff_changes_2025_26",
            title=Bilingual(
                "Changes of effective U.S. tariffs, 2025 and 2026 (estimates)",
                "Cambios de los aranceles efectivos de EE. UU., 2025 y 2026 (estimaciones)",
            ),
            provider=Bilingual("Michael E. Waugh", "Michael E. Waugh"),
            license=Bilingual("MIT.", "MIT."),
            attribution=Bilingual(
                "Source: Michael E. Waugh, trade-war-redux-2025. Derived estimates, not official rates.",
                "Fuente: Michael E. Waugh, trade-war-redux-2025. Estimaciones derivadas, no tasas oficiales.",
            ),
            vintage=Bilingual(
                "As of July 2026: by partner from 4 February 2025 to 19 August 2026; by chapter about 7 August 2025",
                "A julio de 2026: por socio del 4 de febrero de 2025 al 19 de agosto de 2026; por capítulo hacia el 7 de agosto de "
                "2025",
            ),
            files=_files("us_tariff_changes_2025_26"),
        ),
        Dataset(
            "workforce",
            title=Bilingual(
                "Jobs in the United States by industry", "Empleos en Estados Unidos por industria"
            ),
            provider=Bilingual(
                "U.S. Bureau of Labor Statistics", "Oficina de Estadísticas Laborales de EE. UU."
            ),
            license=_US_WORK,
            attribution=Bilingual(
                "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025; shared out to "
                "industries of BEA by hled.",
                "Fuente: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, mayo de 2025; repartido entre "
                "industrias de BEA por hled.",
            ),
            vintage=Bilingual("May 2025, published May 2026", "Mayo de 2025, publicado en mayo de 2026"),
            files=_files("workforce"),
        ),
    )
}
"""Every bundled set by its id."""


def check_digests(datasets: Iterable[Dataset] | None = None, root: Path = BUNDLED) -> tuple[Finding, ...]:
    """Files that are missing (SR-02), changed (SR-03) or undeclared (SR-04); empty when all is well."""
    chosen = tuple(DATASETS.values() if datasets is None else datasets)
    return tuple(finding for dataset in chosen for finding in check_files(dataset.files, root / dataset.id))


def check_files(files: Iterable[File], folder: Path) -> Iterator[Finding]:
    """Compare the files of one folder with their declaration."""
    declared = {file.name: file.sha256 for file in files}
    found = {
        path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()
    }
    for name, expected in declared.items():
        place = f"{folder.name}/{name}"
        if name not in found:
            yield Finding(SR_02, place)
        elif (actual := sha256(found[name].read_bytes()).hexdigest()) != expected:
            yield Finding(SR_03, place, actual)
    for name in found.keys() - declared.keys() - {DOCUMENTATION}:
        yield Finding(SR_04, f"{folder.name}/{name}")
