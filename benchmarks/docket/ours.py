"""Our groups of made comments, in a process of its own; prints one line of JSON."""

import json
import sys
import time

from benchmarks.docket.made import comments
from benchmarks.docket.scored import scored
from benchmarks.memory import peak_megabytes


def main(count: int, processes: int) -> None:
    from hled.dialogue.docket.domain.copies import grouped

    made = list(comments(count))
    held = peak_megabytes()
    began = time.perf_counter()
    groups = grouped((text for text, _ in made), processes=processes)
    seconds = time.perf_counter() - began
    precision, recall = scored([label for _, label in made], groups.tolist())
    told = {
        "seconds": seconds,
        "megabytes": peak_megabytes(),
        "texts_megabytes": held,
        "precision": precision,
        "recall": recall,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
