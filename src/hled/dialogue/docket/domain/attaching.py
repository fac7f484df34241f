"""Limits of the files that come with a submission."""

from hled.kernel.rule import declare

LARGEST = 10_000_000
"""Bytes of one file."""
MOST_FILES = 5
SECONDS = 20
"""For reading the text of one file."""
MEMORY = 1_000_000_000
"""Bytes of address space for reading one file."""
LONGEST_TEXT = 500_000
"""Characters kept of one file."""

DK_20 = declare(
    "DK-20",
    en="A submission has at most 5 files, each PDF, Word or plain text of at most 10 MB.",
    es="Una aportación tiene a lo más 5 archivos, cada uno PDF, Word o texto simple de a lo más 10 MB.",
    remedy_en="Leave a file out, or save it smaller.",
    remedy_es="Omita un archivo, o guárdelo más pequeño.",
)
DK_21 = declare(
    "DK-21",
    en="The text of a file is read within 20 seconds and 1 GB of memory.",
    es="El texto de un archivo se lee en 20 segundos y 1 GB de memoria.",
    remedy_en="The file itself is kept. Send its text as plain text, so that it can be searched.",
    remedy_es="El archivo se conserva. Envíe su texto como texto simple, para que pueda buscarse.",
)
