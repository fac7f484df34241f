"""A paper as the answer to a request for its file."""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from django.http import HttpResponse

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)


def file_answer(name: str, content: bytes) -> HttpResponse:
    """
    The file under its name, with an ETag that follows its bytes.

    Raises
    ------
    KeyError
        When the name ends as no paper does.
    """
    answer = HttpResponse(content, content_type=TYPES[name.rpartition(".")[2]])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["ETag"] = f'"{sha256(content).hexdigest()}"'
    return answer
