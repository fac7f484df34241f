"""Endpoints of studies: questions to the engine, the studies that were kept, and the engine beside published values."""

from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router

from hled.dialogue.studies.queries.answers.complexity import COMPLEXITY_SCHEMA
from hled.dialogue.studies.queries.answers.envelope import study_answer
from hled.dialogue.studies.queries.answers.kept import (
    STUDIES_SCHEMA,
    STUDY_SCHEMA,
    stored_study_answer,
    studies_answer,
)
from hled.dialogue.studies.queries.answers.lists import (
    LIST_SCHEMA,
    LISTS_SCHEMA,
    list_answer,
    lists_answer,
)
from hled.dialogue.studies.queries.answers.products import PRODUCT_SCHEMA
from hled.dialogue.studies.queries.answers.questions import (
    EXPORT_TERMS_SCHEMA,
    EXPOSURE_SCHEMA,
    EXTRACTION_SCHEMA,
    PAIR_SCHEMA,
    VALUE_CHAINS_SCHEMA,
)
from hled.dialogue.studies.queries.answers.screens import SCREEN_SCHEMA
from hled.dialogue.studies.queries.answers.structure import STRUCTURE_SCHEMA, SWEEP_SCHEMA
from hled.dialogue.studies.queries.answers.verification import VERIFICATION_SCHEMA, verification_answer
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.interfaces.acting import does
from hled.interfaces.answers import Answer
from hled.interfaces.api import Dates, PagedDates, answered, asking, described
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.interfaces.sheets import csv_text
from hled.kernel.action import READ_RECORD

router = Router(tags=["studies"])
HOME = Path(settings.HOME)
ONE = (400, 404)
CSV: dict[str, object] = {"text/csv": {"schema": {"type": "string"}}}

_TABLE = Field("", max_length=80, description="Id of a table. Identificador de una tabla.")
_DRAWS = Field(64, ge=8, le=256, description="Draws for the range. Sorteos para el intervalo.")
_SEED = Field(20210909, ge=0, le=2_147_483_647, description="Seed. Semilla.")
_BALANCE: Any = Field("supplied", description="Balance rule. Regla de balance.")


class Formatted(Dates):
    format: Literal["json", "csv"] = Field("json", description="json or csv. json o csv.")


class Exposure(Formatted):
    buyers: str = Field(
        "USA.manufacturing", max_length=400, description="Industries that buy. Industrias que compran."
    )
    suppliers: str = Field("", max_length=400, description="Regions that supply. Regiones que proveen.")
    through: str = Field("", max_length=80, description="Corridor. Corredor.")
    convention: Literal["", "face_value", "look_through_output", "look_through_value_added", "corridor"] = (
        Field("", description="What is counted. Qué se cuenta.")
    )
    inputs: str = Field("all", max_length=200, description="Sectors of the inputs. Sectores de los insumos.")
    table: str = _TABLE
    balance: Literal["supplied", "row_sums"] = _BALANCE
    draws: int = _DRAWS
    seed: int = _SEED


class Pair(Formatted):
    one: str = Field("USA.c15", max_length=200, description="An industry. Una industria.")
    other: str = Field("MEX.c15", max_length=200, description="Another. Otra.")
    table: str = _TABLE
    balance: Literal["supplied", "row_sums"] = _BALANCE


class ValueChains(Formatted):
    exporter: str = Field("MEX", max_length=40, description="Exporter. Exportador.")
    origin: str = Field("USA", max_length=40, description="Origin of value. Origen del valor.")
    importer: str = Field("USA", max_length=40, description="Importer. Importador.")
    method: Literal[
        "bm_exporter", "bm_exporter_sink", "bm_world", "bm_world_sink", "hiy", "kww", "my", "wwz"
    ] = Field("bm_exporter", description="Method of the terms. Método de los términos.")
    tables: str = Field("", max_length=400, description="Ids of tables. Identificadores de tablas.")
    balance: Literal["supplied", "row_sums"] = _BALANCE
    draws: int = _DRAWS
    seed: int = _SEED


