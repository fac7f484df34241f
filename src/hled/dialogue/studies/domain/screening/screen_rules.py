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
SC_36 = declare(
    "SC-36",
    en="The partner of a screen is in the sample in which capability is read.",
    es="El socio de un examen está en la muestra en que se lee la capacidad.",
    remedy_en="Name a partner that sells more in this market, or a table of world exports with --world in which it stands as an exporter.",
    remedy_es="Indique un socio que venda más en este mercado, o con --world una tabla de exportaciones mundiales en la que aparezca como exportador.",
)
SC_37 = declare(
    "SC-37",
    en="Capability is read among three exporters or more.",
    es="La capacidad se lee entre tres exportadores o más.",
    remedy_en="Load a table with all partners of the importer, or name a table of world exports with --world.",
    remedy_es="Cargue una tabla con todos los socios del importador, o indique con --world una tabla de exportaciones mundiales.",
)
SC_38 = declare(
    "SC-38",
    en="A screen is asked of a trade table with codes of six digits or more.",
    es="Un examen se pide a una tabla de comercio con códigos de seis dígitos o más.",
    remedy_en="Load the same trade at six digits, or ask `hled complexity`, which takes shorter codes too.",
    remedy_es="Cargue el mismo comercio a seis dígitos, o use `hled complexity`, que también acepta códigos más cortos.",
)
SC_39 = declare(
    "SC-39",
    en="Capability is read among ten exporters or more.",
    es="La capacidad se lee entre diez exportadores o más.",
    remedy_en="With so few, one seller moves every index: read advantage and relatedness with care, or name a table of world exports.",
    remedy_es="Con tan pocos, un solo vendedor mueve cada índice: lea con cuidado la ventaja y la cercanía, o indique una tabla de exportaciones mundiales.",
    severity=Severity.WARNING,
    source="Our choice of threshold",
)
SC_71 = declare(
    "SC-71",
    en="A list of products is asked of a table with six digits of the edition of the list.",
    es="Una lista de productos se pide a una tabla de seis dígitos en la edición de la lista.",
    remedy_en="Name codes of the table in place of the list, or take a table of edition HS2022 with six digits.",
    remedy_es="Nombre códigos de la tabla en lugar de la lista, o tome una tabla de la edición HS2022 con seis dígitos.",
)
SC_72 = declare(
    "SC-72",
    en="Names and industries are those of the edition of the codes.",
    es="Los nombres y las industrias son los de la edición de los códigos.",
    remedy_en="They are those of HS2022; where a code was changed since, read the product in the edition of the table.",
    remedy_es="Son los de HS2022; donde un código cambió desde entonces, lea el producto en la edición de la tabla.",
    severity=Severity.WARNING,
)
