"""
Merkle trees as in RFC 6962: leaf ``SHA-256(0x00 ‖ content)``, node ``SHA-256(0x01 ‖ left ‖ right)``.

A complete subtree has a *place* ``(level, index)``: it covers the leaves ``index·2^level`` to ``(index+1)·2^level - 1``.
Whoever keeps the hashes of all places finds root and proofs of any size with a logarithm of reads.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise

Place = tuple[int, int]
Range = tuple[int, int]
Read = Callable[[Sequence[Place]], Mapping[Place, bytes]]

EMPTY = sha256(b"").digest()
"""Root of the tree without a leaf."""


def leaf_hash(content: bytes) -> bytes:
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def places_of(begin: int, end: int) -> list[Place]:
    """
    The complete subtrees, large to small, whose hashes give that of the leaves ``begin`` to ``end - 1``.

    `begin` must be a multiple of the largest power of two within the range, as in every range of a proof.
    """
    places, at = [], begin
    for level in range((end - begin).bit_length() - 1, -1, -1):
        if (end - begin) >> level & 1:
            places.append((level, at >> level))
            at += 1 << level
    return places


def hash_of(hashes: Sequence[bytes]) -> bytes:
    """Combine the hashes of such subtrees, the smallest first."""
    if not hashes:
        return EMPTY
    whole = hashes[-1]
    for left in reversed(hashes[:-1]):
        whole = node_hash(left, whole)
    return whole


def completed_by(sequence: int) -> list[Place]:
    """The subtrees of two or more leaves that leaf `sequence` makes complete, small to large."""
    places, level = [], 1
    while (sequence + 1) % (1 << level) == 0:
        places.append((level, sequence >> level))
        level += 1
    return places


class Frontier:
    """A tree that grows by leaves and remembers a logarithm of hashes."""

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        self.size = size
        self._hashes = list(hashes)
        if len(self._hashes) != size.bit_count():
            raise ValueError(f"size={size}: {size.bit_count()} hashes are needed, not {len(self._hashes)}")

    def push(self, leaf: bytes) -> list[tuple[Place, bytes]]:
        """Add a leaf; gives the subtrees of two or more leaves that are complete now, with their hashes."""
        whole, made, at, level = leaf, [], self.size, 0
        while at & 1:
            whole = node_hash(self._hashes.pop(), whole)
            at, level = at >> 1, level + 1
            made.append(((level, at), whole))
        self._hashes.append(whole)
        self.size += 1
        return made

    @property
    def root(self) -> bytes:
        return hash_of(self._hashes)


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Root over leaf hashes."""
    tree = Frontier()
    for leaf in leaves:
        tree.push(leaf)
    return tree.root


def root_at(size: int, read: Read) -> bytes:
    """Root of the first `size` leaves."""
    return _read_ranges([(0, size)], read)[0]


def inclusion_proof(sequence: int, size: int, read: Read) -> list[bytes]:
    """
    Audit path of a leaf in the tree of `size` leaves, from the leaf up.

    Raises
    ------
    ValueError
        When the leaf is not in that tree.
    """
    if not 0 <= sequence < size:
        raise ValueError(f"sequence={sequence} is not below size={size}")
    return _read_ranges(_inclusion_ranges(sequence, 0, size), read)


def consistency_proof(earlier: int, later: int, read: Read) -> list[bytes]:
    """
    What shows that the tree of `earlier` leaves is the beginning of that of `later` leaves.

    Raises
    ------
    ValueError
        Unless ``0 < earlier <= later``.
    """
    if not 0 < earlier <= later:
        raise ValueError(f"earlier={earlier}, later={later}: 0 < earlier <= later is needed")
    return _read_ranges(_consistency_ranges(earlier, 0, later, True), read)


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def _inclusion_ranges(sequence: int, begin: int, end: int) -> list[Range]:
    """PATH of RFC 6962, section 2.1.1."""
    if end - begin == 1:
        return []
    middle = begin + _split(end - begin)
    if sequence < middle:
        return [*_inclusion_ranges(sequence, begin, middle), (middle, end)]
    return [*_inclusion_ranges(sequence, middle, end), (begin, middle)]


def _consistency_ranges(earlier: int, begin: int, end: int, whole: bool) -> list[Range]:
    """SUBPROOF of RFC 6962, section 2.1.2; `earlier` counts from the first leaf of all."""
    if earlier == end:
        return [] if whole else [(begin, end)]
    middle = begin + _split(end - begin)
    if earlier <= middle:
        return [*_consistency_ranges(earlier, begin, middle, whole), (middle, end)]
    return [*_consistency_ranges(earlier, middle, end, False), (begin, middle)]


def _read_ranges(ranges: Sequence[Range], read: Read) -> list[bytes]:
    wanted = [places_of(*each) for each in ranges]
    found = read([place for places in wanted for place in places])
    return [hash_of([found[place] for place in places]) for places in wanted]


def includes(leaf: bytes, sequence: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether an audit path leads from the leaf to the root (RFC 9162, section 2.1.3.2)."""
    if not 0 <= sequence < size:
        return False
    place, last, whole = sequence, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            whole = node_hash(step, whole)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            whole = node_hash(whole, step)
        place, last = place >> 1, last >> 1
    return last == 0 and whole == root


def is_consistent(
    earlier: int, later: int, earlier_root: bytes, later_root: bytes, proof: Sequence[bytes]
) -> bool:
    """
    Whether the earlier tree is the beginning of the later one; both roots are rebuilt and compared.

    As in RFC 9162, section 2.1.4.2. The empty tree is the beginning of every tree, if its root is that of no leaf.
    """
    if not 0 <= earlier <= later:
        return False
    if earlier == later:
        return not proof and earlier_root == later_root
    if earlier == 0:
        return not proof and earlier_root == EMPTY
    path = [earlier_root, *proof] if earlier & (earlier - 1) == 0 else list(proof)
    if not path:
        return False
    place, last = earlier - 1, later - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first, second = path[0], path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(step, first), node_hash(step, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, step)
        place, last = place >> 1, last >> 1
    return last == 0 and first == earlier_root and second == later_root


def reading(hashes: Mapping[Place, bytes]) -> Read:
    """Read from hashes that are in memory."""
    return lambda places: {place: hashes[place] for place in places}


def all_places(leaves: Sequence[bytes]) -> dict[Place, bytes]:
    """Every complete subtree over leaf hashes, the leaves included."""
    found: dict[Place, bytes] = {}
    level, row = 0, list(leaves)
    while row:
        found |= {(level, index): each for index, each in enumerate(row)}
        row = [node_hash(left, right) for left, right in list(pairwise(row))[::2]]
        level += 1
    return found
