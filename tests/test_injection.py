"""No text of an editor becomes markup, a script or a command: not in pages, not in feeds, not in annotations."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib  # type: ignore[import-untyped]
import pytest
from sites import SITES, copy_site

from site_builder.plugin import build_site
from site_builder.project import prepare
from site_builder.report import as_github, as_text, editor_language

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
SHORT = 32
"""Characters that the name of another form of the audio may have."""
HARMLESS = "Obyčejný text o ničem"
HOSTILE = [
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "]]></title><script>alert(1)</script>",
    "</script></style></textarea><script>alert(1)</script>",
    "<!-- <svg onload=alert(1)> --!>",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;amp; &",
    "{{ 7 * 7 }} {% include 'x' %} {0} {title} %s ${7} \\u003cscript\\u003e",
    "%0A::error file=a,line=1::b \\n::error::c --> 00:00.000 --> 00:01.000",
]

FILES = {
    "content/articles/a.cs.md": """---
title: TEXT
description: TEXT
date: 2026-03-01
topics: [housing]
authors: [jana]
image: a.svg
image_alt: TEXT
image_credit: TEXT
---
Text.
""",
    "content/articles/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 4h8"/></svg>',
    "content/events/e.cs.md": """---
title: TEXT
description: TEXT
date: 2026-03-01
starts: 2026-07-01 10:00
place: TEXT
---
Text.
""",
    "content/presentations/p.cs.md": """---
title: TEXT
description: TEXT
date: 2026-03-01
speakers: [jana]
event: TEXT
---
Text.
""",
    "content/people/jana.cs.md": "---\ntitle: TEXT\ndescription: TEXT\nrole: TEXT\n---\nText.\n",
    "content/o-nas.cs.md": "---\ntitle: TEXT\ndescription: TEXT\nmenu: header\n---\nText.\n",
    "content/topics.yml": "housing: {cs: TEXT, en: TEXT}\ndebt: {cs: Dluhy, en: Debt}\n",
    "content/site.yml": """languages:
  cs: {name: Čeština, title: TEXT, tagline: TEXT, description: TEXT, publicity: Spolufinancováno Evropskou unií}
  en: {name: English, title: TEXT, tagline: TEXT, description: TEXT, publicity: Co-funded by the European Union}
timezone: Europe/Prague
operator: {cs: TEXT, en: TEXT}
contact: redakce@web.example
projects: {p: {name: {cs: TEXT, en: TEXT}, number: TEXT}}
""",
    "podcast/upoutavka.cs.md": """---
title: TEXT
description: TEXT
date: 2026-02-20
guid: urn:uuid:00000000-0000-4000-8000-000000000003
season: 1
episode_type: trailer
audio: upoutavka.cs.mp3
alternate_audio: [{path: upoutavka-jinak.cs.mp3, title: SHORT}]
transcript: upoutavka.cs.vtt
cover: cover.jpg
guests: [petr]
credits: [{person: petr, role: audio editor}]
chapters: [{start: "0:00", title: TEXT}, {start: "0:01", title: TEXT}]
location: {name: TEXT}
license: {name: TEXT, url: "https://www.example.org/licence"}
funding: [{url: "https://www.example.org/podpora", title: TEXT}]
social: [{protocol: activitypub, url: "https://social.example.org/@urad/1", account: TEXT}]
content_links: [{url: "https://video.example.org/1", title: TEXT}]
---
Co se chystá.
""",
    "podcast/upoutavka.cs.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Jana>CUE\n\n00:01.000 --> 00:02.500\nCUE\n",
    "podcast/show.yml": """guid: {cs: 9d1ffe6c-490a-5198-a3b1-053361ecfd0f, en: 7ebd852d-6276-5d13-8f67-c2125691f9d6}
