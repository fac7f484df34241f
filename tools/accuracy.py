"""
Measure the reader of statements against labels set by hand.

    python tools/accuracy.py TEXTS [--write docs/en/accuracy.md docs/es/accuracy.md]

TEXTS is a folder with the published documents that `tests/specimens/labels` describes, as `.txt` or `.md` files or as
records with a `text` in `.jsonl` or `.jsonl.gz`; a document is recognized by the digest of its text, wherever it lies.
The invented statements of `tests/specimens/statements` are always measured.
Plain keyword matching runs beside the reader, so that the figures can be judged.
"""

import argparse
import gzip
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from hled.dialogue.workplan.domain.statement import Candidate, read_statement
from hled.dialogue.workplan.domain.statement.accuracy import LabeledSentence, Score, score, total
from hled.dialogue.workplan.domain.statement.reading import AskedLanguage
from hled.kernel.bilingual import Bilingual, Language

SPECIMENS = Path(__file__).parent.parent / "tests" / "specimens"

# The baseline: a sentence with one of these words is taken for a commitment, whoever says it and of whatever time.
KEYWORDS = {
    "en": r"will|shall|agree[ds]?|commit(?:s|ted|ting)?|pledge[ds]?|intends?|plans? to|resolved?|decided|"
    r"undert(?:ake|akes|ook)|seeks? to",
    "es": r"acuerdan?|acord\w+|convin\w+|compromet\w+|compromisos?|decid\w+|resolv\w+|establec\w+|intención|"
    r"procurar\w+|buscar\w+|hará|\w+[aei]rán?",
}
SENTENCE_END = re.compile(r"(?<=[.;!?])\s+|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)]|\(?[a-z]\))\s)")

Reader = Callable[[str, Any], Sequence[Any]]


@dataclass(frozen=True)
class KeywordSentence:
    """What the baseline says of a sentence: where it is, and nothing else."""

    start: int
    end: int
    actor: str = "unspecified"
    strength: int = 2
    undertakings: int = 1


@dataclass(frozen=True)
class Measured:
    """A text with its labels."""

    published: bool
    document: dict[str, Any]
    text: str

    @property
    def group(self) -> tuple[bool, str, str, str]:
        return self.published, self.document["language"], self.document["split"], self.document["kind"]


