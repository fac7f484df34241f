"""Language of a text: English, Spanish, or neither."""

import re
from collections import Counter

from hled.dialogue.workplan.domain.statement.grammar.tables import words
from hled.kernel.bilingual import Language

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = {
    Language.EN: words("""
        the of and to in for on with that by from as at this these those will our we their its are is was were be been
        have has had not or which an it they into between both who shall would through under also
        """),
    Language.ES: words("""
        el la los las de del y en para por con que se un una su sus es son fue fueron al lo como más este esta estos
        estas nuestro nuestra nuestros nuestras o ambos ambas entre sobre ha han ser sin desde así también e
        """),
}
_OTHER_TONGUES = words("""
    le les des du et est dans pour avec qui sur aux une sont nous leurs il elle der die das und ist nicht mit für von
    dem den ein eine werden auch e o os as do da dos das em com não uma mais são pelo pela ao gli degli della delle
    nel nella per sono anche che di het een van zijn voor niet
    """)
_FOREIGN_LETTER = re.compile(r"[ãõçßäêâîû\u0153òì]")
SAMPLE = 40_000
"""Code points at most that are looked at."""

FEWEST_WORDS = 4


def language_of(text: str) -> Language | None:
    """
    Language that a text is written in, by the share of its function words; None when it is neither or too short.

    Both may lose to a third: French, German, Portuguese, Italian and Dutch have function words of their own.
    """
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE])]
    if len(words) < FEWEST_WORDS:
        return None
    counts = Counter(words)
    hits = {language: sum(counts[word] for word in known) for language, known in _FUNCTION_WORDS.items()}
    best = max(Language, key=lambda language: hits[language])
    others = sum(counts[word] for word in _OTHER_TONGUES)
    others += 2 * sum(count for word, count in counts.items() if _FOREIGN_LETTER.search(word))
    if hits[best] < 0.08 * len(words) or others > hits[best] or hits[best] == hits[best.other]:
        return None
    return best
