"""What the Parties themselves hold, and what both agreed of targets and rules: beside the computed status, never over it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from hled.dialogue.accord import subjects
from hled.dialogue.accord.domain.acts import Content, act_over
from hled.dialogue.accord.domain.entries import Kind
from hled.dialogue.accord.domain.texts.segments import JointText, Segment, SegmentKind, Side
from hled.dialogue.accord.subjects import Agreed
from hled.dialogue.results.domain.rulebook import CURRENT, RULEBOOKS
from hled.dialogue.results.domain.rulebook.agreeing import rulebook_digest
from hled.dialogue.results.models import Position, RulebookInForce, Target
from hled.dialogue.results.queries.indicators import target_of
from hled.dialogue.results.queries.positions import positions_on
from hled.dialogue.results.queries.standing import standing
from hled.dialogue.results.services.targets import set_target
from hled.interfaces.asked import ask
from hled.kernel.bilingual import Language
from hled.kernel.party import Party
from hled.kernel.rule import BrokenRuleError

pytestmark = pytest.mark.usefixtures("unchecked")

AT = datetime(2026, 12, 3, 15, tzinfo=UTC)
DAY = AT.date()
ABOUT = {"about": "P1-SC-02", "status": "done", "computed": "silent"}


@pytest.fixture(autouse=True)
def _decided(monkeypatch):
    """That a decision stands behind each act is the matter of the meetings, and tested there."""
    monkeypatch.setattr(subjects, "_CHECKS", [])


def agreed(
    type: str, subject: str, fields: dict, *, by: Party | None = None, at: datetime = AT, **texts: str
) -> Agreed:
    """An act as the register hands it over, signed by one Party or by both."""
    named = texts or {"reason": "Because"}
    text = JointText(
        tuple(
            Segment(f"s{number}", SegmentKind.FIELD, Side(said, 1, 1), Side(f"{said} é", 1, 1), name)
            for number, (name, said) in enumerate(named.items())
        ),
        fields,
    )
    content = Content(text.text(Language.EN), text.text(Language.ES), text.signed_fields)
    act = act_over(content, type=type, subject=subject, predecessor=None, effective=at.date())
    return Agreed(act, content, Kind.PARTY if by else Kind.JOINT, by, 1, at)


def assessment(by: Party = Party.US, at: datetime = AT, **fields: str) -> Agreed:
    said = {**ABOUT, **fields}
    return agreed("assessment.record", f"assessment:{by}:{said['about']}", said, by=by, at=at)


def codes(given: Agreed) -> list[str]:
    with pytest.raises(BrokenRuleError) as broken:
        subjects.apply(given)
    return sorted({each.rule.code for each in broken.value.findings})


def test_an_assessment_of_a_party_stands_beside_the_computed_status(bundled):
    before = standing(DAY, undated=False).assessments["P1-SC-02"]

    subjects.apply(assessment())

    after = standing(DAY, undated=False).assessments["P1-SC-02"]
    assert (after.status, after.rule, after.evidence) == (before.status, before.rule, before.evidence)
    assert after.disputed_by == tuple(sorted([*before.disputed_by, "assessment:US:P1-SC-02"]))
    day_before = standing(DAY - timedelta(days=1), undated=False).assessments["P1-SC-02"]
    assert day_before.disputed_by == before.disputed_by


def test_a_party_that_holds_what_was_computed_disputes_nothing(bundled):
    computed = standing(DAY, undated=False).assessments["P1-SC-02"]

    subjects.apply(assessment(status=computed.status.value))

    assert standing(DAY, undated=False).assessments["P1-SC-02"].disputed_by == computed.disputed_by


def test_a_later_assessment_replaces_and_each_day_sees_its_own(bundled):
    later = AT + timedelta(days=30)
    subjects.apply(assessment())
    subjects.apply(assessment(at=later, status="under_way"))

    def held(as_of: date, recorded_by: datetime | None = None) -> list[str]:
        asked = replace(ask(as_of.isoformat()), recorded_by=recorded_by)
        return [each.status for each in positions_on("P1-SC-02", asked)]

    assert held(DAY - timedelta(days=1)) == []
    assert held(DAY) == ["done"]
    assert held(later.date()) == ["under_way"]
    assert held(later.date(), recorded_by=AT) == ["done"]
    assert Position.objects.count() == 2


def test_the_parties_hold_each_its_own(bundled):
    subjects.apply(assessment(Party.US))
    subjects.apply(assessment(Party.MX, status="partly_done"))

    held = {each.party: each.status for each in positions_on("P1-SC-02", ask(DAY.isoformat()))}

    assert held == {"US": "done", "MX": "partly_done"}


def test_a_position_can_be_taken_back_and_stays_on_record(bundled):
    subjects.apply(assessment())
    later = AT + timedelta(days=5)
    subjects.apply(agreed("assessment.end", "assessment:US:P1-SC-02", {}, by=Party.US, at=later))

    assert not positions_on("P1-SC-02", ask(later.date().isoformat()))
    assert Position.objects.get().until == later.date()
    assert codes(agreed("assessment.end", "assessment:US:P1-SC-02", {}, by=Party.US)) == ["PO-07"]


def test_both_parties_agree_to_differ(bundled):
    positions = {"position_us": "It is done.", "position_mx": "It is not."}
    subjects.apply(agreed("difference.agree", "difference:P1-SC-02", {"about": "P1-SC-02"}, **positions))

    held = positions_on("P1-SC-02", ask(DAY.isoformat())).get()

    assert (held.party, held.status) == ("", "")
    assert held.texts["position_mx"] == {"en": "It is not.", "es": "It is not. é"}
    assert "difference:P1-SC-02" in standing(DAY, undated=False).assessments["P1-SC-02"].disputed_by


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (agreed("assessment.record", "assessment:US:P1-SC-02", ABOUT), "PO-01"),
        (agreed("assessment.record", "assessment:US:P1-SC-02", ABOUT, by=Party.MX), "PO-01"),
        (assessment(about="P1-SC-99"), "PO-02"),
        (assessment(status="excellent"), "PO-03"),
        (assessment(extra="field"), "PO-03"),
        (agreed("assessment.record", "assessment:US:P1-SC-02", ABOUT, by=Party.US, other="text"), "PO-04"),
        (
            agreed(
                "difference.agree",
                "difference:P1-SC-02",
                {"about": "P1-SC-02"},
                by=Party.US,
                position_us="A",
                position_mx="B",
            ),
            "PO-05",
        ),
        (agreed("difference.agree", "difference:P1-SC-02", {"about": "P1-SC-02"}), "PO-04"),
        (agreed("difference.forget", "difference:P1-SC-02", {}), "WP-01"),
    ],
)
def test_a_position_that_is_not_whole_is_refused(bundled, given, code):
    assert codes(given) == [code]
    assert not Position.objects.exists()


def version(version: str, digest: str | None = None, **kept) -> Agreed:
    fields = {"version": version, "digest": digest or rulebook_digest(version)}
    return agreed("rulebook.version", "rulebook", fields, **kept)


def test_statuses_are_computed_by_the_version_that_both_parties_agreed(bundled):
    assert standing(DAY, undated=False).rulebook is CURRENT

    subjects.apply(version("2026.1"))

    assert standing(DAY, undated=False).rulebook is RULEBOOKS["2026.1"]
    assert standing(DAY - timedelta(days=1), undated=False).rulebook is CURRENT


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (version("2026.1", by=Party.MX), "RB-03"),
        (agreed("rulebook.version", "rulebook", {"version": "1999", "digest": "a" * 64}), "RB-01"),
        (version("2026.1", "a" * 64), "RB-02"),
    ],
)
def test_a_rulebook_that_this_installation_does_not_apply_is_refused(bundled, given, code):
    assert codes(given) == [code]
    assert not RulebookInForce.objects.exists()


def joint_target(subject: str = "target:IN-01", *, by: Party | None = None, **fields: object) -> Agreed:
    said = {"indicator": "IN-01", "value": "12.5", "due_on": "2028-12-31", **fields}
    return agreed("target.set", subject, said, by=by)


def test_a_joint_target_replaces_and_only_both_parties_replace_it(bundled):
    set_target(indicator="IN-01", value=Decimal(9), due_on=date(2028, 1, 1), by="Analyst", at=bundled)
    subjects.apply(joint_target())

    found = target_of("IN-01", "")
    assert (found.target.value, found.set_by) == (Decimal("12.5"), "US MX")
    with pytest.raises(BrokenRuleError, match="TG-06"):
        set_target(indicator="IN-01", value=Decimal(9), due_on=date(2028, 1, 1), by="Analyst", at=AT)
    assert Target.objects.count() == 2


def test_a_joint_target_is_not_in_the_view_of_a_day_before_its_act(bundled):
    set_target(indicator="IN-01", value=Decimal(9), due_on=date(2028, 1, 1), by="Analyst", at=bundled)
    subjects.apply(joint_target())

    assert target_of("IN-01", "", as_of=DAY - timedelta(days=1)).target.value == Decimal(9)
    assert target_of("IN-01", "", as_of=DAY).act
    assert target_of("IN-01", "", recorded_by=bundled).set_by == "Analyst"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (joint_target(by=Party.US), "TG-07"),
        (joint_target("target:IN-02"), "TG-07"),
        (joint_target(value=12), "TG-07"),
        (joint_target(value="NaN"), "TG-07"),
        (joint_target(due_on="soon"), "TG-07"),
        (joint_target(extra="x"), "TG-07"),
        (joint_target("target:IN-99", indicator="IN-99"), "TG-01"),
        (joint_target("target:IN-06", indicator="IN-06"), "TG-02"),
        (joint_target(due_on="2020-01-01"), "TG-03"),
        (joint_target("target:IN-01:ZZZ", place="ZZZ"), "TG-05"),
    ],
)
def test_a_joint_target_that_is_not_whole_is_refused(bundled, given, code):
    assert codes(given) == [code]
    assert not Target.objects.exists()
