"""The register, acts and credentials as answers of commands."""

from typing import Any

from hled.dialogue.accord.domain.acts import moment_text
from hled.dialogue.accord.domain.credentials import Credential
from hled.dialogue.accord.models import Checkpoint, Entry, OfferedAct, SilenceTerm
from hled.dialogue.accord.queries.checking import Checked
from hled.dialogue.accord.queries.offered import offered_json, waiting
from hled.dialogue.accord.queries.register import (
    Sought,
    consistency,
    entry,
    entry_json,
    found_below,
    last_checkpoint,
    proof,
    root,
    size,
)
from hled.dialogue.accord.queries.state import credentials
from hled.interfaces.answers import (
    ANYTHING,
    COUNT,
    DAY,
    FLAG,
    MOMENT,
    TEXT,
    Answer,
    Published,
    listing,
    maybe,
    shape,
)
from hled.kernel.bilingual import Bilingual

ACT = shape(
    type=TEXT,
    subject=TEXT,
    predecessor=maybe(TEXT),
    english=TEXT,
    spanish=TEXT,
    fields=TEXT,
    effective=DAY,
    occasion=maybe(TEXT),
    condition=maybe(shape(procedure=TEXT, until=MOMENT)),
)
CONTENT = shape(english=TEXT, spanish=TEXT, fields={"type": "object"})
_CREDENTIAL = shape(
    credential=TEXT,
    person=TEXT,
    name=TEXT,
    party=TEXT,
    role=TEXT,
    kind=TEXT,
    public_key=TEXT,
    site=TEXT,
    since=DAY,
    until=maybe(DAY),
    expires=maybe(MOMENT),
    bootstrap=FLAG,
    enrolled=COUNT,
    revoked=maybe(COUNT),
)
CHECK_SCHEMA = Published(
    "register-check",
    Bilingual("The register, checked", "El registro, comprobado"),
    shape(
        size=COUNT,
        root=TEXT,
        checkpoints=COUNT,
        signatures=maybe(COUNT),
        subjects=maybe(COUNT),
        first_bad=maybe(COUNT),
    ),
)
ENTRIES_SCHEMA = Published(
    "register",
    Bilingual("Entries of the register", "Asientos del registro"),
    shape(sequence=COUNT, at=MOMENT, kind=TEXT, party=maybe(TEXT), type=TEXT, subject=TEXT, digest=TEXT),
    {"size": COUNT, "root": TEXT, "checkpoint": maybe(COUNT)},
)
ENTRY_SCHEMA = Published(
    "register-entry",
    Bilingual("An entry of the register", "Un asiento del registro"),
    shape(
        digest=TEXT,
        leaf=TEXT,
        version=COUNT,
        sequence=COUNT,
        previous=maybe(TEXT),
        kind=TEXT,
        at=MOMENT,
        party=maybe(TEXT),
        act=ACT,
        content=CONTENT,
        signatures=listing(ANYTHING),
    ),
)
PROOF_SCHEMA = Published(
    "register-proof",
    Bilingual("Proof that an entry is in the register", "Prueba de que un asiento está en el registro"),
    shape(
        sequence=COUNT,
        size=COUNT,
        leaf=TEXT,
        path=listing(TEXT),
        root=TEXT,
        holds=FLAG,
        envelope=TEXT,
    ),
)
CONSISTENCY_SCHEMA = Published(
    "register-consistency",
    Bilingual(
        "Proof that the register only grew between two sizes",
        "Prueba de que el registro solo creció entre dos tamaños",
    ),
    shape(earlier=COUNT, later=COUNT, earlier_root=TEXT, later_root=TEXT, path=listing(TEXT)),
)
CHECKPOINT_SCHEMA = Published(
    "register-checkpoint",
    Bilingual("A signed note on the register", "Una nota firmada sobre el registro"),
    shape(size=COUNT, root=TEXT, note=TEXT, key=TEXT, at=MOMENT),
)
EDITION_SCHEMA = Published(
    "register-edition",
    Bilingual("A signed edition, written", "Una edición firmada, escrita"),
    shape(folder=TEXT, size=COUNT, root=TEXT, key=TEXT, files=COUNT),
)
CREDENTIALS_SCHEMA = Published(
    "keys", Bilingual("Credentials of both Parties", "Credenciales de ambas Partes"), _CREDENTIAL
)
KEY_SCHEMA = Published(
    "key",
    Bilingual("A key file, made", "Un archivo de clave, hecho"),
    shape(file=TEXT, public=TEXT, credential=TEXT),
)
ACTS_SCHEMA = Published(
    "acts",
    Bilingual("Acts that wait for signatures", "Actos que esperan firma"),
    shape(
        digest=TEXT,
        kind=TEXT,
        party=maybe(TEXT),
        offered_at=MOMENT,
        act=ACT,
        content=CONTENT,
        signed_by=listing(shape(credential=TEXT, party=maybe(TEXT), name=maybe(TEXT), at=MOMENT)),
        in_force=FLAG,
    ),
)
SIGNED_SCHEMA = Published(
    "act-signed",
    Bilingual("A signature over an act", "Una firma sobre un acto"),
    shape(digest=TEXT, credential=TEXT, in_force=FLAG, sequence=maybe(COUNT), file=maybe(TEXT)),
)
SILENCES_SCHEMA = Published(
    "silences",
    Bilingual("Silence procedures", "Procedimientos de silencio"),
    shape(act=TEXT, sequence=COUNT, until=MOMENT, state=TEXT),
)
SAMPLE_KEYS = "sample-keys"
SAMPLE_KEYS_SCHEMA = Published(
    SAMPLE_KEYS,
    Bilingual(
        "Key files of the samples of a demonstration", "Archivos de clave de las muestras de una demostración"
    ),
    shape(
        party=TEXT,
        role=TEXT,
        email=TEXT,
        file=TEXT,
        passphrase_file=TEXT,
        credential=TEXT,
        waits=maybe(TEXT),
    ),
)
PUBLISHED = (
    SAMPLE_KEYS_SCHEMA,
    CHECK_SCHEMA,
    ENTRIES_SCHEMA,
    ENTRY_SCHEMA,
    PROOF_SCHEMA,
    CONSISTENCY_SCHEMA,
    CHECKPOINT_SCHEMA,
    EDITION_SCHEMA,
    CREDENTIALS_SCHEMA,
    KEY_SCHEMA,
    ACTS_SCHEMA,
    SIGNED_SCHEMA,
    SILENCES_SCHEMA,
)


