"""Who filed, what was rejected or taken back, and the private links stand on no public page, in no file and no answer."""

import hashlib
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dialogue.docket.in_the_docket import AT, BEN, LATER, PLAN, filed
from tests.dialogue.docket.test_closing_the_loop import NOTED, someone

from hled.dialogue.docket.domain.filing import Personal
from hled.dialogue.docket.services.calls import announce_call
from hled.dialogue.docket.services.copies import group_waiting
from hled.dialogue.docket.services.filing import correct, disown, withdraw
from hled.dialogue.docket.services.moderating import appeal, read_submitter, reject
from hled.dialogue.docket.services.replying import approve_reply, write_reply
from hled.dialogue.docket.services.themes import begin_theme, sort_groups
from hled.interfaces.acting import every_route
from hled.kernel.action import READ_RECORD

pytestmark = [pytest.mark.django_db, pytest.mark.one_store]

LETTER = (
    "Los camiones esperan seis horas en el puente de Otay y la fruta se pierde antes de llegar al mercado."
)
NOTE = ("It names a private person.", "Nombra a una persona privada.")
SECRET = st.text("kqwxzjv", min_size=9, max_size=14)
FORMATS = ("csv", "json", "xlsx")


def addresses(codes):
    """Every address that shows the docket to everybody, in both languages, each with something to show."""
    found = []
    for route in every_route():
        public = route.named is not None and route.named.action == READ_RECORD
        if "docket/" not in route.pattern or not public or "context/dockets" in route.pattern:
            continue
        path = route.pattern.removeprefix("^").replace("\\Z", "")
        for kind, code in codes.items():
            path = re.sub(rf"{kind}/<[^>]+>", f"{kind}/{code}", path)
        path = re.sub(r"files/<[^>]+>", "files/1", path)
        found += (
            [re.sub(r"<str:format>", each, path) for each in FORMATS] if "<str:format>" in path else [path]
        )
    assert not [each for each in found if "<" in each], "a route that this test cannot fill in"
    return [f"/{each.lstrip('/')}" for each in found]


def said_by(answer):
    """All that an answer says; a workbook is opened."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.headers["Content-Type"].endswith(".sheet"):
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"".join(book.read(name) for name in book.namelist())
    return content.decode(errors="replace").casefold()


@given(name=SECRET, firm=SECRET, box=SECRET, words=st.lists(SECRET, min_size=6, max_size=6, unique=True))
@settings(max_examples=3)
def test_what_is_private_stands_on_no_public_page_in_no_file_and_no_answer(
    bundled, client, name, firm, box, words
):
    call = announce_call(plan=PLAN, by=BEN, at=AT)
    person = Personal(f"{name} Ruiz", f"{firm} S.A.", f"{box}@secreto.example")
    former, rejected, withdrawn, disowned, appealed, why = words

    made = [filed(call, f"{LETTER} Caso {'abcdef'[place]}.", personal=person) for place in range(5)]
    first, *_ = made
    corrected = filed(call, f"{LETTER} Antes {former}.", personal=person)
    correct(submission=corrected.submission, text=f"{LETTER} Después.", answers={}, at=LATER)
    hidden = [filed(call, f"{LETTER} {word}.", personal=person) for word in (rejected, withdrawn, disowned)]
    eva, luz = someone(f"Eva{call.pk}", "MX"), someone(f"Luz{call.pk}", "MX")
    group_waiting(call=call, at=LATER)
    theme = begin_theme(call=call, title=("Bridges", "Puentes"), by=BEN, at=LATER)
    first.submission.wording.refresh_from_db()
    sort_groups(call=call, groups=[first.submission.wording.root_id], into=theme, by=BEN, at=LATER)
    reject(submission=hidden[0].submission, reason="personal_data", note=NOTE, by=eva, at=LATER)
    appeal(submission=hidden[0].submission, words=appealed, at=LATER)
    withdraw(submission=hidden[1].submission, at=LATER)
    disown(submission=hidden[2].submission, at=LATER)
    read_submitter(submission=first.submission, why=why, by=eva, at=LATER)
    approve_reply(reply=write_reply(theme=theme, said=NOTED, by=eva, at=LATER), by=luz, at=LATER)
    links = [each.link for each in (*made, corrected, *hidden)]
    private = [
        name,
        firm,
        box,
        "secreto.example",
        former,
        rejected,
        withdrawn,
        disowned,
        appealed,
        why,
        *links,
    ]
    private += [hashlib.sha256(each.encode()).hexdigest() for each in links]
    codes = {
        "calls": call.code,
        "groups": first.submission.wording.code,
        "themes": theme.code,
    }
    shown_once = False
    for submission in (first.submission, hidden[0].submission, hidden[1].submission):
        for address in addresses({**codes, "submissions": submission.code}):
            for path in {address, address.replace("/en/", "/es/", 1)}:
                said = said_by(client.get(path))
                shown_once |= "otay" in said
                found = [each for each in private if each.casefold() in said]
                assert not found, path
    assert shown_once
