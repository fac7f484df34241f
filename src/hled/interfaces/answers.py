"""
The one shape of an answer, whoever asks: a command with ``--format json``, or the API.

`Answer` is the envelope; `Published` is its JSON Schema, from which the API describes itself too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of
from hled.kernel.rule import Finding

SCHEMA_VERSION = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"
MOST_ITEMS = 1000

Schema = dict[str, Any]


def product_version() -> str:
    try:
        return version("hled")
    except PackageNotFoundError:
        return "0"


def schema_name(name: str) -> str:
    """The identifier that an answer carries and its schema bears."""
    return f"urn:hled:schema:{name}:{SCHEMA_VERSION}"


@dataclass(frozen=True)
class Answer:
    """
    What was asked and what was found.

    Parameters
    ----------
    name
        Name of the schema, see `schema_name`.
    params
        What was asked, with the defaults filled in.
    items
        What was found. No floats: a number with decimals is text.
    findings
        Rules that do not hold in what is shown.
    extras
        Further members of the envelope, by name.
    total
        How many items there are beyond those given here; None where all are given.
    """

    name: str
    params: Mapping[str, Any]
    items: Sequence[Mapping[str, Any]]
    findings: Sequence[Finding] = ()
    extras: Mapping[str, Any] = field(default_factory=dict)
    total: int | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of the items."""
        return sha256_of(list(self.items))

    def as_json(self) -> dict[str, Any]:
        return {
            "schema": schema_name(self.name),
            "version": product_version(),
            "params": dict(self.params),
            "digest": self.digest,
            "total": len(self.items) if self.total is None else self.total,
            **self.extras,
            "items": list(self.items),
            "findings": [finding.as_json() for finding in self.findings],
        }


TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
COUNT: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
PARTIAL_DAY: Schema = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
NUMBER_TEXT: Schema = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
ANYTHING: Schema = {}


def maybe(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def listing(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def one_of(codes: Sequence[str]) -> Schema:
    return {"type": "string", "enum": list(codes)}


def table_of(schema: Schema) -> Schema:
    """An object with any names."""
    return {"type": "object", "additionalProperties": schema}


def shape(**members: Schema) -> Schema:
    """An object with exactly these members."""
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def both(*names: str) -> dict[str, Schema]:
    """Members for texts in both languages."""
    return {f"{name}_{language}": TEXT for name in names for language in ("en", "es")}


FINDING = shape(
    code=TEXT,
    severity=one_of(("error", "warning")),
    place=TEXT,
    found=TEXT,
    **both("found", "says", "remedy"),
)


@dataclass(frozen=True)
class Published:
    """
    The published schema of an answer.

    Parameters
    ----------
    item
        Schema of one item.
    extras
        Schema of each further member of the envelope.
    """

    name: str
    title: Bilingual
    item: Schema
    extras: Mapping[str, Schema] = field(default_factory=dict)

    @property
    def envelope(self) -> Schema:
        """The schema without its own address, to stand inside another document."""
        return {
            "title": self.title.en,
            "description": f"{self.title.en}. {self.title.es}.",
            **shape(
                schema={"const": schema_name(self.name)},
                version=TEXT,
                params={"type": "object"},
                digest={"type": "string", "pattern": "^[0-9a-f]{64}$"},
                total=COUNT,
                **self.extras,
                items=listing(self.item),
                findings=listing(FINDING),
            ),
        }

    def as_json(self) -> Schema:
        return {"$schema": DIALECT, "$id": schema_name(self.name), **self.envelope}


PROBLEM = Published("problem", Bilingual("What went wrong", "Lo que falló"), ANYTHING)
"""The envelope of a command that failed: no items, only findings."""

API_PROBLEM: Schema = {
    "title": "Problem",
    "description": "What is wrong with a request. Lo que está mal en una solicitud.",
    **shape(status=WHOLE, findings=listing(FINDING)),
}


def page(items: Sequence[Any], limit: int | None, offset: int = 0) -> Sequence[Any]:
    """A part of a list; all of it where `limit` is None."""
    return items[offset:] if limit is None else items[offset : offset + limit]
