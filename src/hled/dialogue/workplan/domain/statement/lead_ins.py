"""Clauses and headings that lead a list: whether their content stands in the items, and whether it commits."""

import re
from dataclasses import dataclass

from hled.dialogue.workplan.domain.statement.clauses.clause import DOERS, Clause
from hled.dialogue.workplan.domain.statement.details.actors import Actor
from hled.dialogue.workplan.domain.statement.judging import (
    Judgment,
)
from hled.dialogue.workplan.domain.statement.rules import (
    ReadingRule,
)
from hled.dialogue.workplan.domain.statement.sentences import Span
from hled.kernel.bilingual import Language


@dataclass(frozen=True, slots=True)
class Lead:
    """A clause or heading that the items below it complete."""

    commits: bool
    rule: ReadingRule
    clause: Clause | None
    actor: Actor
    indent: int
    strength: int = 2
    verb: str = ""
    acts_only: bool = False
    of_outcomes: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    wording: str
    language: Language
    judgment: Judgment
    quoted: bool


COMMITTING_HEADING = re.compile(
    r"\b(?:commitments?|action items?|next steps|agreed actions?|actions agreed|deliverables|decisions?|work ?plan|action plan|undertakings|we (?:will|agree|commit)"
    r"|compromisos|acuerdos|próximos pasos|siguientes pasos|acciones|plan de (?:trabajo|acción)|decisiones|tareas|entregables|resolutivos)\b",
    re.IGNORECASE,
)

OUTCOMES = re.compile(
    r"(?:main |key |principal |agreed )?(?:outcomes|conclusions|takeaways)\b[^.]{0,40}$"
    r"|(?:principales |los )?(?:resultados|conclusiones)(?: principales| de la \w+| del \w+)?\s*:?$",
    re.IGNORECASE,
)

RESOLVING_HEADING = re.compile(
    r"(?:(?:the|las|los|por tanto,?|therefore,?|hereby|han|have|both|ambas|ambos)\s+)*(?:(?:\w+\s+){0,3})?"
    r"(?:acuerdan|acuerda|resuelven|resuelve|deciden|decide|convienen|conviene|acordado|convenido|acordaron|se comprometen|agree|agrees|agreed|resolve|decided|undertake)"
    r"(?:\s+(?:lo siguiente|en lo siguiente|as follows|the following|a|to|en|that))?\s*$",
    re.IGNORECASE,
)

PLAN_TITLE = re.compile(
    r"\b(?:action (?:plan|agenda)|work ?plan|plan of action|fact ?sheet|hoja informativa|deliverables|entregables|work program(?:me)?|programa de trabajo|commitments|agreed actions|agenda (?:\w+ )?de acción|plan de (?:acción|trabajo)|compromisos)\b",
    re.IGNORECASE,
)

NOUNS_COUNT_UNDER = re.compile(
    r"\b(?:commitments?|agreed actions?|actions agreed|action items?|undertakings|compromisos|acuerdos|acciones acordadas)\b",
    re.IGNORECASE,
)

DONE_HEADING = re.compile(
    r"\b(?:accomplishments?|achievements?|progress|completed|results|background|^agenda$|meeting agenda|topics|objectives?|goals|aims|purpose|participants|logros|avances|resultados alcanzados|antecedentes|temas|objetivos?|finalidad|propósitos?|participantes|orden del día|considerandos?)\b",
    re.IGNORECASE,
)

OPEN_END = re.compile(r"(?:[:\u2014\u2013-]|\.\.\.|\u2026)\s*$")

CLOSED_END = re.compile(r"[.!?;][\"\u201d\u2019\u00bb)*_]*\s*$")

GENERAL_OBJECT = re.compile(
    r"\b(?:following|actions?|steps|measures|commitments|initiatives|areas|fields|forms|modalities|activities|lines|points|priorities"
    r"|siguientes?|acciones|medidas|compromisos|iniciativas|áreas|ámbitos|formas|modalidades|actividades|líneas|puntos|ejes|prioridades|acuerdos|"
    r"as follows|lo siguiente|that|que)\b",
    re.IGNORECASE,
)

