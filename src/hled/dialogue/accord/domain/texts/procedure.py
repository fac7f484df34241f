"""How a proposal goes from one Party's draft to force, as a table; and whose turn it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from hled.dialogue.accord.domain.texts import rules
from hled.dialogue.accord.domain.texts.segments import JointText
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, Rule, require


class State(StrEnum):
    """
    Where a proposal stands.

    Open: both language officers certified these exact words and they may be signed. Running: both signed words that
    take effect at the end of a silent term.
    """

    DRAFT = "draft"
    TABLED = "tabled"
    OPEN = "open"
    RUNNING = "running"
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"
    OBJECTED = "objected"

    @property
    def label(self) -> Bilingual:
        return _LABELS[self]

    @property
    def is_live(self) -> bool:
        return self in _LIVE


_LABELS = {
    State.DRAFT: Bilingual("Draft", "Borrador"),
    State.TABLED: Bilingual("Tabled", "Presentada"),
    State.OPEN: Bilingual("Open for signature", "Abierta a firma"),
    State.RUNNING: Bilingual("Silence running", "Silencio en curso"),
    State.IN_FORCE: Bilingual("In force", "Vigente"),
    State.WITHDRAWN: Bilingual("Withdrawn", "Retirada"),
    State.OVERTAKEN: Bilingual("Overtaken", "Rebasada"),
    State.OBJECTED: Bilingual("Objected to", "Objetada"),
}

_LIVE = frozenset({State.DRAFT, State.TABLED, State.OPEN, State.RUNNING})


class Step(StrEnum):
    """What may happen to a proposal."""

    WRITE = "write"
    TABLE = "table"
    HAND_OVER = "hand_over"
    CERTIFY = "certify"
    OPEN = "open"
    SIGN = "sign"
    RUN = "run"
    ENTER = "enter"
    OBJECT = "object"
    WITHDRAW = "withdraw"
    OVERTAKE = "overtake"

    @property
    def label(self) -> Bilingual:
        return _STEPS[self]


_STEPS = {
    Step.WRITE: Bilingual("Words edited", "Palabras modificadas"),
    Step.TABLE: Bilingual("Tabled", "Presentada"),
    Step.HAND_OVER: Bilingual("Turn passed", "Turno pasado"),
    Step.CERTIFY: Bilingual("Certified", "Certificada"),
    Step.OPEN: Bilingual("Opened for signature", "Abierta a firma"),
    Step.SIGN: Bilingual("Signed", "Firmada"),
    Step.RUN: Bilingual("Silent term begun", "Plazo de silencio iniciado"),
    Step.ENTER: Bilingual("Entered into force", "Entrada en vigor"),
    Step.OBJECT: Bilingual("Objected to", "Objetada"),
    Step.WITHDRAW: Bilingual("Withdrawn", "Retirada"),
    Step.OVERTAKE: Bilingual("Overtaken by another act", "Rebasada por otro acto"),
}


class Who(StrEnum):
    """Whose officers may take a step; a consequence follows by itself from what they did."""

    OWN = "own"
    EITHER = "either"
    CONSEQUENCE = "consequence"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: from a state, by a step, to a state."""

    start: State
    step: Step
    end: State
    who: Who


TABLE = (
    Row(State.DRAFT, Step.WRITE, State.DRAFT, Who.OWN),
    Row(State.DRAFT, Step.TABLE, State.TABLED, Who.OWN),
    Row(State.DRAFT, Step.WITHDRAW, State.WITHDRAWN, Who.OWN),
    Row(State.DRAFT, Step.OVERTAKE, State.OVERTAKEN, Who.CONSEQUENCE),
    Row(State.TABLED, Step.WRITE, State.TABLED, Who.EITHER),
    Row(State.TABLED, Step.HAND_OVER, State.TABLED, Who.EITHER),
    Row(State.TABLED, Step.CERTIFY, State.TABLED, Who.EITHER),
    Row(State.TABLED, Step.OPEN, State.OPEN, Who.CONSEQUENCE),
    Row(State.TABLED, Step.WITHDRAW, State.WITHDRAWN, Who.OWN),
    Row(State.TABLED, Step.OVERTAKE, State.OVERTAKEN, Who.CONSEQUENCE),
    Row(State.OPEN, Step.WRITE, State.TABLED, Who.EITHER),
    Row(State.OPEN, Step.HAND_OVER, State.OPEN, Who.EITHER),
    Row(State.OPEN, Step.SIGN, State.OPEN, Who.EITHER),
    Row(State.OPEN, Step.RUN, State.RUNNING, Who.CONSEQUENCE),
    Row(State.OPEN, Step.ENTER, State.IN_FORCE, Who.CONSEQUENCE),
    Row(State.OPEN, Step.WITHDRAW, State.WITHDRAWN, Who.OWN),
    Row(State.OPEN, Step.OVERTAKE, State.OVERTAKEN, Who.CONSEQUENCE),
    Row(State.RUNNING, Step.OBJECT, State.OBJECTED, Who.EITHER),
    Row(State.RUNNING, Step.ENTER, State.IN_FORCE, Who.CONSEQUENCE),
    Row(State.RUNNING, Step.OVERTAKE, State.OVERTAKEN, Who.CONSEQUENCE),
)
"""All that may happen; what is not listed is refused."""

_ROWS = {(each.start, each.step): each for each in TABLE}


