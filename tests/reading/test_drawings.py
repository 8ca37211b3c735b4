"""What a drawing may hold; each refusal in a whole site is in `tests/sites/invalid`."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from site_builder.reading.drawings import examine_drawing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def codes(folder: Path, data: bytes) -> list[str]:
    (folder / "a.svg").write_bytes(data)
    return [problem.code for problem in examine_drawing(folder, "a.svg")]


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<script/>", "drawing-acts"),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg">x</x:script>', "drawing-acts"),
        ("<g ONCLICK='x'/>", "drawing-acts"),
        ("<foreignObject/>", "drawing-acts"),
        ("<a href='java&#x0A;script:alert(1)'/>", "drawing-loads"),
        ("<a xlink:href=' JavaScript:alert(1)'/>", "drawing-acts"),
        ("<a href='data:text/html,x'/>", "drawing-acts"),
        ("<set attributeName='onload' to='x'/>", "drawing-acts"),
        ("<animate attributeName='xlink:href' values='a'/>", "drawing-acts"),
        ("<image href='//jinde.example/a.png'/>", "drawing-loads"),
        ("<image href='a.png'/>", "drawing-loads"),
        ("<image href='data:image/svg+xml,x'/>", "drawing-loads"),
        ("<use href='a.svg#b'/>", "drawing-loads"),
        ("<video src='a.mp4'/>", "drawing-loads"),
        ("<g style='background: URL( \"//a.example/b\" )'/>", "drawing-loads"),
        ("<style>a{}</style><style><![CDATA[@import '//a.example/b';]]></style>", "drawing-loads"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_acts_or_loads_is_found(tmp_path: Path, inside: str, code: str, encoding: str) -> None:
    assert codes(tmp_path, SVG.format(inside).encode(encoding)) == [code]


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<!-- <script> onload=x -->",
        "<text>&lt;script&gt; javascript: url(x) @import</text>",
        "<a href='https://www.mpsv.cz/'/><a href='#b'/>",
        "<use xlink:href='#b'/><g fill='url(#b)' style='mask: url(\"#c\")' transform='rotate(1)'/>",
        "<image href='data:image/png;base64,x'/>",
        "<style>g { fill: url('#a'); src: url(data:font/woff2;base64,x) }</style>",
        "<animate attributeName='opacity' values='0;1'/>",
    ],
)
def test_shapes_and_what_belongs_to_them_are_fine(tmp_path: Path, inside: str) -> None:
    assert codes(tmp_path, SVG.format(inside).encode()) == []


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n", b"<svg>", b"<svg></svg><svg/>", b'<?xml version="1.0" encoding="x"?><svg/>']
)
def test_what_is_no_drawing_is_told(tmp_path: Path, data: bytes) -> None:
    assert codes(tmp_path, data) == ["drawing-broken"]


@pytest.mark.parametrize(
    "data",
    [
        b"<g>" * 300_000,
        b"<svg " + b"a='x' " * 100_000,
        b"<svg a='" + b"url( " * 300_000 + b"'/>",
        b"<svg><style>" + b"url('" * 300_000 + b"</style></svg>",
        b"<!DOCTYPE svg [" + b"<!ENTITY a 'b'>" * 100_000 + b"]><svg/>",
    ],
    ids=["nested", "attributes", "addresses", "style", "entities"],
)
def test_a_hostile_drawing_takes_no_time(tmp_path: Path, data: bytes) -> None:
    start = process_time()
    codes(tmp_path, data)
    assert process_time() - start < 2
