from datetime import date

from hled.dialogue.meetings.domain.cadence import cadences
from hled.dialogue.meetings.domain.headline import scoreboard_sentence
from hled.dialogue.results.domain.facts import MeetingFacts
from hled.dialogue.results.domain.rollup import Headline

FOUND = Headline(97, {"commitment": 60, "deliverable": 32, "related": 5}, 21, 24)
MEETINGS = (MeetingFacts("M-2023-09-29", date(2023, 9, 29), "cabinet"),)


def test_the_first_sentence_says_what_became_of_the_promises_and_of_the_meetings():
    said = scoreboard_sentence(FOUND, cadences(MEETINGS, date(2026, 11, 23)))

    assert said.en == (
        "Of 97 recorded items (60 commitments, 32 deliverables, 5 related), 21 are reported done; 24 have had no "
        "report since they were made; the cabinet meeting is 25 months overdue."
    )
    assert said.es.endswith("la reunión de gabinete tiene 25 meses de atraso.")


def test_before_the_promise_to_meet_it_says_nothing_of_meetings():
    assert scoreboard_sentence(FOUND, cadences(MEETINGS, date(2021, 1, 1))) == FOUND.sentence
