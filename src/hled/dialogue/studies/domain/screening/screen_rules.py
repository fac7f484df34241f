"""Rules of a screen."""

from hled.kernel.rule import Severity, declare

SC_31 = declare(
    "SC-31",
    en="What is screened is a list of products, or codes under which something is bought.",
    es="Lo que se examina es una lista de productos o códigos con los que algo se compra.",
    remedy_en="Name a list, or codes of 2, 4 or 6 digits, set apart by commas; `hled lists list` names the lists.",
    remedy_es="Nombre una lista o códigos de 2, 4 o 6 dígitos, separados por comas; `hled lists list` nombra las listas.",
)
SC_32 = declare(
    "SC-32",
    en="Every indicator of the document of weights can be computed.",
    es="Cada indicador del documento de pesos se puede calcular.",
    remedy_en="Add the table that is named; until then its weight goes to what is known, and the share that is known is shown.",
    remedy_es="Agregue la tabla nombrada; hasta entonces su peso pasa a lo que se conoce, y se muestra la proporción conocida.",
    severity=Severity.WARNING,
)
SC_33 = declare(
    "SC-33",
    en="Something is left after a filter.",
    es="Algo queda después de un filtro.",
    remedy_en="Leave the filter out, or widen the list of products.",
    remedy_es="Quite el filtro o amplíe la lista de productos.",
)
SC_34 = declare(
    "SC-34",
    en="Every product of a list is bought.",
    es="Cada producto de una lista se compra.",
    remedy_en="The product stays out of the order; check its code and the year of the table.",
    remedy_es="El producto queda fuera del orden; revise su código y el año de la tabla.",
    severity=Severity.WARNING,
)
SC_35 = declare(
    "SC-35",
    en="A list that is added has an id of its own.",
    es="Una lista que se agrega tiene un identificador propio.",
    remedy_en="Give the list another id; those of the program stay as they are.",
    remedy_es="Dé a la lista otro identificador; las del programa quedan como están.",
)
