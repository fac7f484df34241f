"""
Labelled campaigns in both languages, made from invented words.

A campaign is one letter sent by many: unchanged, with words replaced, with a paragraph of one's own, with sentences in another
order. A translated letter is a campaign of its own, since groups are of words. Everything else is said once by one person.
"""

from dataclasses import dataclass
from random import Random

TOPICS = {
    "en": (
        "tariffs", "border crossings", "rules of origin", "semiconductors", "electric vehicles", "customs forms", "small firms", "training",
        "water", "medical devices", "ports", "rail freight", "data flows", "cybersecurity", "corn", "avocados", "steel", "wages", "labor panels",
        "energy", "migration", "credit", "internet access", "inspection fees", "truck drivers", "supply chains", "batteries", "telecommunications",
    ),
    "es": (
        "los aranceles", "los cruces fronterizos", "las reglas de origen", "los semiconductores", "los vehículos eléctricos", "los trámites de aduana",
        "las pequeñas empresas", "la capacitación", "el agua", "los dispositivos médicos", "los puertos", "el ferrocarril", "los flujos de datos",
        "la ciberseguridad", "el maíz", "el aguacate", "el acero", "los salarios", "los paneles laborales", "la energía", "la migración", "el crédito",
        "el acceso a internet", "las cuotas de inspección", "los transportistas", "las cadenas de suministro", "las baterías",
    ),
}  # fmt: skip
VERBS = {
    "en": ("delay", "strengthen", "burden", "support", "threaten", "improve", "ignore", "need", "reward", "explain", "shape", "limit", "widen", "repay"),
    "es": ("retrasan", "fortalecen", "encarecen", "apoyan", "amenazan", "mejoran", "ignoran", "necesitan", "premian", "explican", "limitan", "amplían"),
}  # fmt: skip
FILLERS = {
    "en": (
        "in our region", "for many years", "every single week", "since the last review", "without any warning", "at a cost nobody planned", "on both sides",
        "in the north of the state", "before the harvest", "for families like mine", "under the present rules", "as our members report", "during the night shift",
        "with no office to call", "more than in any other sector", "as the study of March shows", "although we asked twice", "near the second bridge",
    ),
    "es": (
        "en nuestra región", "desde hace años", "cada semana", "desde la última revisión", "sin aviso alguno", "a un costo que nadie previó", "en ambos lados",
        "en el norte del estado", "antes de la cosecha", "para familias como la mía", "con las reglas actuales", "como informan nuestros socios", "en el turno de noche",
        "sin oficina a la cual llamar", "más que en cualquier otro sector", "como muestra el estudio de marzo", "aunque lo pedimos dos veces", "junto al segundo puente",
    ),
}  # fmt: skip
JOINS = {
    "en": ("We ask both governments to see that", "It is plain that", "Our experience is that", "I believe that", "Please consider that", "Last year we learned that"),
    "es": ("Pedimos a ambos gobiernos ver que", "Es claro que", "Nuestra experiencia es que", "Creo que", "Por favor consideren que", "El año pasado supimos que"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and the campaign it belongs to; of an independent text, a label of its own."""

    text: str
    label: str
    language: str


def sentence(rng: Random, language: str) -> str:
    one, two, three = rng.sample(TOPICS[language], 3)
    parts = (
        rng.choice(JOINS[language]), one, rng.choice(VERBS[language]), two, rng.choice(FILLERS[language]),
        "and" if language == "en" else "y", three, rng.choice(VERBS[language]), str(rng.randint(2, 97)), rng.choice(FILLERS[language]),
    )  # fmt: skip
    return " ".join(parts) + "."


def letter(rng: Random, language: str, sentences: int) -> list[str]:
    return [sentence(rng, language) for _ in range(sentences)]


def edited(rng: Random, said: list[str], share: float) -> list[str]:
    """Some words replaced by others, dropped or doubled."""

    def change(word: str) -> str:
        if rng.random() >= share:
            return word
        return rng.choice(
            ("", f"{word} {word}", rng.choice(("truly", "quizá", "hoy", "again", "clearly", "muy")))
        )

    return [" ".join(filter(None, map(change, each.split()))) for each in said]


def with_own_words(rng: Random, said: list[str], language: str) -> list[str]:
    """A paragraph of one's own, up to half as long as the letter, at the beginning, at the end or between."""
    own = letter(rng, language, rng.randint(1, max(1, len(said) // 2)))
    at = rng.choice((0, len(said), len(said) // 2))
    return [*said[:at], "\n\n" + " ".join(own) + "\n\n", *said[at:]]


def reordered(rng: Random, said: list[str]) -> list[str]:
    return rng.sample(said, len(said))


def variant(rng: Random, said: list[str], language: str) -> str:
    """One person's copy of a letter."""
    match rng.randrange(5):
        case 0:
            changed = said
        case 1:
            changed = edited(rng, said, rng.uniform(0.01, 0.08))
        case 2:
            changed = with_own_words(rng, said, language)
        case 3:
            changed = reordered(rng, said)
        case _:
            changed = edited(rng, reordered(rng, with_own_words(rng, said, language)), 0.02)
    text = " ".join(changed)
    return text.upper() if rng.random() < 0.02 else text


def campaigns(
    seed: int, *, total: int, share: float = 0.6, sizes: tuple[int, int] = (5, 60)
) -> list[Labelled]:
    """
    So many texts, a share of them copies; every second campaign is also sent in the other language, as a letter of its own.

    In no order.
    """
    rng, made, number = Random(seed), list[Labelled](), 0
    while len(made) < total * share:
        number += 1
        for language in rng.sample(("en", "es"), rng.randint(1, 2)):
            said = letter(rng, language, rng.randint(4, 12))
            label = f"campaign-{number}-{language}"
            made += [
                Labelled(variant(rng, said, language), label, language) for _ in range(rng.randint(*sizes))
            ]
    del made[int(total * share) :]
    for alone in range(total - len(made)):
        language = rng.choice(("en", "es"))
        made.append(Labelled(" ".join(letter(rng, language, rng.randint(2, 14))), f"alone-{alone}", language))
    rng.shuffle(made)
    return made


def precision_and_recall(labels: list[str], groups: list[int]) -> tuple[float, float]:
    """Of pairs: which share of those grouped belong together, and which share of those that belong together is grouped."""

    def pairs(keys: list[object]) -> int:
        counts: dict[object, int] = {}
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
        return sum(each * (each - 1) // 2 for each in counts.values())

    both = pairs(list(zip(labels, groups, strict=True)))
    return both / (pairs(list(groups)) or 1), both / (pairs(list(labels)) or 1)
