"""Rules of the question of complexity."""

from hled.kernel.rule import Severity, declare

SC_71 = declare(
    "SC-71",
    en="A list of products is asked of a matrix with six digits of the edition of the list.",
    es="Una lista de productos se pide a una matriz de seis dígitos en la edición de la lista.",
    remedy_en="Name codes of the matrix in place of the list, or take a table of edition HS2022 with six digits.",
    remedy_es="Nombre códigos de la matriz en lugar de la lista, o tome una tabla de la edición HS2022 con seis dígitos.",
)
SC_72 = declare(
    "SC-72",
    en="Products are named in the edition of their codes.",
    es="Los productos se nombran en la edición de sus códigos.",
    remedy_en="Names are those of HS2022; where a code was changed since, read the product in the edition of the table.",
    remedy_es="Los nombres son los de HS2022; donde un código cambió desde entonces, lea el producto en la edición de la tabla.",
    severity=Severity.WARNING,
)
SC_73 = declare(
    "SC-73",
    en="A product of a list or under a code that is asked for is in the sample.",
    es="Un producto de una lista o de un código que se pide está en la muestra.",
    remedy_en="See what the sample filter left out and why; lower its minimums if that is not meant.",
    remedy_es="Vea qué excluyó el filtro de la muestra y por qué; baje sus mínimos si no es lo que se quiere.",
    severity=Severity.WARNING,
)
