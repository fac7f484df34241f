"""The bytes of files that came with submissions: to be saved, never shown, so that nothing of them runs here."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from hled.dialogue.docket.domain.attaching import is_given
from hled.dialogue.docket.models import Submission
from hled.dialogue.docket.queries.asking import number_of
from hled.dialogue.docket.queries.public import shown
from hled.interfaces.acting import does
from hled.interfaces.problems import not_found
from hled.kernel.action import READ_RECORD


@does(READ_RECORD)
def public_file(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """A file of a submission that everybody may read, once it was looked at and no program was found in it."""
    found = shown().filter(pk=number_of(code, "DS-")).first()
    if found is None:
        raise not_found("submission", code)
    return file_of(found, number)


def file_of(submission: Submission, number: int, *, everything: bool = False) -> HttpResponse:
    """
    The file of a submission by its number, from 1.

    Parameters
    ----------
    everything
        Also what waits to be looked at or was found to carry a program, as its sender may ask.

    Raises
    ------
    NotFoundError
        Where there is none to be given.
    """
    files = list(submission.attachments.order_by("id").select_related("content")[: max(number, 0)])
    found = files[-1] if 0 < number == len(files) else None
    if found is None or not (everything or is_given(found.state, found.broken_rule)):
        raise not_found("file", f"{submission.code}-{number}")
    answer = HttpResponse(bytes(found.content.content), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, found.file_name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer
