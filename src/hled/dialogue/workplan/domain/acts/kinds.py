"""The kinds of acts on the work plan, as data: what each asks for, and what it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from hled.kernel.bilingual import Bilingual


class Asks(StrEnum):
    """What the subject must be before the act."""

    NEW = "new"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Segment:
    """A text that an act has in both languages."""

    name: str
    label: Bilingual
    required: bool = True


@dataclass(frozen=True, slots=True)
class ActKind:
    """
    One kind of act.

    Parameters
    ----------
    type
        Subject and verb, as the act names them.
    kind
        Kind of the record that the subject belongs to.
    does
        What the act does, with a place for the subject: the title of its paper.
    segments
        The texts it has. With `free`, further ones may follow, and stand in the register alone.
    fields
        Fields of the record that it may set; one that is left out stays as it is, or is none where that can be.
    repeats
        Words of the subject that the text may repeat, so that it stands beside what is said of it.
    points
        Name of the field by which it points to another commitment, which is no field of the record.
    """

    type: str
    kind: str
    asks: Asks
    label: Bilingual
    does: Bilingual
    segments: tuple[Segment, ...]
    fields: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    points: str = ""
    free: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.segments)

    @property
    def asked_fields(self) -> tuple[str, ...]:
        """Every field the act may carry."""
        return (*self.fields, *([self.points] if self.points else []))


_TITLE = Segment("title", Bilingual("Title", "Título"))
_SUMMARY = Segment("summary", Bilingual("What is promised", "Lo que se promete"))
_DUE_NOTE = Segment(
    "due_note", Bilingual("Note on the due date", "Nota sobre el vencimiento"), required=False
)
_REASON = Segment("reason", Bilingual("Reason", "Razón"))
_RESULT = Segment("result", Bilingual("What was achieved", "Lo que se logró"))

_WORDS = ("title", "summary", "due_note")

_OF_COMMITMENT = (
    "objective",
    "initiative",
    "kind",
    "action_type",
    "sectors",
    "agencies_us",
    "agencies_mx",
    "partners",
    "due",
    "recurrence",
    "quantities",
    "children",
)

_ALL = (
    ActKind(
        "commitment.add",
        "commitments",
        Asks.NEW,
        Bilingual("Add a commitment", "Agregar un compromiso"),
        Bilingual("Act of both Parties: adds {subject}", "Acto de ambas Partes: agrega {subject}"),
        (_TITLE, _SUMMARY, _DUE_NOTE),
        ("pillar", *_OF_COMMITMENT, "stated_in"),
    ),
    ActKind(
        "commitment.amend",
        "commitments",
        Asks.OPEN,
        Bilingual("Amend a commitment", "Enmendar un compromiso"),
        Bilingual("Act of both Parties: amends {subject}", "Acto de ambas Partes: enmienda {subject}"),
        (_TITLE, _SUMMARY, _DUE_NOTE),
        _OF_COMMITMENT,
    ),
    ActKind(
        "commitment.merge",
        "commitments",
        Asks.OPEN,
        Bilingual("Merge a commitment into another", "Fusionar un compromiso con otro"),
        Bilingual("Act of both Parties: merges {subject}", "Acto de ambas Partes: fusiona {subject}"),
        (_REASON,),
        repeats=_WORDS,
        points="into",
    ),
    ActKind(
        "commitment.supersede",
        "commitments",
        Asks.OPEN,
        Bilingual("Supersede a commitment by another", "Sustituir un compromiso por otro"),
        Bilingual("Act of both Parties: supersedes {subject}", "Acto de ambas Partes: sustituye {subject}"),
        (_REASON,),
        repeats=_WORDS,
        points="by",
    ),
    ActKind(
        "commitment.withdraw",
        "commitments",
        Asks.OPEN,
        Bilingual("Withdraw a commitment", "Retirar un compromiso"),
        Bilingual("Act of both Parties: withdraws {subject}", "Acto de ambas Partes: retira {subject}"),
        (_REASON,),
        repeats=_WORDS,
    ),
    ActKind(
        "commitment.complete",
        "commitments",
        Asks.OPEN,
        Bilingual("Declare a commitment completed", "Declarar cumplido un compromiso"),
        Bilingual(
            "Act of both Parties: declares {subject} completed",
            "Acto de ambas Partes: declara cumplido {subject}",
        ),
        (_RESULT,),
        repeats=_WORDS,
    ),
    ActKind(
        "milestone.add",
        "milestones",
        Asks.NEW,
        Bilingual("Add a milestone", "Agregar un hito"),
        Bilingual(
            "Act of both Parties: adds milestone {subject}", "Acto de ambas Partes: agrega el hito {subject}"
        ),
        (_TITLE,),
        ("commitment", "due"),
    ),
    ActKind(
        "milestone.amend",
        "milestones",
        Asks.OPEN,
        Bilingual("Amend a milestone", "Enmendar un hito"),
        Bilingual(
            "Act of both Parties: amends milestone {subject}",
            "Acto de ambas Partes: enmienda el hito {subject}",
        ),
        (_TITLE,),
        ("due",),
    ),
    ActKind(
        "milestone.reach",
        "milestones",
        Asks.OPEN,
        Bilingual("Declare a milestone reached", "Declarar alcanzado un hito"),
        Bilingual(
            "Act of both Parties: declares milestone {subject} reached",
            "Acto de ambas Partes: declara alcanzado el hito {subject}",
        ),
        (_RESULT,),
        ("reached",),
        repeats=("title",),
    ),
    ActKind(
        "statement.agree",
        "documents",
        Asks.NEW,
        Bilingual("Agree a joint statement", "Acordar una declaración conjunta"),
        Bilingual("Joint statement {subject}", "Declaración conjunta {subject}"),
        (_TITLE,),
        free=True,
    ),
)

ACT_KINDS: Mapping[str, ActKind] = MappingProxyType({each.type: each for each in _ALL})
"""Every kind of act on the work plan, by its type."""
