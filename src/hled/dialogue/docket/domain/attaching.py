"""Files that come with a submission: their limits, what they are at a first look, and to whom they are given."""

import re
import zipfile
import zlib
from io import BytesIO

from hled.dialogue.meetings.domain.papers import MT_21, MT_22, MT_23, MT_24, PaperKind
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding, Rule, declare

LARGEST = 10_000_000
"""Bytes of one file."""
MOST_FILES = 5
SECONDS = 20
"""For reading the text of one file."""
MEMORY = 1_000_000_000
"""Bytes of address space for reading one file."""
LONGEST_TEXT = 500_000
"""Characters kept of one file."""
LARGEST_UNPACKED = 100_000_000
"""Bytes of all parts of a Word document, as its list of parts says."""
MOST_PARTS = 2_000

DK_20 = declare(
    "DK-20",
    en="A submission has at most 5 files, each PDF, Word or plain text of at most 10 MB.",
    es="Una aportación tiene a lo más 5 archivos, cada uno PDF, Word o texto simple de a lo más 10 MB.",
    remedy_en="Leave a file out, or save it smaller.",
    remedy_es="Omita un archivo, o guárdelo más pequeño.",
)
DK_21 = declare(
    "DK-21",
    en="The text of a file is read within 20 seconds and 1 GB of memory.",
    es="El texto de un archivo se lee en 20 segundos y 1 GB de memoria.",
    remedy_en="The file itself is kept. Send its text as plain text, so that it can be searched.",
    remedy_es="El archivo se conserva. Envíe su texto como texto simple, para que pueda buscarse.",
)
DK_46 = declare(
    "DK-46",
    en="A file has something in it, and unpacks to at most 100 MB in 2,000 parts.",
    es="Un archivo contiene algo, y se despliega a lo más en 100 MB y 2,000 partes.",
    remedy_en="Choose the file again, shrink its pictures, or leave it out.",
    remedy_es="Elija de nuevo el archivo, reduzca sus imágenes, u omítalo.",
)

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_PROGRAMS = ("vbaproject.bin", "vbadata.xml")
_FOREIGN = ("word/activex/", "word/embeddings/")


def first_look(content: bytes, *, name: str) -> PaperKind:
    """
    The kind of a file by its bytes, at the price of a glance; whoever reads its text looks closer, in a process of its own.

    Parameters
    ----------
    name
        To say where the finding is; it decides nothing.

    Raises
    ------
    BrokenRuleError
        DK-20 too large; DK-46 empty or a bomb; MT-21 another kind, MT-22 programs, MT-23 a password, MT-24 damaged.
    """
    if len(content) > LARGEST:
        raise _refused(DK_20, name, f"{len(content):,} B")
    if not content:
        raise _refused(DK_46, name, "0 B")
    if content.startswith(b"%PDF-"):
        _glance_at_pdf(content, name)
        return PaperKind.PDF
    if content.startswith(b"PK"):
        _glance_at_docx(content, name)
        return PaperKind.DOCX
    if not _is_text(content):
        raise _refused(MT_21, name, Bilingual("bytes of another kind", "bytes de otro tipo"))
    return PaperKind.TEXT


def is_given(state: str, broken_rule: str) -> bool:
    """Whether everybody may take a file: once it was looked at, and unless it carries programs, a password or damage."""
    return state == "read" or (state == "unreadable" and not broken_rule.startswith("MT-"))


def _refused(rule: Rule, name: str, found: str | Bilingual) -> BrokenRuleError:
    return BrokenRuleError([Finding(rule, name, found)])


def _is_text(content: bytes) -> bool:
    try:
        return not _CONTROLS.search(content.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def _glance_at_pdf(content: bytes, name: str) -> None:
    if b"/Encrypt" in content:
        raise _refused(MT_23, name, Bilingual("a PDF with a password", "un PDF con contraseña"))
    if b"startxref" not in content:
        raise _refused(MT_24, name, Bilingual("no end", "sin final"))


def _glance_at_docx(content: bytes, name: str) -> None:
    """By the list of its parts; none of them is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            listed = {each.filename.replace("\\", "/").lower(): each.file_size for each in parts.infolist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError) as error:
        raise _refused(MT_24, name, type(error).__name__) from error
    total = sum(listed.values())
    if len(listed) > MOST_PARTS or total > LARGEST_UNPACKED:
        raise _refused(DK_46, name, f"{total:,} B")
    running = sorted(each for each in listed if each.endswith(_PROGRAMS) or each.startswith(_FOREIGN))
    if running:
        raise _refused(MT_22, name, ", ".join(running[:3]))
    if "word/document.xml" not in listed or "[content_types].xml" not in listed:
        raise _refused(MT_21, name, Bilingual("another kind of archive", "otro tipo de archivo comprimido"))
