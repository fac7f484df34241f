"""
Write the generated parts of the documentation again, or check that they say what the code says.

    python tools/generated_pages.py [--check]

Each part is a file in `docs/en/generated` and one in `docs/es/generated`, which a page of the same tree includes.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
LANGUAGES = ("en", "es")

Part = Callable[[str], str]


@cache
def parts() -> Mapping[str, Part]:
    """Every generated file by its name; imported here because the pages need the settings first."""
    from pages import (
        agreement,
        api,
        asvs,
        commands,
        datasets,
        dependency,
        figures,
        glossary,
        indicators,
        permissions,
        product,
        product_lists,
        record_format,
        rules,
        screen,
        settings,
        studies,
    )

    return {
        "agreement.md": agreement.figures,
        "alerts.md": rules.alerts,
        "api_paths.md": api.paths,
        "asvs.md": asvs.requirements,
        "benchmarks.md": figures.benchmarks,
        "brief_benchmarks.md": figures.brief,
        "by_rule.md": agreement.by_rule,
        "commands.md": commands.page,
        "complexity_benchmarks.md": figures.complexity,
        "datasets.md": datasets.page,
        "dependency_criteria.md": dependency.criteria,
        "dependency_treatments.md": dependency.treatments,
        "dependency_verdicts.md": dependency.verdicts,
        "declared_rules.md": rules.declared,
        "disagreements.md": agreement.disagreements,
        "distribution.md": agreement.distribution,
        "docket_benchmarks.md": figures.docket,
        "docket_search_benchmarks.md": figures.docket_search,
        "editors_benchmarks.md": figures.editors,
        "engine_benchmarks.md": figures.engine,
        "field_words.md": asvs.field_words,
        "glossary_product.md": glossary.product,
        "glossary_record.md": glossary.record,
        "indicators.md": indicators.definitions,
        "indicators_overview.md": indicators.overview,
        "indicators_method.md": indicators.method,
        "mapping.md": agreement.mapping,
        "missing.md": rules.missing,
        "permissions.md": permissions.matrix,
        "posting_benchmarks.md": figures.posting,
        "product_definitions.md": product.definitions,
        "product_list_documents.md": product_lists.documents,
        "product_lists.md": product_lists.overview,
        "product_lists_products.md": product_lists.every_product,
        "proofs.md": figures.proofs,
        "questions.md": studies.questions,
        "reading_rules.md": rules.reading,
        "record_format.md": record_format.page,
        "references.md": studies.values,
        "register_benchmarks.md": figures.register,
        "reporting.md": indicators.reporting,
        "schemas.md": api.schemas,
        "roles.md": permissions.roles,
        "screen_areas.md": screen.areas,
        "screen_definitions.md": screen.definitions,
        "screen_weights.md": screen.weights,
        "settings.md": settings.page,
        "status_rules.md": rules.status_rules,
        "thresholds.md": rules.thresholds,
        "trade_benchmarks.md": figures.trade,
        **{f"examples/{name}.txt": commands.example(name) for name in commands.EXAMPLES},
    }


def files() -> Iterator[tuple[Path, str]]:
    for language in LANGUAGES:
        for name, part in parts().items():
            yield DOCS / language / "generated" / name, part(language)


def surplus() -> list[Path]:
    """Files that no part writes any more."""
    wanted = {DOCS / language / "generated" / name for language in LANGUAGES for name in parts()}
    found = (
        path
        for language in LANGUAGES
        for path in (DOCS / language / "generated").rglob("*")
        if path.is_file()
    )
    return sorted(set(found) - wanted)


def differing() -> list[Path]:
    return [path for path, text in files() if not path.is_file() or path.read_text(encoding="utf-8") != text]


def write() -> None:
    for path, text in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in surplus():
        path.unlink()


def prepare(home: Path) -> None:
    """A store of its own with the bundled record and data, as on 23 November 2026."""
    import time_machine

    for name in [name for name in os.environ if name.startswith("HLED_")]:
        del os.environ[name]
    os.environ["HLED_HOME"] = str(home)
    from hled.project.store import prepare_store, set_up_django

    set_up_django()
    from pages.commands import TODAY

    with time_machine.travel(TODAY, tick=False):
        prepare_store(home)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Write the generated parts of the documentation.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where a part is not current"
    )
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        prepare(Path(home))
        if not chosen.check:
            write()
            return 0
        stale = [*differing(), *surplus()]
        for path in stale:
            print(
                f"{path.relative_to(DOCS.parent)} is not what the code says. Run: make pages", file=sys.stderr
            )
        return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
