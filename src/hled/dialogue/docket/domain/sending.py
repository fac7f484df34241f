"""How a form arrives, and how the holder of a private link says that she means it."""

from hled.kernel.rule import declare

LARGEST_FORM = 60_000_000
"""Bytes of a form with its files; what is larger is not read."""
MOST_CORRECTIONS = 20
LOST = "\ufffd"
"""In place of a letter that was not sent in UTF-8."""

DK_40 = declare(
    "DK-40",
    en="Every letter of a form can be read: it is sent in UTF-8.",
    es="Cada letra de un formulario puede leerse: se envía en UTF-8.",
    remedy_en="Your words are in the form. Put the right letter wherever � stands, and send it again.",
    remedy_es="Sus palabras están en el formulario. Ponga la letra correcta donde aparece � y envíelo de nuevo.",
)
DK_41 = declare(
    "DK-41",
    en="Whoever takes back what was filed says that she means it.",
    es="Quien retira lo presentado confirma que así lo quiere.",
    remedy_en="Mark the box beside the button, and press the button again. Nothing was changed.",
    remedy_es="Marque la casilla junto al botón y oprímalo de nuevo. Nada cambió.",
)
DK_42 = declare(
    "DK-42",
    en="A form with its files holds at most 60 MB.",
    es="Un formulario con sus archivos contiene a lo más 60 MB.",
    remedy_en="Nothing was kept of it. Go back, leave a file out or save it smaller, and send it again.",
    remedy_es="Nada de él se conservó. Regrese, omita un archivo o guárdelo más pequeño, y envíelo de nuevo.",
)
DK_43 = declare(
    "DK-43",
    en="A submission is corrected at most 20 times.",
    es="Una aportación se corrige a lo más 20 veces.",
    remedy_en="File what is still missing as another submission.",
    remedy_es="Presente lo que aún falta como otra aportación.",
)
DK_44 = declare(
    "DK-44",
    en="A form is kept whole or not at all; this time the store was busy.",
    es="Un formulario se conserva completo o no se conserva; esta vez el acervo estaba ocupado.",
    remedy_en="Nothing was kept. Your words are in the form: send it again in a moment.",
    remedy_es="Nada se conservó. Sus palabras están en el formulario: envíelo de nuevo en un momento.",
)
DK_45 = declare(
    "DK-45",
    en="An appeal says why.",
    es="Una apelación dice por qué.",
    remedy_en="Write what the rejection overlooked. Nothing was changed.",
    remedy_es="Escriba qué pasó por alto el rechazo. Nada cambió.",
)
