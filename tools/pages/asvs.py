"""OWASP ASVS 5.0, levels 1 and 2: what is asked, and the test or the reason that answers it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from pages.markdown import code, plain, sections, table

from hled.dialogue.delegations.domain.passwords import FIELD_WORDS
from hled.kernel.bilingual import Bilingual

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "asvs.yaml"

STANDINGS = {
    "held": Bilingual("held", "se cumple"),
    "partly": Bilingual("partly", "en parte"),
    "open": Bilingual("open", "pendiente"),
    "absent": Bilingual("not here", "no aplica"),
}
CHAPTERS = {
    1: Bilingual("Encoding and sanitization", "Codificación y limpieza"),
    2: Bilingual("Validation and business logic", "Validación y lógica de operación"),
    3: Bilingual("Web front end", "Páginas en el navegador"),
    4: Bilingual("API and web service", "API y servicio web"),
    5: Bilingual("Files", "Archivos"),
    6: Bilingual("Authentication", "Autenticación"),
    7: Bilingual("Sessions", "Sesiones"),
    8: Bilingual("Authorization", "Autorización"),
    9: Bilingual("Self-contained tokens", "Claves autónomas"),
    10: Bilingual("OAuth and OIDC", "OAuth y OIDC"),
    11: Bilingual("Cryptography", "Criptografía"),
    12: Bilingual("Secure communication", "Comunicación segura"),
    13: Bilingual("Configuration", "Configuración"),
    14: Bilingual("Data protection", "Protección de datos"),
    15: Bilingual("Secure coding and architecture", "Código y arquitectura seguros"),
    16: Bilingual("Logging and errors", "Bitácora y errores"),
    17: Bilingual("WebRTC", "WebRTC"),
}
_HEADINGS = (
    Bilingual("no.", "n.º"),
    Bilingual("asked", "se pide"),
    Bilingual("standing", "estado"),
    Bilingual("test or reason", "prueba o razón"),
)
_COUNTED = Bilingual(
    "{total} requirements: {held} held, {partly} partly, {open} open, {absent} about things that do not exist here.",
    "{total} requisitos: {held} se cumplen, {partly} en parte, {open} pendientes, {absent} sobre cosas que aquí no existen.",
)


class Requirement(NamedTuple):
    """One requirement; `test` is ``path::name`` below ``tests/``, or nothing where the reason answers."""

    number: str
    asked: Bilingual
    standing: str
    test: str
    reason: Bilingual | None

    @property
    def chapter(self) -> int:
        return int(self.number.split(".")[0])


def read(path: Path = FILE) -> Iterator[Requirement]:
    """
    Raises
    ------
    ValueError
        When a row has an unknown standing, neither test nor reason, one language only, or a test that does not exist.
    """
    for number, english, spanish, standing, test, reason_en, reason_es in yaml.safe_load(
        path.read_text("utf-8")
    ):
        if standing not in STANDINGS:
            raise ValueError(f"{number}: {standing} is not known")
        if bool(reason_en) is not bool(reason_es) or not (test or reason_en):
            raise ValueError(f"{number}: test or reason, the latter in both languages")
        if standing in {"partly", "open", "absent"} and not reason_en:
            raise ValueError(f"{number}: {standing} needs a reason")
        if test and not exists(test):
            raise ValueError(f"{number}: {test} does not exist")
        reason = Bilingual(reason_en, reason_es) if reason_en else None
        yield Requirement(number, Bilingual(english, spanish), standing, test, reason)


def exists(test: str) -> bool:
    """Whether the file below ``tests/`` defines the test."""
    file, _, name = test.partition("::")
    path = ROOT / "tests" / file
    return path.is_file() and f"def {name}(" in path.read_text(encoding="utf-8")


def requirements(language: str) -> str:
    """A count of all, and a table for each chapter."""
    found = list(read())
    counts = Counter(each.standing for each in found)
    counted = _COUNTED.format(total=len(found), **{name: counts[name] for name in STANDINGS})
    parts = [counted.in_language(language)]
    for number, title in CHAPTERS.items():
        rows = [_row(each, language) for each in found if each.chapter == number]
        parts += [f"**V{number}. {title.in_language(language)}**", table(_HEADINGS, rows, language)]
    return sections(*parts)


def field_words(language: str) -> str:
    """The words that do not make a password, which both languages share."""
    return sections(", ".join(code(word) for word in FIELD_WORDS) + ".")


def _row(row: Requirement, language: str) -> list[str]:
    test = code(row.test.rpartition("::")[2]) if row.test else ""
    reason = row.reason.in_language(language) if row.reason else ""
    said = "; ".join(each for each in (test, reason) if each)
    return [
        row.number,
        plain(row.asked.in_language(language)),
        STANDINGS[row.standing].in_language(language),
        said,
    ]
