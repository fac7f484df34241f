"""Cells of the tables of commitments, written here because a page may show a hundred rows."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from hled.dialogue.results.domain.alerts import Urgency
from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.queries.positions import T, in_order
from hled.dialogue.results.queries.rows import ScoreRow
from hled.interfaces import formats
from hled.interfaces.asked import Asked
from hled.kernel.party import Party, parties_in_order

register = template.Library()

ALERT_WORDS = {
    "AL-01": gettext_lazy("no recent report"),
    "AL-02": gettext_lazy("late"),
    "AL-03": gettext_lazy("round overdue"),
    "AL-04": gettext_lazy("no U.S. agency named"),
    "AL-05": gettext_lazy("no Mexican agency named"),
    "AL-06": gettext_lazy("sources differ"),
    "AL-07": gettext_lazy("statement undated"),
    "AL-08": gettext_lazy("report older than the promise"),
    "AL-09": gettext_lazy("no date promised"),
    "AL-10": gettext_lazy("delivered late"),
    "AL-11": gettext_lazy("passage not recorded"),
    "AL-12": gettext_lazy("repeated, no result"),
    "AL-13": gettext_lazy("agencies partly inferred"),
    "AL-20": gettext_lazy("meeting overdue"),
}
"""Alert code -> its few words in a table; the rule itself is a page."""


@register.simple_tag
def alert_words(code: str) -> str:
    return str(ALERT_WORDS.get(code, code))


@register.filter
def status(code: str) -> Status:
    """The status of a code, for its mark."""
    return Status(code)


@register.filter
def alternating(things: Iterable[T]) -> list[T]:
    """Things of the Parties in the order that the language of the page gives them."""
    return in_order(things, get_language() or "en")


@register.filter
def spoken(texts: Mapping[str, Mapping[str, str]]) -> list[tuple[str, str]]:
    """The texts of a position in the language of the page, each with the Party whose it is where there are two."""
    language = get_language() or "en"
    sides = {"position_us": "US", "position_mx": "MX"}
    ordered = [f"position_{each.lower()}" for each in parties_in_order(language)]
    names = [*(name for name in ordered if name in texts), *(name for name in texts if name not in sides)]
    return [(sides.get(name, ""), texts[name][language]) for name in names]


@register.simple_tag
def owner_cells(row: ScoreRow, parties: Iterable[Party]) -> SafeString:
    """A cell for each Party; inferred agencies say so."""
    return format_html_join("", "{}", ((_owners(row, party),) for party in parties))


def _owners(row: ScoreRow, party: Party) -> SafeString:
    codes = row.facts.agencies_us if party is Party.US else row.facts.agencies_mx
    head = party.label.in_language(get_language() or "en")
    if not codes:
        return format_html('<td data-head="{}"><span class="missing">{}</span></td>', head, _("none named"))
    named = ", ".join(codes)
    if row.facts.agencies_basis == "stated":
        return format_html('<td data-head="{}">{}</td>', head, named)
    basis = _("inferred") if row.facts.agencies_basis == "inferred" else _("partly inferred")
    return format_html('<td data-head="{}"><span class="inferred">{} ({})</span></td>', head, named, basis)


@register.simple_tag
def last_report_cell(row: ScoreRow, asked: Asked) -> SafeString:
    """Latest report and its age; where there is none, since when nobody has reported."""
    language = get_language() or "en"
    head = _("Last report")
    reported = row.assessment.last_report_on
    if reported:
        return format_html(
            '<td data-head="{}"><time datetime="{}" class="nowrap">{}</time> <span class="soft small nowrap">{}</span></td>',
            head,
            reported.isoformat(),
            formats.short_day(reported, language),
            _("%(age)s ago") % {"age": formats.age(reported, asked.as_of, language)},
        )
    since = row.facts.stated_on
    if since is None:
        return format_html(
            '<td data-head="{}"><span class="missing">{}</span></td>', head, _("no dated report")
        )
    return format_html(
        '<td data-head="{}"><span class="quiet-word">{}</span></td>',
        head,
        _("none since %(day)s") % {"day": formats.short_day(since, language)},
    )


@register.simple_tag
def alert_cell(row: ScoreRow) -> SafeString:
    """What to raise with the Parties, in few words; gaps that concern the record alone are counted."""
    raised = [alert for alert in row.alerts if alert.urgency is not Urgency.LOW]
    gaps = len(row.alerts) - len(raised)
    words = [
        format_html(
            '<span class="urgency-{}">{}</span>', alert.urgency.value, ALERT_WORDS.get(alert.code, alert.code)
        )
        for alert in raised
    ]
    if gaps:
        counted = ngettext("%(n)s gap in the record", "%(n)s gaps in the record", gaps) % {"n": gaps}
        words.append(format_html('<span class="soft">{}</span>', counted))
    if not words:
        return _EMPTY
    return format_html(
        '<td class="small" data-head="{}">{}</td>',
        _("To look at"),
        format_html_join(", ", "{}", ((w,) for w in words)),
    )


_EMPTY = SafeString("<td></td>")