def check_answer(checked: Checked, *, signatures: bool) -> Answer:
    item = {
        "size": checked.size,
        "root": checked.root,
        "checkpoints": checked.checkpoints,
        "signatures": checked.signatures,
        "subjects": checked.items,
        "first_bad": checked.first_bad,
    }
    return Answer("register-check", {"signatures": signatures}, [item], checked.findings)


def entries_answer(
    limit: int, *, below: int | None = None, subject: str = "", type: str = "", kind: str = ""
) -> Answer:
    """The latest entries that fit, or those below a number; `total` is the size of the register."""
    whole, signed = size(), last_checkpoint()
    extras = {"size": whole, "root": root(whole).hex(), "checkpoint": signed.size if signed else None}
    sought = Sought(whole, subject, type, kind)
    found = found_below(sought, whole if below is None else below, limit)
    params = {"limit": limit, "below": below, "subject": subject, "type": type, "kind": kind}
    return Answer("register", params, [_row(each) for each in found], extras=extras, total=whole)


def _row(each: Entry) -> dict[str, Any]:
    return {
        "sequence": each.sequence,
        "at": moment_text(each.at),
        "kind": each.kind,
        "party": each.party or None,
        "type": each.type,
        "subject": each.subject,
        "digest": each.act,
    }


def entry_answer(sequence: int) -> Answer:
    return Answer("register-entry", {"sequence": sequence}, [entry_json(entry(sequence))])


def consistency_answer(earlier: int, later: int | None) -> Answer:
    params = {"earlier": earlier, "later": later}
    return Answer("register-consistency", params, [consistency(earlier, later)])


def checkpoint_answer(found: Checkpoint) -> Answer:
    item = {
        "size": found.size,
        "root": bytes(found.root).hex(),
        "note": found.note,
        "key": found.key,
        "at": moment_text(found.at),
    }
    return Answer("register-checkpoint", {"size": found.size}, [item])


def proof_answer(sequence: int, of_size: int | None) -> Answer:
    return Answer("register-proof", {"sequence": sequence, "size": of_size}, [proof(sequence, of_size)])


def credential_json(each: Credential) -> dict[str, Any]:
    return {**each.as_fields(), "enrolled": each.enrolled, "revoked": each.revoked}


def credentials_answer() -> Answer:
    found = sorted(credentials().values(), key=lambda each: each.enrolled)
    return Answer("keys", {}, [credential_json(each) for each in found])


def acts_answer(*rows: OfferedAct) -> Answer:
    """Acts by name, or all that wait."""
    return Answer("acts", {}, [offered_json(each) for each in rows or waiting()])


def silences_answer() -> Answer:
    rows = [
        {"act": each.act, "sequence": each.sequence, "until": moment_text(each.until), "state": each.state}
        for each in SilenceTerm.objects.all()
    ]
    return Answer("silences", {}, rows)
