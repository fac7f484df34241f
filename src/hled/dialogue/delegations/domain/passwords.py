"""What makes a password easy to guess although it is long."""

import unicodedata

FIELD_WORDS = (
    "hled",
    "dean",
    "dialogue",
    "dialogo",
    "highlevel",
    "altonivel",
    "economic",
    "economico",
    "economia",
    "usmca",
    "tmec",
    "cusma",
    "mexico",
    "unitedstates",
    "estadosunidos",
    "government",
    "gobierno",
    "ministry",
    "secretaria",
    "embassy",
    "embajada",
    "commerce",
    "comercio",
    "agency",
    "dependencia",
    "coordinator",
    "coordinador",
    "coordinadora",
    "coordinacion",
    "administrator",
    "administrador",
    "administracion",
    "officer",
    "funcionario",
    "signing",
    "observer",
    "observador",
    "commitment",
    "compromiso",
    "password",
    "contrasena",
)
"""Words that everybody here would try first, without accents and spaces."""

FEWEST_BESIDE = 8
"""Letters and digits that a password has beside words of the field and years."""


def plain(password: str) -> str:
    """Letters and digits alone, small and without accents."""
    spread = unicodedata.normalize("NFKD", password).casefold()
    return "".join(each for each in spread if each.isalnum())


def beside_field_words(password: str) -> int:
    """How many letters and digits are left when words of the field are taken out, the longest first."""
    left = plain(password)
    for word in sorted(FIELD_WORDS, key=len, reverse=True):
        left = left.replace(word, "")
    return len(left)


def undisguised(password: str) -> str:
    """
    The word of a password that is one word with digits and marks around it, or one word again and again.

    Where digits and marks are more than half of it, the password itself: they may be what makes it rare.
    """
    said = password.casefold()
    core = said.strip("".join({each for each in said if not each.isalpha()}))
    if 2 * len(core) < len(said):
        return said
    for length in range(1, len(core) // 2 + 1):
        if len(core) % length == 0 and core[:length] * (len(core) // length) == core:
            return core[:length]
    return core
