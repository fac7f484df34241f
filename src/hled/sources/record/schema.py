"""
The record of a dialogue, described once as data.

`KINDS` drives reading, checking, the normal form, writing and the documentation of the format.
One kind is one YAML file of records; one field is one key of a record.
A bilingual text is two fields, each the `twin` of the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from hled.kernel.bilingual import Bilingual

Record = dict[str, Any]


class Type(StrEnum):
    """What a value of a field is; in a record, `DATE` stays text and `NUMBER` is int or Decimal."""

    IDENTIFIER = "identifier"
    TEXT = "text"
    DATE = "date"
    CODE = "code"
    REFERENCE = "reference"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    URL = "url"
    DIGEST = "digest"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Field:
    """
    One key of a record.

    Parameters
    ----------
    of : str
        Legend of a code, or kind that a reference leads to.
    fields : tuple of Field
        What an inner record holds.
    many : bool
        The value is a list.
    required : bool
        The key must be there; a field that is not required is absent where it does not apply.
    nullable : bool
        The value may be null: looked for and not known, or none.
    twin : str
        Field with the same text in the other language.
    precision : str
        Field that says how much of this date is known.
    day_known : bool
        The date must be a day.
    present_with : str
        This field is there exactly when that other field holds a value.
    at_least, at_most : int
        Bounds of a number, or of the length of a list; `at_most` 0 means no bound.
    """

    name: str
    type: Type
    of: str = ""
    fields: tuple["Field", ...] = ()
    many: bool = False
    required: bool = True
    nullable: bool = False
    twin: str = ""
    precision: str = ""
    day_known: bool = False
    present_with: str = ""
    at_least: int = 0
    at_most: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """
    One file of the record.

    Parameters
    ----------
    key : str
        Field that identifies a record.
    group : str
        For a file that is a mapping of lists: the name under which a record carries its heading.
    required : bool
        The file must be there; otherwise its absence is an empty list and a warning.
    announced : bool
        Whether the absence of the file is worth a warning.
    says : Bilingual
        What the file holds.
    heading, remark : str
        The two comment lines at the head of a written file.
    """

    name: str
    fields: tuple[Field, ...]
    says: Bilingual
    heading: str
    key: str = "id"
    remark: str = "Fields and standing: README.md. Codes: legends.yaml."
    group: str = ""
    required: bool = False
    announced: bool = True

    @property
    def file(self) -> str:
        return f"{self.name}.yaml"

    def field(self, name: str) -> Field:
        return {field.name: field for field in self.fields}[name]

    def identity(self, record: Mapping[str, Any]) -> str:
        """Identifier of a record, with its heading in front where the file has headings."""
        own = str(record.get(self.key, ""))
        return f"{record.get(self.group, '')}.{own}" if self.group else own


def _identifier(name: str = "id") -> tuple[Field, ...]:
    return (Field(name, Type.IDENTIFIER),)


def _pair(
    name: str, *, optional: bool = False, basis: str = "", en_basis: str = "", es_basis: str = ""
) -> tuple[Field, ...]:
    """The two languages of a text, each followed by the code of its origin where the record keeps one."""
    fields = []
    for language, other, legend in (("en", "es", en_basis or basis), ("es", "en", es_basis or basis)):
        fields.append(Field(f"{name}_{language}", Type.TEXT, twin=f"{name}_{other}", required=not optional))
        if legend:
            fields.append(Field(f"{name}_{language}_basis", Type.CODE, of=legend))
    return tuple(fields)


def _optional(*groups: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(replace(field, required=False) for group in groups for field in group)


def _nullable(*groups: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(replace(field, nullable=True) for group in groups for field in group)


def _text(name: str) -> tuple[Field, ...]:
    return (Field(name, Type.TEXT),)


def _code(name: str, legend: str) -> tuple[Field, ...]:
    return (Field(name, Type.CODE, of=legend),)


def _codes(name: str, legend: str, at_least: int = 0, at_most: int = 0) -> tuple[Field, ...]:
    return (Field(name, Type.CODE, of=legend, many=True, at_least=at_least, at_most=at_most),)


def _reference(name: str, kind: str) -> tuple[Field, ...]:
    return (Field(name, Type.REFERENCE, of=kind),)


def _references(name: str, kind: str, at_least: int = 0) -> tuple[Field, ...]:
    return (Field(name, Type.REFERENCE, of=kind, many=True, at_least=at_least),)


def _date(name: str, *, day_known: bool = False) -> tuple[Field, ...]:
    return (Field(name, Type.DATE, day_known=day_known),)


def _dated(name: str, precision: str) -> tuple[Field, ...]:
    """A date that may be unknown, and how much of it is known."""
    return (
        Field(name, Type.DATE, nullable=True, precision=precision),
        Field(precision, Type.CODE, of="date_precision"),
    )


def _url(name: str) -> tuple[Field, ...]:
    return (Field(name, Type.URL),)


def _urls(name: str) -> tuple[Field, ...]:
    return (Field(name, Type.URL, many=True),)


def _digest(name: str) -> tuple[Field, ...]:
    return (Field(name, Type.DIGEST),)


def _records(name: str, *fields: tuple[Field, ...]) -> tuple[Field, ...]:
    return (Field(name, Type.RECORD, many=True, fields=_join(*fields)),)


def _join(*groups: tuple[Field, ...]) -> tuple[Field, ...]:
    return tuple(field for group in groups for field in group)


_NOTE = _pair("note", optional=True)
_QUANTITIES = _records(
    "quantities",
    _pair("what"),
    (Field("value", Type.NUMBER),),
    _code("unit", "unit"),
    _NOTE,
)

_LEGENDS = Kind(
    "legends",
    says=Bilingual("Codes with their labels and meanings", "Códigos con sus etiquetas y significados"),
    heading="Every code used in this folder, with labels and meanings in both languages.",
    key="code",
    group="legend",
    required=True,
    fields=_join(_identifier("code"), _pair("label"), _pair("meaning")),
)

_AGENCIES = Kind(
    "agencies",
    says=Bilingual("Government offices of the two Parties", "Dependencias de gobierno de las dos Partes"),
    heading="Agencies named in the record or attributed by its editor.",
    key="code",
    required=True,
    fields=_join(
        _identifier("code"),
        _code("country", "party"),
        _pair("name", es_basis="title_basis"),
        _NOTE,
        _optional(_date("exists_from"), _date("exists_until"), _reference("successor", "agencies")),
    ),
)

_PILLARS = Kind(
    "pillars",
    says=Bilingual("Pillars of the dialogue", "Pilares del diálogo"),
    heading="The four pillars of the HLED since 2021, and one grouping of ours (X).",
    required=True,
    fields=_join(
        _identifier(),
        _nullable(_text("numeral")),
        _pair("title", basis="title_basis"),
        (Field("is_pillar", Type.BOOLEAN),),
        _NOTE,
        _records("title_es_variants", _text("text"), _pair("source")),
    ),
)

_OBJECTIVES = Kind(
    "objectives",
    says=Bilingual("Objectives inside the pillars", "Objetivos de cada pilar"),
    heading="Objectives within the pillars; several are our short names.",
    required=True,
    fields=_join(
        _identifier(),
        _reference("pillar", "pillars"),
        _pair("title", basis="title_basis"),
        _reference("stated_in", "documents"),
        _code("basis", "objective_basis"),
        _pair("basis_note"),
    ),
)

_INITIATIVES = Kind(
    "initiatives",
    says=Bilingual("Named initiatives of the work plan", "Iniciativas nombradas en el plan de trabajo"),
    heading="The eleven named initiatives of the December 2021 work plan.",
    fields=_join(
        _identifier(),
        _reference("pillar", "pillars"),
        _pair("title", basis="title_basis"),
        _reference("stated_in", "documents"),
        _NOTE,
    ),
)

_DOCUMENTS = Kind(
    "documents",
    says=Bilingual(
        "Papers and pages on which the record rests", "Documentos y páginas en que se basa el registro"
    ),
    heading="Documents on which the record rests.",
    required=True,
    fields=_join(
        _identifier(),
        _dated("date", "date_precision"),
        _pair("title", basis="title_basis"),
        _pair("issuer"),
        _nullable(_url("url")),
        _optional(_digest("act_sha256"), _url("spanish_version_url"), _urls("other_urls")),
        _code("lang", "language"),
        _code("kind", "document_kind"),
        _code("access", "access"),
        _NOTE,
    ),
)

_MEETINGS = Kind(
    "meetings",
    says=Bilingual("Meetings of the dialogue", "Reuniones del diálogo"),
    heading="Meetings of the HLED (11) and one publication event.",
    fields=_join(
        _identifier(),
        _date("date", day_known=True),
        _code("era", "era"),
        _code("level", "meeting_level"),
        _pair("title"),
        _pair("place"),
        _code("mode", "meeting_mode"),
        _records(
            "delegations",
            _nullable(_text("name")),
            _pair("office"),
            _code("party", "party"),
            _code("role", "role"),
            _NOTE,
        ),
        _pair("outcome"),
        _NOTE,
        _references("documents", "documents"),
        _optional(_urls("extra_source_urls")),
    ),
)

_ADJACENT_EVENTS = Kind(
    "adjacent_events",
    says=Bilingual("Events beside the dialogue", "Acontecimientos cercanos al diálogo"),
    heading="Events beside the HLED. Ids AE-nn are new in this folder.",
    fields=_join(_identifier(), _dated("date", "date_precision"), _pair("event"), _url("source_url")),
)

_COMMITMENTS = Kind(
    "commitments",
    says=Bilingual("What was promised or named as a deliverable", "Lo prometido o nombrado como entregable"),
    heading="Commitments and deliverables. agencies_basis: inferred must not be shown as fact.",
    required=True,
    fields=_join(
        _identifier(),
        _pair("title", es_basis="title_basis"),
        _reference("pillar", "pillars"),
        _reference("objective", "objectives"),
        _nullable(_reference("initiative", "initiatives")),
        (
            Field(
                "initiative_basis",
                Type.CODE,
                of="initiative_basis",
                required=False,
                present_with="initiative",
            ),
        ),
        _code("kind", "commitment_kind"),
        _code("action_type", "action_type"),
        _codes("sectors", "sector", at_least=1, at_most=4),
        _pair("summary"),
        _references("agencies_us", "agencies"),
        _references("agencies_mx", "agencies"),
        _code("agencies_basis", "agencies_basis"),
        _optional(_records("partners", _pair("name"))),
        _references("stated_in", "documents", at_least=1),
        _dated("stated_on", "stated_on_precision"),
        (
            Field("due", Type.DATE, nullable=True, precision="due_precision"),
            Field("due_precision", Type.CODE, of="date_precision", required=False, present_with="due"),
        ),
        _pair("due_note", optional=True),
        _optional(_code("recurrence", "recurrence")),
        _QUANTITIES,
        _optional(
            _references("children", "commitments"),
            _date("withdrawn_on"),
            _date("superseded_on"),
            _code("superseded_as", "superseded_as"),
            _date("completed_on"),
        ),
        (
            Field(
                "withdrawn_in", Type.REFERENCE, of="documents", required=False, present_with="withdrawn_on"
            ),
            Field(
                "superseded_by",
                Type.REFERENCE,
                of="commitments",
                required=False,
                present_with="superseded_on",
            ),
            Field(
                "completed_in", Type.REFERENCE, of="documents", required=False, present_with="completed_on"
            ),
        ),
        _optional(_code("editor_status", "editor_status")),
        _pair("status_note", optional=True),
    ),
)

_PASSAGES = Kind(
    "passages",
    says=Bilingual(
        "Where in a document a commitment, objective or pillar stands",
        "Dónde consta en un documento un compromiso, objetivo o pilar",
    ),
    heading="Where in a document a promise stands; the text itself is not copied.",
    remark="Paragraphs are lines counted from 1; start and end count code points from 0, end is the one after.",
    announced=False,
    fields=_join(
        _identifier(),
        _optional(
            _reference("commitment", "commitments"),
            _reference("objective", "objectives"),
            _reference("pillar", "pillars"),
        ),
        _reference("document", "documents"),
        _code("lang", "language"),
        (
            Field("paragraph", Type.INTEGER, at_least=1),
            Field("start", Type.INTEGER),
            Field("end", Type.INTEGER),
        ),
        _code("basis", "passage_basis"),
        (Field("text_sha256", Type.DIGEST),),
    ),
)

_MILESTONES = Kind(
    "milestones",
    says=Bilingual("Dated steps of a commitment", "Pasos fechados de un compromiso"),
    heading="Dated steps of commitments, the document that sets each, and the one that reports it reached.",
    announced=False,
    fields=_join(
        _identifier(),
        _reference("commitment", "commitments"),
        _pair("title"),
        _reference("document", "documents"),
        _date("due"),
        _optional(_date("reached")),
        (
            Field(
                "reached_in",
                Type.REFERENCE,
                of="documents",
                required=False,
                present_with="reached",
            ),
        ),
    ),
)

_PROGRESS_REPORTS = Kind(
    "progress_reports",
    says=Bilingual("Reports about commitments", "Informes sobre los compromisos"),
    heading="What later papers report about the commitments, and what a search did not find.",
    fields=_join(
        _identifier(),
        _reference("commitment", "commitments"),
        _nullable(_reference("document", "documents")),
        _dated("reported_on", "date_precision"),
        _optional(_date("happened_on")),
        _code("by", "reported_by"),
        _code("kind", "progress_kind"),
        _code("shows", "shows"),
        _optional((Field("late", Type.BOOLEAN),)),
        _pair("fact"),
        _optional(_url("source_url"), _QUANTITIES),
    ),
)

_DISCREPANCIES = Kind(
    "discrepancies",
    says=Bilingual(
        "Points where sources differ, or a promise and its execution",
        "Puntos en que difieren las fuentes, o la promesa y su ejecución",
    ),
    heading="Points where sources differ or a promise and its execution do.",
    fields=_join(
        _identifier(),
        _nullable(_reference("commitment", "commitments")),
        _pair("what"),
        _references("documents", "documents"),
        _urls("source_urls"),
        _pair("source_note", optional=True),
    ),
)

_FIRST_ERA = Kind(
    "first_era_workstreams",
    says=Bilingual("Work areas of the first era", "Áreas de trabajo de la primera etapa"),
    heading="Content of the first era, 2013-2016. Ids FE-nn are new in this folder.",
    fields=_join(
        _identifier(),
        _pair("area"),
        _date("period_from"),
        _date("period_to"),
        _records("items", _pair("text")),
        _references("documents", "documents"),
    ),
)

_EXECUTIVE_ORDERS = Kind(
    "executive_orders",
    says=Bilingual(
        "U.S. Executive Orders named in the work", "Órdenes ejecutivas de EE. UU. nombradas en los trabajos"
    ),
    heading="The U.S. Executive Orders behind the supply chain work.",
    fields=_join(
        _identifier(),
        _pair("title", es_basis="title_basis"),
        _date("signed_on", day_known=True),
        _reference("document", "documents"),
        _pair("scope"),
        _records(
            "tasks",
            _pair("what"),
            _records("agencies", _pair("name")),
            _pair("deadline"),
            _nullable(_date("deadline_on")),
        ),
        _pair("later"),
    ),
)

_DOCKETS = Kind(
    "dockets",
    says=Bilingual("Dockets for public comment", "Expedientes de consulta pública"),
    heading="Federal Register dockets on or near the HLED.",
    fields=_join(
        _identifier(),
        _pair("title"),
        _nullable(_text("docket")),
        _optional(_text("citation"), _text("extension_citation")),
        _optional(_date("comments_due", day_known=True), _date("comments_due_first", day_known=True)),
        _pair("status"),
        _nullable(_url("source_url")),
    ),
)

_STAKEHOLDERS = Kind(
    "stakeholder_organizations",
    says=Bilingual(
        "Organizations outside government, and what they asked",
        "Organizaciones no gubernamentales y lo que solicitaron",
    ),
    heading="Organizations and what they asked. Ids SO-nn are new in this folder.",
    fields=_join(
        _identifier(),
        _pair("name"),
        _code("type", "stakeholder_type"),
        _pair("position"),
        _date("period_from"),
        _date("period_to"),
        _references("documents", "documents"),
        _urls("source_urls"),
        _NOTE,
        _optional(
            _records(
                "meetings",
                _dated("date", "date_precision"),
                _nullable((Field("edition", Type.INTEGER, at_least=1),)),
                _NOTE,
                _pair("place", optional=True),
                _nullable(_url("source_url")),
            )
        ),
    ),
)

_GLOSSARY = Kind(
    "glossary",
    says=Bilingual("Terms in both languages", "Términos en ambos idiomas"),
    heading="Terms of the HLED in both languages. Ids G-nn are new in this folder.",
    fields=_join(_identifier(), _pair("term", es_basis="glossary_basis"), _NOTE),
)

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            _LEGENDS,
            _AGENCIES,
            _DOCUMENTS,
            _PILLARS,
            _OBJECTIVES,
            _INITIATIVES,
            _MEETINGS,
            _ADJACENT_EVENTS,
            _COMMITMENTS,
            _PASSAGES,
            _MILESTONES,
            _PROGRESS_REPORTS,
            _DISCREPANCIES,
            _FIRST_ERA,
            _EXECUTIVE_ORDERS,
            _DOCKETS,
            _STAKEHOLDERS,
            _GLOSSARY,
        )
    }
)
"""Every kind by name, each after the kinds it refers to; `children` of commitments refer to their own kind."""

BUILT_IN_LEGENDS: tuple[Record, ...] = (
    {
        "legend": "passage_basis",
        "code": "read_by_hand",
        "label_en": "Read by hand",
        "label_es": "Leído por una persona",
        "meaning_en": "A person read the document and marked the passage.",
        "meaning_es": "Una persona leyó el documento y marcó el pasaje.",
    },
    {
        "legend": "language",
        "code": "en_es",
        "label_en": "English and Spanish",
        "label_es": "Español e inglés",
        "meaning_en": "Agreed in both languages, equally authentic.",
        "meaning_es": "Convenido en ambos idiomas, igualmente auténticos.",
    },
    {
        "legend": "superseded_as",
        "code": "replaced",
        "label_en": "Replaced",
        "label_es": "Reemplazado",
        "meaning_en": "Another commitment takes its place.",
        "meaning_es": "Otro compromiso ocupa su lugar.",
    },
    {
        "legend": "superseded_as",
        "code": "merged",
        "label_en": "Merged",
        "label_es": "Fusionado",
        "meaning_en": "It goes on as a part of another commitment.",
        "meaning_es": "Continúa como parte de otro compromiso.",
    },
)
"""Codes that hold without standing in `legends.yaml`; a legend of the same name in the record adds to them."""


def every_field(fields: tuple[Field, ...], path: str = "") -> Iterator[tuple[str, Field]]:
    """Each field with its path, inner records included, as ``quantities[].unit``."""
    for field in fields:
        yield f"{path}{field.name}", field
        yield from every_field(field.fields, f"{path}{field.name}[].")
