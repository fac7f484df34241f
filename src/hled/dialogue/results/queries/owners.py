"""Agencies, and the commitments in which each has a part."""

from dataclasses import dataclass

from hled.dialogue.results.domain.rollup import Distribution, distributions
from hled.dialogue.results.queries.rows import ScoreRow
from hled.dialogue.results.queries.view import View, view
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.sources.record.schema import Record


@dataclass(frozen=True)
class Owner:
    """One agency and its rows, apart by how the agency is known to have a part in them."""

    view: View
    id: str
    record: Record
    distribution: Distribution | None
    stated: tuple[ScoreRow, ...]
    partly: tuple[ScoreRow, ...]
    inferred: tuple[ScoreRow, ...]
    predecessors: tuple[str, ...]


def owners(seen: View) -> list[tuple[str, Record, Distribution | None]]:
    """Every agency with the distribution of its commitments; None where it has none in view."""
    found = {
        each.key: each
        for each in distributions(seen.standing.commitments.values(), seen.standing.assessments, "agency")
    }
    return [(id, record, found.get(id)) for id, record in seen.plan.agencies.items()]


def owner(id: str, asked: Asked) -> Owner:
    """
    Raises
    ------
    NotFoundError
        PG-01, when the record has no such agency.
    """
    seen = view(asked)
    if id not in seen.plan.agencies:
        raise not_found("agency", id)
    rows = [
        row
        for row in seen.rows(seen.plan.commitments)
        if id in row.facts.agencies_us or id in row.facts.agencies_mx
    ]
    by_basis = {
        basis: tuple(row for row in rows if row.facts.agencies_basis == basis)
        for basis in ("stated", "partly_stated", "inferred")
    }
    return Owner(
        view=seen,
        id=id,
        record=seen.plan.agencies[id],
        distribution=next((each for key, _, each in owners(seen) if key == id), None),
        stated=by_basis["stated"],
        partly=by_basis["partly_stated"],
        inferred=by_basis["inferred"],
        predecessors=tuple(key for key, each in seen.plan.agencies.items() if each.get("successor") == id),
    )
