"""A passkey in software: makes a key when a page asks for one, and answers a challenge as a browser would send it."""

import json
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

SITE = "localhost"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Passkey:
    site: str = SITE
    handle: bytes = b"a passkey in software"
    counter: int = 0
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def made(
        self, challenge: str, *, flags: int = PRESENT | VERIFIED, kind: str = "create"
    ) -> dict[str, str]:
        """The fields of the form after a key was made for a challenge."""
        cose = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        held = bytes(16) + len(self.handle).to_bytes(2, "big") + self.handle + cose
        data = self._data(flags | ATTESTED) + held
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client(kind, challenge)
        return {"attestation": websafe_encode(attestation), "client_data": websafe_encode(client)}

    def signed(
        self, digest: str, *, counter: int | None = None, flags: int = PRESENT | VERIFIED
    ) -> dict[str, str]:
        """The fields of the form after an act was signed."""
        self.counter = self.counter + 1 if counter is None else counter
        data, client = self._data(flags), self._client("get", websafe_encode(bytes.fromhex(digest)))
        value = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        parts = {"handle": self.handle, "authenticator_data": data, "client_data": client, "signature": value}
        return {name: websafe_encode(part) for name, part in parts.items()}

    def _data(self, flags: int) -> bytes:
        return sha256(self.site.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str) -> bytes:
        said = {
            "type": f"webauthn.{kind}",
            "challenge": websafe_encode(websafe_decode(challenge)),
            "origin": f"http://{self.site}",
            "crossOrigin": False,
        }
        return json.dumps(said).encode()
