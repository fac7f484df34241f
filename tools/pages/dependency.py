"""The criteria of dependency, their ranges, the verdicts and the treatments of the data, as the engine has them."""

from collections.abc import Iterator

from pages.markdown import plain, sections, table

from hled.economy.trade.criteria import CDI, GEODEP, LASTING, LASTING_CRITERION, NEEDED, WINDOW, Definition
from hled.economy.trade.flags import SPANS, VERDICTS
from hled.economy.trade.treatments import TREATMENTS
from hled.kernel.bilingual import Bilingual

CODE = Bilingual("code", "código")
MEANING = Bilingual("meaning", "significado")
HEADINGS = (
    CODE,
    Bilingual("criterion", "criterio"),
    Bilingual("holds above", "se cumple por encima de"),
    Bilingual("range drawn", "intervalo sorteado"),
    Bilingual("needs besides imports of one year", "necesita además de las importaciones de un año"),
)
LASTS = Bilingual(f"at least {LASTING} of {WINDOW}", f"al menos {LASTING} de {WINDOW}")


def criteria(language: str) -> str:
    """A table of criteria for each published set, and the reasons for the ranges."""
    return sections(*_sets(language))


def verdicts(language: str) -> str:
    """What is said of a product by its probability."""
    rows = ([f"`{each}`", plain(says.in_language(language))] for each, says in VERDICTS.items())
    return sections(table((CODE, MEANING), rows, language))


def treatments(language: str) -> str:
    """Ways to treat the data before concentration is measured."""
    rows = ([f"`{code}`", plain(says.in_language(language))] for code, says in TREATMENTS.items())
    return sections(table((CODE, MEANING), rows, language))


def _sets(language: str) -> Iterator[str]:
    for each in (CDI, GEODEP):
        yield f"### {each.name.in_language(language)}"
        lasting = (LASTING_CRITERION,) if each is GEODEP else ()
        yield table(HEADINGS, (_row(one, language) for one in (*each.definitions, *lasting)), language)
        yield plain(f"{each.source}.")
    reasons = dict.fromkeys(span.reason for span in SPANS.values())
    yield "\n".join(f"- {plain(each.in_language(language))}" for each in reasons)


def _row(definition: Definition, language: str) -> list[str]:
    span = SPANS.get(definition.code)
    return [
        definition.code,
        plain(definition.says.in_language(language)),
        f"{definition.threshold:g}" if span else LASTS.in_language(language),
        f"{span.low:g} - {span.high:g}" if span else "",
        plain(NEEDED[definition.needs].in_language(language)) if definition.needs else "",
    ]
