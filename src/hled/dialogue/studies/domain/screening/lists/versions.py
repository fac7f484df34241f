"""What each version of a list was: the digest of its content, so that nothing changes under a version in silence."""

from collections.abc import Mapping
from types import MappingProxyType

DIGESTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "semiconductors": {"1": "92cc9c3f1222317074160ecff199b1a8f34021378e4d7df6da627ed8ab252b94"},
        "batteries": {"1": "ad311a4744ae22f6dc62da2b2e9b4eb3cf533635a7aa70f15b3507e7e41e4fe3"},
        "critical-minerals": {"1": "37e3085709bf19a5e4e8219fb44e0abdf3a0a262d1dc1f94364a74b48d7d2eaa"},
        "pharmaceuticals": {"1": "b27259599ff6a7459006063cd8922c2e33220b1a76b052fb793d0f79e2ba5f4f"},
        "defense": {"1": "ef4dcbac8ae25c8306c3da6468f07e62405f0461108a7a8c6a276509956a9116"},
        "public-health": {"1": "49915463860d02b8f81b2c6d9f0bbd3f6429ebbdf23ddf75a5c750d20bd5de21"},
        "ict": {"1": "5d950e5163032d308d9c9d8722bffa8df5d22963ec3d2dd3553c38aabfde10e1"},
        "energy": {"1": "733a80454d87251b01792ecd0e9bcc349f9abbc56f7b0bb8413f30a9377841a4"},
        "transport": {"1": "8e63adb4d28d0a3c3a42bbb303e7096df02802e213b7bb1c49b9f6e0f4f72e80"},
        "agri-food": {"1": "06626c030b0801f932dd711e1f11ece3d46297314550a9635937bee1f04ddecf"},
        "medical-supplies": {"1": "6a2d331b21963af2acbd819fa2b0e35de0b07190940408f273d892e74f674422"},
    }
)
"""Id -> version -> SHA-256; earlier versions stay here when a list gets a new one."""
