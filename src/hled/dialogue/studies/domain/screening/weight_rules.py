"""Rules of the document of weights."""

from hled.kernel.rule import declare

SC_21 = declare(
    "SC-21",
    en="A changed weight names a pillar or an indicator and gives a number.",
    es="Un peso cambiado nombra un pilar o un indicador y da un número.",
    remedy_en="Write NAME=NUMBER, set apart by commas, with names of the document of weights.",
    remedy_es="Escriba NOMBRE=NÚMERO, separados por comas, con nombres del documento de pesos.",
)
SC_22 = declare(
    "SC-22",
    en="A document of weights has pillars with a code, a weight, and indicators of the same form.",
    es="Un documento de pesos tiene pilares con código, peso e indicadores de la misma forma.",
    remedy_en="Start from the document that `hled screen --show-weights` shows, and change its numbers.",
    remedy_es="Parta del documento que muestra `hled screen --show-weights` y cambie sus números.",
)
