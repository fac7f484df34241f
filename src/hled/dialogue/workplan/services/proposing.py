"""Begin a proposal on the work plan with the words that stand, for the editor of joint texts."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction

from hled.dialogue.accord.domain.texts.forms import findings_of_fields, form_of
from hled.dialogue.accord.domain.texts.segments import JointText, Segment, SegmentKind, Side
from hled.dialogue.accord.models import Proposal
from hled.dialogue.accord.queries.texts.reading import words_of
from hled.dialogue.accord.services.texts.desk import keep_words
from hled.dialogue.accord.services.texts.proposing import begin
from hled.dialogue.chronicle.queries import said
from hled.dialogue.delegations.models import Person
from hled.dialogue.workplan.domain.acts import ACT_KINDS, ActKind, Asks
from hled.dialogue.workplan.domain.acts.rules import WP_01, WP_02, WP_05
from hled.dialogue.workplan.queries.acts import SHELVES, used_identifiers
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, require
from hled.sources.record.schema import Record

NOTHING: Mapping[str, Any] = MappingProxyType({})


@transaction.atomic
def propose_change(
    *,
    type: str,
    subject: str,
    effective: date,
    by: Person,
    at: datetime,
    occasion: str | None = None,
    fields: Mapping[str, Any] = NOTHING,
) -> Proposal:
    """
    Begin the draft of an act on the work plan, of the Party of the person.

    It has the segments of its kind: those that stand already with their words in both languages, the others empty.
    Fields that are not given are left out, and so stay as they are, until someone sets them.

    Raises
    ------
    BrokenRuleError
        WP-01 for an unknown type, WP-02 and WP-05 when the subject is there already or is not; AC-62 for a field of no
        such form; what `begin` refuses.
    """
    require(WP_01, type in ACT_KINDS, place=type[:60], found=", ".join(ACT_KINDS))
    kind = ACT_KINDS[type]
    standing = said(SHELVES[kind.kind], ids=[subject]).get(subject)
    if kind.asks is Asks.NEW:
        require(WP_02, subject not in used_identifiers(kind.kind), place=subject[:80], found=subject[:80])
    else:
        require(WP_05, standing is not None, place=subject[:80], found=SHELVES[kind.kind].format.file)
    subject_kind, _, verb = type.partition(".")
    findings = list(findings_of_fields(form_of(subject_kind), fields, final=False))
    if findings:
        raise BrokenRuleError(findings)
    made = begin(
        subject=subject,
        kind=subject_kind,
        verb=verb,
        title=_title(kind, subject),
        effective=effective,
        by=by,
        at=at,
        occasion=occasion,
        fields=fields,
    )
    copied = words_of(made)
    keep_words(made, copied, JointText(tuple(_segments(kind, standing or {}, copied))), by=by, at=at)
    return made


def _title(kind: ActKind, subject: str) -> Bilingual:
    return Bilingual(f"{kind.label.en}: {subject}", f"{kind.label.es}: {subject}")


def _segments(kind: ActKind, standing: Record, copied: JointText) -> Iterator[Segment]:
    """The segments of the kind in their order; one that was copied from the agreed text keeps its identity."""
    known = {each.name: each.id for each in copied.segments if each.name}
    for name in dict.fromkeys((*kind.repeats, *kind.named)):
        en, es = standing.get(f"{name}_en"), standing.get(f"{name}_es")
        if en and es:
            yield Segment(known.get(name, name), SegmentKind.FIELD, Side(en, 1, 1), Side(es, 1, 1), name)
        elif name not in kind.repeats and _is_required(kind, name):
            yield Segment(known.get(name, name), SegmentKind.FIELD, name=name)


def _is_required(kind: ActKind, name: str) -> bool:
    return any(each.required for each in kind.segments if each.name == name)