class ExportTerms(Formatted):
    exporter: str = Field("MEX", max_length=40, description="Exporter. Exportador.")
    importer: str = Field(
        "", max_length=40, description="Importer: any region. Importador: cualquier región."
    )
    method: Literal[
        "bm_exporter", "bm_exporter_sink", "bm_world", "bm_world_sink", "hiy", "kww", "my", "wwz"
    ] = Field("bm_exporter", description="Method of the terms. Método de los términos.")
    by: Literal["sector", "total"] = Field(
        "sector", description="By exporting industry, or the total. Por industria exportadora, o el total."
    )
    terms: str = Field("", max_length=200, description="Only these terms. Solo estos términos.")
    table: str = _TABLE
    balance: Literal["supplied", "row_sums"] = _BALANCE
    draws: int = _DRAWS
    seed: int = _SEED


class Extraction(Formatted):
    sellers: str = Field("MEX", max_length=200, description="Industries that sell. Industrias que venden.")
    buyers: str = Field("USA", max_length=200, description="Industries that buy. Industrias que compran.")
    share: str = Field("1/3", max_length=20, description="Share that stops. Proporción que se detiene.")
    flows: Literal["intermediate", "intermediate_and_final"] = Field(
        "intermediate", description="What stops. Qué se detiene."
    )
    table: str = _TABLE
    balance: Literal["supplied", "row_sums"] = _BALANCE
    draws: int = _DRAWS
    seed: int = _SEED


class Screen(Formatted):
    list: str = Field("all", max_length=400, description="Lists or codes. Listas o códigos.")
    by: Literal["product", "heading", "chapter", "stage"] = Field(
        "product", description="What stands in a row. Qué ocupa cada fila."
    )
    only: Literal[
        "", "openings", "one_distant_supplier", "expand", "build", "ease", "diversify", "leave", "hold"
    ] = Field("", description="Action area. Área de acción.")
    sort: Literal["rank", "robust", "median", "top20", "size", "shift"] = Field(
        "rank", description="Order of the rows. Orden de las filas."
    )
    top: int = Field(20, ge=0, le=10_000, description="How many rows; 0 for all. Cuántas filas; 0, todas.")
    partner: str = Field("MEX", max_length=40, description="Who could supply. Quién podría proveer.")
    external: str = Field(
        "outside:USMCA", max_length=400, description="External suppliers. Proveedores externos."
    )
    importer: str = Field("USA", max_length=40, description="Who buys. Quién compra.")
    table: str = Field("", max_length=80, description="Id of a trade table. Tabla de comercio.")
    world: str = Field("", max_length=80, description="World exports. Exportaciones mundiales.")
    floor: int = Field(
        1_000_000, ge=0, le=1_000_000_000, description="Least external imports. Importaciones mínimas."
    )
    weights: str = Field("", max_length=400, description="Changed weights. Pesos cambiados.")
    compare: str = Field("", max_length=400, description="A second weighting. Una segunda ponderación.")
    compare_list: str = Field("", max_length=400, description="A second list. Una segunda lista.")
    base: int = Field(
        128,
        ge=16,
        le=2048,
        description="Size of the design, a power of two. Tamaño del diseño, potencia de dos.",
    )
    seed: int = _SEED


class Product(Formatted):
    code: str = Field(
        "850760",
        max_length=400,
        description="Code of 6, 4 or 2 digits, or a list or a part of one. Código de 6, 4 o 2 dígitos, o una lista o una parte de ella.",
    )
    partner: str = Field("MEX", max_length=40, description="Who could supply. Quién podría proveer.")
    external: str = Field(
        "outside:USMCA", max_length=400, description="External suppliers. Proveedores externos."
    )
    importer: str = Field("USA", max_length=40, description="Who buys. Quién compra.")
    table: str = Field("", max_length=80, description="Id of a trade table. Tabla de comercio.")
    world: str = Field("", max_length=80, description="World exports. Exportaciones mundiales.")
    seed: int = _SEED


