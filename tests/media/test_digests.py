"""The hashes of a file are those of its bytes."""

from __future__ import annotations

from pathlib import Path

from site_builder.media.digests import Digests, read_digests, sha256_of

SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
MD5 = "900150983cd24fb0d6963f7d28e17f72"


def test_the_hashes_of_abc(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert sha256_of(tmp_path / "a") == SHA256
    assert read_digests(tmp_path / "a") == Digests(SHA256, MD5)
