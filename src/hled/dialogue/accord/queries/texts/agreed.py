"""Joint texts in force, and what they said before, read from the register."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from hled.dialogue.accord.domain.acts import Act, Content
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.texts.difference import Difference, difference
from hled.dialogue.accord.domain.texts.forms import has_form
from hled.dialogue.accord.domain.texts.segments import JointText, read_back
from hled.dialogue.accord.models import AgreedItem, Entry
from hled.dialogue.accord.queries.register import envelope_of
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Version:
    """
    What a subject said from one act on.

    Parameters
    ----------
    sequence
        Entry of the register with the act and both signatures.
    at
        Moment from which it is in force: for a silence procedure, when its term was over.
    """

    act: Act
    content: Content
    sequence: int
    at: datetime

    @property
    def text(self) -> JointText:
        return read_back(self.content.english, self.content.spanish, self.content.fields)


def versions(subject: str, as_of: date | None = None) -> tuple[Version, ...]:
    """What a joint text has said by a day, the earliest first."""
    return tuple(_versions(as_of, subject))


def texts(as_of: date | None = None) -> tuple[tuple[Version, ...], ...]:
    """All joint texts that were in force on a day, each with its versions."""
    found: dict[str, list[Version]] = {}
    for each in _versions(as_of):
        found.setdefault(each.act.subject, []).append(each)
    return tuple(tuple(found[subject]) for subject in sorted(found))


def _versions(as_of: date | None, subject: str = "") -> Iterator[Version]:
    rows = Entry.objects.filter(kind=Kind.JOINT).order_by("sequence")
    ended = _ended()
    if subject:
        rows = rows.filter(subject=subject)
    found = []
    for row in rows:
        entry = envelope_of(row)
        at = entry.at if entry.act.condition is None else ended.get(row.act)
        counts = at is not None and (as_of is None or at.astimezone(UTC).date() <= as_of)
        if at is not None and counts and has_form(entry.act.kind):
            found.append(Version(entry.act, entry.content, row.sequence, at))
    yield from sorted(found, key=lambda each: (each.at, each.sequence))


def _ended() -> dict[str, datetime]:
    """Acts whose silent term ran out, and when."""
    rows = map(envelope_of, Entry.objects.filter(kind=Kind.TERM))
    return {str(each.content.fields["act"]): each.at for each in rows}


def one_text(subject: str, as_of: date | None = None) -> tuple[Version, ...]:
    """
    Raises
    ------
    NotFoundError
        PG-01, when no joint text was in force on the subject on that day.
    """
    found = versions(subject, as_of)
    if not found:
        raise not_found("text", subject)
    return found


def titles_of(subjects: Iterable[str]) -> Mapping[str, Bilingual]:
    """What the joint texts on some subjects, such as decisions, call themselves; those without a title are left out."""
    found = {}
    for row in AgreedItem.objects.filter(subject__in=set(subjects)):
        for each in read_back(row.english, row.spanish, row.fields).segments:
            if each.name == "title":
                found[row.subject] = Bilingual(each.english.text, each.spanish.text)
    return found


def version_by(found: tuple[Version, ...], digest: str) -> Version:
    """
    The version with a digest or the beginning of one; the last one where none is given.

    Raises
    ------
    NotFoundError
        PG-01, when none or more than one begins so.
    """
    fits = [each for each in found if each.act.digest.startswith(digest)] if digest else [found[-1]]
    if len(fits) != 1:
        raise not_found("act", digest)
    return fits[0]


def compared(
    found: tuple[Version, ...], earlier: str, later: str
) -> tuple[Version | None, Version, Difference]:
    """
    Two versions and what changed; without `earlier`, from the one before the later.

    Raises
    ------
    NotFoundError
        PG-01.
    """
    new = version_by(found, later)
    place = found.index(new)
    old = version_by(found, earlier) if earlier else found[place - 1] if place else None
    return old, new, difference(old.text if old else JointText(), new.text)