class Complexity(Formatted):
    of: Literal["countries", "products"] = Field(
        "countries", description="What stands in a row. Qué ocupa cada fila."
    )
    partner: str = Field("MEX", max_length=40, description="Country shown. País que se muestra.")
    list: str = Field("all", max_length=400, description="Lists or codes. Listas o códigos.")
    only: Literal["", "lacks", "has"] = Field(
        "", description="Products that the country lacks or has. Productos que el país no tiene o tiene."
    )
    sort: Literal["complexity", "fitness", "outlook", "density", "trade"] = Field(
        "complexity", description="Order of the rows. Orden de las filas."
    )
    top: int = Field(50, ge=0, le=10_000, description="How many rows; 0 for all. Cuántas filas; 0, todas.")
    importer: str = Field(
        "USA", max_length=40, description="Whose market, without a world table. De quién es el mercado."
    )
    table: str = Field("", max_length=80, description="Id of a trade table. Tabla de comercio.")
    world: str = Field("", max_length=80, description="World exports. Exportaciones mundiales.")
    convention: Literal["atlas", "growth_lab"] = Field("atlas", description="Convention. Convención.")
    gain: Literal["", "atlas", "gain_only"] = Field(
        "", description="Definition of the outlook gain. Definición de la ganancia de perspectiva."
    )
    exports: int = Field(
        1_000_000_000,
        ge=0,
        le=99_999_999_999,
        description="Minimum exports of a country. Mínimo de exportaciones de un país.",
    )
    population: int = Field(0, ge=0, le=9_999_999_999, description="Minimum population. Población mínima.")
    trade: int = Field(
        1_000_000,
        ge=0,
        le=99_999_999_999,
        description="Minimum trade of a product. Mínimo de comercio de un producto.",
    )
    ubiquity: int = Field(2, ge=1, le=100, description="Minimum ubiquity. Ubicuidad mínima.")
    without: str = Field("", max_length=400, description="Exporters left out. Exportadores excluidos.")


class Sweep(Formatted):
    affected: str = Field("", max_length=200, description="Regions that lose. Regiones que pierden.")
    over: Literal["industries", "countries"] = Field(
        "industries", description="What is taken out in turn. Qué se quita una a una."
    )
    among: str = Field("all", max_length=200, description="Only these. Solo estas.")
    by: Literal["value_added", "output"] = Field("value_added", description="What ranks. Qué ordena.")
    table: str = _TABLE
    balance: Literal["supplied", "row_sums"] = _BALANCE
    draws: int = _DRAWS
    seed: int = _SEED


class Structure(Formatted):
    industries: str = Field("", max_length=400, description="Industries looked at. Industrias examinadas.")
    by: str = Field("upstreamness", max_length=40, description="Measure that ranks. Medida que ordena.")
    account: str = Field(
        "value_added", max_length=80, description="Account of the footprint. Cuenta de la huella."
    )
    inventories: Literal["corrected", "final"] = Field("corrected", description="Inventories. Existencias.")
    table: str = _TABLE
    balance: Literal["supplied", "row_sums"] = _BALANCE


class Studies(PagedDates):
    kind: Literal[
        "",
        "exposure",
        "pair",
        "value-chains",
        "export-terms",
        "extraction",
        "sweep",
        "structure",
        "screen",
        "product",
        "complexity",
    ] = Field("", description="Only this kind of question. Solo esta clase de pregunta.")


