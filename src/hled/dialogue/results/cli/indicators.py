"""``hled indicators``: list, show, target."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _
from rich.console import Console
from rich.text import Text

from hled.dialogue.results.queries.answers.indicators import (
    indicator_answer,
    indicators_answer,
    known_indicator,
)
from hled.dialogue.results.queries.indicators import IndicatorView
from hled.dialogue.results.services.targets import set_target
from hled.interfaces.answers import Answer
from hled.interfaces.asked import AS_01, ask, now
from hled.interfaces.formats import month, number
from hled.interfaces.terminal.desk import language, open_store
from hled.interfaces.terminal.failing import CL_01
from hled.interfaces.terminal.options import (
    AsOfOption,
    Format,
    FormatOption,
    LangOption,
    RecordedByOption,
    SheetFormat,
    SheetFormatOption,
    example,
)
from hled.interfaces.terminal.show import show
from hled.interfaces.terminal.tables import ROOMY, grid, heading, pairs, paragraph
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding

indicators = typer.Typer(
    help=_("Show the indicators of the four pillars, or set a target for one."), invoke_without_command=True
)
CodeArgument = Annotated[str, typer.Argument(metavar="IN-nn", help=_("Code of an indicator."))]


@indicators.callback(epilog=example("hled indicators show IN-01"))
def every(
    context: typer.Context,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    pillar: Annotated[str, typer.Option("--pillar", metavar="P1|P2|P3|P4", help=_("Only this pillar."))] = "",
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    if context.invoked_subcommand is None:
        _list(as_of, recorded_by, pillar, format)


@indicators.command(
    "list",
    help=_("List every indicator with its baseline and latest value."),
    epilog=example("hled indicators list --pillar P2"),
)
def list_(
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    pillar: Annotated[str, typer.Option("--pillar", metavar="P1|P2|P3|P4", help=_("Only this pillar."))] = "",
    lang: LangOption = None,
    format: SheetFormatOption = SheetFormat.TABLE,
) -> None:
    _list(as_of, recorded_by, pillar, format)


def _list(as_of: str | None, recorded_by: str | None, pillar: str, format: SheetFormat) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = indicators_answer(asked, pillar=pillar)
    show(answer, format, lambda console: _draw_list(console, answer))


def _draw_list(console: Console, answer: Answer) -> None:
    spoken = language()
    heading(console, _("Indicators"), str(len(answer.items)))
    roomy = console.width >= ROOMY
    columns: list[tuple[str, dict[str, Any]]] = [
        (_("Code"), {"width": 6, "no_wrap": True}),
        (_("Indicator"), {"ratio": 2}),
        (_("Baseline"), {"justify": "right"}),
        (_("Latest"), {"justify": "right"}),
        (_("Since the relaunch"), {"width": 14}),
    ]
    if roomy:
        columns += [(_("Unit"), {"ratio": 1}), (_("Target"), {"ratio": 1})]
    table = grid(*columns)
    for each in answer.items:
        line = [
            f"{each['code']}",
            each[f"title_{spoken}"],
            _value(each, "baseline"),
            _value(each, "latest"),
            _moved(each),
        ]
        if roomy:
            target = each["target"]
            said = (
                f"{number(Decimal(target['value']))} ({target['due']})" if target else _("no target was set")
            )
            line += [Text(each[f"display_unit_{spoken}"], style="dim"), Text(said, style="dim")]
        table.add_row(*line)
    console.print(table)
    paragraph(
        console,
        _("The dialogue set no targets. One indicator in full: hled indicators show CODE."),
        style="dim",
    )


def _value(item: Mapping[str, Any], name: str) -> str:
    point = item[name]
    if point is None or point["shown"] is None:
        return _("not published")
    end = date.fromisoformat(point["period_end"])
    return f"{number(Decimal(point['shown']), item['decimals'])}\n{end:%m/%Y}"


def _moved(item: Mapping[str, Any]) -> str:
    """A word and no arrow; where the latest figure is the baseline itself there is nothing to compare."""
    baseline, latest = item["baseline"], item["latest"]
    if not baseline or not latest or baseline["period_end"] == latest["period_end"]:
        return _("nothing to compare")
    return {
        "better": _("better"),
        "worse": _("worse"),
        "same": _("the same"),
        "unknown": _("no direction declared"),
    }[item["moved"]]


@indicators.command(
    "show",
    help=_("Show one indicator: definition, baseline, latest value, trend, target."),
    epilog=example("hled indicators show IN-01 --as-of 2023-12-31"),
)
def one(
    code: CodeArgument,
    as_of: AsOfOption = None,
    recorded_by: RecordedByOption = None,
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    asked = ask(as_of, recorded_by)
    open_store()
    answer = indicator_answer(asked, code)
    found = known_indicator(code, asked)
    show(answer, format, lambda console: _draw_one(console, answer, found))


def _draw_one(console: Console, answer: Answer, found: IndicatorView) -> None:
    spoken, item, definition = language(), answer.items[0], found.definition
    heading(console, f"{found.code}  {definition.title.in_language(spoken)}")
    paragraph(console, definition.definition.in_language(spoken))
    console.print()
    target = item["target"]
    pairs(
        console,
        [
            (_("Unit"), definition.display_unit.in_language(spoken)),
            (
                _("Better is"),
                f"{_direction(definition.direction.value)}. {definition.direction_reason.in_language(spoken)}",
            ),
            (_("Baseline"), _point(item, "baseline")),
            (_("Latest"), _point(item, "latest")),
            (_("Since the relaunch"), _moved(item)),
            (_("Trend per year"), _trend(found)),
            (
                _("Target"),
                f"{target['value']} · {target['due']} · {target['set_by']}"
                if target
                else item[f"target_note_{spoken}"],
            ),
            (
                _("Next figure"),
                f"{found.state.says.in_language(spoken)} ({month(found.expected, spoken)})"
                if found.state and found.expected
                else "",
            ),
            (_("Vintage"), item["vintage"]),
        ],
    )
    console.print()
    for caution in definition.cautions:
        paragraph(console, f"– {caution.in_language(spoken)}", style="dim")
    for finding in found.findings:
        paragraph(console, f"– {finding.rule.code} {finding.rule.says.in_language(spoken)}", style="dim")


def _direction(direction: str) -> str:
    return {"up": _("more"), "down": _("less"), "band": _("within a band"), "none": _("not declared")}[
        direction
    ]


def _point(item: Mapping[str, Any], name: str) -> str:
    point = item[name]
    if point is None or point["shown"] is None:
        return _("not published")
    return f"{number(Decimal(point['shown']), item['decimals'])} ({point['period_start']} – {point['period_end']})"


def _trend(found: IndicatorView) -> str:
    trend = found.trend
    if trend.slope is None or trend.slope_low is None or trend.slope_high is None:
        return _("too few observations for a trend")
    factor = found.definition.display_factor
    slope, low, high = (
        number(round(each / factor, found.definition.decimals + 1))
        for each in (trend.slope, trend.slope_low, trend.slope_high)
    )
    return _("%(slope)s (90 percent interval: %(low)s to %(high)s)") % {
        "slope": slope,
        "low": low,
        "high": high,
    }


@indicators.command(
    "target",
    help=_("Set a target for an indicator; the one before stays on record."),
    epilog=example("hled indicators target IN-01 9000000 --due 2027-12-31 --by 'Coordination'"),
)
def target(
    code: CodeArgument,
    value: Annotated[
        str, typer.Argument(metavar=_("VALUE"), help=_("Value in the stored unit of the indicator."))
    ],
    due: Annotated[
        str, typer.Option("--due", metavar="YYYY-MM-DD", help=_("The day by which it is to be reached."))
    ],
    by: Annotated[str, typer.Option("--by", metavar=_("NAME"), help=_("Who sets it: a name or an office."))],
    place: Annotated[str, typer.Option("--place", metavar=_("CODE"), help=_("Only for this place."))] = "",
    note: Annotated[str, typer.Option("--note", metavar=_("TEXT"), help=_("Why this target."))] = "",
    lang: LangOption = None,
    format: FormatOption = Format.TABLE,
) -> None:
    amount, day = _amount_and_day(value, due)
    open_store()
    set_target(indicator=code, value=amount, due_on=day, by=by, at=now(), place=place, note=note)
    answer = indicator_answer(ask(), code)
    show(
        answer,
        format,
        lambda console: paragraph(
            console,
            _("The target stands: %(code)s, %(value)s by %(due)s.")
            % {"code": code, "value": value, "due": due},
        ),
    )


def _amount_and_day(value: str, due: str) -> tuple[Decimal, date]:
    findings = []
    try:
        amount = Decimal(value.replace(",", ""))
        if not amount.is_finite() or abs(amount) >= Decimal(10) ** 16:
            raise InvalidOperation
    except InvalidOperation:
        amount = Decimal(0)
        findings.append(
            Finding(
                CL_01, "value", Bilingual(f"“{value[:40]}” is no number", f"«{value[:40]}» no es un número")
            )
        )
    try:
        day = datetime.strptime(due, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        day = date.max
        findings.append(Finding(AS_01, "--due", due[:40]))
    if findings:
        raise BrokenRuleError(findings)
    return amount, day
