"""What a file must be for its text to be read."""

from hled.kernel.rule import declare

TX_01 = declare(
    "TX-01",
    en="The file exists and can be read.",
    es="El archivo existe y se puede leer.",
    remedy_en="Check the path and the permissions; a folder is not a file.",
    remedy_es="Verifique la ruta y los permisos; una carpeta no es un archivo.",
)
TX_02 = declare(
    "TX-02",
    en="A statement is no larger than 20 MB.",
    es="Una declaración no pesa más de 20 MB.",
    remedy_en="Give the statement alone, without pictures or annexes; nothing of the file was read.",
    remedy_es="Proporcione solo la declaración, sin imágenes ni anexos; no se leyó nada del archivo.",
)
TX_03 = declare(
    "TX-03",
    en="The file is not empty.",
    es="El archivo no está vacío.",
    remedy_en="Check that the file was saved or downloaded completely.",
    remedy_es="Verifique que el archivo se haya guardado o descargado completo.",
)
TX_04 = declare(
    "TX-04",
    en="A file named as text holds text.",
    es="Un archivo con nombre de texto contiene texto.",
    remedy_en="The content is binary. Give the file its true extension (.docx, .pdf), or export it as text.",
    remedy_es="El contenido es binario. Asigne al archivo su extensión verdadera (.docx, .pdf) o expórtelo como texto.",
)
TX_05 = declare(
    "TX-05",
    en="Text is encoded in UTF-8, or in UTF-16 with a byte order mark.",
    es="El texto está codificado en UTF-8, o en UTF-16 con marca de orden de bytes.",
    remedy_en="Save the file again as UTF-8; letters are not guessed.",
    remedy_es="Guarde de nuevo el archivo en UTF-8; las letras no se adivinan.",
)
TX_06 = declare(
    "TX-06",
    en="A PDF holds text, not only pictures of pages.",
    es="Un PDF contiene texto, no solo imágenes de páginas.",
    remedy_en="Run text recognition on the scan and give the result, or give the statement in another format.",
    remedy_es="Aplique reconocimiento de texto al documento escaneado y entregue el resultado, u otro formato.",
)
TX_07 = declare(
    "TX-07",
    en="A PDF is whole and can be opened without a password.",
    es="Un PDF está completo y se abre sin contraseña.",
    remedy_en="Download it again, or save a copy without a password.",
    remedy_es="Descárguelo de nuevo o guarde una copia sin contraseña.",
)
TX_08 = declare(
    "TX-08",
    en="A Word document is whole.",
    es="Un documento de Word está completo.",
    remedy_en="Open it in a word processor and save it again as .docx; the old .doc format is not read.",
    remedy_es="Ábralo en un procesador de texto y guárdelo de nuevo como .docx; el formato .doc no se lee.",
)
TX_09 = declare(
    "TX-09",
    en="A Word document does not grow beyond 100 MB when unpacked.",
    es="Un documento de Word no supera 100 MB al descomprimirse.",
    remedy_en="The file looks built to exhaust memory; it was not unpacked. Ask the sender for the plain text.",
    remedy_es="El archivo parece hecho para agotar la memoria; no se descomprimió. Pida el texto simple al remitente.",
)
TX_10 = declare(
    "TX-10",
    en="The extension is .txt, .md, .html, .docx or .pdf.",
    es="La extensión es .txt, .md, .html, .docx o .pdf.",
    remedy_en="Save the statement in one of these formats and give the file its extension.",
    remedy_es="Guarde la declaración en uno de estos formatos y asigne al archivo su extensión.",
)
TX_11 = declare(
    "TX-11",
    en="The file holds words.",
    es="El archivo contiene palabras.",
    remedy_en="Nothing readable was left after markup was taken out. Check that this is the right file.",
    remedy_es="No quedó nada legible al retirar el marcado. Verifique que sea el archivo correcto.",
)
