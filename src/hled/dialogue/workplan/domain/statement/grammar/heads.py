"""What the head of a noun phrase stands for: a Party, a body, a thing."""

from hled.dialogue.workplan.domain.statement.grammar.countries import COUNTRIES
from hled.dialogue.workplan.domain.statement.grammar.tables import NounTables, SubjectKind, words
from hled.dialogue.workplan.domain.statement.grammar.tokens import Tokens


def kind_of(tokens: Tokens, start: int, end: int, tables: NounTables) -> SubjectKind:
    """What the noun phrase between two tokens stands for."""
    head = _head_first if tables.head_first else _head_last
    found = head(tokens, start, end, tables)
    # "This office will improve care" speaks of what was set up, not of somebody who undertakes it.
    return SubjectKind.BODY if found is SubjectKind.PARTY and tokens.get(start) in _THIS_ONE else found


_THIS_ONE = words("this esta este dicha dicho")


_COMMON_ENDINGS = ("s", "tion", "ment", "ity", "ship", "ance", "ence", "ing")


def _head_last(tokens: Tokens, start: int, end: int, tables: NounTables) -> SubjectKind:
    """The last noun before a preposition or verb is the head ("Mexico's Ministry of Economy" ends at "of")."""
    first = tokens.get(start)
    if first.endswith("ing") and first not in tables.nouns and first not in tables.adjectives:
        return SubjectKind.THING
    found: SubjectKind | None = None
    of_country = False
    for index in range(start, end):
        word = tokens.low[index]
        if _ends_phrase(tokens, index, found, tables):
            break
        if word in tables.pronouns and (index == start or word in {"we", "they"}):
            found = tables.pronouns[word]
            if word not in tables.articles and word != "none":
                break
        elif word in tables.conjunctions and found in _DOERS:
            break
        elif not _adds_nothing(word, tables):
            found = _with_word(tokens, index, found, tables, of_country=of_country)
            of_country = word in COUNTRIES
    if found is SubjectKind.NOUN and first in _POINTING_BACK:
        return SubjectKind.THING
    return found or SubjectKind.UNKNOWN


_POINTING_BACK = words(
    "this these that those such este esta estos estas dicho dicha dichos dichas ese esa esos esas"
)


def _ends_phrase(tokens: Tokens, index: int, found: SubjectKind | None, tables: NounTables) -> bool:
    word = tokens.low[index]
    if word == "than" and tokens.get(index - 1) in {"more", "less", "fewer"}:
        return False
    if word in tables.prepositions or word in tables.subordinators or (word in tables.breaks and found):
        return True
    if word in tables.articles and found and tokens.get(index - 1) not in tables.conjunctions:
        return True
    is_verb = word.endswith("ed") or word in tables.verbs or word.rstrip("s") in tables.verbs
    is_verb = is_verb or word in tables.speech_verbs
    return found in _DOERS and is_verb and word not in tables.nouns


def _adds_nothing(word: str, tables: NounTables) -> bool:
    is_qualifier = word in tables.articles or word in tables.adjectives or word in tables.conjunctions
    return is_qualifier or word in {",", "more", "less", "fewer", "than"} or word.endswith(("'s", "'"))


def _with_word(
    tokens: Tokens, index: int, found: SubjectKind | None, tables: NounTables, *, of_country: bool
) -> SubjectKind | None:
    """Kind of the phrase when one more word is read."""
    word = tokens.low[index]
    kind = tables.nouns.get(word) or (tables.nouns.get(word.rsplit("-", 1)[-1]) if "-" in word else None)
    if kind is not None:
        return kind
    if tokens.words[index][:1].isupper() and index > 0:
        keeps = found is SubjectKind.PERSON or (found is SubjectKind.PARTY and not of_country)
        return found if keeps else SubjectKind.NAMED
    if tokens.words[index][:1].isupper():
        is_common = word.endswith(_COMMON_ENDINGS) and not tokens.words[index].isupper()
        return found or (SubjectKind.NOUN if is_common else SubjectKind.NAMED)
    return found if word.endswith(tables.adverb_ending) else SubjectKind.NOUN


def _head_first(tokens: Tokens, start: int, end: int, tables: NounTables) -> SubjectKind:
    for index in range(start, end):
        word = tokens.low[index]
        is_alone = end - start == 1
        if word in tables.pronouns and (is_alone or word not in tables.articles):
            return tables.pronouns[word]
        if (
            word in tables.articles
            or word in tables.adjectives
            or word in tables.adverbs
            or word in tables.conjunctions
        ):
            if word in {"ambos", "ambas"} and end - index == 1:
                return SubjectKind.PARTY
            continue
        kind = tables.nouns.get(word)
        if kind is not None:
            return kind
        if word in tables.prepositions:
            return SubjectKind.UNKNOWN
        following = tokens.get(index + 1)
        is_name = tokens.words[index][:1].isupper() and (
            index > start or index > 0 or is_alone or tokens.words[index].isupper()
        )
        if is_name or (tokens.words[index][:1].isupper() and tokens.word(index + 1)[:1].isupper()):
            return SubjectKind.NAMED
        if index + 1 < end and following in COUNTRIES and not tokens.word(index + 1)[:1].isupper():
            return SubjectKind.NAMED
        points_back = tokens.get(start) in _POINTING_BACK
        if not tokens.words[index][:1].isalpha():
            return SubjectKind.UNKNOWN
        return SubjectKind.THING if points_back else SubjectKind.NOUN
    return SubjectKind.UNKNOWN


_DOERS = frozenset(
    {SubjectKind.PARTY, SubjectKind.BODY, SubjectKind.WE, SubjectKind.THEY, SubjectKind.PERSON}
)
