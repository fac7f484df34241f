"""``hled commitment ID``."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hled.dialogue.results.domain.assessment import Evidence, Status
from hled.dialogue.results.models import Position
from hled.dialogue.results.queries.agreed import ActLine
from hled.dialogue.results.queries.answers.commitments import commitment_answer
from hled.dialogue.results.queries.dossier import Dossier, Entry, Figure, dossier
from hled.dialogue.results.queries.positions import in_order
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.workplan.queries.plan import bilingual
from hled.interfaces.asked import ask
from hled.interfaces.formats import day, months, number, on_precision, partial
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.options import (
    AsOfOption,
    Format,
    FormatOption,
    LangOption,
    RecordedByOption,
    example,
)
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import heading, mark, pairs, paragraph
from hled.kernel.party import Party, parties_in_order
from hled.sources.record.schema import Record

LONG_SILENCE = 3
"""Months without an entry from which the gap is drawn in a story."""

commands = typer.Typer()


@commands.command(
    "commitment",
    help=_("Show one commitment: its status with the rule and the evidence, its story, what is missing."),
    epilog=example("hled commitment P1-SC-01"),
)
def commitment(
    id: Annotated[str, typer.Argument(metavar="ID", help=_("Identifier, as the scoreboard shows it."))],
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = commitment_answer(asked, id)
    found = dossier(id, asked)
    show(answer, format, lambda console: _draw(console, found))


def _draw(console: Console, found: Dossier) -> None:
    row = found.row
    if row is None:
        return
    spoken = language()
    heading(console, f"{found.id}  {row.title.in_language(spoken)}")
    console.print()
    _draw_status(console, found, row)
    console.print()
    summary = bilingual(found.record, "summary")
    if summary:
        paragraph(console, summary.in_language(spoken))
        console.print()
    pairs(console, list(_card(found, row)))
    _draw_story(console, found)
    _draw_list(console, _("Figures, side by side"), [_figure(found, each) for each in found.figures])
    _draw_list(console, _("Milestones"), [_milestone(each) for _id, each in found.milestones])
    _draw_list(
        console,
        _("What each Party holds"),
        [_position(each) for each in in_order(found.positions, language())],
    )
    _draw_list(console, _("Acts"), [_act(each) for each in found.acts])
    _draw_list(console, _("Sources differ"), [_discrepancy(each) for _id, each in found.discrepancies])
    _draw_list(console, _("Evidence"), [_evidence(found, each) for each in row.assessment.evidence])
    _draw_list(
        console, _("What is missing"), [each.says.in_language(spoken) for each in row.assessment.missing]
    )
    _draw_list(
        console,
        _("Alerts"),
        [
            f"{each.code}  {each.sentence.in_language(spoken)} {each.remedy.in_language(spoken)}"
            for each in row.alerts
        ],
    )


def _draw_status(console: Console, found: Dossier, row: ScoreRow) -> None:
    spoken, assessment = language(), row.assessment
    label = row.status.label.in_language(spoken)
    since = _(" since %(day)s") % {"day": day(assessment.since, spoken)} if assessment.since else ""
    word = _("disputed")
    disputed = f" · {word}" if assessment.disputed else ""
    console.print(
        Text.assemble(
            mark(console, row.status.value, disputed=assessment.disputed),
            " ",
            (label, "bold"),
            since,
            disputed,
        )
    )
    paragraph(console, assessment.sentence.in_language(spoken), indent=2)
    if found.rule:
        rule = f"{assessment.rule} ({assessment.rulebook}): {found.rule.says.in_language(spoken)}"
        paragraph(console, rule, indent=2, style="dim")


def _card(found: Dossier, row: ScoreRow) -> Iterable[tuple[str, str]]:
    spoken, plan, record, facts = language(), found.view.plan, found.record, row.facts
    yield _("Pillar"), f"{facts.pillar} {plan.title('pillars', facts.pillar).in_language(spoken)}"
    if facts.objective:
        yield (
            _("Objective"),
            f"{facts.objective} {plan.title('objectives', facts.objective).in_language(spoken)}",
        )
    if facts.initiative:
        yield (
            _("Initiative"),
            f"{facts.initiative} {plan.title('initiatives', facts.initiative).in_language(spoken)}",
        )
    yield _("Kind"), plan.label("commitment_kind", facts.kind).in_language(spoken)
    yield _("Type of action"), plan.label("action_type", facts.action_type).in_language(spoken)
    yield _("Sectors"), ", ".join(plan.label("sector", each).in_language(spoken) for each in facts.sectors)
    for party in parties_in_order(spoken):
        codes = facts.agencies_us if party.value == "US" else facts.agencies_mx
        names = [f"{each} {_agency(found, each)}" for each in codes]
        yield party.label.in_language(spoken), "; ".join(names) or _("no agency named")
    yield _("Agencies are"), plan.label("agencies_basis", facts.agencies_basis).in_language(spoken)
    yield _("Stated"), partial(record["stated_on"], spoken) if record["stated_on"] else _("undated")
    yield _("Due"), _due(found)
    yield (
        _("Strength"),
        " · ".join(
            (
                row.assessment.strength.voice.label.in_language(spoken),
                row.assessment.strength.origin.label.in_language(spoken),
            )
        ),
    )
    yield _("Carried out through"), ", ".join(each.id for each in found.children)
    yield _("Part of"), ", ".join(each.id for each in found.parents)
    yield _("Passage"), _passages(found)


def _agency(found: Dossier, code: str) -> str:
    name = bilingual(found.view.plan.agencies[code], "name")
    return name.in_language(language()) if name else ""


def _due(found: Dossier) -> str:
    note = bilingual(found.record, "due_note")
    said = (
        partial(found.record["due"], language()) if found.record.get("due") else _("no due date was stated")
    )
    return f"{said} ({note.in_language(language())})" if note else said


def _passages(found: Dossier) -> str:
    said = [
        _("%(document)s, paragraph %(paragraph)s")
        % {"document": each["document"], "paragraph": each["paragraph"]}
        for _id, each in found.passages
        if found.view.has_document(each["document"])
    ]
    return "; ".join(said) or _("passage not recorded")


def _draw_story(console: Console, found: Dossier) -> None:
    console.print()
    console.print(Text(_("Story"), style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="bold")
    table.add_column(ratio=1)
    for entry in found.story:
        if entry.months is not None and entry.months >= LONG_SILENCE:
            table.add_row(Text("│", style="dim"), "", Text(_gap(entry), style="dim"))
        table.add_row(*_entry(found, entry))
    for entry in found.undated:
        table.add_row(*_entry(found, entry))
    console.print(table)


def _gap(entry: Entry) -> str:
    return months(entry.months or 0, language())


def _entry(found: Dossier, entry: Entry) -> tuple[str, str, str]:
    titles = {
        "stated": _("Stated"),
        "restated": _("Stated again"),
        "agreed": _("Changed by both Parties"),
        "report": _("Report"),
        "search": _("Search by the editor"),
        "due": _("Due date passed"),
        "completed": _("Declared completed by both Parties"),
        "withdrawn": _("Withdrawn"),
        "superseded": _("Superseded"),
        "asked": _("The day asked for"),
    }
    when = partial(entry.said, language()) if entry.said else _("undated")
    return when, titles[entry.kind], _said(found, entry)


def _said(found: Dossier, entry: Entry) -> str:
    plan, spoken = found.view.plan, language()
    if entry.kind in {"report", "search"} and entry.record:
        fact = bilingual(entry.record, "fact")
        by = plan.label("reported_by", entry.record["by"]).in_language(spoken)
        source = f" [{entry.document}]" if entry.document else ""
        return f"{by}: {fact.in_language(spoken) if fact else ''}{source}"
    if entry.document:
        return f"{plan.title('documents', entry.document).in_language(spoken)} [{entry.document}]"
    return ""


def _figure(found: Dossier, figure: Figure) -> str:
    spoken = language()
    value = figure.value if isinstance(figure.value, str) else number(figure.value)  # type: ignore[arg-type]
    unit = found.view.plan.label("unit", figure.unit).in_language(spoken)
    said = _("promised") if figure.promised else _("reported")
    source = figure.source or figure.url or ""
    return f"{figure.what.in_language(spoken)}: {value} {unit} ({said}, {source})"


def _milestone(record: Record) -> str:
    title, spoken = bilingual(record, "title"), language()
    said = title.in_language(spoken) if title else record["id"]
    due = _("due %(day)s") % {"day": partial(record["due"], spoken)}
    if not record.get("reached"):
        return f"{said}: {due}"
    reached = _("reached %(day)s") % {"day": partial(record["reached"], spoken)}
    return f"{said}: {due}; {reached}"


def _position(held: Position) -> str:
    spoken = language()
    if not held.party:
        texts = " / ".join(each[spoken] for each in held.texts.values())
        return f"{_('Both Parties agreed to differ')}, {day(held.on, spoken)}: {texts}"
    label = Status(held.status).label.in_language(spoken)
    party = Party(held.party).label.in_language(spoken)
    return f"{party}: {label}, {day(held.on, spoken)}. {held.texts['reason'][spoken]}"


def _act(act: ActLine) -> str:
    spoken = language()
    signed = ", ".join(f"{each.name} ({each.party})" for each in act.signers)
    entry = _("entry %(number)s") % {"number": act.sequence} if act.sequence is not None else ""
    label = f"{act.label.in_language(spoken)} {act.subject}"
    return " · ".join(each for each in (day(act.on, spoken), label, signed, entry, act.digest) if each)


def _discrepancy(record: dict[str, object]) -> str:
    what = bilingual(record, "what")
    return what.in_language(language()) if what else ""


def _evidence(found: Dossier, evidence: Evidence) -> str:
    spoken = language()
    when = (
        on_precision(evidence.published_on, evidence.precision, spoken)
        if evidence.published_on
        else _("undated")
    )
    by = found.view.plan.label("reported_by", evidence.by).in_language(spoken)
    return " · ".join(each for each in (evidence.id, when, by, evidence.url or "") if each)


def _draw_list(console: Console, title: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    console.print()
    console.print(Text(title, style="bold"))
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for line in lines:
        table.add_row("–", line)
    console.print(table)
