"""Whether an act has the texts and the fields of its kind, and a record made of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from hled.dialogue.workplan.domain.acts.act import PlanAct
from hled.dialogue.workplan.domain.acts.kinds import ActKind
from hled.dialogue.workplan.domain.acts.rules import WP_07, WP_08, WP_18
from hled.kernel.bilingual import Bilingual, Language
from hled.kernel.rule import Finding
from hled.sources.record.forming import Entry
from hled.sources.record.json_reading import form_json
from hled.sources.record.schema import KINDS, Record


def findings_of_content(act: PlanAct, kind: ActKind) -> Iterator[Finding]:
    """WP-07 for each text, WP-08 for each field, that is missing or that the kind does not have."""
    sides = {Language.EN: act.english, Language.ES: act.spanish}
    for segment in kind.segments:
        given = [language for language, texts in sides.items() if texts.get(segment.name, "").strip()]
        wanted = list(Language) if segment.required or _named(act, segment.name) else []
        for language in wanted:
            if language not in given:
                yield Finding(WP_07, f"{act.subject} {segment.name}", _MISSING[language])
    if not kind.free:
        for name in sorted((act.english.keys() | act.spanish.keys()) - {*kind.named, *kind.repeats}):
            yield Finding(WP_07, f"{act.subject} {name}", _NO_SUCH_TEXT)
    for name in sorted(act.fields.keys() - set(kind.asked_fields)):
        yield Finding(WP_08, f"{act.subject} {name}", str(act.fields[name])[:60])


def _named(act: PlanAct, segment: str) -> bool:
    return segment in act.english or segment in act.spanish


def findings_of_repeated(act: PlanAct, kind: ActKind, before: Record) -> Iterator[Finding]:
    """WP-18, for each text that the act repeats in other words than those that stand."""
    for name in kind.repeats:
        for language, texts in (("en", act.english), ("es", act.spanish)):
            if name in texts and texts[name] != before.get(f"{name}_{language}"):
                yield Finding(WP_18, f"{act.subject} {name}_{language}", texts[name][:80])


_MISSING = {
    Language.EN: Bilingual("no text in English", "sin texto en inglés"),
    Language.ES: Bilingual("no text in Spanish", "sin texto en español"),
}
_NO_SUCH_TEXT = Bilingual("no text of this kind of act", "no es un texto de este tipo de acto")


def texts_of(act: PlanAct, *names: str) -> dict[str, Any]:
    """The pairs of fields that the segments of an act become; null where the act has no such text."""
    return {
        f"{name}_{language}": texts.get(name)
        for name in names
        for language, texts in (("en", act.english), ("es", act.spanish))
    }


def formed(act: PlanAct, kind: str, members: Mapping[str, Any]) -> tuple[Record, Entry, list[Finding]]:
    """
    A record of a kind from its members, by the rules of the record's format.

    A null where the format has none says that the field is none: it is left out.
    """
    nullable = {field.name for field in KINDS[kind].fields if field.nullable}
    there = {name: value for name, value in members.items() if value is not None or name in nullable}
    entry, findings = form_json(KINDS[kind], there)
    return entry.record, entry, [placed(act, each) for each in findings]


def placed(act: PlanAct, finding: Finding) -> Finding:
    """The same finding, with the act as its place and not a line of a file."""
    return replace(finding, place=" ".join(filter(None, (act.subject, str(finding.data.get("field", ""))))))
