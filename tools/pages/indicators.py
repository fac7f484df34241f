"""Every indicator: a table of all, then what each means."""

from collections.abc import Iterator
from itertools import groupby

from pages.markdown import NOTHING, code, plain, sections, table

from hled.dialogue.results.domain.indicators import (
    INDICATORS,
    METHOD,
    NO_TARGET,
    Accumulation,
    Aggregation,
    Definition,
    Direction,
    Frequency,
    PlaceKind,
    baseline_of,
    headline,
)
from hled.dialogue.results.domain.indicators.reporting import ReportingState
from hled.dialogue.results.domain.indicators.sentence import when_of
from hled.interfaces.formats import number
from hled.kernel.bilingual import Bilingual
from hled.sources.catalogue import DATASETS
from hled.sources.record import bundled_record, read_record
from hled.sources.series import read

DIRECTIONS = {
    Direction.UP: Bilingual("more is better", "más es mejor"),
    Direction.DOWN: Bilingual("less is better", "menos es mejor"),
    Direction.BAND: Bilingual("inside a band is better", "dentro de una banda es mejor"),
    Direction.NONE: Bilingual("no direction declared", "sin dirección declarada"),
}
FREQUENCIES = {
    Frequency.MONTHLY: Bilingual("monthly", "mensual"),
    Frequency.QUARTERLY: Bilingual("quarterly", "trimestral"),
    Frequency.YEARLY: Bilingual("yearly", "anual"),
    Frequency.ONCE: Bilingual("once", "una sola vez"),
}
AGGREGATIONS = {
    Aggregation.SUM: Bilingual("sum", "suma"),
    Aggregation.RATIO: Bilingual("sum of numerators over sum of denominators", "suma de numeradores entre suma de denominadores"),
    Aggregation.WEIGHTED_MEAN: Bilingual("weighted mean", "media ponderada"),
    Aggregation.MEAN: Bilingual("mean", "media"),
    Aggregation.LAST: Bilingual("the last one", "el último valor"),
    Aggregation.NONE: Bilingual("may not be combined", "no se combina"),
}  # fmt: skip
ACCUMULATIONS = {
    Accumulation.PERIODIC: Bilingual("periodic", "por periodo"),
    Accumulation.CUMULATIVE: Bilingual("cumulative", "acumulado"),
}
PLACES = {
    PlaceKind.WHOLE: Bilingual("the whole", "el conjunto"),
    PlaceKind.MEXICAN_STATE: Bilingual("Mexican states", "entidades federativas de México"),
    PlaceKind.BORDER_PORT: Bilingual("border ports", "puertos fronterizos"),
}
MEANINGS = {
    ReportingState.NOT_DUE: Bilingual(
        "By the provider's calendar the figure is not published yet.",
        "Según el calendario del proveedor, la cifra aún no se publica.",
    ),
    ReportingState.DUE: Bilingual(
        "The provider should have published it in the last thirty days.",
        "El proveedor debió publicarla en los últimos treinta días.",
    ),
    ReportingState.MISSING: Bilingual(
        "It is more than thirty days overdue, or the provider says that it is missing.",
        "Lleva más de treinta días de retraso, o el proveedor indica que falta.",
    ),
    ReportingState.REPORTED_ZERO: Bilingual(
        "The provider published a zero.", "El proveedor publicó un cero."
    ),
    ReportingState.REPORTED: Bilingual("The provider published a value.", "El proveedor publicó un valor."),
}

_LABELS = {
    "direction": Bilingual("Direction", "Dirección"),
    "figures": Bilingual("Figures", "Cifras"),
    "combined": Bilingual("Combined", "Cómo se combina"),
    "source": Bilingual("Source", "Fuente"),
    "public": Bilingual("Public", "Publicación"),
    "cautions": Bilingual("Cautions", "Cautelas"),
}
_COMBINED = Bilingual(
    "over places: {places}; over time: {time}", "entre lugares: {places}; en el tiempo: {time}"
)
_PUBLIC = Bilingual(
    "counts as public {days} days after its period (estimated)",
    "se considera pública {days} días después de su periodo (estimado)",
)
_SEASONAL = Bilingual(
    "shown for the year ending with each period", "se muestra el año que termina con cada periodo"
)


def overview(language: str) -> str:
    headings = (
        Bilingual("code", "código"),
        Bilingual("indicator", "indicador"),
        Bilingual("unit", "unidad"),
        Bilingual("direction", "dirección"),
        Bilingual("frequency", "frecuencia"),
        Bilingual("baseline", "línea base"),
    )
    return sections(table(headings, (_row(each, language) for each in INDICATORS.values()), language))


def definitions(language: str) -> str:
    titles = {
        each["id"]: each[f"title_{language}"] for each in read_record(bundled_record()).records["pillars"]
    }
    return sections(*_pillars(titles, language))


def method(language: str) -> str:
    return sections(METHOD.in_language(language), NO_TARGET.in_language(language))


def reporting(language: str) -> str:
    rows = (
        [each.says.in_language(language), MEANINGS[each].in_language(language)] for each in ReportingState
    )
    return sections(
        table((Bilingual("state", "situación"), Bilingual("meaning", "significado")), rows, language)
    )


def _row(definition: Definition, language: str) -> list[str]:
    return [
        definition.code,
        plain(definition.title.in_language(language)),
        plain(definition.display_unit.in_language(language)),
        DIRECTIONS[definition.direction].in_language(language),
        FREQUENCIES[definition.frequency].in_language(language),
        _baseline(definition, language),
    ]


def _baseline(definition: Definition, language: str) -> str:
    found = baseline_of(headline(definition, read(definition.series).observations))
    if found is None:
        return NOTHING
    value = number(definition.shown(found.value), definition.decimals)
    return f"{value} {when_of(definition, found.point).in_language(language)}"


def _pillars(titles: dict[str, str], language: str) -> Iterator[str]:
    for pillar, group in groupby(INDICATORS.values(), key=lambda each: each.pillar):
        yield f"## {pillar}: {titles[pillar]}"
        for definition in group:
            yield f"### {definition.code} {definition.title.in_language(language)}"
            yield plain(definition.definition.in_language(language))
            yield "\n".join(_lines(definition, language))


def _lines(definition: Definition, language: str) -> Iterator[str]:
    values = {
        "direction": f"{DIRECTIONS[definition.direction].in_language(language)}. {plain(definition.direction_reason.in_language(language))}",
        "figures": _figures(definition, language),
        "combined": _COMBINED.format(
            places=AGGREGATIONS[definition.over_places], time=AGGREGATIONS[definition.over_time]
        ).in_language(language),
        "public": _PUBLIC.format(days=definition.lag_days).in_language(language),
        "source": "; ".join(
            f"{code(each)}: {plain(DATASETS[each].provider.in_language(language))}"
            for each in definition.datasets
        ),
        "cautions": " ".join(plain(each.in_language(language)) for each in definition.cautions),
    }
    for name, value in values.items():
        if value:
            yield f"- **{_LABELS[name].in_language(language)}:** {value}"


def _figures(definition: Definition, language: str) -> str:
    parts = [
        FREQUENCIES[definition.frequency],
        ACCUMULATIONS[definition.accumulation],
        PLACES[definition.place_kind],
        *((_SEASONAL,) if definition.seasonal else ()),
    ]
    said = ", ".join(each.in_language(language) for each in parts)
    if not definition.breakdowns:
        return said
    by = ", ".join(each.title.in_language(language).lower() for each in definition.breakdowns)
    return f"{said} ({by})"
