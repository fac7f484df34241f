"""The docket as answers of commands and endpoints."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from fractions import Fraction
from typing import Any

from django.db.models import QuerySet

from hled.dialogue.docket.domain.filing import is_open
from hled.dialogue.docket.domain.loop import Loop
from hled.dialogue.docket.domain.themes.balance import Quotation, Tally
from hled.dialogue.docket.models import Call, Submission
from hled.dialogue.docket.queries.asking import Filters
from hled.dialogue.docket.queries.calls import call_known, call_view, calls_known, campaigns
from hled.dialogue.docket.queries.chain import Chain
from hled.dialogue.docket.queries.groups import GroupView, group_view
from hled.dialogue.docket.queries.loop import loop_figures
from hled.dialogue.docket.queries.public import Counted, as_public, with_all_shown
from hled.dialogue.docket.queries.searching import search
from hled.dialogue.docket.queries.submissions import submission_view
from hled.dialogue.docket.queries.themes import Owed, ThemeLine, theme_lines, theme_named, theme_view
from hled.interfaces.answers import (
    COUNT,
    DAY,
    FLAG,
    NUMBER_TEXT,
    TEXT,
    Answer,
    Published,
    both,
    listing,
    maybe,
    page,
    shape,
)
from hled.interfaces.asked import Asked
from hled.interfaces.problems import not_found
from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party

CHUNK = 2_000

CALL: dict[str, Any] = {
    "id": TEXT,
    **both("title", "about"),
    "party": maybe(TEXT),
    "scope": maybe(TEXT),
    "scope_id": maybe(TEXT),
    "opens_on": DAY,
    "closes_on": maybe(DAY),
    "reply_days": COUNT,
    "is_standing": FLAG,
    "is_open": FLAG,
}
LOOP = shape(
    party=TEXT,
    themes=COUNT,
    replied=COUNT,
    waiting=COUNT,
    overdue=COUNT,
    reply_rate=maybe(NUMBER_TEXT),
    median_days=maybe(NUMBER_TEXT),
    on_agenda=COUNT,
    decided=COUNT,
    changed=COUNT,
    change_rate=maybe(NUMBER_TEXT),
)
_NUMBERED = listing(shape(code=TEXT, count=COUNT))
COUNTS = shape(
    received=COUNT,
    shown=COUNT,
    withdrawn=COUNT,
    disowned=COUNT,
    rejected=_NUMBERED,
    groups=COUNT,
    wordings=COUNT,
)
_TALLY = shape(submissions=COUNT, groups=COUNT, kinds=_NUMBERED, sizes=_NUMBERED, places=_NUMBERED)
_LARGEST = listing(shape(id=TEXT, submissions=COUNT))
_SUBMISSION = shape(
    id=TEXT,
    call=TEXT,
    intake=TEXT,
    filed_on=DAY,
    corrected_on=maybe(DAY),
    kind=TEXT,
    size=TEXT,
    place=TEXT,
    language=TEXT,
    text=TEXT,
    answers=listing(shape(question=COUNT, text=TEXT)),
    attachments=listing(shape(name=TEXT, kind=TEXT, digest=TEXT, state=TEXT)),
    group=maybe(TEXT),
    theme=maybe(TEXT),
)
HEADING = tuple(_SUBMISSION["properties"])
"""Columns of a table of submissions."""
_REPLY = shape(party=TEXT, answer=TEXT, **both("reasons"), link=TEXT, link_id=TEXT, approved_on=DAY)
_OWED = shape(party=TEXT, due_on=maybe(DAY), overdue=FLAG, replies=listing(_REPLY))
_CHAIN = shape(
    sent_on=maybe(DAY),
    points=listing(shape(id=TEXT, meeting=TEXT)),
    decisions=listing(shape(id=TEXT, **both("title"), agreed_on=DAY)),
    changes=listing(shape(subject=TEXT, type=TEXT, on=DAY, decision=TEXT)),
)
_THEME: dict[str, Any] = {
    "id": TEXT,
    "call": TEXT,
    **both("title"),
    "pillar": maybe(TEXT),
    "commitment": maybe(TEXT),
    "submissions": COUNT,
    "owed": listing(_OWED),
    "became": _CHAIN,
}
CALLS_SCHEMA = Published(
    "docket-calls", Bilingual("Calls for input", "Convocatorias para recibir aportaciones"), shape(**CALL)
)
CALL_SCHEMA = Published(
    "docket-call",
    Bilingual("One call and what was filed to it", "Una convocatoria y lo que se presentó"),
    shape(
        **CALL,
        questions=listing(shape(place=COUNT, **both("asks"))),
        counts=COUNTS,
        campaigns=_LARGEST,
        themes=listing(TEXT),
        loop=listing(LOOP),
    ),
)
SUBMISSIONS_SCHEMA = Published(
    "docket-submissions",
    Bilingual("Public submissions, the newest first", "Aportaciones públicas, las más recientes primero"),
    _SUBMISSION,
    {"more": FLAG, "before": maybe(TEXT)},
)
SUBMISSION_SCHEMA = Published(
    "docket-submission", Bilingual("One public submission", "Una aportación pública"), _SUBMISSION
)
GROUP_SCHEMA = Published(
    "docket-group",
    Bilingual("A group of near-copies", "Un grupo de copias casi iguales"),
    shape(
        id=TEXT,
        call=TEXT,
        shared_text=TEXT,
        language=TEXT,
        wordings=COUNT,
        first_on=DAY,
        last_on=DAY,
        tally=_TALLY,
        themes=listing(TEXT),
    ),
)
THEMES_SCHEMA = Published(
    "docket-themes",
    Bilingual("Themes, those of most submissions first", "Temas, los de más aportaciones primero"),
    shape(**_THEME),
)
THEME_SCHEMA = Published(
    "docket-theme",
    Bilingual("One theme, who says it and what became of it", "Un tema, quién lo dice y qué fue de él"),
    shape(
        **_THEME,
        terms=listing(shape(en=TEXT, es=TEXT)),
        tally=_TALLY,
        quotations=listing(
            shape(submission=TEXT, sentence=TEXT, kind=TEXT, place=TEXT, stance=TEXT, senders=COUNT)
        ),
        largest=_LARGEST,
        merged_into=maybe(TEXT),
    ),
)
LOOP_SCHEMA = Published(
    "docket-loop",
    Bilingual("Figures of the loop, by Party", "Cifras del circuito, por Parte"),
    LOOP,
    {"call": maybe(TEXT)},
)


def calls_answer(asked: Asked, *, limit: int | None = None, offset: int = 0) -> Answer:
    found = list(calls_known(asked))
    return Answer(
        "docket-calls",
        {**asked.as_json(), "limit": limit, "offset": offset},
        [call_item(each, asked) for each in page(found, limit, offset)],
        total=len(found),
    )


def call_answer(asked: Asked, code: str) -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01.
    """
    view = call_view(code, asked)
    item = call_item(view.row, asked) | {
        "questions": [
            {"place": place, "asks_en": said.en, "asks_es": said.es} for place, said in view.questions
        ],
        "counts": counts_item(view.counts) if view.counts else {},
        "campaigns": [
            {"id": each.code, "submissions": each.submissions} for each in campaigns(view.row, asked)
        ],
        "themes": [each.code for each in theme_lines(asked, view.row)],
        "loop": loop_items(asked, view.row),
    }
    return Answer("docket-call", {**asked.as_json(), "id": code}, [item])


