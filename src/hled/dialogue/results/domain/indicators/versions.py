"""The ledger of meanings: which digest each version of an indicator has."""

from collections.abc import Iterable

from hled.dialogue.results.domain.indicators.definition import Definition
from hled.dialogue.results.domain.indicators.rules import ME_10
from hled.kernel.rule import Finding

VERSIONS: dict[tuple[str, int], str] = {
    ("IN-01", 1): "1100c1fd6ab021bb368676006e5232245c8ee0c55d863c00d853bb687b8acdc9",
    ("IN-02", 1): "5a869f48f0c751a7823263e2eb0e18f2a693a4a37035753c544b9e8c98f6d2c5",
    ("IN-03", 1): "e231d0b30812eeea69509ec7d7b692228736c7b5dfb750b33cea6e25db48da31",
    ("IN-04", 1): "800291353912b67596912c1d26bda16e46da8aec17161acf070bec8496a15aba",
    ("IN-05", 1): "29c81c6e17ca65a38bd92226104e3a7d0030d54d0b65c01133bce89607d9d9a3",
    ("IN-06", 1): "3e0e3208148f3932fc25794bcaf0b742c1eea7c20ccaca1b031904b1bfb2ecf5",
    ("IN-07", 1): "f01490d345c5b953cc47955cf876a5c6402591f22a0dbb55c5a9a37a714fd9bf",
    ("IN-08", 1): "243642a83b533f9ac06002fecd22a74e1aed493eba04bbf9d13e7299dcfccba4",
    ("IN-09", 1): "9e43aed6ae8d4d1186a4cf8eb085260ee75a3177f4145a0e7d3290110bc09a90",
    ("IN-10", 1): "713ab06f1441b019300b14b1e5835f772642f3d912efb415df91b31e03f53f31",
    ("IN-11", 1): "fda3a1cef290dab3d703d9cc875d5234c24283262f3f142d01fa9bd026aebc92",
    ("IN-12", 1): "04df94f2c93d1a8ca69deb73ee5f800539990a192ff6bf0f15379e4b7bbe4fa2",
    ("IN-13", 1): "3e4f07e01b9b41af98671c5a448f86d1815c94c9010c2e8afee24840e7f3f4a7",
    ("IN-14", 1): "9ab0f492baccc4b4f7eaceb459be11964a3b6fb3bd3a66691a12f8b575804183",
    ("IN-15", 1): "cb07e1e54f21f8dfbeea7869a27e5d91cc1fa9549061427c776d0475a10929db",
    ("IN-16", 1): "a4043a268a4cfe7397d162dc463c44cd110035163dadb21cdf5b699b3e0dcedb",
    ("IN-17", 1): "f4f01b7e32355e92ff1983b5c456265ea2a6926e59553e2484890fbb8dbbedd2",
    ("IN-18", 1): "5863d0ce2477e2d847b51139f91d56e6b85435140a068df12a76beca38bdd073",
    ("IN-19", 1): "913de8b4e326f95ab33065ec388a869c879ae5764df377fa717de4f8960973d1",
    ("IN-20", 1): "0c56e853821495eb78efe5de209c13df6c191179826cccdc9b50cd673774f5eb",
    ("IN-21", 1): "0f7f6e7fab5316ff79ddc78ddf3f326603e1f1af04b417021bbb688abaa1e736",
    ("IN-22", 1): "3c711f6e1c35473aabd53d547898539c8eb64414e0c7b44c10db6de625662d84",
    ("IN-23", 1): "86852d3260931d736cf66d5815d87a9dd5f8d112468288aa4334a63be6a94a86",
}
"""Digest of the meaning by code and version; lines are added and never changed."""


def changed_meanings(definitions: Iterable[Definition]) -> tuple[Finding, ...]:
    """Definitions whose meaning differs from what the ledger says of their version, or is not in it (ME-10)."""
    return tuple(
        Finding(ME_10, f"{each.code} v{each.version}", each.digest)
        for each in definitions
        if VERSIONS.get((each.code, each.version)) != each.digest
    )
