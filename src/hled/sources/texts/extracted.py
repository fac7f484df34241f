"""What came out of a file."""

from dataclasses import dataclass
from enum import StrEnum


class TextFormat(StrEnum):
    TXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """
    Text of a file, with the file's format and the SHA-256 of its bytes.

    For plain text and Markdown ``text`` is the file unchanged, line ends included; for other formats offsets refer
    to ``text``. ``title`` is the document's own title where the format carries one.
    """

    text: str
    format: TextFormat
    digest: str
    title: str | None = None
