"""Real encodings, and what ffmpeg itself says of them."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from imageio_ffmpeg import get_ffmpeg_exe

FFMPEG = get_ffmpeg_exe()

SPEECH = "aevalsrc=exprs='(random(0)-0.5)*between(mod(t\\,2)\\,0\\,1)+0.1*sin(440*t)':s=48000"
"""Noise that comes and goes every second, so that a variable bitrate varies."""


def ffmpeg(*options: str) -> bytes:
    """What ffmpeg writes to its output."""
    command = [FFMPEG, "-v", "error", "-y", *options]
    return subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout


def told(*options: str) -> str:
    """What ffmpeg tells while it works."""
    command = [FFMPEG, "-hide_banner", "-nostdin", "-y", *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stderr


def packets(files: Sequence[Path], folder: Path) -> list[int]:
    """How many frames ffmpeg finds in each of some audio files; it lists them in the empty `folder`."""
    inputs = [part for file in files for part in ("-i", str(file))]
    lists = [folder / f"{number}.txt" for number in range(len(files))]
    outputs = [
        part
        for number, listed in enumerate(lists)
        for part in ("-map", f"{number}:a", "-c", "copy", "-f", "framecrc", str(listed))
    ]
    ffmpeg(*inputs, *outputs)
    return [sum(not line.startswith("#") for line in listed.read_text().splitlines()) for listed in lists]


def decoded_seconds(file: Path) -> float:
    """How long the sound is that ffmpeg decodes from a file."""
    sound = ffmpeg("-i", str(file), "-map", "0:a", "-ac", "1", "-ar", "48000", "-f", "s16le", "-")
    return len(sound) / 2 / 48_000
