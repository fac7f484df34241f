"""Tell those who spoke what became of it: a decision on their theme, a commitment that it changed."""

from datetime import datetime

from hled.dialogue.accord.subjects import Agreed
from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.docket.domain.telling import Step
from hled.dialogue.docket.models import Notice, Theme
from hled.dialogue.docket.queries.chain import CHANGES, chains
from hled.dialogue.docket.services.telling import tell
from hled.dialogue.meetings.models import AgendaPoint

HEARD = ("decision", *CHANGES)


def agreed_act(agreed: Agreed) -> None:
    """Called with every act of both Parties, after meetings have kept under which decision it came."""
    if agreed.act.kind in HEARD:
        tell_what_became(at=agreed.at)


def tell_what_became(*, at: datetime) -> int:
    """
    Lay notices of decisions and changes that the public can read and nobody was told of; how many.

    Worked out from the store, so that what a fault kept from being told is told by the next attempt.
    """
    origins = AgendaPoint.objects.filter(origin__startswith="DT-", dropped_at__isnull=True)
    if not origins.exists():
        return 0
    themes = {each.code: each for each in Theme.objects.filter(merged_into__isnull=True)}
    laid = 0
    for code, chain in chains(list(themes)).items():
        happened = [(Step.DECIDED, each.pk) for each in chain.decisions]
        happened += [(Step.CHANGED, each.pk) for each in chain.changes]
        for step, number in happened:
            about = f"{code} {number}"
            if not Notice.objects.filter(kind=step, about=about).exists():
                laid += tell(theme=themes[code], kind=step, about=about, at=at)
    if laid:
        bump_revision()
    return laid
