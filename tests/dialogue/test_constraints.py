"""The database itself refuses what the record may not hold."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.dialogue.delegations import making_people
from tests.dialogue.docket.in_the_docket import ANA, announced, filed

from hled.dialogue.chronicle.models import Standing
from hled.dialogue.delegations.domain.roles import Role
from hled.dialogue.delegations.models import Agency, Office, TermOfOffice
from hled.dialogue.docket.domain.moderating import Reason
from hled.dialogue.docket.models import (
    CallEvent,
    Moderation,
    PersonalReading,
    Submission,
    Submitter,
    ThemeEvent,
)
from hled.dialogue.docket.services.moderating import read_submitter, reject
from hled.dialogue.docket.services.themes import begin_theme
from hled.dialogue.meetings.models import Meeting
from hled.dialogue.results.models import Observation, ProgressReport, Series, Target
from hled.dialogue.workplan.models import CarriedOutBy, Commitment, Document, Passage, StatedIn

DAY = date(2026, 1, 1)


def breaks(act) -> bool:
    try:
        with transaction.atomic():
            act()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "change",
    [
        {"title_en": ""},
        {"summary_es": ""},
        {"stated_on": None},
        {"public_on": None},
        {"stated_on_precision": "week"},
        {"due": "2026", "due_on": None},
        {"superseded_on": "2026", "superseded_by": None},
        {"superseded_on": "2026", "superseded_by_id": "P1-SC-01"},
    ],
)
def test_a_commitment_that_is_not_whole_is_refused(bundled, change):
    assert breaks(lambda: Commitment.objects.filter(id="P1-SC-01").update(**change))


@pytest.mark.parametrize(
    ("model", "key", "change"),
    [
        (Document, "D-2021-09-09-JS", {"date": None}),
        (Document, "D-2021-09-09-JS", {"title_es": ""}),
        (Agency, "DOC", {"party": "CA"}),
        (Agency, "DOC", {"successor_id": "DOC"}),
        (Meeting, "M-2013-09-20", {"level": "summit"}),
        (ProgressReport, "R-001", {"document": None, "source_url": None}),
        (ProgressReport, "R-001", {"fact_en": ""}),
    ],
)
def test_a_fact_that_is_not_whole_is_refused(bundled, model, key, change):
    assert breaks(lambda: model.objects.filter(id=key).update(**change))


def test_a_passage_ends_after_it_starts_and_belongs_to_one_thing(bundled):
    passage = Passage.objects.filter(commitment__isnull=False).first()

    assert breaks(lambda: Passage.objects.filter(id=passage.id).update(end=passage.start))
    assert breaks(lambda: Passage.objects.filter(id=passage.id).update(commitment=None))
    assert breaks(lambda: Passage.objects.filter(id=passage.id).update(pillar_id="P1"))


def test_links_stand_once_and_lead_elsewhere(bundled):
    link = StatedIn.objects.first()

    assert breaks(
        lambda: StatedIn.objects.create(commitment=link.commitment, document=link.document, position=9)
    )
    assert breaks(lambda: CarriedOutBy.objects.create(parent_id="P1-SC-02", child_id="P1-SC-02", position=0))


def test_an_observation_is_public_after_its_period_and_never_divides_by_zero(bundled):
    figure = Observation.objects.exclude(denominator=None).first()

    assert breaks(lambda: Observation.objects.filter(pk=figure.pk).update(denominator=0))
    assert breaks(lambda: Observation.objects.filter(pk=figure.pk).update(public_on=date(1990, 1, 1)))
    assert breaks(lambda: Observation.objects.filter(pk=figure.pk).update(period_start=date(2199, 1, 1)))


def test_one_series_and_one_target_of_an_indicator_are_in_force(bundled):
    series = Series.objects.first()
    target = {"indicator": "IN-01", "version": 1, "value": 1, "due_on": DAY, "set_by": "A", "set_at": bundled}
    Target.objects.create(**target)

    assert breaks(lambda: Target.objects.create(**target))
    assert breaks(
        lambda: Series.objects.create(
            indicator=series.indicator, version=9, vintage="v", digest="d", entered_at=bundled
        )
    )


def test_a_term_of_office_says_on_which_basis_and_runs_forward(bundled):
    office = Office.objects.first()
    term = {"office": office, "holder": "Somebody"}

    assert breaks(lambda: TermOfOffice.objects.create(**term, basis="stated"))
    assert breaks(lambda: TermOfOffice.objects.create(**term, basis="seen_at_meetings"))
    assert breaks(
        lambda: TermOfOffice.objects.create(**term, basis="stated", starts_on=DAY, ends_on=date(2025, 1, 1))
    )
    assert breaks(lambda: Office.objects.create(party="XX", title_en="A", title_es="A"))


@pytest.mark.parametrize("history", ["call", "theme", "moderation", "reading"])
def test_a_history_of_the_docket_is_never_changed(bundled, history):
    call = announced()
    submission = filed(call).submission
    officer = making_people.officer("MX", Role.COORDINATOR)
    officer.save()
    begin_theme(call=call, title=("Bridges", "Puentes"), by=ANA, at=bundled)
    reject(submission=submission, reason=next(iter(Reason)), note=("Why", "Por qué"), by=officer, at=bundled)
    read_submitter(submission=submission, why="An appeal", by=officer, at=bundled)
    kept = {"call": CallEvent, "theme": ThemeEvent, "moderation": Moderation, "reading": PersonalReading}[
        history
    ]

    assert kept.objects.count() == 1
    assert breaks(lambda: kept.objects.update(at=bundled))
    assert breaks(lambda: kept.objects.all().delete())
    assert breaks(lambda: kept.objects.get().save())


def test_a_submission_of_the_docket_is_whole(bundled):
    call = announced()
    first, second = (filed(call).submission for _ in range(2))
    rows = Submission.objects.filter(pk=first.pk)
    Submission.objects.filter(pk=second.pk).update(source_id="SE-1")

    assert breaks(lambda: rows.update(intake="CA"))
    assert breaks(lambda: rows.update(kind="martian"))
    assert breaks(lambda: rows.update(standing="gone"))
    assert breaks(lambda: rows.update(source_id="SE-1"))
    assert breaks(lambda: Submitter.objects.filter(pk=first.pk).update(erased_at=bundled))


def test_the_store_has_one_standing(bundled):
    assert breaks(lambda: Standing.objects.create(id=2, revision=1))
