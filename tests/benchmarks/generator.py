"""Writes a bilingual site of any size for the benchmarks: the same seed writes the same bytes.

Run it as `python -m tests.benchmarks.generator FOLDER PAGES EPISODES`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import islice
from pathlib import Path
from posixpath import relpath
from random import Random
from uuid import NAMESPACE_URL, uuid5

from site_builder.audio.facts import AudioFacts
from site_builder.media.lock import write_lock

from . import media
from .prose import Writer, slug
from .vocabulary import COUNTRIES, MEN, SURNAMES, TOPICS, TOWNS, VOCABULARIES, WOMEN

PROJECT = Path(__file__).parents[2]
LANGUAGES = ("cs", "en")
KINDS = {"articles": 12, "interviews": 2, "examples": 2, "events": 2, "presentations": 2}
BILINGUAL, ILLUSTRATED, UPDATED = 0.85, 0.12, 0.1
FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
SEASON = 25
CUES = 40

SITE = """\
languages:
  cs:
    name: Čeština
    title: Centrum pro měření
    tagline: Vymyšlený obsah, na kterém se měří rychlost
    description: Web, který vznikl jen pro měření rychlosti.
    publicity: Spolufinancováno Evropskou unií
  en:
    name: English
    title: Centre for Measurement
    tagline: Invented content that speed is measured on
    description: A website made only to measure speed.
    publicity: Co-funded by the European Union
timezone: Europe/Prague
operator:
  cs: Ministerstvo měření
  en: Ministry of Measurement
contact: info@benchmark.example
projects:
  mereni:
    name: {cs: Měření rychlosti, en: Measurement of Speed}
    number: CZ.00.00.00/00/00_000/0000000
"""

SHOW = """\
guid:
  cs: 5f0e1c1e-7f5e-5b52-9d3c-0d3a51a5e0a1
  en: 8d6e5c0b-4f4c-5d0e-8a53-1f0a7d0c6b52
title:
  cs: Měřený podcast
  en: Measured Podcast
description:
  cs: Rozhovory, které nikdo nevedl.
  en: Conversations that nobody had.
author: Ministerstvo měření
owner:
  name: Ministerstvo měření
  email: podcast@benchmark.example
categories:
  - Government
  - Society & Culture
image: cover.jpg
license: arr
explicit: false
hosts:
  - {host}
copyright: Ministerstvo měření
"""

MKDOCS = """\
site_name: Centrum pro měření
site_url: https://benchmark.example/
docs_dir: content
theme:
  name: material
  custom_dir: {overrides}
  font: false
  language: cs
plugins:
  - site-builder
