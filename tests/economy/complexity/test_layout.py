"""Products stand where their links put them, and the same links give the same places."""

import numpy as np
import pytest
from tests.economy.complexity.making import exports, made_values

from hled.economy.complexity import Links, capability, links
from hled.economy.complexity.layout import layout


def chain(*pairs: tuple[int, int]) -> Links:
    source, target = (np.array(each, dtype=np.intp) for each in zip(*pairs, strict=True))
    return Links(source, target, np.ones(len(pairs)), np.ones(len(pairs), dtype=bool))


def test_a_chain_is_laid_out_in_its_order() -> None:
    places = layout(chain((0, 1), (1, 2), (2, 3)), 4)

    assert np.all(np.diff(places[:, 0]) > 0) or np.all(np.diff(places[:, 0]) < 0)


def test_linked_products_stand_nearer_than_others() -> None:
    found = links(capability(exports(made_values(40, 90))).phi, strong=0.9)
    places = layout(found, 90)

    between = np.linalg.norm(places[:, None] - places[None], axis=2)
    linked = between[found.source, found.target]
    assert np.median(linked) < np.median(between[np.triu_indices(90, 1)]) / 2


def test_the_same_links_give_the_same_places() -> None:
    found = links(capability(exports(made_values(20, 60))).phi)

    assert np.array_equal(layout(found, 60), layout(found, 60))


def test_places_fill_the_frame() -> None:
    places = layout(links(capability(exports(made_values(20, 60))).phi), 60)

    assert places.min(axis=0).tolist() == [0, 0]
    assert places.max(axis=0).tolist() == [1, 1]


def test_parts_without_a_link_stand_apart() -> None:
    places = layout(chain((0, 1), (1, 2), (3, 4)), 5)

    assert len({tuple(each) for each in places.round(6).tolist()}) == 5
    assert max(places[:3, 0]) < min(places[3:, 0]) or min(places[:3, 0]) > max(places[3:, 0])


@pytest.mark.parametrize("products", [0, 1])
def test_few_products_stand_in_the_middle(products: int) -> None:
    nothing = np.zeros(0, dtype=np.intp)
    none = Links(nothing, nothing, np.zeros(0), np.zeros(0, dtype=bool))

    assert layout(none, products).tolist() == [[0.5, 0.5]] * products
