"""How the record stands in tables, and what it said on a day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol

from django.db.models import Model, Q

from hled.dialogue.chronicle.models import FactTable, Revision, Standing
from hled.sources.record.schema import KINDS, Field, Kind, Record, Type

SAID = "said"
RETIRED = "(retired)"
"""Pseudo-field of a revision: until when a fact that came back had been out of the record."""


class Links(Protocol):
    """A field that stands in a table of its own, as a list."""

    @property
    def field(self) -> str: ...

    def read(self) -> dict[str, list[Any]]: ...

    def write(self, records: Mapping[str, Record]) -> None: ...


@dataclass(frozen=True)
class ReferenceLinks:
    """A list of references kept in a through table with its order."""

    field: str
    model: type[Model]
    owner: str
    target: str

    def read(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        # A list is always written whole and in order: the order of keys is its order, and costs no sorting.
        rows = self.model._default_manager.order_by("pk").values_list(self.owner, self.target)
        for owner, target in rows.iterator(chunk_size=5000):
            found.setdefault(owner, []).append(target)
        return found

    def write(self, records: Mapping[str, Record]) -> None:
        self.model._default_manager.filter(**{f"{self.owner}__in": list(records)}).delete()
        self.model._default_manager.bulk_create(
            (
                self.model(**{self.owner: owner, self.target: target, "position": position})
                for owner, record in records.items()
                for position, target in enumerate(record.get(self.field) or ())
            ),
            batch_size=2000,
        )


@dataclass(frozen=True)
class Shelf:
    """
    How one kind of the record stands in tables.

    Parameters
    ----------
    kind
        Name of the kind in the record's format.
    model
        Table with one row per record.
    columns
        Field of the record -> column, where the names differ.
    derived
        Further columns computed from a record, such as the last day of a partial date.
    links
        Fields that stand in tables of their own.
    """

    kind: str
    model: type[FactTable]
    columns: Mapping[str, str]
    derived: Callable[[Record], dict[str, Any]]
    links: tuple[Links, ...] = ()

    @property
    def format(self) -> Kind:
        return KINDS[self.kind]

    @property
    def row_fields(self) -> list[Field]:
        """Fields kept in the row itself, the identifier apart."""
        linked = {link.field for link in self.links}
        return [field for field in self.format.fields if field.name not in linked]

    def column(self, field: str) -> str:
        return self.columns.get(field, field)


@dataclass(frozen=True)
class WholeShelf:
    """
    A kind kept as whole records in one table beside others of its sort.

    `public_on` gives the last day of the date of a record, None where it has none.
    """

    kind: str
    model: type[FactTable]
    public_on: Callable[[Record], Any]

    @property
    def format(self) -> Kind:
        return KINDS[self.kind]


def store_revision() -> int:
    """A number that grows with every change of the store; 0 for an empty one."""
    return Standing.objects.values_list("revision", flat=True).first() or 0


def said(
    shelf: Shelf | WholeShelf, *, fields: Iterable[str] | None = None, recorded_by: datetime | None = None
) -> dict[str, Record]:
    """
    What the store says of one kind, in the record's form and order.

    Parameters
    ----------
    fields
        Only these fields; all where None.
    recorded_by
        As the store knew it at that moment; now where None.

    Returns
    -------
    dict
        Identifier -> record. A field that does not apply is absent; one looked for and not known is None.
    """
    wanted = None if fields is None else set(fields)
    if isinstance(shelf, WholeShelf):
        found = _said_whole(shelf, wanted, recorded_by)
    else:
        found = _said_rows(shelf, wanted, recorded_by)
    if recorded_by is not None:
        _undo_later_changes(shelf.kind, found, wanted, recorded_by)
    return found


def known_rows(recorded_by: datetime | None) -> Q:
    """Rows that the store knew at a moment, and had not retired."""
    if recorded_by is None:
        return Q(retired_at__isnull=True)
    return Q(entered_at__lte=recorded_by) & (Q(retired_at__isnull=True) | Q(retired_at__gt=recorded_by))


def _said_whole(
    shelf: WholeShelf, wanted: set[str] | None, recorded_by: datetime | None
) -> dict[str, Record]:
    of_kind = {"kind": shelf.kind}
    rows = shelf.model._default_manager.filter(known_rows(recorded_by), **of_kind).order_by("position", "id")
    return {
        id.partition(":")[2]: whole if wanted is None else {k: v for k, v in whole.items() if k in wanted}
        for id, whole in rows.values_list("id", SAID)
    }


def _said_rows(shelf: Shelf, wanted: set[str] | None, recorded_by: datetime | None) -> dict[str, Record]:
    fields = [field for field in shelf.row_fields if wanted is None or field.name in wanted]
    columns = [shelf.column(field.name) for field in fields]
    group = shelf.format.group
    rows = shelf.model._default_manager.filter(known_rows(recorded_by)).order_by("position", "id")
    names = [group] * bool(group) + [field.name for field in fields]
    columns = [group] * bool(group) + columns
    revive = {field.name: restore for field in fields if (restore := _reviver(field))}
    optional = [field.name for field in fields if not field.required]
    found: dict[str, Record] = {}
    for id, *values in rows.values_list("id", *columns).iterator(chunk_size=5000):
        found[id] = record = dict(zip(names, values, strict=True))
        for name in optional:
            if record[name] is None:
                del record[name]
        for name, restore in revive.items():
            if record.get(name) is not None:
                record[name] = restore(record[name])
    by_name = {field.name: field for field in shelf.format.fields}
    for link in shelf.links:
        if wanted is None or link.field in wanted:
            linked = link.read()
            required = by_name[link.field].required
            for id, record in found.items():
                if id in linked or required:
                    record[link.field] = linked.get(id, [])
    return found


def _reviver(field: Field) -> Callable[[Any], Any] | None:
    """Decimals are kept as text inside JSON, and dates as days; give them back in the record's form."""
    if field.type is Type.DATE and not field.many:
        return str
    if field.type is Type.RECORD and any(inner.type is Type.NUMBER for inner in field.fields):
        numbers = [inner.name for inner in field.fields if inner.type is Type.NUMBER]

        def restore(items: Sequence[Record]) -> list[Record]:
            return [
                {
                    name: Decimal(value) if name in numbers and isinstance(value, str) else value
                    for name, value in item.items()
                }
                for item in items
            ]

        return restore
    return None


def _undo_later_changes(
    kind: str, found: dict[str, Record], wanted: set[str] | None, recorded_by: datetime
) -> None:
    """Put back what fields said at a moment; the earliest later change holds the wording of that moment."""
    later = Revision.objects.filter(kind=kind, said_from__lte=recorded_by, said_until__gt=recorded_by)
    for fact, field, former in later.order_by("-said_until", "-id").values_list("fact", "field", "said"):
        if field == RETIRED:
            found.pop(fact, None)
        elif fact in found and (wanted is None or field in wanted):
            described = next(each for each in KINDS[kind].fields if each.name == field)
            restore = _reviver(described)
            if former is not None:
                found[fact][field] = restore(former) if restore else former
            elif described.required:
                found[fact][field] = None
            else:
                found[fact].pop(field, None)


def history_of(kind: str, fact: str) -> list[dict[str, Any]]:
    """What each field of a fact said before, oldest first."""
    return [
        dict(row)
        for row in Revision.objects.filter(kind=kind, fact=fact)
        .order_by("said_until", "id")
        .values("field", "said", "said_from", "said_until", "replaced_by__source")
    ]
