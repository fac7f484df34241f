"""What every page of a question shares: its parameters from the address, and what to do with the answer."""

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hled.dialogue.meetings.web.reading import may_found
from hled.dialogue.studies.domain.asking import Parameter
from hled.dialogue.studies.domain.question import Question
from hled.dialogue.studies.permissions import KEEP_STUDY
from hled.dialogue.studies.queries.answering import Answered, answer_anew, answer_to
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.dialogue.studies.queries.studies import is_stored
from hled.interfaces.asked import asked_of
from hled.interfaces.formats import number
from hled.interfaces.frame import show
from hled.kernel.bilingual import Bilingual

HOME = Path(settings.HOME)

_NOT_OURS = {"as_of", "recorded_by", "again"}


@dataclass(frozen=True)
class QuestionPage:
    """
    A question with the parameters with which a page begins.

    Parameters
    ----------
    command
        What asks the same on the command line.
    endpoint
        Where the same stands as data.
    alone
        Whether a table of one region can be asked too.
    also
        Other answers that the page leads to, each with its words; they are computed beforehand too.
    arguments
        Parameters that the command takes by their place.
    """

    route: str
    kind: str
    title: Bilingual
    about: Bilingual
    command: str
    endpoint: str
    given: Mapping[str, str] = field(default_factory=dict)
    alone: bool = False
    also: tuple[tuple[Bilingual, Mapping[str, str]], ...] = ()
    arguments: tuple[str, ...] = ()


SCREEN = QuestionPage(
    "screen",
    "screen",
    Bilingual("Where the openings are", "Dónde están las oportunidades"),
    Bilingual(
        "Products that the United States buys from few or distant suppliers and that Mexico could supply, in an order with its doubt.",
        "Productos que Estados Unidos compra a pocos proveedores o de lejos y que México podría proveer, en un orden con su duda.",
    ),
    "screen",
    "screen",
    {"top": "50"},
    also=(
        (
            Bilingual(
                "Bought mostly from one distant supplier, and Mexico already sells something close",
                "Comprado sobre todo a un proveedor lejano, y México ya vende algo cercano",
            ),
            {"only": "one_distant_supplier", "top": "50"},
        ),
        (
            Bilingual(
                "The ten most robust openings in semiconductors and medical devices",
                "Las diez oportunidades más sólidas en semiconductores y dispositivos médicos",
            ),
            {
                "list": "semiconductors,medical-supplies:medical-devices",
                "only": "openings",
                "sort": "robust",
                "top": "10",
            },
        ),
        (
            Bilingual(
                "What changes if tariff relief weighs nothing",
                "Qué cambia si el alivio arancelario no pesa nada",
            ),
            {"compare": "relief=0", "top": "50"},
        ),
    ),
)

PAGES: Mapping[str, QuestionPage] = {
    page.route: page
    for page in (
        QuestionPage(
            "dependence",
            "exposure",
            Bilingual(
                "On whom each country's industries depend", "De quién dependen las industrias de cada país"
            ),
            Bilingual(
                "Every industry of a country beside the six parts of the world, at face value and looking through.",
                "Cada industria de un país junto a las seis partes del mundo, a valor nominal y mirando a través.",
            ),
            "exposure",
            "exposure",
        ),
        QuestionPage(
            "through",
            "exposure",
            Bilingual(
                "Third countries through the other's suppliers",
                "Terceros países a través de los proveedores del otro",
            ),
            Bilingual(
                "Which industries depend on a third country through what they buy from the other Party, and by how much.",
                "Qué industrias dependen de un tercer país a través de lo que compran a la otra Parte, y cuánto.",
            ),
            "exposure",
            "exposure",
            {"through": "MEX"},
        ),
        QuestionPage(
            "pair",
            "pair",
            Bilingual("Two industries, side by side", "Dos industrias, lado a lado"),
            Bilingual(
                "What one industry means to the other, in both directions and every convention.",
                "Qué significa una industria para la otra, en ambos sentidos y en cada convención.",
            ),
            "pair",
            "pair",
        ),
        QuestionPage(
            "corridor",
            "extraction",
            Bilingual("What if part of the corridor stopped", "Y si parte del corredor se detuviera"),
            Bilingual(
                "What each country would lose if a share of the trade in inputs stopped, with a slider.",
                "Qué perdería cada país si se detuviera una parte del comercio de insumos, con un control deslizante.",
            ),
            "extract",
            "extraction",
        ),
        QuestionPage(
            "exports",
            "value-chains",
            Bilingual("What went into Mexico's exports", "De qué están hechas las exportaciones de México"),
            Bilingual(
                "Whose value stands behind exports, by concept and year, and how sure that is.",
                "De quién es el valor de las exportaciones, por concepto y año, y con cuánta certeza.",
            ),
            "value-chains",
            "value-chains",
        ),
        QuestionPage(
            "terms",
            "export-terms",
            Bilingual(
                "How exports divide, industry by industry", "Cómo se dividen las exportaciones, por industria"
            ),
            Bilingual(
                "Domestic and foreign value in the exports of every industry, by the method you choose, each term with its range.",
                "Valor nacional y extranjero en las exportaciones de cada industria, con el método que elija y el intervalo de cada término.",
            ),
            "value-chains --by-sector",
            "export-terms",
        ),
        QuestionPage(
            "sweep",
            "sweep",
            Bilingual(
                "What if one industry, or one country, were gone", "Y si faltara una industria, o un país"
            ),
            Bilingual(
                "Every industry and every country taken out in turn, ranked by what the two Parties would lose.",
                "Cada industria y cada país quitados uno a uno, ordenados por lo que perderían las dos Partes.",
            ),
            "sweep",
            "sweep",
            alone=True,
        ),
        QuestionPage(
            "structure",
            "structure",
            Bilingual("Where an industry stands", "Qué lugar ocupa una industria"),
            Bilingual(
                "Multipliers, linkages, place in the chain and footprints, also for 402 industries of the United States.",
                "Multiplicadores, encadenamientos, posición en la cadena y huellas, también de 402 industrias de Estados Unidos.",
            ),
            "structure",
            "structure",
            alone=True,
        ),
        QuestionPage(
            "product",
            "product",
            Bilingual("Everything about one product", "Todo sobre un producto"),
            Bilingual(
                "Suppliers and duty, rank and diagnosis, neighbors, industries and jobs at stake, Mexican states.",
                "Proveedores y arancel, lugar y diagnóstico, vecinos, industrias y empleos en juego, estados mexicanos.",
            ),
            "product",
            "product",
            arguments=("code",),
        ),
        QuestionPage(
            "complexity",
            "complexity",
            Bilingual("What Mexico shows it can do", "Lo que México muestra que puede hacer"),
            Bilingual(
                "Complexity, fitness and outlook of countries, and the products that lie near, in the U.S. market or in a world table.",
                "Complejidad, aptitud y perspectiva de los países, y los productos cercanos, en el mercado de EE. UU. o en una tabla mundial.",
            ),
            "complexity",
            "complexity",
        ),
        SCREEN,
    )
}


