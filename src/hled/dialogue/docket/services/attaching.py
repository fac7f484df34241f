"""Files that come with a submission, and the text that is read from them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from hled.dialogue.docket.domain.attaching import DK_20, MOST_FILES, first_look
from hled.dialogue.docket.domain.words import compared_form, with_words_of
from hled.dialogue.docket.models import Attachment, AttachmentContent, Submission
from hled.dialogue.docket.services.copies import wording_of
from hled.dialogue.docket.services.extraction import extracted
from hled.dialogue.meetings.domain.papers import PaperKind
from hled.kernel.digest import sha256_of_bytes
from hled.kernel.rule import BrokenRuleError, Finding


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent; its name is shown and decides nothing."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that may be kept, with its kind and the SHA-256 of its bytes."""

    kind: PaperKind
    digest: str
    content: bytes


def look_at(files: Sequence[File]) -> tuple[list[Looked], list[Finding]]:
    """What may be kept of the files, and DK-20, DK-46 or MT-21 to MT-24 for each that may not; nothing is written."""
    looked: list[Looked] = []
    findings: list[Finding] = []
    if len(files) > MOST_FILES:
        findings.append(Finding(DK_20, "files", str(len(files))))
    for each in files[:MOST_FILES]:
        try:
            kind = first_look(each.content, name=each.name[:60])
            looked.append(Looked(kind, sha256_of_bytes(each.content), each.content))
        except BrokenRuleError as error:
            findings.extend(error.findings)
    return looked, findings


def attach(*, submission: Submission, files: Iterable[Looked]) -> None:
    """Keep files with a submission, under names of its own; their text is read at another time, by `read_waiting`."""
    for number, each in enumerate(files, start=1):
        kept, _ = AttachmentContent.objects.get_or_create(
            digest=each.digest, defaults={"content": each.content, "size": len(each.content)}
        )
        Attachment.objects.create(
            submission=submission,
            content=kept,
            file_name=f"{submission.code}-{number}{each.kind.extension}",
            kind=each.kind,
            state="waiting",
        )


def read_waiting(*, most: int = 20) -> int:
    """
    Read the text of files that wait, each in a process of its own; how many were read or found unreadable.

    The words of files are found by the search; where a submission has no words of its own, theirs are compared with
    those of others. Two that read at once write the same.
    """
    waiting = Attachment.objects.filter(state="waiting").order_by("id").values_list("pk", flat=True)
    keys = list(waiting[:most])
    for each in keys:
        _read(each)
    return len(keys)


def _read(key: int) -> None:
    found = Attachment.objects.select_related("content").get(pk=key)
    text, state, broken = "", "read", ""
    try:
        text = extracted(bytes(found.content.content), kind=found.kind)
    except BrokenRuleError as error:
        state, broken = "unreadable", error.findings[0].rule.code
    with transaction.atomic():
        rows = Attachment.objects.filter(pk=key, state="waiting")
        if rows.update(text=text, state=state, broken_rule=broken) and text:
            _add_words(found.submission_id)


def _add_words(key: int) -> None:
    """The words of its files beside those of a submission; they are its wording where it has no other."""
    held = Submission.objects.select_for_update().select_related("call").get(pk=key)
    held.folded = with_words_of(held.folded, texts_of(held))
    fields = ["folded"]
    if held.wording_id is None and not held.attachments.filter(state="waiting").exists():
        whole = "\n".join(texts_of(held))
        compared = compared_form(whole).decode()
        held.wording = wording_of(call=held.call, folded=compared, text=whole)
        fields.append("wording")
    held.save(update_fields=fields)


def texts_of(submission: Submission) -> Iterator[str]:
    """What was read from its files so far, in their order."""
    yield from submission.attachments.exclude(text="").order_by("id").values_list("text", flat=True)
