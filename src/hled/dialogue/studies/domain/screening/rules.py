"""Rules that a list of products must satisfy, and a request for one."""

from hled.kernel.rule import declare

SC_01 = declare(
    "SC-01",
    en="A list of products is a YAML file of one mapping that can be read.",
    es="Una lista de productos es un archivo YAML de un solo mapa que se puede leer.",
    remedy_en="Correct the file at the place named, or start from a list of the program and change it.",
    remedy_es="Corrija el archivo en el lugar indicado, o parta de una lista del programa y cámbiela.",
)
SC_02 = declare(
    "SC-02",
    en="Every field of a list is known and holds text; lists of things hold things.",
    es="Cada campo de una lista es conocido y contiene texto; las listas de elementos contienen elementos.",
    remedy_en="Write the field as the page Product lists says; put codes, versions and sections between quotes.",
    remedy_es="Escriba el campo como indica la página Listas de productos; ponga entre comillas códigos, versiones y secciones.",
)
SC_03 = declare(
    "SC-03",
    en="Every text of a list exists in English and in Spanish.",
    es="Cada texto de una lista existe en inglés y en español.",
    remedy_en="Add the missing language; neither is taken from the other.",
    remedy_es="Agregue el idioma que falta; ninguno se toma del otro.",
)
SC_04 = declare(
    "SC-04",
    en="Every code is a subheading of six digits of the Harmonized System, edition 2022.",
    es="Cada código es una subpartida de seis dígitos del Sistema Armonizado, edición 2022.",
    remedy_en="Use a code of the edition; codes of an older edition have to be converted first.",
    remedy_es="Use un código de la edición; los de una edición anterior deben convertirse antes.",
    source="World Customs Organization, Harmonized System 2022",
)
SC_05 = declare(
    "SC-05",
    en="A code stands once in a list, and an identifier once among its kind.",
    es="Un código aparece una sola vez en una lista, y un identificador una sola vez entre los de su tipo.",
    remedy_en="Keep the stage in which the product counts most, and say in the reason where else it is used.",
    remedy_es="Conserve la etapa en que el producto cuenta más y diga en la razón dónde más se usa.",
)
SC_06 = declare(
    "SC-06",
    en="A list has at least 40 products, or says in `fewer_en` and `fewer_es` why it has fewer.",
    es="Una lista tiene al menos 40 productos, o dice en `fewer_en` y `fewer_es` por qué tiene menos.",
    remedy_en="Add products of the chain, or give the reason.",
    remedy_es="Agregue productos de la cadena o dé la razón.",
)
SC_07 = declare(
    "SC-07",
    en="The products of a list stand in two or more stages: materials, parts, goods, equipment.",
    es="Los productos de una lista están en dos o más etapas: materiales, partes, bienes, equipo.",
    remedy_en="Give each stage an entry under `stages`, and place products in at least two.",
    remedy_es="Dé a cada etapa una entrada en `stages` y coloque productos en al menos dos.",
)
SC_08 = declare(
    "SC-08",
    en="A stage, group or document that a product names is declared in the list; where groups are declared, each product has one.",
    es="La etapa, el grupo o el documento que nombra un producto está declarado en la lista; donde hay grupos, cada producto tiene uno.",
    remedy_en="Declare it under `stages`, `groups` or `documents`, or correct the name.",
    remedy_es="Declárelo en `stages`, `groups` o `documents`, o corrija el nombre.",
)
SC_09 = declare(
    "SC-09",
    en="A list that is asked for is known.",
    es="La lista que se pide es conocida.",
    remedy_en="Name a list that `hled lists list` shows, or add one of your own: `hled lists add FILE`.",
    remedy_es="Nombre una lista de las que muestra `hled lists list` o agregue una propia: `hled lists add ARCHIVO`.",
)
SC_10 = declare(
    "SC-10",
    en="A stage or group that is asked for belongs to the list.",
    es="La etapa o el grupo que se pide pertenece a la lista.",
    remedy_en="Write LIST:STAGE or LIST:GROUP with one of the list, such as medical-supplies:medical-devices.",
    remedy_es="Escriba LISTA:ETAPA o LISTA:GRUPO con uno de la lista, por ejemplo medical-supplies:medical-devices.",
)
SC_11 = declare(
    "SC-11",
    en="The identifier of a list is short and plain: small letters, digits and hyphens.",
    es="El identificador de una lista es corto y sencillo: minúsculas, dígitos y guiones.",
    remedy_en="Choose another id, such as my-list.",
    remedy_es="Elija otro identificador, por ejemplo mi-lista.",
)
SC_12 = declare(
    "SC-12",
    en="A list is of the edition of the Harmonized System in which the screen asks: HS2022.",
    es="Una lista es de la edición del Sistema Armonizado en que pregunta el análisis: HS2022.",
    remedy_en="Convert the codes, then write edition: HS2022.",
    remedy_es="Convierta los códigos y después escriba edition: HS2022.",
)
