"""People, plans and files from which the tests of meetings begin."""

import io
import zipfile
from dataclasses import dataclass, replace

from hled.dialogue.meetings.services.agenda import Said
from hled.dialogue.meetings.services.planning import Plan, plan_meeting


@dataclass(frozen=True)
class Someone:
    name: str
    party: str


ANA = Someone("Ana Ruiz", "MX")
BEN = Someone("Ben Hall", "US")

PLAN = Plan(
    series="cabinet",
    begins="2027-03-04T09:00",
    ends="2027-03-04T12:00",
    zone="America/Mexico_City",
    place=("Mexico City", "Ciudad de México"),
)
SAID = Said(
    title=("Semiconductors", "Semiconductores"),
    reason=("No report for a year.", "Sin informe desde hace un año."),
    minutes=20,
    pillar="P1",
)


def planned(at, *, by=ANA, **changes):
    return plan_meeting(plan=replace(PLAN, **changes), by=by, at=at)


def pdf(*, password=None, script=None):
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if script:
        action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(script)}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    if password:
        writer.encrypt(password)
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def docx(**parts):
    """A Word document; `parts` adds or replaces parts of it, a part that is None is left out."""
    from docx import Document

    plain = io.BytesIO()
    document = Document()
    document.add_paragraph("Agenda")
    document.save(plain)
    with zipfile.ZipFile(plain) as read:
        every = {each: read.read(each) for each in read.namelist()} | {
            name.replace("__", "/"): content for name, content in parts.items()
        }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in every.items():
            if content is not None:
                written.writestr(name, content)
    return made.getvalue()
