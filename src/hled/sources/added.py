"""
Data sets that a user adds: a file or folder with a small manifest, copied under the home of the installation.

The manifest is JSON with the fields of `REQUIRED`; texts that a person reads are ``{"en": ..., "es": ...}``. Files are taken
by name, their digests are computed when the set is added and checked whenever it is listed.
"""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from hled.kernel.bilingual import Bilingual
from hled.kernel.rule import BrokenRuleError, Finding
from hled.sources.catalogue import DATASETS, Dataset, File, check_files
from hled.sources.rules import SR_01, SR_02, SR_10, SR_11, SR_12

FOLDER = "sources"
MANIFEST = "manifest.json"
TEXTS = ("title", "provider", "license", "attribution", "vintage")
REQUIRED = ("id", *TEXTS, "files")

_ID = re.compile(r"[a-z][a-z0-9_]{1,63}")


def read_manifest(path: Path) -> dict[str, Any]:
    """
    The manifest beside or inside a data set.

    Raises
    ------
    BrokenRuleError
        SR-01, when it is not there or is not a JSON object.
    """
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BrokenRuleError([Finding(SR_01, str(path), str(error))]) from error
    if not isinstance(manifest, dict):
        raise BrokenRuleError([Finding(SR_01, str(path), type(manifest).__name__)])
    return manifest


def add_source(path: Path, manifest: Mapping[str, Any], home: Path) -> Dataset:
    """
    Copy a file or folder with its manifest to ``home/sources/<id>``.

    Only the files that the manifest names are copied. Nothing is left behind when a rule is broken.

    Raises
    ------
    BrokenRuleError
        SR-01, SR-02, SR-10, SR-11 or SR-12, all that were found.
    """
    findings = [*_manifest_findings(manifest), *_path_findings(path, manifest)]
    if not findings:
        findings = [*_name_findings(manifest["id"], home)]
    if findings:
        raise BrokenRuleError(findings)
    folder = path if path.is_dir() else path.parent
    destination = home / FOLDER / manifest["id"]
    partial = destination.with_name(f".{destination.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    for name in manifest["files"]:
        target = partial / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target)
    kept = {**manifest, "files": {name: _digest(partial / name) for name in manifest["files"]}}
    (partial / MANIFEST).write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    partial.rename(destination)
    return _dataset(kept)


def list_sources(home: Path) -> tuple[tuple[Dataset, ...], tuple[Finding, ...]]:
    """The sets a user added, by id, and what is wrong with their files or manifests by now."""
    datasets = []
    findings: list[Finding] = []
    for manifest in sorted((home / FOLDER).glob(f"[!.]*/{MANIFEST}")):
        try:
            kept = read_manifest(manifest)
            broken = [*_manifest_findings(kept)]
            if broken or not isinstance(kept["files"], dict):
                raise BrokenRuleError(broken or [Finding(SR_01, str(manifest), "files")])
        except BrokenRuleError as error:
            findings.extend(error.findings)
            continue
        dataset = _dataset(kept)
        datasets.append(dataset)
        here = (*dataset.files, File(MANIFEST, _digest(manifest)))
        findings.extend(check_files(here, manifest.parent))
    return tuple(datasets), tuple(findings)


def _manifest_findings(manifest: Mapping[str, Any]) -> Iterator[Finding]:
    for field in REQUIRED:
        value = manifest.get(field)
        place = f"{MANIFEST}: {field}"
        if not value:
            yield Finding(SR_11 if field == "license" else SR_01, place, repr(value))
        elif field in TEXTS and not _is_bilingual(value):
            yield Finding(SR_01, place, Bilingual('needs {"en", "es"}', 'requiere {"en", "es"}'))
    if manifest.get("id") and not _ID.fullmatch(str(manifest["id"])):
        yield Finding(SR_01, f"{MANIFEST}: id", str(manifest["id"]))


def _path_findings(path: Path, manifest: Mapping[str, Any]) -> Iterator[Finding]:
    if not path.exists():
        yield Finding(SR_12, str(path))
        return
    folder = path if path.is_dir() else path.parent
    names = manifest.get("files")
    for name in names if isinstance(names, (list, dict)) else ():
        if not _stays_inside(name) or name == MANIFEST:
            yield Finding(SR_12, str(name))
        elif not (folder / name).is_file() or (folder / name).is_symlink():
            yield Finding(SR_02, str(folder / name))
    if not isinstance(names, (list, dict)) and names:
        yield Finding(SR_01, f"{MANIFEST}: files", type(names).__name__)


def _name_findings(name: str, home: Path) -> Iterator[Finding]:
    if name in DATASETS or (home / FOLDER / name).exists():
        yield Finding(SR_10, f"{MANIFEST}: id", name)


def _stays_inside(name: object) -> bool:
    if not isinstance(name, str) or not name or "\\" in name:
        return False
    pure = PurePosixPath(name)
    return not pure.is_absolute() and ".." not in pure.parts


def _is_bilingual(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(value.get(language), str) and value[language].strip() for language in ("en", "es")
    )


def _dataset(manifest: Mapping[str, Any]) -> Dataset:
    texts = {field: Bilingual(manifest[field]["en"], manifest[field]["es"]) for field in TEXTS}
    files = tuple(File(name, digest) for name, digest in sorted(manifest["files"].items()))
    return Dataset(manifest["id"], **texts, files=files, redistributable=False)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
