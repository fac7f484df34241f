"""datasketch's MinHashLSH used directly on the same texts; run with the environment of the peers; prints one line of JSON."""

import json
import re
import sys
import time
from itertools import pairwise

from benchmarks.docket.made import comments
from benchmarks.docket.scored import scored
from benchmarks.memory import peak_megabytes

PERMUTATIONS = 128
THRESHOLD = 0.5
_WORD = re.compile(r"\w+")


def main(count: int) -> None:
    from datasketch import MinHash, MinHashLSH

    made = list(comments(count))
    began = time.perf_counter()
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, weights=(0.1, 0.9))
    parent = list(range(len(made)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for place, (text, _) in enumerate(made):
        words = _WORD.findall(text.lower())
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([f"{one} {other}".encode() for one, other in pairwise(words)])
        for met in index.query(sketch):
            one, other = root(met), root(place)
            parent[max(one, other)] = min(one, other)
        index.insert(place, sketch)
    seconds = time.perf_counter() - began
    precision, recall = scored([label for _, label in made], [root(place) for place in range(len(made))])
    print(
        json.dumps(
            {"seconds": seconds, "megabytes": peak_megabytes(), "precision": precision, "recall": recall}
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
