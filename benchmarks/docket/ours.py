"""Our groups of made comments, in a process of its own; prints one line of JSON."""

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.docket.made import labels, texts
from benchmarks.docket.scored import scored
from benchmarks.memory import peak_megabytes


def main(path: Path, processes: int) -> None:
    """Texts are read from their file while they are grouped, as they are read from the store."""
    from hled.dialogue.docket.domain.copies import grouped

    began = time.perf_counter()
    groups = grouped(texts(path), processes=processes)
    seconds = time.perf_counter() - began
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 if processes > 1 else 0
    megabytes = peak_megabytes() + processes * child
    precision, recall = scored(labels(path), groups.tolist())
    print(
        json.dumps(
            {"seconds": seconds, "megabytes": megabytes, "precision": precision, "recall": recall},
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
