"""How documents, pillars, commitments and their context of the record stand in tables."""

from collections.abc import Collection, Mapping

from hled.dialogue.chronicle.queries import Links, ReferenceLinks, Shelf, WholeShelf
from hled.dialogue.delegations.models import Agency
from hled.dialogue.workplan.models import (
    AgencyPart,
    CarriedOutBy,
    Commitment,
    ContextItem,
    Discrepancy,
    Document,
    Initiative,
    LegendCode,
    Milestone,
    Objective,
    Passage,
    Pillar,
    StatedIn,
)
from hled.kernel.period import last_day
from hled.sources.record.schema import KINDS, Record

LEGENDS = Shelf("legends", LegendCode, {}, lambda record: {"legend": record["legend"]})
PILLARS = Shelf("pillars", Pillar, {}, lambda record: {})
OBJECTIVES = Shelf(
    "objectives", Objective, {"pillar": "pillar_id", "stated_in": "stated_in_id"}, lambda record: {}
)
INITIATIVES = Shelf(
    "initiatives", Initiative, {"pillar": "pillar_id", "stated_in": "stated_in_id"}, lambda record: {}
)
DOCUMENTS = Shelf("documents", Document, {}, lambda record: {"public_on": last_day(record["date"])})


class _PartsOf:
    """The agencies of one Party in a commitment; both Parties share a table."""

    def __init__(self, field: str, party: str) -> None:
        self.field = field
        self.party = party

    def read(self, owners: Collection[str] | None = None) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        own = set(Agency.objects.filter(party=self.party).values_list("id", flat=True))
        of_owners = {} if owners is None else {"commitment_id__in": list(owners)}
        rows = AgencyPart.objects.filter(**of_owners).order_by("pk").values_list("commitment_id", "agency_id")
        for commitment, agency in rows.iterator(chunk_size=5000):
            if agency in own:
                found.setdefault(commitment, []).append(agency)
        return found

    def write(self, records: Mapping[str, Record]) -> None:
        AgencyPart.objects.filter(agency__party=self.party, commitment_id__in=list(records)).delete()
        AgencyPart.objects.bulk_create(
            (
                AgencyPart(commitment_id=id, agency_id=agency, position=position)
                for id, record in records.items()
                for position, agency in enumerate(record[self.field])
            ),
            batch_size=2000,
        )


_COMMITMENT_LINKS: tuple[Links, ...] = (
    _PartsOf("agencies_us", "US"),
    _PartsOf("agencies_mx", "MX"),
    ReferenceLinks("stated_in", StatedIn, "commitment_id", "document_id"),
    ReferenceLinks("children", CarriedOutBy, "parent_id", "child_id"),
)

COMMITMENTS = Shelf(
    "commitments",
    Commitment,
    {
        "pillar": "pillar_id",
        "objective": "objective_id",
        "initiative": "initiative_id",
        "withdrawn_in": "withdrawn_in_id",
        "superseded_by": "superseded_by_id",
        "completed_in": "completed_in_id",
    },
    lambda record: {"public_on": last_day(record["stated_on"]), "due_on": last_day(record["due"])},
    links=_COMMITMENT_LINKS,
)
PASSAGES = Shelf(
    "passages",
    Passage,
    {
        "commitment": "commitment_id",
        "objective": "objective_id",
        "pillar": "pillar_id",
        "document": "document_id",
    },
    lambda record: {},
)
MILESTONES = Shelf(
    "milestones",
    Milestone,
    {"commitment": "commitment_id", "document": "document_id", "reached_in": "reached_in_id"},
    lambda record: {"due_on": last_day(record["due"]), "reached_on": last_day(record.get("reached"))},
)
DISCREPANCIES = Shelf("discrepancies", Discrepancy, {"commitment": "commitment_id"}, lambda record: {})

_DATE_OF = {
    "adjacent_events": "date",
    "executive_orders": "signed_on",
    "first_era_workstreams": "period_to",
    "stakeholder_organizations": "period_to",
}


def _whole(kind: str) -> WholeShelf:
    date = _DATE_OF.get(kind)
    return WholeShelf(kind, ContextItem, lambda record: last_day(record.get(date)) if date else None)


CONTEXT = {
    kind: _whole(kind)
    for kind in KINDS
    if kind
    in {
        "adjacent_events",
        "first_era_workstreams",
        "executive_orders",
        "dockets",
        "stakeholder_organizations",
        "glossary",
    }
}
