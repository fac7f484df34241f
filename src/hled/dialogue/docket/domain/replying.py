"""What a Party may answer to a theme, and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Finding, declare


class Reply(StrEnum):
    TAKEN_UP = "taken_up"
    PARTLY = "partly"
    NOTED = "noted"
    DECLINED = "declined"

    @property
    def label(self) -> Bilingual:
        return _ANSWERS[self]


_ANSWERS = {
    Reply.TAKEN_UP: Bilingual("Taken up", "Atendido"),
    Reply.PARTLY: Bilingual("Taken up in part", "Atendido en parte"),
    Reply.NOTED: Bilingual("Noted", "Se toma nota"),
    Reply.DECLINED: Bilingual("Declined", "No atendido"),
}

DK_25 = declare(
    "DK-25",
    en="A reply is taken up, partly, noted or declined, each with reasons in both languages.",
    es="Una respuesta es atendido, atendido en parte, se toma nota o no atendido, siempre con motivos en ambos idiomas.",
    remedy_en="Choose one of the four and give the reasons in English and in Spanish.",
    remedy_es="Elija una de las cuatro y dé los motivos en español y en inglés.",
)
DK_26 = declare(
    "DK-26",
    en="What is taken up, even in part, leads to an agenda item, a proposal or a commitment that exists.",
    es="Lo atendido, aun en parte, lleva a un punto de agenda, una propuesta o un compromiso que existe.",
    remedy_en="Link it by its public identifier, or answer that it is noted.",
    remedy_es="Enlácelo con su identificador público, o responda que se toma nota.",
)
DK_27 = declare(
    "DK-27",
    en="A reply is approved by another person than its writer, of the same Party, once.",
    es="Una respuesta la aprueba otra persona que quien la redactó, de la misma Parte, una sola vez.",
    remedy_en="Ask a coordinator of your Party who did not write it.",
    remedy_es="Pídalo a alguien de la coordinación de su Parte que no la haya redactado.",
)
DK_28 = declare(
    "DK-28",
    en="A theme that was merged or has no submission is not answered.",
    es="Un tema fusionado o sin aportaciones no se responde.",
    remedy_en="Answer the theme into which it was merged.",
    remedy_es="Responda el tema en que se fusionó.",
)

LONGEST_REASONS = 20_000
LINKS = ("", "proposal", "agenda", "commitment")
"""What a reply may lead to."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply as its writer wants it; `link` is ``proposal``, ``agenda``, ``commitment`` or empty."""

    answer: str
    reasons: tuple[str, str]
    link: str = ""
    link_id: str = ""


def about_the_draft(said: Draft) -> Iterator[Finding]:
    """DK-25 and DK-26, as far as the draft alone says."""
    if said.answer not in tuple(Reply):
        yield Finding(DK_25, "answer", said.answer[:20])
    for language, words in zip(("en", "es"), said.reasons, strict=True):
        if not 0 < len(words.strip()) <= LONGEST_REASONS:
            yield Finding(DK_25, f"reasons_{language}", words.strip()[:40])
    needs = said.answer in (Reply.TAKEN_UP, Reply.PARTLY)
    if said.link not in LINKS or bool(said.link) != bool(said.link_id) or (needs and not said.link):
        yield Finding(DK_26, "link", f"{said.link[:20]} {said.link_id[:60]}".strip())


def due_on(*, closes: date | None, first: date, reply_days: int) -> date:
    """Counted from the close of the call, or from a theme's first submission where it never closes."""
    return (closes or first) + timedelta(days=reply_days)