def submissions_answer(asked: Asked, wanted: Filters, *, limit: int, before: str = "") -> Answer:
    """
    A page of submissions; `total` is exact as long as `more` is false.

    Raises
    ------
    BrokenRuleError
        DK-50.
    """
    found = search(wanted, asked, before=before, most=limit)
    rows = with_all_shown(Submission.objects.filter(pk__in=[each.pk for each in found.rows]))
    return Answer(
        "docket-submissions",
        {**asked.as_json(), **asdict(wanted), "limit": limit, "before": before},
        [dict(as_public(each)) for each in rows.order_by("-pk")],
        extras={"more": found.more, "before": found.before or None},
        total=found.count,
    )


def submission_items(rows: QuerySet[Submission]) -> Iterator[Mapping[str, Any]]:
    """Submissions as public data, one after the other, without holding them all."""
    for each in with_all_shown(rows).iterator(chunk_size=CHUNK):
        yield as_public(each)


def submission_answer(asked: Asked, code: str) -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01, also for one that is not shown.
    """
    view = submission_view(code, asked)
    if view.hidden:
        raise not_found("submission", code)
    row = with_all_shown(Submission.objects.filter(pk=view.row.pk)).get()
    return Answer("docket-submission", {**asked.as_json(), "id": code}, [dict(as_public(row))])


def group_answer(asked: Asked, code: str) -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01.
    """
    return Answer("docket-group", {**asked.as_json(), "id": code}, [_group(group_view(code, asked))])


def themes_answer(asked: Asked, *, call: str = "", limit: int | None = None, offset: int = 0) -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01, for an unknown call.
    """
    found = theme_lines(asked, call_known(call, asked) if call else None)
    return Answer(
        "docket-themes",
        {**asked.as_json(), "call": call, "limit": limit, "offset": offset},
        [_theme(each) for each in page(found, limit, offset)],
        total=len(found),
    )


def theme_answer(asked: Asked, code: str) -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01.
    """
    view = theme_view(theme_named(code, asked), asked)
    line = ThemeLine(view.row, view.heard.tally.submissions, view.owed, view.became)
    item = _theme(line) | {
        "terms": [{"en": each.en, "es": each.es} for each in view.terms],
        "tally": _tally(view.heard.tally),
        "quotations": [_quotation(each) for each in view.heard.quotations],
        "largest": [{"id": id, "submissions": count} for id, count in view.heard.largest],
        "merged_into": view.row.merged_into.code if view.row.merged_into else None,
    }
    return Answer("docket-theme", {**asked.as_json(), "id": code}, [item])


