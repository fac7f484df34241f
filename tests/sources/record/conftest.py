"""A small valid record on disk, and the means to spoil one line of it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from hled.sources.record import Record, RecordReading, bundled_record, read_record, write_record


def bilingual(name: str, text: str) -> Record:
    return {f"{name}_en": f"{text} in English", f"{name}_es": f"{text} en español"}


def commitment(number: int, **fields: object) -> Record:
    return {
        "id": f"C-{number}",
        **bilingual("title", f"Commitment {number}"),
        "title_es_basis": "ours",
        "pillar": "P1",
        "objective": "O1",
        "initiative": "I-1",
        "initiative_basis": "stated",
        "kind": "commitment",
        "action_type": "publish",
        "sectors": ["border"],
        **bilingual("summary", "Summary"),
        "agencies_us": ["DOC"],
        "agencies_mx": ["SE"],
        "agencies_basis": "stated",
        "stated_in": ["D-1"],
        "stated_on": "2021-09-09",
        "stated_on_precision": "day",
        "due": None,
        "quantities": [],
        "editor_status": "announced_only",
        **fields,
    }


def document(number: int, date: str) -> Record:
    return {
        "id": f"D-{number}",
        "date": date,
        "date_precision": "day",
        **bilingual("title", f"Document {number}"),
        "title_en_basis": "source",
        "title_es_basis": "ours",
        **bilingual("issuer", "Issuer"),
        "url": f"https://example.org/{number}",
        "lang": "en",
        "kind": "official",
        "access": "full",
    }


def pillar(identity: str) -> Record:
    titles = {**bilingual("title", "Pillar"), "title_en_basis": "official", "title_es_basis": "official"}
    return {"id": identity, "numeral": "I", **titles, "is_pillar": True, "title_es_variants": []}


def part_of_pillar(identity: str, **fields: object) -> Record:
    titles = {**bilingual("title", "Part"), "title_en_basis": "official", "title_es_basis": "official"}
    return {"id": identity, "pillar": "P1", **titles, "stated_in": "D-1", **fields}


def report(number: int, **fields: object) -> Record:
    return {
        "id": f"R-{number}",
        "commitment": "C-1",
        "document": "D-2",
        "reported_on": "2022-09-12",
        "date_precision": "day",
        "by": "joint",
        "kind": "output",
        "shows": "activity",
        **bilingual("fact", "Fact"),
        **fields,
    }


@cache
def legends() -> list[Record]:
    return read_record(bundled_record()).records["legends"]


def small_record() -> dict[str, list[Record]]:
    return {
        "legends": legends(),
        "agencies": [
            {"code": code, "country": country, **bilingual("name", code), "name_es_basis": "ours"}
            for code, country in (("DOC", "US"), ("SE", "MX"))
        ],
        "pillars": [pillar("P1"), pillar("P2")],
        "objectives": [part_of_pillar("O1", basis="our_grouping", **bilingual("basis_note", "Note"))],
        "initiatives": [part_of_pillar("I-1")],
        "documents": [document(1, "2021-09-09"), document(2, "2022-09-12")],
        "meetings": [
            {
                "id": "M-1",
                "date": "2021-09-09",
                "era": "second",
                "level": "cabinet",
                **bilingual("title", "Meeting"),
                **bilingual("place", "Place"),
                "mode": "in_person",
                "delegations": [
                    {"name": None, **bilingual("office", "Office"), "party": "US", "role": "chair"}
                ],
                **bilingual("outcome", "Outcome"),
                "documents": ["D-1"],
            }
        ],
        "adjacent_events": [],
        "commitments": [commitment(1), commitment(2), commitment(3)],
        "milestones": [
            {
                "id": "MS-1",
                "commitment": "C-1",
                **bilingual("title", "First step"),
                "document": "D-1",
                "due": "2022-06",
                "reached": "2022-09-01",
                "reached_in": "D-2",
            }
        ],
        "passages": [
            {
                "id": "PG-1",
                "commitment": "C-1",
                "document": "D-1",
                "lang": "en",
                "paragraph": 1,
                "start": 0,
                "end": 40,
                "basis": "read_by_hand",
                "text_sha256": "a" * 64,
            }
        ],
        "progress_reports": [report(1)],
        "discrepancies": [
            {
                "id": "DX-1",
                "commitment": "C-1",
                **bilingual("what", "What"),
                "documents": ["D-1"],
                "source_urls": [],
            }
        ],
        "first_era_workstreams": [
            {
                "id": "FE-1",
                **bilingual("area", "Area"),
                "period_from": "2013",
                "period_to": "2014-06",
                "items": [bilingual("text", "Item")],
                "documents": ["D-1"],
            }
        ],
        "executive_orders": [],
        "dockets": [],
        "stakeholder_organizations": [],
        "glossary": [{"id": "G-1", **bilingual("term", "Term"), "term_es_basis": "usual"}],
    }


@dataclass
class RecordFolder:
    """A record on disk; each change of a text must find exactly what it changes."""

    path: Path

    def replace(self, file: str, old: str, new: str, *, count: int = 1) -> None:
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        (self.path / file).write_text(text.replace(old, new, count), encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        with (self.path / file).open("a", encoding="utf-8") as stream:
            stream.write(text)

    def write(self, records: dict[str, list[Record]]) -> None:
        write_record(records, self.path)

    def line_of(self, file: str, text: str) -> int:
        lines = (self.path / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    def read(self) -> RecordReading:
        return read_record(self.path)

    def findings(self) -> list[tuple[str, str]]:
        """Code of the rule and place of every finding, without those of the small record itself."""
        own = {"RC-02"}
        return [
            (each.rule.code, each.place)
            for each in self.read().findings
            if each.rule.code not in own or each.place == "glossary.yaml"
        ]


@pytest.fixture
def records() -> dict[str, list[Record]]:
    return small_record()


@pytest.fixture
def folder(tmp_path: Path, records: dict[str, list[Record]]) -> RecordFolder:
    write_record(records, tmp_path / "record")
    return RecordFolder(tmp_path / "record")
