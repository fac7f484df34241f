"""File a paper for a meeting."""

from datetime import datetime
from pathlib import PurePosixPath, PureWindowsPath

from django.db import transaction

from hled.dialogue.meetings.domain.acting import Acting
from hled.dialogue.meetings.domain.editing import MT_19
from hled.dialogue.meetings.domain.papers import MT_25, recognized
from hled.dialogue.meetings.domain.planning import said_in_both
from hled.dialogue.meetings.models import Paper, PaperContent, PlannedMeeting
from hled.dialogue.meetings.models.papers import SEEN_BY
from hled.dialogue.meetings.services.history import held_still, note
from hled.kernel.digest import sha256_of_bytes
from hled.kernel.rule import BrokenRuleError, Finding


@transaction.atomic
def file_paper(
    *,
    meeting: PlannedMeeting,
    content: bytes,
    file_name: str,
    title: tuple[str, str],
    seen_by: str,
    by: Acting,
    at: datetime,
    replaces: Paper | None = None,
) -> Paper:
    """
    Bring a paper to a meeting for the person's own Party.

    Parameters
    ----------
    seen_by
        ``own`` for that Party alone, ``parties`` for both, ``public``.
    replaces
        An earlier version, which keeps its address.

    Raises
    ------
    BrokenRuleError
        MT-15, when the meeting is closed; MT-20 to MT-24, for bytes that are no paper; MT-10, MT-19 and MT-25, all that apply.
    """
    standing = held_still(meeting)
    name = plain_name(file_name)
    kind = recognized(content, name=name)
    findings = list(said_in_both(title=title))
    if seen_by not in SEEN_BY:
        findings.append(Finding(MT_25, "seen_by", seen_by[:20]))
    if replaces is not None and not _may_replace(replaces, standing, by):
        findings.append(Finding(MT_19, "replaces", replaces.code))
    if findings:
        raise BrokenRuleError(findings)
    kept, _ = PaperContent.objects.get_or_create(
        digest=sha256_of_bytes(content), defaults={"content": content, "size": len(content)}
    )
    paper = Paper.objects.create(
        meeting=standing,
        party=by.party or "",
        title_en=title[0].strip(),
        title_es=title[1].strip(),
        file_name=f"{PurePosixPath(name).stem[:150] or 'paper'}{kind.extension}",
        kind=kind,
        content=kept,
        seen_by=seen_by,
        replaces=replaces,
        filed_at=at,
        filed_by=by.name,
    )
    note(
        standing,
        "paper_filed",
        subject=paper.code,
        before={"replaces": replaces.code} if replaces else None,
        after={
            "title_en": paper.title_en,
            "title_es": paper.title_es,
            "digest": kept.digest,
            "seen_by": seen_by,
        },
        by=by,
        at=at,
        kept_by=by.party or "" if seen_by == "own" else "",
    )
    return paper


def plain_name(file_name: str) -> str:
    """The last part of a name that a browser sent, without signs that a header or a folder could mistake."""
    last = PureWindowsPath(PurePosixPath(file_name).name).name
    return "".join(sign for sign in last if sign.isprintable() and sign not in '"\\/;:<>|?*')[:200] or "paper"


def _may_replace(former: Paper, meeting: PlannedMeeting, by: Acting) -> bool:
    is_own = former.party == by.party and former.meeting_id == meeting.pk
    return is_own and not Paper.objects.filter(replaces=former).exists()
