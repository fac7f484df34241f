"""What a coordinator should look at: each alert by its rule, with what to do."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from hled.dialogue.results.domain.assessment import Assessment, Status
from hled.dialogue.results.domain.dates import NO_DATE, months_in_words, on_day, the_day
from hled.dialogue.results.domain.facts import EDITOR, CommitmentFacts, RecordFacts, ReportFacts
from hled.dialogue.results.domain.rulebook import CURRENT, Rulebook
from hled.dialogue.results.domain.rulebook.missing import unowned
from hled.kernel.bilingual import Bilingual


class Urgency(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def label(self) -> Bilingual:
        return _URGENCIES[self]


_URGENCIES = {
    Urgency.HIGH: Bilingual("High", "Alta"),
    Urgency.MEDIUM: Bilingual("Medium", "Media"),
    Urgency.LOW: Bilingual("Low", "Baja"),
}


@dataclass(frozen=True, slots=True)
class AlertRule:
    """
    Parameters
    ----------
    says
        The rule, for the list of rules.
    finds
        The same for one commitment or meeting, with named places.
    remedy
        What to do.
    weight
        How strongly it asks for a place on the agenda; 0 where it is a matter for the record only.
    """

    code: str
    urgency: Urgency
    weight: int
    says: Bilingual
    finds: Bilingual
    remedy: Bilingual


@dataclass(frozen=True, slots=True)
class Alert:
    """
    Parameters
    ----------
    subject
        Identifier of the commitment or of the series of meetings.
    since
        First day on which the alert holds; None where it does not begin on a day.
    evidence
        Identifiers of reports, documents, discrepancies or meetings on which it rests.
    title, page
        Of a subject that only a room above knows; its address on this site without the language.
    """

    rule: AlertRule
    subject: str
    pillar: str
    since: date | None
    weight: int
    evidence: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict, repr=False)
    title: Bilingual | None = None
    page: str = ""

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def urgency(self) -> Urgency:
        return self.rule.urgency

    @property
    def remedy(self) -> Bilingual:
        return self.rule.remedy

    @property
    def sentence(self) -> Bilingual:
        return self.rule.finds.format(**self.values)

    def as_json(self) -> dict[str, Any]:
        sentence = self.sentence
        return {
            "code": self.code,
            "subject": self.subject,
            "pillar": self.pillar,
            "since": self.since.isoformat() if self.since else None,
            "urgency": self.urgency.value,
            "weight": self.weight,
            "sentence_en": sentence.en,
            "sentence_es": sentence.es,
            "remedy_en": self.remedy.en,
            "remedy_es": self.remedy.es,
            "evidence": list(self.evidence),
        }


CLOSED = frozenset({Status.DONE, Status.WITHDRAWN, Status.SUPERSEDED})
LONGEST_COUNTED_SILENCE = 60
"""Months of silence beyond which the weight of an alert grows no more."""

AL_01 = AlertRule(
    "AL-01",
    Urgency.MEDIUM,
    20,
    Bilingual(
        "An open commitment has had no report for as many months as the rulebook allows.",
        "Un compromiso abierto no ha tenido informes durante los meses que permite el reglamento de estados.",
    ),
    Bilingual("No report since {day} ({months}).", "Sin informes desde el {day} ({months})."),
    Bilingual(
        "Ask the agencies of both Parties for a report, or for a statement that the work has ended.",
        "Solicitar a las dependencias de ambas Partes un informe, o la declaración de que los trabajos concluyeron.",
    ),
)
AL_02 = AlertRule(
    "AL-02",
    Urgency.HIGH,
    90,
    Bilingual(
        "A promised date has passed and what was due is not reported done.",
        "Una fecha prometida ha pasado y lo debido no se reporta cumplido.",
    ),
    Bilingual("Late since {day}. {finds}", "Atrasado desde el {day}. {finds}"),
    Bilingual(
        "Report the delivery with its document, or agree a new date.",
        "Informar del cumplimiento con su documento, o acordar una nueva fecha.",
    ),
)
AL_03 = AlertRule(
    "AL-03",
    Urgency.HIGH,
    80,
    Bilingual(
        "The next round of a recurring duty is overdue.",
        "La siguiente ronda de una obligación periódica está vencida.",
    ),
    Bilingual("{finds}", "{finds}"),
    Bilingual(
        "Fix the day of the next round, or agree that the duty has ended.",
        "Fijar el día de la siguiente ronda, o acordar que la obligación concluyó.",
    ),
)
AL_04 = AlertRule(
    "AL-04",
    Urgency.LOW,
    0,
    Bilingual(
        "No source names a U.S. agency for an open commitment.",
        "Ninguna fuente nombra una dependencia estadounidense para un compromiso abierto.",
    ),
    Bilingual(
        "No U.S. agency is named in a source (basis: {basis}).",
        "Ninguna fuente nombra una dependencia estadounidense (base: {basis}).",
    ),
    Bilingual(
        "Ask the U.S. coordinator who is responsible.",
        "Preguntar a la coordinación estadounidense quién es responsable.",
    ),
)
AL_05 = AlertRule(
    "AL-05",
    Urgency.LOW,
    0,
    Bilingual(
        "No source names a Mexican agency for an open commitment.",
        "Ninguna fuente nombra una dependencia mexicana para un compromiso abierto.",
    ),
    Bilingual(
        "No Mexican agency is named in a source (basis: {basis}).",
        "Ninguna fuente nombra una dependencia mexicana (base: {basis}).",
    ),
    Bilingual(
        "Ask the Mexican coordinator who is responsible.",
        "Preguntar a la coordinación mexicana quién es responsable.",
    ),
)
AL_06 = AlertRule(
    "AL-06",
    Urgency.MEDIUM,
    30,
    Bilingual(
        "Sources differ, or a promise and its execution do.",
        "Las fuentes difieren, o difieren la promesa y su ejecución.",
    ),
    Bilingual("Sources differ: {ids}.", "Las fuentes difieren: {ids}."),
    Bilingual(
        "Compare the figures side by side and let each Party say which one it holds to.",
        "Cotejar las cifras lado a lado y que cada Parte diga cuál sostiene.",
    ),
)
AL_07 = AlertRule(
    "AL-07",
    Urgency.LOW,
    0,
    Bilingual("No dated document states the commitment.", "Ningún documento fechado enuncia el compromiso."),
    Bilingual(
        "The statement carries no date, and it is left out of every view with a date.",
        "El enunciado no tiene fecha y queda fuera de toda vista con fecha.",
    ),
    Bilingual("Find the date of the document.", "Averiguar la fecha del documento."),
)
AL_08 = AlertRule(
    "AL-08",
    Urgency.LOW,
    0,
    Bilingual("A report is older than the promise.", "Un informe es anterior al compromiso."),
    Bilingual(
        "{ids} reports {on}, before the commitment was stated {stated}.",
        "{ids} informa {on}, antes de que se enunciara el compromiso {stated}.",
    ),
    Bilingual(
        "Check both dates, or record the earlier document that states the commitment.",
        "Revisar ambas fechas, o registrar el documento anterior que enuncia el compromiso.",
    ),
)
AL_09 = AlertRule(
    "AL-09",
    Urgency.LOW,
    0,
    Bilingual(
        "An open commitment has neither a due date nor a recurrence.",
        "Un compromiso abierto no tiene fecha límite ni periodicidad.",
    ),
    Bilingual("No date was promised.", "No se prometió fecha."),
    Bilingual("Agree a date by which to report.", "Acordar una fecha para informar."),
)
AL_10 = AlertRule(
    "AL-10",
    Urgency.MEDIUM,
    10,
    Bilingual(
        "Something was delivered after the promised date.", "Algo se cumplió después de la fecha prometida."
    ),
    Bilingual(
        "{ids} shows delivery after the promised date.",
        "{ids} muestra que se cumplió después de la fecha prometida.",
    ),
    Bilingual("Note the cause of the delay in the minutes.", "Asentar en la minuta la causa del retraso."),
)
AL_11 = AlertRule(
    "AL-11",
    Urgency.LOW,
    0,
    Bilingual(
        "The passage that states the commitment is not recorded.",
        "No consta el pasaje que enuncia el compromiso.",
    ),
    Bilingual("Passage not recorded.", "Pasaje no registrado."),
    Bilingual("Mark the passage in the document.", "Señalar el pasaje en el documento."),
)
AL_12 = AlertRule(
    "AL-12",
    Urgency.MEDIUM,
    60,
    Bilingual("A commitment was repeated with no result.", "Un compromiso se reiteró sin resultado."),
    Bilingual("{finds}", "{finds}"),
    Bilingual(
        "Decide whether to pursue it, replace it or close it.",
        "Decidir si se continúa, se sustituye o se cierra.",
    ),
)
AL_13 = AlertRule(
    "AL-13",
    Urgency.LOW,
    0,
    Bilingual(
        "Sources name only some of the agencies; the others are inferred.",
        "Las fuentes nombran solo algunas dependencias; las demás son deducidas.",
    ),
    Bilingual(
        "Only some agencies are named in a source.",
        "Solo algunas dependencias están nombradas en una fuente.",
    ),
    Bilingual(
        "Ask both coordinators to confirm the agencies.",
        "Pedir a ambas coordinaciones que confirmen las dependencias.",
    ),
)

ALERT_RULES = (AL_01, AL_02, AL_03, AL_04, AL_05, AL_06, AL_07, AL_08, AL_09, AL_10, AL_11, AL_12, AL_13)

_BASES = {
    "stated": Bilingual("stated", "expresada"),
    "partly_stated": Bilingual("partly stated", "expresada en parte"),
    "inferred": Bilingual("inferred", "deducida"),
    "none_named": Bilingual("none named", "ninguna nombrada"),
}


@dataclass(frozen=True, slots=True)
class _Watched:
    commitment: CommitmentFacts
    assessment: Assessment
    reports: tuple[ReportFacts, ...]
    rulebook: Rulebook

    @property
    def is_open(self) -> bool:
        return self.assessment.status not in CLOSED

    def alert(
        self,
        rule: AlertRule,
        since: date | None = None,
        *,
        weight: int | None = None,
        evidence: Iterable[str] = (),
        **values: Any,
    ) -> Alert:
        return Alert(
            rule=rule,
            subject=self.commitment.id,
            pillar=self.commitment.pillar,
            since=since,
            weight=rule.weight if weight is None else weight,
            evidence=tuple(evidence) or tuple(each.id for each in self.assessment.evidence),
            values=values,
        )


def alerts_of(
    known: RecordFacts,
    assessments: Mapping[str, Assessment],
    as_of: date,
    *,
    rulebook: Rulebook = CURRENT,
) -> tuple[Alert, ...]:
    """
    Alerts on the commitments assessed, the heaviest first, then by commitment and code.

    Overdue meetings are alerts of `hled.dialogue.meetings.domain.cadence`.

    Parameters
    ----------
    known
        The facts public on the day, as `as_known` gives them; a dated report after `as_of` is left out all the same.
    """
    reports: dict[str, list[ReportFacts]] = {}
    for report in known.reports:
        if report.reported_on is None or report.reported_on <= as_of:
            reports.setdefault(report.commitment, []).append(report)
    watched = (
        _Watched(each, assessments[each.id], _in_time(reports.get(each.id, ())), rulebook)
        for each in known.commitments
        if each.id in assessments
    )
    return in_order(alert for each in watched for look in _LOOKS for alert in look(each))


def _in_time(reports: Iterable[ReportFacts]) -> tuple[ReportFacts, ...]:
    return tuple(sorted(reports, key=lambda each: (each.reported_on or date.max, each.id)))


def in_order(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    return tuple(sorted(alerts, key=lambda alert: (-alert.weight, alert.subject, alert.code)))


def _quiet(watched: _Watched) -> Iterator[Alert]:
    assessment, stated_on = watched.assessment, watched.commitment.stated_on
    months = assessment.silent_months
    if not watched.is_open or months is None or months < watched.rulebook.thresholds.quiet_months:
        return
    days = [day for day in (assessment.last_report_on, stated_on) if day]
    since = max(days)
    yield watched.alert(
        AL_01,
        since,
        weight=AL_01.weight + min(months, LONGEST_COUNTED_SILENCE),
        day=the_day(since),
        months=months_in_words(months),
    )


_BY_STATUS = {Status.LATE: AL_02, Status.RECURRENCE_OVERDUE: AL_03, Status.RESTATED: AL_12}


def _by_status(watched: _Watched) -> Iterator[Alert]:
    assessment = watched.assessment
    rule = _BY_STATUS.get(assessment.status)
    if rule is not None:
        yield watched.alert(
            rule,
            assessment.since,
            finds=assessment.sentence,
            day=the_day(assessment.since) if assessment.since else NO_DATE,
        )


def _owners(watched: _Watched) -> Iterator[Alert]:
    commitment = watched.commitment
    if not watched.is_open:
        return
    basis = _BASES[commitment.agencies_basis]
    if unowned(commitment.agencies_basis, commitment.agencies_us):
        yield watched.alert(AL_04, basis=basis)
    if unowned(commitment.agencies_basis, commitment.agencies_mx):
        yield watched.alert(AL_05, basis=basis)
    if commitment.agencies_basis == "partly_stated":
        yield watched.alert(AL_13)


def _differing(watched: _Watched) -> Iterator[Alert]:
    ids = watched.assessment.disputed_by
    if ids:
        yield watched.alert(AL_06, evidence=ids, ids=", ".join(ids))


def _dates(watched: _Watched) -> Iterator[Alert]:
    commitment = watched.commitment
    if commitment.stated_on is None:
        yield watched.alert(AL_07)
    if watched.is_open and commitment.due is None and not commitment.recurrence:
        yield watched.alert(AL_09)
    for report in watched.reports:
        stated_on, on = commitment.stated_on, report.reported_on
        if report.by != EDITOR and stated_on and on and on < stated_on:
            yield watched.alert(
                AL_08,
                evidence=[report.id],
                ids=report.id,
                on=on_day(on, report.precision),
                stated=on_day(stated_on, commitment.stated_precision),
            )
        if report.late:
            yield watched.alert(AL_10, on, evidence=[report.id], ids=report.id)


def _passage(watched: _Watched) -> Iterator[Alert]:
    if not watched.commitment.has_passage:
        yield watched.alert(AL_11)


_LOOKS: tuple[Callable[[_Watched], Iterator[Alert]], ...] = (
    _quiet,
    _by_status,
    _owners,
    _differing,
    _dates,
    _passage,
)
