"""The format of the record in words, from the same table that reads and writes it."""

from collections.abc import Iterator, Mapping

from hled.kernel.bilingual import Bilingual
from hled.sources.record.schema import KINDS, Field, Kind, Type, every_field

_TYPES: Mapping[Type, Bilingual] = {
    Type.IDENTIFIER: Bilingual("an identifier", "un identificador"),
    Type.TEXT: Bilingual("a text", "un texto"),
    Type.DATE: Bilingual("a date", "una fecha"),
    Type.CODE: Bilingual("a code of the legend {of}", "un código del catálogo {of}"),
    Type.REFERENCE: Bilingual("an identifier of {of}.yaml", "un identificador de {of}.yaml"),
    Type.INTEGER: Bilingual("a whole number", "un número entero"),
    Type.NUMBER: Bilingual("a number", "un número"),
    Type.BOOLEAN: Bilingual("true or false", "true o false"),
    Type.URL: Bilingual("an address", "una dirección"),
    Type.DIGEST: Bilingual("a SHA-256 digest", "una huella SHA-256"),
    Type.RECORD: Bilingual("a group of fields", "un grupo de campos"),
}

_LIST = Bilingual("a list, each entry {one}", "una lista, cada entrada {one}")
_PRESENT_WITH = Bilingual("there exactly when {other} has a value", "consta solo cuando {other} tiene valor")
_OPTIONAL = Bilingual("optional", "opcional")
_NULLABLE = Bilingual("required, may be null", "obligatorio, puede ser null")
_REQUIRED = Bilingual("required", "obligatorio")

_COLUMNS = Bilingual("| field | value | presence |", "| campo | valor | presencia |")
_ABSENCE = {
    True: Bilingual("The file is required.", "El archivo es obligatorio."),
    False: Bilingual("The file may be absent.", "El archivo puede faltar."),
}


def type_phrase(field: Field) -> Bilingual:
    """What a value of the field is."""
    one = _TYPES[field.type].format(of=field.of)
    return _LIST.format(one=one) if field.many else one


def presence_phrase(field: Field) -> Bilingual:
    """Whether the field may be absent or null."""
    if field.present_with:
        return _PRESENT_WITH.format(other=field.present_with)
    if not field.required:
        return _OPTIONAL
    return _NULLABLE if field.nullable else _REQUIRED


def format_in_markdown(language: str) -> str:
    """The whole format as a page: one section and one table per file."""
    return "\n".join(line for kind in KINDS.values() for line in _section(kind, language))


def _section(kind: Kind, language: str) -> Iterator[str]:
    yield f"## {kind.file}\n"
    yield f"{kind.says.in_language(language)}. {_ABSENCE[kind.required].in_language(language)}\n"
    yield _COLUMNS.in_language(language)
    yield "|---|---|---|"
    for path, field in every_field(kind.fields):
        phrases = (each.in_language(language) for each in (type_phrase(field), presence_phrase(field)))
        yield f"| `{path}` | {' | '.join(phrases)} |"
    yield ""
