"""The product lists: what each holds, and every code with its reason."""

from collections.abc import Iterator

from pages.markdown import code, plain, sections, table

from hled.dialogue.studies.domain.screening.lists import ListedProduct, ProductList, product_lists
from hled.kernel.bilingual import Bilingual

LIST = Bilingual("list", "lista")
ORDER = Bilingual("order", "orden")
PRODUCTS = Bilingual("products", "productos")
STAGES = Bilingual("by stage", "por etapa")
PARTS = Bilingual("parts that can be asked for", "partes que se pueden pedir")
CODE = Bilingual("code", "código")
NAME = Bilingual("product", "producto")
REASON = Bilingual("reason", "razón")
SOURCE = Bilingual("source", "fuente")
OUR_CHOICE = Bilingual("our choice", "elección nuestra")
DOCUMENT = Bilingual("document", "documento")
TITLE = Bilingual("title", "título")
READ = Bilingual("what was read of it", "qué se leyó de él")
ABOUT = Bilingual(
    "{order}, section {section}. Review: {review}. Version {version}, digest {digest}.",
    "{order}, sección {section}. Revisión: {review}. Versión {version}, resumen criptográfico {digest}.",
)
ORDERS = {
    "EO-14017": Bilingual("Executive Order 14017", "Orden Ejecutiva 14017"),
    "EO-14001": Bilingual("Executive Order 14001", "Orden Ejecutiva 14001"),
}


def overview(language: str) -> str:
    """One row for each list."""
    rows = (
        [
            f"{plain(each.title.in_language(language))} ({code(each.id)})",
            f"{ORDERS[each.order].in_language(language)}, {each.section}",
            str(len(each.products)),
            ", ".join(f"{code(stage.id)} {len(each.part(stage.id))}" for stage in each.stages),
            str(sum(not product.is_our_choice for product in each.products)),
        ]
        for each in product_lists().values()
    )
    cited = Bilingual("with a document", "con documento")
    return sections(table((LIST, ORDER, PRODUCTS, STAGES, cited), rows, language))


def documents(language: str) -> str:
    """Every document that a list cites, with what was read of it."""
    cited = {each.id: each for listed in product_lists().values() for each in listed.documents}
    rows = (
        [
            code(each.id),
            f"[{plain(each.title.in_language(language))}]({each.address})",
            plain(each.read.in_language(language)),
        ]
        for each in sorted(cited.values(), key=lambda each: each.id)
    )
    return sections(table((DOCUMENT, TITLE, READ), rows, language))


def every_product(language: str) -> str:
    """A section for each list, with a table for each stage."""
    return sections(*(part for each in product_lists().values() for part in _list(each, language)))


def _list(listed: ProductList, language: str) -> Iterator[str]:
    yield f"### {plain(listed.title.in_language(language))} ({code(listed.id)})"
    about = ABOUT.format(
        order=ORDERS[listed.order],
        section=listed.section,
        review=listed.review,
        version=listed.version,
        digest=listed.digest[:16],
    )
    yield plain(about.in_language(language))
    yield plain(listed.scope.in_language(language))
    if listed.groups:
        parts = (f"{code(each.id)} {plain(each.title.in_language(language))}" for each in listed.groups)
        yield f"{PARTS.in_language(language).capitalize()}: {'; '.join(parts)}."
    for stage in listed.stages:
        yield f"**{plain(stage.title.in_language(language))}** ({code(stage.id)})"
        rows = [_row(each, language) for each in listed.part(stage.id)]
        yield table((CODE, NAME, REASON, SOURCE), rows, language)


def _row(product: ListedProduct, language: str) -> list[str]:
    cites = product.cites
    source = f"{code(cites.document.id)}, {plain(cites.at.in_language(language))}" if cites else ""
    reason = plain(product.reason.in_language(language))
    note = f". {plain(product.note.in_language(language))}" if product.note else ""
    return [
        product.code,
        plain(product.name.in_language(language)),
        f"{reason}{note}",
        source or OUR_CHOICE.in_language(language),
    ]