title: {cs: TEXT, en: TEXT}
description: {cs: TEXT, en: TEXT}
author: TEXT
owner: {name: TEXT, email: podcast@web.example}
categories: [Government]
image: cover.jpg
hosts: [jana]
copyright: TEXT
location: {name: TEXT}
funding: [{url: "https://www.example.org/podpora", titles: {cs: TEXT, en: TEXT}}]
update_frequency: {titles: {cs: TEXT, en: TEXT}, rrule: FREQ=MONTHLY, starts: 2026-03-01}
podroll: [{guid: 9b024349-ccf0-5f69-a609-6b82873eab3c, url: "https://podnews.net/rss", title: TEXT}]
images: [{path: cover.jpg, alt: TEXT, purposes: [social]}]
seasons: {1: {cs: TEXT, en: TEXT}}
apps: {cs: {TEXT: "https://podcasts.apple.com/cz/podcast/id1"}}
""",
}


def site_of(text: str, folder: Path) -> Path:
    """A site all of whose texts are `text`."""
    root = copy_site(SITES / "valid" / "every-tag", folder)
    quoted, short = (json.dumps(words, ensure_ascii=False) for words in (text, text[:SHORT]))
    for path, written in FILES.items():
        filled = written.replace("TEXT", quoted).replace("SHORT", short).replace("CUE", text)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(filled, encoding="utf-8")
    return root


def skeletons(folder: Path) -> tuple[Counter[object], Counter[object]]:
    """Which tags with which attributes the built pages and the XML files have, each file's in their order."""
    pages: Counter[object] = Counter()
    for path in folder.rglob("*.html"):
        tree = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
        pages[tuple((str(e.tag), *sorted(e.attrib)) for e in tree.iter())] += 1
        for script in tree.iter("script"):
            if script.get("type") == "application/ld+json":
                json.loads(script.text)
    trees = [ET.fromstring(path.read_bytes()) for path in folder.rglob("*.xml")]
    return pages, Counter(tuple((str(e.tag), *sorted(e.attrib)) for e in tree.iter()) for tree in trees)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> tuple[Counter[object], Counter[object]]:
    folder = tmp_path_factory.mktemp("harmless")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        built = build_site(site_of(HARMLESS, folder / "site"))
    assert built.project.is_publishable, as_text(built.project.problems, editor_language("en"))
    return skeletons(built.folder)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_stays_a_text(
    text: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    harmless: tuple[Counter[object], Counter[object]],
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    built = build_site(site_of(text, tmp_path / "site"))
    assert built.project.is_publishable, as_text(built.project.problems, editor_language("en"))
    pages, feeds = skeletons(built.folder)
    assert feeds == harmless[1]
    assert pages == harmless[0]
    for path in built.folder.rglob("*.json"):
        json.loads(path.read_bytes())


@pytest.mark.parametrize("text", [*HOSTILE, "a\n::error::b", "a\r\n::error::b"])
def test_an_annotation_stays_one_line(text: str, tmp_path: Path) -> None:
    """Each field is wrong here, so that its text stands in a message."""
    root = copy_site(None, tmp_path / "site")
    quoted = json.dumps(text, ensure_ascii=False)
    fields = ("title", "date", "authors", "topics", "series", "slug", "image", "expires", "draft", text)
    lines = "\n".join(f"{json.dumps(field, ensure_ascii=False)}: {quoted}" for field in fields)
    link = text.replace("\r", "").replace("\n", "%0A")
    article = f"---\n{lines}\n---\n[odtud]({link}) ![Cesta](<{link}>) [a] ({link}.md) [^{link}]\n"
    (root / "content" / "articles").mkdir()
    (root / "content" / "articles" / "a.cs.md").write_text(article, encoding="utf-8", newline="")
    problems = prepare(root, "https://web.example/", NOW).problems
    assert problems
    for code in ("cs", "en"):
        annotations = as_github(problems, editor_language(code)).split("\n")
        assert len(annotations) == len(problems)
        assert all(line.startswith(("::error file=", "::warning file=")) for line in annotations)
