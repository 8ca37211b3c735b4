"""The same content as a Hugo site: Hugo's own front matter and folders, the layouts of `hugo/`.

The texts stay byte for byte; what Hugo has no word for (everybody who takes part in a page) or can't read
(sizes and durations of audio) is added to the front matter.
Run it as `python -m tests.benchmarks.rival SITE FOLDER`.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

import yaml

from .media import MP3_FRAMES, SECONDS_PER_FRAME
from .vocabulary import TOPICS

LAYOUTS = Path(__file__).parent / "hugo"
SECTIONS = {
    "articles": ("Články", "Articles"),
    "interviews": ("Rozhovory", "Interviews"),
    "examples": ("Příklady", "Examples"),
    "events": ("Akce", "Events"),
    "presentations": ("Prezentace", "Presentations"),
    "people": ("Lidé", "People"),
    "topics": ("Témata", "Topics"),
    "podcast": ("Podcast", "Podcast"),
}
ROLES = ("authors", "hosts", "guests", "speakers")
LANGUAGES = ("cs", "en")
SECONDS = MP3_FRAMES * SECONDS_PER_FRAME


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _lines(fields: dict[str, object]) -> str:
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())


def _page(fields: dict[str, object]) -> str:
    return f"---\n{_lines(fields)}---\n"


def _converted(text: str, more: dict[str, object] | None = None) -> str:
    """A file for Hugo: times get seconds, `people` are all who take part."""
    _, front, body = text.split("---\n", 2)
    fields = yaml.load(front, Loader=yaml.CSafeLoader)
    added: dict[str, object] = dict(more or {})
    people = [name for role in ROLES for name in fields.get(role, ())]
    if people:
        added["people"] = list(dict.fromkeys(people))
    if "menu" in fields:
        added["menu_place"] = fields["menu"]
        front = re.sub(r"^menu: .*\n", "", front, flags=re.MULTILINE)
    front = re.sub(r'(?<=\d\d\d\d-\d\d-\d\d )(\d\d:\d\d)(?="$)', r"\1:00", front, flags=re.MULTILINE)
    return f"---\n{front}{_lines(added)}---\n{body}"


def _convert_content(content: Path, target: Path) -> None:
    for file in sorted(content.rglob("*.*")):
        path = file.relative_to(content)
        if file.suffix == ".svg":
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / path)
        elif file.suffix == ".md":
            name, language, _ = path.name.rsplit(".", 2)
            if path.parts[0] == "people":
                path = Path(f"people/{name}/_index.{language}.md")
            elif path.parts == (f"index.{language}.md",):
                path = Path(f"_index.{language}.md")
            _write(target / path, _converted(file.read_text(encoding="utf-8")))


def _convert_podcast(podcast: Path, site: Path) -> None:
    """Episodes become a section; audio is published as it is, transcripts are read by the layouts."""
    for folder in ("static/podcast/audio", "assets/podcast/transcripts"):
        (site / folder).mkdir(parents=True)
    shutil.copyfile(podcast / "cover.jpg", site / "static/podcast/cover.jpg")
    for audio in podcast.glob("*.mp3"):
        shutil.copyfile(audio, site / "static/podcast/audio" / audio.name)
    for transcript in podcast.glob("*.vtt"):
        shutil.copyfile(transcript, site / "assets/podcast/transcripts" / transcript.name)
    for file in podcast.glob("*.md"):
        name, language, _ = file.name.rsplit(".", 2)
        audio = next(
            path for path in (podcast / f"{name}.{language}.mp3", podcast / f"{name}.cs.mp3") if path.exists()
        )
        more: dict[str, object] = {
            "enclosure": {
                "url": f"/podcast/audio/{audio.name}",
                "length": audio.stat().st_size,
                "seconds": round(SECONDS),
            },
            "duration": f"{SECONDS:.0f} s",
            "vtt": audio.with_suffix(".vtt").name,
            "outputs": ["html", "player", "chapters"],
        }
        _write(site / "content/podcast" / file.name, _converted(file.read_text(encoding="utf-8"), more))


def convert(source: Path, site: Path) -> None:
    """Write the Hugo site of the generated site `source` into the new folder `site`."""
    shutil.copytree(LAYOUTS, site)
    _convert_content(source / "content", site / "content")
    _convert_podcast(source / "podcast", site)
    show = yaml.load((source / "podcast/show.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for place, language in enumerate(LANGUAGES):
        for section, titles in SECTIONS.items():
            fields: dict[str, object] = {"title": titles[place]}
            if section == "podcast":
                fields["outputs"] = ["html", "podcast"]
                texts = {name: show[name][language] for name in ("guid", "title", "description")}
                fields["show"] = {**show, **texts}
            _write(site / f"content/{section}/_index.{language}.md", _page(fields))
        for topic, labels in TOPICS.items():
            _write(site / f"content/topics/{topic}/_index.{language}.md", _page({"title": labels[place]}))


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
