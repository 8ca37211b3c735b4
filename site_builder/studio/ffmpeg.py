"""ffmpeg: where it is, and one run of it that reads nothing but the files that it is given."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

Tell = Callable[[float], None]
"""Hears now and then how many seconds of sound are done."""

Step = Callable[[str, float], AbstractContextManager[Tell]]
"""Begins a long step: its name (an English message id) and the seconds of sound that it has to do."""

_CONTAINERS = (
    "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,eac3,flac,flv,matroska,"
    "mov,mp3,mpeg,mpegts,mxf,ogg,tta,w64,wav,wv"
)
"""Formats of recordings. Those that name further files (playlists, HLS, DASH, lists to join) are not among them."""

_GUARDED = ("-hide_banner", "-nostdin", "-nostats", "-loglevel", "info")
_LOCAL = ("-protocol_whitelist", "file,pipe")

_PREFIX = re.compile(r"^(?:\[[^\]]*\] )?(?:Error opening input(?: files?)?: |file:.*?: )?")
_DONE = re.compile(rb"out_time_us=(\d+)")


class FfmpegError(Exception):
    """ffmpeg gave up; the text is the last line that it wrote."""


def find_ffmpeg() -> str:
    """The machine's ffmpeg, else that of the package imageio-ffmpeg; empty where there is none."""
    if program := shutil.which("ffmpeg"):
        return program
    try:
        from imageio_ffmpeg import get_ffmpeg_exe  # noqa: PLC0415 - only who prepares audio has it
    except ImportError:
        return ""
    try:
        return str(get_ffmpeg_exe())
    except RuntimeError:
        return ""


def sound_of(file: Path) -> tuple[str, ...]:
    """The arguments that make ffmpeg read recording `file`, whatever its name looks like."""
    return (*_LOCAL, "-format_whitelist", _CONTAINERS, "-i", f"file:{file.absolute()}")


def describe(program: str, file: Path) -> str:
    """What ffmpeg says of recording `file` without decoding it. Raises `FfmpegError` where it can't read it."""
    log = _run((program, *_GUARDED, *sound_of(file))).stderr.decode("utf-8", "replace")
    if "\nInput #0, " not in f"\n{log}":
        raise FfmpegError(_reason(log))
    return log


def picture(program: str, data: bytes, widest: int) -> bytes:
    """The picture in `data` as a JPEG of at most `widest` pixels each way; empty where it can't be read."""
    scale = f"scale='min({widest},iw)':'min({widest},ih)':force_original_aspect_ratio=decrease"
    formats = "image2pipe,jpeg_pipe,png_pipe,webp_pipe,gif"
    reading = (*_LOCAL, "-format_whitelist", formats, "-i", "pipe:0")
    writing = ("-frames:v", "1", "-vf", scale, "-pix_fmt", "yuvj420p", "-c:v", "mjpeg", "-q:v", "3")
    return _run((program, "-hide_banner", *reading, *writing, "-f", "image2pipe", "pipe:1"), data).stdout


def convert(program: str, arguments: Iterable[str], tell: Tell) -> str:
    """Run ffmpeg to the end and give what it wrote; `tell` hears how far it is. Raises `FfmpegError`.

    However this function is left, ffmpeg runs no longer.
    """
    command = (program, *_GUARDED, "-progress", "pipe:1", "-y", *arguments)
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log
        )
        try:
            assert process.stdout is not None
            for line in process.stdout:
                if done := _DONE.match(line):
                    tell(int(done[1]) / 1_000_000)
            failed = process.wait() != 0
        finally:
            process.kill()
            process.communicate()
        log.seek(0)
        written = log.read().decode("utf-8", "replace")
    if failed:
        raise FfmpegError(_reason(written))
    return written


def _run(command: tuple[str, ...], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """One short run with `data` to read, if any."""
    return subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603 - no shell


def _reason(log: str) -> str:
    """The last line of `log` that says something."""
    lines = [line.strip() for line in log.splitlines() if line.strip(" !") not in {"", "Conversion failed"}]
    return _PREFIX.sub("", lines[-1]) if lines else ""