LISTING_END = re.compile(
    r"\b(?:including|such as|among others|(?<!is )(?<!are )to include|incluyendo|incluid[oa]s?|entre (?:otr|ell)[oa]s|tales como)\b[^:]{0,20}:?\s*$",
    re.IGNORECASE,
)

POINTS_BELOW = re.compile(
    r"\b(?:listed|set out|set forth|described|indicated|detailed|enumerated|the following)\b[^.:;]{0,30}"
    r"(?:below|hereunder|hereinafter|actions|measures|steps|activities)?\s*\.?$"
    r"|\ba continuación\b\s*\.?$|\b(?:l[oa]s?|el)\s+siguientes?(?:\s+\w+)?\s*\.?$"
    r"|\b(?:acciones|medidas|actividades|compromisos)\s+siguientes\s*\.?$"
    r"|\bque se (?:enumeran|indican|detallan|señalan|describen)\b[^.:;]{0,30}\.?$",
    re.IGNORECASE,
)

RECITAL_LEAD = re.compile(
    r"(?:considerando|reconociendo|teniendo presente|teniendo en cuenta|recordando|visto|vistos|antecedentes|recognizing|considering|whereas|recalling|noting)s?\b[^.;]{0,12}$",
    re.IGNORECASE,
)

NOUNS_TOO = frozenset(
    {
        "work",
        "plan",
        "support",
        "trade",
        "project",
        "program",
        "research",
        "train",
        "study",
        "review",
        "exchange",
        "progress",
        "test",
    }
)

ALL_INCLUDED = re.compile(
    r"(?:these|they|this|such \w+|estas?|estos?|ello|esto)\b[^:]{0,40}\b(?:include|includes|incluyen?|comprenden?)\s*:?\s*$",
    re.IGNORECASE,
)

BY_WHAT = re.compile(r"\b(?:by|mediante|a través de)\s*:\s*$", re.IGNORECASE)

ANNOUNCED_LIST = re.compile(
    r"\b(?:following|these)\b[^.;]{0,40}\b(?:commitments|undertakings|understandings?|agreements|decisions|actions|steps|measures|deliverables|action items)\b"
    r"|\b(?:siguientes?|estos|estas)\b[^.;]{0,40}\b(?:compromisos|acuerdos|entendimientos?|decisiones|acciones|medidas|pasos|resolutivos|tareas)\b"
    r"|\b(?:compromisos|acuerdos|decisiones|acciones|medidas)\s+siguientes\b"
    r"|\b(?:cooperation|collaboration|activities|work)\b[^.;]{0,60}\b(?:will|shall|is to|are to)\b[^.;]{0,60}:\s*$"
    r"|\b(?:cooperación|colaboración|actividades|trabajos?)\b[^.;]{0,60}\b\w+rán?\b[^.;]{0,60}(?<!podrá incluir):\s*$"
    r"|\b(?:agreed|decided|reached agreement)\b[^.;]{0,30}(?:as follows|the following)|\b(?:commitments|action items|next steps|decisions)\s*:\s*$"
    r"|\b(?:compromisos|acuerdos|próximos pasos|decisiones)\s*:\s*$",
    re.IGNORECASE,
)


def affirms_by(sentence: Sentence) -> bool:
    """ "The leaders affirmed their vision by:" - what they do for it stands in the items."""
    return BY_WHAT.search(sentence.wording) is not None and sentence.judgment.kind in DOERS


def announces_undertakings(plain: str) -> bool:
    """ "The following commitments were made:", "Se alcanzaron los siguientes acuerdos:"."""
    return ANNOUNCED_LIST.search(plain) is not None and not DONE_HEADING.search(plain)


def undertaking_of(sentence: Sentence, clause: Clause) -> str:
    """Wording from where the undertaking begins."""
    words = sentence.judgment.tokens
    if clause.complement >= len(words):
        return ""
    return sentence.wording[words.at[clause.complement] :]
