"""The rulebooks in force, as data: rules in the order in which they are tried, and thresholds."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any

from hled.dialogue.results.domain.assessment import Status
from hled.dialogue.results.domain.rulebook import status as conditions
from hled.dialogue.results.domain.rulebook.status import StatusRule, Thresholds
from hled.kernel.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A version of the rules; the first rule that applies gives the status."""

    version: str
    rules: tuple[StatusRule, ...]
    thresholds: Thresholds = field(default_factory=Thresholds)

    def rule(self, code: str) -> StatusRule:
        """
        Raises
        ------
        ValueError
            When no rule has the code.
        """
        for each in self.rules:
            if each.code == code:
                return each
        raise ValueError(f"code={code!r} is no rule of rulebook {self.version}")


_RULES = (
    StatusRule(
        "ST-01",
        Status.WITHDRAWN,
        Bilingual("Withdrawn by a document of the record.", "Retirado por un documento del registro."),
        Bilingual("Withdrawn {on}.", "Retirado {on}."),
        conditions.withdrawn,
    ),
    StatusRule(
        "ST-02",
        Status.SUPERSEDED,
        Bilingual("Another commitment takes its place.", "Otro compromiso ocupa su lugar."),
        Bilingual("Superseded by {by} {on}.", "Sustituido por {by} {on}."),
        conditions.superseded,
    ),
    StatusRule(
        "ST-03",
        Status.RECURRENCE_OVERDUE,
        Bilingual(
            "A recurring duty of which a round was reported, and whose next round is overdue beyond the days of grace.",
            "Obligación periódica de la que se reportó una ronda y cuya siguiente ronda está vencida más allá de los días de gracia.",
        ),
        Bilingual(
            "{rounds} reported, the last one {last}; the next was due by {next} and is not reported.",
            "{rounds} en los informes, la última {last}; la siguiente correspondía a más tardar el {next} y no se ha reportado.",
        ),
        conditions.round_overdue,
    ),
    StatusRule(
        "ST-04",
        Status.UNDER_WAY,
        Bilingual(
            "A recurring duty whose next round is not yet overdue.",
            "Obligación periódica cuya siguiente ronda aún no vence.",
        ),
        Bilingual(
            "{rounds} reported, the last one {last}; the next is due by {next}.",
            "{rounds} en los informes, la última {last}; la siguiente corresponde a más tardar el {next}.",
        ),
        conditions.round_kept,
    ),
    StatusRule(
        "ST-05",
        Status.DONE,
        Bilingual(
            "A report shows the promised thing, whole; it may be the document that also states it.",
            "Un informe muestra cumplido en su totalidad lo prometido; puede ser el mismo documento que lo enuncia.",
        ),
        Bilingual("Reported done by {whom} {on}.", "Reportado como cumplido por {whom} {on}."),
        conditions.reported_whole,
    ),
    StatusRule(
        "ST-06",
        Status.DONE,
        Bilingual(
            "Reports of parts reach the promised figures that they name under the same words and unit; money is not counted so.",
            "Los informes parciales alcanzan las cifras prometidas que mencionan con las mismas palabras y unidad; el dinero no se cuenta así.",
        ),
        Bilingual(
            "The promised figures are reported reached by {whom} {on} ({figures}).",
            "Las cifras prometidas fueron reportadas como alcanzadas por {whom} {on} ({figures}).",
        ),
        conditions.figures_reached,
    ),
    StatusRule(
        "ST-07",
        Status.DONE,
        Bilingual(
            "As many events are reported held, on different days, as were promised.",
            "Se reportan celebrados, en días distintos, tantos eventos como se prometieron.",
        ),
        Bilingual(
            "{count} of {promised} promised events reported held, the last reported by {whom} {on}.",
            "{count} de {promised} eventos prometidos reportados como celebrados, el último reportado por {whom} {on}.",
        ),
        conditions.events_held,
    ),
    StatusRule(
        "ST-08",
        Status.DONE,
        Bilingual(
            "No number of events was promised, an event is reported held, and no promised date is still to come.",
            "No se prometió un número de eventos, se reporta celebrado un evento y no queda por llegar ninguna fecha prometida.",
        ),
        Bilingual(
            "No number was promised; reported held by {whom} {on}.",
            "No se prometió un número; reportado como celebrado por {whom} {on}.",
        ),
        conditions.event_held,
    ),
    StatusRule(
        "ST-09",
        Status.DONE,
        Bilingual(
            "A body that was to be set up is reported installed, or to have delivered a part of its work.",
            "Se reporta instalado el órgano que debía crearse, o que entregó una parte de su trabajo.",
        ),
        Bilingual(
            "The body is reported at work by {whom} {on}.",
            "El órgano fue reportado en funciones por {whom} {on}.",
        ),
        conditions.body_at_work,
    ),
    StatusRule(
        "ST-10",
        Status.DONE,
        Bilingual(
            "All milestones of the commitment are reported reached.",
            "Todos los hitos del compromiso se reportan alcanzados.",
        ),
        Bilingual(
            "All {count} milestones reported reached, the last {on}.",
            "Los {count} hitos fueron reportados como alcanzados, el último {on}.",
        ),
        conditions.milestones_reached,
    ),
    StatusRule(
        "ST-11",
        Status.LATE,
        Bilingual(
            "The due date, or that of a milestone, has passed and what was due is not reported done; a due date that is a start is met by any report of work.",
            "La fecha límite, o la de un hito, ha pasado y lo debido no se reporta cumplido; una fecha que es de inicio queda satisfecha con cualquier informe de trabajos.",
        ),
        Bilingual("Due by {due}; {state}.", "Debía cumplirse a más tardar el {due}; {state}."),
        conditions.overdue,
    ),
    StatusRule(
        "ST-12",
        Status.UNDER_WAY,
        Bilingual(
            "Of promised money, a report of a part, such as a launch or a signature, shows the start.",
            "Tratándose de recursos prometidos, el informe de una parte, como un lanzamiento o una firma, muestra el inicio.",
        ),
        Bilingual("Start reported by {whom} {on}.", "Inicio reportado por {whom} {on}."),
        conditions.funding_started,
    ),
    StatusRule(
        "ST-13",
        Status.PARTLY_DONE,
        Bilingual(
            "A report shows a named part of the promised thing, or a milestone is reached, and nothing shows the whole.",
            "Un informe muestra una parte determinada de lo prometido, o se alcanzó un hito, y nada muestra el todo.",
        ),
        Bilingual(
            "A part reported done by {whom} {on}.", "Una parte reportada como cumplida por {whom} {on}."
        ),
        conditions.reported_part,
    ),
    StatusRule(
        "ST-14",
        Status.ANNOUNCED,
        Bilingual(
            "Nothing but the official document that first states it reports on it, short of any part or meeting.",
            "Solo informa sobre él el documento oficial que lo enuncia por primera vez, sin parte cumplida ni reunión.",
        ),
        Bilingual(
            "Announced {on}; only the announcement itself reports on it.",
            "Anunciado {on}; solo el propio anuncio informa sobre él.",
        ),
        conditions.only_announced,
    ),
    StatusRule(
        "ST-15",
        Status.UNDER_WAY,
        Bilingual(
            "A report shows work on it or an effect of it.",
            "Un informe muestra trabajos en la materia o un efecto de ellos.",
        ),
        Bilingual(
            "Work reported, most recently by {whom} {on}.",
            "Trabajos reportados; el informe más reciente, por {whom} {on}.",
        ),
        conditions.reported_work,
    ),
    StatusRule(
        "ST-16",
        Status.UNDER_WAY,
        Bilingual(
            "No report of its own shows work, but a commitment through which it is carried out does; never more than under way, since nobody has said that the parts are the whole.",
            "Ningún informe propio muestra trabajos, pero sí un compromiso que lo desarrolla; nunca más que en curso, pues nadie ha dicho que las partes sean el todo.",
        ),
        Bilingual(
            "Read from the {children}: work is reported on {working}, of which {done} reported done.",
            "Según {children}: se reportan trabajos en {working}; cumplidos: {done}.",
        ),
        conditions.children_at_work,
    ),
    StatusRule(
        "ST-17",
        Status.UNDER_WAY,
        Bilingual(
            "Something done is reported that bears on it by background or repetition only; weak evidence.",
            "Se reporta algo realizado que solo guarda relación con él como antecedente o reiteración; evidencia débil.",
        ),
        Bilingual(
            "Something that bears on it is reported by {whom} {on}; the evidence is weak.",
            "Algo relacionado con él fue reportado por {whom} {on}; la evidencia es débil.",
        ),
        conditions.touched,
    ),
    StatusRule(
        "ST-18",
        Status.RESTATED,
        Bilingual(
            "Later reports repeat it, with no result.", "Los informes posteriores lo reiteran, sin resultado."
        ),
        Bilingual("Restated by {whom} {on}, with no result.", "Reiterado por {whom} {on}, sin resultado."),
        conditions.repeated,
    ),
    StatusRule(
        "ST-19",
        Status.NO_INFORMATION,
        Bilingual(
            "No dated document states it and nothing reports on it.",
            "Ningún documento fechado lo enuncia y nada informa sobre él.",
        ),
        Bilingual(
            "Stated in an undated document; nothing reports on it.",
            "Enunciado en un documento sin fecha; nada informa sobre él.",
        ),
        conditions.unknown,
    ),
    StatusRule(
        "ST-20",
        Status.ANNOUNCED,
        Bilingual(
            "A numeric target or a sum of money, nothing reported, and no date has passed by which a report was owed.",
            "Meta numérica o suma de dinero, sin informes y sin fecha vencida en que se debiera informar.",
        ),
        Bilingual(
            "Target or sum announced {on}; no report on it was found.",
            "Meta o suma anunciada {on}; no se encontró informe sobre ella.",
        ),
        conditions.standing_pledge,
    ),
    StatusRule(
        "ST-21",
        Status.ANNOUNCED,
        Bilingual(
            "Stated, nothing reported, and the months allowed before silence have not passed.",
            "Enunciado, sin informes, y aún no transcurren los meses que se conceden antes de hablar de silencio.",
        ),
        Bilingual("Announced {on}; nothing reported yet.", "Anunciado {on}; aún no se reporta nada."),
        conditions.newly_announced,
    ),
    StatusRule(
        "ST-22",
        Status.SILENT,
        Bilingual(
            "Stated, and no report by anyone since; this is no proof of failure.",
            "Enunciado y, desde entonces, sin informe de nadie; ello no prueba incumplimiento.",
        ),
        Bilingual("No report since {on} ({months}).", "Sin informes desde el {on} ({months})."),
        conditions.nothing_since,
    ),
)

