"""What one sentence is: the predicates found in it, weighed into one label."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hled.dialogue.workplan.domain.statement.clauses import english, spanish
from hled.dialogue.workplan.domain.statement.clauses.clause import Clause, Discourse
from hled.dialogue.workplan.domain.statement.clauses.set_phrases import is_provision, set_phrases
from hled.dialogue.workplan.domain.statement.grammar.english import ACT_VERBS
from hled.dialogue.workplan.domain.statement.grammar.english import TABLES as EN_TABLES
from hled.dialogue.workplan.domain.statement.grammar.spanish import TABLES as ES_TABLES
from hled.dialogue.workplan.domain.statement.grammar.spanish import is_infinitive
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject, kind_of
from hled.dialogue.workplan.domain.statement.grammar.tables import NounTables, SubjectKind, words
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
    r"|desiring|desirous|wishing|reaffirming|affirming|emphasi[sz]ing|underlining|welcoming|believing|aware|having regard|taking into account|taking note|whereas|guided|determined|inspired|stressing|committed|resolved|concerned)\b"
    r"|(?:y\s+)?(?:considerando|reconociendo|teniendo (?:en cuenta|presente)|recordando|reafirmando|convencid[oa]s|conscientes|deseos[oa]s|deseando|tomando (?:en cuenta|nota)"
    r"|destacando|subrayando|observando|visto|vistos|animad[oa]s|inspirad[oa]s|con el (?:ánimo|deseo)|guiad[oa]s|en atención)",
    re.IGNORECASE,
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
    if (_RECITAL.match(wording) and _UNFINISHED.search(wording)) or (
        before.in_recital and _THAT.match(wording)
    ):
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


def _leading_kind(words: Tokens, found: tuple[Clause, ...], tables: NounTables) -> SubjectKind:
    """Kind of the first subject of a sentence, which a later "they" or "it" may take up."""
    for clause in found:
        if not clause.subject.subordinate and clause.subject.end > clause.subject.start:
            return clause.subject.kind
    return kind_of(words, 0, min(len(words), 7), tables)


_LABEL = re.compile(r"(?:[A-ZÁÉÍÓÚ][^.;:!?]{2,70})(?::|\s[–—-]\s|\s?[–—]\s)\s*(?=\S)")


def without_label(wording: str) -> str:
    """An item without the short title that introduces it ("Public health: ...")."""
    found = _LABEL.match(wording)
    return (
        wording[found.end() :]
        if found and found.end() < len(wording) and len(found[0].split()) <= 10
        else wording
    )


_RECOGNIZING = words(
    """
    recognize recognise acknowledge welcome note reaffirm affirm reiterate emphasize stress underline underscore thank express condemn
    congratulate commend applaud appreciate regret recall deplore urge encourage call invite salute hail
    reconocer saludar agradecer reafirmar reiterar destacar subrayar expresar condenar felicitar lamentar recordar exhortar alentar instar
    manifestar valorar respaldar deplorar congratularse
    """
)


_RECOGNIZING_PAIRS = frozenset(
    {
        ("take", "note"),
        ("took", "note"),
        ("pay", "tribute"),
        ("tomar", "nota"),
        ("dejar", "constancia"),
        ("hacer", "constar"),
        ("hacer", "votos"),
        ("rendir", "homenaje"),
        ("dar", "gracias"),
        ("hacer", "un"),
    }
)
_OF_PAPERS = words(
    "mutually mutual each certificates certificate licenses titles degrees diplomas qualifications mutuamente recíprocamente títulos certificados licencias validez"
)


def only_recognizes(wording: str) -> bool:
    """Whether an item begins with a verb of recognition ("Welcome the report", "Saludar los avances")."""
    read = tokens(without_label(wording))
    if read.low[:2] in _RECOGNIZING_PAIRS:
        return True
    return read.get(0) in _RECOGNIZING and not any(word in _OF_PAPERS for word in read.low[1:6])


def names_an_act(wording: str, language: Language) -> bool:
    """Whether an item begins with a bare verb, "to" and a verb, or an infinitive."""
    read = tokens(without_label(wording))
    index = 0
    while read.get(index) in {
        "to",
        "a",
        "jointly",
        "also",
        "continue",
        "further",
        "y",
        "and",
        "not",
        "no",
        "conjuntamente",
        "de",
    }:
        index += 1
    word = read.get(index)
    if language is Language.EN:
        if index and read.get(index - 1) == "continue" and word not in ACT_VERBS:
            return True
        return (word in ACT_VERBS and read.get(index + 1) not in {"and", ",", ".", ""} | _NOUN_FOLLOWERS) or (
            word in ACT_VERBS and read.get(index + 2) in ACT_VERBS
        )
    return is_infinitive(word) or (read.get(1).endswith("mente") and is_infinitive(read.get(0)))


def names_an_assignment(judgment: Judgment) -> bool:
    """Whether an item tells somebody to act ("Mexico to circulate a draft by March")."""
    low = judgment.tokens.low[:9]
    if "to" not in low[1:] or judgment.kind not in {
        SubjectKind.PARTY,
        SubjectKind.BODY,
        SubjectKind.NAMED,
        SubjectKind.PERSON,
    }:
        return False
    before = low[: low.index("to", 1)]
    return not any(word in _FINITE or word.endswith("ed") for word in before)


def reports_the_past(judgment: Judgment) -> bool:
    """Whether an item has a verb in the past near its start."""
    low = judgment.tokens.low[:14]
    return any(
        index > 0
        and (
            (word.endswith("ed") and low[index + 1 : index + 2] and low[index + 1] in _AFTER_PAST)
            or _PRETERITE.fullmatch(word) is not None
        )
        for index, word in enumerate(low)
    )


_NOUN_FOLLOWERS = frozenset(
    {
        "of",
        "is",
        "are",
        "was",
        "were",
        "will",
        "between",
        "has",
        "have",
        "facilitation",
        "plan",
        "program",
        "programs",
    }
)


def names_an_action_noun(wording: str, language: Language) -> bool:
    """Whether an item begins with a verb made a noun ("Establishment of", "Strengthening", "La creación de")."""
    read = tokens(without_label(wording))
    index = 0
    while read.get(index) in {
        "the",
        "a",
        "an",
        "joint",
        "continued",
        "la",
        "el",
        "los",
        "las",
        "un",
        "una",
        "regular",
        "annual",
        "new",
    }:
        index += 1
    word = read.get(index)
    if language is Language.EN:
        return (word.endswith(("tion", "ment", "sion")) and read.get(index + 1) in {"of", "and", "in"}) or (
            word.endswith("ing") and len(word) > 5
        )
    return (
        word.endswith(("ción", "sión", "miento", "ciones", "ertura"))
        and read.get(index + 1) in {"de", "del", "y", "conjunta", "conjunto", ","}
    ) or word.endswith(("ando", "iendo"))


_FINITE = words("""
    is are was were has have had recognize recognizes recognized acknowledge acknowledged believe reaffirm reaffirmed welcome welcomed
    discussed reviewed noted share shares may can could should must would need needs support appreciate emphasized stressed
    es son fue fueron está están ha han hemos reconocen reconocemos reconocieron creemos reafirman reafirmaron saludan
    celebran celebraron destacaron subrayaron revisaron analizaron pueden puede podrán podrá deben debe
    """)
_SENTENCE_SUBJECTS = frozenset(set(SubjectKind) - {SubjectKind.UNKNOWN, SubjectKind.ELIDED})


def is_full_sentence(judgment: Judgment) -> bool:
    """Whether an item is a sentence of its own, with a subject and a finite verb near its start."""
    if judgment.rules[0] in {EFFECT, AIM, PERMISSION} or judgment.rules[0].code == "JS-33":
        return True
    is_finite = any(word in _FINITE for word in judgment.tokens.low[:14])
    return (is_finite or reports_the_past(judgment)) and judgment.kind in _SENTENCE_SUBJECTS


_AFTER_PAST = words("a an the its their our this that two three four five six at in on with")
_PRETERITE = re.compile(r"[a-záéíóúñ]{3,}(?:ó|aron|ieron|eron)|fue|fueron|hubo|hizo|dio")
