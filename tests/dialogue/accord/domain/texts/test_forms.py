import pytest

from hled.dialogue.accord.domain.texts.forms import (
    ASSESSMENT,
    Field,
    FieldType,
    Form,
    NoneIs,
    findings_of_fields,
)
from hled.kernel.bilingual import Bilingual

MEMBERS = (
    Field("what", FieldType.LINE, Bilingual("x", "x"), required=True),
    Field("value", FieldType.DECIMAL, Bilingual("x", "x")),
)
FORM = Form(
    "trial",
    Bilingual("Trial", "Prueba"),
    tuple(
        Field(
            str(each),
            each,
            Bilingual("x", "x"),
            choices=("one", "two") if each is FieldType.CHOICE else (),
            members=MEMBERS if each is FieldType.RECORDS else (),
            none_is=NoneIs.NULL,
        )
        for each in FieldType
    ),
)


def found(values, form=FORM, *, final=False) -> list[tuple[str, str]]:
    return [(each.rule.code, each.place) for each in findings_of_fields(form, values, final=final)]


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("code", "P1-A", ["", "a b", 3, "x" * 121, ["a"]]),
        ("codes", ["SE", "USTR"], ["SE", ["a b"], ["SE", "SE"], [1], ["a"] * 501]),
        ("day", "2027-02-28", ["2027-02-29", "28/02/2027", "20270228", 5]),
        ("decimal", "-12.50", ["1,000", "1e5", 1.5, 2, "01", ".5", "NaN"]),
        ("whole", 12, [True, "12", 2**53, 1.0]),
        ("flag", True, [1, "true"]),
        ("party", "US", ["us", "CA", 1]),
        ("choice", "two", ["three", "", 2]),
        ("line", "Two words", ["", 3, "x" * 301]),
        ("records", [{"what": "lanes", "value": "2.5"}, {"what": "ports"}], ["x", [{"what": "x"}] * 51]),
    ],
)
def test_ac_62_each_field_has_its_type(name, good, bad):
    assert found({name: good}) == []
    assert found({name: None}) == []
    for each in bad:
        assert found({name: each}) == [("AC-62", name)], each


def test_ac_62_a_list_of_records_says_which_line_and_which_member_is_wrong():
    said = [{"what": "lanes"}, {"value": "many", "who": "x"}, {"what": "<b>ports</b>"}, "x"]

    assert found({"records": said}) == [
        ("AC-62", "records 2 who"),
        ("AC-62", "records 2 what"),
        ("AC-62", "records 2 value"),
        ("AC-51", "records 3 what"),
        ("AC-62", "records 4"),
    ]


def test_ac_62_what_there_must_be_is_not_taken_away():
    assert found({"status": None}, ASSESSMENT) == [("AC-62", "status")]


def test_ac_62_an_unknown_field_is_refused_and_so_is_the_structure():
    assert found({"other": "x", "segments": []}) == [("AC-62", "other"), ("AC-62", "segments")]


def test_a_draft_may_lack_what_the_final_text_may_not():
    assert found({"about": "P1-A", "status": "done"}, ASSESSMENT) == []
    assert found({"about": "P1-A", "status": "done"}, ASSESSMENT, final=True) == [("AC-62", "computed")]
