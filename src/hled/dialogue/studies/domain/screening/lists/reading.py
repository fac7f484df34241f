"""Reading of a list from a file: form first, then what the list says, with everything that is wrong in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hled.dialogue.studies.domain.screening.lists.product_list import (
    Citation,
    Document,
    ListedProduct,
    Named,
    ProductList,
)
from hled.dialogue.studies.domain.screening.lists.sound import findings_of
from hled.dialogue.studies.domain.screening.rules import SC_01, SC_02, SC_03, SC_11
from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of
from hled.kernel.rule import BrokenRuleError, Finding

LARGEST_BYTES = 2_000_000
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
LONGEST_ID = 40

_TEXTS = {
    "list": ("id", "version", "edition"),
    "stages": ("id",),
    "groups": ("id",),
    "documents": ("id",),
    "products": ("code", "stage"),
    "cites": ("document",),
}
"""Fields that are text in no language, by the kind of thing."""

_PAIRS = {
    "list": ("title", "scope"),
    "stages": ("title",),
    "groups": ("title",),
    "documents": ("title", "read"),
    "products": ("name", "reason"),
    "cites": ("at",),
}
"""Fields in two languages that must be there."""

_MAY = {
    "list": (("order", "section"), ("review", "fewer")),
    "documents": (("address",), ()),
    "products": (("group",), ("note",)),
}
"""Fields that may be there: text, and pairs."""

_LISTS = ("stages", "groups", "documents", "products")
_NEEDED = ("stages", "products")


def read_list(path: Path) -> ProductList:
    """
    A list from a file, checked.

    Raises
    ------
    BrokenRuleError
        SC-01, when the file cannot be read; else SC-02 to SC-08, SC-11 and SC-12 with everything that was found.
    """
    found = _content(path)
    place = path.name
    broken = list(_form(found, place))
    if broken:
        raise BrokenRuleError(broken)
    listed = _formed(found)
    broken = list(findings_of(listed, found, place))
    if broken:
        raise BrokenRuleError(broken)
    return listed


def _content(path: Path) -> Mapping[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise _refused(path, Bilingual("more than 2 MB", "más de 2 MB"))
        text = path.read_text(encoding="utf-8")
        if _may_alias(text) and any(
            isinstance(each, yaml.AliasEvent) for each in yaml.parse(text, Loader=loader)
        ):
            raise _refused(path, Bilingual("an alias (*name)", "un alias (*nombre)"))
        found = yaml.load(text, Loader=loader)  # noqa: S506  # a safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValueError) as error:
        raise _refused(path, " ".join(str(error).split())[:300]) from error
    if not isinstance(found, dict):
        raise _refused(path, Bilingual("not a mapping", "no es un mapa"))
    return found


def _may_alias(text: str) -> bool:
    """Whether anchors and aliases are possible; looking for them doubles the time of reading."""
    return "&" in text and "*" in text


def _refused(path: Path, found: str | Bilingual) -> BrokenRuleError:
    return BrokenRuleError([Finding(SC_01, str(path), found)])


def _form(found: Mapping[str, Any], place: str) -> Iterator[Finding]:
    """Fields that are missing, unknown or of another kind, and languages that are missing."""
    yield from _fields("list", found, place, known=_LISTS)
    if isinstance(identifier := found.get("id"), str) and not _is_id(identifier):
        yield Finding(SC_11, f"{place}: id", identifier[:60])
    for kind in _LISTS:
        yield from _entries(kind, found.get(kind), f"{place}: {kind}")


def _is_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def _entries(kind: str, entries: object, place: str) -> Iterator[Finding]:
    if entries is None and kind not in _NEEDED:
        return
    if not isinstance(entries, list):
        yield Finding(SC_02, place, _kind_of(entries))
        return
    for at, entry in enumerate(entries, 1):
        yield from _entry(kind, entry, f"{place}[{at}]")


def _entry(kind: str, entry: object, place: str) -> Iterator[Finding]:
    if not isinstance(entry, dict):
        yield Finding(SC_02, place, _kind_of(entry))
        return
    if isinstance(entry.get("code"), str):
        place = f"{place} {entry['code'][:20]}"
    yield from _fields(kind, entry, place, known=("cites",) if kind == "products" else ())
    if kind == "products" and "cites" in entry:
        yield from _entry("cites", entry["cites"], f"{place}: cites")


def _fields(kind: str, entry: Mapping[str, Any], place: str, *, known: Sequence[str]) -> Iterator[Finding]:
    texts, pairs = _MAY.get(kind, ((), ()))
    for name in _TEXTS[kind]:
        yield from _text(entry.get(name), f"{place}: {name}")
    for name in texts:
        if name in entry:
            yield from _text(entry[name], f"{place}: {name}")
    for name in _PAIRS[kind]:
        yield from _pair(entry, name, place)
    for name in pairs:
        if f"{name}_en" in entry or f"{name}_es" in entry:
            yield from _pair(entry, name, place)
    allowed = {
        *known,
        *_TEXTS[kind],
        *texts,
        *(f"{name}_{end}" for name in (*_PAIRS[kind], *pairs) for end in ("en", "es")),
    }
    for name in entry:
        if name not in allowed:
            yield Finding(
                SC_02, f"{place}: {str(name)[:60]}", Bilingual("unknown field", "campo desconocido")
            )


def _text(value: object, place: str) -> Iterator[Finding]:
    if not isinstance(value, str) or not value.strip():
        yield Finding(SC_02, place, _kind_of(value))


def _pair(entry: Mapping[str, Any], name: str, place: str) -> Iterator[Finding]:
    for end in ("en", "es"):
        value = entry.get(f"{name}_{end}")
        if value is None or (isinstance(value, str) and not value.strip()):
            yield Finding(SC_03, f"{place}: {name}_{end}", Bilingual("missing", "falta"))
        elif not isinstance(value, str):
            yield Finding(SC_02, f"{place}: {name}_{end}", _kind_of(value))


def _kind_of(value: object) -> Bilingual:
    if value is None or value == "":
        return Bilingual("missing", "falta")
    if isinstance(value, dict | list):
        return Bilingual("a list or a mapping", "una lista o un mapa")
    said = str(value)[:60]
    return (
        Bilingual(f"{said}, not text", f"{said}, que no es texto")
        if not isinstance(value, str)
        else Bilingual(said, said)
    )


def _formed(found: Mapping[str, Any]) -> ProductList:
    documents = tuple(_documents(found.get("documents") or ()))
    cited = {each.id: each for each in documents}
    return ProductList(
        id=found["id"],
        version=found["version"],
        edition=found["edition"],
        title=_both(found, "title"),
        scope=_both(found, "scope"),
        stages=tuple(_named(found["stages"])),
        groups=tuple(_named(found.get("groups") or ())),
        products=tuple(_product(each, cited) for each in found["products"]),
        digest=sha256_of(found),
        order=found.get("order", ""),
        section=found.get("section", ""),
        review=_maybe(found, "review"),
        documents=documents,
        fewer=_maybe(found, "fewer"),
    )


def _documents(entries: Iterable[Mapping[str, Any]]) -> Iterator[Document]:
    for each in entries:
        yield Document(each["id"], _both(each, "title"), each.get("address", ""), _both(each, "read"))


def _named(entries: Iterable[Mapping[str, Any]]) -> Iterator[Named]:
    for each in entries:
        yield Named(each["id"], _both(each, "title"))


def _product(entry: Mapping[str, Any], cited: Mapping[str, Document]) -> ListedProduct:
    cites = entry.get("cites")
    document = cited.get(cites["document"]) if cites else None
    return ListedProduct(
        code=entry["code"],
        stage=entry["stage"],
        group=entry.get("group", ""),
        name=_both(entry, "name"),
        reason=_both(entry, "reason"),
        cites=Citation(document, _both(cites, "at")) if cites and document else None,
        note=_maybe(entry, "note"),
    )


def _both(entry: Mapping[str, Any], name: str) -> Bilingual:
    return Bilingual(entry[f"{name}_en"], entry[f"{name}_es"])


def _maybe(entry: Mapping[str, Any], name: str) -> Bilingual | None:
    return _both(entry, name) if f"{name}_en" in entry else None
