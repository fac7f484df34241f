"""The read API: one envelope, one shape of errors, a fixed number of queries."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import jsonschema
import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hled.dialogue.briefing.services.record import take_in
from hled.dialogue.chronicle.domain.memory import forget
from hled.interfaces.answers import API_PROBLEM
from hled.kernel.digest import sha256_of
from hled.project.schemas import PUBLISHED
from hled.sources.record import RecordReading, bundled_record, read_record

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")

LISTS = (
    "scoreboard", "commitments", "pillars", "objectives", "initiatives", "documents", "meetings", "agencies", "offices",
    "indicators", "indicators/IN-01/observations", "alerts", "agenda", "search?words=frontera", "rules", "record",
    "context/events", "context/first-era", "context/executive-orders", "context/dockets", "context/organizations",
    "context/glossary", "exposure?through=MEX", "pair", "value-chains?draws=8&tables=wiod2013-2011", "extraction?draws=8", "series", "planned-meetings", "calendar", "docket/calls", "docket/submissions", "docket/themes", "docket/loop",
    "sweep?over=countries", "structure?table=bea-2017", "structure", "complexity?of=products&list=8542", "verification", "studies", "lists",
)  # fmt: skip
ONES = (
    "commitments/P1-SEMI-04", "documents/D-2021-09-09-JS", "meetings/M-2021-09-09", "agencies/DOC", "indicators/IN-02",
    "lists/batteries", "meetings/next/brief",
)  # fmt: skip


def _get(client: Client, path: str, **headers: str) -> Any:
    return client.get(f"/api/v1/{path}", headers=headers)


@pytest.mark.parametrize("path", [*LISTS, *ONES])
def test_every_answer_satisfies_its_published_schema(bundled: datetime, client: Client, path: str) -> None:
    response = _get(client, path)

    assert response.status_code == 200
    answer = response.json()
    schema = PUBLISHED[answer["schema"].split(":")[3]].as_json()
    jsonschema.Draft202012Validator(schema).validate(answer)
    assert answer["digest"] == sha256_of(answer["items"])


@pytest.mark.parametrize(
    "path",
    [
        each
        for each in (*LISTS, *ONES)
        if each != "record" and "rules" not in each and not each.startswith("complexity")  # of 2024 imports
    ],
)
def test_every_view_of_a_past_day_answers_too(bundled: datetime, client: Client, path: str) -> None:
    with_date = f"{path}{'&' if '?' in path else '?'}as_of=2024-12-31"
    if path.startswith("agencies") and "/" not in path:
        with_date = f"{path}?recorded_by=2026-12-31"

    response = _get(client, with_date)

    assert response.status_code == 200
    answer = response.json()
    jsonschema.Draft202012Validator(PUBLISHED[answer["schema"].split(":")[3]].as_json()).validate(answer)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("studies/S-0", 404, "PG-01"),
        ("exposure?suppliers=CHI", 400, "IO-13"),
        ("exposure?as_of=2010-01-01", 404, "PG-01"),
        ("extraction?share=2", 400, "IO-14"),
        ("complexity?partner=DEU", 400, "CX-14"),
        ("sweep?affected=CHI", 400, "IO-13"),
        ("sweep?over=planets", 400, "PG-02"),
        ("structure?by=beauty", 400, "SQ-01"),
        ("commitments/NOPE", 404, "PG-01"),
        ("commitments/P1-SC-01?as_of=2010-01-01", 404, "PG-01"),
        ("documents/NOPE", 404, "PG-01"),
        ("meetings/M-2023-09-29?as_of=2023-01-01", 404, "PG-01"),
        ("meetings/NOPE/brief", 404, "BB-01"),
        ("meetings/M-2021-12-13/brief", 400, "BB-03"),
        ("meetings/next/brief?as_of=2020-01-01", 400, "BB-02"),
        ("meetings/next/brief?format=odt", 400, "PG-02"),
        ("agencies/NASA", 404, "PG-01"),
        ("indicators/IN-99", 404, "PG-01"),
        ("indicators/IN-01/observations?place=nowhere", 404, "PG-01"),
        ("context/rumors", 404, "PG-01"),
        ("rules?code=XX-99", 404, "PG-01"),
        ("nothing/here", 404, "PG-01"),
        ("scoreboard?as_of=2023-13-01", 400, "AS-01"),
        ("scoreboard?as_of=9999-01-01", 400, "AS-02"),
        ("scoreboard?recorded_by=x", 400, "AS-01"),
        ("scoreboard?pillar=P9", 400, "FI-01"),
        ("scoreboard?staus=late", 400, "PG-02"),
        ("scoreboard?limit=0", 400, "PG-02"),
        ("scoreboard?limit=1001", 400, "PG-02"),
        ("scoreboard?limit=ten", 400, "PG-02"),
        ("scoreboard?offset=-1", 400, "PG-02"),
        ("search", 400, "PG-02"),
        ("record?format=docx", 400, "PG-02"),
        ("record?as_of=2022-01-01", 400, "PG-02"),
        ("scoreboard?words=" + "x" * 300, 400, "PG-02"),
    ],
)
def test_errors_have_one_shape_with_what_to_do_in_both_languages(
    bundled: datetime, client: Client, path: str, status: int, code: str
) -> None:
    response = _get(client, path)

    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    jsonschema.Draft202012Validator(API_PROBLEM).validate(problem)
    assert [each["code"] for each in problem["findings"]] == [code]
    assert problem["findings"][0]["remedy_en"] != problem["findings"][0]["remedy_es"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_method_that_the_api_does_not_answer_is_a_problem_that_names_those_it_does(
    bundled: datetime, client: Client, method: str
) -> None:
    response = client.generic(method, "/api/v1/scoreboard")

    assert (response.status_code, response["Allow"]) == (405, "GET")
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    jsonschema.Draft202012Validator(API_PROBLEM).validate(problem)
    assert [(each["code"], each["found"]) for each in problem["findings"]] == [("PG-04", method)]
    assert problem["findings"][0]["says_en"] != problem["findings"][0]["says_es"]


def test_a_failure_of_ours_shows_no_trace(
    bundled: datetime, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("upside down")

    monkeypatch.setattr("hled.dialogue.briefing.api.endpoints.alerts_answer", broken)

    response = _get(client, "alerts")

    assert response.status_code == 500
    assert [each["code"] for each in response.json()["findings"]] == ["PG-03"]
    assert "upside" not in response.content.decode()


def test_pages_cut_the_same_list(bundled: datetime, client: Client) -> None:
    whole = _get(client, "commitments?limit=1000").json()

    parts = [_get(client, f"commitments?limit=40&offset={offset}").json() for offset in (0, 40, 80, 120)]

    assert [item for part in parts for item in part["items"]] == whole["items"]
    assert {part["total"] for part in parts} == {whole["total"]} == {97}


def test_what_has_not_changed_is_answered_with_304(bundled: datetime, client: Client) -> None:
    first = _get(client, "scoreboard")

    again = _get(client, "scoreboard", if_none_match=first["ETag"])

    assert (again.status_code, again.content) == (304, b"")


def test_the_record_comes_whole_as_a_zip_of_csv_and_as_a_workbook(bundled: datetime, client: Client) -> None:
    record = _get(client, "record").json()["record"]

    archive = zipfile.ZipFile(io.BytesIO(_get(client, "record?format=csv").content))
    book = openpyxl.load_workbook(io.BytesIO(_get(client, "record?format=xlsx").content), read_only=True)

    for kind, items in record.items():
        text = archive.read(f"{kind}.csv").decode("utf-8-sig")
        assert len(list(csv.DictReader(io.StringIO(text)))) == len(items)
        assert sum(1 for _ in book[kind[:31]].iter_rows()) == len(items) + 1
    book.close()


def test_equal_records_give_equal_files_and_a_304(bundled: datetime, client: Client) -> None:
    first, second = _get(client, "record?format=csv"), _get(client, "record?format=csv")

    again = _get(client, "record?format=csv", if_none_match=first["ETag"])

    assert first.content == second.content
    assert again.status_code == 304


def test_cells_that_would_be_formulas_are_written_as_text(bundled: datetime, client: Client) -> None:
    archive = zipfile.ZipFile(io.BytesIO(_get(client, "record?format=csv").content))

    cells = [
        cell
        for name in archive.namelist()
        for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig")))
        for cell in row
    ]

    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]


def test_the_description_is_openapi_3_1_with_both_languages_and_a_schema_for_every_answer(
    bundled: datetime, client: Client
) -> None:
    described = _get(client, "openapi.json").json()

    assert described["openapi"].startswith("3.1")
    assert "API de lectura" in described["info"]["title"]
    for path, methods in described["paths"].items():
        for operation in methods.values():
            assert operation["responses"]["200"]["content"]["application/json"]["schema"], path
            assert "application/problem+json" in operation["responses"]["400"]["content"], path


def test_the_page_of_the_description_works_without_another_host_or_an_inline_script(
    bundled: datetime, client: Client
) -> None:
    page = _get(client, "docs").content.decode()

    assert "//cdn" not in page
    assert "<script>" not in page


@pytest.fixture
def small(empty_store: datetime) -> Callable[[int], tuple[str, str]]:
    """Load a record with so many of the bundled commitments; gives the first and a document that states it."""

    def load(count: int) -> tuple[str, str]:
        records = dict(read_record(bundled_record()).records)
        kept = [each for each in records["commitments"] if not each.get("children")][:count]
        ids = {each["id"] for each in kept}
        records["commitments"] = kept
        for kind in ("passages", "progress_reports", "discrepancies"):
            records[kind] = [each for each in records[kind] if each.get("commitment") in ids]
        take_in(RecordReading(records, ()), at=empty_store, source="test")
        return kept[0]["id"], kept[0]["stated_in"][0]

    return load


@pytest.mark.parametrize(
    "path",
    [
        *(each for each in LISTS if "indicators" not in each),
        "commitments/{id}",
        "documents/{document}",
        "meetings/M-2021-09-09",
        "agencies/DOC",
    ],
)
def test_an_endpoint_costs_as_many_queries_for_one_commitment_as_for_three(
    small: Callable[[int], tuple[str, str]], client: Client, path: str
) -> None:
    costs = []
    for count in (1, 3):
        id, document = small(count)
        forget()
        with CaptureQueriesContext(connection) as cold:
            assert _get(client, path.format(id=id, document=document)).status_code == 200
        with CaptureQueriesContext(connection) as warm:
            _get(client, path.format(id=id, document=document))
        costs.append((len(cold), len(warm)))

    assert costs[0] == costs[1]