def texts_in(folder: Path) -> Iterator[str]:
    """Give every text below `folder`, with its line ends as they are."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".txt", ".md"}:
            yield path.read_bytes().decode("utf-8", errors="replace")
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8") as lines:
                yield from (record["text"] for record in map(json.loads, lines) if "text" in record)


def invented() -> list[Measured]:
    found = []
    for path in sorted((SPECIMENS / "statements").glob("*.json")):
        (text,) = (other for other in path.parent.glob(f"{path.stem}.*") if other.suffix in {".txt", ".md"})
        document = json.loads(path.read_text(encoding="utf-8"))
        found.append(Measured(False, document, text.read_bytes().decode("utf-8")))
    return found


def published(folder: Path) -> tuple[list[Measured], list[dict[str, Any]]]:
    """Return the labelled documents whose text lies below `folder`, and those whose text does not."""
    documents = [
        json.loads(path.read_text(encoding="utf-8")) for path in sorted((SPECIMENS / "labels").glob("*.json"))
    ]
    wanted = {document["sha256"] for document in documents}
    texts = {
        digest: text
        for text in texts_in(folder)
        if (digest := sha256(text.encode("utf-8")).hexdigest()) in wanted
    }
    found = [
        Measured(True, document, texts[document["sha256"]])
        for document in documents
        if document["sha256"] in texts
    ]
    return found, [document for document in documents if document["sha256"] not in texts]


def sentences_with_a_keyword(text: str, language: str) -> list[KeywordSentence]:
    keyword = re.compile(rf"\b(?:{KEYWORDS[language]})\b", re.IGNORECASE)
    ends = [*((match.start(), match.end()) for match in SENTENCE_END.finditer(text)), (len(text), len(text))]
    starts = [0, *(after for _, after in ends)]
    return [
        KeywordSentence(start, end)
        for start, (end, _) in zip(starts, ends, strict=False)
        if start < end and keyword.search(text, start, end)
    ]


def candidates_of_the_reader(text: str, language: AskedLanguage) -> Sequence[Candidate]:
    return read_statement(text, language=language).candidates


def scored(measured: Iterable[Measured], reader: Reader) -> Score:
    return total(
        score(
            reader(one.text, one.document["language"]),
            [LabeledSentence.from_json(label) for label in one.document["labels"]],
        )
        for one in measured
    )


@dataclass(frozen=True)
class Row:
    """One line of the table: which texts, and what the reader and the keywords found in them."""

    published: bool
    language: str
    split: str
    kind: str | None
    texts: int
    reader: Score
    keywords: Score


def rows(measured: Sequence[Measured]) -> list[Row]:
    """Give a row for all kinds together, then one for each kind, for each origin, language and split."""
    table = []
    for published_, language, split in sorted({one.group[:3] for one in measured}, reverse=True):
        of_split = [one for one in measured if one.group[:3] == (published_, language, split)]
        kinds = sorted({one.document["kind"] for one in of_split})
        for kind in (None, *(kinds if len(kinds) > 1 else ())):
            chosen = [one for one in of_split if kind in {None, one.document["kind"]}]
            table.append(
                Row(
                    published=published_,
                    language=language,
                    split=split,
                    kind=kind,
                    texts=len(chosen),
                    reader=scored(chosen, candidates_of_the_reader),
                    keywords=scored(chosen, sentences_with_a_keyword),
                )
            )
    return table


ORIGIN = {True: Bilingual("published", "publicado"), False: Bilingual("invented", "inventado")}
SPLIT = {
    "development": Bilingual("development", "desarrollo"),
    "test": Bilingual("test", "prueba"),
    "held_out": Bilingual("held out", "reservados"),
}
LANGUAGE = {"en": Bilingual("English", "inglés"), "es": Bilingual("Spanish", "español")}
ALL_KINDS = Bilingual("all kinds", "todos los tipos")
KIND = {
    "action_plan": Bilingual("action plan", "plan de acción"),
    "communique": Bilingual("communiqué", "comunicado"),
    "conclusions": Bilingual("conclusions", "conclusiones"),
    "declaration": Bilingual("declaration", "declaración"),
    "exchange_of_notes": Bilingual("exchange of notes", "canje de notas"),
    "fact_sheet": Bilingual("fact sheet", "hoja informativa"),
    "joint_statement": Bilingual("joint statement", "declaración conjunta"),
    "memorandum": Bilingual("memorandum", "memorando"),
    "minutes": Bilingual("minutes", "acta"),
    "press_release": Bilingual("press release", "nota de prensa"),
    "readout": Bilingual("readout", "reseña"),
    "statement": Bilingual("statement of one Party", "declaración de una Parte"),
    "transcript": Bilingual("transcript", "versión estenográfica"),
    "work_programme": Bilingual("work program", "programa de trabajo"),
}
HEADINGS = (
    Bilingual("texts", "textos"),
    Bilingual("language", "idioma"),
    Bilingual("part", "parte"),
    Bilingual("kind", "tipo"),
    Bilingual("number", "número"),
    Bilingual("commitments", "compromisos"),
    Bilingual("recall", "exhaustividad"),
    Bilingual("strict precision", "precisión estricta"),
    Bilingual("lenient precision", "precisión laxa"),
    Bilingual("keywords: recall", "palabras clave: exhaustividad"),
    Bilingual("keywords: strict precision", "palabras clave: precisión estricta"),
)
DETAIL_HEADINGS = (
    *HEADINGS[:3],
    Bilingual("commitments found", "compromisos hallados"),
    Bilingual("actor agrees", "coincide el actor"),
    Bilingual("strength agrees", "coincide la fuerza"),
    Bilingual("undertakings agree", "coinciden las obligaciones"),
)


def _share(value: float | None) -> str:
    """Write a share, or a dash where there was nothing to divide by."""
    return "–" if value is None else f"{value:.2f}"


def cells(row: Row, language: str) -> list[str]:
    kind = KIND[row.kind] if row.kind else ALL_KINDS
    return [
        ORIGIN[row.published].in_language(language),
        LANGUAGE[row.language].in_language(language),
        SPLIT[row.split].in_language(language),
        kind.in_language(language),
        str(row.texts),
        str(row.reader.labeled),
        _share(row.reader.recall),
        _share(row.reader.strict_precision),
        _share(row.reader.lenient_precision),
        _share(row.keywords.recall),
        _share(row.keywords.strict_precision),
    ]


def detail_cells(row: Row, language: str) -> list[str]:
    return [
        *cells(row, language)[:3],
        str(row.reader.found),
        _share(row.reader.actor_agreement),
        _share(row.reader.strength_agreement),
        _share(row.reader.undertakings_agreement),
    ]


def _of_all_kinds(table: Sequence[Row]) -> list[Row]:
    return [row for row in table if row.kind is None]


def as_markdown(headings: Sequence[Bilingual], lines: Sequence[list[str]], language: str) -> str:
    named = [heading.in_language(language) for heading in headings]
    return "\n".join(f"| {' | '.join(line)} |" for line in (named, ["---"] * len(named), *lines))


PAGE = Bilingual(
    en="""\
# How well statements are read

Measured on {on}; `make accuracy TEXTS=FOLDER` gives the figures again, and `tools/accuracy.py --write` writes this page.

`hled statement read` proposes sentences that may be commitments; a person decides.
This page says how many of the commitments it finds (recall) and how many of its proposals are commitments (precision), against
labels set by hand without the program.
The goal on texts that the reader has not seen is recall of at least 0.90 and strict precision of at least 0.85, in either language.

