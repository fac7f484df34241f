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
DK_60 = declare(
    "DK-60",
    en="Sorting takes at least one group of the call, and puts it into one of its themes or into a new one.",
    es="Ordenar toma al menos un grupo de la convocatoria y lo pone en uno de sus temas o en uno nuevo.",
    remedy_en="Choose groups by their boxes, and a theme from the list or a title in both languages for a new one.",
    remedy_es="Elija grupos con sus casillas, y un tema de la lista o un título en ambos idiomas para uno nuevo.",
)
DK_61 = declare(
    "DK-61",
    en="Themes are proposed with a number from 2 to 60, or without one, and a seed from 0 to 999,999,999.",
    es="Los temas se proponen con un número de 2 a 60, o sin él, y una semilla de 0 a 999,999,999.",
    remedy_en="Write whole numbers within these limits.",
    remedy_es="Escriba números enteros dentro de estos límites.",
)
MOST_ASKED = 60
LARGEST_SEED = 999_999_999
