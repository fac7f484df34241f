"""What surrounds the dialogue, as known on a day, and its words."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from hled.dialogue.workplan.queries.plan import Plan, plan
from hled.interfaces.asked import Asked
from hled.kernel.bilingual import Bilingual
from hled.kernel.period import last_day
from hled.sources.record.schema import Record

CONTEXT_KINDS: Mapping[str, tuple[str, Bilingual]] = MappingProxyType(
    {
        "events": ("adjacent_events", Bilingual("Events beside the Dialogue", "Hechos en torno al Diálogo")),
        "first-era": (
            "first_era_workstreams",
            Bilingual("The first era, 2013-2016", "La primera etapa, 2013-2016"),
        ),
        "executive-orders": (
            "executive_orders",
            Bilingual("U.S. Executive Orders", "Órdenes ejecutivas de EE. UU."),
        ),
        "dockets": (
            "dockets",
            Bilingual("Federal Register dockets", "Expedientes del Federal Register"),
        ),
        "organizations": (
            "stakeholder_organizations",
            Bilingual("Stakeholder organizations", "Organizaciones interesadas"),
        ),
    }
)
"""Part of the address -> kind of the record and its title."""

_DATED: Mapping[str, Callable[[Record], date | None]] = MappingProxyType(
    {
        "adjacent_events": lambda each: last_day(each["date"]),
        "first_era_workstreams": lambda each: last_day(each["period_from"]),
        "executive_orders": lambda each: last_day(each["signed_on"]),
        "dockets": lambda each: None,
        "stakeholder_organizations": lambda each: last_day(each.get("period_from")),
    }
)


def context_items(kind: str, asked: Asked) -> tuple[list[tuple[str, Record]], Plan]:
    """
    Items of one kind that were public, or had begun, by the day asked for.

    Raises
    ------
    KeyError
        When `kind` is none of `CONTEXT_KINDS`.
    """
    said = plan(asked.recorded_by, asked.as_of)
    name, _ = CONTEXT_KINDS[kind]
    days = {id: _DATED[name](each) for id, each in said.context[name].items()}
    return [
        (id, _without_later_meetings(each, asked))
        for id, each in said.context[name].items()
        if (asked.undated if days[id] is None else days[id] <= asked.as_of)  # type: ignore[operator]
    ], said


def glossary_terms(asked: Asked) -> tuple[list[tuple[str, Record]], Plan]:
    said = plan(asked.recorded_by, asked.as_of)
    return list(said.context["glossary"].items()), said


def _without_later_meetings(record: Record, asked: Asked) -> Record:
    """The same item, with only those of its own meetings that had been held by the day asked for."""
    if "meetings" not in record:
        return record
    held = [each for each in record["meetings"] if (last_day(each["date"]) or date.max) <= asked.as_of]
    return {**record, "meetings": held}
