"""The form of a screen: number fields for the weights of pillars stand for the text that the question takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from hled.dialogue.studies.domain.questions.screen_words import DOCUMENT
from hled.dialogue.studies.web.asking import SCREEN, asked_on
from hled.kernel.bilingual import Bilingual

FIELDS = {"w_": "weights", "c_": "compare"}
"""How the fields of a weighting begin -> the parameter that they stand for."""


@dataclass(frozen=True, slots=True)
class Field:
    """
    A pillar in the form.

    Parameters
    ----------
    document
        The weight of the document, which an empty field stands for.
    used, compared
        What a reader gave in place of it; where the document itself is compared with, its weights, so that the form still asks for it.
    """

    code: str
    title: Bilingual
    reason: Bilingual
    document: str
    used: str
    compared: str


def given_on(request: HttpRequest) -> dict[str, str | None]:
    """What the address asks, with the number fields made into text."""
    given = asked_on(request, SCREEN)
    pillars = _pillars()
    for begins, name in FIELDS.items():
        typed = {code: value for code in pillars if (value := given.pop(f"{begins}{code}", None))}
        if typed:
            changed = _changes(given.get(name) or "", typed, pillars)
            given[name] = changed or (DOCUMENT if name == "compare" else None)
    return given


def _changes(text: str, typed: Mapping[str, str], pillars: Mapping[str, float]) -> str:
    """What differs from the document; indicators that the text changes stay changed."""
    kept = [each for each in _parts(text) if each.partition("=")[0].strip() not in pillars]
    own = [f"{code}={value}" for code, value in typed.items() if not _same(value, pillars[code])]
    return ",".join((*kept, *own))


def _parts(text: str) -> Iterator[str]:
    return filter(None, (each.strip() for each in text.split(",") if each.strip() != DOCUMENT))


def _same(typed: str, weight: float) -> bool:
    try:
        return float(typed) == weight
    except ValueError:
        return False


def fields(asked: Mapping[str, str]) -> list[Field]:
    """One for each pillar of the document."""
    from hled.dialogue.studies.domain.screening.weights import weight_document

    pillars = weight_document().pillars
    used, compared = (_given(asked[name]) for name in ("weights", "compare"))
    by_document = asked["compare"] and not compared.keys() & {each.code for each in pillars}
    return [
        Field(
            each.code,
            each.title,
            each.reason,
            f"{each.weight:g}",
            used.get(each.code, ""),
            f"{each.weight:g}" if by_document else compared.get(each.code, ""),
        )
        for each in pillars
    ]


def of_indicators(text: str) -> str:
    """What a text changes of indicators, which have no field of their own."""
    pillars = _pillars()
    return ",".join(each for each in _parts(text) if each.partition("=")[0].strip() not in pillars)


def _given(text: str) -> dict[str, str]:
    return {name.strip(): value.strip() for name, _, value in (each.partition("=") for each in _parts(text))}


def _pillars() -> dict[str, float]:
    from hled.dialogue.studies.domain.screening.weights import weight_document

    return {each.code: each.weight for each in weight_document().pillars}
