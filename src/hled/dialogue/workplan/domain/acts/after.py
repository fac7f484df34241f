"""The record after an act, or every reason why there is none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hled.dialogue.workplan.domain.acts import rules
from hled.dialogue.workplan.domain.acts.act import Known, PlanAct
from hled.dialogue.workplan.domain.acts.becoming import BECOMES, paper
from hled.dialogue.workplan.domain.acts.content import (
    findings_of_content,
    findings_of_repeated,
    formed,
    placed,
)
from hled.dialogue.workplan.domain.acts.identifiers import findings_of_new, paper_identifier
from hled.dialogue.workplan.domain.acts.kinds import ACT_KINDS, ActKind, Asks
from hled.kernel.bilingual import Bilingual
from hled.kernel.period import last_day
from hled.kernel.rule import BrokenRuleError, Finding, Severity
from hled.sources.record.checks import check_entries
from hled.sources.record.forming import Entry
from hled.sources.record.schema import BUILT_IN_LEGENDS, KINDS, Field, Record, Type

_CLOSING = ("withdrawn_on", "superseded_on", "completed_on", "reached")


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    What an act leads to.

    Parameters
    ----------
    records
        Kind, identifier and record of the paper of the act and of its subject, in the order in which they are kept.
    warnings
        What the rules of the record remark about the subject and yet let pass.
    """

    records: tuple[tuple[str, str, Record], ...]
    warnings: tuple[Finding, ...]


def after(act: PlanAct, known: Known) -> Outcome:
    """
    The records after an act.

    Raises
    ------
    BrokenRuleError
        With all findings, when one of them is an error: WP-01 to WP-15, or a rule of the record's format.
    """
    outcome, findings = weigh(act, known)
    if outcome is None:
        raise BrokenRuleError(findings)
    return outcome


def weigh(act: PlanAct, known: Known) -> tuple[Outcome | None, tuple[Finding, ...]]:
    """What an act would lead to, None where it breaks a rule; and all findings, warnings among them."""
    kind = ACT_KINDS.get(act.type)
    if kind is None:
        known_types = ", ".join(ACT_KINDS)
        return None, (Finding(rules.WP_01, act.type, Bilingual(known_types, known_types)),)
    findings = [*findings_of_content(act, kind), *_findings_of_subject(act, kind, known)]
    records: list[tuple[str, str, Record]] = []
    before = known.find(kind.kind, act.subject)
    if before is not None or kind.asks is Asks.NEW:
        records, of_records = _made(act, kind, before or {}, known)
        findings += _not_said_already(findings, of_records)
        findings += _findings_beyond_format(act, kind, before, records, known)
    if any(each.rule.severity is Severity.ERROR for each in findings):
        return None, tuple(findings)
    return Outcome(tuple(records), tuple(findings)), tuple(findings)


def _not_said_already(said: list[Finding], more: Iterable[Finding]) -> list[Finding]:
    """Without the missing fields of a text whose segment is missing."""
    absent = {each.place.partition(" ")[2] for each in said if each.rule is rules.WP_07}
    texts = {f"{name}_{language}" for name in absent for language in ("en", "es")}
    return [each for each in more if each.data.get("field") not in texts]


def _findings_of_subject(act: PlanAct, kind: ActKind, known: Known) -> Iterator[Finding]:
    if kind.asks is Asks.NEW:
        yield from findings_of_new(
            kind.kind, act.subject, known.was_used(kind.kind), act.fields.get("pillar")
        )
        return
    before = known.find(kind.kind, act.subject)
    if before is None:
        yield Finding(rules.WP_05, act.subject, f"{KINDS[kind.kind].file}")
        return
    for name in _CLOSING:
        if before.get(name):
            rule = rules.WP_15 if name == "reached" else rules.WP_06
            yield Finding(rule, act.subject, f"{name} {before[name]}")
    yield from findings_of_repeated(act, kind, before)
    since = known.since.get(act.subject)
    if since and act.on < since:
        yield Finding(rules.WP_13, act.subject, f"{act.on} < {since}")
    if kind.points:
        yield from _findings_of_successor(act, act.fields.get(kind.points), known)


def _findings_of_successor(act: PlanAct, target: Any, known: Known) -> Iterator[Finding]:
    """What takes the place of the subject: another, open, and not leading back."""
    found = known.find("commitments", target)
    if target == act.subject:
        yield Finding(rules.WP_09, act.subject, act.subject)
    elif found is None:
        yield Finding(rules.WP_05, act.subject, repr(target)[:80])
    elif act.subject in (chain := _successors(str(target), known)):
        yield Finding(rules.WP_10, act.subject, " > ".join((act.subject, *chain)))
    elif closed := next((name for name in _CLOSING if found.get(name)), None):
        yield Finding(rules.WP_11, act.subject, f"{target}: {closed} {found[closed]}")


