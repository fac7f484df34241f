"""The format of the record, from the table that reads and writes it."""

from pages.markdown import sections

from hled.sources.record.describing import format_in_markdown


def page(language: str) -> str:
    return sections(format_in_markdown(language))
