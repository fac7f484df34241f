"""The acts that made a commitment say what it says, with who signed them and where they stand in the register."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from hled.dialogue.accord.domain.entries import Envelope
from hled.dialogue.accord.domain.texts.forms import has_form
from hled.dialogue.accord.models import Credential, Entry
from hled.dialogue.accord.queries.register import envelope_of
from hled.dialogue.accord.queries.texts.agreed import titles_of
from hled.dialogue.chronicle.queries import acts_on
from hled.dialogue.results.models import Position
from hled.dialogue.workplan.domain.acts import ACT_KINDS
from hled.dialogue.workplan.models import Milestone
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual

_OTHER_TYPES = {
    "assessment.record": Bilingual("Own assessment of a Party", "Evaluación propia de una Parte"),
    "assessment.end": Bilingual("Own assessment taken back", "Evaluación propia retirada"),
    "difference.agree": Bilingual("Agreed to differ", "Desacuerdo convenido"),
    "difference.end": Bilingual("Difference settled", "Desacuerdo resuelto"),
}


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, for which Party, and when; as enrolled in the register."""

    name: str
    party: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ActLine:
    """
    An act in force on a commitment.

    Parameters
    ----------
    sequence
        Its entry in the register; None where this store has the act without its register.
    on
        Day from which it counts.
    """

    type: str
    label: Bilingual
    subject: str
    digest: str
    on: date
    sequence: int | None
    signers: tuple[Signer, ...]
    occasion: str | None
    decided: Bilingual | None = None

    @property
    def is_text(self) -> bool:
        """Whether its words have a page among the joint texts."""
        return self.sequence is not None and has_form(self.subject_kind)

    @property
    def subject_kind(self) -> str:
        return self.type.partition(".")[0]

    def as_json(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "label_en": self.label.en,
            "label_es": self.label.es,
            "subject": self.subject,
            "digest": self.digest,
            "on": self.on.isoformat(),
            "sequence": self.sequence,
            "signers": [
                {"name": each.name, "party": each.party, "at": each.at.isoformat()} for each in self.signers
            ],
            "occasion": self.occasion,
        }


def acts_about(commitment: str, asked: Asked) -> tuple[ActLine, ...]:
    """Acts on a commitment, its milestones and what the Parties hold of it, in view on the day; oldest first."""
    found = _digests(commitment, asked)
    rows = {each.act: each for each in Entry.objects.filter(act__in=found)}
    entries = {digest: (row.sequence, envelope_of(row)) for digest, row in rows.items()}
    signed = {each.credential for _, envelope in entries.values() for each in envelope.signatures}
    names = {
        id: (name, party)
        for id, name, party in Credential.objects.filter(id__in=signed).values_list("id", "name", "party")
    }
    lines = [_line(digest, on, entries.get(digest), said, names) for digest, (on, said) in found.items()]
    titles = titles_of(each.occasion for each in lines if each.occasion)
    lines = [replace(each, decided=titles.get(each.occasion or "")) for each in lines]
    return tuple(sorted(lines, key=lambda each: (each.on, each.sequence or 0)))


def decision_of(act: str) -> str | None:
    """The decision that an act in the register names."""
    return decisions_of([act]).get(act)


def decisions_of(acts: Iterable[str]) -> dict[str, str]:
    """Digest of an act -> the decision that it names, for those that name one."""
    entries = map(envelope_of, Entry.objects.filter(act__in=[each for each in acts if each]))
    return {each.act.digest: each.act.occasion for each in entries if each.act.occasion}


def _digests(commitment: str, asked: Asked) -> dict[str, tuple[date, str]]:
    """Digest of each act -> the day from which it counts, and what the store says of it: type and subject."""
    milestones = Milestone.objects.filter(commitment=commitment).values_list("id", flat=True)
    changes = [*acts_on("commitments", commitment)]
    for milestone in milestones:
        changes += acts_on("milestones", milestone)
    known = asked.recorded_by
    found = {
        each.digest: (each.effective, each.source)
        for each in sorted(changes, key=lambda entry: entry.id)
        if each.effective and each.effective <= asked.as_of and (known is None or each.at <= known)
    }
    held = Position.objects.filter(Q() if known is None else Q(entered_at__lte=known))
    for each in held.filter(commitment=commitment, on__lte=asked.as_of):
        kind = "assessment.record" if each.party else "difference.agree"
        found[each.act] = (each.on, f"{kind} {each.subject}")
    return found


def _line(
    digest: str,
    on: date,
    entry: tuple[int, Envelope] | None,
    said: str,
    names: dict[str, tuple[str, str]],
) -> ActLine:
    type, _, subject = said.partition(" ")
    kind = ACT_KINDS.get(type)
    label = kind.label if kind else _OTHER_TYPES.get(type, Bilingual(type, type))
    signatures = entry[1].signatures if entry else ()
    return ActLine(
        type=type,
        label=label,
        subject=subject,
        digest=digest,
        on=on,
        sequence=entry[0] if entry else None,
        signers=tuple(
            Signer(*names.get(each.credential, (each.credential[:12], "")), each.at) for each in signatures
        ),
        occasion=entry[1].act.occasion if entry else None,
    )
