"""What a list of products is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from hled.kernel.bilingual import Bilingual

STAGES = ("materials", "parts", "goods", "equipment")
"""Stages of a supply chain in their order; every list uses two or more."""

FEWEST = 40
"""Products of a list that needs no reason for having fewer."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stage or a group of a list, with its name in this chain."""

    id: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Document:
    """
    A document that products cite.

    Attributes
    ----------
    read
        How much of it was read, and where.
    """

    id: str
    title: Bilingual
    address: str
    read: Bilingual


@dataclass(frozen=True, slots=True)
class Citation:
    """A document and the place in it: a page, or a section where it has no pages."""

    document: Document
    at: Bilingual


@dataclass(frozen=True, slots=True)
class ListedProduct:
    """
    A subheading of the Harmonized System with its reason to stand in a list.

    Attributes
    ----------
    name
        Short and our own; the code decides.
    cites
        Where a document names the product; none where it is our choice.
    note
        What a reader has to know of the data.
    """

    code: str
    stage: str
    group: str
    name: Bilingual
    reason: Bilingual
    cites: Citation | None = None
    note: Bilingual | None = None

    @property
    def is_our_choice(self) -> bool:
        return self.cites is None


@dataclass(frozen=True, slots=True)
class ProductList:
    """
    A versioned list of products of one review.

    Attributes
    ----------
    order, section, review
        Executive order, its section, and the review that it led to; a list of a user's own may leave them empty.
    groups
        Other parts than stages, such as the technologies of the energy sector; may be empty.
    fewer
        Why there are fewer than 40 products.
    digest
        SHA-256 of the content: equal digests are equal lists.
    """

    id: str
    version: str
    edition: str
    title: Bilingual
    scope: Bilingual
    stages: tuple[Named, ...]
    groups: tuple[Named, ...]
    products: tuple[ListedProduct, ...]
    digest: str
    order: str = ""
    section: str = ""
    review: Bilingual | None = None
    documents: tuple[Document, ...] = ()
    fewer: Bilingual | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes in the order of the list."""
        return tuple(each.code for each in self.products)

    @property
    def parts(self) -> Mapping[str, Named]:
        """Stages and groups by id: what can be asked for alone."""
        return {each.id: each for each in (*self.stages, *self.groups)}

    def part(self, id: str) -> tuple[ListedProduct, ...]:
        """The products of a stage or group; all of them for an empty id."""
        return tuple(each for each in self.products if not id or id in (each.stage, each.group))
