"""What follows upon a submission is done beside the answers, once for all who asked, and goes on after a failure."""

import logging
from threading import Event

import pytest
from tests.dialogue.delegations.making_people import officer
from tests.dialogue.docket.in_the_docket import AT, LATER, announced, filed

from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.docket.models import Attachment, Wording
from hled.dialogue.docket.services import afterwards
from hled.dialogue.docket.services.afterwards import Later, group_some, read_some
from hled.dialogue.docket.services.attaching import File
from hled.dialogue.docket.services.themes import begin_theme, sort_groups

LETTER = (
    "Each truck waits at the bridge for six hours on every Tuesday of the year and the fruit is lost to us."
)


@pytest.mark.django_db
def test_new_words_are_compared_and_follow_their_group_into_its_theme():
    call, ana = announced(), officer("MX", Role.COORDINATOR)
    first = filed(call, LETTER).submission
    group_some()
    theme = begin_theme(call=call, title=("Waits", "Esperas"), by=ana, at=AT)
    sort_groups(call=call, groups=[first.wording_id], into=theme, by=ana, at=LATER)

    second = filed(call, LETTER.replace("fruit", "harvest")).submission
    group_some()

    wording = Wording.objects.get(pk=second.wording_id)
    assert wording.root_id == first.wording_id
    assert wording.placement.theme == theme


@pytest.mark.django_db
def test_a_call_in_which_very_much_waits_is_left_to_the_command(monkeypatch):
    monkeypatch.setattr(afterwards, "MOST_WAITING", 2)
    full, other = announced(), announced()
    for number in range(3):
        filed(full, f"Aportación distinta número {number}.")
    filed(other)

    group_some()

    assert Wording.objects.filter(call=full, grouped_at__isnull=False).count() == 0
    assert Wording.objects.filter(call=other, grouped_at__isnull=True).count() == 0


@pytest.mark.django_db
def test_every_file_that_waits_is_read():
    filed(announced(), files=(File("a.txt", b"One file."), File("b.txt", b"Another file.")))

    read_some()

    assert set(Attachment.objects.values_list("state", "text")) == {
        ("read", "One file."),
        ("read", "Another file."),
    }


def test_work_is_done_once_for_all_who_asked_before_it_began():
    done, began = [], Event()
    later = Later(lambda: (done.append(1), began.set()), pause=0.2)

    for _ in range(50):
        later.ask()

    assert began.wait(5)
    began.clear()
    later.ask()
    assert began.wait(5)
    assert len(done) == 2


def test_work_that_fails_is_logged_and_asked_for_again(caplog):
    tried = [Event(), Event()]

    def work():
        (tried[1] if tried[0].is_set() else tried[0]).set()
        raise RuntimeError("out of order")

    later = Later(work, pause=0)
    with caplog.at_level(logging.ERROR):
        later.ask()
        assert tried[0].wait(5)
        later.ask()
        assert tried[1].wait(5)

    assert "out of order" in caplog.text
