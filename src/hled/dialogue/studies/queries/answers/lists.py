"""Lists of products as answers: which there are, and one in full with its reasons and citations."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hled.dialogue.studies.queries.answers.envelope import DIGEST
from hled.interfaces.answers import COUNT, FLAG, TEXT, Answer, Published, Schema, both, listing, maybe, shape
from hled.kernel.bilingual import Bilingual

if TYPE_CHECKING:
    from hled.dialogue.studies.domain.screening.lists import ListedProduct, ProductList

_PART = shape(id=TEXT, **both("title"), products=COUNT)
_ENTRY: dict[str, Schema] = dict(
    id=TEXT,
    version=TEXT,
    edition=TEXT,
    **both("title"),
    order=TEXT,
    section=TEXT,
    products=COUNT,
    cited=COUNT,
    our_choice=COUNT,
    stages=listing(_PART),
    groups=listing(_PART),
    bundled=FLAG,
    digest=DIGEST,
)
_MAYBE_BOTH = maybe(TEXT)

LISTS_SCHEMA = Published(
    "lists", Bilingual("Lists of products at hand", "Listas de productos disponibles"), shape(**_ENTRY)
)
LIST_SCHEMA = Published(
    "list",
    Bilingual("The products of a list, with their reasons", "Los productos de una lista, con sus razones"),
    shape(
        code=TEXT,
        **both("name"),
        stage=TEXT,
        **both("stage"),
        group=TEXT,
        group_en=_MAYBE_BOTH,
        group_es=_MAYBE_BOTH,
        **both("reason"),
        our_choice=FLAG,
        document=maybe(TEXT),
        **dict.fromkeys(("document_en", "document_es", "at_en", "at_es", "note_en", "note_es"), _MAYBE_BOTH),
    ),
    {
        "list": shape(
            **_ENTRY,
            **both("scope"),
            **dict.fromkeys(("review_en", "review_es", "fewer_en", "fewer_es"), _MAYBE_BOTH),
            documents=listing(shape(id=TEXT, **both("title", "read"), address=TEXT, cited=COUNT)),
        )
    },
)
PUBLISHED = (LISTS_SCHEMA, LIST_SCHEMA)


def lists_answer(home: Path) -> Answer:
    """
    Every list of products: those of the program, then those that were added.

    Raises
    ------
    BrokenRuleError
        SC-01 to SC-12, when an added file was changed by hand and is sound no more.
    """
    from hled.dialogue.studies.domain.screening.kept_lists import installed_lists

    return Answer("lists", {}, [_entry(each) for each in installed_lists(home).values()])


def added_list_answer(added: "ProductList") -> Answer:
    """The list that was added."""
    return Answer("lists", {"id": added.id}, [_entry(added)])


def list_answer(id: str, home: Path) -> Answer:
    """
    One list, product by product.

    Raises
    ------
    NotFoundError
        SC-09, with near ids.
    """
    from hled.dialogue.studies.domain.screening.kept_lists import installed_list

    listed = installed_list(id, home)
    head = {
        **_entry(listed),
        **_both("scope", listed.scope),
        **_both("review", listed.review),
        **_both("fewer", listed.fewer),
        "documents": [
            {
                "id": each.id,
                **_both("title", each.title),
                **_both("read", each.read),
                "address": each.address,
                "cited": sum(
                    one.cites is not None and one.cites.document.id == each.id for one in listed.products
                ),
            }
            for each in listed.documents
        ],
    }
    products = [_product(each, listed) for each in listed.products]
    return Answer("list", {"id": id}, products, extras={"list": head})


def _entry(listed: "ProductList") -> dict[str, Any]:
    from hled.dialogue.studies.domain.screening.lists import NAMES

    return {
        "id": listed.id,
        "version": listed.version,
        "edition": listed.edition,
        **_both("title", listed.title),
        "order": listed.order,
        "section": listed.section,
        "products": len(listed.products),
        "cited": sum(not each.is_our_choice for each in listed.products),
        "our_choice": sum(each.is_our_choice for each in listed.products),
        "stages": [_part(each.id, each.title, listed) for each in listed.stages],
        "groups": [_part(each.id, each.title, listed) for each in listed.groups],
        "bundled": listed.id in NAMES,
        "digest": listed.digest,
    }


def _part(id: str, title: Bilingual, listed: "ProductList") -> dict[str, Any]:
    return {"id": id, **_both("title", title), "products": len(listed.part(id))}


def _product(each: "ListedProduct", listed: "ProductList") -> dict[str, Any]:
    cites = each.cites
    return {
        "code": each.code,
        **_both("name", each.name),
        "stage": each.stage,
        **_both("stage", listed.parts[each.stage].title),
        "group": each.group,
        **_both("group", listed.parts[each.group].title if each.group else None),
        **_both("reason", each.reason),
        "our_choice": each.is_our_choice,
        "document": cites.document.id if cites else None,
        **_both("document", cites.document.title if cites else None),
        **_both("at", cites.at if cites else None),
        **_both("note", each.note),
    }


def _both(name: str, text: Bilingual | None) -> Mapping[str, str | None]:
    return {f"{name}_en": text.en if text else None, f"{name}_es": text.es if text else None}
