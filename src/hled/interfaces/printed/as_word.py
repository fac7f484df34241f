"""A paper as a .docx file: real headings, table headings that repeat, words for every drawing."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, time
from itertools import zip_longest
from typing import Any

from hled.interfaces.charts import LIGHT
from hled.interfaces.marks import MARKS, TONES
from hled.interfaces.printed.as_pdf import raster
from hled.interfaces.printed.blocks import (
    Block,
    Bullets,
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
)

FONT = "Georgia"
"""A .docx carries no fonts: where this one is missing, the reader's program takes its nearest."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time of every part of the file, so that equal papers give equal bytes."""
_TEXT_WIDTH_CM = 17.2
_REGIONS = {"en": "en-US", "es": "es-MX"}


def word(paper: Paper) -> bytes:
    """The paper as one .docx; equal papers give equal bytes."""
    import docx

    file = docx.Document()
    _describe(file, paper)
    _style(file, paper)
    writer = _Writer(file)
    for block, after in zip_longest(paper.blocks, paper.blocks[1:]):
        writer.write(block)
        if isinstance(block, Paragraph) and isinstance(after, Table | Figure):
            file.paragraphs[-1].paragraph_format.keep_with_next = True
    _name_drawings(file)
    written = io.BytesIO()
    file.save(written)
    return _in_fixed_time(written.getvalue())


def _describe(file: Any, paper: Paper) -> None:
    day = datetime.combine(paper.day, time(), UTC)
    about = file.core_properties
    about.title, about.subject, about.author = paper.title, paper.subject, paper.author
    about.last_modified_by, about.language, about.comments = paper.author, _REGIONS[paper.language], ""
    about.created = about.modified = day
    about.revision = 1


def _style(file: Any, paper: Paper) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    section = file.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(27.94)
    section.left_margin = section.right_margin = Cm((21.59 - _TEXT_WIDTH_CM) / 2)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.1)
    section.different_first_page_header_footer = True
    styles = file.styles
    _letters(styles["Normal"], 10.5, "ink")
    _set_language(styles, _REGIONS[paper.language])
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for level, size in ((1, 17), (2, 12.5), (3, 10.5)):
        style = styles[f"Heading {level}"]
        _letters(style, size, "ink")
        style.font.bold = True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(16), Pt(7)
        style.paragraph_format.keep_with_next = True
    _letters(styles["Title"], 30, "ink")
    _letters(styles["Subtitle"], 15, "ink")
    styles["Subtitle"].font.italic = False
    _letters(styles["Caption"], 9, "ink")
    styles["Caption"].font.bold = True
    styles["Caption"].paragraph_format.keep_with_next = True
    for name, size, tone in (
        ("Lead", 13, "ink"),
        ("Small", 8.5, "soft"),
        ("Cell", 9, "ink"),
        ("Dense", 7.5, "ink"),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _letters(style, size, tone)
        if name in {"Cell", "Dense"}:
            style.paragraph_format.space_after = Pt(0)
    _letters(styles["List Bullet"], 10.5, "ink")
    section.header.paragraphs[0].text = paper.running
    section.header.paragraphs[0].style = styles["Small"]
    _page_number(section.footer.paragraphs[0], styles["Small"], paper.page_of)


def _letters(style: Any, size: float, tone: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(LIGHT[tone][1:].upper())
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _set_language(styles: Any, code: str) -> None:
    from docx.oxml.ns import qn

    for each in styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), code)


