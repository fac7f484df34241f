"""Rules of the question of complexity."""

from hled.kernel.rule import Severity, declare

SC_73 = declare(
    "SC-73",
    en="A product of a list or under a code that is asked for is in the sample.",
    es="Un producto de una lista o de un código que se pide está en la muestra.",
    remedy_en="See what the sample filter left out and why; lower its minimums if that is not meant.",
    remedy_es="Vea qué excluyó el filtro de la muestra y por qué; baje sus mínimos si no es lo que se quiere.",
    severity=Severity.WARNING,
)
