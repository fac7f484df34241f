"""Every text for people stands in both languages, and no catalogue keeps what nobody says any more."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

import hled

SOURCE = Path(hled.__file__).parent
CATALOGS = sorted(SOURCE.rglob("es/LC_MESSAGES/django.po"))
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}

Key = tuple[str | None, str | tuple[str, ...]]


def folder_of(catalog: Path) -> Path:
    return catalog.parents[3]


def said(folder: Path) -> set[Key]:
    found: set[Key] = set()
    for path in folder.rglob("*"):
        if path.suffix not in {".py", ".html"}:
            continue
        text = path.read_text(encoding="utf-8")
        code = templatize(text) if path.suffix == ".html" else text
        for _, function, message, _ in extract_python(BytesIO(code.encode()), KEYWORDS, [], {}):
            parts = tuple(each for each in (message if isinstance(message, tuple) else (message,)) if each)
            if function.startswith("ngettext"):
                parts = parts[:2]  # the count is no text
            if not parts:
                continue
            context = parts[0] if function.startswith("pgettext") else None
            words = parts[1:] if context else parts
            found.add((context, words[0] if len(words) == 1 else words))
    return found


def kept(catalog: Path) -> dict[Key, object]:
    with catalog.open("rb") as text:
        messages = [each for each in read_po(text, locale="es") if each.id]
    return {
        (each.context, tuple(each.id) if isinstance(each.id, (list, tuple)) else each.id): each.string
        for each in messages
    }


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda each: folder_of(each).name)
def test_every_text_is_said_in_spanish(catalog):
    spanish = kept(catalog)

    missing = [
        key
        for key in said(folder_of(catalog))
        if not spanish.get(key) or (isinstance(spanish[key], tuple) and not all(spanish[key]))
    ]

    assert missing == []


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda each: folder_of(each).name)
def test_no_catalog_keeps_what_nobody_says(catalog):
    assert kept(catalog).keys() - said(folder_of(catalog)) == set()


def test_every_room_with_texts_has_a_catalog():
    rooms = [each for each in (SOURCE / "dialogue").iterdir() if (each / "web").is_dir()]

    assert {each.name for each in rooms} <= {folder_of(each).name for each in CATALOGS}
