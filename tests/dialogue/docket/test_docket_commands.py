"""``hled docket`` from the terminal, in both languages."""

import csv
import io
from datetime import timedelta

import jsonschema
import openpyxl
import pytest
from tests.dialogue.docket.in_the_docket import ANA, PLAN
from tests.dialogue.docket.tables import downloaded, regulations

from hled.dialogue.docket.models import SentForm, Submission, Theme, Wording
from hled.dialogue.docket.services.calls import announce_call
from hled.project.schemas import PUBLISHED

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")


@pytest.fixture
def call(bundled):
    day = bundled.date()
    plan = type(PLAN)(
        title=PLAN.title,
        about=PLAN.about,
        questions=PLAN.questions,
        opens_on=day - timedelta(days=30),
        closes_on=day + timedelta(days=3),
    )
    return announce_call(plan=plan, by=ANA, at=bundled - timedelta(days=30))


@pytest.fixture
def table(tmp_path):
    letter = "The bridge at Laredo delays trucks with fruit for six hours every Tuesday and nobody answers the phone"
    rows = [
        downloaded(each, **{"Received Date": "2026-11-20", "Posted Date": "", "Comment": f"{letter} {end}"})
        for each, end in enumerate(("at all.", "at night.", "in March."), start=1)
    ]
    path = tmp_path / "download.csv"
    path.write_bytes(regulations(*rows))
    return path


def valid(ran):
    assert ran.code == 0, ran.err
    jsonschema.Draft202012Validator(PUBLISHED[ran.json["schema"].split(":")[3]].as_json()).validate(ran.json)
    return ran.json


def test_a_table_is_taken_in_grouped_and_sorted(hled, call, table):
    taken = valid(
        hled("docket", "import", table, "--call", call.code, "--of", "MX", "--by", "Ana", "--format", "json")
    )
    groups = valid(hled("docket", "groups", "--call", call.code, "--format", "json"))
    themes = valid(
        hled(
            "docket",
            "themes",
            "--call",
            call.code,
            "--propose",
            "--of",
            "MX",
            "--by",
            "Ana",
            "--format",
            "json",
        )
    )
    stats = valid(hled("docket", "stats", "--call", call.code, "--format", "json"))

    assert taken["items"][0]["filed"] == 3
    assert [each["submissions"] for each in groups["items"]] == [3]
    assert groups["compared"] == 0
    assert sum(each["submissions"] for each in themes["items"]) == 3
    assert Theme.objects.get().events.get().by == "Ana"
    assert stats["items"][0]["counts"]["received"] == 3


def test_what_was_not_compared_is_compared_by_groups(hled, call, table):
    hled("docket", "import", table, "--call", call.code, "--of", "MX", "--by", "Ana", "--no-group")
    before = Wording.objects.filter(grouped_at__isnull=True).count()

    ran = hled("docket", "groups", "--call", call.code)

    assert before == 3
    assert "3 texts compared now" in ran.out
    assert Wording.objects.filter(grouped_at__isnull=True).count() == 0


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("command", ["groups", "themes", "stats"])
def test_tables_are_drawn_in_both_languages_and_rows_are_csv(hled, call, table, command, language):
    hled("docket", "import", table, "--call", call.code, "--of", "MX", "--by", "Ana")
    hled("docket", "themes", "--call", call.code, "--propose", "--of", "MX", "--by", "Ana")
    words = {
        "groups": ("Groups of near-copies", "Grupos de copias"),
        "themes": ("Themes", "Temas"),
        "stats": ("The docket", "El buzón"),
    }

    drawn = hled("docket", command, "--call", call.code, "--lang", language)
    rows = hled("docket", command, "--call", call.code, "--format", "csv")

    assert words[command][language == "es"] in drawn.out
    assert [each["id"] for each in csv.DictReader(io.StringIO(rows.out))]


def test_findings_are_shown_by_row_and_the_exit_says_so(hled, call, tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(regulations(downloaded(1, Comment=""), downloaded(1, **{"Received Date": "2026-11-20"})))

    ran = hled("docket", "import", path, "--call", call.code, "--of", "MX", "--by", "Ana", "--lang", "es")

    assert ran.code == 1
    assert "DK-01" in ran.err
    assert "t.csv:2" in ran.err
    assert "Una aportación dice algo" in ran.err
    assert Submission.objects.count() == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["import", "missing.csv", "--call", "DC-0001"],
        ["import", "{table}", "--of", "MX", "--by", "Ana"],
        ["import", "{table}", "--call", "DC-9999", "--of", "MX", "--by", "Ana"],
        ["import", "{table}", "--call", "{call}", "--of", "MX"],
        ["import", "{table}", "--template", "x.xlsx", "--call", "{call}"],
        ["groups", "--call", "DC-9999"],
        ["groups"],
        ["themes", "--call", "{call}", "--propose"],
        ["stats", "--call", "nothing"],
        ["stats", "--as-of", "yesterday"],
    ],
)
def test_a_wrong_call_exits_with_2_and_writes_nothing(hled, call, table, arguments):
    ran = hled("docket", *(each.format(table=table, call=call.code) for each in arguments))

    assert ran.code == 2
    assert Submission.objects.count() == Theme.objects.count() == 0


def test_checking_finds_and_writes_nothing(hled, call, table):
    ran = hled(
        "docket",
        "import",
        table,
        "--call",
        call.code,
        "--of",
        "MX",
        "--by",
        "Ana",
        "--check",
        "--format",
        "json",
    )

    assert valid(ran)["items"][0]["checked_only"] is True
    assert Submission.objects.count() == 0


def test_the_template_is_written_for_a_call(hled, call, tmp_path):
    path = tmp_path / "plantilla.xlsx"

    ran = hled("docket", "import", "--template", path, "--call", call.code)

    assert ran.code == 0
    heading = [each.value for each in openpyxl.load_workbook(path).worksheets[0][1]]
    assert "Text · Texto" in heading
    assert "Answer 2 · Respuesta 2" in heading


def test_reading_and_tidying_say_what_was_done(hled, bundled, call, table):
    hled("docket", "import", table, "--call", call.code, "--of", "MX", "--by", "Ana")
    first = Submission.objects.order_by("pk").first()
    type(first.submitter).objects.filter(pk=first.pk).update(erase_on=bundled.date())
    SentForm.objects.create(nonce="old", connection="c", at=bundled - timedelta(days=3))

    tidied = valid(hled("docket", "tidy", "--format", "json"))
    read = valid(hled("docket", "read", "--format", "json"))

    assert tidied["items"] == [{"erased": 1, "forms": 1}]
    assert read["items"] == [{"files": 0, "waiting": 0}]
    assert "Personal data erased of 0" in hled("docket", "tidy").out
    assert "Archivos leídos: 0" in hled("docket", "read", "--lang", "es").out
