"""What one importer buys, and what the world sells, as arrays with their labels."""

from dataclasses import dataclass

from hled.economy.arrays import Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """
    Purchases of one importer in one year: a product to a row, a partner to a column, each label once.

    Attributes
    ----------
    importer
        Three letters of the importer.
    edition
        Edition of the Harmonized System that the codes are of, such as ``HS2022``.
    products, partners
        (P,) codes, all of one length, and (S,) partners; no partner is part of another.
    values : (P, S) array
        U.S. dollars, 0 or more.
    duties : (P, S) array or None
        Duty calculated on the same lines, in U.S. dollars.
    source
        Id of the table that the arrays were made of.
    quantities : (P, S) array or None
        In one unit for all partners of a product; 0 where none is known.
    """

    importer: str
    year: int
    edition: str
    products: tuple[str, ...]
    partners: tuple[str, ...]
    values: Matrix
    duties: Matrix | None
    source: str
    quantities: Matrix | None = None


@dataclass(frozen=True, slots=True, eq=False)
class WorldExports:
    """
    Exports of every country in one year: an exporter to a row, a product to a column.

    Attributes
    ----------
    exporters, products
        (C,) countries and (P,) codes, each once.
    values : (C, P) array
        U.S. dollars, 0 or more.
    name
        What the matrix shows: all exports, or only sales in one market.
    """

    year: int
    edition: str
    exporters: tuple[str, ...]
    products: tuple[str, ...]
    values: Matrix
    name: str
    source: str
