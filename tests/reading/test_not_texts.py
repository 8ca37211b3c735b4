"""What is no text is told once and stays as it is; what is only damaged is read."""

from __future__ import annotations

import random

import pytest

from site_builder.problems import Position
from site_builder.reading.not_texts import not_a_text
from site_builder.reading.source import LARGEST, source_of

NOISE = random.Random(1).randbytes(400)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "Word"),
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "Excel"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"PK\x03\x04" + bytes(26) + b"a.txt", "ZIP"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(100), "Word, Excel, PowerPoint"),
        (rb"{\rtf1\ansi Text.}", "RTF"),
        (b"\xff\xd8\xff\xe0" + NOISE, "JPEG"),
        (b"\x89PNG\r\n\x1a\n" + NOISE, "PNG"),
        (b"ID3\x04" + bytes(300), "MP3"),
        (b"PK\x03\x04" + bytes(LARGEST), "ZIP"),
        (NOISE, ""),
        (bytes(200), ""),
        (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0\xb8" + bytes(100), ""),
    ],
)
def test_what_is_no_text_has_one_problem_and_no_repair(data: bytes, kind: str) -> None:
    source, (problem,) = source_of("a.md", data)
    assert source.text == ""
    assert (problem.code, problem.at, problem.repair) == ("not-a-text-file", Position("a.md"), None)
    assert problem.values["kind"] == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "Příliš žluťoučký kůň.".encode("utf-16-le"),
        "Příliš žluťoučký kůň.".encode("utf-32"),
        "Příliš žluťoučký kůň.".encode("cp1250"),
        b"One\0 letter\0 here\0 is\0 damaged.",
        b"Lines of\x0bWord\x0band\x0bpages\x0cof\x0cprinters.",
        b"PK is a hospital, GIF8 no picture, %PDF- the start of another file.",
    ],
)
def test_a_text_is_one_in_any_encoding_and_with_damaged_letters(data: bytes) -> None:
    assert not_a_text("a.md", data) is None
