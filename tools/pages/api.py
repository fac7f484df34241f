"""Every path of the API and every published schema."""

from collections.abc import Iterator
from typing import Any

from pages.markdown import code, plain, sections, table

from hled.kernel.bilingual import Bilingual


def paths(language: str) -> str:
    headings = (
        Bilingual("path", "ruta"),
        Bilingual("what it gives", "qué da"),
        Bilingual("parameters", "parámetros"),
    )
    return sections(table(headings, _paths(language), language))


def schemas(language: str) -> str:
    from hled.project.schemas import PUBLISHED

    headings = (Bilingual("schema", "esquema"), Bilingual("what it describes", "qué describe"))
    rows = ([code(name), plain(each.title.in_language(language))] for name, each in PUBLISHED.items())
    return sections(table(headings, rows, language))


def described() -> dict[str, Any]:
    """The OpenAPI description."""
    from hled.project.api import api

    found: dict[str, Any] = api.get_openapi_schema()
    return found


def _paths(language: str) -> Iterator[list[str]]:
    for path, operations in described()["paths"].items():
        for operation in operations.values():
            names = (each["name"] for each in operation.get("parameters", ()))
            yield [code(path), plain(_says(operation, language)), ", ".join(map(code, names))]


def _says(operation: dict[str, Any], language: str) -> str:
    """The summary is English; the description says the same in English and then in Spanish."""
    english = str(operation["summary"])
    return english if language == "en" else str(operation["description"]).removeprefix(f"{english}.").strip()
