"""What a reader would need about a commitment and the record does not hold."""

from collections.abc import Callable

from hled.dialogue.results.domain.assessment import Missing, Origin, Strength, Voice
from hled.dialogue.results.domain.rulebook.status import NO_COUNTS, Case
from hled.dialogue.results.domain.signs import Level
from hled.kernel.bilingual import Bilingual


def unowned(basis: str, agencies: tuple[str, ...]) -> bool:
    """Whether a side has no agency that a source names."""
    return not agencies or basis in {"inferred", "none_named"}


def _unreported_figures(case: Case, _: Strength) -> bool:
    if not case.commitment.quantities:
        return False
    promised = {(q.what, q.unit) for q in case.commitment.quantities if q.unit not in NO_COUNTS}
    reported = {(q.what, q.unit) for sign in case.at_least(Level.WORK) for q in sign.report.quantities}
    return bool(promised - reported)


_ASKS: tuple[tuple[Missing, Callable[[Case, Strength], bool]], ...] = (
    (
        Missing("MS-01", Bilingual("No report of its own by anyone.", "No hay informe propio de nadie.")),
        lambda case, _: not case.signs,
    ),
    (
        Missing(
            "MS-02",
            Bilingual("Only one Party has reported on it.", "Solo una de las Partes ha informado sobre él."),
        ),
        lambda _, strength: strength.voice is Voice.ONE_PARTY,
    ),
    (
        Missing(
            "MS-03",
            Bilingual("Neither Party has reported on it.", "Ninguna de las Partes ha informado sobre él."),
        ),
        lambda _, strength: strength.voice is Voice.THIRD_PARTY,
    ),
    (
        Missing(
            "MS-04",
            Bilingual("No primary document reports on it.", "Ningún documento primario informa sobre él."),
        ),
        lambda _, strength: strength.origin is Origin.PRESS,
    ),
    (
        Missing("MS-05", Bilingual("No due date was stated.", "No se fijó fecha límite.")),
        lambda case, _: case.commitment.due is None and not case.commitment.recurrence,
    ),
    (
        Missing(
            "MS-06",
            Bilingual(
                "No source names a U.S. agency.", "Ninguna fuente nombra una dependencia estadounidense."
            ),
        ),
        lambda case, _: unowned(case.commitment.agencies_basis, case.commitment.agencies_us),
    ),
    (
        Missing(
            "MS-07",
            Bilingual("No source names a Mexican agency.", "Ninguna fuente nombra una dependencia mexicana."),
        ),
        lambda case, _: unowned(case.commitment.agencies_basis, case.commitment.agencies_mx),
    ),
    (
        Missing("MS-08", Bilingual("The passage is not recorded.", "No consta el pasaje.")),
        lambda case, _: not case.commitment.has_passage,
    ),
    (
        Missing(
            "MS-09",
            Bilingual(
                "Promised figures are not reported under the same words and unit.",
                "Las cifras prometidas no se reportan con las mismas palabras y unidad.",
            ),
        ),
        _unreported_figures,
    ),
    (
        Missing("MS-10", Bilingual("The statement carries no date.", "El enunciado no tiene fecha.")),
        lambda case, _: case.commitment.stated_on is None,
    ),
)


def missing_from(case: Case, strength: Strength) -> tuple[Missing, ...]:
    return tuple([each for each, lacks in _ASKS if lacks(case, strength)])


def every_missing() -> tuple[Missing, ...]:
    """All codes, for the page of rules."""
    return tuple(each for each, _ in _ASKS)
