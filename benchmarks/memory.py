"""Peak memory of this process alone; standard library only, so that peers can measure themselves too."""

import resource
from pathlib import Path


def peak_megabytes() -> float:
    """
    Largest resident size since this program began.

    Linux counts into ``ru_maxrss`` what the parent held when it started the process, so its own page is read where there is one.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
