"""How firm a commitment is: 3 when a date, a number or a named result belongs to the undertaking itself."""

import re

from hled.dialogue.workplan.domain.statement.details.dates import dates_in
from hled.dialogue.workplan.domain.statement.details.quantities import quantities_in

_LISTED = re.compile(
    r"\b(?:including|such as|among others|for example|incluid[oa]s?|incluyendo|tales como|entre otr[oa]s|por ejemplo|entre ellos|entre ellas)\b",
    re.IGNORECASE,
)
_RESULT_EN = (
    r"(?:working groups?|task forces?|sub-?committees?|committees?|commissions?|councils?|mechanisms?|cent(?:er|re)s?|dialogues?|fora|forums?|summits?|meetings?"
    r"|conferences?|workshops?|seminars?|courses?|trainings?|programs?|programmes?|plans?|road ?maps?|strateg(?:y|ies)|agreements?|memorand(?:um|a)"
    r"|MOUs?|protocols?|declarations?|treat(?:y|ies)|funds?|campaigns?|reports?|stud(?:y|ies)|guides?|databases?|platforms?|portals?|networks?|pilots?"
    r"|projects?|missions?|surveys?|frameworks?|compacts?|panels?|units?|secretariats?|calendars?|inventor(?:y|ies)|maps?|registr(?:y|ies)"
    r"|catalogs?|windows?|laborator(?:y|ies)|bridges?|rounds?|sessions?|consultations?|scholarships?|fellowships?|hubs?|initiatives?|lists?|websites?|terms of reference|hotlines?|partnerships?|loans?|grants?|exercises?|toolkits?|manuals?|rules?|action lines?|reviews?|assessments?|roundtables?|exchanges?|webinars?|fairs?|delegations?|points? of contact|focal points?)"
)
_RESULT_ES = (
    r"(?:grupos? de trabajo|grupos?|fuerzas? de tarea|subcomités?|comités?|comisi(?:ón|ones)|consejos?|mecanismos?|centros?|diálogos?|foros?|cumbres?"
    r"|reuni(?:ón|ones)|conferencias?|talleres|taller|seminarios?|cursos?|programas?|plan(?:es)?|hojas? de ruta|estrategias?|acuerdos?|memorand(?:o|a|os|um)"
    r"|memorándum|protocolos?|declaraci(?:ón|ones)|tratados?|convenios?|fondos?|campañas?|informes?|estudios?|guías?|bases? de datos|plataformas?"
    r"|portal(?:es)?|redes|red|pilotos?|proyectos?|misi(?:ón|ones)|encuestas?|marcos?|unidad(?:es)?|calendarios?|inventarios?|mapas?|registros?|catálogos?"
    r"|ventanillas?|laboratorios?|puentes?|rondas?|sesi(?:ón|ones)|consultas?|becas?|iniciativas?|listas?|mesas?|ferias?|diagnósticos?|manual(?:es)?|agendas?|encuentros?|instrumentos?|jornadas?|paneles|panel|puntos? de contacto|enlaces?|términos de referencia)"
)
_ARTICLE = r"(?:a|an|one|the|its|their|our|new|first|second|third|next|annual|joint|two|three|four|five|\d+)"
_ARTICLE_ES = r"(?:un|una|el|la|los|las|su|nuevo|nueva|primer|primera|segunda|próxima|próximo|dos|tres|cuatro|cinco|\d+)"
_NO_PREPOSITION = r"(?!(?:of|on|for|to|in|with|by|from|that|through|as|while|via|under|per|and|or|de|del|en|con|por|para|sobre|que|mediante|y|a)\b)"
_OBJECT_EN = rf"{_ARTICLE}\s+(?:{_NO_PREPOSITION}[\w'\u2019/.&-]+\s+){{0,5}}?{_RESULT_EN}\b"
_OBJECT_ES = rf"{_ARTICLE_ES}\s+(?:{_NO_PREPOSITION}[\wáéíóúñ-]+\s+){{0,2}}?{_RESULT_ES}\b"
_FIRST_OBJECT = re.compile(
    rf"^\W*(?:{_NO_PREPOSITION}[\w'\u2019-]+\s+(?:(?:to|a|en|de|up|out|forward|together|for|on)\s+)?){{0,4}}?(?:{_OBJECT_EN}|{_OBJECT_ES})",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:creat|establish|launch|conven|host|hold|publish|develop|sign|form|organiz|adopt|set up|draft|prepar|conclud|complet|negotiat|build|open|implement"
    r"|cre[ae]|establec|lanz|convo|celebr|public|elabor|firm|suscri|conform|organi|adopt|instal|poner en marcha|pondrán en marcha|realiz|abri|llevar a cabo|construi|negoci|diseñ)\w*\s+"
    rf"(?:\w+\s+){{0,2}}?(?:{_OBJECT_EN}|{_OBJECT_ES})",
    re.IGNORECASE,
)
_NUMBER_WORDS = re.compile(
    r"\b(?:three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|dozen|two"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|noventa|cien|docena)\s+"
    r"(?!countries|governments|sides|parties|nations|leaders|presidents|ministers|ministries|agencies|delegations|peoples|economies|capitals"
    r"|países|gobiernos|partes|naciones|presidentes|mandatarios|ministros|delegaciones|pueblos|economías|orillas|lados)[^\W\d_]+",
    re.IGNORECASE,
)
WIDEST = 400
"""Characters of the undertaking that are looked at."""


def strength_of(base: int, undertaking: str) -> int:
    """
    1 stays 1 even with a date or a sum; 2 becomes 3 with one, or with a named body, meeting, program or instrument.

    What stands after "including" does not count.
    """
    if base != 2:
        return base
    listed = _LISTED.search(undertaking)
    own = undertaking[: listed.start()] if listed else undertaking
    own = own[:WIDEST]
    named = _FIRST_OBJECT.search(own) or _MADE.search(own) or _NUMBER_WORDS.search(own)
    return 3 if named or dates_in(own) or quantities_in(own) else 2
