"""What became of a submission, for the holder of its private link: step by step, and what can still be done with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hled.dialogue.docket.domain.filing import Standing, is_open
from hled.dialogue.docket.domain.moderating import NEXT, Reason
from hled.dialogue.docket.domain.replying import Reply as Answered
from hled.dialogue.docket.models import (
    Attachment,
    FormerText,
    Moderation,
    Reply,
    Submission,
    Submitter,
    Theme,
)
from hled.dialogue.docket.queries.chain import Chain, chain_of
from hled.dialogue.docket.queries.public import shown
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party


@dataclass(frozen=True, slots=True)
class Step:
    """
    Something that happened, or is owed.

    Parameters
    ----------
    on
        The day; None where it is still awaited.
    party
        Which Party did it or owes it; empty for none.
    says
        In its own words, such as the reasons of a reply; empty where the title says all.
    route, id
        The page that tells more; empty for none.
    """

    on: date | None
    title: Bilingual
    party: str = ""
    says: Bilingual | None = None
    route: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Followed:
    """
    A submission as its sender sees it.

    Parameters
    ----------
    others
        How many others sent the same words or nearly the same.
    person
        The row of personal data, whose words no page repeats; None where nothing was left.
    may
        Names of the acts that are open: correct, withdraw, disown, appeal, forget.
    """

    row: Submission
    answers: tuple[tuple[int, Bilingual, str], ...]
    files: tuple[Attachment, ...]
    former: tuple[FormerText, ...]
    steps: tuple[Step, ...]
    group: str
    others: int
    person: Submitter | None
    may: frozenset[str]


def followed(row: Submission, today: date) -> Followed:
    """Everything that the receipt shows, in a fixed number of queries."""
    moderations = list(row.moderations.all())
    person = Submitter.objects.filter(submission=row).first()
    theme = _theme(row)
    group, others = _group(row)
    questions = {each.place: each for each in row.call.questions.all()}
    said = dict(row.answers.values_list("question__place", "text"))
    steps = [*_own_steps(row), *_moderated(moderations), *(_of_theme(theme, row) if theme else _awaited(row))]
    return Followed(
        row=row,
        answers=tuple(
            (place, Bilingual(each.asks_en, each.asks_es), said.get(place, ""))
            for place, each in questions.items()
        ),
        files=tuple(row.attachments.all()),
        former=tuple(row.former_texts.all()),
        steps=tuple(sorted(steps, key=lambda each: each.on or date.max)),
        group=group,
        others=others,
        person=person,
        may=frozenset(_may(row, person, moderations[-1].act if moderations else "", today)),
    )


def _theme(row: Submission) -> Theme | None:
    """Where its words stand; of a merged theme the one it went into."""
    placement = getattr(row.wording, "placement", None) if row.wording else None
    theme: Theme | None = placement.theme if placement else None
    while theme is not None and theme.merged_into is not None:
        theme = theme.merged_into
    return theme


def _group(row: Submission) -> tuple[str, int]:
    if row.wording is None or row.wording.root_id is None:
        return "", 0
    others = shown().filter(wording__root_id=row.wording.root_id).exclude(pk=row.pk).count()
    return row.wording.code, others


def _may(row: Submission, person: Submitter | None, last: str, today: date) -> Iterator[str]:
    if row.standing == Standing.RECEIVED:
        yield from ("withdraw", "disown")
        if is_open(row.call.opens_on, row.call.closes_on, today):
            yield "correct"
        if person is not None and person.erased_at is None:
            yield "forget"
        if "appealed" in NEXT[last]:
            yield "appeal"


def _own_steps(row: Submission) -> Iterator[Step]:
    yield Step(row.filed_at.date(), Bilingual("Received", "Recibida"), party=row.intake)
    if row.corrected_at:
        yield Step(row.corrected_at.date(), Bilingual("Corrected by you", "Corregida por usted"))
    if row.standing_at:
        yield Step(row.standing_at.date(), Standing(row.standing).label)


_MODERATED = {
    "rejected": Bilingual("Kept out of sight by moderation", "Retirada de la vista por la moderación"),
    "appealed": Bilingual("You appealed", "Usted apeló"),
    "restored": Bilingual(
        "Restored: everybody may read it again", "Restituida: cualquiera puede leerla de nuevo"
    ),
    "upheld": Bilingual("The rejection was upheld by another person", "Otra persona confirmó el rechazo"),
}


def _moderated(acts: list[Moderation]) -> Iterator[Step]:
    for each in acts:
        label, note = Reason(each.reason).label, Bilingual(each.note_en, each.note_es)
        says = (
            Bilingual(f"{label.en}. {note.en}", f"{label.es}. {note.es}") if each.act == "rejected" else note
        )
        yield Step(each.at.date(), _MODERATED[each.act], says=says)


def _awaited(row: Submission) -> Iterator[Step]:
    if row.standing == Standing.RECEIVED and not row.rejected_for:
        title = Bilingual("Waits to be sorted into a theme", "Espera ser ordenada en un tema")
        yield Step(None, title)


def _of_theme(theme: Theme, row: Submission) -> Iterator[Step]:
    """The theme, what each Party that owes a reply said, and what came of it."""
    named = Bilingual(f"Stands in the theme “{theme.title_en}”", f"Está en el tema «{theme.title_es}»")
    yield Step(max(theme.begun_at.date(), row.filed_at.date()), named, route="docket-theme", id=theme.code)
    replies = {
        each.party: each
        for each in Reply.objects.filter(theme=theme, approved_at__isnull=False).order_by("approved_at")
    }
    for party in row.call.parties:
        yield _reply(replies.get(party), party, theme)
    yield from _came_of(chain_of(theme))


def _came_of(chain: Chain) -> Iterator[Step]:
    """Agenda, decisions and changes, as far as the public may see them."""
    if chain.agenda_on is not None:
        title = Bilingual("Brought before the next meeting", "Llevada a la próxima reunión")
        yield Step(chain.agenda_on, title, route="agenda")
    for decision in chain.decisions:
        yield Step(
            decision.agreed_at.date(),
            Bilingual("Decided by both Parties", "Decidido por ambas Partes"),
            says=Bilingual(decision.title_en, decision.title_es),
            route="planned-meeting",
            id=decision.meeting.code,
        )
    for change in chain.changes:
        name = change.subject.rpartition("/")[2]
        title = Bilingual(f"{name} was changed under it", f"Con base en ello cambió {name}")
        yield Step(change.at.date(), title)


def _reply(found: Reply | None, party: Party, theme: Theme) -> Step:
    if found is None or found.approved_at is None:
        return Step(None, Bilingual("Reply due", "Respuesta pendiente"), party=party, says=_due(theme))
    label = Answered(found.answer).label
    return Step(
        found.approved_at.date(),
        Bilingual(f"Reply: {label.en}", f"Respuesta: {label.es}"),
        party=party,
        says=Bilingual(found.reasons_en, found.reasons_es),
        **_leads_to(found),
    )


def _due(theme: Theme) -> Bilingual | None:
    day = theme.reply_due_on
    return Bilingual(f"By {day.isoformat()}", f"A más tardar el {day.isoformat()}") if day else None


def _leads_to(found: Reply) -> dict[str, str]:
    match found.link:
        case "commitment":
            return {"route": "commitment", "id": found.link_id}
        case "agenda":
            return {"route": "agenda"}
        case _:
            return {}


def standing_of(row: Submission) -> Bilingual:
    """Where it stands, in a word."""
    if row.standing == Standing.RECEIVED and row.rejected_for:
        return _MODERATED["rejected"]
    return Standing(row.standing).label
