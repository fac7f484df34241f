"""What the records of a folder say about each other."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding
from hled.sources.record import rules
from hled.sources.record.forming import Entry, partial_date
from hled.sources.record.notes import names_a_start
from hled.sources.record.schema import BUILT_IN_LEGENDS, KINDS, Field, Record, Type

Entries: TypeAlias = Mapping[str, list[Entry]]
Findings: TypeAlias = Iterator[Finding]

_DONE = frozenset({"completed", "partly_completed"})
_BEFORE_THE_PROMISE = frozenset({"baseline", "gap"})


@dataclass(frozen=True)
class _Context:
    """The records by identifier; for a repeated identifier the first."""

    entries: Entries
    index: Mapping[str, Mapping[str, Entry]]
    legends: Mapping[str, Collection[str]]
    unread: Collection[str]

    def find(self, kind: str, identity: str | None) -> Entry | None:
        return self.index[kind].get(identity) if identity else None

    def value(self, kind: str, identity: str | None, name: str) -> Any:
        found = self.find(kind, identity)
        return found.record.get(name) if found else None


def check_entries(entries: Entries, *, unread: Collection[str] = ()) -> list[Finding]:
    """
    All findings between records.

    Parameters
    ----------
    unread : collection of str
        Kinds whose file could not be read whole: a reference into them is not judged.
    """
    context = _Context(entries, _index(entries), _legend_codes(entries["legends"]), unread)
    return [finding for check in _CHECKS for finding in check(context)]


def _index(entries: Entries) -> dict[str, dict[str, Entry]]:
    index: dict[str, dict[str, Entry]] = {}
    for kind, of_kind in entries.items():
        index[kind] = {}
        for entry in of_kind:
            index[kind].setdefault(entry.identity, entry)
    return index


def _legend_codes(legends: Iterable[Entry]) -> dict[str, set[str]]:
    codes: dict[str, set[str]] = defaultdict(set)
    for record in (*BUILT_IN_LEGENDS, *(entry.record for entry in legends)):
        codes[record["legend"]].add(record.get("code", ""))
    return codes


# Identity and reference.


def _duplicate_identifiers(context: _Context) -> Findings:
    for name, of_kind in context.entries.items():
        key = KINDS[name].key
        first = context.index[name]
        for entry in of_kind:
            if key in entry.record and first[entry.identity] is not entry:
                where = f"{entry.kind.file}:{first[entry.identity].line}"
                yield entry.finding(rules.DUPLICATE_IDENTIFIER, key, where)


def _unknown_names(context: _Context) -> Findings:
    """Codes that stand in no legend, and references to nothing."""
    for name, of_kind in context.entries.items():
        named = _naming(KINDS[name].fields)
        for entry in of_kind:
            yield from _unknown_in(context, entry, named, entry.record, "")


def _naming(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Fields that name something, or hold records with such fields."""
    naming = {Type.CODE, Type.REFERENCE}
    return tuple(each for each in fields if each.type in naming or _naming(each.fields))


def _unknown_in(
    context: _Context, entry: Entry, fields: tuple[Field, ...], record: Record, prefix: str
) -> Findings:
    for each in fields:
        value = record.get(each.name)
        if value is None:
            continue
        path = prefix + each.name
        values = value if each.many else (value,)
        for position, inner in enumerate(values):
            place = f"{path}[{position}]" if each.many else path
            if each.type is Type.RECORD:
                yield from _unknown_in(context, entry, _naming(each.fields), inner, f"{place}.")
            elif each.type is Type.CODE:
                yield from _unknown_code(context, entry, each, inner, place)
            elif inner not in context.index[each.of] and each.of not in context.unread:
                yield entry.finding(rules.UNKNOWN_REFERENCE, place, f"{inner} ({KINDS[each.of].file})")


def _unknown_code(context: _Context, entry: Entry, each: Field, code: str, place: str) -> Findings:
    if code in context.legends.get(each.of, ()) or "legends" in context.unread:
        return
    known = ", ".join(sorted(context.legends.get(each.of, ()))) or "-"
    says = Bilingual("{code}; legend {legend}: {known}", "{code}; catálogo {legend}: {known}")
    yield entry.finding(rules.UNKNOWN_CODE, place, says.format(code=code, legend=each.of, known=known))


# Commitments.


def _agencies(context: _Context) -> Findings:
    for entry in context.entries["commitments"]:
        for name, country in (("agencies_us", "US"), ("agencies_mx", "MX")):
            for position, code in enumerate(entry.record.get(name, ())):
                found = context.value("agencies", code, "country")
                if found not in {None, country}:
                    yield entry.finding(
                        rules.AGENCY_OF_OTHER_PARTY, f"{name}[{position}]", f"{code}: {found}"
                    )


def _agencies_basis(context: _Context) -> Findings:
    not_stated: Counter[str] = Counter()
    for entry in context.entries["commitments"]:
        basis = entry.record.get("agencies_basis")
        if basis is None or not {"agencies_us", "agencies_mx"} <= entry.record.keys():
            continue
        listed = bool(entry.record["agencies_us"] or entry.record["agencies_mx"])
        if listed == (basis == "none_named"):
            yield entry.finding(rules.AGENCIES_AGAINST_BASIS, "agencies_basis", basis)
        not_stated[basis] += 1
    yield from _inferred(not_stated, len(context.entries["commitments"]))


