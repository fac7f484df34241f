"""The envelope of every answer."""

import pytest

from hled.interfaces.answers import TEXT, Answer, Published, page, schema_name, shape
from hled.kernel.bilingual import Bilingual
from hled.kernel.digest import sha256_of


def test_the_envelope_holds_schema_version_params_digest_items_and_findings() -> None:
    answer = Answer("scoreboard", {"as_of": "2026-11-23"}, [{"id": "a"}], extras={"counts": {"done": 1}})

    said = answer.as_json()

    assert said["schema"] == "urn:hled:schema:scoreboard:1"
    assert said["digest"] == sha256_of([{"id": "a"}])
    assert said["total"] == 1
    assert list(said) == ["schema", "version", "params", "digest", "total", "counts", "items", "findings"]


def test_a_float_among_the_items_is_refused_because_its_digest_would_not_be_portable() -> None:
    with pytest.raises(ValueError, match="float"):
        Answer("scoreboard", {}, [{"value": 0.1}]).as_json()


def test_a_published_schema_bears_the_identifier_that_its_answers_carry() -> None:
    published = Published("scoreboard", Bilingual("A", "B"), shape(id=TEXT))

    assert published.as_json()["$id"] == schema_name("scoreboard")


@pytest.mark.parametrize(
    ("limit", "offset", "expected"), [(None, 0, [1, 2, 3]), (2, 0, [1, 2]), (2, 2, [3]), (5, 9, [])]
)
def test_a_page_is_a_part_of_the_list(limit: int | None, offset: int, expected: list[int]) -> None:
    assert page([1, 2, 3], limit, offset) == expected