@router.get("/exposure", **described(EXPOSURE_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def exposure(request: HttpRequest, query: Query[Exposure]) -> HttpResponse:
    return _asked(request, "exposure", query)


@router.get("/pair", **described(PAIR_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def pair(request: HttpRequest, query: Query[Pair]) -> HttpResponse:
    return _asked(request, "pair", query)


@router.get("/value-chains", **described(VALUE_CHAINS_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def value_chains(request: HttpRequest, query: Query[ValueChains]) -> HttpResponse:
    return _asked(request, "value-chains", query)


@router.get("/export-terms", **described(EXPORT_TERMS_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def export_terms(request: HttpRequest, query: Query[ExportTerms]) -> HttpResponse:
    return _asked(request, "export-terms", query)


@router.get("/extraction", **described(EXTRACTION_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def extraction(request: HttpRequest, query: Query[Extraction]) -> HttpResponse:
    return _asked(request, "extraction", query)


@router.get("/sweep", **described(SWEEP_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def sweep(request: HttpRequest, query: Query[Sweep]) -> HttpResponse:
    return _asked(request, "sweep", query)


@router.get("/structure", **described(STRUCTURE_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def structure(request: HttpRequest, query: Query[Structure]) -> HttpResponse:
    return _asked(request, "structure", query)


@router.get("/product", **described(PRODUCT_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def product(request: HttpRequest, query: Query[Product]) -> HttpResponse:
    return _asked(request, "product", query)


@router.get("/screen", **described(SCREEN_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def screen(request: HttpRequest, query: Query[Screen]) -> HttpResponse:
    return _asked(request, "screen", query)


@router.get("/complexity", **described(COMPLEXITY_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def complexity(request: HttpRequest, query: Query[Complexity]) -> HttpResponse:
    return _asked(request, "complexity", query)


@router.get("/lists", **described(LISTS_SCHEMA, more=CSV))
@does(READ_RECORD)
def lists(request: HttpRequest, query: Query[Formatted]) -> HttpResponse:
    asking(request, query)
    return _given(query, "lists", lists_answer(HOME))


@router.get("/lists/{id}", **described(LIST_SCHEMA, errors=ONE, more=CSV))
@does(READ_RECORD)
def one_list(request: HttpRequest, id: str, query: Query[Formatted]) -> HttpResponse:
    asking(request, query)
    return _given(query, f"list-{id}", list_answer(id, HOME))


@router.get("/verification", **described(VERIFICATION_SCHEMA))
@does(READ_RECORD)
def verification(request: HttpRequest, query: Query[Dates]) -> HttpResponse:
    asking(request, query)
    return answered(verification_answer(HOME))


@router.get("/studies", **described(STUDIES_SCHEMA))
@does(READ_RECORD)
def studies(request: HttpRequest, query: Query[Studies]) -> HttpResponse:
    asked = asking(request, query)
    return answered(studies_answer(asked, home=HOME, kind=query.kind, limit=query.limit, offset=query.offset))


@router.get("/studies/{id}", **described(STUDY_SCHEMA, errors=ONE))
@does(READ_RECORD)
def study(request: HttpRequest, id: str, query: Query[Dates]) -> HttpResponse:
    return answered(stored_study_answer(id, asking(request, query), home=HOME))


def _asked(request: HttpRequest, kind: str, query: Formatted) -> HttpResponse:
    _require_public(asking(request, query), kind)
    given = {
        name: str(value)
        for name, value in query.model_dump(exclude={"as_of", "recorded_by", "format"}).items()
        if value is not None
    }
    return _given(query, kind, study_answer(kind, given, home=HOME))


def _given(query: Formatted, name: str, answer: Answer) -> HttpResponse:
    return answered(answer) if query.format == "json" else _as_csv(name, answer)


def _require_public(asked: Asked, kind: str) -> None:
    """
    Raises
    ------
    NotFoundError
        PG-01, when no table that the question can be asked of was public on the day asked for.
    """
    if not InstalledTables(HOME).public_for(kind, asked):
        raise not_found("table", asked.as_of.isoformat())


def _as_csv(name: str, answer: Answer) -> HttpResponse:
    response = HttpResponse(csv_text(answer.items), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="hled-{name}.csv"'
    return response