def loop_answer(asked: Asked, *, call: str = "") -> Answer:
    """
    Raises
    ------
    NotFoundError
        PG-01, for an unknown call.
    """
    row = call_known(call, asked) if call else None
    return Answer(
        "docket-loop",
        {**asked.as_json(), "call": call},
        loop_items(asked, row),
        extras={"call": row.code if row else None},
    )


def call_item(row: Call, asked: Asked) -> dict[str, Any]:
    names = ("title_en", "title_es", "about_en", "about_es", "reply_days", "is_standing")
    return {
        "id": row.code,
        **{name: getattr(row, name) for name in names},
        "party": row.party or None,
        "scope": row.scope or None,
        "scope_id": row.scope_id or None,
        "opens_on": row.opens_on.isoformat(),
        "closes_on": _day(row.closes_on),
        "is_open": is_open(row.opens_on, row.closes_on, asked.as_of),
    }


def counts_item(counts: Counted) -> dict[str, Any]:
    names = ("received", "shown", "withdrawn", "disowned", "groups", "wordings")
    return {
        **{name: getattr(counts, name) for name in names},
        "rejected": _numbered(counts.rejected),
    }


def _group(view: GroupView) -> dict[str, Any]:
    return {
        "id": view.code,
        "call": view.call.code,
        "shared_text": view.shared,
        "language": view.language,
        "wordings": view.wordings,
        "first_on": view.first_at.date().isoformat(),
        "last_on": view.last_at.date().isoformat(),
        "tally": _tally(view.tally),
        "themes": [each.code for each in view.themes],
    }


def _theme(line: ThemeLine) -> dict[str, Any]:
    row = line.row
    return {
        "id": row.code,
        "call": row.call.code,
        "title_en": row.title_en,
        "title_es": row.title_es,
        "pillar": row.pillar or None,
        "commitment": row.commitment or None,
        "submissions": line.submissions,
        "owed": [_owed(each) for each in line.owed],
        "became": _chain(line.became),
    }


def _owed(owed: Owed) -> dict[str, Any]:
    names = ("party", "answer", "reasons_en", "reasons_es", "link", "link_id")
    return {
        "party": owed.party.value,
        "due_on": _day(owed.due_on),
        "overdue": owed.overdue,
        "replies": [
            {name: getattr(each, name) for name in names}
            | {"approved_on": each.approved_at.date().isoformat()}
            for each in owed.replies
            if each.approved_at
        ],
    }


def _chain(became: Chain) -> dict[str, Any]:
    return {
        "sent_on": _day(became.agenda_on),
        "points": [{"id": each.code, "meeting": each.meeting.code} for each in became.points],
        "decisions": [
            {
                "id": each.subject,
                "title_en": each.title_en,
                "title_es": each.title_es,
                "agreed_on": each.agreed_at.date().isoformat(),
            }
            for each in became.decisions
        ],
        "changes": [
            {
                "subject": each.subject,
                "type": each.type,
                "on": each.at.date().isoformat(),
                "decision": each.decision.subject,
            }
            for each in became.changes
        ],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "submissions": tally.submissions,
        "groups": tally.groups,
        "kinds": _numbered(tally.kinds),
        "sizes": _numbered(tally.sizes),
        "places": _numbered(tally.places),
    }


def _numbered(pairs: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{"code": code, "count": count} for code, count in pairs]


def _quotation(each: Quotation) -> dict[str, Any]:
    return {
        "submission": each.code,
        "sentence": each.sentence,
        "kind": each.kind,
        "place": each.place,
        "stance": each.stance.value,
        "senders": each.senders,
    }


def loop_items(asked: Asked, call: Call | None = None) -> list[dict[str, Any]]:
    """The figures of both Parties, of one call or of all."""
    return [_figures(each) for each in loop_figures(asked.as_of, call).values()]


def _figures(figures: Loop) -> dict[str, Any]:
    names = ("themes", "replied", "waiting", "overdue", "on_agenda", "decided", "changed")
    return {
        "party": Party(figures.party).value,
        **{name: getattr(figures, name) for name in names},
        "reply_rate": _decimal(figures.reply_rate),
        "median_days": _decimal(figures.median_days),
        "change_rate": _decimal(figures.change_rate),
    }


def _decimal(value: Fraction | None) -> str | None:
    """Four places, without zeros at the end."""
    return None if value is None else f"{float(value):.4f}".rstrip("0").rstrip(".")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


PUBLISHED = (
    CALLS_SCHEMA,
    CALL_SCHEMA,
    SUBMISSIONS_SCHEMA,
    SUBMISSION_SCHEMA,
    GROUP_SCHEMA,
    THEMES_SCHEMA,
    THEME_SCHEMA,
    LOOP_SCHEMA,
)
