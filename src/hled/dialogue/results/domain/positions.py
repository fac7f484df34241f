"""What a Party itself holds of a commitment, and where both agreed to differ: rules and forms, no store."""

from collections.abc import Iterator, Mapping
from typing import Any

from hled.dialogue.results.domain.assessment import Status
from hled.kernel.party import Party
from hled.kernel.rule import Finding, declare

PO_01 = declare(
    "PO-01",
    en="An assessment is the act of the one Party that its subject names.",
    es="Una evaluación es el acto de la única Parte que su asunto nombra.",
    remedy_en="Use assessment:US:ID or assessment:MX:ID with the identifier of the commitment, signed by that Party alone.",
    remedy_es="Use assessment:US:ID o assessment:MX:ID con el identificador del compromiso, firmado solo por esa Parte.",
)
PO_02 = declare(
    "PO-02",
    en="A position is about a commitment of the plan.",
    es="Una posición se refiere a un compromiso del plan.",
    remedy_en="Name a commitment that the plan has.",
    remedy_es="Nombre un compromiso que exista en el plan.",
)
PO_03 = declare(
    "PO-03",
    en="An assessment names a status that the rulebook knows, and the one that it computed.",
    es="Una evaluación nombra un estado que el reglamento conoce y el que este calculó.",
    remedy_en="Use one of the statuses named.",
    remedy_es="Use uno de los estados indicados.",
)
PO_04 = declare(
    "PO-04",
    en="A position says why, in both languages.",
    es="Una posición dice por qué, en ambos idiomas.",
    remedy_en="Write the text in the missing language.",
    remedy_es="Escriba el texto en el idioma faltante.",
)
PO_05 = declare(
    "PO-05",
    en="To differ is agreed by both Parties, and each says its position.",
    es="El desacuerdo lo convienen ambas Partes y cada una expresa su posición.",
    remedy_en="Use difference:ID of the commitment with the segments position_us and position_mx, signed by both Parties.",
    remedy_es="Use difference:ID del compromiso con los segmentos position_us y position_mx, firmado por ambas Partes.",
)
PO_06 = declare(
    "PO-06",
    en="A report is the act of the one Party that its identifier names.",
    es="Un informe es el acto de la única Parte que su identificador nombra.",
    remedy_en="Use R-US-1 or R-MX-1 and the next free number, signed by that Party alone.",
    remedy_es="Use R-US-1 o R-MX-1 y el siguiente número libre, firmado solo por esa Parte.",
)
PO_07 = declare(
    "PO-07",
    en="What takes back a position finds one that holds.",
    es="Lo que retira una posición encuentra una vigente.",
    remedy_en="There is nothing to take back.",
    remedy_es="No hay nada que retirar.",
)

Texts = Mapping[str, Mapping[str, str]]
"""Name of a segment -> language -> text."""


def assessment_subject(party: Party, commitment: str) -> str:
    return f"assessment:{party}:{commitment}"


def difference_subject(commitment: str) -> str:
    return f"difference:{commitment}"


def findings_of_assessment(
    subject: str, party: Party | None, fields: Mapping[str, Any], texts: Texts
) -> Iterator[Finding]:
    """PO-01, PO-03 and PO-04, for an assessment that one Party signed."""
    about = fields.get("about")
    if party is None or not isinstance(about, str) or subject != assessment_subject(party, about):
        yield Finding(PO_01, subject, f"{party}, {about}"[:120])
    for name in ("status", "computed"):
        if fields.get(name) not in set(Status):
            yield Finding(PO_03, f"{subject} {name}", f"{fields.get(name)}; {', '.join(Status)}"[:300])
    for name in sorted(fields.keys() - {"about", "status", "computed"}):
        yield Finding(PO_03, f"{subject} {name}", str(fields[name])[:60])
    yield from _missing(subject, ("reason",), texts)


def findings_of_difference(
    subject: str, party: Party | None, fields: Mapping[str, Any], texts: Texts
) -> Iterator[Finding]:
    """PO-04 and PO-05, for a difference that both Parties agreed to."""
    about = fields.get("about")
    if party is not None or not isinstance(about, str) or subject != difference_subject(about):
        yield Finding(PO_05, subject, f"{party or '-'}, {about}"[:120])
    yield from _missing(subject, ("position_us", "position_mx"), texts)


def _missing(subject: str, names: tuple[str, ...], texts: Texts) -> Iterator[Finding]:
    for name in names:
        for language in ("en", "es"):
            if not texts.get(name, {}).get(language, "").strip():
                yield Finding(PO_04, f"{subject} {name}_{language}")