def _inferred(by_basis: Counter[str], total: int) -> Findings:
    """One finding for the whole file: the basis itself stands with each commitment."""
    inferred, partly = by_basis["inferred"], by_basis["partly_stated"]
    if inferred or partly:
        found = Bilingual(
            "of {total} commitments, {inferred} with inferred agencies and {partly} with some inferred",
            "de {total} compromisos, {inferred} con dependencias deducidas y {partly} con algunas deducidas",
        )
        yield Finding(
            rules.AGENCIES_INFERRED,
            place="commitments.yaml",
            found=found.format(total=total, inferred=inferred, partly=partly),
            data={
                "file": "commitments.yaml",
                "line": 0,
                "kind": "commitments",
                "id": "",
                "field": "agencies_basis",
            },
        )


def _pillars(context: _Context) -> Findings:
    links = (
        ("objective", "objectives", rules.OBJECTIVE_OF_OTHER_PILLAR),
        ("initiative", "initiatives", rules.INITIATIVE_OF_OTHER_PILLAR),
    )
    for entry in context.entries["commitments"]:
        own = entry.record.get("pillar")
        for name, kind, rule in links:
            linked = entry.record.get(name)
            pillar = context.value(kind, linked, "pillar")
            if None not in {own, pillar} and own != pillar:
                yield entry.finding(rule, name, f"{own}; {linked}: {pillar}")


def _children(context: _Context) -> Findings:
    parents: dict[str, list[str]] = defaultdict(list)
    for entry in context.entries["commitments"]:
        for position, child in enumerate(entry.record.get("children", ())):
            path = f"children[{position}]"
            if child == entry.identity:
                yield entry.finding(rules.CHILD_OF_ITSELF, path, child)
            else:
                parents[child].append(entry.identity)
                yield from _child_before_parent(context, entry, child, path)
    for child, of_child in parents.items():
        several = context.find("commitments", child)
        if several and len(of_child) > 1:
            yield several.finding(rules.SEVERAL_PARENTS, "", ", ".join(of_child))
    yield from _cycles(context, parents)


def _child_before_parent(context: _Context, parent: Entry, child: str, path: str) -> Findings:
    earlier, later = context.value("commitments", child, "stated_on"), parent.record.get("stated_on")
    if earlier and later and partial_date(earlier).last_day < partial_date(later).first_day:
        yield parent.finding(
            rules.CHILD_BEFORE_PARENT, path, f"{child} {earlier} < {parent.identity} {later}"
        )


def _cycles(context: _Context, parents: Mapping[str, list[str]]) -> Findings:
    for circle in _circles(parents):
        entry = context.find("commitments", circle[0])
        if entry is not None:
            yield entry.finding(rules.CYCLE_OF_PARENTS, "children", " < ".join((*circle, circle[0])))


