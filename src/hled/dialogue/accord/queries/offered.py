"""Acts that wait for signatures, and the signatures they have."""

import json
from typing import Any

from hled.dialogue.accord.domain.acts import Act, Content, moment_text, read_act
from hled.dialogue.accord.domain.entries import CredentialKind, Signature
from hled.dialogue.accord.domain.rules import AC_08
from hled.dialogue.accord.models import Entry, OfferedAct
from hled.dialogue.accord.models import Signature as SignatureRow
from hled.dialogue.accord.queries.state import credentials
from hled.kernel.rule import Finding, NotFoundError


def offered_act(digest: str) -> OfferedAct:
    """
    Raises
    ------
    NotFoundError
        AC-08, when no act with that digest was offered.
    """
    found = OfferedAct.objects.filter(digest=digest).first()
    if found is None:
        raise NotFoundError([Finding(AC_08, "digest", digest[:80])])
    return found


def act_of(row: OfferedAct) -> Act:
    return read_act(json.loads(bytes(row.act)))


def content_of(row: OfferedAct) -> Content:
    return Content(row.english, row.spanish, row.fields)


def signature_of(row: SignatureRow) -> Signature:
    return Signature(
        row.credential,
        CredentialKind(row.kind),
        row.at,
        bytes(row.value),
        bytes(row.authenticator_data),
        bytes(row.client_data),
    )


def signatures_of(row: OfferedAct) -> list[Signature]:
    return [signature_of(each) for each in row.signatures.all()]


def waiting() -> list[OfferedAct]:
    """Offered acts that are not in the register."""
    return list(
        OfferedAct.objects.exclude(digest__in=Entry.objects.values("act")).prefetch_related("signatures")
    )


def offered_json(row: OfferedAct) -> dict[str, Any]:
    """An offered act with all that is signed, and who has signed."""
    known = credentials([each.credential for each in row.signatures.all()])
    return {
        "digest": row.digest,
        "kind": row.kind,
        "party": row.party or None,
        "offered_at": moment_text(row.offered_at),
        "act": json.loads(bytes(row.act)),
        "content": content_of(row).as_json(),
        "signed_by": [
            {
                "credential": each.credential,
                "party": str(known[each.credential].party) if each.credential in known else None,
                "name": known[each.credential].name if each.credential in known else None,
                "at": moment_text(each.at),
            }
            for each in row.signatures.all()
        ],
        "in_force": Entry.objects.filter(act=row.digest).exists(),
    }
