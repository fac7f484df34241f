"""
The tree is that of RFC 6962.

Vectors: the eight inputs, their roots and proofs with which Certificate Transparency tests its trees
(github.com/google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc; the same in
github.com/transparency-dev/merkle, testonly/constants.go).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hled.dialogue.accord.domain.merkle import (
    EMPTY,
    Frontier,
    all_places,
    completed_by,
    consistency_proof,
    includes,
    inclusion_proof,
    is_consistent,
    leaf_hash,
    node_hash,
    places_of,
    reading,
    root_at,
    root_of,
)

INPUTS = [
    bytes.fromhex(each)
    for each in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
LEAVES = [leaf_hash(each) for each in INPUTS]
MANY = [leaf_hash(str(number).encode()) for number in range(70)]
READ = reading(all_places(MANY))
VECTORS = reading(all_places(LEAVES))


def mth(leaves: list[bytes]) -> bytes:
    """The definition of section 2.1, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else EMPTY
    middle = 1
    while middle * 2 < len(leaves):
        middle *= 2
    return node_hash(mth(leaves[:middle]), mth(leaves[middle:]))


def test_the_roots_of_certificate_transparency():
    assert EMPTY.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert [root_of(LEAVES[:size]).hex() for size in range(1, 9)] == ROOTS
    assert [root_at(size, VECTORS).hex() for size in range(1, 9)] == ROOTS


def test_the_proofs_of_certificate_transparency():
    for (sequence, size), path in INCLUSION.items():
        assert [step.hex() for step in inclusion_proof(sequence, size, VECTORS)] == path
    for (earlier, later), path in CONSISTENCY.items():
        assert [step.hex() for step in consistency_proof(earlier, later, VECTORS)] == path


def test_every_size_has_the_root_of_the_definition():
    tree, made = Frontier(), dict(enumerate(MANY))

    for size, leaf in enumerate(MANY, start=1):
        completed = tree.push(leaf)
        made.update(completed)
        assert [place for place, _ in completed] == completed_by(size - 1)
        assert tree.root == root_at(size, READ) == mth(MANY[:size])
        again = Frontier(size, [READ([place])[place] for place in places_of(0, size)])
        assert again.root == tree.root


@given(st.integers(1, 70).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1))))
def test_a_proof_shows_its_leaf_and_no_other(case):
    size, sequence = case
    path, root = inclusion_proof(sequence, size, READ), root_at(size, READ)

    assert includes(MANY[sequence], sequence, size, path, root)
    assert not includes(MANY[(sequence + 1) % 70], sequence, size, path, root)
    assert not includes(MANY[sequence], sequence, size, path, EMPTY)
    assert not includes(MANY[sequence], sequence, size, [*path, EMPTY], root)
    assert not includes(MANY[sequence], size, size, path, root)
    for number in range(len(path)):
        assert not includes(
            MANY[sequence], sequence, size, [*path[:number], EMPTY, *path[number + 1 :]], root
        )
        assert not includes(MANY[sequence], sequence, size, [*path[:number], *path[number + 1 :]], root)


@given(st.integers(1, 70).flatmap(lambda later: st.tuples(st.integers(1, later), st.just(later))))
def test_consistency_checks_both_roots(case):
    earlier, later = case
    path = consistency_proof(earlier, later, READ)
    roots = root_at(earlier, READ), root_at(later, READ)

    assert is_consistent(earlier, later, *roots, path)
    assert not is_consistent(earlier, later, EMPTY, roots[1], path)
    assert not is_consistent(earlier, later, roots[0], EMPTY, path)
    assert not is_consistent(later + 1, later, *roots, path)
    assert not is_consistent(earlier, later, *roots, [*path, EMPTY])
    for number in range(len(path)):
        assert not is_consistent(earlier, later, *roots, [*path[:number], EMPTY, *path[number + 1 :]])


def test_nothing_is_the_beginning_of_everything():
    assert is_consistent(0, 5, EMPTY, MANY[0], [])
    assert not is_consistent(0, 5, MANY[1], MANY[0], [])
    assert not is_consistent(3, 5, root_at(3, READ), root_at(5, READ), [])


def test_what_is_not_in_the_tree_has_no_proof():
    for sequence, size in ((0, 0), (5, 5), (-1, 5)):
        with pytest.raises(ValueError, match="is not below"):
            inclusion_proof(sequence, size, READ)
    for earlier, later in ((0, 5), (6, 5)):
        with pytest.raises(ValueError, match="is needed"):
            consistency_proof(earlier, later, READ)
    with pytest.raises(ValueError, match="hashes are needed"):
        Frontier(3, [])
