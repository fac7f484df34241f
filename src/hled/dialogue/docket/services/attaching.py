"""Files that come with a submission, and the text that is read from them."""

from dataclasses import dataclass

from hled.dialogue.docket.domain.attaching import DK_20, LARGEST, MOST_FILES
from hled.dialogue.docket.models import Attachment, AttachmentContent, Submission
from hled.dialogue.docket.services.extraction import extracted
from hled.dialogue.meetings.domain.papers import recognized
from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of_bytes
from hled.kernel.rule import BrokenRuleError, require


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent; its name is shown and decides nothing."""

    name: str
    content: bytes


def attach(*, submission: Submission, file: File) -> Attachment:
    """
    Keep a file with a submission; its text is read at another time, by `read_waiting`.

    Raises
    ------
    BrokenRuleError
        DK-20 too many or too large; MT-20 to MT-24, for bytes that are neither PDF, Word nor text.
    """
    require(DK_20, submission.attachments.count() < MOST_FILES, place=file.name[:60], found=MOST_FILES + 1)
    size = Bilingual(*[f"{len(file.content):,} B"] * 2)
    require(DK_20, len(file.content) <= LARGEST, place=file.name[:60], found=size)
    kind = recognized(file.content, name=file.name[:60])
    kept, _ = AttachmentContent.objects.get_or_create(
        digest=sha256_of_bytes(file.content), defaults={"content": file.content, "size": len(file.content)}
    )
    number = submission.attachments.count() + 1
    name = f"{submission.code}-{number}{kind.extension}"
    return Attachment.objects.create(
        submission=submission, content=kept, file_name=name, kind=kind, state="waiting"
    )


def read_waiting(*, most: int = 20) -> int:
    """Read the text of files that wait, each in a process of its own; how many were read or found unreadable."""
    waiting = list(Attachment.objects.filter(state="waiting").select_related("content").order_by("id")[:most])
    for each in waiting:
        try:
            each.text = extracted(bytes(each.content.content), kind=each.kind)
            each.state = "read"
        except BrokenRuleError as error:
            each.state, each.broken_rule = "unreadable", error.findings[0].rule.code
        each.save(update_fields=["text", "state", "broken_rule"])
    return len(waiting)
