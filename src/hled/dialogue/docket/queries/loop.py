"""The figures of the loop, from the store."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import Min, QuerySet

from hled.dialogue.docket.domain.loop import Loop, ThemeFacts, loop
from hled.dialogue.docket.models import Call, Reply, Submission, Theme
from hled.dialogue.docket.queries.chain import Chain, chains
from hled.dialogue.docket.queries.counts import counted_once
from hled.kernel.party import Party


def theme_facts(call: Call | None = None) -> list[ThemeFacts]:
    """What the figures ask of each theme that stands and has submissions, in a fixed number of queries."""
    themes = Theme.objects.filter(merged_into__isnull=True).select_related("call").order_by("id")
    if call is not None:
        themes = themes.filter(call=call)
    first = _first_heard(themes)
    replied = _replied()
    found = [each for each in themes if each.pk in first]
    became = chains([each.code for each in found])
    return [_facts(each, first[each.pk].date(), replied, became[each.code]) for each in found]


def _first_heard(themes: QuerySet[Theme]) -> dict[int, datetime]:
    """Theme -> the moment of its first submission."""
    rows = Submission.objects.filter(wording__placement__theme__in=themes)
    by_theme = rows.order_by().values_list("wording__placement__theme_id").annotate(first=Min("filed_at"))
    which = hash(tuple(themes.values_list("pk", flat=True)))
    return counted_once(f"first {which}", rows, lambda: dict(by_theme))


def _facts(theme: Theme, first: date, replied: Mapping[tuple[int, str], date], became: Chain) -> ThemeFacts:
    call = theme.call
    days = {party: replied[theme.pk, party] for party in Party if (theme.pk, str(party)) in replied}
    asked = call.closes_on or first
    return ThemeFacts(
        theme.code,
        call.code,
        asked,
        theme.reply_due_on or asked,
        frozenset(call.parties),
        days,
        agenda_on=became.agenda_on,
        decided_on=became.decided_on,
        changed_on=became.changed_on,
    )


def _replied() -> dict[tuple[int, str], date]:
    rows = Reply.objects.filter(approved_at__isnull=False).values_list("theme_id", "party")
    return {(theme, party): at.date() for theme, party, at in rows.annotate(at=Min("approved_at")).order_by()}


def loop_figures(as_of: date, call: Call | None = None) -> dict[Party, Loop]:
    """The figures of both Parties on a day, of one call or of all."""
    facts = theme_facts(call)
    return {party: loop(facts, party, as_of) for party in Party}
