"""
Groups of near-copies: ours on two processes, and datasketch on the same texts.

``python -m benchmarks.docket.run [--count 1000000] [--peer-count 20000]`` prints one line of JSON for each.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

PEERS = Path(".venv-peers/bin/python")


def told(python: str | Path, module: str, *arguments: object) -> dict[str, float]:
    done = subprocess.run(
        [python, "-m", module, *map(str, arguments)], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=1_000_000)
    asked.add_argument("--peer-count", type=int, default=20_000)
    asked.add_argument("--processes", type=int, default=2)
    said = asked.parse_args()
    print(
        json.dumps(
            {
                "ours": told(sys.executable, "benchmarks.docket.ours", said.count, said.processes),
                "texts": said.count,
            }
        )
    )
    ours = told(sys.executable, "benchmarks.docket.ours", said.peer_count, 1)
    peer = told(PEERS, "benchmarks.docket.peer", said.peer_count)
    ratio = peer["seconds"] / ours["seconds"]
    print(json.dumps({"ours": ours, "datasketch": peer, "ratio": ratio, "texts": said.peer_count}))


if __name__ == "__main__":
    main()
