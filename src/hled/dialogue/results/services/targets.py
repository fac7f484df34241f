"""Set a target where the dialogue set none."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.results.domain.indicators import INDICATORS, RELAUNCH, Direction
from hled.dialogue.results.models import Observation, Target
from hled.kernel.rule import BrokenRuleError, Finding, declare

TG_01 = declare(
    "TG-01",
    en="A target must belong to a known indicator.",
    es="Una meta debe corresponder a un indicador conocido.",
    remedy_en="List the indicators with: hled indicators.",
    remedy_es="Consulte los indicadores con: hled indicators.",
)
TG_02 = declare(
    "TG-02",
    en="A target must belong to an indicator of which more or less is better.",
    es="Una meta debe corresponder a un indicador del que más o menos sea mejor.",
    remedy_en="Where no direction is declared there is nothing to reach; where a band is declared, the band is the target.",
    remedy_es="Donde no se declara dirección no hay nada que alcanzar; donde se declara una banda, la banda es la meta.",
)
TG_03 = declare(
    "TG-03",
    en="A target must be due after the relaunch of 9 September 2021.",
    es="Una meta debe vencer después del relanzamiento del 9 de septiembre de 2021.",
    remedy_en="Give a later due date.",
    remedy_es="Indique una fecha posterior.",
)
TG_04 = declare(
    "TG-04",
    en="A target must say who set it.",
    es="Una meta debe decir quién la fijó.",
    remedy_en="Give --by with a name or an office.",
    remedy_es="Indique --by con un nombre o una dependencia.",
)
TG_05 = declare(
    "TG-05",
    en="A target must be set for a place of its indicator.",
    es="Una meta debe fijarse para un lugar de su indicador.",
    remedy_en="Leave --place out for the whole, or give a code that the indicator has.",
    remedy_es="Omita --place para el total, o dé una clave que el indicador tenga.",
)


@transaction.atomic
def set_target(
    *,
    indicator: str,
    value: Decimal,
    due_on: date,
    by: str,
    at: datetime,
    place: str = "",
    note: str = "",
) -> Target:
    """
    Put a target of a user in force; the one before stays, marked as replaced.

    `value` is in the stored unit of the indicator; the indicator's direction says whether at least or at most.

    Raises
    ------
    BrokenRuleError
        TG-01 to TG-05, all that apply.
    """
    findings = list(_findings(indicator, due_on, by, place))
    if findings:
        raise BrokenRuleError(findings)
    Target.objects.filter(indicator=indicator, place=place, replaced_at__isnull=True).update(replaced_at=at)
    target = Target.objects.create(
        indicator=indicator,
        version=INDICATORS[indicator].version,
        place=place,
        value=value,
        due_on=due_on,
        set_by=by.strip(),
        set_at=at,
        note=note,
    )
    bump_revision()
    return target


def _findings(indicator: str, due_on: date, by: str, place: str) -> Iterator[Finding]:
    definition = INDICATORS.get(indicator)
    if definition is None:
        yield Finding(TG_01, "indicator", indicator[:40])
    elif definition.direction not in {Direction.UP, Direction.DOWN}:
        yield Finding(TG_02, indicator, str(definition.direction))
    if definition and place and not _has_place(indicator, place):
        yield Finding(TG_05, f"{indicator} place", place[:20])
    if due_on <= RELAUNCH:
        yield Finding(TG_03, "due", due_on.isoformat())
    if not by.strip():
        yield Finding(TG_04, "by")


def _has_place(indicator: str, place: str) -> bool:
    return Observation.objects.filter(
        series__indicator=indicator, series__retired_at__isnull=True, place=place
    ).exists()
