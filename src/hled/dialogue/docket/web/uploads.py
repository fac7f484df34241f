"""Files of a form, held in memory up to the limit of one; of what is larger the size is counted and nothing kept."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from hled.dialogue.docket.domain.attaching import DK_20, LARGEST, MOST_FILES
from hled.dialogue.docket.domain.words import shown_form
from hled.dialogue.docket.services.attaching import File
from hled.kernel.rule import Finding

LONGEST_NAME = 60


class Counting(FileUploadHandler):
    """Takes every file of a form, and holds no more of them than a submission may have."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._held = BytesIO()
        self._count = 0
        self._size = 0

    def new_file(self, *arguments: Any, **named: Any) -> None:
        super().new_file(*arguments, **named)
        self._held, self._size, self._count = BytesIO(), 0, self._count + 1

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._size += len(raw_data)
        if self._size <= LARGEST and self._count <= MOST_FILES:
            self._held.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[Any]":
        self._held.seek(0)
        name = self.file_name or ""
        return InMemoryUploadedFile(self._held, "files", name, "", self._size, None)


def files_of(request: HttpRequest) -> tuple[tuple[File, ...], list[Finding]]:
    """
    The files that somebody chose, and DK-20 for each that is too large; boxes that were left empty are no files.

    The request reads its body by `Counting`, which is set before anything of it is read.
    """
    files: list[File] = []
    findings: list[Finding] = []
    for each in request.FILES.getlist("files"):
        name = shown_form(each.name or "").text[-LONGEST_NAME:]
        if each.size is not None and each.size > LARGEST:
            findings.append(Finding(DK_20, "files", f"{name}: {each.size:,} B"))
        elif name:
            files.append(File(name, each.read()))
    return tuple(files), findings
