"""Candidates that repeat a commitment already known: proposed as restatements, decided by a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process, utils

from hled.dialogue.workplan.domain.statement.reading import Candidate
from hled.kernel.bilingual import Language

ENOUGH = 65.0
"""Least score, of 100, at which a restatement is proposed; set on statements of 2021 and 2022 against the record, where all above it were right."""

FEWEST_SHARED_WORDS = 3
_SHORT = 4
_STEM = 5


@dataclass(frozen=True, slots=True)
class KnownCommitment:
    """A commitment of the store, as far as matching needs it."""

    id: str
    title_en: str
    title_es: str
    summary_en: str = ""
    summary_es: str = ""

    def wordings(self, language: Language) -> tuple[str, ...]:
        texts = (
            (self.title_en, self.summary_en) if language is Language.EN else (self.title_es, self.summary_es)
        )
        return tuple(text for text in texts if text.strip())


@dataclass(frozen=True, slots=True)
class Restatement:
    """A known commitment that a candidate may repeat; ``score`` from 0 to 100."""

    candidate: Candidate
    known_id: str
    score: float

    def as_json(self) -> dict[str, Any]:
        return {
            "start": self.candidate.start,
            "end": self.candidate.end,
            "known_id": self.known_id,
            "score": f"{self.score:.1f}",
        }


def match_restatements(
    candidates: Sequence[Candidate], existing: Sequence[KnownCommitment], *, enough: float = ENOUGH
) -> tuple[Restatement, ...]:
    """
    Best known commitment for each candidate that has one, in the order of the candidates.

    Words are compared as sets, in the candidate's language, so that order and length weigh little; a match needs
    three longer words in common, so that short general titles do not attract everything.
    """
    index = {language: _choices(existing, language) for language in Language}
    found = (_best(candidate, index[candidate.language], enough) for candidate in candidates)
    return tuple(each for each in found if each is not None)


def _choices(existing: Sequence[KnownCommitment], language: Language) -> list[tuple[str, str]]:
    return [
        (known.id, utils.default_process(text)) for known in existing for text in known.wordings(language)
    ]


def _best(candidate: Candidate, choices: list[tuple[str, str]], enough: float) -> Restatement | None:
    query = utils.default_process(candidate.what or candidate.text)
    ranked = process.extract(
        query, [text for _, text in choices], scorer=_similarity, processor=None, limit=5, score_cutoff=enough
    )
    for text, score, position in ranked:
        if len(_long_words(query) & _long_words(text)) >= FEWEST_SHARED_WORDS:
            return Restatement(candidate, choices[position][0], round(score, 1))
    return None


def _similarity(left: str, right: str, *, score_cutoff: float | None = None) -> float:
    """Mean of how much the shorter is contained in the longer and of how alike the two are as sets."""
    contained = fuzz.token_set_ratio(left, right)
    if score_cutoff and (contained + 100) / 2 < score_cutoff:
        return 0.0
    return (contained + fuzz.token_sort_ratio(left, right)) / 2


def _long_words(text: str) -> frozenset[str]:
    """Beginnings of the longer words, so that "repararán" and "reparar" are one."""
    return frozenset(word[:_STEM] for word in text.split() if len(word) > _SHORT)
