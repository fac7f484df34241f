#!/usr/bin/env python3
"""
Check a signed edition of the register, offline and without hled.

Needs Python 3.11 or later and the package ``cryptography``; nothing else. Reads an edition as ``hled register export``
writes it and shows what was agreed, or names the first entry that is not sound.

    python3 verify_edition.py [FOLDER] [--earlier EDITION] [--key KEY] [--first US=FINGERPRINT] [--lang en|es]

Comprueba sin conexión y sin hled una edición firmada del registro. Requiere Python 3.11 o posterior y el paquete
``cryptography``. Exit code: 0 sound, 1 not sound, 2 called wrongly.
"""

import argparse
import base64
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

Json = dict[str, Any]

PARTIES = ("US", "MX")
AHEAD, BACK = timedelta(minutes=5), timedelta(days=30)
ROLES = {"signing_officer", "party_administrator", "coordinator", "agency_officer", "language_officer"}
REPORTERS = {"signing_officer", "coordinator", "agency_officer"}
PARTY_ROLES = {
    "assessment": REPORTERS,
    "credential": {"party_administrator"},
    "position": {"signing_officer"},
    "report": REPORTERS,
    "silence": {"signing_officer"},
}
"""Kinds of acts that one Party does alone; every other kind is joint."""
EITHER = {"assessment"}
"""Of these there are joint acts too."""
OWN_TYPES = {
    ("credential.enroll", "party"),
    ("credential.revoke", "party"),
    ("record.import", "import"),
    ("silence.object", "party"),
    ("silence.end", "term"),
}
ENVELOPE = {"version", "sequence", "previous", "kind", "at", "party", "act", "content", "signatures"}
ACT = {"type", "subject", "predecessor", "english", "spanish", "fields", "effective", "occasion", "condition"}
ENROLLED = {
    *("credential", "person", "name", "party", "role", "kind", "public_key", "site"),
    *("since", "until", "expires", "bootstrap"),
}
PLAIN = ("checkpoint.txt", "MANIFEST.txt")
"""Files that the manifest does not list: its own, and the note that signs it."""

SAYS = {
    "sound": (
        "The edition is sound: {entries} entries, {signatures} signatures, {items} subjects; root {root}.",
        "La edición es íntegra: {entries} asientos, {signatures} firmas, {items} asuntos; raíz {root}.",
    ),
    "unsound": ("The edition is NOT sound.", "La edición NO es íntegra."),
    "first": ("First bad entry: {entry}", "Primer asiento defectuoso: {entry}"),
    "key": ("Key of the register: {key}", "Clave del registro: {key}"),
    "root": (
        "First credential of {party}: {credential} ({name})",
        "Primera credencial de {party}: {credential} ({name})",
    ),
    "compare": (
        "Compare these with what each Party has published; an edition cannot vouch for them itself.",
        "Compárelas con lo que cada Parte haya publicado; una edición no puede avalarlas por sí misma.",
    ),
    "form": ("the entry has not its form: {found}", "el asiento no tiene su forma: {found}"),
    "order": ("the entry is not in its order: {found}", "el asiento no está en su orden: {found}"),
    "previous": (
        "the entry does not follow the one before it: {found}",
        "el asiento no sigue al anterior: {found}",
    ),
    "moment": (
        "the entry is earlier than the one before it: {found}",
        "el asiento es anterior al precedente: {found}",
    ),
    "leaf": (
        "the entry is not the one whose hash was signed: {found}",
        "el asiento no es aquel cuyo hash se firmó: {found}",
    ),
    "missing": ("entries are missing from here on: {found}", "faltan asientos desde aquí: {found}"),
    "surplus": ("more entries than were signed: {found}", "más asientos que los firmados: {found}"),
    "tree": ("the root is not the one signed: {found}", "la raíz no es la firmada: {found}"),
    "fork": (
        "another history than the earlier edition: {found}",
        "otra historia que la edición anterior: {found}",
    ),
    "digest": ("a digest is not that of the content: {found}", "una huella no es la del contenido: {found}"),
    "kind": (
        "the act does not belong in such an entry: {found}",
        "el acto no corresponde a tal asiento: {found}",
    ),
    "signature": ("a signature is not valid: {found}", "una firma no es válida: {found}"),
    "signer": ("who signed may not sign this: {found}", "quien firmó no puede firmar esto: {found}"),
    "office": ("who signed was not in office: {found}", "quien firmó no estaba en funciones: {found}"),
    "clock": (
        "the moment of a signature is out of bounds: {found}",
        "el momento de una firma está fuera de límites: {found}",
    ),
    "twice": ("a signature is used twice: {found}", "una firma se usa dos veces: {found}"),
    "consent": (
        "the consent of a Party is missing: {found}",
        "falta el consentimiento de una Parte: {found}",
    ),
    "enrollment": ("the enrollment is not sound: {found}", "la inscripción no es válida: {found}"),
    "standing": (
        "the act does not stand on the last one of its subject: {found}",
        "el acto no se apoya en el último de su asunto: {found}",
    ),
    "owner": ("the subject belongs to others: {found}", "el asunto pertenece a otros: {found}"),
    "silence": (
        "the silence procedure does not end so: {found}",
        "el procedimiento de silencio no concluye así: {found}",
    ),
    "note": ("the signed note does not open: {found}", "la nota firmada no se abre: {found}"),
    "stranger": ("the key is not the one expected: {found}", "la clave no es la esperada: {found}"),
    "file": ("a file is not the one of the edition: {found}", "un archivo no es el de la edición: {found}"),
    "state": (
        "the state written down is not what the entries say: {found}",
        "el estado escrito no es lo que dicen los asientos: {found}",
    ),
}
"""Every message, in English and in Spanish."""


