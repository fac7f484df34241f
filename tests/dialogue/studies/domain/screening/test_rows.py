"""Rows of a screen: their numbers tie, and their laws hold."""

from decimal import Decimal

import pytest

from hled.dialogue.studies.domain.screening.comparing import spearman
from hled.kernel.rule import BrokenRuleError

PLACES = ("rank", "median", "low", "high", "top20")


def by_code(result):
    return {each["code"]: each for each in result.items}


def test_each_rank_stands_once_and_inside_what_is_possible(screen):
    rows = screen().items
    count = len(rows)

    assert [each["rank"] for each in rows] == list(range(1, count + 1))
    for each in rows:
        assert 1 <= each["low"] <= each["median"] <= each["high"] <= count
        assert 0 <= Decimal(each["top20"]) <= Decimal(each["top50"]) <= 1


def test_shares_and_amounts_of_a_row_tie(screen):
    for each in screen().items:
        outside, whole = Decimal(each["external_imports"]), Decimal(each["imports"])
        assert abs(outside / whole - Decimal(each["external_share"])) < Decimal("0.000001")
        assert Decimal(each["supplier_share"]) <= Decimal(each["external_share"]) + Decimal("0.000001")
        assert Decimal(each["partner_share"]) <= 1 - Decimal(each["external_share"]) + Decimal("0.000001")


def test_a_heading_sums_its_products(screen):
    products, headings = screen(), by_code(screen(by="heading"))
    for code in list(headings)[:20]:
        own = [each for each in products.items if each["code"].startswith(code)]
        assert headings[code]["products"] == len(own)
        for name in ("imports", "external_imports", "jobs_at_stake"):
            total = sum(Decimal(each[name]) for each in own)
            assert float(headings[code][name]) == pytest.approx(float(total), rel=1e-6)


def test_the_counts_of_action_areas_add_up_to_the_rows(screen):
    found = screen()

    assert sum(each["count"] for each in found.more["areas"]) == found.more["count"] == len(found.items)


def test_openings_are_the_areas_in_which_the_partner_could_supply_more(screen):
    found = screen(only="openings")

    assert {each["area"] for each in found.items} <= {"expand", "build", "ease"}


def test_one_distant_supplier_means_most_of_it_from_one_that_is_far(screen):
    for each in screen(only="one_distant_supplier").items:
        assert Decimal(each["supplier_share"]) >= Decimal("0.5")
        assert each["supplier"] not in {"CAN", "MEX"}


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("robust", lambda each: each["high"]),
        ("median", lambda each: each["median"]),
        ("top20", lambda each: -Decimal(each["top20"])),
        ("size", lambda each: -Decimal(each["external_imports"])),
    ],
)
def test_rows_come_in_the_order_asked_for(screen, sort, key):
    keys = [key(each) for each in screen(sort=sort).items]

    assert keys == sorted(keys)


def test_relief_that_is_set_to_nothing_weighs_nothing(screen_of, some_chapters, tmp_path):
    plain = screen_of(some_chapters(tmp_path), weights="relief=0")
    taxed = screen_of(some_chapters(tmp_path, taxed=True), weights="relief=0")

    weights = {each["code"]: each["nominal"] for each in plain.more["weights"]}
    assert (weights["duty_gap"], weights["tariff_change_gap"]) == ("0", "0")
    for before, after in zip(plain.items, taxed.items, strict=True):
        assert [before[name] for name in ("code", *PLACES)] == [after[name] for name in ("code", *PLACES)]
    assert [each["duty_gap"] for each in plain.items] != [each["duty_gap"] for each in taxed.items]


def test_relief_that_weighs_something_moves_the_order_when_duties_change(screen_of, some_chapters, tmp_path):
    plain, taxed = screen_of(some_chapters(tmp_path)), screen_of(some_chapters(tmp_path, taxed=True))

    assert [each["code"] for each in plain.items] != [each["code"] for each in taxed.items]


def test_a_product_that_nobody_trades_changes_nothing(screen_of, some_chapters, tmp_path):
    before = screen_of(some_chapters(tmp_path))
    after = screen_of(some_chapters(tmp_path, also=("8501100000", "8548999999", "9701210000")))

    assert after.items == before.items


def test_values_twice_as_large_change_no_share(screen_of, some_chapters, tmp_path):
    before = by_code(screen_of(some_chapters(tmp_path)))
    after = by_code(screen_of(some_chapters(tmp_path, times=2.0), floor="2000000"))

    shared = before.keys() & after.keys()
    assert len(shared) > 0.98 * len(before)
    for code in shared:
        for name in ("external_share", "hhi", "supplier_share", "partner_share"):
            assert float(after[code][name]) == pytest.approx(float(before[code][name]), abs=2e-8)


