"""What the answer of a screen holds beside its rows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.domain.numbers import share_text
from hled.dialogue.studies.domain.question import Item
from hled.dialogue.studies.domain.questions.screen_words import CHOICE_NAMES, criterion_words
from hled.kernel.rule import Finding

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.choosing import ListPart
    from hled.dialogue.studies.domain.screening.comparing import Second
    from hled.dialogue.studies.domain.screening.ranked import Ranked
    from hled.dialogue.studies.domain.screening.rows import Seen
    from hled.dialogue.studies.domain.screening.weights import Criterion, Pillar, WeightDocument


def members(
    seen: "Seen", document: "WeightDocument", rows: Sequence[Item], second: "Second | None"
) -> dict[str, Any]:
    """How many there are, lists, action areas, weights, what moves the order, what was not computed."""
    from hled.dialogue.studies.domain.screening.lacking import lacking_members

    ranked, choice = seen.ranked, seen.choice
    return {
        "count": len(rows),
        "ordered": len(ranked.chosen),
        "too_small": int(len(choice.rows) - len(ranked.chosen)),
        "areas": _areas(rows, seen.measures.lacking),
        "lists": [list_member(each) for each in choice.lists],
        "weights": _weights(ranked, document, second),
        "weights_version": document.version,
        "weights_digest": document.digest,
        "sensitivity": _sensitivity(ranked, document),
        "criteria": [*map(criterion_words, seen.measures.cases[0].items)],
        "runs": ranked.order.runs.count,
        "lacking": lacking_members(seen.measures.lacking),
        "sample": seen.measures.capability.as_member(),
        "dropped": len(seen.measures.capability.dropped),
        "national_share": share_text(seen.subject.reading.national_share),
    }


def list_member(part: "ListPart") -> dict[str, Any]:
    return {
        "id": part.list.id,
        "part": part.part,
        "version": part.list.version,
        "digest": part.list.digest,
        "title_en": part.title.en,
        "title_es": part.title.es,
        "products": len(part.products),
    }


def _areas(rows: Sequence[Item], lacking: Mapping[str, str]) -> list[dict[str, Any]]:
    """Action areas with their rows; no count of one whose rule asks for a table that is not there."""
    from hled.dialogue.studies.domain.screening.action_areas import ACTION_AREAS

    return [
        {
            "code": area.code,
            "title_en": area.title.en,
            "title_es": area.title.es,
            "when_en": area.when.en,
            "when_es": area.when.es,
            "count": None if area.code in lacking else sum(each["area"] == area.code for each in rows),
            "needs": lacking.get(area.code),
        }
        for area in ACTION_AREAS
    ]


def _weights(found: "Ranked", document: "WeightDocument", second: "Second | None") -> list[dict[str, Any]]:
    nominal, known = document.nominal(), found.indicators.known
    after = second.weights if second else {}
    return [
        {
            **_said(pillar, each),
            "nominal": share_text(nominal[each.code]),
            "effective": share_text(float(found.effective[at])),
            "known": share_text(float(known[:, at].mean())),
            "nominal_after": _share(after.get(each.code, (None, None))[0]),
            "effective_after": _share(after.get(each.code, (None, None))[1]),
        }
        for at, (pillar, each) in enumerate(_criteria(document))
    ]


def _criteria(document: "WeightDocument") -> "Iterator[tuple[Pillar, Criterion]]":
    for pillar in document.pillars:
        for each in pillar.criteria:
            yield pillar, each


def _said(pillar: "Pillar", each: "Criterion") -> Mapping[str, str]:
    return {
        "pillar": pillar.code,
        "pillar_en": pillar.title.en,
        "pillar_es": pillar.title.es,
        "code": each.code,
        "title_en": each.title.en,
        "title_es": each.title.es,
        "says_en": each.says.en,
        "says_es": each.says.es,
        "reason_en": each.reason.en,
        "reason_es": each.reason.es,
    }


def _share(value: float | None) -> str | None:
    return None if value is None else share_text(value)


def _sensitivity(found: "Ranked", document: "WeightDocument") -> list[dict[str, Any]]:
    titles = {each.code: each.title for each in document.criteria} | dict(CHOICE_NAMES)
    sensitivity = found.sensitivity
    return [
        {
            "code": name,
            "title_en": titles[name].en,
            "title_es": titles[name].es,
            "first": share_text(float(sensitivity.first[at])),
            "first_error": share_text(float(sensitivity.first_error[at])),
            "total": share_text(float(sensitivity.total[at])),
            "total_error": share_text(float(sensitivity.total_error[at])),
        }
        for at, name in enumerate(sensitivity.names)
    ]


def findings_of(seen: "Seen") -> tuple[Finding, ...]:
    """What the reading found, criteria and indicators that could not be computed, and listed products that nobody bought."""
    from hled.dialogue.studies.domain.screening.lacking import NEEDED
    from hled.dialogue.studies.domain.screening.screen_rules import SC_32, SC_34

    measured = seen.measures
    lacking = [
        Finding(SC_32, name, NEEDED[needs], data={"needs": needs})
        for name in seen.ranked.indicators.names
        if (needs := measured.lacking.get(name))
    ]
    absent = seen.choice.absent
    unbought = [Finding(SC_34, "list", ", ".join(absent[:20]))] if absent else []
    return (
        *seen.subject.findings,
        *measured.capability.findings,
        *measured.flags.missing,
        *lacking,
        *unbought,
    )


def figure(row: Item) -> dict[str, Any]:
    """What the pictures show of a row."""
    names = ("code", "rank", "low", "high", "need", "capability", "external_imports", "area")
    spans = ("need_low", "need_high", "capability_low", "capability_high")
    return {name: row[name] for name in (*names, *spans)}
