"""Tables of submissions from other dockets: what their columns mean, and what a row of them files."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from hled.dialogue.docket.domain.calls import MOST_QUESTIONS
from hled.dialogue.docket.domain.filing import Personal, Speaker
from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import Finding, Severity, declare

MOST_ROWS_AT_ONCE = 1_000
"""Rows of one request."""

DK_70 = declare(
    "DK-70",
    en="A table of submissions is a CSV file in UTF-8, or an .xlsx workbook.",
    es="Una tabla de aportaciones es un archivo CSV en UTF-8 o un libro .xlsx.",
    remedy_en="Save it again as “CSV UTF-8”, or fill in the template that `hled docket import --template` writes.",
    remedy_es="Guárdela de nuevo como «CSV UTF-8», o llene la plantilla que escribe `hled docket import --template`.",
)
DK_71 = declare(
    "DK-71",
    en="The first row names the columns, as regulations.gov or the template does, and every row has as many cells.",
    es="La primera fila nombra las columnas, como regulations.gov o la plantilla, y cada fila tiene igual número de celdas.",
    remedy_en="Compare the first row with the template; take out columns that it does not have.",
    remedy_es="Compare la primera fila con la plantilla; quite las columnas que no tiene.",
)
DK_72 = declare(
    "DK-72",
    en="Each row has an identifier of its own, of at most 120 letters.",
    es="Cada fila tiene un identificador propio, de a lo más 120 letras.",
    remedy_en="Take the second row out, or give it the identifier that it has in the docket it came from.",
    remedy_es="Quite la segunda fila, o dele el identificador que tiene en el buzón del que procede.",
)
DK_73 = declare(
    "DK-73",
    en="Cells hold what was said, and no formulas.",
    es="Las celdas contienen lo que se dijo, no fórmulas.",
    remedy_en="Paste the values in place of the formulas.",
    remedy_es="Pegue los valores en lugar de las fórmulas.",
)
DK_74 = declare(
    "DK-74",
    en="The day on which a submission was received is a day that has come, written YYYY-MM-DD.",
    es="El día en que se recibió una aportación ya llegó y se escribe AAAA-MM-DD.",
    remedy_en="Correct the day, or leave it empty for today.",
    remedy_es="Corrija el día, o déjelo vacío para indicar hoy.",
)
DK_75 = declare(
    "DK-75",
    en="What was taken in under an identifier stays as it was.",
    es="Lo que se recibió con un identificador queda como estaba.",
    remedy_en="Nothing was changed. If other words were sent, give them an identifier of their own.",
    remedy_es="Nada cambió. Si se enviaron otras palabras, deles un identificador propio.",
    severity=Severity.WARNING,
)
DK_76 = declare(
    "DK-76",
    en="A row is one submission with its words; copies and files that it only mentions are not brought along.",
    es="Una fila es una aportación con sus palabras; no se traen las copias ni los archivos que solo menciona.",
    remedy_en="If you hold them, bring the copies as rows of their own, and the words of the files in the text.",
    remedy_es="Si los tiene, traiga las copias como filas propias y las palabras de los archivos en el texto.",
    severity=Severity.WARNING,
)
DK_77 = declare(
    "DK-77",
    en="A place that no list has is kept as “not said”.",
    es="Un lugar que no está en la lista se conserva como «no se indica».",
    remedy_en="Write the state by its name or ISO 3166-2 code, with its country.",
    remedy_es="Escriba el estado con su nombre o clave ISO 3166-2, y su país.",
    severity=Severity.WARNING,
)
DK_78 = declare(
    "DK-78",
    en="A table is taken in whole, or nothing of it.",
    es="Una tabla se recibe completa, o nada de ella.",
    remedy_en="Nothing was written. Correct the rows that are named and send the whole table again.",
    remedy_es="No se escribió nada. Corrija las filas indicadas y envíe de nuevo la tabla completa.",
)
DK_79 = declare(
    "DK-79",
    en="One request brings 1 to 1,000 submissions.",
    es="Una solicitud trae de 1 a 1,000 aportaciones.",
    remedy_en="Send them in parts; what was taken in before is known by its identifier.",
    remedy_es="Envíelas por partes; lo recibido antes se reconoce por su identificador.",
)


class Layout(StrEnum):
    REGULATIONS = "regulations.gov"
    TEMPLATE = "template"


REGULATIONS = (
    "Document ID", "Agency ID", "Docket ID", "Tracking Number", "Document Type", "Posted Date", "Is Withdrawn?",
    "Federal Register Number", "FR Citation", "Title", "Comment Start Date", "Comment Due Date", "Allow Late Comments",
    "Comment on Document ID", "Effective Date", "Implementation Date", "Postmark Date", "Received Date", "Author Date",
    "Related RIN(s)", "Authors", "CFR", "Abstract", "Legacy ID", "Media", "Document Subtype", "Exhibit Location", "Exhibit Type",
    "Additional Field 1", "Additional Field 2", "Topics", "Duplicate Comments", "OMB/PRA Approval Number", "Page Count",
    "Page Length", "Paper Width", "Special Instructions", "Source Citation", "Start End Page", "Subject", "First Name",
    "Last Name", "City", "State/Province", "Zip/Postal Code", "Country", "Organization Name", "Submitter Representative",
    "Representative's Address", "Representative's City, State & Zip", "Government Agency", "Government Agency Type", "Comment",
    "Category", "Restrict Reason Type", "Restrict Reason", "Reason Withdrawn", "Content Files", "Attachment Files",
    "Display Properties (Name, Label, Tooltip)",
)  # fmt: skip
"""Columns of a bulk download; the names are published ones, and no downloaded file was at hand when this was written."""
_NEEDED = ("Document ID", "Comment")

TEMPLATE: Mapping[str, Bilingual] = {
    "id": Bilingual("Identifier", "Identificador"),
    "received_on": Bilingual("Received on", "Recibida el"),
    "text": Bilingual("Text", "Texto"),
    "kind": Bilingual("Who speaks", "Quién habla"),
    "size": Bilingual("Size", "Tamaño"),
    "place": Bilingual("Place", "Lugar"),
    "language": Bilingual("Language", "Idioma"),
    "name": Bilingual("Name (not public)", "Nombre (no público)"),
    "organization": Bilingual("Organization (not public)", "Organización (no pública)"),
    "email": Bilingual("E-mail (not public)", "Correo (no público)"),
    **{
        f"answer_{place}": Bilingual(f"Answer {place}", f"Respuesta {place}")
        for place in range(1, MOST_QUESTIONS + 1)
    },
}
"""Columns of the template: by code, by either name, or by both with a stroke between."""


class Passed(StrEnum):
    """Why a row files nothing, which is counted and told."""

    EMPTY = "empty"
    OTHER_DOCUMENT = "other_document"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row files; `received` is as written, empty for today."""

    id: str
    received: str
    text: str
    speaker: Speaker
    personal: Personal = field(default_factory=Personal)
    answers: Mapping[int, str] = field(default_factory=dict)
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """What the first row says: the layout, and the field of each column."""

    layout: Layout
    fields: tuple[str, ...]


