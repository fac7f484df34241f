"""
Take the texts of templates and code into each room's Spanish catalogue, or check that none is missing.

Works without the gettext programs: Django turns templates into Python, Babel reads them.
"""

import argparse
import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent / "src" / "hled"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "npgettext": ((1, "c"), 2, 3),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")


def rooms() -> list[Path]:
    """Folders that keep a catalogue: each feature, the interfaces and the project."""
    return [
        ROOT / "interfaces",
        ROOT / "project",
        *sorted(path for path in (ROOT / "dialogue").iterdir() if path.is_dir()),
    ]


def texts_of(room: Path) -> Catalog:
    catalog = Catalog(charset="utf-8")
    for path in sorted(room.rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts:
            source = path.read_bytes()
        elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
            source = templatize(path.read_text(encoding="utf-8"), origin=str(path)).encode()
        else:
            continue
        for _, message, _, context in extract("python", BytesIO(source), keywords=KEYWORDS):
            catalog.add(message, context=context)
    return catalog


def standing(room: Path) -> tuple[Path, Catalog]:
    path = room / "locale" / "es" / "LC_MESSAGES" / "django.po"
    if path.exists():
        with path.open("rb") as file:
            return path, read_po(file, locale="es")
    return path, Catalog(locale="es", charset="utf-8")


def findings(room: Path) -> list[str]:
    """Texts without Spanish, Spanish without a text, placeholders that differ."""
    path, catalog = standing(room)
    wanted = texts_of(room)
    found = []
    for message in wanted:
        if not message.id:
            continue
        said = catalog.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        spanish = (said.string if isinstance(said.string, tuple) else (said.string,)) if said else ()
        if not spanish or not all(spanish) or (said and said.fuzzy):
            found.append(f"{path}: no Spanish for {message.id!r}")
        elif isinstance(message.id, str) and _names(message.id) != _names(spanish[0]):
            found.append(f"{path}: placeholders differ in {message.id!r}")
    for message in catalog:
        if (
            message.id
            and wanted.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
            is None
        ):
            found.append(f"{path}: no text uses {message.id!r}")
    return found


def disagreements() -> list[str]:
    """Texts that two rooms say differently in Spanish: pages would show the words of either, for all rooms share one catalogue."""
    said: dict[tuple[str | None, str], dict[str, Path]] = {}
    for room in rooms():
        path, catalog = standing(room)
        for message in catalog:
            if message.id:
                said.setdefault((message.context, str(message.id)), {}).setdefault(str(message.string), path)
    return [
        f"{' and '.join(map(str, each.values()))}: {message!r} is said as {' and as '.join(each)}; give one a context"
        for (_, message), each in said.items()
        if len(each) > 1
    ]


def _names(text: str) -> set[str]:
    return {first or second for first, second in PLACEHOLDER.findall(text)}


def update(room: Path) -> int:
    """Add new texts with empty Spanish, drop those no longer used; returns how many are still to be translated."""
    path, catalog = standing(room)
    wanted = texts_of(room)
    if not len(wanted):
        path.unlink(missing_ok=True)
        return 0
    fresh = Catalog(locale="es", charset="utf-8", project="hled", fuzzy=False)
    for message in wanted:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            said = catalog.get(key, message.context)
            fresh.add(message.id, said.string if said else None, context=message.context)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, fresh, omit_header=False, sort_output=True, width=110, no_location=True)
    text = path.read_text(encoding="utf-8")
    kept = [
        line
        for line in text.splitlines()
        if not re.match(r'"(POT-Creation|PO-Revision|Last-Translator|Generated|Language-Team|Report)', line)
    ]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return sum(
        1
        for message in fresh
        if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,))
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail where a text is missing")
    arguments = parser.parse_args()
    settings.configure(USE_I18N=True)
    if arguments.check:
        found = [*(each for room in rooms() for each in findings(room)), *disagreements()]
        print("\n".join(found) or "Every text exists in both languages.")
        return 1 if found else 0
    for room in rooms():
        left = update(room)
        if left:
            print(f"{room.relative_to(ROOT)}: {left} texts to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
