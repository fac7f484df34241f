"""What a paper for a meeting may be: recognized by its bytes, never by its name."""

import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from io import BytesIO

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, declare

LARGEST = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 5000

MT_20 = declare(
    "MT-20",
    en="A paper has at least one byte and at most 20 MiB.",
    es="Un documento tiene al menos un byte y a lo más 20 MiB.",
    remedy_en="Shrink its pictures, or split it and file the parts.",
    remedy_es="Reduzca sus imágenes, o divídalo y presente las partes.",
)
MT_21 = declare(
    "MT-21",
    en="A paper is a PDF, a Word document (.docx) or plain text in UTF-8.",
    es="Un documento es un PDF, un documento de Word (.docx) o texto simple en UTF-8.",
    remedy_en="Save it in one of the three, and file that.",
    remedy_es="Guárdelo en uno de los tres formatos y preséntelo así.",
)
MT_22 = declare(
    "MT-22",
    en="A paper carries no macros, no embedded programs and no objects of other programs.",
    es="Un documento no lleva macros, programas incrustados ni objetos de otros programas.",
    remedy_en="Save it without macros and objects as .docx, or as a plain PDF.",
    remedy_es="Guárdelo sin macros ni objetos como .docx, o como un PDF simple.",
)
MT_23 = declare(
    "MT-23",
    en="A paper can be opened by everyone who may see it: it is not encrypted.",
    es="Puede abrir un documento quien puede verlo: no está cifrado.",
    remedy_en="Remove the password; the site keeps from others what a Party keeps to itself.",
    remedy_es="Quite la contraseña; el sitio reserva para una Parte lo que ella reserva.",
)
MT_24 = declare(
    "MT-24",
    en="A paper is whole: its parts can be read.",
    es="Un documento está completo: sus partes pueden leerse.",
    remedy_en="Save it again with the program that made it, and file that.",
    remedy_es="Guárdelo de nuevo con el programa que lo hizo y presente esa versión.",
)

MT_25 = declare(
    "MT-25",
    en="A paper is seen by its own Party, by both Parties, or by the public.",
    es="Un documento lo ve su propia Parte, ambas Partes o el público.",
    remedy_en="Choose one of: own, parties, public.",
    remedy_es="Elija una opción: own (propia), parties (ambas), public (público).",
)


class PaperKind(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    TEXT = "text"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]

    @property
    def extension(self) -> str:
        return ".txt" if self is PaperKind.TEXT else f".{self.value}"

    @property
    def label(self) -> Bilingual:
        return _LABELS[self]


_MEDIA_TYPES = {
    PaperKind.PDF: "application/pdf",
    PaperKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PaperKind.TEXT: "text/plain; charset=utf-8",
}
_LABELS = {
    PaperKind.PDF: Bilingual("PDF", "PDF"),
    PaperKind.DOCX: Bilingual("Word document", "Documento de Word"),
    PaperKind.TEXT: Bilingual("Plain text", "Texto simple"),
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Former Office files begin so, and so does a .docx with a password."""
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_RUNNING = ("vbaproject.bin", "vbadata.xml")
_FOREIGN = ("word/activex/", "word/embeddings/")


def recognized(content: bytes, *, name: str) -> PaperKind:
    """
    The kind of a paper that may be filed.

    Parameters
    ----------
    name
        Name of the file, to say where the finding is; it decides nothing.

    Raises
    ------
    BrokenRuleError
        MT-20 to MT-24.
    """
    if not 0 < len(content) <= LARGEST:
        raise _refused(Finding(MT_20, name, f"{len(content):,} B"))
    if content.startswith(b"%PDF-"):
        _check_pdf(content, name)
        return PaperKind.PDF
    if content.startswith(b"PK"):
        _check_docx(content, name)
        return PaperKind.DOCX
    if content.startswith(_OLD_OFFICE):
        rule = MT_23 if _ENCRYPTED_PACKAGE in content else MT_21
        raise _refused(Finding(rule, name, _OFFICE[rule.code]))
    if not _is_text(content):
        raise _refused(Finding(MT_21, name, _BYTES))
    return PaperKind.TEXT


_OFFICE = {
    "MT-23": Bilingual("an Office file with a password", "un archivo de Office con contraseña"),
    "MT-21": Bilingual("a file of a former Office", "un archivo de un Office anterior"),
}
_BYTES = Bilingual("bytes of another kind", "bytes de otro tipo")


def _refused(*findings: Finding) -> BrokenRuleError:
    return BrokenRuleError(findings)


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(ord(sign) < 32 and sign not in "\t\n\r\f" for sign in text)


def _check_pdf(content: bytes, name: str) -> None:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content), strict=False)
        encrypted = reader.is_encrypted
        pages = 0 if encrypted else len(reader.pages)
        running = [] if encrypted else list(_running_in(reader.trailer))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        raise _refused(Finding(MT_24, name, type(error).__name__)) from error
    if encrypted:
        raise _refused(Finding(MT_23, name, Bilingual("a PDF with a password", "un PDF con contraseña")))
    if running:
        raise _refused(Finding(MT_22, name, ", ".join(running)))
    if not pages:
        raise _refused(Finding(MT_24, name, Bilingual("no page", "ninguna página")))


_PROGRAMS = ("/JavaScript", "/JS", "/Launch", "/EmbeddedFiles")


def _running_in(trailer: object) -> Iterator[str]:
    """Names under which a PDF keeps programs or other files, looked for from its root to every page."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[object] = [trailer]
    while waiting:
        each = waiting.pop()
        resolve = getattr(each, "get_object", None)
        thing = resolve() if resolve else each
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, dict):
            found |= {key for key in thing if key in _PROGRAMS}
            if thing.get("/S") in _PROGRAMS:
                found.add(str(thing["/S"]))
            waiting.extend(thing.values())
        elif isinstance(thing, list):
            waiting.extend(thing)
    yield from sorted(found)


def _check_docx(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            listed = parts.infolist()
            if len(listed) > MOST_PARTS or sum(each.file_size for each in listed) > LARGEST_UNPACKED:
                raise _refused(Finding(MT_20, name, f"{sum(each.file_size for each in listed):,} B"))
            names = {each.filename.replace("\\", "/").lower() for each in listed}
            types = parts.read("[Content_Types].xml") if "[content_types].xml" in names else b""
            damaged = parts.testzip()
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError) as error:
        raise _refused(Finding(MT_24, name, type(error).__name__)) from error
    running = sorted(each for each in names if each.endswith(_RUNNING) or each.startswith(_FOREIGN))
    if running or b"macroenabled" in types.lower():
        raise _refused(Finding(MT_22, name, ", ".join(running[:3]) or "macroEnabled"))
    if "word/document.xml" not in names or not types:
        raise _refused(
            Finding(MT_21, name, Bilingual("another kind of archive", "otro tipo de archivo comprimido"))
        )
    if damaged:
        raise _refused(Finding(MT_24, name, damaged))
