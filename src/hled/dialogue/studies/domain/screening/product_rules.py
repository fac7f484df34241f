"""Rules of a question about one product."""

from hled.kernel.rule import declare

SC_41 = declare(
    "SC-41",
    en="What is asked about is a code of 2, 4 or 6 digits, or a list of products or a part of one.",
    es="Se pregunta por un código de 2, 4 o 6 dígitos, o por una lista de productos o una parte de ella.",
    remedy_en="Use one of the codes that are named; of a national line take the first six digits. Codes keep their leading zeros.",
    remedy_es="Use uno de los códigos que se nombran; de una fracción nacional tome los primeros seis dígitos. Los códigos conservan sus ceros iniciales.",
)
SC_42 = declare(
    "SC-42",
    en="A product is of chapters 01 to 97.",
    es="Un producto es de los capítulos 01 a 97.",
    remedy_en="Chapters 98 and 99 are national, without a meaning in the Harmonized System; ask about the code of the good itself.",
    remedy_es="Los capítulos 98 y 99 son nacionales, sin significado en el Sistema Armonizado; pregunte por el código del propio bien.",
)
SC_43 = declare(
    "SC-43",
    en="A code is of the edition of the Harmonized System that the trade table uses.",
    es="Un código es de la edición del Sistema Armonizado que usa la tabla de comercio.",
    remedy_en="Use one of the codes that are named, which are of the edition of the table, or name a trade table of the other edition.",
    remedy_es="Use uno de los códigos que se nombran, que son de la edición de la tabla, o indique una tabla de comercio de la otra edición.",
)
SC_44 = declare(
    "SC-44",
    en="Somebody sells what is asked about in the market and year.",
    es="Alguien vende en el mercado y el año lo que se pregunta.",
    remedy_en="Use one of the codes nearby that are bought, or name another trade table or importer.",
    remedy_es="Use uno de los códigos cercanos que sí se compran, o indique otra tabla de comercio u otro importador.",
)
