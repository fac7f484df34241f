"""Notices to those who spoke, as whoever runs this installation may list them: by submission, never by address."""

from hled.dialogue.delegations.queries.notices import Kept, Told
from hled.dialogue.docket.domain.telling import Step
from hled.dialogue.docket.models import Notice


def notices_to_submitters(most: int) -> Kept:
    rows = Notice.objects.select_related("submission").order_by("-id")[:most]
    last = tuple(
        Told(
            each.submission.code,
            Step(each.kind).subject.format(code=each.submission.code).in_language(each.submission.language),
            each.at,
            each.sent_at,
            each.failure,
        )
        for each in rows
    )
    return Kept(last, Notice.objects.count(), Notice.objects.filter(sent_at__isnull=True).count())
