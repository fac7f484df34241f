"""
Papers to print and to file: one content, written as PDF (tagged, PDF/UA-1) and as .docx.

Offers: `Paper` and its blocks, `pdf` and `word`. Both writers are pure: equal papers give equal bytes, on any machine, since
dates come from the paper and letters from the fonts inside the PDF writer.
"""

from hled.interfaces.printed.as_pdf import pages_as_images, pdf
from hled.interfaces.printed.as_word import word
from hled.interfaces.printed.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    Cover,
    Figure,
    Heading,
    Line,
    Look,
    Paper,
    Paragraph,
    Run,
    Table,
    plain,
)

__all__ = [
    "Block",
    "Bullets",
    "Column",
    "Contents",
    "Cover",
    "Figure",
    "Heading",
    "Line",
    "Look",
    "Paper",
    "Paragraph",
    "Run",
    "Table",
    "pages_as_images",
    "pdf",
    "plain",
    "word",
]
