"""How much CPU time and memory each stage of a build takes, for the benchmark.

With `SITE_BUILDER_STAGES=1` each stage prints `stage <name> <CPU seconds> <peak MB>` on standard error.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Measure what runs inside as stage `name`."""
    if os.environ.get("SITE_BUILDER_STAGES") != "1":
        yield
        return
    start = time.process_time()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stderr.write(f"stage {name} {time.process_time() - start:.3f} {peak:.0f}\n")
