"""Prints how long the facts about 1,000 episodes of 30 to 60 MB take.

Run it as `python -m tests.benchmarks.audio [--files 1000]`. One minute is encoded in each format and repeated
without encoding it again until the file has its size; the 1,000 are hard links to a dozen such files. Each is opened
and read anew, and before each the system is told to forget its bytes, so that they come from the disk.
"""

# ruff: noqa: T201 - what it prints is what it is for

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder.audio.facts import AudioFacts, read_facts
from site_builder.problems import Position

from ..audio.ffmpeg import ffmpeg

MEGABYTES = (30, 45, 60)
SPEECH = "aevalsrc=exprs='(random(0)-0.5)*between(mod(t\\,3)\\,0\\,2)':d=60:s=44100"
KINDS = {
    "MP3, 96 kb/s": ("mp3", 0.25, ("-c:a", "libmp3lame", "-b:a", "96k"), ()),
    "MP3, VBR": ("mp3", 0.25, ("-c:a", "libmp3lame", "-q:a", "4"), ()),
    "M4A": ("m4a", 0.25, ("-c:a", "aac", "-b:a", "96k"), ("-movflags", "+faststart")),
    "Opus": ("opus", 0.125, ("-c:a", "libopus", "-b:a", "64k"), ()),
    "MP3, no header": ("mp3", 0.125, ("-c:a", "libmp3lame", "-q:a", "4"), ("-write_xing", "0")),
}
"""Ending, share of the files, options of the encoder and of the container."""


def encodings(folder: Path, kind: str) -> list[Path]:
    """A file of each size."""
    ending, _, codec, container = KINDS[kind]
    minute = folder / f"minute.{ending}"
    ffmpeg("-f", "lavfi", "-i", SPEECH, "-ac", "1", *codec, str(minute))
    found = []
    for megabytes in MEGABYTES:
        times = megabytes * 1_000_000 // minute.stat().st_size
        found.append(folder / f"{len(list(folder.iterdir()))}.{ending}")
        ffmpeg("-stream_loop", str(times), "-i", str(minute), "-c", "copy", *container, str(found[-1]))
    return found


def episodes(root: Path, files: int) -> dict[str, list[str]]:
    """The names of the episodes in `root` by their kind."""
    (root / "encodings").mkdir()
    (root / "podcast").mkdir()
    found: dict[str, list[str]] = {}
    for number, (kind, (ending, share, *_)) in enumerate(KINDS.items()):
        sources = cycle(encodings(root / "encodings", kind))
        for index, source in enumerate(islice(sources, round(files * share))):
            name = f"podcast/{number}-{index}.{ending}"
            (root / name).hardlink_to(source)
            found.setdefault(kind, []).append(name)
    return found


def forget(file: Path) -> None:
    """Have the system drop what it holds of a file."""
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def cost(root: Path, names: Sequence[str], *, is_cold: bool) -> tuple[float, float]:
    """Seconds of the clock and of CPU that reading the facts took."""
    clock = cpu = 0.0
    for name in names:
        if is_cold:
            forget(root / name)
        started = time.perf_counter(), time.process_time()
        facts = read_facts(root, name, Position(name))
        clock += time.perf_counter() - started[0]
        cpu += time.process_time() - started[1]
        if not isinstance(facts, AudioFacts):
            raise SystemExit(f"{name}: {facts.message}")
    return clock, cpu


def main() -> None:
    """Make the episodes and measure each kind, from the disk and from memory."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.audio", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--files", type=int, default=1000)
    count = parser.parse_args().files
    with TemporaryDirectory() as folder:
        root = Path(folder)
        found = episodes(root, count)
        size = sum((root / name).stat().st_size for names in found.values() for name in names)
        total = sum(map(len, found.values()))
        print(f"{total} files, {size / total / 1e6:.0f} MB on average; seconds per 1,000")
        print(f"{'':16} {'files':>6} {'disk s':>8} {'memory s':>9} {'CPU s':>8}")
        sums = [0.0, 0.0, 0.0]
        for kind, names in found.items():
            from_disk, _ = cost(root, names, is_cold=True)
            from_memory, cpu = cost(root, names, is_cold=False)
            row = [1000 * value / len(names) for value in (from_disk, from_memory, cpu)]
            sums = [before + value * len(names) / total for before, value in zip(sums, row, strict=True)]
            print(f"{kind:16} {len(names):6} {row[0]:8.2f} {row[1]:9.2f} {row[2]:8.2f}")
        print(f"{'all':16} {total:6} {sums[0]:8.2f} {sums[1]:9.2f} {sums[2]:8.2f}")


if __name__ == "__main__":
    main()
