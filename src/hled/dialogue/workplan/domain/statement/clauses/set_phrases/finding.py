"""Where a sentence commits by a turn of phrase."""

from collections.abc import Iterator

from hled.dialogue.workplan.domain.statement.clauses.clause import Clause
from hled.dialogue.workplan.domain.statement.clauses.set_phrases.english import ENGLISH
from hled.dialogue.workplan.domain.statement.clauses.set_phrases.spanish import SPANISH
from hled.dialogue.workplan.domain.statement.grammar import english, spanish
from hled.dialogue.workplan.domain.statement.grammar.heads import kind_of
from hled.dialogue.workplan.domain.statement.grammar.subjects import Subject
from hled.dialogue.workplan.domain.statement.grammar.tables import SubjectKind
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens
from hled.kernel.bilingual import Language

_NOUNS = {Language.EN: english.TABLES, Language.ES: spanish.TABLES}
_PHRASES = {Language.EN: ENGLISH, Language.ES: SPANISH}


def set_phrases(wording: str, tokens: Tokens, language: Language) -> Iterator[Clause]:
    """Committing turns of phrase in a sentence; the doer is taken from the words before them."""
    for phrase in _PHRASES[language]:
        found = phrase.pattern.search(wording)
        if found is None:
            continue
        at = next((index for index, place in enumerate(tokens.at) if place >= found.start()), 0)
        complement = next(
            (index for index, place in enumerate(tokens.at) if place >= found.end()), len(tokens)
        )
        kind = kind_of(tokens, 0, at, _NOUNS[language])
        subject = Subject(kind if kind is SubjectKind.BODY else SubjectKind.PARTY, 0, at)
        yield Clause(phrase.rule, at, complement, tokens.get(complement), subject, phrase.strength)
