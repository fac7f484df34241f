"""Dates, deadlines and rhythms that a sentence names, in English and Spanish."""

import re

_EN_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ES_MONTH = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)"
)
_YEAR = r"(?:19|20)\d{2}"
_COUNT_EN = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|the next|the coming)"
_COUNT_ES = (
    r"(?:\d{1,3}|uno?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|treinta|sesenta|noventa)"
)
_DATES = re.compile(
    rf"""
      \b{_EN_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-\u2013]\s?(?:{_EN_MONTH}\s+)?\d{{1,2}})?(?:,?\s+{_YEAR})?\b
    | \b\d{{1,2}}\s+{_EN_MONTH}(?:\s+{_YEAR})?\b
    | \b{_EN_MONTH}(?:,?\s+{_YEAR})\b
    | \b(?:in|by|before|until|since|this|next|early|late|of|during)\s+{_EN_MONTH}\b(?!,?\s+\d)
    | \b\d{{1,2}}(?:\s(?:y|al|a)\s\d{{1,2}})?\s+de\s+{_ES_MONTH}(?:\s+(?:de|del)\s+{_YEAR})?\b
    | \b{_ES_MONTH}\s+(?:de|del)\s+{_YEAR}\b
    | \b(?:en|de|antes\sde|a\smás\stardar\sen|hasta|durante|para)\s+{_ES_MONTH}\b(?!\s+del?\s+\d)
    | \b(?:first|second|third|fourth|last)\s+(?:quarter|half|semester)(?:\s+of\s+{_YEAR})?
    | \b(?:primer|segundo|tercer|cuarto|último)\s+(?:trimestre|semestre|cuatrimestre)(?:\s+(?:de|del)\s+(?:año\s+)?{_YEAR})?
    | \b(?:end|fin(?:ales|es)?|close|beginning|middle|principios|mediados)\s+(?:of|de|del)\s+(?:the\s+|el\s+)?(?:(?:next\s+|this\s+)?year|año|{_YEAR})\b
    | \bQ[1-4]\s+{_YEAR}\b
    | \b{_YEAR}\s?[-\u2013/]\s?(?:{_YEAR}|\d{{2}})\b
    | \b(?:fiscal\s+year\s+|FY\s?|año\s+fiscal\s+)?{_YEAR}\b
    | \b(?:within|in|over|during|for)\s+(?:a\s+period\s+of\s+)?{_COUNT_EN}(?:\s+\d+|\s+\w+)?\s+(?:days?|weeks?|months?|years?)\b
    | \b(?:en|dentro\sde|durante|por|a)\s+(?:un\splazo\s(?:no\smayor\sa|máximo\sde|de)\s+|los\spróximos\s+|las\spróximas\s+|un\speriodo\sde\s+)?{_COUNT_ES}\s+(?:días|semanas|meses|años|año|mes)\b
    | \b(?:annually|yearly|semi-?annually|biannually|twice\s+a\s+year|once\s+a\s+year|every\s+(?:\w+\s+)?(?:year|month|months|years|quarter|week|weeks)
      |quarterly|monthly|weekly|each\s+(?:year|month|quarter))\b
    | \b(?:anualmente|semestralmente|trimestralmente|mensualmente|semanalmente|bimestralmente|cada\s+(?:\w+\s+)?(?:año|años|mes|meses|semestre|trimestre|semanas?)
      |(?:una|dos|tres)\s+ve(?:z|ces)\s+(?:al|por)\s+(?:año|mes|semestre))\b
    | \b(?:later\s+this|this|next)\s+(?:year|month|week|spring|summer|fall|autumn|winter)\b
    | \b(?:este|próximo|presente)\s+(?:año|mes|trimestre|semestre)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def dates_in(wording: str) -> tuple[str, ...]:
    """Dates and rhythms as written, in order, each once."""
    return tuple(dict.fromkeys(found[0].strip() for found in _DATES.finditer(wording)))
