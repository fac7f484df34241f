"""The register for everybody: its pages, its proofs, and an edition that needs nothing of ours."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile

import jsonschema
import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from tests.dialogue.accord.officers import content

from hled.dialogue.accord.domain.merkle import includes, is_consistent
from hled.dialogue.accord.domain.notes import open_note, read_verifier_key
from hled.dialogue.accord.models import Checkpoint, Entry
from hled.dialogue.accord.services import packing
from hled.dialogue.accord.services.checkpoints import checkpoint, register_key
from hled.dialogue.accord.subjects import address_of
from hled.project.schemas import PUBLISHED

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "HOME", tmp_path)
    return tmp_path


@pytest.fixture
def opened(desk, home):
    """A register of eight entries: four credentials, two acts on one subject, one on another, and a report."""
    desk.open()
    desk.joint(1)
    desk.joint(2)
    desk.joint(3, "P2-02")
    desk.report(4)
    return desk


def page_of(path: str, status: int = 200) -> str:
    answer = Client().get(path)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def test_an_empty_register_says_so_and_its_downloads_work(empty_register, home):
    assert "The register is empty" in page_of("/en/register/")
    assert "El registro está vacío" in page_of("/es/register/")
    assert "\n0\n" in Client().get("/en/register/checkpoint.txt").content.decode()
    assert "nobody can sign for this Party" in page_of("/en/register/credentials/")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", [7, 6, 5, 4, 3, 2, 1, 0]),
        ("?subject=P1", [5, 4]),
        ("?type=credential.enroll", [3, 2, 1, 0]),
        ("?kind=party", [7, 3, 2, 1, 0]),
        ("?kind=joint&subject=P2-02", [6]),
        ("?below=2", [1, 0]),
        ("?from=6", [7, 6]),
        ("?subject=nothing", []),
        ("?as_of=2026-11-22", []),
    ],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_entries_are_listed_the_latest_first_and_narrowed(opened, language, query, shown):
    page = page_of(f"/{language}/register/{query}")

    found = [each for each in range(8) if f"/{language}/register/{each}/" in page]
    assert found == sorted(shown)


def test_pages_follow_each_other_in_both_directions(opened, monkeypatch):
    monkeypatch.setattr("hled.dialogue.accord.web.register.PER_PAGE", 3)

    first, second, last = (page_of(f"/en/register/{query}") for query in ("", "?below=5", "?below=2"))

    assert ("?below=5" in first, "Later entries" in first) == (True, False)
    assert ("?below=2" in second, "?from=5" in second) == (True, True)
    assert ("Earlier entries" in last, "?from=2" in last) == (False, True)


@pytest.mark.parametrize(
    "query", ["kind=king", "below=-1", "below=x", "from=²", "below=9999999999999999999999"]
)
def test_ac_45_a_question_that_the_register_does_not_understand_is_refused(opened, query):
    assert "AC-45" in page_of(f"/en/register/?{query}", 404)


@pytest.mark.parametrize("language", ["en", "es"])
def test_one_entry_shows_both_texts_the_act_and_who_signed(opened, language):
    row = Entry.objects.get(sequence=5)
    page = page_of(f"/{language}/register/5/")

    for said in (content(2).english, content(2).spanish, row.act, bytes(row.leaf).hex(), "Ana.Us", "Beto.Mx"):
        assert said in page
    assert ("passkey" if language == "en" else "llave de acceso") in page
    assert f"/{language}/commitments/P1-SC-01/" in page
    assert "&quot;type&quot;:&quot;commitment.amend&quot;" in page


def test_ac_45_an_entry_that_is_not_there_or_was_not_on_that_day(opened):
    assert "AC-45" in page_of("/es/register/8/", 404)
    assert "AC-45" in page_of("/es/register/99999999999999999999999/", 404)
    assert "AC-45" in page_of("/es/register/5/?as_of=2026-11-22", 404)


@pytest.mark.parametrize("size", [6, 7, 8])
def test_a_proof_that_is_downloaded_holds(opened, size):
    answer = Client().get(f"/en/register/5/proof.json?size={size}")
    (said,) = json.loads(answer.content)["items"]

    assert "attachment" in answer["Content-Disposition"]
    leaf = hashlib.sha256(b"\x00" + said["envelope"].encode()).digest()
    path = [bytes.fromhex(step) for step in said["path"]]
    assert includes(leaf, 5, size, path, bytes.fromhex(said["root"]))


@pytest.mark.parametrize("query", ["size=5", "size=9", "size=0", "size=-3", "size=x"])
def test_ac_45_no_proof_in_a_register_that_has_not_the_entry(opened, query):
    assert "AC-45" in page_of(f"/en/register/5/proof.json?{query}", 404)


def test_a_proof_of_growth_holds_and_one_of_nothing_is_refused(opened):
    (said,) = json.loads(Client().get("/en/register/consistency.json?earlier=3&later=7").content)["items"]

    path = [bytes.fromhex(step) for step in said["path"]]
    roots = [bytes.fromhex(said[name]) for name in ("earlier_root", "later_root")]
    assert is_consistent(3, 7, roots[0], roots[1], path)
    for query in ("", "earlier=0", "earlier=8&later=7", "earlier=3&later=9", "earlier=x"):
        assert "AC-45" in page_of(f"/en/register/consistency.json?{query}", 404)


def test_a_reader_gets_a_signed_note_and_writes_nothing(opened, home):
    note = Client().get("/en/register/checkpoint.txt").content.decode()
    assert edition()

    assert not Checkpoint.objects.exists()
    assert note == checkpoint(key=register_key(home), at=opened.at).note


def test_a_note_is_the_same_for_everybody_and_the_page_shows_the_kept_one(opened, home):
    kept = checkpoint(key=register_key(home), at=opened.at)

    note = Client().get("/en/register/checkpoint.txt").content.decode()
    again = Client().get("/es/register/checkpoint.txt").content.decode()

    assert note == again == kept.note
    name, key = read_verifier_key(kept.key)
    assert open_note(note, name, key).split("\n")[1] == "8"
    assert kept.key in page_of("/en/register/")
    assert "AC-45" in page_of("/en/register/checkpoint.txt?size=3", 404)


def edition() -> bytes:
    return b"".join(Client().get("/en/register/edition.zip").streaming_content)


@pytest.mark.usefixtures("unchecked", "unwritten")
def test_the_edition_that_is_downloaded_is_sound_without_us_and_always_the_same(opened, tmp_path, home):
    first = edition()
    for made in (home / packing.FOLDER).glob("*.zip"):
        made.unlink()

    assert edition() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        archive.extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    done = subprocess.run(
        [sys.executable, "-I", folder / "verify_edition.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_a_register_that_grew_gives_a_new_edition_and_forgets_the_former(opened, home):
    first = edition()
    opened.joint(5)

    assert edition() != first
    assert len(list((home / packing.FOLDER).glob("*.zip"))) == 1


def test_ac_48_an_edition_too_large_for_the_site_is_left_to_the_command(opened, monkeypatch):
    monkeypatch.setattr(packing, "MOST_ENTRIES", 7)

    assert "AC-48" in page_of("/en/register/edition.zip", 400)


def test_what_an_anonymous_reader_saw_is_not_shown_when_the_register_has_grown(opened):
    before = page_of("/en/register/")
    opened.joint(5)

    assert "/en/register/8/" not in before
    assert "/en/register/8/" in page_of("/en/register/")


@pytest.mark.parametrize(
    "path",
    [
        "register",
        "register?below=5&limit=2",
        "register?kind=joint&subject=P1",
        "register/5",
        "register/5/proof?size=7",
        "register/consistency?earlier=2",
        "credentials",
        "silences",
    ],
)
def test_the_same_comes_as_data(opened, path):
    answer = Client().get(f"/api/v1/{path}")

    assert answer.status_code == 200, answer.content
    said = answer.json()
    assert said["items"] or path == "silences"
    schema = PUBLISHED[said["schema"].split(":")[3]].as_json()
    jsonschema.Draft202012Validator(schema).validate(said)


def test_data_of_a_note_and_what_it_refuses(opened, home):
    assert Client().get("/api/v1/register/checkpoint").status_code == 404
    checkpoint(key=register_key(home), at=opened.at)

    assert Client().get("/api/v1/register/checkpoint").json()["items"][0]["size"] == 8
    assert Client().get("/api/v1/register/checkpoint?size=8").json()["items"][0]["size"] == 8
    for path, code in (
        ("register/8", "AC-45"),
        ("register/1/proof?size=1", "AC-45"),
        ("register?kind=x", "PG-02"),
    ):
        said = Client().get(f"/api/v1/{path}").json()
        assert said["findings"][0]["code"] == code


def test_a_subject_that_no_address_can_name_has_no_page():
    with translation.override("en"):
        assert address_of("commitment", "P1-SC-02") == "/en/commitments/P1-SC-02/"
        assert address_of("commitment", "a/b") == ""
        assert address_of("target", "target:IN-99") == ""
        assert address_of("text", "text:ports") == ""