def next_state(state: State, step: Step, *, by: Party | None, owner: Party) -> State:
    """
    The state after a step.

    Parameters
    ----------
    by
        Party whose officer takes the step; None for a consequence.
    owner
        Party that drafted the proposal.

    Raises
    ------
    BrokenRuleError
        AC-64 when the state does not allow the step, AC-65 when it is the other Party's to take.
    """
    row = _ROWS.get((state, step))
    if row is None or (by is None) != (row.who is Who.CONSEQUENCE):
        raise BrokenRuleError([Finding(rules.AC_64, "proposal", Bilingual(*[f"{state} → {step}"] * 2))])
    require(rules.AC_65, row.who is not Who.OWN or by is owner, place="proposal", found=owner)
    return row.end


@dataclass(frozen=True, slots=True)
class Certified:
    """A language officer of a Party said that both languages of these exact words conform."""

    party: Party
    person: str
    digest: str


@dataclass(frozen=True, slots=True)
class Standing:
    """
    What the guards look at.

    Parameters
    ----------
    digest
        Of the act that the words would make now.
    authors
        Everyone who wrote in the proposal.
    on_last_act
        Whether the subject still stands on the act that the proposal amends.
    """

    text: JointText
    digest: str
    authors: frozenset[str]
    certified: tuple[Certified, ...]
    on_last_act: bool

    def certified_by(self, party: Party) -> bool:
        return any(each.party is party and each.digest == self.digest for each in self.certified)


def findings_before_opening(standing: Standing) -> Iterator[Finding]:
    """What keeps words from being certified or signed, besides certification itself."""
    text = standing.text
    if not text.is_complete:
        missing = [each.id for each in text.segments if not each.is_complete]
        yield Finding(rules.AC_66, "text", ", ".join(missing[:5]))
    if text.stale:
        yield Finding(rules.AC_67, "text", ", ".join(f"{id} {language}" for id, language in text.stale[:5]))
    if not text.is_clean:
        yield Finding(rules.AC_68, "text", ", ".join(each.words for each in text.brackets[:5])[:60])
    if not standing.on_last_act:
        yield Finding(rules.AC_71, "proposal")


def refuse_certifying(standing: Standing, *, digest: str, party: Party, person: str) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-66 to AC-69, AC-71, AC-72, AC-76, all that apply.
    """
    findings = list(findings_before_opening(standing))
    findings += _named(standing, digest)
    checks: tuple[tuple[Rule, bool], ...] = (
        (rules.AC_69, person not in standing.authors),
        (rules.AC_76, not standing.certified_by(party)),
    )
    findings += [Finding(rule, "certification", person) for rule, holds in checks if not holds]
    if findings:
        raise BrokenRuleError(findings)


def refuse_signing(standing: Standing, *, digest: str) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-66 to AC-68 and AC-70 to AC-72, all that apply.
    """
    findings = [*findings_before_opening(standing), *_named(standing, digest)]
    findings += [Finding(rules.AC_70, "proposal", each) for each in Party if not standing.certified_by(each)]
    if findings:
        raise BrokenRuleError(findings)


def may_open(standing: Standing) -> bool:
    """Whether both Parties certified the words that stand, and nothing else keeps them from signature."""
    return all(standing.certified_by(each) for each in Party) and not any(findings_before_opening(standing))


def _named(standing: Standing, digest: str) -> list[Finding]:
    return [] if digest == standing.digest else [Finding(rules.AC_72, "digest", digest[:64])]


def refuse_late_objection(until: datetime, at: datetime) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-74, when the term is over.
    """
    require(rules.AC_74, at < until, place="objection", found=until.isoformat())


def refuse_late_signature(silent_from: date | None, today: date) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-79, when a silent term would be shorter than the words say.
    """
    if silent_from is not None:
        require(rules.AC_79, today <= silent_from, place="silent_from", found=silent_from.isoformat())


@dataclass(frozen=True, slots=True)
class Turn:
    """Which Parties are awaited, and since when; nobody is when a term runs or all is done."""

    awaited: frozenset[Party]
    since: datetime

    def age(self, at: datetime) -> int:
        """Whole days that they have been awaited."""
        return (at - self.since).days


def after(turn: Turn, step: Step, *, by: Party | None, at: datetime, done: Iterable[Party] = ()) -> Turn:
    """
    The turn after a step of a Party.

    Writing keeps the turn with whoever has it, so that several edits can be made before it is passed; reopening
    words that were open for signature gives it to the writer. Its age goes on while the same Parties are awaited.

    Parameters
    ----------
    by
        Party that takes the step; None for a consequence.
    done
        Parties that have certified, or signed, the words that stand.
    """
    left = frozenset(Party) - frozenset(done)
    match step:
        case Step.TABLE | Step.HAND_OVER if by is not None:
            awaited = frozenset({by.other})
        case Step.CERTIFY | Step.SIGN:
            awaited = left
        case Step.OPEN:
            awaited = frozenset(Party)
        case Step.WRITE if by is not None:
            awaited = turn.awaited if len(turn.awaited) == 1 else frozenset({by})
        case _:
            awaited = frozenset()
    return turn if awaited == turn.awaited else replace(turn, awaited=awaited, since=at)


def refuse_passing(turn: Turn, by: Party) -> None:
    """
    Raises
    ------
    BrokenRuleError
        AC-78, when the Party has no turn to pass.
    """
    require(rules.AC_78, by in turn.awaited, place="turn", found=by)