def _circles(graph: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Circles of a graph, at least one where there is any, in time linear in its links."""
    finished: set[str] = set()
    for start in graph:
        path: dict[str, None] = {} if start in finished else {start: None}
        branches = [iter(graph[start])] if path else []
        while branches:
            following = next(branches[-1], None)
            if following is None:
                branches.pop()
                finished.add(path.popitem()[0])
            elif following in path:
                members = list(path)
                yield members[members.index(following) :]
            elif following not in finished:
                path[following] = None
                branches.append(iter(graph.get(following, ())))


def _due(context: _Context) -> Findings:
    for entry in context.entries["commitments"]:
        due, stated = entry.record.get("due"), entry.record.get("stated_on")
        notes = (entry.record.get("due_note_en", ""), entry.record.get("due_note_es", ""))
        if due and stated and partial_date(due).last_day < partial_date(stated).first_day:
            rule = rules.DUE_BEFORE_STATED_WITH_NOTE if all(notes) else rules.DUE_BEFORE_STATED
            yield entry.finding(rule, "due", f"{due} < {stated}")
        if due and names_a_start(*notes):
            yield entry.finding(
                rules.DUE_IS_A_START,
                "due",
                Bilingual("{due}: {note}", "{due}: {note}").format(due=due, note=Bilingual(*notes)),
            )


def _stated_on(context: _Context) -> Findings:
    for entry in context.entries["commitments"]:
        if "stated_on" not in entry.record:
            continue
        said = entry.record["stated_on"]
        documents = [context.find("documents", each) for each in entry.record.get("stated_in", ())]
        if None in documents:
            continue
        dates = (each.record.get("date") for each in documents if each)
        known = [date for date in dates if date]
        earliest = min(known, key=_first_day, default=None)
        if said is None:
            yield entry.finding(rules.UNDATED_COMMITMENT, "stated_on", earliest or "null")
        elif said != earliest:
            yield entry.finding(rules.STATED_ON_NOT_EARLIEST, "stated_on", f"{said}; {earliest or 'null'}")


def _first_day(text: str) -> tuple[Any, str]:
    return (partial_date(text).first_day, text)


# Reports.


def _reports(context: _Context) -> Findings:
    for entry in context.entries["progress_reports"]:
        record = entry.record
        without = "document" in record and record["document"] is None and "source_url" not in entry.lines
        if without and record.get("kind") != "gap":
            yield entry.finding(rules.REPORT_WITHOUT_SOURCE, "document", "null")
        commitment = context.find("commitments", record.get("commitment"))
        yield from _report_dates(context, entry)
        if commitment is not None:
            yield from _report_and_promise(entry, commitment)


def _report_dates(context: _Context, entry: Entry) -> Findings:
    record = entry.record
    reported, happened = record.get("reported_on"), record.get("happened_on")
    dated = context.value("documents", record.get("document"), "date")
    if "reported_on" in record and reported is None:
        yield entry.finding(rules.UNDATED_REPORT, "reported_on", "null")
    if reported and happened and record.get("kind") != "forecast" and _starts_after(happened, reported):
        yield entry.finding(rules.HAPPENED_AFTER_REPORT, "happened_on", f"{happened} > {reported}")
    if reported and dated and reported != dated:
        yield entry.finding(
            rules.REPORT_OF_OTHER_DATE, "reported_on", f"{reported}; {record['document']}: {dated}"
        )


def _starts_after(later: str, earlier: str) -> bool:
    return partial_date(later).first_day > partial_date(earlier).last_day


def _report_and_promise(entry: Entry, commitment: Entry) -> Findings:
    record, promise = entry.record, commitment.record
    reported, stated = record.get("reported_on"), promise.get("stated_on")
    if (
        reported
        and stated
        and record.get("kind") not in _BEFORE_THE_PROMISE
        and _starts_after(stated, reported)
    ):
        yield entry.finding(
            rules.REPORT_BEFORE_PROMISE, "reported_on", f"{reported} < {commitment.identity} {stated}"
        )
    if record.get("shows") in _DONE and record.get("document") in promise.get("stated_in", ()):
        yield entry.finding(
            rules.STATES_AND_REPORTS_DONE, "document", f"{record['document']}; {record['shows']}"
        )
    if record.get("late") and "due" in promise and promise["due"] is None:
        yield entry.finding(rules.LATE_WITHOUT_DUE, "late", f"{commitment.identity}.due: null")


# Dates and passages.


_SPANS = (
    ("first_era_workstreams", "period_from", "period_to"),
    ("stakeholder_organizations", "period_from", "period_to"),
    ("dockets", "comments_due_first", "comments_due"),
)


def _spans(context: _Context) -> Findings:
    for kind, start, end in _SPANS:
        for entry in context.entries[kind]:
            first, last = entry.record.get(start), entry.record.get(end)
            if first and last and _starts_after(first, last):
                yield entry.finding(rules.END_BEFORE_START, end, f"{last} < {first}")


def _documents(context: _Context) -> Findings:
    for entry in context.entries["documents"]:
        if "url" in entry.record and entry.record["url"] is None and "act_sha256" not in entry.record:
            yield entry.finding(rules.DOCUMENT_WITHOUT_PLACE, "url", "null")
        if "date" in entry.record and entry.record["date"] is None:
            yield entry.finding(rules.UNDATED_DOCUMENT, "date", "null")


def _passages(context: _Context) -> Findings:
    texts: dict[tuple[Any, Any], str] = {}
    for entry in context.entries["passages"]:
        record = entry.record
        subjects = [name for name in ("commitment", "objective", "pillar") if name in entry.lines]
        if len(subjects) != 1:
            yield entry.finding(rules.PASSAGE_SUBJECT, "", ", ".join(subjects) or "-")
        start, end = record.get("start"), record.get("end")
        if start is not None and end is not None and end <= start:
            yield entry.finding(rules.END_BEFORE_START, "end", f"{end} <= {start}")
        yield from _passage_document(context, entry)
        digest = record.get("text_sha256")
        if digest and texts.setdefault((record.get("document"), record.get("lang")), digest) != digest:
            yield entry.finding(rules.PASSAGES_OF_TWO_TEXTS, "text_sha256", digest)


def _passage_document(context: _Context, entry: Entry) -> Findings:
    for name, kind in (("commitment", "commitments"), ("objective", "objectives")):
        stated = context.value(kind, entry.record.get(name), "stated_in")
        named = [stated] if isinstance(stated, str) else stated
        document = entry.record.get("document")
        if named is not None and document is not None and document not in named:
            yield entry.finding(
                rules.PASSAGE_OF_OTHER_DOCUMENT, "document", f"{document}; {', '.join(named)}"
            )


_CHECKS: tuple[Callable[[_Context], Findings], ...] = (
    _duplicate_identifiers,
    _unknown_names,
    _agencies,
    _agencies_basis,
    _pillars,
    _children,
    _due,
    _stated_on,
    _reports,
    _spans,
    _documents,
    _passages,
)
