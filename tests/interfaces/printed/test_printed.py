"""One paper, two files: tagged, in its language, and the same bytes when written again."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import typst
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from hled.interfaces.printed import (
    Bullets,
    Column,
    Contents,
    Cover,
    Figure,
    Heading,
    Look,
    Paper,
    Paragraph,
    Run,
    Table,
    pdf,
    plain,
    word,
)

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><text x="1" y="9" font-family="Arial">ñ</text></svg>'
TABLE = Table(
    "Cuántos asuntos hay",
    (Column("Asunto", 3), Column("Número", 1, end=True)),
    (
        (plain("Energía"), plain("2")),
        ((Run("Hecho", mark="done"), Run(" P1-01", soft=True, whole=True)), plain("3")),
        (plain("Total"), plain("5")),
    ),
    total=True,
)


def paper(*more: Any, language: str = "es") -> Paper:
    return Paper(
        title="Carpeta: reunión número 3",
        subject="Qué se prometió",
        author="hled",
        language=language,
        day=date(2026, 11, 30),
        running="Carpeta",
        page_of="Página {page} de {pages}",
        blocks=(
            Cover("Diálogo", "Carpeta", "Reunión", "Versión pública.", False, (("Día", "por acordar"),)),
            Contents("Contenido", ("1. Uno",)),
            Heading(1, "1. Uno", fresh=True),
            Paragraph(plain("«¿Quién respondió a la declaración, señora Muñoz?»"), Look.LEAD),
            Paragraph((Run("A note in English.", language="en"),), Look.NOTE),
            Bullets(((Run("Primero", bold=True), Run(" enlace", href="https://example.org/a?b=1&c=2")),)),
            TABLE,
            Figure(SQUARE, "Un cuadrado & una letra", "Cuadrado", "Fuente: nosotros."),
            *more,
        ),
    )


def elements(reader: PdfReader) -> Iterator[Any]:
    """Every element of the structure tree."""
    left = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while left:
        each = left.pop().get_object()
        if isinstance(each, list):
            left += each
        elif isinstance(each, dict):
            if "/S" in each:
                yield each
            left += [each["/K"]] if "/K" in each else []


def test_the_pdf_is_tagged_titled_and_says_its_language() -> None:
    reader = PdfReader(io.BytesIO(pdf(paper())))
    root = reader.trailer["/Root"]

    assert bool(root["/MarkInfo"]["/Marked"])
    assert root["/Lang"] == "es"
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert reader.metadata is not None
    assert reader.metadata.title == "Carpeta: reunión número 3"
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode()


def test_the_structure_tree_has_headings_table_headings_and_words_for_the_drawing() -> None:
    found = list(elements(PdfReader(io.BytesIO(pdf(paper())))))
    kinds = {each["/S"] for each in found}

    assert {"/Title", "/H1", "/Table", "/TH", "/TD", "/Figure", "/L", "/Link"} <= kinds
    assert [each["/Alt"] for each in found if each["/S"] == "/Figure"] == ["Un cuadrado & una letra"]
    assert sum(each["/S"] == "/TH" for each in found) == 2


def test_a_paper_that_does_not_conform_is_refused() -> None:
    with pytest.raises(typst.TypstError, match=r"PDF/UA-1"):
        pdf(paper(Heading(3, "Salta un nivel")))


def test_only_letters_inside_the_writer_are_used_and_accents_are_read_back() -> None:
    reader = PdfReader(io.BytesIO(pdf(paper())))
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }

    assert fonts
    assert all(font.startswith("LibertinusSerif") for font in fonts)
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "«¿Quién respondió a la declaración, señora Muñoz?»" in " ".join(text.split())
    assert "Página 2 de 2" in text


def test_words_are_never_read_as_markup() -> None:
    nasty = '#set page("a4") *x* $y$ @z <b> \\ "q" <!-- & ]] #panic()'

    made = pdf(paper(Paragraph(plain(nasty))))

    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made)).pages)
    assert nasty in text
    assert nasty in [
        each.text for each in Document(io.BytesIO(word(paper(Paragraph(plain(nasty)))))).paragraphs
    ]


@pytest.mark.parametrize("write", [pdf, word])
def test_the_same_paper_gives_the_same_bytes_and_another_day_gives_others(write: Any) -> None:
    first = write(paper())

    assert write(paper()) == first
    assert write(Paper(**{**_members(paper()), "day": date(2026, 12, 1)})) != first


def _members(of: Paper) -> dict[str, Any]:
    return {name: getattr(of, name) for name in of.__slots__}


def test_the_docx_has_headings_a_repeated_table_heading_and_words_for_the_drawing() -> None:
    file = Document(io.BytesIO(word(paper())))

    assert [
        (each.style.name, each.text) for each in file.paragraphs if each.style.name.startswith("Heading")
    ] == [("Heading 1", "1. Uno")]
    (table,) = file.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Asunto", "Número"]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [
        True,
        False,
        False,
        False,
    ]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Cuántos asuntos hay"
    assert [each.get("descr") for each in file.element.body.iter(qn("wp:docPr"))] == [
        "Un cuadrado & una letra"
    ]
    assert table.cell(2, 0).text == "■ Hecho P1-01"


def test_the_docx_says_title_language_and_day_and_nothing_of_its_writer() -> None:
    made = word(paper())
    file = Document(io.BytesIO(made))
    about = file.core_properties

    assert (about.title, about.language, about.author) == ("Carpeta: reunión número 3", "es-MX", "hled")
    assert (about.created.isoformat(), about.comments) == ("2026-11-30T00:00:00+00:00", "")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert 'w:val="es-MX"' in archive.read("word/styles.xml").decode()
        assert "https://example.org/a?b=1&amp;c=2" in archive.read("word/_rels/document.xml.rels").decode()


def test_the_properties_of_a_table_stand_in_the_order_of_the_standard() -> None:
    """Word calls a file damaged where tblBorders comes after tblLayout."""
    file = Document(io.BytesIO(word(paper())))

    names = [each.tag.split("}")[1] for each in file.tables[0]._tbl.tblPr]

    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblLook", "tblCaption", "tblDescription"]
    assert names == [name for name in order if name in names]


def test_a_row_without_a_cell_for_each_column_is_refused() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        Table("x", (Column("a", 1), Column("b", 1)), ((plain("1"),),))
