"""A paper as a tagged PDF/UA-1 file, set by Typst with the fonts inside it."""

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

from hled.interfaces.charts import LIGHT
from hled.interfaces.marks import MARKS, SIZE, TONES
from hled.interfaces.printed.blocks import Paper

FONT = "Libertinus Serif"
"""Comes with the PDF writer, has all letters of both languages and figures of one width."""


def pdf(paper: Paper) -> bytes:
    """
    The paper as one PDF.

    No font of the machine is used, and the only date is that of the paper.

    Raises
    ------
    typst.TypstError
        When the paper does not conform to PDF/UA-1, such as a figure without words.
    """
    import typst

    return typst.compile(
        _template(),
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        timestamp=datetime.combine(paper.day, time(), UTC),
        sys_inputs=_inputs(paper),
    )


def pages_as_images(paper: Paper, *, ppi: int = 96) -> list[bytes]:
    """Each page as PNG, to look at."""
    import typst

    found = typst.Compiler(_template(), ignore_system_fonts=True, sys_inputs=_inputs(paper)).compile(
        format="png", ppi=ppi
    )
    return found if isinstance(found, list) else [found or b""]


def raster(svg: str, *, ppi: int = 220) -> bytes:
    """A drawing as PNG of the width of a page, in the same letters."""
    import typst

    page = (
        b"#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 16.8cm)\n"
    )
    return typst.compile(
        page, format="png", ppi=ppi, ignore_system_fonts=True, sys_inputs={"svg": in_own_letters(svg)}
    )


def in_own_letters(svg: str) -> str:
    """The drawing in the font of the paper, so that no font of the machine shows in it."""
    import re

    return re.sub(r'font-family="[^"]*"', f'font-family="{FONT}"', svg)


@cache
def _template() -> bytes:
    return (Path(__file__).parent / "paper.typ").read_bytes()


def _inputs(paper: Paper) -> dict[str, str]:
    said = paper.as_json()
    for block in said["blocks"]:
        if block["kind"] == "figure":
            block["svg"] = in_own_letters(block["svg"])
    marks = {code: mark_drawn(code) for code in MARKS}
    return {
        "paper": json.dumps({**said, "marks": marks, "tones": dict(LIGHT), "font": FONT}, ensure_ascii=False)
    }


def mark_drawn(code: str) -> str:
    """The mark of a status as a drawing of its own, in its tone."""
    shape = MARKS[code].svg.replace("currentColor", LIGHT[TONES[code]])
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">{shape}</svg>'
