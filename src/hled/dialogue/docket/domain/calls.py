"""What a call says before it may open."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from hled.kernel.bilingual import Bilingual
from hled.kernel.party import Party
from hled.kernel.rule import Finding, declare

DK_15 = declare(
    "DK-15",
    en="A call has a title of at most 300 letters and says what it is about, in both languages; so does each question.",
    es="Una convocatoria tiene un título de a lo más 300 letras y dice de qué trata, en ambos idiomas; igual cada pregunta.",
    remedy_en="Fill in the language that is missing.",
    remedy_es="Complete el idioma que falta.",
)
DK_16 = declare(
    "DK-16",
    en="A call opens before it closes, stays open for at least a day, and gives its replies 1 to 365 days.",
    es="Una convocatoria abre antes de cerrar, queda abierta al menos un día y da a sus respuestas de 1 a 365 días.",
    remedy_en="Correct the days.",
    remedy_es="Corrija los días.",
)
DK_17 = declare(
    "DK-17",
    en="A call is about nothing in particular, or about one pillar, commitment, meeting or study that exists.",
    es="Una convocatoria no trata de nada en particular, o trata de un pilar, compromiso, reunión o estudio que existe.",
    remedy_en="Name it by its public identifier, or leave both fields empty.",
    remedy_es="Indíquelo con su identificador público, o deje vacíos ambos campos.",
)
DK_18 = declare(
    "DK-18",
    en="A Party announces and changes calls of its own, and calls of both.",
    es="Una Parte anuncia y cambia las convocatorias propias y las de ambas.",
    remedy_en="Announce it for your own Party or for both.",
    remedy_es="Anúnciela por su propia Parte o por ambas.",
)
DK_19 = declare(
    "DK-19",
    en="The last day of a call may be moved while it is open, never into the past.",
    es="El último día de una convocatoria puede moverse mientras está abierta, nunca al pasado.",
    remedy_en="Choose today or a later day; for a call that has closed, announce a new one.",
    remedy_es="Elija hoy o un día posterior; si ya cerró, anuncie una nueva.",
)
DK_50 = declare(
    "DK-50",
    en="A filter of the docket names something that its lists have.",
    es="Un filtro del buzón nombra algo que está en sus listas.",
    remedy_en="Choose from the list, or leave the filter out.",
    remedy_es="Elija de la lista, u omita el filtro.",
)

DK_62 = declare(
    "DK-62",
    en="What a call asks may be changed until its first submission arrives; from then on only its last day moves.",
    es="Lo que pregunta una convocatoria puede cambiarse hasta que llega la primera aportación; después solo se mueve su último día.",
    remedy_en="Move its last day, or announce another call.",
    remedy_es="Mueva su último día, o anuncie otra convocatoria.",
)

MOST_QUESTIONS = 20
SCOPES = ("", "pillar", "commitment", "meeting", "study")


@dataclass(frozen=True, slots=True)
class Plan:
    """
    A call as its coordinator wants it.

    Parameters
    ----------
    title, about, questions
        English and Spanish.
    party
        None for both Parties.
    reply_days
        Days after the close within which each Party replies; in the standing docket, after the first submission of a theme.
    """

    title: tuple[str, str]
    about: tuple[str, str]
    opens_on: date
    closes_on: date | None
    party: Party | None = None
    scope: str = ""
    scope_id: str = ""
    reply_days: int = 60
    questions: tuple[tuple[str, str], ...] = field(default=())
    is_standing: bool = False


def about_the_plan(plan: Plan) -> Iterator[Finding]:
    """DK-15 to DK-17, as far as the plan alone says."""
    texts = {"title": plan.title, "about": plan.about}
    texts |= {f"question_{place}": each for place, each in enumerate(plan.questions, start=1)}
    for name, pair in texts.items():
        for language, words in zip(("en", "es"), pair, strict=True):
            if not words.strip() or (name == "title" and len(words) > 300) or len(words) > 10_000:
                yield Finding(DK_15, f"{name}_{language}", words.strip()[:40])
    if len(plan.questions) > MOST_QUESTIONS:
        yield Finding(DK_15, "questions", str(len(plan.questions)))
    days = f"{plan.opens_on} – {plan.closes_on or '…'}, {plan.reply_days}"
    if (
        (plan.closes_on is None) != plan.is_standing
        or not 1 <= plan.reply_days <= 365
        or (plan.closes_on is not None and plan.closes_on < plan.opens_on)
    ):
        yield Finding(DK_16, "closes_on", days)
    if plan.scope not in SCOPES or bool(plan.scope) != bool(plan.scope_id):
        yield Finding(DK_17, "scope", f"{plan.scope[:20]} {plan.scope_id[:60]}")


STANDING = Plan(
    title=("Standing docket", "Buzón permanente"),
    about=(
        "Always open: say what the dialogue should know, whatever it is about.",
        "Siempre abierto: diga lo que el diálogo debe saber, sea cual sea el tema.",
    ),
    opens_on=date(2021, 9, 9),
    closes_on=None,
    is_standing=True,
    reply_days=90,
)
"""The call that never closes, of both Parties; the dialogue was relaunched on its first day."""

STANDING_NAME = Bilingual(*STANDING.title)