- **Published** texts are U.S.-Mexico documents of 2021-2024. The project keeps their labels, address and digest, not the texts:
  `tests/specimens/labels/README.md` says where they come from, and the command finds them in FOLDER by digest.
- **Invented** texts were written by the project and are in `tests/specimens/statements`.
- **Development** texts were open while the reader was written; **test** texts were only measured, but more than once.
  Texts **held out** were written by authors who had not seen the program and kept out of reach while it was last changed; neither
  the texts nor their scores were seen by whoever changed it. Theirs are the figures of unseen statements.
- A proposal matches a labelled sentence when they overlap by half of the shorter; one proposal counts for one commitment at most.
- In strict precision a recognition, an aim or a quotation is wrong; in lenient precision it is half wrong.
- **Keywords** is plain matching of words such as "will", "agree", "commit", written down in `tools/accuracy.py`.
  A reader that does no better is not worth having.
- A dash means that there was nothing to divide by.

{table}

Of the commitments found, how often the reader says the same as the label:

{details}
""",
    es="""\
# Qué tan bien se leen las declaraciones

Medido el {on}; `make accuracy TEXTS=CARPETA` vuelve a dar las cifras y `tools/accuracy.py --write` escribe esta página.

`hled statement read` propone las oraciones que pueden ser compromisos; decide una persona.
Esta página informa cuántos de los compromisos encuentra (exhaustividad) y cuántas de sus propuestas son compromisos (precisión),
frente a etiquetas puestas a mano sin el programa.
La meta en textos que el lector no ha visto es una exhaustividad de al menos 0.90 y una precisión estricta de al menos 0.85, en ambos idiomas.

- Los textos **publicados** son documentos México-Estados Unidos de 2021-2024. El proyecto guarda sus etiquetas, dirección y huella
  digital, no los textos: `tests/specimens/labels/README.md` indica su procedencia, y la orden los encuentra en CARPETA por su huella.
- Los textos **inventados** los escribió el proyecto y están en `tests/specimens/statements`.
- Los textos de **desarrollo** estuvieron a la vista al escribir el lector; los de **prueba** sólo se midieron, pero más de una vez.
  Los **reservados** los escribieron autores que no habían visto el programa y quedaron fuera de alcance mientras se cambiaba por
  última vez; quien lo cambió no vio ni los textos ni sus resultados. Sus cifras son las de declaraciones no vistas.
- Una propuesta corresponde a una oración etiquetada cuando ambas se traslapan en la mitad de la más corta; cada propuesta cuenta
  para un compromiso cuando mucho.
- En la precisión estricta, un reconocimiento, un propósito o una cita es un error; en la laxa, medio error.
- **Palabras clave** es la simple búsqueda de palabras como «acordar», «comprometer» o un verbo en futuro, escritas en `tools/accuracy.py`.
  Un lector que no la supere no sirve.
- Una raya significa que no hubo entre qué dividir.

{table}

De los compromisos hallados, con qué frecuencia el lector dice lo mismo que la etiqueta:

{details}
""",
)


def show(table: Sequence[Row], console: Console) -> None:
    found = Table(*(heading.en for heading in HEADINGS), title="Reader of statements against labels")
    for row in table:
        found.add_row(*cells(row, "en"), style="bold" if row.kind is None else "")
    details = Table(*(heading.en for heading in DETAIL_HEADINGS), title="Of the commitments found")
    for row in _of_all_kinds(table):
        details.add_row(*detail_cells(row, "en"))
    console.print(found, details)


def write(pages: Sequence[Path], table: Sequence[Row], on: date) -> None:
    for path, language in zip(pages, Language, strict=True):
        text = PAGE.in_language(language).format(
            on=on.isoformat(),
            table=as_markdown(HEADINGS, [cells(row, language) for row in table], language),
            details=as_markdown(
                DETAIL_HEADINGS, [detail_cells(row, language) for row in _of_all_kinds(table)], language
            ),
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Measure the reader of statements against the labels.")
    parser.add_argument("texts", type=Path, metavar="TEXTS", help="folder with the published documents")
    parser.add_argument("--write", type=Path, nargs=2, metavar=("EN", "ES"), help="pages to write")
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), help="date of the figures")
    chosen = parser.parse_args(arguments)
    if not chosen.texts.is_dir():
        parser.error(f"TEXTS={str(chosen.texts)!r} is not a folder")

    found, missing = published(chosen.texts)
    table = rows([*found, *invented()])
    show(table, Console(width=None if sys.stdout.isatty() else 160))
    for document in missing:
        print(
            f"missing: {document['id']} ({document['sha256'][:12]}…), {document['source_url']}",
            file=sys.stderr,
        )
    if missing and chosen.write:
        print("Pages are written only when every labelled document was measured.", file=sys.stderr)
    elif chosen.write:
        write(chosen.write, table, chosen.on)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
