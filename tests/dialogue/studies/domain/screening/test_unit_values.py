"""The unit value of a product in a table that a user adds, where the table states quantities."""

from pathlib import Path

import pytest
from tests.sources.trade.files import plain

from hled.dialogue.studies.domain.asking import read_parameters
from hled.dialogue.studies.domain.questions.product import QUESTION
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.sources.trade.adding import add_trade
from hled.sources.trade.concordances.products import subheadings

HEADER = ("reporter", "partner", "flow", "period", "product", "edition", "value", "quantity", "unit")
CODE = "850760"
PARTNERS = ("CAN", "CHN", "DEU", "JPN", "MEX")


def unit_value(folder: Path, *, lines: dict[str, list[str]]) -> object:
    """Of batteries from Mexico, in a market where each partner sells forty other products."""
    others = [code for code in subheadings() if code.startswith("85") and code != CODE][:40]
    rows = [
        ("USA", partner, "M", "2024", code, "HS2022", 60 * (1 + at), 6 * (1 + at), "kg")
        for at, partner in enumerate(PARTNERS)
        for code in others
    ]
    rows += [("USA", partner, "M", "2024", CODE, "HS2022", *line) for partner, line in lines.items()]
    folder.mkdir(exist_ok=True)
    add_trade(plain(folder / "given.csv", *rows, header=HEADER), "plain", folder / "home", id="given")
    tables = InstalledTables(folder / "home")
    asked = read_parameters(QUESTION.parameters, {"code": CODE, "table": "given"})
    found = QUESTION.compute(tables, QUESTION.complete(tables, asked))
    return next(each for each in found.more["facts"] if each["code"] == "unit_value")


def test_it_is_the_partners_over_that_of_the_others(tmp_path):
    found = unit_value(
        tmp_path, lines={"MEX": [300, 10, "kg"], "CHN": [400, 40, "kg"], "JPN": [200, 20, "kg"]}
    )

    assert float(found["value"]) == pytest.approx(30 / 10)


def test_it_is_missing_where_units_differ(tmp_path):
    found = unit_value(
        tmp_path, lines={"MEX": [300, 10, "u"], "CHN": [400, 40, "kg"], "JPN": [200, 20, "kg"]}
    )

    assert found["value"] is None
    assert found["needs"] == "quantities"


def test_it_asks_for_sales_where_the_partner_or_the_others_sell_nothing(tmp_path):
    without_partner = unit_value(tmp_path / "one", lines={"CHN": [400, 40, "kg"], "JPN": [200, 20, "kg"]})
    alone = unit_value(tmp_path / "two", lines={"MEX": [400, 40, "kg"]})

    for found in (without_partner, alone):
        assert (found["value"], found["needs"]) == (None, None)
        assert found["says_en"] == "the partner or the others sell nothing"
        assert found["says_es"] == "el socio o los demás no venden nada"


def test_it_asks_for_quantities_where_the_partners_own_is_missing(tmp_path):
    found = unit_value(tmp_path, lines={"MEX": [300, "", "kg"], "CHN": [400, 40, "kg"]})

    assert (found["value"], found["needs"]) == (None, "quantities")
