"""Check that Spark would find a Java it can use; else say which package to install, in both languages."""

import sys

from hled.kernel.rule import WorldError
from hled.sources.trade.backend import require_java


def main() -> int:
    try:
        require_java()
    except WorldError as error:
        print(f"{error.says.en}\n{error.says.es}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
