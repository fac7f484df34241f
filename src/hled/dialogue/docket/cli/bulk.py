"""``hled docket import``."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from hled.dialogue.docket.cli.acting import ByOption, Officer, OfOption, officer
from hled.dialogue.docket.domain.importing import Passed
from hled.dialogue.docket.models import Call
from hled.dialogue.docket.queries.calls import call_known
from hled.dialogue.docket.services.copies import PROCESSES, group_waiting
from hled.dialogue.docket.services.importing import Imported, import_table
from hled.dialogue.docket.services.tables import Table
from hled.dialogue.docket.services.template import template
from hled.dialogue.docket.services.themes import follow_groups
from hled.interfaces.answers import Answer
from hled.interfaces.asked import ask, now
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.failing import CL_01, draw_findings
from hled.interfaces.terminal.options import Format, FormatOption, LangOption, Tongue
from hled.interfaces.terminal.progress import steps
from hled.interfaces.terminal.screen import err, out
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import pairs, paragraph
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import BrokenRuleError, Finding


def import_(
    file: Annotated[
        Path | None, typer.Argument(metavar=_("FILE"), help=_("A table of submissions, CSV or .xlsx."))
    ] = None,
    call: Annotated[
        str, typer.Option("--call", metavar="DC-0001", help=_("Call that the submissions answer."))
    ] = "",
    of: OfOption = None,
    by: ByOption = "",
    written_in: Annotated[
        Tongue, typer.Option("--in", help=_("Language of rows that do not say theirs."))
    ] = Tongue.EN,
    check: Annotated[
        bool, typer.Option("--check", help=_("Find what is wrong in the table, and write nothing."))
    ] = False,
    group: Annotated[
        bool, typer.Option("--group/--no-group", help=_("Compare the new texts with the others afterwards."))
    ] = True,
    blank: Annotated[
        Path | None,
        typer.Option("--template", metavar=_("FILE"), help=_("Write an empty template to this file.")),
    ] = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    if blank is not None and file is None:
        _write_template(blank, call)
        return
    if file is None or blank is not None:
        said = Bilingual("a table, or --template, and not both", "una tabla o --template, y no ambas")
        raise BrokenRuleError([Finding(CL_01, "FILE", said)])
    _require_given(file, call)
    who = officer(by, of)
    open_store()
    held = call_known(call, ask())
    done = _imported(held, file, who, Language(written_in.value), check)
    if group and not check:
        _group(held)
    _show(held, file, done, check, format)


def _require_given(file: Path, call: str) -> None:
    findings = []
    if not file.is_file():
        findings.append(
            Finding(CL_01, "FILE", Bilingual(f"no file {file.name[:60]}", f"no hay {file.name[:60]}"))
        )
    if not call:
        findings.append(Finding(CL_01, "--call", Bilingual("missing", "falta")))
    if findings:
        raise BrokenRuleError(findings)


def _imported(call: Call, file: Path, who: Officer, spoken: Language, check: bool) -> Imported:
    with steps(_("Rows")) as told:
        return import_table(
            call=call,
            table=Table(file),
            by=who,
            at=now(),
            language=spoken,
            only_check=check,
            told=lambda count: told(f"{count:,}"),
        )


def _group(call: Call) -> None:
    with steps(_("Groups")) as told:
        told(call.code)
        group_waiting(call=call, at=now(), processes=PROCESSES)
        follow_groups(call=call)


def _show(call: Call, file: Path, done: Imported, check: bool, format: Format) -> None:
    passed = done.passed
    item = {
        "call": call.code,
        "file": file.name,
        "rows": done.rows,
        "filed": len(done.filed),
        "known": len(done.known),
        "empty": passed.get(Passed.EMPTY, 0),
        "other_documents": passed.get(Passed.OTHER_DOCUMENT, 0),
        "withdrawn": passed.get(Passed.WITHDRAWN, 0),
        "warnings": done.warned,
        "checked_only": check,
    }
    words = {
        "rows": _("Rows read"),
        "filed": _("Taken in"),
        "known": _("Known before, left as they were"),
        "empty": _("Empty rows"),
        "other_documents": _("Rows that are no submissions"),
        "withdrawn": _("Withdrawn where they came from"),
        "warnings": _("Warnings"),
    }
    answer = Answer("docket-import", {"call": call.code}, [item], findings=done.warnings)
    shown = [(said, f"{item[name]:,}") for name, said in words.items()]
    show(answer, format, lambda console: pairs(console, shown))
    if format is Format.TABLE:
        draw_findings(err(), done.warnings, language())


def _write_template(path: Path, call: str) -> None:
    open_store()
    held = call_known(call, ask()) if call else None
    try:
        path.write_bytes(template(held))
    except OSError as error:
        found = str(error.strerror or error)[:80]
        raise BrokenRuleError([Finding(CL_01, "--template", found)]) from error
    paragraph(out(), _("Written: %(file)s") % {"file": path})
