"""Products against figures that the bundled sets name in their own papers."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hled.dialogue.studies.domain.asking import read_parameters
from hled.dialogue.studies.domain.questions.product import QUESTION
from hled.dialogue.studies.queries.shelf import InstalledTables
from hled.sources.tables import parquet_rows


def asked(code: str):
    with TemporaryDirectory() as home:
        tables = InstalledTables(Path(home))
        return QUESTION.compute(
            tables, QUESTION.complete(tables, read_parameters(QUESTION.parameters, {"code": code}))
        )


def test_a_product_has_the_values_and_duties_of_its_lines_in_the_file_of_the_census_bureau():
    rows = parquet_rows("us_imports_hs10_2024", "us_imports_hs10_2024.parquet")
    lines = [each for each in rows if each["hs10"].startswith("850760") and each["partner_code"] != "4359"]
    china = [each for each in lines if each["partner_code"] == "5700"]

    first = asked("850760").items[0]

    value, duty = (sum(each[name] for each in china) for name in ("customs_value_usd", "calculated_duty_usd"))
    assert first["partner"] == "CHN"
    assert float(first["value"]) == value
    assert float(first["duty"]) == pytest.approx(duty / value, abs=1e-8)
    assert float(first["share"]) == pytest.approx(
        value / sum(each["customs_value_usd"] for each in lines), abs=1e-8
    )


def test_slovakia_is_counted_inside_the_union_and_never_beside_it():
    partners = {each["partner"] for each in asked("8703").items}

    assert "EU" in partners
    assert "SVK" not in partners


@pytest.mark.parametrize(
    ("partner", "billions"), [("MEX", 503.4), ("CHN", 429.4), ("CAN", 411.7), ("EU", 597.5)]
)
def test_totals_of_a_partner_over_all_chapters_are_those_of_the_set_but_for_national_ones(partner, billions):
    rows = parquet_rows("us_imports_hs10_2024", "us_imports_hs10_2024.parquet")
    numbers = {"MEX": "2010", "CHN": "5700", "CAN": "1220", "EU": "0003"}
    of_partner = [each for each in rows if each["partner_code"] == numbers[partner]]
    national = sum(each["customs_value_usd"] for each in of_partner if each["hs10"][:2] in {"98", "99"})
    with TemporaryDirectory() as home:
        market = InstalledTables(Path(home)).market("us-imports-2024", "USA", 6).market

    held = float(market.values[:, market.partners.index(partner)].sum())

    assert (held + national) / 1e9 == pytest.approx(billions, abs=0.05)
