"""Compile the Spanish catalogues when the package is built or installed for editing."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogs(source: Path) -> list[Path]:
    """Write a ``.mo`` beside each ``.po`` below `source`."""
    compiled = []
    for po in sorted(source.rglob("LC_MESSAGES/*.po")):
        with po.open("rb") as text:
            catalog = read_po(text)
        with po.with_suffix(".mo").open("wb") as binary:
            write_mo(binary, catalog)
        compiled.append(po.with_suffix(".mo"))
    return compiled


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatch calls `initialize` before it packs files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compiled = compile_catalogs(Path(self.root) / "src")
        build_data["artifacts"].extend(str(path.relative_to(self.root)) for path in compiled)


if __name__ == "__main__":
    print(f"{len(compile_catalogs(Path(__file__).parent.parent / 'src'))} catalogues compiled")
