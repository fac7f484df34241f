"""The format in words."""

import pytest

from hled.sources.record import KINDS
from hled.sources.record.describing import format_in_markdown
from hled.sources.record.schema import every_field


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_file_and_field_is_described_in_both_languages(language):
    page = format_in_markdown(language)

    for kind in KINDS.values():
        assert f"## {kind.file}\n" in page
        assert all(f"| `{path}` | " in page for path, _ in every_field(kind.fields))


def test_the_page_says_what_a_field_holds():
    page = format_in_markdown("es")

    assert "| `children` | una lista, cada entrada un identificador de commitments.yaml | opcional |" in page
    assert (
        "| `due_precision` | un código del catálogo date_precision | consta solo cuando due tiene valor |"
        in page
    )
