"""Lay notices for those who spoke and left an address, once for each happening."""

from datetime import datetime

from django.db.models import QuerySet

from hled.dialogue.delegations.services.notices import after_commit
from hled.dialogue.docket.domain.telling import Step
from hled.dialogue.docket.models import Notice, Submission, Submitter, Theme
from hled.dialogue.docket.queries.public import shown

ROWS = 2_000


def tell(*, theme: Theme, kind: str, about: str, at: datetime) -> int:
    """Lay a notice for each submission of a theme whose sender left an address, once for each happening; how many."""
    return _laid(shown().filter(wording__placement__theme=theme), kind, about, at)


def tell_one(*, submission: Submission, kind: Step, about: str, at: datetime, link: str = "") -> int:
    """
    Lay a notice for one submission.

    Parameters
    ----------
    link
        The private link, which stands in the notice until it is sent, and nowhere after.
    """
    return _laid(Submission.objects.filter(pk=submission.pk), kind, about, at, link)


def _laid(told: QuerySet[Submission], kind: str, about: str, at: datetime, link: str = "") -> int:
    reached = told.filter(submitter__erased_at__isnull=True).exclude(submitter__email="")
    reached = reached.filter(submitter__isnull=False)
    count = 0
    batch: list[Notice] = []
    for each in reached.values_list("pk", flat=True).order_by("pk").iterator(chunk_size=ROWS):
        batch.append(Notice(submission_id=each, kind=kind, about=about, at=at, link=link))
        if len(batch) == ROWS:
            count += _kept(batch)
            batch = []
    count += _kept(batch)
    if count:
        after_commit(_nothing_for_officers)
    return count


def _kept(batch: list[Notice]) -> int:
    if batch:
        Notice.objects.bulk_create(batch, ignore_conflicts=True)
    return len(batch)


def forget_links(*, submission: Submission) -> None:
    """Notices that were not sent lose the private link, and are sent to nobody once the address is erased."""
    Notice.objects.filter(submission=submission).exclude(link="").update(link="")


def has_address(submission: Submission) -> bool:
    rows = Submitter.objects.filter(submission=submission, erased_at__isnull=True)
    return rows.exclude(email="").exists()


def _nothing_for_officers(_: datetime) -> tuple[()]:
    return ()
