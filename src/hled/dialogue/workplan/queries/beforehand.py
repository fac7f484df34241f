"""What is known of an act on the work plan before it is signed: what stands, what its fields may name, what is against it."""

from collections.abc import Iterator, Mapping
from typing import Any

from hled.dialogue.accord.domain.texts.forms import Form
from hled.dialogue.chronicle.queries import said
from hled.dialogue.workplan.domain.acts import PlanAct
from hled.dialogue.workplan.domain.acts.after import weigh
from hled.dialogue.workplan.domain.acts.forms import COMMITMENT, MILESTONE
from hled.dialogue.workplan.queries.acts import SHELVES, known_to
from hled.dialogue.workplan.queries.plan import bilingual, plan
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, Severity
from hled.sources.record.json_reading import json_members
from hled.sources.record.schema import KINDS, Field, Type

_RECORDS: Mapping[str, tuple[str, Form]] = {
    "commitment": ("commitments", COMMITMENT),
    "milestone": ("milestones", MILESTONE),
}


def standing_fields(kind: str, subject: str) -> dict[str, Any]:
    """The structured fields that a subject has in the work plan, as an act would say them."""
    of, form = _RECORDS[kind]
    found = said(SHELVES[of], ids=[subject]).get(subject)
    members = json_members(KINDS[of], found) if found else {}
    return {each.name: members[each.name] for each in form.fields if members.get(each.name) not in (None, [])}


def codes_of(kind: str) -> dict[str, dict[str, Bilingual]]:
    """What the fields of a kind may name, each with what it stands for."""
    of, form = _RECORDS[kind]
    known = {each.name: each for each in KINDS[of].fields}
    found = {
        name: dict(codes)
        for each in form.fields
        for name, codes in _codes(each.name, known.get(each.name))
        if codes
    }
    commitments = dict(plan().commitment_titles)
    points = {each.name for each in form.fields} & {"into", "by", "commitment"}
    return found | dict.fromkeys(points, commitments)


def _codes(name: str, field: Field | None) -> Iterator[tuple[str, dict[str, Bilingual]]]:
    if field is None:
        return
    if field.type is Type.CODE:
        yield name, {code: label for (legend, code), label in plan().labels.items() if legend == field.of}
    elif field.type is Type.REFERENCE:
        yield name, dict(_named(field.of, name))
    for each in field.fields:
        yield from _codes(f"{name}.{each.name}", each)


def _named(kind: str, name: str) -> Iterator[tuple[str, Bilingual]]:
    if kind == "commitments":
        yield from plan().commitment_titles.items()
        return
    of = {"agencies_us": "us", "agencies_mx": "mx"}.get(name)
    for id, record in getattr(plan(), kind).items():
        if of is None or record["country"] == of:
            yield id, bilingual(record, "title") or bilingual(record, "name") or Bilingual(id, id)


def findings_beforehand(act: PlanAct) -> tuple[Finding, ...]:
    """Why an act would be refused if it came into force now; what the rules merely remark is left out."""
    _, findings = weigh(act, known_to(act))
    return tuple(each for each in findings if each.rule.severity is Severity.ERROR)
