"""What one sentence is: the predicates found in it, weighed into one label."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hled.dialogue.workplan.domain.statement.clauses import english, spanish
from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse
from hled.dialogue.workplan.domain.statement.clauses.set_phrases import is_provision, set_phrases
from hled.dialogue.workplan.domain.statement.grammar.english import TABLES as EN_TABLES
from hled.dialogue.workplan.domain.statement.grammar.heads import kind_of
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES as ES_TABLES
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import NounTables, SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens, tokens
from hled.dialogue.workplan.domain.statement.rules import (
    AIM,
    DESCRIPTION,
    EFFECT,
    INCLUDES,
    PERMISSION,
    RECITAL,
    Label,
    ReadingRule,
)
from hled.kernel.bilingual import Language


@dataclass(frozen=True, slots=True)
class Tongue:
    """What the reader needs of one language."""

    clauses: Callable[[Tokens, Discourse], Iterator[Clause]]
    plain_rule: Callable[[Tokens], ReadingRule]
    gives_new_content: Callable[[Tokens, Discourse], bool]
    tables: NounTables


TONGUES = {
    Language.EN: Tongue(english.english_clauses, english.plain_rule, english.gives_new_content, EN_TABLES),
    Language.ES: Tongue(spanish.spanish_clauses, spanish.plain_rule, spanish.gives_new_content, ES_TABLES),
}


@dataclass(frozen=True, slots=True)
class Judgment:
    """A sentence judged: its label, the rules that gave it, and the predicates that commit."""

    label: Label
    rules: tuple[ReadingRule, ...]
    clauses: tuple[Clause, ...]
    tokens: Tokens
    kind: SubjectKind

    @property
    def commits(self) -> bool:
        return self.label is Label.COMMITMENT


_RECITAL = re.compile(
    r"(?:and\s+)?(?:further\s+|also\s+|deeply\s+|fully\s+)?(?:recogni[sz]ing|considering|noting|recalling|acknowledging|bearing in mind|mindful|conscious|convinced"
    r"|desiring|desirous|wishing|reaffirming|affirming|emphasi[sz]ing|underlining|welcoming|believing|aware|having regard|taking into account|taking note|whereas|guided|inspired|stressing|concerned)\b"
    r"|(?:y\s+)?(?:considerando|reconociendo|teniendo (?:en cuenta|presente)|recordando|reafirmando|convencid[oa]s|conscientes|deseos[oa]s|deseando|tomando (?:en cuenta|nota)"
    r"|destacando|subrayando|observando|visto|vistos|animad[oa]s|inspirad[oa]s|con el (?:ánimo|deseo)|guiad[oa]s|en atención)",
    re.IGNORECASE,
)
_RECITAL_OR_ACT = re.compile(
    r"(?:committed|resolved|determined|decididos|resueltos|comprometid[oa]s)\b", re.IGNORECASE
)
_UNFINISHED = re.compile(r"(?:[;,]|;\s*(?:and|y)|,\s*(?:and|y))\s*$", re.IGNORECASE)
_LESSER = (EFFECT, AIM, PERMISSION)


_THAT = re.compile(r"(?:y\s+)?(?:que|that)\s", re.IGNORECASE)
_IT_WILL = {
    Language.EN: re.compile(r"^(?:it|they) (?:will|shall|may)\b", re.IGNORECASE),
    Language.ES: re.compile(r"^(?:asimismo,? |este |éste )?(?:se |no )?\w+(?:rá|rán)\b", re.IGNORECASE),
}


def speaks_of_instrument(wording: str, language: Language, before: Discourse) -> bool:
    """Whether a sentence is a provision of the instrument about itself, or goes on with one."""
    goes_on = before.of_instrument and _IT_WILL[language].match(wording) is not None
    return goes_on or is_provision(wording, language)


def judge(wording: str, language: Language, before: Discourse) -> Judgment:
    """Judge the plain wording of a sentence, given what came before it."""
    tongue = TONGUES[language]
    read = tokens(wording)
    found = tuple(tongue.clauses(read, before))
    if not any(clause.commits for clause in found):
        found = (*set_phrases(wording, read, language), *found)
    kind = _leading_kind(read, found, tongue.tables)
    if _stands_in_preamble(wording, before):
        return Judgment(Label.WEAK, (RECITAL,), (), read, kind)
    asks = wording.endswith(("?", "?\u201d", '?"'))
    if speaks_of_instrument(wording, language, before):
        return Judgment(Label.OTHER, (DESCRIPTION,), (), read, kind)
    committing = () if asks else tuple(clause for clause in found if clause.commits)
    if committing:
        rules = tuple(dict.fromkeys(clause.rule for clause in committing))
        return Judgment(Label.COMMITMENT, rules, committing, read, kind)
    if tongue.gives_new_content(read, before):
        clause = Clause(INCLUDES, 0, 1, "include", Subject(SubjectKind.IT, 0, 1))
        return Judgment(Label.COMMITMENT, (INCLUDES,), (clause,), read, kind)
    if _RECITAL.match(wording):
        return Judgment(Label.WEAK, (RECITAL,), (), read, kind)
    found = tuple(clause for clause in found if not clause.commits)
    rule = found[0].rule if found else tongue.plain_rule(read)
    rule = next((clause.rule for clause in found if clause.rule in _LESSER), rule)
    return Judgment(rule.label, (rule,), (), read, kind)


def _stands_in_preamble(wording: str, before: Discourse) -> bool:
    """Whether a sentence opens like a recital and does not end; "Resolved to" among items is an act instead."""
    if before.in_recital and _THAT.match(wording):
        return True
    opens = _RECITAL.match(wording) or (_RECITAL_OR_ACT.match(wording) and not before.in_item)
    return bool(opens) and _UNFINISHED.search(wording) is not None


def _leading_kind(words: Tokens, found: tuple[Clause, ...], tables: NounTables) -> SubjectKind:
    """Kind of the first subject of a sentence, which a later "they" or "it" may take up."""
    for clause in found:
        if not clause.subject.subordinate and clause.subject.end > clause.subject.start:
            return clause.subject.kind
    return kind_of(words, 0, min(len(words), 7), tables)


_SMALL = 3


def is_title(wording: str) -> bool:
    """Whether most long words of a line begin with a capital ("President Announces New Actions with Chile")."""
    long_words = [word for word in tokens(wording).words if len(word) > _SMALL and word[0].isalpha()]
    titled = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 2 and titled >= 0.75 * len(long_words) and not wording.isupper()