def columns_of(header: Sequence[str], place: str) -> Columns | list[Finding]:
    """The columns of a table, or what is wrong with its first row (DK-71)."""
    names = [" ".join(each.split()) for each in header]
    while names and not names[-1]:
        names.pop()
    if set(names) >= set(_NEEDED):
        return (
            Columns(Layout.REGULATIONS, tuple(names))
            if _once(names)
            else [Finding(DK_71, place, _twice(names))]
        )
    fields = [_FIELDS.get(each.casefold(), "") for each in names]
    unknown = [
        Finding(DK_71, place, each[:60]) for each, field in zip(names, fields, strict=True) if not field
    ]
    if unknown or not fields:
        return unknown or [Finding(DK_71, place)]
    if not _once(fields):
        return [Finding(DK_71, place, _twice(fields))]
    if "text" not in fields and not any(each.startswith("answer_") for each in fields):
        return [Finding(DK_71, place, Bilingual("no column of text", "ninguna columna de texto"))]
    return Columns(Layout.TEMPLATE, tuple(fields))


def _once(names: Sequence[str]) -> bool:
    return len(set(names)) == len(names)


def _twice(names: Sequence[str]) -> str:
    return next(each for place, each in enumerate(names) if each in names[:place])[:60]


def _spoken(names: Mapping[str, Bilingual]) -> Iterator[tuple[str, str]]:
    """Each way in which a code is written, in small letters."""
    for code, said in names.items():
        for each in (code, said.en, said.es, f"{said.en} · {said.es}"):
            yield each.casefold(), code


_FIELDS = dict(_spoken(TEMPLATE))
_KINDS = dict(_spoken({str(each): each.label for each in Kind}))
_SIZES = dict(_spoken({str(each): each.label for each in Size}))
_PLACES = dict(_spoken(PLACES))
_LANGUAGES = dict(_spoken({"en": Bilingual("English", "Inglés"), "es": Bilingual("Spanish", "Español")}))


