"""Rules of the briefing book."""

from hled.kernel.rule import declare

BB_01 = declare(
    "BB-01",
    en="A briefing book is for a meeting of the record, a planned one, or the next one due.",
    es="Una carpeta informativa es para una reunión del registro, una planeada o la próxima que corresponda.",
    remedy_en="Give an identifier of hled meetings list or planned, or next, next-cabinet or next-sub_cabinet.",
    remedy_es="Indique un identificador de hled meetings list o planned, o bien next, next-cabinet o next-sub_cabinet.",
)
BB_02 = declare(
    "BB-02",
    en="The next meeting is a planned one, or that of a series promised by the day asked for that does not rest.",
    es="La próxima reunión es una planeada o la de una serie prometida a más tardar en la fecha solicitada que no está en pausa.",
    remedy_en="Choose a day on or after 2021-09-09, when the series were promised, or a meeting of the record.",
    remedy_es="Elija una fecha a partir de 2021-09-09, cuando se prometieron las series, o una reunión del registro.",
)
BB_03 = declare(
    "BB-03",
    en="The publication of a paper is no meeting, and has no briefing book.",
    es="La publicación de un documento no es una reunión y no tiene carpeta informativa.",
    remedy_en="Choose a meeting at cabinet or sub-cabinet level; hled meetings list names the level of each.",
    remedy_es="Elija una reunión de gabinete o de subsecretarías; hled meetings list indica el nivel de cada una.",
)
BB_04 = declare(
    "BB-04",
    en="A note of a Party says something, in at most 5,000 characters.",
    es="Una nota de una Parte dice algo, en 5,000 caracteres como máximo.",
    remedy_en="Write the note with --text; divide a long one.",
    remedy_es="Escriba la nota con --text; divida una nota larga.",
)
BB_05 = declare(
    "BB-05",
    en="A note of a Party says who wrote it.",
    es="Una nota de una Parte dice quién la escribió.",
    remedy_en="Give --by with a name or an office.",
    remedy_es="Indique --by con un nombre o una dependencia.",
)
BB_06 = declare(
    "BB-06",
    en="A briefing book is written into a folder.",
    es="Una carpeta informativa se escribe en una carpeta de archivos.",
    remedy_en="Give --out with a folder that exists or can be made, and that is no file.",
    remedy_es="Indique --out con una carpeta que exista o pueda crearse, y que no sea un archivo.",
)
BB_07 = declare(
    "BB-07",
    en="A note belongs to one Party; the public version carries none.",
    es="Una nota pertenece a una sola Parte; la versión pública no lleva ninguna.",
    remedy_en="Give --party us or --party mx.",
    remedy_es="Indique --party us o --party mx.",
)
