"""What the alerts of the docket find: a reply that a Party owes and has not given."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hled.dialogue.meetings.domain.cadence import CROSS_CUTTING
from hled.dialogue.results.domain.alerts import Alert, AlertRule, Urgency
from hled.dialogue.results.domain.dates import the_day, whole_months
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

AL_21 = AlertRule(
    "AL-21",
    Urgency.HIGH,
    70,
    Bilingual(
        "A Party has not replied to a theme of the docket by the day on which its reply was due.",
        "Una Parte no ha respondido a un tema del buzón en la fecha en que debía hacerlo.",
    ),
    Bilingual(
        "No reply by {parties}; it was due by {due}. Submissions that wait for it: {count}.",
        "Sin respuesta de {parties}; debía darse a más tardar el {due}. Aportaciones que la esperan: {count}.",
    ),
    Bilingual(
        "Reply: taken up, taken up in part, noted or declined, with reasons.",
        "Responder: atendido, atendido en parte, se toma nota o no atendido, con motivos.",
    ),
)

_BOTH = Bilingual("the United States and Mexico", "Estados Unidos y México")


@dataclass(frozen=True, slots=True)
class Owed:
    """
    A theme to which Parties owe a reply.

    Parameters
    ----------
    by
        Those that have not replied by the day asked for.
    submissions
        How many wait for it.
    """

    code: str
    title: Bilingual
    pillar: str
    due_on: date
    by: frozenset[Party]
    submissions: int


def overdue(owed: Iterable[Owed], as_of: date) -> Iterator[Alert]:
    """AL-21 for each theme whose day has passed without the reply of every Party that owes one."""
    for each in owed:
        if each.by and each.due_on < as_of:
            yield Alert(
                rule=AL_21,
                subject=each.code,
                pillar=each.pillar or CROSS_CUTTING,
                since=each.due_on + timedelta(days=1),
                weight=AL_21.weight + min(whole_months(each.due_on, as_of), 60),
                values=_values(each),
                title=each.title,
                page=f"docket/themes/{each.code}/",
            )


def _values(owed: Owed) -> Mapping[str, object]:
    parties = _BOTH if len(owed.by) > 1 else next(iter(owed.by)).label
    return {"parties": parties, "due": the_day(owed.due_on), "count": owed.submissions}
