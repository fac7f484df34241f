import pytest
from tests.dialogue.meetings.at_the_table import ANA, BEN, docx, pdf, planned

from hled.dialogue.meetings.models import Paper, PaperContent
from hled.dialogue.meetings.queries.planned import paper_for, papers_for, planned_view
from hled.dialogue.meetings.services.papers import file_paper, plain_name
from hled.dialogue.meetings.services.planning import announce_meeting
from hled.kernel.digest import sha256_of_bytes
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError, NotFoundError

TITLE = ("Position", "Posición")


def filed(meeting, at, *, by=ANA, content=b"Our position.", seen_by="parties", **more):
    return file_paper(
        meeting=meeting,
        content=content,
        file_name="C:\\notes\\position.docx",
        title=TITLE,
        seen_by=seen_by,
        by=by,
        at=at,
        **more,
    )


def codes_of(act):
    with pytest.raises(BrokenRuleError) as refused:
        act()
    return [each.rule.code for each in refused.value.findings]


def test_a_paper_keeps_its_bytes_and_their_digest_and_takes_the_extension_of_its_kind(bundled):
    content = pdf()

    paper = filed(planned(bundled), bundled, content=content)

    assert (paper.kind, paper.file_name, paper.content_id) == (
        "pdf",
        "position.pdf",
        sha256_of_bytes(content),
    )
    assert bytes(PaperContent.objects.get(pk=paper.content_id).content) == content


def test_an_internal_paper_stays_with_its_party(bundled):
    meeting = planned(bundled)
    announce_meeting(meeting=meeting, by=ANA, at=bundled)
    own = filed(meeting, bundled, seen_by="own")
    shared = filed(meeting, bundled, content=b"For both.")
    public = filed(meeting, bundled, content=b"For all.", seen_by="public")

    assert list(papers_for(Party.MX)) == [own, shared, public]
    assert list(papers_for(Party.US)) == [shared, public]
    assert list(papers_for(None)) == [public]
    with pytest.raises(NotFoundError):
        paper_for(Party.US, own.code)
    assert [
        each.subject for each in planned_view(Party.US, meeting.code).history if each.what == "paper_filed"
    ] == [
        public.code,
        shared.code,
    ]
    assert own.code in {each.subject for each in planned_view(Party.MX, meeting.code).history}


def test_a_public_paper_waits_for_the_announcement_of_its_meeting(bundled):
    paper = filed(planned(bundled), bundled, seen_by="public")

    assert not papers_for(None).filter(pk=paper.pk).exists()


def test_the_address_of_a_replaced_paper_keeps_working(bundled):
    meeting = planned(bundled)
    former = filed(meeting, bundled)

    newer = filed(meeting, bundled, content=b"Our new position.", replaces=former)

    assert paper_for(Party.US, former.code) == former
    assert paper_for(Party.US, former.code).replaced_by == newer
    assert bytes(PaperContent.objects.get(pk=former.content_id).content) == b"Our position."


def test_mt_19_a_paper_is_replaced_once_and_by_its_own_party(bundled):
    meeting = planned(bundled)
    former = filed(meeting, bundled)

    assert codes_of(lambda: filed(meeting, bundled, by=BEN, content=b"Ours.", replaces=former)) == ["MT-19"]
    filed(meeting, bundled, content=b"Newer.", replaces=former)
    assert codes_of(lambda: filed(meeting, bundled, content=b"Newest.", replaces=former)) == ["MT-19"]
    assert codes_of(lambda: filed(planned(bundled), bundled, content=b"There.", replaces=former)) == ["MT-19"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(docx(**{"word/vbaProject.bin": b"x"}), "MT-22"), (pdf(password="s"), "MT-23"), (b"\x00\x01", "MT-21")],
    ids=["macros", "password", "type"],
)
def test_what_is_no_paper_leaves_nothing_behind(bundled, content, code):
    meeting = planned(bundled)

    assert codes_of(lambda: filed(meeting, bundled, content=content)) == [code]
    assert not Paper.objects.exists()
    assert not PaperContent.objects.exists()
    assert [each.what for each in meeting.changes.all()] == ["planned"]


def test_mt_25_a_paper_is_for_a_known_circle(bundled):
    assert codes_of(lambda: filed(planned(bundled), bundled, seen_by="press")) == ["MT-25"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\a\\b.txt", "b.txt"),
        ('a"\r\nX: y.txt', "aX y.txt"),
        ("", "paper"),
        ("propuesta año.docx", "propuesta año.docx"),
    ],
)
def test_a_file_name_is_only_a_name(given, kept):
    assert plain_name(given) == kept