def _page_number(paragraph: Any, style: Any, words: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.style, paragraph.alignment = style, WD_ALIGN_PARAGRAPH.RIGHT
    before, _, rest = words.partition("{page}")
    between, _, after = rest.partition("{pages}")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        paragraph.add_run(text)
        if field:
            paragraph._p.append(_element("w:fldSimple", {"w:instr": field}))


def _element(name: str, values: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(key), value)
    return made


class _Writer:
    """Writes blocks one after the other."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.kinds: dict[type, Callable[[Any], None]] = {
            Heading: self.heading,
            Paragraph: self.paragraph,
            Bullets: self.bullets,
            Table: self.table,
            Figure: self.figure,
            Cover: self.cover,
            Contents: self.contents,
        }

    def write(self, block: Block) -> None:
        self.kinds[type(block)](block)

    def heading(self, it: Heading) -> None:
        self.file.add_heading(it.text, it.level).paragraph_format.page_break_before = it.fresh

    def paragraph(self, it: Paragraph) -> None:
        from docx.shared import Cm

        style = {Look.LEAD: "Lead", Look.SMALL: "Small"}.get(it.look, "Normal")
        made = self.file.add_paragraph(style=style)
        self.line(made, it.runs)
        if it.look is Look.NOTE:
            made.paragraph_format.left_indent = Cm(0.5)
            _edge(made)

    def bullets(self, it: Bullets) -> None:
        for each in it.items:
            self.line(self.file.add_paragraph(style="List Bullet"), each)

    def table(self, it: Table) -> None:
        self.file.add_paragraph(it.caption, style="Caption")
        style = "Dense" if it.dense else "Cell"
        made = self.file.add_table(rows=0, cols=len(it.columns))
        made.autofit = False
        _frame(made, it)
        whole = sum(each.width for each in it.columns)
        widths = [_TEXT_WIDTH_CM * each.width / whole for each in it.columns]
        titles = tuple((Run(each.title, bold=True),) for each in it.columns)
        for place, row in enumerate((titles, *it.rows)):
            last = it.total and place == len(it.rows)
            self._row(made, row, it, style, widths, head=place == 0, last=last)
        self.file.add_paragraph(style="Dense")

    def _row(
        self,
        made: Any,
        row: tuple[Line, ...],
        it: Table,
        style: str,
        widths: list[float],
        *,
        head: bool,
        last: bool,
    ) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Cm

        line = made.add_row()
        properties = line._tr.get_or_add_trPr()
        properties.append(_element("w:cantSplit", {}))
        if head:
            properties.append(_element("w:tblHeader", {}))
        for cell, runs, column, width in zip(line.cells, row, it.columns, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph._p.style = style  # by its identifier: looking a style up takes longer than the cell
            if column.end:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            self.line(paragraph, runs, bold=head or last)
            if head or last:
                _rule(cell, "bottom" if head else "top")

    def figure(self, it: Figure) -> None:
        from docx.shared import Cm

        self.file.add_paragraph(it.caption, style="Caption")
        paragraph = self.file.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run().add_picture(io.BytesIO(raster(it.svg)), width=Cm(_TEXT_WIDTH_CM))
        paragraph._p.xpath(".//wp:docPr")[0].set("descr", it.alternative)
        self.file.add_paragraph(it.source, style="Small")

    def cover(self, it: Cover) -> None:
        from docx.shared import Pt, RGBColor

        self.file.add_paragraph(it.above).paragraph_format.space_before = Pt(48)
        self.file.add_paragraph(it.title, style="Title")
        self.file.add_paragraph(it.subtitle, style="Subtitle")
        stamp = self.file.add_paragraph().add_run(it.stamp)
        stamp.bold = True
        stamp.font.color.rgb = RGBColor.from_string(LIGHT["late" if it.guarded else "ink"][1:].upper())
        for label, words in it.facts:
            made = self.file.add_paragraph()
            self.line(made, (Run(f"{label}: ", soft=True), Run(words)))

    def contents(self, it: Contents) -> None:
        from docx.shared import Pt

        self.file.add_paragraph(it.title, style="Caption").paragraph_format.space_before = Pt(36)
        for each in it.entries:
            self.file.add_paragraph(each).paragraph_format.space_after = Pt(2)

    def line(self, paragraph: Any, runs: Line, *, bold: bool = False) -> None:
        for each in runs:
            if each.mark:
                glyph = paragraph.add_run(f"{MARKS[each.mark].glyph} ")
                _color(glyph, TONES[each.mark])
            made = paragraph.add_run(each.text)
            made.bold = True if bold or each.bold else None
            made.italic = True if each.italic else None
            tone = each.tone or ("soft" if each.soft else "") or ("link" if each.href else "")
            if tone:
                _color(made, tone)
            if each.language:
                made._r.get_or_add_rPr().append(_element("w:lang", {"w:val": _REGIONS[each.language]}))
            if each.href:
                _link(paragraph, made, each.href)


def _color(run: Any, tone: str) -> None:
    from docx.shared import RGBColor

    run.font.color.rgb = RGBColor.from_string(LIGHT[tone][1:].upper())


def _link(paragraph: Any, run: Any, address: str) -> None:
    """Put the run inside a link; one address is one relation of the file."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = _element("w:hyperlink", {"r:id": relation})
    run._r.addprevious(link)
    link.append(run._r)


def _frame(table: Any, it: Table) -> None:
    """Lines between the rows, none between the columns, and the caption as the table's own title."""
    properties = table._tbl.tblPr
    edges = _element("w:tblBorders", {})
    for name, size in (("top", "8"), ("bottom", "8"), ("insideH", "4")):
        color = LIGHT["ink" if size == "8" else "line"][1:].upper()
        edges.append(
            _element(f"w:{name}", {"w:val": "single", "w:sz": size, "w:space": "0", "w:color": color})
        )
    properties.find(_qualified("w:tblLayout")).addprevious(edges)
    for name in ("w:tblCaption", "w:tblDescription"):
        properties.append(_element(name, {"w:val": it.caption}))


def _qualified(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _rule(cell: Any, side: str) -> None:
    edges = _element("w:tcBorders", {})
    color = LIGHT["ink"][1:].upper()
    edges.append(_element(f"w:{side}", {"w:val": "single", "w:sz": "6", "w:space": "0", "w:color": color}))
    cell._tc.get_or_add_tcPr().append(edges)


def _edge(paragraph: Any) -> None:
    edges = _element("w:pBdr", {})
    color = LIGHT["quiet"][1:].upper()
    edges.append(_element("w:left", {"w:val": "single", "w:sz": "12", "w:space": "8", "w:color": color}))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(edges, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _name_drawings(file: Any) -> None:
    """Names and numbers of drawings follow their place, and nothing else."""
    from docx.oxml.ns import qn

    for place, each in enumerate(file.element.body.iter(qn("wp:docPr")), start=1):
        each.set("id", str(place))
        each.set("name", f"Figure {place}")


def _in_fixed_time(content: bytes) -> bytes:
    """The same parts in the order of their names, each with the same time."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as made,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        first = "[Content_Types].xml"
        for name in sorted(made.namelist(), key=lambda each: (each != first, each)):
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            kept.writestr(entry, made.read(name))
    return written.getvalue()
