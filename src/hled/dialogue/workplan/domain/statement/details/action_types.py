"""What kind of act is undertaken, by its verb and object."""

import re
from typing import Final

_BODY = (
    r"group|task force|committee|commission|council|mechanism|center|centre|secretariat|board|network|unit|panel"
    r"|grupo|fuerza de tarea|comité|comisión|consejo|mecanismo|centro|secretariado|red\b|unidad|mesa de trabajo|subcomité"
)
_EVENT = (
    r"meet\b|meeting|convene|host|hold|summit|conference|workshop|seminar|forum|roundtable|dialogue|session|mission|visit"
    r"|reuni|celebr|sesion|cumbre|conferencia|taller|seminario|foro|mesa redonda|diálogo|misión|visita|encuentro|feria"
)
_TABLE: Final = (
    (
        "create_body",
        re.compile(
            rf"(?:creat|establish|form\b|set up|launch|stand up|install|crear|creación|establec|conform|instal|constitu|integrar)[^.;]{{0,60}}?(?:{_BODY})",
            re.I,
        ),
    ),
    (
        "set_target",
        re.compile(
            r"target|goal of \d|\d+\s?(?:percent|%|por ciento)|by 20\d\d|reduc[^.;]{0,40}\d|meta de|halve|double|duplicar|para 20\d\d",
            re.I,
        ),
    ),
    (
        "fund_or_invest",
        re.compile(
            r"invest|fund\b|funding|financ|\$\s?\d|grant|loan|allocat|contribut[^.;]{0,20}\d|aport|asign|destinar|inver[st]|préstamo|millones|million|billion",
            re.I,
        ),
    ),
    (
        "publish",
        re.compile(
            r"publi[sc]h?|report\b|release|issue\b|disseminat|informe|difund|dar a conocer|divulg|catalog|list of|inventory|map out|estudio|study",
            re.I,
        ),
    ),
    (
        "train_or_educate",
        re.compile(
            r"train|educat|scholarship|curricul|apprentice|skills|workforce|student|teacher|capacit|educa|beca|formación|estudiant|docente|aprendi|habilidades",
            re.I,
        ),
    ),
    ("hold_event", re.compile(rf"{_EVENT}", re.I)),
    (
        "regulate_or_align",
        re.compile(
            r"regulat|align|harmoni|standard|recogni[sz]e|rule|law|legislat|compatib|certif|norm|armoniz|homolog|alinea|reglament|estándar|ley\b|reconocimiento mutuo|simplif|streamlin|procedure|trámite|tariff|arancel",
            re.I,
        ),
    ),
    (
        "build_or_deploy",
        re.compile(
            r"build|construct|infrastructure|moderniz|deploy|install|bridge|port of entry|expand capacity|constru|infraestructura|desplegar|instalar|puente|cruce|obra|puerto",
            re.I,
        ),
    ),
)
FALLBACK: Final = "cooperate_or_explore"
ACTION_TYPES: Final = (*(code for code, _ in _TABLE), FALLBACK)


def action_type_of(undertaking: str) -> str:
    """Code of the kind of act; what fits none is cooperation."""
    head = undertaking[:220]
    return next((code for code, pattern in _TABLE if pattern.search(head)), FALLBACK)
