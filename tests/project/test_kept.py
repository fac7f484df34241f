"""A public page is made once for a state of the store, a day and an appearance."""

from datetime import timedelta

import pytest
import time_machine

from hled.dialogue.chronicle.services import bump_revision


@pytest.mark.parametrize("path", ["/en/", "/es/commitments/X-01/", "/api/v1/meetings"])
def test_a_repeated_answer_costs_one_query_and_is_the_same(bundled, client, path, django_assert_num_queries):
    first = client.get(path)

    with django_assert_num_queries(1):
        second = client.get(path)

    assert (second.content, second.headers["Content-Type"]) == (first.content, first.headers["Content-Type"])


def test_a_change_of_the_store_or_of_the_day_makes_the_page_anew(
    bundled, client, django_assert_max_num_queries
):
    first = client.get("/en/").content.decode()
    bump_revision()
    assert client.get("/en/").status_code == 200

    with time_machine.travel(bundled + timedelta(days=400), tick=False):
        assert client.get("/en/").content.decode() != first


def test_each_language_date_and_appearance_has_its_own_page(bundled, client):
    pages = {client.get(path).content for path in ("/en/", "/es/", "/en/?as_of=2022-01-01")}
    client.cookies["tone"] = "dark"

    assert len(pages | {client.get("/en/").content}) == 4


def test_an_error_is_never_kept(bundled, client):
    assert [client.get("/en/commitments/P9-XX-99/").status_code for _ in range(2)] == [404, 404]
    assert client.get("/en/?as_of=tomorrow").status_code == 400