class Unsound(Exception):  # noqa: N818  it is a finding, and reads as one
    """Something is not as it should be; `says` names the message."""

    def __init__(self, says: str, found: object) -> None:
        self.says, self.found = says, str(found)[:300]
        super().__init__(f"{says}: {self.found}")


def need(holds: object, says: str, found: object) -> None:
    if not holds:
        raise Unsound(says, found)


# Forms


def plain_json(value: Any) -> bool:
    """Whether a value has one spelling: no fractions, no large integers, names in ASCII."""
    if isinstance(value, dict):
        return all(
            re.fullmatch(r"[A-Za-z0-9_.-]{1,80}", name) and plain_json(each) for name, each in value.items()
        )
    if isinstance(value, list):
        return all(plain_json(each) for each in value)
    if isinstance(value, int):
        return abs(value) < 2**53
    return value is None or isinstance(value, str)


def canonical(value: Any) -> bytes:
    """RFC 8785 for such values: names sorted by UTF-16, no spaces, the escapes of JSON."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return b"{" + b",".join(canonical(name) + b":" + canonical(value[name]) for name in names) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(canonical(each) for each in value) + b"]"
    return json.dumps(value, ensure_ascii=False).encode()


def unbase64(text: Any) -> bytes:
    need(isinstance(text, str), "form", repr(text))
    try:
        content = base64.b64decode(text, validate=True)
    except ValueError:
        raise Unsound("form", text) from None
    need(base64.b64encode(content).decode() == text, "form", text)
    return content


def moment(text: Any) -> datetime:
    need(isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text), "form", repr(text))
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise Unsound("form", text) from None


def day(text: Any) -> date:
    need(isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", text), "form", repr(text))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unsound("form", text) from None


def is_digest(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{64}", value) is not None


def digest_of(content: bytes) -> str:
    return sha256(content).hexdigest()


# The tree


def leaf_of(content: bytes) -> bytes:
    return sha256(b"\x00" + content).digest()


class Tree:
    """RFC 6962: the hashes of the complete subtrees, large to small."""

    def __init__(self) -> None:
        self.size, self.hashes = 0, []  # type: int, list[bytes]

    def push(self, leaf: bytes) -> None:
        at = self.size
        while at & 1:
            leaf, at = sha256(b"\x01" + self.hashes.pop() + leaf).digest(), at >> 1
        self.hashes.append(leaf)
        self.size += 1

    @property
    def root(self) -> bytes:
        if not self.hashes:
            return sha256(b"").digest()
        whole = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            whole = sha256(b"\x01" + left + whole).digest()
        return whole


# Keys, notes, signatures


def public_key(content: bytes) -> Any:
    try:
        key = load_der_public_key(content)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise Unsound("enrollment", error) from None
    fits = (
        isinstance(key, Ed25519PublicKey)
        or (isinstance(key, EllipticCurvePublicKey) and key.curve.name == "secp256r1")
        or (isinstance(key, RSAPublicKey) and key.key_size >= 2048)
    )
    need(fits, "enrollment", type(key).__name__)
    same = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo) == content
    need(same, "enrollment", "public_key")
    return key


def is_signed(key: Any, signature: bytes, message: bytes) -> bool:
    try:
        if isinstance(key, Ed25519PublicKey):
            key.verify(signature, message)
        elif isinstance(key, EllipticCurvePublicKey):
            key.verify(signature, message, ECDSA(SHA256()))
        else:
            key.verify(signature, message, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True


def read_key(text: str) -> tuple[str, bytes, Ed25519PublicKey]:
    """Name, identifier and key of the register, from ``NAME+ID+BASE64``."""
    parts = text.strip().split("+", 2)
    need(len(parts) == 3, "note", text)
    coded = unbase64(parts[2])
    need(coded[:1] == b"\x01" and len(coded) == 33, "note", text)
    identifier = sha256(parts[0].encode() + b"\n" + coded).digest()[:4]
    need(identifier.hex() == parts[1], "note", text)
    return parts[0], identifier, Ed25519PublicKey.from_public_bytes(coded[1:])


def open_checkpoint(note: str, key_text: str) -> tuple[int, bytes, list[str]]:
    """Size, root and further lines of a checkpoint that the key has signed and nobody else."""
    name, identifier, key = read_key(key_text)
    text, parted, line = note.rpartition("\n\n")
    found = re.fullmatch(r"— (\S+) (\S+)\n", line)
    need(parted and found and found[1] == name, "note", line)
    signed = unbase64(found[2] if found else None)
    text += "\n"
    valid = signed[:4] == identifier and is_signed(key, signed[4:], text.encode())
    need(valid, "note", line)
    lines = text[:-1].split("\n")
    need(len(lines) >= 3 and lines[0] == name and re.fullmatch(r"0|[1-9]\d*", lines[1]), "note", text)
    return int(lines[1]), unbase64(lines[2]), lines[3:]


def verify_signature(signature: Json, credential: Json, digest: str) -> None:
    """One signature over the digest of an act, by a key file or by a passkey."""
    key, value = public_key(unbase64(credential["public_key"])), unbase64(signature["value"])
    place = f"{credential['party']} {credential['name']}"
    if signature["kind"] == "ed25519":
        message = b"hled act v1\n" + digest.encode() + b"\n"
        need(isinstance(key, Ed25519PublicKey) and is_signed(key, value, message), "signature", place)
        return
    data, client = unbase64(signature["authenticator_data"]), unbase64(signature["client_data"])
    try:
        said = json.loads(client)
        challenge, origin = said["challenge"], urlsplit(said["origin"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unsound("signature", f"{place}: {error}") from None
    wanted = base64.urlsafe_b64encode(bytes.fromhex(digest)).decode().rstrip("=")
    need(said.get("type") == "webauthn.get" and challenge == wanted, "signature", f"{place}: challenge")
    need(not said.get("crossOrigin"), "signature", f"{place}: origin")
    site, host = credential["site"], origin.hostname or ""
    home = host == site or host.endswith("." + site)
    safe = origin.scheme == "https" or (origin.scheme == "http" and host == "localhost")
    need(home and safe, "signature", f"{place}: origin")
    need(len(data) >= 37 and data[:32] == sha256(site.encode()).digest(), "signature", f"{place}: site")
    need(data[32] & 0b101 == 0b101, "signature", f"{place}: person")
    need(is_signed(key, value, data + sha256(client).digest()), "signature", place)


# Entries and the state that they agree


class Register:
    """What the entries so far say."""

    def __init__(self) -> None:
        self.tree = Tree()
        self.previous: str | None = None
        self.at: datetime | None = None
        self.items: dict[str, Json] = {}
        self.credentials: dict[str, Json] = {}
        self.silences: dict[str, Json] = {}
        self.counters: set[tuple[str, int]] = set()
        self.signatures = 0

    def take(self, line: bytes) -> None:
        """Take one entry, or say why it may not stand here."""
        entry = read_entry(line)
        need(entry["sequence"] == self.tree.size, "order", f"{entry['sequence']}, not {self.tree.size}")
        need(entry["previous"] == self.previous, "previous", str(entry["previous"])[:16])
        at = moment(entry["at"])
        need(self.at is None or at >= self.at, "moment", entry["at"])
        need_digests(entry)
        need_kind(entry)
        enrolls = self.enrolled(entry)
        if entry["kind"] in ("joint", "party"):
            self.need_consent(entry, enrolls, at)
        else:
            need(not entry["signatures"], "consent", "signatures")
        counters = self.counted(entry)
        self.change(entry, enrolls, at)
        leaf = leaf_of(line)
        self.counters |= counters
        self.signatures += len(entry["signatures"])
        self.tree.push(leaf)
        self.previous, self.at = leaf.hex(), at

    def of(self, party: str) -> list[Json]:
        return [each for each in self.credentials.values() if each["party"] == party]

    def enrolled(self, entry: Json) -> Json | None:
        if entry["act"]["type"] != "credential.enroll":
            return None
        found, party = read_enrollment(entry["content"]["fields"]), entry["party"]
        other = PARTIES[party == "US"]
        need(entry["act"]["subject"] == f"credential:{found['credential']}", "enrollment", "subject")
        need(found["party"] == party, "enrollment", found["party"])
        need(found["credential"] not in self.credentials, "enrollment", found["credential"])
        both = any(each["person"] == found["person"] for each in self.of(other))
        need(not both, "enrollment", found["person"])
        first = not self.of(party)
        need(found["bootstrap"] is first, "enrollment", "bootstrap")
        if first:
            alone = [each["credential"] for each in entry["signatures"]] == [found["credential"]]
            need(alone and found["role"] == "party_administrator", "enrollment", "bootstrap")
        return {**found, "enrolled": entry["sequence"], "revoked": None}

    def need_consent(self, entry: Json, enrolls: Json | None, at: datetime) -> None:
        """Every signature counts, none is used twice, and none is missing."""
        digest, signed, seen = digest_of(canonical(entry["act"])), set(), set()
        for each in entry["signatures"]:
            id = each["credential"]
            need(id not in seen, "twice", id)
            seen.add(id)
            own = enrolls is not None and id == enrolls["credential"]
            credential = enrolls if own else self.credentials.get(id)
            need(credential and credential["kind"] == each["kind"], "signer", id)
            if credential is None:
                continue
            need_moment(each, credential, at, in_office=not own or credential["bootstrap"])
            if not own:
                need_role(entry, credential)
            verify_signature(each, credential, digest)
            if not own or credential["bootstrap"]:
                signed.add(credential["party"])
        need(enrolls is None or enrolls["credential"] in seen, "consent", "credential")
        wanted = set(PARTIES) if entry["kind"] == "joint" else {entry["party"]}
        need(signed == wanted, "consent", ", ".join(sorted(wanted - signed)))

    def counted(self, entry: Json) -> set[tuple[str, int]]:
        found = set()
        for each in entry["signatures"]:
            if each["kind"] == "passkey":
                count = int.from_bytes(unbase64(each["authenticator_data"])[33:37], "big")
                need(
                    not count or (each["credential"], count) not in self.counters, "twice", each["credential"]
                )
                found |= {(each["credential"], count)} if count else set()
        return found

    def change(self, entry: Json, enrolls: Json | None, at: datetime) -> None:
        """What the entry changes in the state."""
        act, fields = entry["act"], entry["content"]["fields"]
        if entry["kind"] == "term":
            self.end_silence(entry, at)
            return
        owner = {"party": entry["party"], "import": "import"}.get(entry["kind"], "joint")
        head = self.items.get(act["subject"])
        need(head is None or head["owner"] == owner, "owner", act["subject"])
        self.need_standing(act["subject"], act["predecessor"])
        digest = digest_of(canonical(act))
        item = {
            "owner": owner,
            "act": digest,
            "sequence": entry["sequence"],
            **{name: act[name] for name in ("type", "english", "spanish", "fields", "effective")},
        }
        if act["condition"] is not None:
            until = moment(act["condition"]["until"])
            need(until > at, "silence", act["condition"]["until"])
            silence = {"item": item, "subject": act["subject"], "predecessor": act["predecessor"]}
            self.silences[digest] = {**silence, "until": until, "state": "running"}
            return
        if act["type"] == "credential.revoke":
            self.revoke(entry, fields)
        if act["type"] == "silence.object":
            found = self.silences.get(fields.get("act"))
            need(set(fields) == {"act"} and found, "silence", fields.get("act"))
            if found:
                need(found["state"] != "ended" and at < found["until"], "silence", fields["act"])
                named = f"objection:{entry['party']}:{fields['act']}"
                need(act["subject"] == named, "silence", act["subject"])
                found["state"] = "objected"
        if enrolls:
            self.credentials[enrolls["credential"]] = enrolls
        self.items[act["subject"]] = item

    def need_standing(self, subject: str, predecessor: str | None) -> None:
        head = self.items.get(subject)
        need(predecessor == (head["act"] if head else None), "standing", subject)

    def revoke(self, entry: Json, fields: Json) -> None:
        found = self.credentials.get(fields.get("credential", ""))
        known = found and set(fields) == {"credential"} and found["party"] == entry["party"]
        need(known and found and found["revoked"] is None, "enrollment", fields.get("credential"))
        if found is None:
            return
        need(entry["act"]["subject"] == f"credential:{found['credential']}", "enrollment", "subject")
        left = [
            each
            for each in self.of(found["party"])
            if each["role"] == "party_administrator" and each["revoked"] is None and each is not found
        ]
        need(found["role"] != "party_administrator" or left, "enrollment", found["credential"])
        found["revoked"] = entry["sequence"]

    def end_silence(self, entry: Json, at: datetime) -> None:
        fields = entry["content"]["fields"]
        found = self.silences.get(fields.get("act"))
        need(set(fields) == {"act"} and found, "silence", fields.get("act"))
        if found is None:
            return
        need(entry["act"]["subject"] == f"silence:{fields['act']}", "silence", entry["act"]["subject"])
        need(found["state"] == "running" and at >= found["until"], "silence", fields["act"])
        self.need_standing(found["subject"], found["predecessor"])
        found["state"] = "ended"
        self.items[found["subject"]] = found["item"]

    def state(self) -> Json:
        return {"items": self.items, "credentials": self.credentials}


def read_entry(line: bytes) -> Json:
    """The members of an entry, each of its form, from its one spelling."""
    try:
        entry = json.loads(line)
        whole = isinstance(entry, dict) and plain_json(entry) and canonical(entry) == line
    except (ValueError, RecursionError) as error:
        raise Unsound("form", error) from None
    need(whole and set(entry) == ENVELOPE and entry["version"] == 1, "form", line[:80])
    need(type(entry["sequence"]) is int, "form", entry["sequence"])
    need(entry["kind"] in ("joint", "party", "import", "term"), "form", entry["kind"])
    need(
        (entry["party"] in PARTIES) if entry["kind"] == "party" else entry["party"] is None,
        "form",
        entry["party"],
    )
    act, content = entry["act"], entry["content"]
    need(isinstance(act, dict) and set(act) == ACT, "form", "act")
    need(re.fullmatch(r"[a-z][a-z_]*\.[a-z][a-z_]*", str(act["type"])), "form", act["type"])
    need(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,119}", str(act["subject"])), "form", act["subject"])
    digests = [act["english"], act["spanish"], act["fields"], act["predecessor"] or "0" * 64]
    need(all(is_digest(each) for each in digests), "form", "digest")
    day(act["effective"])
    if act["condition"] is not None:
        whole = isinstance(act["condition"], dict) and set(act["condition"]) == {"procedure", "until"}
        need(whole and act["condition"]["procedure"] == "silence", "form", "condition")
        moment(act["condition"]["until"])
    whole = isinstance(content, dict) and set(content) == {"english", "spanish", "fields"}
    need(whole and isinstance(content["fields"], dict), "form", "content")
    need(
        all(isinstance(content[name], str) and content[name].strip() for name in ("english", "spanish")),
        "form",
        "text",
    )
    need(isinstance(entry["signatures"], list), "form", "signatures")
    for each in entry["signatures"]:
        names = {"credential", "kind", "at", "value"}
        passkey = isinstance(each, dict) and each.get("kind") == "passkey"
        names |= {"authenticator_data", "client_data"} if passkey else set()
        need(isinstance(each, dict) and set(each) == names, "form", "signature")
        need(each["kind"] in ("ed25519", "passkey") and is_digest(each["credential"]), "form", "signature")
        moment(each["at"])
    return dict(entry)


def read_enrollment(fields: Json) -> Json:
    need(set(fields) == ENROLLED, "enrollment", ", ".join(sorted(set(fields) ^ ENROLLED)))
    texts = all(isinstance(fields[name], str) for name in ("person", "name", "site", "credential"))
    need(texts and fields["person"] and fields["name"], "enrollment", "person")
    key = public_key(unbase64(fields["public_key"]))
    need(
        fields["credential"] == digest_of(unbase64(fields["public_key"])), "enrollment", fields["credential"]
    )
    need(fields["party"] in PARTIES and fields["role"] in ROLES, "enrollment", fields["role"])
    passkey = fields["kind"] == "passkey" and fields["site"]
    key_file = fields["kind"] == "ed25519" and not fields["site"] and isinstance(key, Ed25519PublicKey)
    need(passkey or key_file, "enrollment", fields["kind"])
    since, until = day(fields["since"]), fields["until"] and day(fields["until"])
    need(not until or since <= until, "enrollment", fields["until"])
    need(fields["expires"] is None or moment(fields["expires"]), "enrollment", fields["expires"])
    need(isinstance(fields["bootstrap"], bool), "enrollment", "bootstrap")
    return dict(fields)


def need_digests(entry: Json) -> None:
    act, content = entry["act"], entry["content"]
    found = (
        digest_of(content["english"].encode()),
        digest_of(content["spanish"].encode()),
        digest_of(canonical(content["fields"])),
    )
    for name, digest in zip(("english", "spanish", "fields"), found, strict=True):
        need(act[name] == digest, "digest", name)


def need_kind(entry: Json) -> None:
    type, kind = entry["act"]["type"], entry["kind"]
    first = type.partition(".")[0]
    own = first in ("credential", "record", "silence")
    alone = first in PARTY_ROLES
    stands = (kind == "party" and alone) or (kind == "joint" and (not alone or first in EITHER))
    need((type, kind) in OWN_TYPES if own else stands, "kind", f"{type}, {kind}")
    need(entry["act"]["condition"] is None or kind == "joint", "kind", "condition")


def need_role(entry: Json, credential: Json) -> None:
    """Who signs is of the Party, has not been revoked, and holds a role that signs such acts."""
    place = f"{credential['party']} {credential['name']}"
    joint = entry["kind"] == "joint"
    officers = {"signing_officer"}
    roles = officers if joint else PARTY_ROLES.get(entry["act"]["type"].partition(".")[0], officers)
    need(credential["revoked"] is None, "signer", f"{place}: {credential['revoked']}")
    need(credential["role"] in roles, "signer", f"{place}: {credential['role']}")
    need(joint or credential["party"] == entry["party"], "signer", place)


def need_moment(signature: Json, credential: Json, at: datetime, *, in_office: bool) -> None:
    signed, place = moment(signature["at"]), f"{credential['party']} {credential['name']}"
    need(at - BACK <= signed <= at + AHEAD, "clock", f"{place}: {signature['at']}")
    if not in_office:
        return
    expires = credential["expires"]
    need(expires is None or max(at, signed) < moment(expires), "office", f"{place}: {expires}")
    since, until = day(credential["since"]), credential["until"]
    for each in (at.date(), signed.date()):
        need(since <= each and (until is None or each <= day(until)), "office", f"{place}: {each}")


# The edition


class Verdict:
    """Everything that was found; the first bad entry apart."""

    def __init__(self) -> None:
        self.entry: int | None = None
        self.found: list[Unsound] = []
        self.register = Register()
        self.key = ""

    def blame(self, entry: int, error: Unsound) -> None:
        if self.entry is None or entry < self.entry:
            self.entry = entry
            self.found.insert(0, error)

    def hear(self, act: Callable[[], None]) -> None:
        """Do one check, and keep what it finds."""
        try:
            act()
        except Unsound as error:
            self.found.append(error)
        except OSError as error:
            self.found.append(Unsound("file", f"{error.filename}: {error.strerror}"))
        except ValueError as error:
            self.found.append(Unsound("file", error))


def lines_of(folder: Path, name: str) -> Iterator[bytes]:
    with (folder / name).open("rb") as file:
        for number, line in enumerate(file):
            need(line.endswith(b"\n"), "file", f"{name}, {number}")
            yield line[:-1]


def text_of(folder: Path, name: str) -> str:
    return (folder / name).read_bytes().decode()


def verify(
    folder: Path, *, key: str = "", earlier: Path | None = None, first: dict[str, str] | None = None
) -> Verdict:
    """Check an edition; the findings stand in the verdict."""
    verdict = Verdict()
    signed: list[tuple[int, bytes, list[str]]] = []
    leaves: list[bytes] = []

    def open_note() -> None:
        verdict.key = text_of(folder, "key.txt")
        need(not key or verdict.key.strip() == key.strip(), "stranger", verdict.key.strip())
        signed.append(open_checkpoint(text_of(folder, "checkpoint.txt"), verdict.key))

    def read_leaves() -> None:
        found, tree = [], Tree()
        for line in lines_of(folder, "leaves.txt"):
            need(re.fullmatch(rb"[0-9a-f]{64}", line), "file", "leaves.txt")
            found.append(bytes.fromhex(line.decode()))
            tree.push(found[-1])
        need(signed and (tree.size, tree.root) == signed[0][:2], "file", "leaves.txt")
        leaves.extend(found)

    verdict.hear(open_note)
    verdict.hear(read_leaves)
    verdict.hear(lambda: read_entries(folder, verdict, leaves))
    if signed:
        verdict.hear(lambda: need_size(verdict, signed[0]))
        verdict.hear(lambda: need_manifest(folder, signed[0][2]))
    verdict.hear(lambda: need_checkpoints(folder, verdict))
    if earlier is not None:
        verdict.hear(lambda: need_beginning(folder, earlier, verdict))
    if verdict.entry is None:
        verdict.hear(lambda: need_state(folder, verdict.register))
    verdict.hear(lambda: need_first(verdict.register, first or {}))
    return verdict


def read_entries(folder: Path, verdict: Verdict, leaves: list[bytes]) -> None:
    register, lines = verdict.register, lines_of(folder, "entries.jsonl")
    for number, line in enumerate(lines):
        try:
            register.take(line)
            need(not leaves or number < len(leaves), "surplus", f"{number + 1} > {len(leaves)}")
            need(not leaves or leaves[number] == leaf_of(line), "leaf", leaf_of(line).hex()[:16])
        except Unsound as error:
            before = error.says == "previous" and not leaves and is_followed(line, next(lines, b""))
            verdict.blame(number - before, error)
            return
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            verdict.blame(number, Unsound("form", error))
            return


def is_followed(line: bytes, after: bytes) -> bool:
    """Whether the entry after a line names it: then the line is sound, and the one before it was changed."""
    return f'"previous":"{leaf_of(line).hex()}"'.encode() in after


def need_size(verdict: Verdict, signed: tuple[int, bytes, list[str]]) -> None:
    """As many entries as were signed, with the root that was signed."""
    tree = verdict.register.tree
    if verdict.entry is not None:
        return
    if tree.size < signed[0]:
        verdict.blame(tree.size, Unsound("missing", f"{tree.size} < {signed[0]}"))
    elif tree.size > signed[0]:
        verdict.blame(signed[0], Unsound("surplus", f"{tree.size} > {signed[0]}"))
    else:
        need(tree.root == signed[1], "tree", tree.root.hex())


def need_checkpoints(folder: Path, verdict: Verdict) -> None:
    """The notes that were signed on the way have the roots of this register."""
    notes = []
    for line in lines_of(folder, "checkpoints.jsonl"):
        try:
            said = json.loads(line)
            size, root, _ = open_checkpoint(said["note"], said["key"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise Unsound("file", f"checkpoints.jsonl: {error}") from None
        notes.append((size, root))
    wanted, tree = dict(notes), Tree()
    for line in lines_of(folder, "entries.jsonl"):
        tree.push(leaf_of(line))
        if tree.size in wanted:
            need(tree.root == wanted[tree.size], "tree", tree.size)
    need(all(size <= tree.size for size in wanted), "missing", max(wanted, default=0))


def need_beginning(folder: Path, earlier: Path, verdict: Verdict) -> None:
    """The earlier edition, or the checkpoint of it, is the beginning of this one."""
    if earlier.is_dir():
        before, now = lines_of(earlier, "entries.jsonl"), lines_of(folder, "entries.jsonl")
        for number, line in enumerate(before):
            if next(now, None) != line:
                verdict.blame(number, Unsound("fork", number))
                return
        return
    size, root, _ = open_checkpoint(earlier.read_bytes().decode(), verdict.key)
    tree = Tree()
    for line in lines_of(folder, "entries.jsonl"):
        if tree.size == size:
            break
        tree.push(leaf_of(line))
    need((tree.size, tree.root) == (size, root), "fork", size)


def need_manifest(folder: Path, lines: list[str]) -> None:
    """Every file is the one of the manifest, whose digest stands in the signed note; and there is no other."""
    content = (folder / "MANIFEST.txt").read_bytes()
    need(lines == [f"manifest {digest_of(content)}"], "file", "MANIFEST.txt")
    listed = {}
    for line in content.decode().splitlines():
        digest, size, name = line.split("  ", 2)
        listed[name] = (digest, size)
    for name, (digest, size) in listed.items():
        found = (folder / name).read_bytes()
        need((digest_of(found), str(len(found))) == (digest, size), "file", name)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    surplus = sorted(there - set(listed) - set(PLAIN))
    need(not surplus, "file", ", ".join(surplus))


def need_state(folder: Path, register: Register) -> None:
    try:
        said = json.loads(text_of(folder, "state.json"))
    except ValueError as error:
        raise Unsound("state", error) from None
    found = json.loads(json.dumps(register.state()))
    need(said == found, "state", "state.json")
    for subject, item in register.items.items():
        for name, ending in (("english", "en"), ("spanish", "es")):
            path = folder / "texts" / f"{item['sequence']:09}.{ending}.txt"
            if item["owner"] == "joint":
                need(
                    path.is_file() and digest_of(path.read_bytes()) == item[name],
                    "state",
                    f"{subject}, {path.name}",
                )


def need_first(register: Register, first: dict[str, str]) -> None:
    """The first credentials are those that the reader was told of."""
    for party, fingerprint in first.items():
        found = [each["credential"] for each in register.of(party) if each["bootstrap"]]
        need(found == [fingerprint.lower()], "stranger", f"{party}: {', '.join(found)}")


def said(language: str, says: str, **values: object) -> str:
    return SAYS[says][language == "es"].format(**values)


def report(verdict: Verdict, language: str) -> None:
    register = verdict.register
    if verdict.found:
        print(said(language, "unsound"))
        if verdict.entry is not None:
            print(said(language, "first", entry=verdict.entry))
        for each in verdict.found:
            print("  " + said(language, each.says, found=each.found))
        return
    counts = {"entries": register.tree.size, "signatures": register.signatures, "items": len(register.items)}
    print(said(language, "sound", **counts, root=register.tree.root.hex()))
    print(said(language, "key", key=verdict.key.strip()))
    for root in register.credentials.values():
        if root["bootstrap"]:
            print(said(language, "root", **{name: root[name] for name in ("party", "credential", "name")}))
    print(said(language, "compare"))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description="Check a signed edition of the register. / Comprueba una edición firmada del registro."
    )
    spoken = "es" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).lower().startswith("es") else "en"
    parser.add_argument("folder", nargs="?", default=str(Path(__file__).resolve().parent))
    parser.add_argument(
        "--earlier",
        help="an earlier edition, or its checkpoint.txt / una edición anterior o su checkpoint.txt",
    )
    parser.add_argument(
        "--key",
        default="",
        help="the key of the register that you trust / la clave del registro en que confía",
    )
    parser.add_argument(
        "--first",
        action="append",
        default=[],
        metavar="US=FINGERPRINT",
        help="the first credential of a Party / la primera credencial de una Parte",
    )
    parser.add_argument("--lang", choices=("en", "es"), default=spoken)
    parser.add_argument("--json", action="store_true", help="for machines / para máquinas")
    chosen = parser.parse_args(arguments)
    folder, earlier = Path(chosen.folder), Path(chosen.earlier) if chosen.earlier else None
    first = dict(each.partition("=")[::2] for each in chosen.first)
    if not folder.is_dir() or not set(first) <= set(PARTIES) or (earlier and not earlier.exists()):
        parser.error(
            "folder, earlier edition or Party not found / no se encontró la carpeta, la edición anterior o la Parte"
        )
    verdict = verify(folder, key=chosen.key, earlier=earlier, first=first)
    if chosen.json:
        found = [{"code": each.says, "found": each.found} for each in verdict.found]
        size, root = verdict.register.tree.size, verdict.register.tree.root.hex()
        print(
            json.dumps(
                {
                    "sound": not found,
                    "first_bad_entry": verdict.entry,
                    "size": size,
                    "root": root,
                    "findings": found,
                }
            )
        )
    else:
        report(verdict, chosen.lang)
    return 1 if verdict.found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
