"""Words that are not agreed stand in square brackets, each with its owner and reason."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hled.dialogue.accord.domain.texts.rules import AC_58
from hled.dialogue.accord.domain.texts.segments import Bracket
from hled.kernel.rule import Finding


@dataclass(frozen=True, slots=True)
class Kept:
    """How the brackets of a side stand after its text changed; `unexplained` are words that nobody owns."""

    standing: tuple[Bracket, ...]
    lifted: tuple[Bracket, ...]
    unexplained: tuple[str, ...]


def findings_of_marks(text: str, place: str) -> Iterator[Finding]:
    """AC-58, at the first bracket that is not closed, empty, or within another."""
    opened: int | None = None
    for at, character in enumerate(text):
        if character == "[":
            if opened is not None:
                yield Finding(AC_58, place, text[opened : at + 1][:60])
                return
            opened = at
        elif character == "]":
            if opened is None or not text[opened + 1 : at].strip():
                yield Finding(AC_58, place, text[opened or 0 : at + 1][:60])
                return
            opened = None
    if opened is not None:
        yield Finding(AC_58, place, text[opened:][:60])


def marked_words(text: str) -> tuple[str, ...]:
    """The words between brackets, in their order; of a text without findings."""
    return tuple(part.partition("]")[0] for part in text.split("[")[1:])


def keep(text: str, brackets: Iterable[Bracket]) -> Kept:
    """
    Match the brackets of a side with the marks of its new text: equal words, in order.

    A bracket whose words no longer stand in brackets is lifted.
    """
    left = list(brackets)
    standing: list[Bracket] = []
    unexplained: list[str] = []
    for words in marked_words(text):
        found = next((each for each in left if each.words == words), None)
        if found is None:
            unexplained.append(words)
        else:
            left.remove(found)
            standing.append(found)
    return Kept(tuple(standing), tuple(left), tuple(unexplained))


def put_in_brackets(text: str, words: str) -> str | None:
    """
    The text with the first free place of `words` in brackets; None when they stand nowhere outside brackets.

    Whole words only: *shall* is not put in brackets within *shallow*.
    """
    at = text.find(words) if words.strip() and not set(words) & set("[]") else -1
    while at >= 0:
        end = at + len(words)
        if _is_free(text, at) and not _cuts_a_word(text, at) and not _cuts_a_word(text, end):
            return f"{text[:at]}[{words}]{text[end:]}"
        at = text.find(words, at + 1)
    return None


def _is_free(text: str, at: int) -> bool:
    return text.count("[", 0, at) == text.count("]", 0, at)


def _cuts_a_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
