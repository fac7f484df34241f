"""Set a target where the dialogue set none."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from hled.dialogue.chronicle.services import bump_revision
from hled.dialogue.results.domain.indicators import INDICATORS, RELAUNCH, Direction
from hled.dialogue.results.models import Observation, Target
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, Finding, declare, require

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


TG_06 = declare(
    "TG-06",
    en="A target that both Parties agreed is replaced only by another that both agree.",
    es="Una meta que ambas Partes acordaron solo se reemplaza por otra que ambas acuerden.",
    remedy_en="Propose the target as a joint text; both Parties sign it.",
    remedy_es="Proponga la meta como texto conjunto; ambas Partes la firman.",
)
TG_07 = declare(
    "TG-07",
    en="A joint target is an act of both Parties that names indicator, value and due day.",
    es="Una meta conjunta es un acto de ambas Partes que nombra indicador, valor y fecha.",
    remedy_en="Use the subject target:IN-01, or target:IN-01:MX-CHP for a place, with the fields indicator, place, value and due_on.",
    remedy_es="Use el asunto target:IN-01, o target:IN-01:MX-CHP para un lugar, con los campos indicator, place, value y due_on.",
)
BOTH_PARTIES = "US MX"


@transaction.atomic
def agree_target(
    *,
    subject: str,
    party: Party | None,
    fields: Mapping[str, Any],
    on: date,
    act: str,
    at: datetime,
) -> Target:
    """
    Put a target of both Parties in force; the one before stays, marked as replaced.

    Raises
    ------
    BrokenRuleError
        TG-01 to TG-03, TG-05 and TG-07, all that apply.
    """
    read = _read_target(subject, party, fields)
    if isinstance(read, Finding):
        raise BrokenRuleError([read])
    indicator, place, value, due_on = read
    refuse_target(indicator, due_on, place)
    return _put_in_force(indicator, place, value, due_on, at, set_by=BOTH_PARTIES, act=act, effective=on)


def _read_target(
    subject: str, party: Party | None, fields: Mapping[str, Any]
) -> tuple[str, str, Decimal, date] | Finding:
    indicator, place = fields.get("indicator"), fields.get("place") or ""
    named = subject == ":".join(filter(None, ("target", str(indicator), str(place))))
    own = fields.keys() <= {"indicator", "place", "value", "due_on"}
    try:
        if party is None and named and own and isinstance(fields["value"], str):
            value = Decimal(fields["value"])
            if value.is_finite() and abs(value) < 10**15:
                return str(indicator), str(place), value, date.fromisoformat(fields["due_on"])
    except (ArithmeticError, KeyError, TypeError, ValueError):
        pass
    return Finding(TG_07, subject, f"{party or '-'}; {dict(fields)}"[:200])


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
        TG-01 to TG-05, all that apply; TG-06, when both Parties agreed the one that stands.
    """
    findings = list(_findings(indicator, due_on, by, place))
    if findings:
        raise BrokenRuleError(findings)
    standing = Target.objects.filter(indicator=indicator, place=place, replaced_at__isnull=True).first()
    require(TG_06, standing is None or not standing.act, place=indicator, found=standing or "")
    return _put_in_force(indicator, place, value, due_on, at, set_by=by.strip(), note=note)


def _put_in_force(
    indicator: str, place: str, value: Decimal, due_on: date, at: datetime, **said: Any
) -> Target:
    Target.objects.filter(indicator=indicator, place=place, replaced_at__isnull=True).update(replaced_at=at)
    target = Target.objects.create(
        indicator=indicator,
        version=INDICATORS[indicator].version,
        place=place,
        value=value,
        due_on=due_on,
        set_at=at,
        **said,
    )
    bump_revision()
    return target


def refuse_target(indicator: str, due_on: date, place: str) -> None:
    """
    Refuse what could never come into force, before it is drafted.

    Raises
    ------
    BrokenRuleError
        TG-01 to TG-03 and TG-05, all that apply.
    """
    findings = list(_findings(indicator, due_on, BOTH_PARTIES, place))
    if findings:
        raise BrokenRuleError(findings)


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
