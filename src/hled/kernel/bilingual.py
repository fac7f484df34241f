"""Text in two equal languages."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the dialogue; neither is the source of the other."""

    EN = "en"
    ES = "es"

    @property
    def other(self) -> "Language":
        return Language.ES if self is Language.EN else Language.EN


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text said in English and in Spanish, both required."""

    en: str
    es: str

    def __post_init__(self) -> None:
        if not (self.en.strip() and self.es.strip()):
            raise ValueError(f"en={self.en!r}, es={self.es!r}: both languages are required")

    def in_language(self, language: str) -> str:
        return self.en if Language(language) is Language.EN else self.es

    def format(self, **values: object) -> "Bilingual":
        """Fill the same named placeholders in both languages; a value may itself be bilingual."""
        return Bilingual(
            **{
                language: getattr(self, language).format(
                    **{
                        name: value.in_language(language) if isinstance(value, Bilingual) else value
                        for name, value in values.items()
                    }
                )
                for language in Language
            }
        )