"""

PAGES: dict[str, tuple[str, str, dict[str, object]]] = {
    "index": ("Centrum pro měření", "Centre for Measurement", {}),
    "about": ("O centru", "About the Centre", {"menu": "header", "order": 1}),
    "accessibility": ("Přístupnost", "Accessibility", {"menu": "footer", "order": 1}),
    "privacy": ("Soukromí", "Privacy", {"menu": "footer", "order": 2}),
}


@dataclass(frozen=True)
class Item:
    """A dated page in one or two languages. A page with pictures has a folder of its own."""

    kind: str
    name: str
    titles: Mapping[str, str]
    illustrated: bool

    def path(self, language: str) -> str:
        """The file of this language, below `content/`."""
        inner = "/index" if self.illustrated else ""
        return f"{self.kind}/{self.name}{inner}.{language}.md"


@dataclass(frozen=True)
class Person:
    """Somebody by the name of their file and by the name they are called."""

    name: str
    title: str


@dataclass(frozen=True)
class Site:
    """What all files of one generated site have in common; `words` are those of a page, on average.

    `stored` where its audio is known to the lock alone.
    """

    content: Path
    podcast: Path
    everybody: tuple[Person, ...]
    dated: tuple[Item, ...]
    words: int
    seed: int
    stored: bool

    def writer(self, language: str, path: str) -> Writer:
        """Each file has random numbers of its own, so a larger site changes no text of a smaller one."""
        return Writer(VOCABULARIES[language], Random(f"{self.seed}/{path}"))


def people(count: int = 60) -> tuple[Person, ...]:
    """Women and men in turns, no two of one name."""
    names = (
        name
        for hers, his in SURNAMES
        for she, he in zip(WOMEN, MEN, strict=True)
        for name in (f"{she} {hers}", f"{he} {his}")
    )
    return tuple(Person(slug(name), name) for name in islice(names, count))


def items(pages: int, random: Random) -> Iterator[Item]:
    """Items until their files, of all languages together, are `pages`; 85 % of them are in both languages."""
    writers = {language: Writer(VOCABULARIES[language], random) for language in LANGUAGES}
    number = 0
    while pages:
        number += 1
        bilingual = pages > 1 and random.random() < BILINGUAL
        languages = LANGUAGES if bilingual else (random.choice(("cs", "cs", "en")),)
        pages -= len(languages)
        titles = {language: writers[language].phrase(3, 8) for language in languages}
        kind = random.choices(list(KINDS), tuple(KINDS.values()))[0]
        name = f"{slug(titles[languages[0]])[:60].strip('-')}-{number}"
        yield Item(kind, name, titles, random.random() < ILLUSTRATED)


def _yaml(fields: Mapping[str, object]) -> str:
    """Strings quoted as in JSON, dates (given as `date`) bare."""
    return "".join(
        f"{key}: {value if isinstance(value, date) else json.dumps(value, ensure_ascii=False)}\n"
        for key, value in fields.items()
    )


def front_matter(fields: Mapping[str, object]) -> str:
    """The head of a file, up to where the text begins."""
    return f"---\n{_yaml(fields)}---\n\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _kind_fields(kind: str, day: date, random: Random, everybody: Sequence[Person]) -> dict[str, object]:
    """The fields that only this kind has."""
    somebody = [person.name for person in random.sample(everybody, 2)]
    town = random.choice(TOWNS)
    match kind:
        case "interviews":
            return {"guests": somebody[:1]}
        case "examples":
            return {"country": random.choice(COUNTRIES), "website": f"https://{somebody[0]}.example/"}
        case "events":
            then = day + timedelta(days=30)
            return {
                "starts": f"{then} 09:00",
                "ends": f"{then} 15:30",
                "place": town,
                "registration": f"https://registration.example/{somebody[0]}",
            }
        case "presentations":
            return {"speakers": somebody, "event": town, "held": day}
        case _:
            return {}


def _topics(random: Random, count: int) -> list[str]:
    """Up to `count` topics; the first of them are the most written about."""
    weights = [1 / rank for rank in range(1, len(TOPICS) + 1)]
    return list(dict.fromkeys(random.choices(list(TOPICS), weights, k=count)))


def _write_item(site: Site, item: Item) -> None:
    """The item in its languages; what is true in each of them (date, people, topics) comes from one seed."""
    shared = Random(f"{site.seed}/{item.kind}/{item.name}")
    day = FIRST_DAY + timedelta(days=shared.randrange(DAYS))
    common: dict[str, object] = {
        "date": day,
        "authors": [person.name for person in shared.sample(site.everybody, shared.choice((1, 1, 2)))],
        "topics": _topics(shared, 3),
        **_kind_fields(item.kind, day, shared, site.everybody),
    }
    if shared.random() < UPDATED:
        common["updated"] = day + timedelta(days=40)
    links = shared.sample(site.dated, min(len(site.dated), shared.randint(2, 6)))
    pictures = ("picture.svg", "drawing.svg") if item.illustrated else ()
    for file in pictures:
        _write(site.content / item.kind / item.name / file, media.drawing(shared))
    for language, title in item.titles.items():
        path = item.path(language)
        writer = site.writer(language, path)
        fields = {"title": title, "description": writer.sentence(), **common}
        if language != "cs":
            fields["slug"] = f"{slug(title)[:60].strip('-')}-{item.name.rpartition('-')[2]}"
        if item.illustrated:
            fields["image"] = "picture.svg"
            fields["image_alt"] = f"{writer.vocabulary.alternative} {writer.phrase(2, 4).lower()}"
            fields["image_credit"] = writer.vocabulary.credit
        here = path.rpartition("/")[0]
        targets = [relpath(other.path(language), here) for other in links if language in other.titles]
        words = writer.random.randrange(site.words // 2, site.words * 3 // 2)
        body = writer.body(words, targets, pictures[1:], interview=item.kind == "interviews")
        _write(site.content / path, front_matter(fields) + body)


def _write_person(site: Site, person: Person) -> None:
    for language in LANGUAGES:
        path = f"people/{person.name}.{language}.md"
        writer = site.writer(language, path)
        fields = {"title": person.title, "description": writer.sentence(), "role": writer.phrase(2, 4)}
        _write(site.content / path, front_matter(fields) + writer.paragraph(80) + "\n")


def _write_pages(site: Site) -> None:
    for name, (czech, english, menu) in PAGES.items():
        for language, title in zip(LANGUAGES, (czech, english), strict=True):
            path = f"{name}.{language}.md"
            writer = site.writer(language, path)
            fields = {"title": title, "description": writer.sentence(), **menu}
            if name != "index":
                fields["slug"] = slug(title)
            _write(site.content / path, front_matter(fields) + writer.body(400))


def _write_episode(site: Site, number: int) -> None:
    """An episode in both languages; the audio is Czech, for every third also English."""
    shared = Random(f"{site.seed}/episodes/{number}")
    name = f"episode-{number:04d}"
    hosts, guests = site.everybody[:1], shared.sample(site.everybody[1:], 2)
    topics = _topics(shared, 2)
    for language in LANGUAGES:
        writer = site.writer(language, name + language)
        fields: dict[str, object] = {
            "title": writer.phrase(3, 7),
            "description": writer.sentence(),
            "date": f"{FIRST_DAY + timedelta(days=7 * number % DAYS)} 06:00",
            "slug": f"{'epizoda' if language == 'cs' else 'episode'}-{number}",
            "topics": topics,
            "guid": uuid5(NAMESPACE_URL, f"https://benchmark.example/{site.seed}/{number}").urn,
            "season": 1 + (number - 1) // SEASON,
            "episode": 1 + (number - 1) % SEASON,
            "episode_type": "full",
            "explicit": False,
            "hosts": [person.name for person in hosts],
            "guests": [person.name for person in guests],
            "synthetic_voice": True,
            "chapters": [{"start": f"00:{second:02d}", "title": writer.phrase(2, 5)} for second in (0, 1)],
        }
        if language == "cs" or number % 3 == 0:
            fields["audio"] = f"{name}.{language}.mp3"
            fields["transcript"] = f"{name}.{language}.vtt"
            if not site.stored:
                (site.podcast / f"{name}.{language}.mp3").write_bytes(media.mp3())
            speakers = tuple(person.title for person in (*hosts, *guests))
            cues = media.transcript([writer.sentence() for _ in range(CUES)], speakers)
            _write(site.podcast / f"{name}.{language}.vtt", cues)
        _write(site.podcast / f"{name}.{language}.md", front_matter(fields) + writer.body(250))


def _write_lock(site: Site, episodes: int) -> None:
    """What the lock knows of the audio of all episodes, which is stored elsewhere."""
    known = {}
    for number in range(1, episodes + 1):
        for language in ("cs", "en") if number % 3 == 0 else ("cs",):
            path = f"podcast/episode-{number:04d}.{language}.mp3"
            digest = sha256(path.encode()).hexdigest()
            url = f"https://media.benchmark.example/{digest[:12]}/{path.rpartition('/')[2]}"
            size, seconds = 30_000_000 + number, 1800 + number / 7
            known[path] = AudioFacts(path, size, seconds, "audio/mpeg", (), digest, url)
    write_lock(site.podcast.parent, known)


def generate(
    target: Path,
    pages: int,
    episodes: int,
    words: int = 1000,
    seed: int = 1,
    *,
    stored: bool = False,
    crowd: int = 60,
) -> None:
    """Write a site into `target`: `pages` dated files (both languages together) of about `words` words each,
    and `episodes` episodes in both languages; a `crowd` of people, 24 topics and a few undated pages come on top.
    Where the audio is `stored` elsewhere, there are no files of it but a lock that knows it.
    """
    dated = tuple(items(pages, Random(f"{seed}")))
    site = Site(target / "content", target / "podcast", people(crowd), dated, words, seed, stored)
    _write(target / "mkdocs.yml", MKDOCS.format(overrides=json.dumps(str(PROJECT / "overrides"))))
    _write(site.content / "site.yml", SITE)
    labels = {name: dict(zip(LANGUAGES, texts, strict=True)) for name, texts in TOPICS.items()}
    _write(site.content / "topics.yml", _yaml(labels))
    _write_pages(site)
    for person in site.everybody:
        _write_person(site, person)
    for item in dated:
        _write_item(site, item)
    _write(site.podcast / "show.yml", SHOW.format(host=site.everybody[0].name))
    (site.podcast / "cover.jpg").write_bytes(media.cover())
    for number in range(1, episodes + 1):
        _write_episode(site, number)
    if stored:
        _write_lock(site, episodes)


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), stored="stored" in sys.argv[4:])
