"""Who said it, what they say in their own words, and who says otherwise."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hled.dialogue.docket.domain.themes.lexicon import concepts_in
from hled.dialogue.docket.domain.words import compared_form
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Voice:
    """
    What the public sees of a submission of a theme.

    Parameters
    ----------
    senders
        How many said these words, where the first of them stands for all.
    """

    code: str
    text: str
    kind: str
    size: str
    place: str
    group: str
    senders: int = 1
    language: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many submissions say it, how many letters they are, and by whom; each of the counts adds up to `submissions`."""

    submissions: int
    groups: int
    kinds: tuple[tuple[str, int], ...]
    sizes: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]


def tally(voices: Sequence[Voice]) -> Tally:
    """The balance of a theme: every submission counts once, whether it is one of a campaign or alone."""
    return Tally(
        len(voices),
        len({each.group for each in voices}),
        *(_counted(getattr(each, name) for each in voices) for name in ("kind", "size", "place")),
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda each: (-each[1], each[0])))


class Stance(StrEnum):
    """What the words of a submission lean to, by the rule of `stance`; never the opinion of an officer."""

    FOR = "for"
    AGAINST = "against"
    UNSAID = "unsaid"

    @property
    def label(self) -> Bilingual:
        return _STANCES[self]


_STANCES = {
    Stance.FOR: Bilingual("In favor, by their words", "A favor, por sus palabras"),
    Stance.AGAINST: Bilingual("Against, by their words", "En contra, por sus palabras"),
    Stance.UNSAID: Bilingual("Not said", "No se indica"),
}

_FOR = re.compile(
    r"\b(support(s|ed|ing)?|in favor|favou?rs?|welcome[sd]?|endorse[sd]?|agree[sd]?|urge[sd]?"
    r"|apoy\w+|a favor|respald\w+|celebr\w+|de acuerdo|acierto)\b"
)
_AGAINST = re.compile(
    r"\b(oppos\w+|against|reject\w*|disagree\w*|object(s|ed)? to|do not support|not agree"
    r"|se opone\w*|nos oponemos|me opongo|en contra|rechaz\w+|en desacuerdo|no apoy\w+|no de acuerdo)\b"
)


def stance(text: str) -> Stance:
    """By words of support and of opposition, whichever are more; equal numbers say nothing."""
    words = compared_form(text).decode()
    against = len(_AGAINST.findall(words))
    support = len(_FOR.findall(_AGAINST.sub(" ", words)))
    if support == against:
        return Stance.UNSAID
    return Stance.FOR if support > against else Stance.AGAINST


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of a submission, with who speaks and where it leans."""

    code: str
    sentence: str
    kind: str
    place: str
    stance: Stance
    senders: int
    language: str = ""


FEWEST_WORDS, MOST_WORDS = 6, 60
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")


def quotations(voices: Sequence[Voice], terms: Iterable[str], *, each: int = 2) -> tuple[Quotation, ...]:
    """
    Sentences that stand for a theme, chosen by rule.

    Of each stance up to `each` sentences of different letters and, as far as there are, of different kinds of speakers; those that
    say most of the theme's terms first, then those of letters sent by most, then by the number of the submission. The stance of most
    submissions stands first, the others beside it: nobody is left out because few agree.
    """
    wanted = {word for term in terms for word in concepts_in(term)}
    senders: Counter[str] = Counter()
    said: Counter[Stance] = Counter()
    by_stance: dict[Stance, list[Voice]] = {}
    for voice in voices:
        lean = stance(voice.text)
        senders[voice.group] += voice.senders
        said[lean] += voice.senders
        by_stance.setdefault(lean, []).append(voice)
    chosen: list[Quotation] = []
    for lean in sorted(by_stance, key=lambda one: (-said[one], one)):
        chosen += _of_one_stance(by_stance[lean], wanted, senders, lean, each)
    return tuple(chosen)


def _of_one_stance(
    voices: Sequence[Voice], wanted: set[str], senders: Counter[str], lean: Stance, most: int
) -> list[Quotation]:
    first_of: dict[str, Voice] = {}
    for voice in sorted(voices, key=lambda one: one.code):
        first_of.setdefault(voice.group, voice)
    scored = sorted(
        (
            (-score, -senders[voice.group], voice.code, sentence, voice)
            for voice in first_of.values()
            for score, sentence in [_best_sentence(voice.text, wanted)]
            if sentence
        ),
        key=lambda one: one[:3],
    )
    chosen: list[Quotation] = []
    for must_differ in (True, False):
        for _, _, code, sentence, voice in scored:
            taken = {quote.code for quote in chosen}
            kinds = {quote.kind for quote in chosen}
            if len(chosen) < most and code not in taken and not (must_differ and voice.kind in kinds):
                chosen.append(
                    Quotation(
                        code, sentence, voice.kind, voice.place, lean, senders[voice.group], voice.language
                    )
                )
    return chosen


def _best_sentence(text: str, wanted: set[str]) -> tuple[int, str]:
    """The sentence with most of the wanted terms, the first of equals; empty where none has a fit length."""
    sentences = [one.group().strip() for one in _SENTENCE.finditer(text)]
    fit = [one for one in sentences if FEWEST_WORDS <= len(one.split()) <= MOST_WORDS]
    if not fit:
        return 0, ""
    best = max(fit, key=lambda one: len(wanted & set(concepts_in(one))))
    return len(wanted & set(concepts_in(best))), best
