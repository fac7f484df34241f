"""Replies that are overdue on a day, as alerts."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Count, Q

from hled.dialogue.docket.domain.alerts import Owed, overdue
from hled.dialogue.docket.domain.filing import Standing
from hled.dialogue.docket.models import Reply, Theme
from hled.dialogue.results.domain.alerts import Alert
from hled.kernel.bilingual import Bilingual

_SHOWN = Q(
    placements__wording__submissions__standing=Standing.RECEIVED,
    placements__wording__submissions__rejected_for="",
)


def owing(as_of: date, recorded_by: datetime | None = None) -> list[Owed]:
    """Every theme with submissions and a day for its reply, with the Parties that had not replied by a day; in two queries."""
    themes = Theme.objects.filter(
        merged_into__isnull=True, reply_due_on__isnull=False, begun_at__date__lte=as_of
    )
    replies = Reply.objects.filter(approved_at__date__lte=as_of)
    if recorded_by is not None:
        themes, replies = (
            themes.filter(begun_at__lte=recorded_by),
            replies.filter(approved_at__lte=recorded_by),
        )
    replied = set(replies.values_list("theme_id", "party"))
    counted = themes.select_related("call").annotate(
        spoke=Count("placements__wording__submissions", filter=_SHOWN)
    )
    return [
        Owed(
            each.code,
            Bilingual(each.title_en, each.title_es),
            each.pillar,
            each.reply_due_on,
            frozenset(party for party in each.call.parties if (each.pk, str(party)) not in replied),
            each.spoke,
        )
        for each in counted.order_by("id")
        if each.spoke and each.reply_due_on is not None
    ]


def alerts(as_of: date, recorded_by: datetime | None = None) -> Iterator[Alert]:
    return overdue(owing(as_of, recorded_by), as_of)