def asked_on(request: HttpRequest, page: QuestionPage) -> dict[str, str | None]:
    """Parameters in the address over those with which the page begins; an empty one is as if it were not there."""
    given = {name: str(value) for name, value in request.GET.items() if name not in _NOT_OURS and value}
    return {**page.given, **given}


def question_page(
    request: HttpRequest,
    route: str,
    more: "Any",
    *,
    choices: Mapping[str, Sequence[tuple[str, Bilingual]]],
    given: Mapping[str, str | None] | None = None,
) -> HttpResponse:
    """
    Answer the question of a page.

    `more` makes what only this page shows of an answer and a language; `choices` are those of its form; `given` stands in
    place of the parameters in the address where the form has others.
    """
    page = PAGES[route]
    tables, asked = InstalledTables(HOME), asked_of(request)
    if not tables.public_for(page.kind, asked):
        return show(request, "studies/none_public.html", {"title": page.title, "kind": page.kind})
    given = asked_on(request, page) if given is None else given
    found = answer_to(page.kind, given, home=HOME)
    context = {
        "found": found,
        "page": page,
        "again": _again(request, page, given, found),
        "stored": is_stored(found.id),
        "may_keep": may_found(request, KEEP_STUDY) and not asked.dated,
        "defaults": {each.name: each.default for each in found.question.parameters},
        "shown_parameters": parameters_shown(found.question, found.asked),
        "repeated": [(name, value) for name, value in request.GET.items() if name != "again"],
        "command": command(page, found),
        "data_url": f"/api/v1/{page.endpoint}?{urlencode(found.asked)}",
        "choices": {
            "table": [(each.id, each.title) for each in tables.entries if each.regions > 1 or page.alone],
            **choices,
        },
        **more(found, request.LANGUAGE_CODE),
    }
    answer = show(request, f"studies/{route}.html", context)
    if context["again"] is not None:
        answer["Cache-Control"] = "no-store"
    return answer


def _again(
    request: HttpRequest, page: QuestionPage, given: Mapping[str, str | None], found: Answered
) -> bool | None:
    """Whether a run just now gives the same digits; None where none was asked for."""
    if not request.GET.get("again"):
        return None
    return answer_anew(page.kind, given, home=HOME).digest == found.digest


def parameters_shown(
    question: Question, asked: Mapping[str, str]
) -> list[tuple[str, Bilingual, Bilingual | str]]:
    """Name, title and value of each in words; a choice by its title, a whole number with commas."""
    known = {each.name: each for each in question.parameters}
    return [
        (name, known[name].title if name in known else Bilingual(name, name), _value(known.get(name), value))
        for name, value in asked.items()
    ]


def _value(parameter: Parameter | None, value: str) -> Bilingual | str:
    choices = {each.code: each.title for each in parameter.choices} if parameter else {}
    if value in choices:
        return choices[value]
    if parameter and parameter.whole and parameter.name != "seed" and value.isdecimal():
        return number(int(value))
    return value or "–"


_POSITIONAL = {"pair": ("one", "other"), "structure": ("industries",)}
"""Parameters that a command takes without a name; all of them where one is given."""
_OPTIONS = {("extraction", "sellers"): "from", ("extraction", "buyers"): "to"}
"""Options that a command calls by another name."""


def command(page: QuestionPage, found: Answered) -> str:
    """The command that asks the same, without what it would fill in by itself."""
    defaults = {each.name: each.default for each in found.question.parameters}
    given = {name: value for name, value in found.asked.items() if value != defaults[name]}
    plain = [
        *page.arguments,
        *(name for name in _POSITIONAL.get(page.kind, ()) if given.keys() & _POSITIONAL[page.kind]),
    ]
    options = [
        f"--{_OPTIONS.get((page.kind, name), name.replace('_', '-'))} {shlex.quote(value)}"
        for name, value in given.items()
        if name not in plain
    ]
    return " ".join([f"hled {page.command}", *(shlex.quote(found.asked[name]) for name in plain), *options])


def address(kind: str, parameters: Mapping[str, str]) -> str:
    """The page that asks the same of the tables as they stand."""
    page = next(each for each in PAGES.values() if each.kind == kind)
    if kind == "exposure" and parameters.get("through"):
        page = PAGES["through"]
    return f"{reverse(page.route)}?{urlencode({name: value for name, value in parameters.items() if value})}"
