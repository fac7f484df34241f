"""The documentation is complete in both languages, and names what the code has."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import hled
from hled.dialogue.meetings.domain.cadence import AL_20
from hled.dialogue.results.domain.agreement import EDITOR_STATUS_OF
from hled.dialogue.results.domain.alerts import ALERT_RULES
from hled.dialogue.results.domain.indicators import INDICATORS
from hled.dialogue.results.domain.rulebook import CURRENT
from hled.dialogue.results.domain.rulebook.missing import every_missing
from hled.dialogue.workplan.domain.statement import READING_RULES
from hled.kernel.rule import declared_rules
from hled.project.configuration import Configuration
from hled.sources.catalogue import DATASETS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LANGUAGES = ("en", "es")
INCLUDE = re.compile(r"^```\{(?:include|literalinclude)\} (\S+)$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ ", re.MULTILINE)
HOST_PATH = re.compile(r"(?<![\w.~])/(?:work|root|home|tmp|Users|mnt)/")
LETTERS = ("README", "CONTRIBUTING")


def pages(language: str) -> list[Path]:
    return sorted((DOCS / language).glob("*.md"))


def whole(page: Path) -> str:
    """A page with what it includes."""
    text = page.read_text(encoding="utf-8")
    included = ((page.parent / name).read_text(encoding="utf-8") for name in INCLUDE.findall(text))
    return "\n".join((text, *included))


def everything(language: str) -> str:
    return "\n".join(whole(page) for page in pages(language))


def levels(page: Path) -> list[str]:
    return HEADING.findall(FENCE.sub("", page.read_text(encoding="utf-8")))


def every_code() -> Iterator[str]:
    for module in pkgutil.walk_packages(hled.__path__, "hled."):
        if ".migrations" not in module.name and module.name != "hled.project.wsgi":
            importlib.import_module(module.name)
    tables: tuple[Any, ...] = (CURRENT.rules, ALERT_RULES, (AL_20,), every_missing(), declared_rules())
    yield from (rule.code for rules in tables for rule in rules)
    yield from READING_RULES


def test_both_trees_have_the_same_pages() -> None:
    english, spanish = (
        {path.relative_to(DOCS / each) for path in (DOCS / each).rglob("*.*")} for each in LANGUAGES
    )

    assert english == spanish


@pytest.mark.parametrize("name", [page.name for page in pages("en")])
def test_a_page_has_the_same_headings_in_both_languages(name: str) -> None:
    assert levels(DOCS / "en" / name) == levels(DOCS / "es" / name)
    assert (DOCS / "en" / name).read_text(encoding="utf-8") != (DOCS / "es" / name).read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_generated_part_stands_on_a_page(language: str) -> None:
    folder = DOCS / language
    included = {
        folder / name
        for page in pages(language)
        for name in INCLUDE.findall(page.read_text(encoding="utf-8"))
    }

    assert included == {path for path in (folder / "generated").rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_entry(language: str) -> None:
    rules = whole(DOCS / language / "rules.md")

    assert [code for code in every_code() if f"| {code} |" not in rules] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_described(language: str) -> None:
    from typer.main import get_command

    from hled.project.tree import tree

    page = whole(DOCS / language / "command-line.md")

    assert [name for name in commands(get_command(tree)) if f"### hled {name}\n" not in page] == []


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    inner = getattr(command, "commands", {})
    if path and (not inner or command.invoke_without_command):
        yield " ".join(path)
    for name, child in inner.items():
        yield from commands(child, (*path, name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_path_of_the_api_is_described(language: str) -> None:
    from hled.project.api import api

    page = whole(DOCS / language / "api.md")

    assert [path for path in api.get_openapi_schema()["paths"] if f"| `{path}` |" not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_data_set_and_indicator_is_described(language: str) -> None:
    text = everything(language)
    names = [
        *(f"| `HLED_{name.upper()}` |" for name in Configuration.model_fields),
        *(f"| `{name}` |" for name in DATASETS),
        *(f"### {code} " for code in INDICATORS),
    ]

    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mapping_to_the_editors_statuses_is_given(language: str) -> None:
    page = whole(DOCS / language / "assessment.md")

    assert [status for status in EDITOR_STATUS_OF if f"| `{status.value}` |" not in page] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_a_letter_names_only_tasks_and_files_that_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", text, re.MULTILINE))
    links = [link for link in re.findall(r"\]\(([^)#:]+)\)", text) if not (ROOT / link).exists()]

    assert {task for pair in named for task in pair if task} <= targets
    assert links == []


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_exists_in_both_languages(name: str) -> None:
    english, spanish = (ROOT / f"{name}{suffix}.md" for suffix in ("", ".es"))

    assert levels(english) == levels(spanish)


def test_nothing_names_a_path_of_one_machine() -> None:
    texts = [
        *ROOT.glob("*.md"),
        *(path for path in DOCS.rglob("*") if path.suffix in {".md", ".txt", ".json", ".yaml"}),
    ]
    read = {path: path.read_text(encoding="utf-8") for path in texts if "_build" not in path.parts}

    assert {path: found for path, text in read.items() if (found := HOST_PATH.findall(text))} == {}
