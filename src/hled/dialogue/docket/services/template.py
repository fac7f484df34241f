"""The workbook that an agency fills in, in both languages."""

from collections.abc import Iterator, Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from hled.dialogue.docket.domain.importing import TEMPLATE
from hled.dialogue.docket.domain.speakers import PLACES, Kind, Size
from hled.dialogue.docket.models import Call
from hled.kernel.bilingual import Bilingual

LAST_ROW = 1_048_576
LISTS: Mapping[str, Mapping[str, Bilingual]] = {
    "kind": {str(each): each.label for each in Kind},
    "size": {str(each): each.label for each in Size},
    "place": PLACES,
    "language": {"en": Bilingual("English", "Inglés"), "es": Bilingual("Spanish", "Español")},
}
_WIDTHS = {"text": 80, "id": 24, "kind": 18, "place": 14}
_NOTES = (
    Bilingual(
        "One row for each submission, with its whole text. Rows are counted one by one: leave no copy out.",
        "Una fila por aportación, con su texto completo. Las filas se cuentan una por una: no omita ninguna copia.",
    ),
    Bilingual(
        "“Identifier” is that of your own docket; a table that is sent twice is then taken in once.",
        "«Identificador» es el de su propio buzón; así, una tabla enviada dos veces se recibe una sola vez.",
    ),
    Bilingual(
        "“Received on” is written YYYY-MM-DD, and lies between the first and the last day of the call.",
        "«Recibida el» se escribe AAAA-MM-DD y cae entre el primero y el último día de la convocatoria.",
    ),
    Bilingual(
        "Who speaks, size, place and language are codes of the sheet “Lists”; an empty cell means “not said”.",
        "Quién habla, tamaño, lugar e idioma son claves de la hoja «Lists»; una celda vacía significa «no se indica».",
    ),
    Bilingual(
        "Name, organization and e-mail are shown to nobody without the role, and erased on schedule. Leave out what nobody needs.",
        "Nombre, organización y correo no se muestran a nadie sin el cargo y se borran según el calendario. Omita lo innecesario.",
    ),
    Bilingual("Values only: a formula is refused.", "Solo valores: una fórmula se rechaza."),
)


def template(call: Call | None = None) -> bytes:
    """An .xlsx workbook with the columns of a table; with a call, those of its questions too."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Submissions"
    questions = {each.place: (each.asks_en, each.asks_es) for each in call.questions.all()} if call else {}
    fields = [each for each in TEMPLATE if not each.startswith("answer_")]
    fields[3:3] = [f"answer_{place}" for place in sorted(questions)]
    ranges = _lists(book.create_sheet("Lists"))
    _explain(book.create_sheet("Notes"), call, questions)
    for column, name in enumerate(fields, start=1):
        said, letter = TEMPLATE[name], get_column_letter(column)
        cell = sheet.cell(1, column, f"{said.en} · {said.es}")
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, 40 if name.startswith("answer_") else 20)
        if name in ranges:
            allowed = DataValidation(type="list", formula1=ranges[name], allow_blank=True)
            allowed.add(f"{letter}2:{letter}{LAST_ROW}")
            sheet.add_data_validation(allowed)
    sheet.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _lists(sheet: Worksheet) -> dict[str, str]:
    """Codes and their names; where the codes of each list stand."""
    ranges = {}
    for place, (name, known) in enumerate(LISTS.items()):
        column = 4 * place + 1
        heading = TEMPLATE[name]
        for offset, each in enumerate((f"{heading.en} · {heading.es}", "English", "Español")):
            sheet.cell(1, column + offset, each).font = Font(bold=True)
            sheet.column_dimensions[get_column_letter(column + offset)].width = 24
        for row, (code, said) in enumerate(known.items(), start=2):
            for offset, value in enumerate((code, said.en, said.es)):
                sheet.cell(row, column + offset, value)
        letter = get_column_letter(column)
        ranges[name] = f"Lists!${letter}$2:${letter}${len(known) + 1}"
    return ranges


def _explain(sheet: Worksheet, call: Call | None, questions: Mapping[int, tuple[str, str]]) -> None:
    for row, (english, spanish) in enumerate(_said(call, questions), start=1):
        for column, words in ((1, english), (2, spanish)):
            cell = sheet.cell(row, column, words)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for letter in "AB":
        sheet.column_dimensions[letter].width = 80


def _said(call: Call | None, questions: Mapping[int, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    if call is not None:
        yield f"{call.code}: {call.title_en}", f"{call.code}: {call.title_es}"
    for place, (english, spanish) in questions.items():
        answer = TEMPLATE[f"answer_{place}"]
        yield f"{answer.en}: {english}", f"{answer.es}: {spanish}"
    for each in _NOTES:
        yield each.en, each.es
