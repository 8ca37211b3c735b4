"""What a command costs: seconds of CPU and megabytes of memory, of itself and all its children."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

_STAGE = re.compile(r"^stage (\S+) ([\d.]+) ([\d.]+)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cost:
    """`cpu` in seconds (user and system), `memory` in MB (the largest process at its peak)."""

    cpu: float
    memory: float

    def __truediv__(self, other: Cost) -> Cost:
        return Cost(self.cpu / other.cpu, self.memory / other.memory)


@dataclass(frozen=True, slots=True)
class Run:
    """A command's cost, and that of the stages it told of."""

    cost: Cost
    stages: Mapping[str, Cost]


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run `command` in `folder` to its end and measure it; where it fails, end with its messages.

    Stages are its lines `stage NAME SECONDS MB`, those of one name added up. Linux counts what this process holds
    into the peak of a child at birth, so the caller has to stay small: content is generated in a process of its own.
    """
    with TemporaryFile() as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{text[-4000:]}")
    stages: dict[str, Cost] = {}
    for name, cpu, memory in _STAGE.findall(text):
        before = stages.get(name, Cost(0, 0))
        stages[name] = Cost(before.cpu + float(cpu), max(before.memory, float(memory)))
    return Run(Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), stages)


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each number."""
    return Cost(median(cost.cpu for cost in costs), median(cost.memory for cost in costs))
