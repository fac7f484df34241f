"""The figures of the loop, from the store."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Min

from hled.dialogue.docket.domain.loop import Loop, ThemeFacts, loop
from hled.dialogue.docket.models import Call, Reply, Submission, Theme
from hled.dialogue.meetings.models import ProposedItem
from hled.kernel.party import Party


def theme_facts(call: Call | None = None) -> list[ThemeFacts]:
    """What the figures ask of each theme that stands and has submissions, in four queries."""
    themes = Theme.objects.filter(merged_into__isnull=True).select_related("call").order_by("id")
    if call is not None:
        themes = themes.filter(call=call)
    first = dict(
        Submission.objects.filter(wording__placement__theme__in=themes)
        .values_list("wording__placement__theme_id")
        .annotate(first=Min("filed_at"))
        .order_by()
    )
    replied = _replied()
    agenda = _on_agenda()
    return [_facts(each, first[each.pk].date(), replied, agenda) for each in themes if each.pk in first]


def _facts(
    theme: Theme, first: date, replied: Mapping[tuple[int, str], date], agenda: Mapping[str, date]
) -> ThemeFacts:
    call = theme.call
    owed = frozenset({Party(call.party)}) if call.party else frozenset(Party)
    days = {party: replied[theme.pk, party] for party in Party if (theme.pk, str(party)) in replied}
    asked = call.closes_on or first
    return ThemeFacts(
        theme.code,
        call.code,
        asked,
        theme.reply_due_on or asked,
        owed,
        days,
        agenda_on=agenda.get(theme.code),
    )


def _replied() -> dict[tuple[int, str], date]:
    rows = Reply.objects.filter(approved_at__isnull=False).values_list("theme_id", "party")
    return {(theme, party): at.date() for theme, party, at in rows.annotate(at=Min("approved_at")).order_by()}


def _on_agenda() -> dict[str, date]:
    """The day on which a theme was first brought before a meeting."""
    rows = ProposedItem.objects.filter(origin__startswith="DT-").values_list("origin", "proposed_at")
    return {origin: at.date() for origin, at in rows}


def loop_figures(as_of: date, call: Call | None = None) -> dict[Party, Loop]:
    """The figures of both Parties on a day, of one call or of all."""
    facts = theme_facts(call)
    return {party: loop(facts, party, as_of) for party in Party}