def entry_of(columns: Columns, cells: Mapping[str, str], *, place: str, language: Language) -> Entry | Passed:
    """
    What a row files.

    Parameters
    ----------
    cells
        Field -> what stands there.
    language
        Of a row that does not say.
    """
    if not any(each.strip() for each in cells.values()):
        return Passed.EMPTY
    if columns.layout is Layout.REGULATIONS:
        return _of_regulations(cells, place, language)
    return _of_template(cells, language)


def _of_template(cells: Mapping[str, str], language: Language) -> Entry:
    said = {name: " ".join(value.split()) for name, value in cells.items()}

    def chosen(name: str, known: Mapping[str, str], otherwise: str) -> str:
        value = said.get(name, "")
        return known.get(value.casefold(), value) if value else otherwise

    return Entry(
        id=said.get("id", ""),
        received=said.get("received_on", ""),
        text=cells.get("text", ""),
        speaker=Speaker(
            chosen("kind", _KINDS, Kind.UNSAID),
            chosen("size", _SIZES, Size.UNSAID),
            chosen("place", _PLACES, "unsaid"),
            chosen("language", _LANGUAGES, language),
        ),
        personal=Personal(said.get("name", ""), said.get("organization", ""), said.get("email", "")),
        answers={
            int(name.removeprefix("answer_")): value
            for name, value in cells.items()
            if name.startswith("answer_") and value.strip()
        },
    )


def _of_regulations(cells: Mapping[str, str], place: str, language: Language) -> Entry | Passed:
    def said(name: str) -> str:
        return " ".join(cells.get(name, "").split())

    if said("Document Type") not in ("", "Public Submission"):
        return Passed.OTHER_DOCUMENT
    if said("Is Withdrawn?").casefold() == "true":
        return Passed.WITHDRAWN
    of, warnings = _place_of(said("Country"), said("State/Province"), place)
    warnings += _about_copies(said("Duplicate Comments"), place)
    warnings += _about_files(said("Attachment Files"), place)
    official = said("Government Agency Type").casefold() in ("state", "local", "county")
    return Entry(
        id=said("Document ID"),
        received=said("Received Date") or said("Posted Date"),
        text=_plain(cells.get("Comment", "")),
        speaker=Speaker(Kind.STATE_OR_CITY if official else Kind.UNSAID, Size.UNSAID, of, language),
        personal=Personal(
            f"{said('First Name')} {said('Last Name')}".strip(),
            said("Organization Name") or said("Government Agency"),
        ),
        warnings=tuple(warnings),
    )


_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def _plain(comment: str) -> str:
    """Comments come as a browser shows them: breaks as marks, some letters by their names."""
    return html.unescape(_BREAK.sub("\n", comment))


_COUNTRIES: Mapping[str, str] = {
    "united states": "US",
    "united states of america": "US",
    "usa": "US",
    "mexico": "MX",
    "méxico": "MX",
    "guatemala": "GTM",
    "honduras": "HND",
    "el salvador": "SLV",
}


def _place_of(country: str, state: str, place: str) -> tuple[str, list[Finding]]:
    if not country and not state:
        return "unsaid", []
    known = _COUNTRIES.get(country.casefold(), "other" if country else "")
    if known in PLACES:
        return known, []
    if known and not state:
        return "unsaid", []
    by_name = _PLACES.get(state.casefold(), "")
    code = by_name if by_name.startswith(f"{known}-") else f"{known}-{state.upper()}"
    if known and code in PLACES:
        return code, []
    return "unsaid", [Finding(DK_77, f"{place}: State/Province", f"{state[:40]} {country[:40]}".strip())]


def _about_copies(said: str, place: str) -> list[Finding]:
    if not said.isascii() or not said.isdigit() or int(said[:9]) < 2:
        return []
    return [Finding(DK_76, f"{place}: Duplicate Comments", said[:9])]


def _about_files(said: str, place: str) -> list[Finding]:
    count = len([each for each in said.split(",") if each.strip()])
    named = Bilingual(f"{count} files", f"{count} archivos")
    return [Finding(DK_76, f"{place}: Attachment Files", named)] if count else []


def received_at(said: str, now: datetime) -> datetime | None:
    """The moment at which a row was received, noon where it says only the day; None for no day, or one that has not come."""
    if not said:
        return now
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    if len(said) == len("2024-03-05"):
        moment = moment.replace(hour=12)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    if moment.date() > now.date() or moment.year < 1900:
        return None
    return min(moment, now)
