"""Every rule by its code, and the thresholds of the rulebook."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from pages.markdown import code, plain, sections, table

import hled
from hled.dialogue.docket.domain.alerts import AL_21
from hled.dialogue.meetings.domain.cadence import AL_20
from hled.dialogue.results.domain.alerts import ALERT_RULES
from hled.dialogue.results.domain.rulebook import CURRENT
from hled.dialogue.results.domain.rulebook.missing import every_missing
from hled.dialogue.workplan.domain.statement import READING_RULES
from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import Rule, Severity, declared_rules

FAMILIES = {
    "AC": Bilingual(
        "Acts, consent, the register and joint texts", "Actos, consentimiento, registro y textos conjuntos"
    ),
    "AS": Bilingual("Dates of a view", "Fechas de una vista"),
    "BB": Bilingual("The briefing book", "La carpeta informativa"),
    "CL": Bilingual("Calls of a command", "Llamadas de un comando"),
    "CX": Bilingual("Capability and complexity", "Capacidad y complejidad"),
    "DK": Bilingual("The docket", "El buzón de aportaciones"),
    "DR": Bilingual("Drafts of commitments", "Proyectos de compromisos"),
    "FI": Bilingual("Filters and identifiers", "Filtros e identificadores"),
    "IO": Bilingual("Input-output tables and the engine", "Tablas de insumo-producto y el motor"),
    "JS": Bilingual("Texts of statements", "Textos de declaraciones"),
    "ME": Bilingual("Measures", "Mediciones"),
    "MT": Bilingual("Items sent to the agenda", "Puntos enviados a la agenda"),
    "PG": Bilingual("Pages and addresses", "Páginas y direcciones"),
    "PM": Bilingual("Permissions", "Permisos"),
    "NO": Bilingual("Notices by e-mail", "Avisos por correo"),
    "PP": Bilingual("People, roles and terms", "Personas, funciones y periodos"),
    "PO": Bilingual("Positions and reports of one Party", "Posiciones e informes de una Parte"),
    "RB": Bilingual("Versions of the rules", "Versiones de las reglas"),
    "RC": Bilingual("The record", "El registro"),
    "RL": Bilingual("Loads beside what was agreed", "Cargas junto a lo acordado"),
    "RW": Bilingual("Writing of a record", "Escritura de un registro"),
    "RK": Bilingual("Order of products", "Orden de productos"),
    "SC": Bilingual("Screen of products", "Examen de productos"),
    "SE": Bilingual("Settings", "Ajustes"),
    "SI": Bilingual("Signing in", "Entrar"),
    "SQ": Bilingual("Questions and studies", "Preguntas y estudios"),
    "SR": Bilingual("Sources of data", "Fuentes de datos"),
    "TD": Bilingual("Trade by product and dependency", "Comercio por producto y dependencia"),
    "TG": Bilingual("Targets", "Metas"),
    "TR": Bilingual("Trade tables and concordances", "Tablas de comercio y concordancias"),
    "TX": Bilingual("Files with texts", "Archivos con textos"),
    "WP": Bilingual("Acts on the work plan", "Actos sobre el plan de trabajo"),
}
SEVERITIES = {
    Severity.ERROR: Bilingual("refuses", "rechaza"),
    Severity.WARNING: Bilingual("warns", "advierte"),
}
THRESHOLDS = {
    "silence_months": Bilingual(
        "months without any report before a commitment is silent",
        "meses sin ningún informe antes de que un compromiso quede sin informes",
    ),
    "quiet_months": Bilingual(
        "months without a new report before an alert", "meses sin un informe nuevo antes de una alerta"
    ),
    "grace_days": Bilingual("days of grace after a due date", "días de gracia después de una fecha límite"),
    "round_grace_days": Bilingual(
        "days of grace after a round of a recurring duty falls due",
        "días de gracia después de que vence una ronda de una obligación periódica",
    ),
}

CODE = Bilingual("code", "código")
STATUS = Bilingual("status", "estado")
RULE = Bilingual("rule", "regla")
REMEDY = Bilingual("what to do", "qué hacer")
SOURCE = Bilingual("source", "fuente")
URGENCY = Bilingual("urgency", "urgencia")
EFFECT = Bilingual("effect", "efecto")
LABEL = Bilingual("label", "etiqueta")


def import_every_module() -> None:
    """Rules are declared where they are used; all of them are known once every module was imported."""
    for module in pkgutil.walk_packages(hled.__path__, "hled."):
        if ".migrations" not in module.name and module.name != "hled.project.wsgi":
            importlib.import_module(module.name)


def every_declared_rule() -> list[Rule]:
    import_every_module()
    return list(declared_rules())


def status_rules(language: str) -> str:
    rows = (
        [each.code, code(each.status.value), plain(each.says.in_language(language))] for each in CURRENT.rules
    )
    book = Bilingual("Rulebook **{version}**.", "Reglamento de estados **{version}**.")
    return sections(
        book.format(version=CURRENT.version).in_language(language),
        table((CODE, STATUS, RULE), rows, language),
    )


def thresholds(language: str) -> str:
    rows = (
        [THRESHOLDS[name].in_language(language), str(value)]
        for name, value in asdict(CURRENT.thresholds).items()
    )
    return sections(
        table((Bilingual("threshold", "umbral"), Bilingual("value", "valor")), rows, language),
    )


def missing(language: str) -> str:
    rows = ([each.code, plain(each.says.in_language(language))] for each in every_missing())
    return sections(table((CODE, Bilingual("missing", "falta")), rows, language))


def alerts(language: str) -> str:
    rows = (
        [
            each.code,
            each.urgency.label.in_language(language).lower(),
            plain(each.says.in_language(language)),
            plain(each.remedy.in_language(language)),
        ]
        for each in (*ALERT_RULES, AL_20, AL_21)
    )
    return sections(table((CODE, URGENCY, RULE, REMEDY), rows, language))


def reading(language: str) -> str:
    rows = (
        [each.code, code(each.label.value), plain(each.says.in_language(language))]
        for each in READING_RULES.values()
    )
    return sections(table((CODE, LABEL, RULE), rows, language))


def declared(language: str) -> str:
    """One section for each family."""
    return sections(*_families(language))


def _families(language: str) -> Iterator[str]:
    for family, rules in groupby(every_declared_rule(), key=lambda rule: rule.code.partition("-")[0]):
        if family not in FAMILIES:
            raise ValueError(f"family={family!r} has no title: add it to FAMILIES in tools/pages/rules.py")
        yield f"### {family}: {FAMILIES[family].in_language(language)}"
        yield table((CODE, EFFECT, RULE, REMEDY, SOURCE), [_row(rule, language) for rule in rules], language)


def _row(rule: Rule, language: str) -> list[str]:
    return [
        rule.code,
        SEVERITIES[rule.severity].in_language(language),
        plain(rule.says.in_language(language)),
        plain(rule.remedy.in_language(language)),
        plain(rule.source),
    ]
