"""What people may do with a theme."""

from hled.kernel.rule import declare

DK_29 = declare(
    "DK-29",
    en="A theme has a title of at most 300 letters in both languages.",
    es="Un tema tiene un título de a lo más 300 letras en ambos idiomas.",
    remedy_en="Fill in the language that is missing.",
    remedy_es="Complete el idioma que falta.",
)
DK_30 = declare(
    "DK-30",
    en="Themes are merged, split and filled within one call, with groups that stand there, and not after they were merged.",
    es="Los temas se fusionan, dividen y llenan dentro de una convocatoria, con grupos que están en ellos, y no tras fusionarse.",
    remedy_en="Open the theme into which it went, and choose among its groups.",
    remedy_es="Abra el tema en que se fusionó y elija entre sus grupos.",
)
DK_31 = declare(
    "DK-31",
    en="A theme belongs to a pillar and a commitment that exist, or to none.",
    es="Un tema corresponde a un pilar y un compromiso que existen, o a ninguno.",
    remedy_en="Name them by their public identifiers, or leave the fields empty.",
    remedy_es="Indíquelos con sus identificadores públicos, o deje vacíos los campos.",
)
