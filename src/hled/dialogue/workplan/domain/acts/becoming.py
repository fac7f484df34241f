"""What the subject of an act becomes, as members of a record; checked afterwards by the rules of the format."""

from collections.abc import Callable, Mapping
from typing import Any

from hled.dialogue.workplan.domain.acts.act import Known, PlanAct
from hled.dialogue.workplan.domain.acts.content import texts_of
from hled.kernel.period import PartialDate
from hled.sources.record.json_reading import json_members
from hled.sources.record.schema import KINDS, Record

Members = dict[str, Any]


def paper(act: PlanAct, id: str, title: tuple[str, str], *, own_title: bool) -> Members:
    """The act among the documents of the record: where a reader finds what was agreed."""
    basis = "official" if own_title else "ours"
    notes = {
        f"note_{language}": texts.get("reason") or texts.get("result")
        for language, texts in (("en", act.english), ("es", act.spanish))
    }
    return {
        "id": id,
        "date": act.on.isoformat(),
        "date_precision": "day",
        "title_en": title[0],
        "title_en_basis": basis,
        "title_es": title[1],
        "title_es_basis": basis,
        "issuer_en": "United States and Mexico",
        "issuer_es": "México y Estados Unidos",
        "url": None,
        "act_sha256": act.digest,
        "lang": "en_es",
        "kind": "official",
        "access": "full",
        **notes,
    }


def _added_commitment(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    fields = {"initiative": None, "due": None, "quantities": [], **act.fields}
    named = fields.pop("stated_in", None)
    papers = [*(named if isinstance(named, list) else []), paper]
    return {
        "id": act.subject,
        **texts_of(act, "title", "summary", "due_note"),
        "title_es_basis": "official",
        **fields,
        **_bases(fields, {}),
        **_stated(papers, act, known),
    }


def _amended_commitment(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    members = json_members(KINDS["commitments"], before)
    fields = dict(act.fields)
    return {
        **members,
        **texts_of(act, "title", "summary", "due_note"),
        "title_es_basis": "official",
        **fields,
        **_bases(fields, before),
        **_stated([*before["stated_in"], paper], act, known),
    }


def _bases(fields: Mapping[str, Any], before: Record) -> Members:
    """On what the record rests what the act sets: on the act."""
    found: Members = {}
    if "initiative" in fields:
        found["initiative_basis"] = "stated" if fields["initiative"] is not None else None
    if "due" in fields:
        found["due_precision"] = _precision(fields["due"])
    set_here = {name for name in ("agencies_us", "agencies_mx") if name in fields}
    if set_here:
        kept = [name for name in ("agencies_us", "agencies_mx") if before.get(name) and name not in set_here]
        listed = kept or any(fields[name] for name in set_here)
        as_before = before.get("agencies_basis") == "stated"
        found["agencies_basis"] = (
            "none_named" if not listed else "stated" if as_before or not kept else "partly_stated"
        )
    return found


def _precision(due: object) -> str | None:
    try:
        return str(PartialDate.parse(due).precision) if isinstance(due, str) else None
    except ValueError:
        return "unknown"


def _stated(papers: list[Any], act: PlanAct, known: Known) -> Members:
    """A promise is dated by the earliest dated paper that states it."""
    dates = [(known.find("documents", each) or {}).get("date") for each in papers]
    earliest = min((each for each in (*dates, act.on.isoformat()) if each), key=_first_day)
    return {
        "stated_in": papers,
        "stated_on": earliest,
        "stated_on_precision": str(PartialDate.parse(earliest).precision),
    }


def _first_day(text: str) -> tuple[Any, str]:
    return PartialDate.parse(text).first_day, text


def _merged(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    return _superseded(act, before, act.fields.get("into"), "merged")


def _replaced(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    return _superseded(act, before, act.fields.get("by"), "replaced")


def _superseded(act: PlanAct, before: Record, by: Any, how: str) -> Members:
    return {
        **json_members(KINDS["commitments"], before),
        "superseded_on": act.on.isoformat(),
        "superseded_by": by,
        "superseded_as": how,
    }


def _withdrawn(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    return {
        **json_members(KINDS["commitments"], before),
        "withdrawn_on": act.on.isoformat(),
        "withdrawn_in": paper,
    }


def _completed(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    return {
        **json_members(KINDS["commitments"], before),
        "completed_on": act.on.isoformat(),
        "completed_in": paper,
    }


def _added_milestone(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    return {"id": act.subject, **texts_of(act, "title"), "document": paper, **act.fields}


def _amended_milestone(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    return {
        **json_members(KINDS["milestones"], before),
        **texts_of(act, "title"),
        **act.fields,
        "document": paper,
    }


def _reached_milestone(act: PlanAct, before: Record, known: Known, paper: str) -> Members:
    return {**json_members(KINDS["milestones"], before), "reached": None, **act.fields, "reached_in": paper}


BECOMES: Mapping[str, Callable[[PlanAct, Record, Known, str], Members]] = {
    "commitment.add": _added_commitment,
    "commitment.amend": _amended_commitment,
    "commitment.merge": _merged,
    "commitment.supersede": _replaced,
    "commitment.withdraw": _withdrawn,
    "commitment.complete": _completed,
    "milestone.add": _added_milestone,
    "milestone.amend": _amended_milestone,
    "milestone.reach": _reached_milestone,
}
"""Type of act -> what its subject becomes; a joint statement becomes its own paper."""