_MERGED = StatusRule(
    "ST-23",
    Status.SUPERSEDED,
    Bilingual(
        "By an act of both Parties it goes on as a part of another commitment.",
        "Por un acto de ambas Partes continúa como parte de otro compromiso.",
    ),
    Bilingual("Merged into {by} {on}.", "Fusionado con {by} {on}."),
    conditions.merged,
)
_COMPLETED = StatusRule(
    "ST-24",
    Status.DONE,
    Bilingual(
        "Both Parties declare it completed, by an act that both signed.",
        "Ambas Partes lo declaran cumplido, por un acto que ambas firmaron.",
    ),
    Bilingual("Declared completed by both Parties {on}.", "Declarado cumplido por ambas Partes {on}."),
    conditions.completed_by_act,
)

_WITHDRAWN, _SUPERSEDED, *_REPORTED = _RULES

RULEBOOKS: Mapping[str, Rulebook] = MappingProxyType(
    {
        each.version: each
        for each in (
            Rulebook("2026.1", _RULES),
            Rulebook("2026.2", (_WITHDRAWN, _MERGED, _SUPERSEDED, _COMPLETED, *_REPORTED)),
        )
    }
)
CURRENT = RULEBOOKS["2026.2"]


def rulebook_as_json(rulebook: Rulebook) -> dict[str, Any]:
    return {
        "version": rulebook.version,
        "thresholds": asdict(rulebook.thresholds),
        "rules": [
            {
                "code": each.code,
                "status": each.status.value,
                "says_en": each.says.en,
                "says_es": each.says.es,
            }
            for each in rulebook.rules
        ],
    }
