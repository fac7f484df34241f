"""The acts of ``hled statement``, and how a reading and its drafts are drawn."""

from pathlib import Path

from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.workplan.domain.statement import READING_RULES, Reading, read_statement
from hled.dialogue.workplan.domain.statement.reading import AskedLanguage
from hled.dialogue.workplan.queries.answers.statements import (
    drafts_answer,
    drafts_kept,
    numbered,
    statement_answer,
    text_digest,
)
from hled.dialogue.workplan.services.drafts import chosen, edit_draft, keep_drafts
from hled.interfaces.answers import Answer
from hled.interfaces.asked import now
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.failing import draw_findings
from hled.interfaces.terminal.options import Format, SheetFormat
from hled.interfaces.terminal.screen import err
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import ROOMY, grid, heading, paragraph
from hled.sources.texts import extract_text


def read(
    file: Path, lang: AskedLanguage, *, everything: bool, text_out: Path | None, format: SheetFormat
) -> None:
    text = extract_text(file)
    reading = read_statement(text.text, language=lang)
    if text_out is not None:
        text_out.write_text(text.text, encoding="utf-8", newline="")
    answer = statement_answer(file.name, text, reading, asked=lang, everything=everything)
    show(answer, format, lambda console: _draw(console, reading, file.name, everything=everything))
    if format is SheetFormat.TABLE:
        draw_findings(err(), reading.findings, language())


def draft(
    file: Path,
    lang: AskedLanguage,
    *,
    document: str,
    accept: str | None,
    min_strength: int | None,
    format: Format,
) -> None:
    text = extract_text(file)
    reading = read_statement(text.text, language=lang)
    accepted = chosen(reading.candidates, accept, min_strength)
    open_store()
    kept, added = keep_drafts(
        document=document, text_sha256=text_digest(text.text), candidates=accepted, at=now()
    )
    params = {"file": file.name, "document": document, "accept": accept, "min_strength": min_strength}
    answer = drafts_answer(params, kept, added)
    show(answer, format, lambda console: _draw_drafts(console, answer))


def drafts(document: str, format: SheetFormat) -> None:
    open_store()
    answer = drafts_answer({"document": document}, drafts_kept(document))
    show(answer, format, lambda console: _draw_drafts(console, answer))


def edit(
    id: int,
    *,
    title_en: str | None,
    title_es: str | None,
    note: str | None,
    discard: bool | None,
    format: Format,
) -> None:
    open_store()
    edited = edit_draft(id=id, title_en=title_en, title_es=title_es, note=note, discard=discard)
    answer = drafts_answer({"id": id}, [edited])
    show(answer, format, lambda console: _draw_drafts(console, answer))


def _draw(console: Console, reading: Reading, name: str, *, everything: bool) -> None:
    spoken = language()
    heading(console, _("Candidate commitments in %(file)s") % {"file": name}, str(len(reading.candidates)))
    paragraph(console, _("A drafting aid, not an agreed list; a person decides."), style="dim")
    if not reading.candidates:
        console.print()
        paragraph(console, _("No sentence commits anybody. See why with --all."))
    else:
        roomy = console.width >= ROOMY
        extra = [(_("Why"), {"ratio": 1})] if roomy else []
        table = grid(
            (_("No."), {"width": 4, "justify": "right"}),
            (_("Who"), {"width": 12}),
            (_("Strength"), {"width": 8}),
            (_("Sentence"), {"ratio": 2}),
            *extra,
        )
        for number, each in numbered(reading.candidates):
            why = [
                READING_RULES[code].says.in_language(spoken) for code in each.rules if code in READING_RULES
            ]
            line = [str(number), _actor(each.actor), _strength(each.strength), " ".join(each.text.split())]
            table.add_row(*line, *([Text(" ".join(why), style="dim")] if roomy else []))
        console.print(table)
    if everything:
        _draw_left_out(console, reading)


def _actor(actor: str) -> str:
    return {
        "joint": _("both Parties"),
        "us": _("United States"),
        "mx": _("Mexico"),
        "other": _("other"),
        "unspecified": _("not said"),
    }[actor]


def _strength(strength: int) -> str:
    return {1: _("1 weak"), 2: _("2 plain"), 3: _("3 firm")}[strength]


def _draw_left_out(console: Console, reading: Reading) -> None:
    console.print()
    heading(console, _("Left out"), str(len(reading.left_out)))
    table = grid((_("Why"), {"ratio": 1}), (_("Sentence"), {"ratio": 2}))
    for each in reading.left_out:
        reasons = (
            READING_RULES[code].says.in_language(language()) for code in each.rules if code in READING_RULES
        )
        table.add_row(Text(" ".join(reasons), style="dim"), " ".join(each.text.split()))
    console.print(table)


def _draw_drafts(console: Console, answer: Answer) -> None:
    heading(console, _("Drafts, agreed by nobody"), str(len(answer.items)))
    if not answer.items:
        paragraph(
            console,
            _(
                "No draft is kept. Take candidates over with: hled statement draft FILE --document ID --accept all"
            ),
        )
        return
    table = grid(
        (_("Draft"), {"width": 6, "justify": "right"}),
        (_("Document"), {"no_wrap": True}),
        (_("Who"), {"width": 12}),
        (_("Text or title"), {"ratio": 2}),
        (_("Restates"), {"ratio": 1}),
        (_("State"), {"width": 11}),
    )
    for each in answer.items:
        repeats = f"{each['restates']} ({each['restates_score']})" if each["restates"] else ""
        title = each[f"title_{language()}"] or " ".join(each["text"].split())
        state = {"open": _("open"), "discarded": _("discarded")}[each["state"]]
        table.add_row(
            str(each["id"]), each["document"], _actor(each["actor"]), title, Text(repeats, style="dim"), state
        )
    console.print(table)
