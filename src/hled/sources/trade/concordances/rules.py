"""Rules that a question to the concordances must satisfy."""

from hled.kernel.rule import Severity, declare

TR_51 = declare(
    "TR-51",
    en="A code is in the classification that it is asked of.",
    es="Un código pertenece a la clasificación por la que se pregunta.",
    remedy_en="Check the code and its edition; the nearest codes are named. Codes are text and keep their leading zeros.",
    remedy_es="Revise el código y su edición; se nombran los más cercanos. Los códigos son texto y conservan sus ceros iniciales.",
)
TR_52 = declare(
    "TR-52",
    en="An edition of the Harmonized System is one that can be converted.",
    es="Una edición del Sistema Armonizado es una de las que se pueden convertir.",
    remedy_en="Use HS2022, HS2017, HS2012 or HS1992; convert other editions before loading.",
    remedy_es="Use HS2022, HS2017, HS2012 o HS1992; convierta las demás ediciones antes de cargar.",
)
TR_53 = declare(
    "TR-53",
    en="Weights and values that are shared out are finite and not negative, one to a code.",
    es="Los pesos y valores que se reparten son finitos y no negativos, uno por código.",
    remedy_en="Give one number of 0 or more to each code, and keep missing values out.",
    remedy_es="Dé a cada código un número igual o mayor que 0 y deje fuera los valores faltantes.",
)
TR_54 = declare(
    "TR-54",
    en="A partner has an estimate of the tariff change.",
    es="Un socio tiene una estimación del cambio arancelario.",
    remedy_en="Use three letters of a country, or EU for the European Union. The change by date covers 51 partners, the change by "
    "chapter 225.",
    remedy_es="Use las tres letras de un país, o EU para la Unión Europea. El cambio por fecha cubre 51 socios; el cambio por "
    "capítulo, 225.",
)
TR_55 = declare(
    "TR-55",
    en="The codes of one list are of one length, digits only, and fit an edition.",
    es="Los códigos de una lista son de una sola longitud, solo dígitos, y corresponden a una edición.",
    remedy_en="Name the edition, or split the list; codes that fit no edition are named.",
    remedy_es="Indique la edición o divida la lista; se nombran los códigos que no corresponden a ninguna.",
)
TR_56 = declare(
    "TR-56",
    en="A day or year that is asked for lies within the series.",
    es="El día o el año que se pide está dentro de la serie.",
    remedy_en="Use one of the days or years that are named.",
    remedy_es="Use uno de los días o años que se nombran.",
)
TR_57 = declare(
    "TR-57",
    en="A chapter changes by as much as its partner as a whole.",
    es="Un capítulo cambia en la misma proporción que su socio en conjunto.",
    remedy_en="The estimate by chapter is of 7 August 2025; the one at the newest date is it, scaled. Read it as an assumption.",
    remedy_es="La estimación por capítulo es del 7 de agosto de 2025; la de la fecha más reciente es esa misma, a escala. Léala como "
    "supuesto.",
    severity=Severity.WARNING,
)
TR_58 = declare(
    "TR-58",
    en="Jobs are of the year of output.",
    es="Los empleos son del mismo año que la producción.",
    remedy_en="Jobs are of May 2025, output is of 2017; read jobs per million dollars as an order of magnitude.",
    remedy_es="Los empleos son de mayo de 2025 y la producción de 2017; lea los empleos por millón de dólares como orden de magnitud.",
    severity=Severity.WARNING,
)
