"""datasketch's MinHashLSH used directly on the same texts; run with the environment of the peers; prints one line of JSON."""

import json
import re
import sys
import time
from itertools import islice, pairwise
from pathlib import Path

from benchmarks.docket.made import labels, texts
from benchmarks.docket.scored import scored
from benchmarks.memory import peak_megabytes

PERMUTATIONS = 128
THRESHOLD = 0.5
AT_ONCE = 1_000
_WORD = re.compile(r"\w+")


def pairs(text: str) -> list[bytes]:
    words = _WORD.findall(text.lower())
    return [f"{one} {other}".encode() for one, other in pairwise(words)]


def main(path: Path, count: int) -> None:
    from datasketch import MinHash, MinHashLSH

    began = time.perf_counter()
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, weights=(0.1, 0.9))
    parent: list[int] = []

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    read = islice(texts(path), count)
    place = 0
    while part := list(islice(read, AT_ONCE)):
        for sketch in MinHash.bulk(map(pairs, part), num_perm=PERMUTATIONS):
            parent.append(place)
            for met in index.query(sketch):
                one, other = root(met), root(place)
                parent[max(one, other)] = min(one, other)
            index.insert(place, sketch)
            place += 1
    seconds = time.perf_counter() - began
    precision, recall = scored(labels(path)[:count], [root(place) for place in range(count)])
    print(
        json.dumps(
            {"seconds": seconds, "megabytes": peak_megabytes(), "precision": precision, "recall": recall}
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
