"""
Text of a statement from the file a person has: plain text, Markdown, HTML, Word or PDF.

`extract_text` answers with an `ExtractedText`, or refuses with findings TX-01 and following. Nothing in a file is
executed or fetched.
"""

from hled.sources.texts.extracted import ExtractedText, TextFormat
from hled.sources.texts.extraction import LARGEST_FILE, extract_text, extract_text_from_bytes

__all__ = ["LARGEST_FILE", "ExtractedText", "TextFormat", "extract_text", "extract_text_from_bytes"]
