"""What can be asked of the engine, and the published values that it is held to."""

from collections.abc import Iterator

from pages.markdown import code, plain, sections, table

from hled.dialogue.studies.domain.question import Question
from hled.dialogue.studies.domain.questions import QUESTIONS
from hled.dialogue.studies.domain.verification import references
from hled.kernel.bilingual import Bilingual

PARAMETER = Bilingual("parameter", "parámetro")
DEFAULT = Bilingual("default", "por omisión")
MEANING = Bilingual("meaning", "significado")


def questions(language: str) -> str:
    """A section for each question: parameters, method, warning."""
    return sections(*(part for each in QUESTIONS.values() for part in _question(each, language)))


def _question(question: Question, language: str) -> Iterator[str]:
    yield f"### {question.title.in_language(language)} ({code(question.kind)})"
    rows = (
        [code(each.name), code(each.default) if each.default else "", _meaning(each, language)]
        for each in question.parameters
    )
    yield table((PARAMETER, DEFAULT, MEANING), rows, language)
    yield "\n".join(
        f"{place}. {plain(line.in_language(language))}" for place, line in enumerate(question.method, 1)
    )
    yield plain(question.warning.in_language(language))


def _meaning(parameter: object, language: str) -> str:
    from hled.dialogue.studies.domain.asking import Parameter

    assert isinstance(parameter, Parameter)
    words = plain(parameter.help.in_language(language))
    choices = [
        f"{code(each.code)} {plain(each.title.in_language(language))}"
        for each in parameter.choices
        if each.code
    ]
    return f"{words} {'; '.join(choices)}." if choices else words


def values(language: str) -> str:
    """Every group of published values with its source."""
    headings = (
        Bilingual("section", "sección"),
        Bilingual("values", "valores"),
        Bilingual("how many", "cuántos"),
        Bilingual("tolerance", "tolerancia"),
        Bilingual("source", "fuente"),
        Bilingual("needs", "necesita"),
    )
    rows = (
        [
            each.section,
            plain(each.title.in_language(language)),
            str(len(each.values)),
            ", ".join(sorted({value.tolerance for value in each.values}, key=float)),
            plain(each.source.in_language(language)),
            plain(each.needs.in_language(language)) if each.needs else "",
        ]
        for each in references()
    )
    return sections(table(headings, rows, language))