def test_the_same_seed_gives_the_same_rows_and_another_one_other_doubt(screen):
    first, again, other = screen(), screen(), screen(seed="7")

    assert first.items == again.items
    assert first.more == again.more
    assert [each["rank"] for each in other.items] == [each["rank"] for each in first.items]
    assert [each["top20"] for each in other.items] != [each["top20"] for each in first.items]


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"list": "semiconducters"}, "SC-09"),
        ({"list": "770000"}, "SC-31"),
        ({"weights": "relief=-1"}, "RK-01"),
        ({"weights": "wind=1"}, "SC-21"),
        ({"compare": "wind=1"}, "SC-21"),
        ({"compare_list": "semiconducters"}, "SC-09"),
        ({"list": "690100", "only": "ease"}, "SC-33"),
        ({"list": "6901", "floor": "1000000000"}, "RK-02"),
        ({"list": "85", "by": "heading", "only": "one_distant_supplier"}, "SC-33"),
    ],
)
def test_what_cannot_be_screened_is_refused_with_its_rule(screen, given, rule):
    with pytest.raises(BrokenRuleError) as refused:
        screen(**given)

    assert rule in {each.rule.code for each in refused.value.findings}


def test_the_sentence_has_the_action_area_and_the_probability(screen):
    found = screen()
    first = found.items[0]

    assert first["area_en"].lower() in found.says.en
    assert first["area_es"].lower() in found.says.es.lower()
    assert "of the runs and among the first 20 in" in found.says.en


def test_the_study_says_which_weights_were_changed(screen):
    question = screen(weights="relief=0").question

    assert "Tariff relief 0" in question.en
    assert "Alivio arancelario 0" in question.es


def test_the_same_weighting_compared_with_itself_agrees_in_everything(screen):
    compared = screen(compare="document").more["comparison"]

    assert (compared["spearman"], compared["moved"], compared["largest"]) == ("1", 0, [])
    assert all(not top["enters"] and not top["leaves"] for top in compared["tops"])


def test_another_weighting_says_who_enters_and_who_leaves(screen):
    found, alone = screen(compare="relief=0"), screen(weights="relief=0")
    compared, after = found.more["comparison"], by_code(alone)

    for each in found.items:
        assert each["rank_after"] == after[each["code"]]["rank"]
        assert each["top20_after"] == after[each["code"]]["top20"]
        assert each["shift"] == each["rank"] - each["rank_after"]
    top = compared["tops"][0]
    assert len(top["enters"]) == len(top["leaves"]) > 0
    assert {each["code"] for each in top["enters"]} == {
        each["code"] for each in found.items if each["rank_after"] <= 20 < each["rank"]
    }
    assert -1 < Decimal(compared["spearman"]) < 1


def test_two_lists_stand_side_by_side(screen):
    found = screen(list="semiconductors", compare_list="medical-supplies")
    compared = found.more["comparison"]

    assert compared["common"] + compared["only_before"] + compared["only_after"] == len(found.items)
    assert compared["only_after"] > 0
    for each in found.items:
        assert each["rank"] is not None or each["rank_after"] is not None
        assert (each["shift"] is None) == (each["rank"] is None or each["rank_after"] is None)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], "1"),
        ([1, 2, 3, 4, 5], [5, 4, 3, 2, 1], "-1"),
        ([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], "0.8"),
        ([3, 10, 40], [7, 90, 8], "0.5"),
        ([1, 2], [2, 1], None),
    ],
)
def test_spearman_of_small_orders(before, after, found):
    assert spearman(before, after) == found


def test_the_span_of_a_place_is_a_span_of_places(screen):
    for each in screen().items:
        for name in ("need", "capability"):
            assert 0 <= Decimal(each[f"{name}_low"]) <= Decimal(each[f"{name}_high"]) <= 1


def test_a_group_of_one_product_spans_what_the_product_spans(screen):
    names = ("need_low", "need_high", "capability_low", "capability_high")
    (product,) = screen(list="850760").items
    (heading,) = screen(list="850760", by="heading").items

    for name in names:
        assert float(heading[name]) == pytest.approx(float(product[name]), abs=1e-7)


def test_capability_spans_more_where_the_threshold_of_advantage_decides(screen):
    spans = [float(each["capability_high"]) - float(each["capability_low"]) for each in screen().items]

    assert max(spans) > 0.1
    assert all(span > 0 for span in spans)


def test_a_pillar_without_weight_still_has_its_place_and_span(screen):
    for each in screen(weights="need=0").items[:20]:
        assert Decimal(each["need_low"]) > 0


def test_beside_another_list_the_answer_is_of_the_first(screen):
    alone = screen(list="semiconductors").says.en
    beside = screen(list="semiconductors", compare_list="batteries")

    assert beside.says.en.startswith(alone)
    assert "in both: 1," in beside.says.en


def test_where_all_rows_are_among_the_first_20_no_probability_of_it_is_said(screen):
    few, many = screen(list="semiconductors", by="stage"), screen(list="semiconductors")

    assert "first 20" not in few.says.en
    assert "primeros 20" not in few.says.es
    assert "among the first 20" in many.says.en
