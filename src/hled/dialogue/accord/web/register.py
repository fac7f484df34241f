"""The register for everybody: its entries, one of them, proofs, the signed note, and the whole edition."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from hled.dialogue.accord.domain.acts import Content, quick_canonical
from hled.dialogue.accord.domain.credentials import Credential
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.rules import AC_45
from hled.dialogue.accord.domain.texts.forms import has_form
from hled.dialogue.accord.models import Entry
from hled.dialogue.accord.queries.acts import signers
from hled.dialogue.accord.queries.answers import consistency_answer, proof_answer
from hled.dialogue.accord.queries.register import (
    Sought,
    checkpoint_of,
    envelope_of,
    found_below,
    found_from,
    last_checkpoint,
    root,
    size_by,
    types,
)
from hled.dialogue.accord.queries.register import entry as entry_row
from hled.dialogue.accord.queries.register import size as whole_size
from hled.dialogue.accord.queries.state import credentials as enrolled
from hled.dialogue.accord.services.checkpoints import register_key, signed_note
from hled.dialogue.accord.services.packing import packed_edition
from hled.dialogue.accord.subjects import address_of
from hled.dialogue.delegations.domain.roles import Role
from hled.interfaces.acting import does
from hled.interfaces.answers import Answer
from hled.interfaces.asked import asked_of
from hled.interfaces.frame import show
from hled.interfaces.typed import whole_number
from hled.kernel.action import READ_RECORD
from hled.kernel.party import parties_in_order
from hled.kernel.rule import Finding, NotFoundError

PER_PAGE = 50


@does(READ_RECORD)
def register(request: HttpRequest) -> HttpResponse:
    """Entries, the latest first, as the register was at the end of the day asked for."""
    said, whole = request.GET, _size(request)
    kind = said.get("kind", "")
    if kind and kind not in set(Kind):
        raise NotFoundError([Finding(AC_45, "kind", kind[:40])])
    sought = Sought(whole, said.get("subject", "").strip()[:120], said.get("type", "")[:80], kind)
    below, first = _number("below", said.get("below")), _number("from", said.get("from"))
    if first is not None:
        rows = found_from(sought, first, PER_PAGE)
    else:
        rows = found_below(sought, whole if below is None else below, PER_PAGE)
    told = {
        "rows": rows,
        "sought": sought,
        "kinds": list(Kind),
        "types": types(),
        "size": whole,
        "root": root(whole).hex(),
        "checkpoint": last_checkpoint(whole),
        **_neighbors(sought, rows),
    }
    return show(request, "accord/register.html", told)


def _size(request: HttpRequest) -> int:
    asked = asked_of(request)
    if not asked.dated:
        return whole_size()
    return size_by(
        datetime.combine(asked.as_of + timedelta(days=1), time(), tzinfo=UTC) - timedelta(seconds=1)
    )


def _neighbors(sought: Sought, rows: list[Entry]) -> dict[str, int | None]:
    """Where the earlier and the later page begin, where there are any."""
    if not rows:
        return {"earlier": None, "later": None}
    last, first = rows[-1].sequence, rows[0].sequence + 1
    return {
        "earlier": last if found_below(sought, last, 1) else None,
        "later": first if found_from(sought, first, 1) else None,
    }


def _number(place: str, written: str | None) -> int | None:
    """
    Raises
    ------
    NotFoundError
        AC-45, when something stands there that is no number of an entry.
    """
    if not written:
        return None
    number = whole_number(written)
    if number is None:
        raise NotFoundError([Finding(AC_45, place, written[:40])])
    return number


@does(READ_RECORD)
def entry(request: HttpRequest, sequence: int) -> HttpResponse:
    """All that an entry says and who stands behind it."""
    row, whole = entry_row(sequence), _size(request)
    if sequence >= whole:
        raise NotFoundError([Finding(AC_45, "sequence", str(sequence))])
    found = envelope_of(row)
    told = {
        "entry": found,
        "leaf": bytes(row.leaf).hex(),
        "act": found.act,
        "content": found.content,
        "fields": shown_fields(found.content),
        "canonical": found.act.canonical.decode(),
        "signers": signers(list(found.signatures)),
        "roles": {str(role): role.label for role in Role},
        "size": whole,
        "pages": pages_of(found.act.kind, found.act.subject, found.content.fields),
        "decided": is_in_force(found.act.occasion),
        "kinds": list(Kind),
    }
    return show(request, "accord/entry.html", told)


def shown_fields(content: Content) -> list[tuple[str, Any]]:
    """The structured fields by name; lists and objects as the JSON that is signed."""
    return [
        (name, quick_canonical(value).decode() if isinstance(value, list | tuple | dict) else value)
        for name, value in sorted(content.fields.items())
    ]


def pages_of(kind: str, subject: str, fields: Any) -> list[tuple[str, str]]:
    """Where more is said of a subject: its joint text, and the page that bears the name of its kind."""
    found = []
    if has_form(kind) and Entry.objects.filter(subject=subject, kind=Kind.JOINT).exists():
        found.append(("text", reverse("text", args=[subject])))
    if kind == "credential" and (named := str(fields.get("credential"))) in enrolled([named]):
        found.append(("credential", f"{reverse('credentials')}#credential-{named}"))
    if page := address_of(kind, subject):
        found.append((kind, page))
    return found


def is_in_force(occasion: str | None) -> bool:
    """Whether a joint text stands on the subject that an act names as its occasion."""
    return Entry.objects.filter(subject=occasion, kind=Kind.JOINT).exists() if occasion else False


@does(READ_RECORD)
def proof(request: HttpRequest, sequence: int) -> HttpResponse:
    size = _number("size", request.GET.get("size"))
    answer = proof_answer(sequence, size)
    return _saved(answer, f"hled-entry-{sequence}-of-{answer.items[0]['size']}.json")


@does(READ_RECORD)
def consistency(request: HttpRequest) -> HttpResponse:
    earlier = _number("earlier", request.GET.get("earlier"))
    if earlier is None:
        raise NotFoundError([Finding(AC_45, "earlier")])
    answer = consistency_answer(earlier, _number("later", request.GET.get("later")))
    return _saved(answer, f"hled-register-{earlier}-to-{answer.items[0]['later']}.json")


def _saved(answer: Answer, name: str) -> HttpResponse:
    content = json.dumps(answer.as_json(), ensure_ascii=False, indent=1) + "\n"
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@does(READ_RECORD)
def note(request: HttpRequest) -> HttpResponse:
    """The signed note on the register as it stands, or that of an earlier size; nothing is written."""
    size = _number("size", request.GET.get("size"))
    found = signed_note(register_key(settings.HOME)) if size is None else checkpoint_of(size)
    response = HttpResponse(found.note, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="hled-checkpoint-{found.size}.txt"'
    return response


@does(READ_RECORD)
def edition(request: HttpRequest) -> HttpResponseBase:
    path = packed_edition(home=settings.HOME, key=register_key(settings.HOME))
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=path.name, content_type="application/zip"
    )


@does(READ_RECORD)
def credentials(request: HttpRequest) -> HttpResponse:
    """Who may sign for which Party, and who could, as the register said it on the day asked for."""
    today, whole = asked_of(request).as_of, _size(request)
    known = [_known_by(each, whole) for each in enrolled().values() if each.enrolled < whole]
    found = sorted(known, key=lambda each: each.enrolled)
    sides = [
        (
            party,
            [
                (each, each.revoked is None and each.is_in_office(today))
                for each in found
                if each.party is party
            ],
        )
        for party in parties_in_order(request.LANGUAGE_CODE)
    ]
    roles = {str(role): role.label for role in Role}
    return show(request, "accord/credentials.html", {"sides": sides, "roles": roles})


def _known_by(each: Credential, size: int) -> Credential:
    """A credential as the first entries of the register knew it."""
    return replace(each, revoked=None) if each.revoked is not None and each.revoked >= size else each