def _successors(id: str, known: Known) -> list[str]:
    chain = [id]
    while following := (known.find("commitments", chain[-1]) or {}).get("superseded_by"):
        if following in chain:
            break
        chain.append(following)
    return chain


def _made(
    act: PlanAct, kind: ActKind, before: Record, known: Known
) -> tuple[list[tuple[str, str, Record]], list[Finding]]:
    """The paper of the act and its subject, formed and checked by the rules of the format."""
    statement = kind.type not in BECOMES
    paper_id = act.subject if statement else paper_identifier(act.on, act.digest)
    title = kind.does.format(subject=act.subject)
    own = (act.english.get("title", ""), act.spanish.get("title", ""))
    members = paper(act, paper_id, own if statement else (title.en, title.es), own_title=statement)
    document, entry, findings = formed(act, "documents", members)
    entries = [entry]
    records = [("documents", paper_id, document)]
    if not statement:
        becoming = BECOMES[kind.type](act, before, known, paper_id)
        record, entry, more = formed(act, kind.kind, becoming)
        findings += more
        entries.append(entry)
        records.append((kind.kind, act.subject, record))
    return records, [*findings, *_findings_of_record(act, entries, known)]


def _findings_of_record(act: PlanAct, made: list[Entry], known: Known) -> Iterator[Finding]:
    """What the rules between records say about what the act made, beside all that it names."""
    own = {(each.kind.name, each.identity): each for each in made}
    entries: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    around = _neighbors(made, known)
    around.update(own)
    for (kind, _), entry in around.items():
        entries[kind].append(entry)
    entries["legends"] += _legends(known)
    for finding in check_entries(entries):
        if (finding.data["kind"], finding.data["id"]) in own:
            yield placed(act, finding)


def _neighbors(made: Iterable[Entry], known: Known) -> dict[tuple[str, str], Entry]:
    """Every record that can be reached by a reference, as far as the rules between records look."""
    found: dict[tuple[str, str], Entry] = {}
    pending = list(made)
    while pending:
        entry = pending.pop()
        for kind, id in _named_in(entry.kind.fields, entry.record):
            record = known.find(kind, id)
            if record is not None and (kind, id) not in found:
                found[kind, id] = _entry(kind, record)
                if kind == "commitments":
                    pending.append(found[kind, id])
    return found


def _named_in(fields: tuple[Field, ...], record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in fields:
        value = record.get(field.name)
        values = value if isinstance(value, list) else [value] if value is not None else []
        for each in values:
            if field.type is Type.REFERENCE:
                yield field.of, each
            elif field.type is Type.RECORD:
                yield from _named_in(field.fields, each)


def _entry(kind: str, record: Record) -> Entry:
    return Entry(KINDS[kind], record, 0, dict.fromkeys(record, 0))


def _legends(known: Known) -> Iterator[Entry]:
    built_in = {(each["legend"], each["code"]) for each in BUILT_IN_LEGENDS}
    for record in known.records.get("legends", {}).values():
        if (record["legend"], record["code"]) not in built_in:
            yield _entry("legends", record)


def _findings_beyond_format(
    act: PlanAct,
    kind: ActKind,
    before: Record | None,
    records: list[tuple[str, str, Record]],
    known: Known,
) -> Iterator[Finding]:
    """What the format leaves open and an act may not do."""
    made = records[-1][2]
    if kind.type.endswith(".amend") and before is not None and not _says_more(before, made, records[0][1]):
        yield Finding(rules.WP_12, act.subject)
    if kind.kind == "milestones":
        yield from _findings_of_milestone(act, kind, made, known)


def _says_more(before: Record, made: Record, paper: str) -> bool:
    """Whether anything differs but what every amendment sets: its own paper, and that the words are official."""
    if before.get("document"):
        return {**made, "document": before["document"]} != before
    papers = [each for each in made.get("stated_in", ()) if each != paper]
    kept: Record = {
        name: before[name]
        for name in ("title_es_basis", "stated_on", "stated_on_precision")
        if name in before
    }
    return {**made, **kept, "stated_in": papers} != before


def _findings_of_milestone(act: PlanAct, kind: ActKind, made: Record, known: Known) -> Iterator[Finding]:
    commitment = known.find("commitments", made.get("commitment"))
    if commitment is None:
        return
    closed = next((name for name in _CLOSING if commitment.get(name)), None)
    if closed and kind.type != "milestone.reach":
        yield Finding(rules.WP_11, act.subject, f"{made['commitment']}: {closed} {commitment[closed]}")
    due, stated = last_day(made.get("due")), last_day(commitment["stated_on"])
    if due and stated and due < stated and kind.type != "milestone.reach":
        yield Finding(rules.WP_14, act.subject, f"{made['due']} < {commitment['stated_on']}")
    reached = last_day(made.get("reached"))
    if kind.type == "milestone.reach" and (reached is None or reached > act.on):
        yield Finding(rules.WP_15, act.subject, f"{made.get('reached', '-')} > {act.on}")
