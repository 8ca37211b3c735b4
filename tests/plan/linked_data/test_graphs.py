"""Search engines read what each page is, whatever its title holds."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.documents import Document
from site_builder.plan.linked_data import linked_data, site_data
from site_builder.plan.linked_data.script import as_json, as_script
from site_builder.plan.site import Site
from site_builder.plan.views import View
from site_builder.shows import Show

PlanOf = Callable[..., Site]
HOST = "https://web.example"


def graph_of(view: View) -> list[dict[str, Any]]:
    data = json.loads(view.linked_data)
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = data["@graph"]
    return graph


def page_of(view: View) -> dict[str, Any]:
    return next(entry for entry in graph_of(view) if entry.get("@id") == f"{view.canonical}#page")


def main_of(view: View) -> dict[str, Any]:
    """What the page is about."""
    name = page_of(view)["mainEntity"]["@id"]
    return next(entry for entry in graph_of(view) if entry["@id"] == name)


def data_for(site: Site, url: str, subject: Document | Show, code: str = "cs") -> dict[str, Any]:
    """What the page at `url` would say if it were of `subject`."""
    edition = site.editions.by_code[code]
    view = next(page.view() for page in site.pages if page.url == url)
    return main_of(replace(view, linked_data=linked_data(edition, view, subject, site_data(edition))))


def test_the_publisher_is_the_operator(views: Mapping[str, View]) -> None:
    assert graph_of(views["/en/"])[0] == {
        "@type": "Organization",
        "@id": f"{HOST}/#publisher",
        "name": "Office",
        "email": "redakce@web.example",
    }


def test_without_an_operator_the_publisher_is_called_as_the_site(plan_of: PlanOf) -> None:
    site = plan_of(
        {"content/site.yml": "languages:\n  cs: {name: Čeština, title: Web}\n  en: {name: E, title: W}\n"}
    )
    view = next(page.view() for page in site.pages if page.url == "/")
    assert graph_of(view)[0] == {"@type": "Organization", "@id": f"{HOST}/#publisher", "name": "Web"}


def test_the_website_can_be_searched(views: Mapping[str, View]) -> None:
    for url, search in (("/", "/hledat/"), ("/en/", "/en/search/")):
        website = graph_of(views[url])[1]
        assert website["@id"] == f"{HOST}{url}#website"
        assert website["potentialAction"] == {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{HOST}{search}?q={{q}}"},
            "query-input": "required name=q",
        }


def test_an_article(views: Mapping[str, View]) -> None:
    view = views["/clanky/nocleh/"]
    assert view.sharing
    assert main_of(view) == {
        "@type": "Article",
        "@id": f"{HOST}/clanky/nocleh/",
        "url": f"{HOST}/clanky/nocleh/",
        "headline": "Nocleh na zimu",
        "description": "Město otevřelo prázdné byty.",
        "inLanguage": "cs",
        "datePublished": "2026-02-01T08:30:00+01:00",
        "dateModified": "2026-02-03T00:00:00+01:00",
        "author": [
            {
                "@type": "Person",
                "@id": f"{HOST}/lide/jana/",
                "name": "Jana Nováková",
                "url": f"{HOST}/lide/jana/",
            }
        ],
        "publisher": {"@id": f"{HOST}/#publisher"},
        "image": [f"{HOST}/media/articles/nocleh/dum.svg", view.sharing.image],
        "about": [
            {"@type": "Thing", "name": label, "url": f"{HOST}/temata/{slug}/"}
            for label, slug in (("Bydlení", "bydleni"), ("Dluhy", "dluhy"))
        ],
        "mainEntityOfPage": {"@id": f"{HOST}/clanky/nocleh/#page"},
        "workTranslation": [
            {
                "@type": "Article",
                "@id": f"{HOST}/en/articles/winter-bed/",
                "url": f"{HOST}/en/articles/winter-bed/",
                "name": "A bed for the winter",
                "inLanguage": "en",
            }
        ],
    }


def test_a_translation_names_its_original_and_people_are_the_same_in_all_languages(
    views: Mapping[str, View],
) -> None:
    data = main_of(views["/en/articles/winter-bed/"])
    assert data["translationOfWork"]["@id"] == f"{HOST}/clanky/nocleh/"
    assert data["translationOfWork"]["inLanguage"] == "cs"
    (author,) = data["author"]
    assert (author["@id"], author["url"]) == (f"{HOST}/lide/jana/", f"{HOST}/en/people/jana/")
    assert main_of(views["/en/people/jana/"])["@id"] == f"{HOST}/lide/jana/"


def test_what_is_in_one_language_is_no_translation(views: Mapping[str, View]) -> None:
    for url in ("/clanky/jen-cesky/", "/en/articles/only-english/"):
        assert not {"workTranslation", "translationOfWork"} & main_of(views[url]).keys()


def test_guests_contribute_to_an_interview(views: Mapping[str, View]) -> None:
    data = main_of(views["/rozhovory/rozhovor/"])
    assert data["@type"] == "Article"
    assert [person["name"] for person in data["contributor"]] == ["Petr Černý"]


def test_an_example_is_of_a_country(views: Mapping[str, View]) -> None:
    assert main_of(views["/priklady/priklad/"])["contentLocation"] == {"@type": "Country", "name": "Belgie"}


def test_a_talk_has_speakers_and_slides(views: Mapping[str, View]) -> None:
    data = main_of(views["/prezentace/prednaska/"])
    assert (data["@type"], data["dateCreated"]) == ("PresentationDigitalDocument", "2026-01-15")
    assert [person["name"] for person in data["creator"]] == ["Petr Černý"]
    assert data["encoding"] == {
        "@type": "MediaObject",
        "contentUrl": f"{HOST}/media/presentations/snimky.pdf",
        "encodingFormat": "application/pdf",
    }


def test_an_event_is_at_a_time_and_place(views: Mapping[str, View]) -> None:
    data = main_of(views["/akce/setkani/"])
    assert (data["@type"], data["name"]) == ("Event", "Setkání")
    assert (data["startDate"], data["endDate"]) == ("2026-05-14T09:00:00+02:00", "2026-05-14T12:00:00+02:00")
    assert data["location"] == {"@type": "Place", "name": "Brno", "address": "Brno"}
    assert not {"eventStatus", "eventAttendanceMode", "organizer", "offers"} & data.keys(), "nobody said so"
    assert page_of(views["/akce/setkani/"])["workTranslation"][0]["@id"] == f"{HOST}/en/events/meeting/#page"


EVENT = "---\ntitle: Den\ndescription: Popis.\ndate: 2026-03-01\nstarts: 2026-10-17\n{}---\nText.\n"


def event(plan_of: PlanOf, fields: str) -> View:
    site = plan_of({"content/events/den.cs.md": EVENT.format(fields)})
    return next(page.view() for page in site.pages if page.url == "/akce/den/")


@pytest.mark.parametrize(
    ("ends", "found"),
    [
        ("", {"startDate": "2026-10-17"}),
        ("ends: 2026-10-18\n", {"startDate": "2026-10-17", "endDate": "2026-10-18"}),
    ],
)
def test_an_event_of_whole_days_has_no_hour(plan_of: PlanOf, ends: str, found: dict[str, str]) -> None:
    data = main_of(event(plan_of, f"place: Brno\n{ends}"))
    assert {name: value for name, value in data.items() if name in ("startDate", "endDate")} == found


def test_an_event_that_is_nowhere_is_a_page(plan_of: PlanOf) -> None:
    view = event(plan_of, "")
    assert "mainEntity" not in page_of(view)
    assert "Event" not in view.linked_data


@pytest.mark.parametrize(
    ("registration", "url"),
    [("registration: https://example.org/r\n", "https://example.org/r"), ("", f"{HOST}/akce/den/")],
)
def test_an_online_event_is_where_one_registers(plan_of: PlanOf, registration: str, url: str) -> None:
    data = main_of(event(plan_of, f"place: Online, na webu\n{registration}"))
    assert data["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert data["location"] == {"@type": "VirtualLocation", "name": "Online, na webu", "url": url}


def test_a_place_that_is_online_too_is_a_place(plan_of: PlanOf) -> None:
    data = main_of(event(plan_of, "place: Brno a online\n"))
    assert data["location"]["@type"] == "Place"
    assert "eventAttendanceMode" not in data


def test_a_person(views: Mapping[str, View]) -> None:
    assert page_of(views["/lide/petr/"])["@type"] == "ProfilePage"
    assert main_of(views["/lide/petr/"]) == {
        "@type": "Person",
        "@id": f"{HOST}/lide/petr/",
        "url": f"{HOST}/lide/petr/",
        "name": "Petr Černý",
        "description": "Mluví o\xa0bytech.",
        "jobTitle": "host",
        "sameAs": "https://example.org/petr",
    }


def test_a_team_is_no_person(plan_of: PlanOf, article: Callable[..., str]) -> None:
    team = "---\ntitle: Redakce\ndescription: Kdo píše.\nrole: Centrum\nteam: true\n---\nText.\n"
    site = plan_of(
        {"content/people/redakce.cs.md": team, "content/articles/a.cs.md": article(authors="[redakce]")}
    )
    views = {page.url: page.view() for page in site.pages}
    view = views["/lide/redakce/"]
    assert (view.kicker, [(fact.label, fact.text) for fact in view.facts]) == (
        "Tým",
        [("Organizace", "Centrum")],
    )
    data = main_of(view)
    assert (data["@type"], data.get("jobTitle")) == ("Organization", None)
    assert [author["@type"] for author in main_of(views["/clanky/a/"])["author"]] == ["Organization"]


def test_a_page_is_the_text_itself(views: Mapping[str, View]) -> None:
    page = page_of(views["/o-nas/"])
    assert (page["@type"], page["name"]) == ("WebPage", views["/o-nas/"].title)
    assert "mainEntity" not in page
    (translation,) = page["workTranslation"]
    assert translation["@type"] == "WebPage"
    assert translation["@id"].endswith("/#page")


def test_the_home_page_is_above_all(views: Mapping[str, View]) -> None:
    types = [entry["@type"] for entry in graph_of(views["/"])]
    assert types == ["Organization", "WebSite", "WebPage"]


def test_a_listing_lists(views: Mapping[str, View]) -> None:
    view = views["/clanky/"]
    assert page_of(view)["@type"] == "CollectionPage"
    assert [item["url"] for item in main_of(view)["itemListElement"]] == [
        HOST + card.url for card in view.shelves[0].cards
    ]
    topics = main_of(views["/temata/"])["itemListElement"]
    assert [(item["position"], item["name"]) for item in topics] == [(1, "Bydlení"), (2, "Dluhy")]


def test_an_empty_listing_lists_nothing(plan_of: PlanOf) -> None:
    site = plan_of({})
    edition = site.editions.by_code["cs"]
    view = next(page.view() for page in site.pages if page.url == "/temata/")
    empty = replace(view, links=())
    assert "mainEntity" not in page_of(replace(empty, linked_data=linked_data(edition, empty, None, "{}")))


def test_a_trail_ends_with_the_page(views: Mapping[str, View]) -> None:
    trail = next(e for e in graph_of(views["/clanky/nocleh/"]) if e["@type"] == "BreadcrumbList")
    assert [(item["position"], item["name"], item["item"]) for item in trail["itemListElement"]] == [
        (1, "Úvod", f"{HOST}/"),
        (2, "Články", f"{HOST}/clanky/"),
        (3, "Nocleh na zimu", f"{HOST}/clanky/nocleh/"),
    ]


def test_a_podcast(views: Mapping[str, View]) -> None:
    assert main_of(views["/en/podcast/"]) == {
        "@type": "PodcastSeries",
        "@id": f"{HOST}/en/podcast/",
        "name": "Test podcast",
        "url": f"{HOST}/en/podcast/",
        "description": "A podcast for tests.",
        "inLanguage": "en",
        "image": f"{HOST}/podcast/audio/cover.jpg",
        "webFeed": [f"{HOST}/podcast/feed.xml"],
        "author": {"@type": "Organization", "name": "Úřad"},
        "publisher": {"@type": "Organization", "name": "Úřad"},
        "actor": [
            {
                "@type": "Person",
                "@id": f"{HOST}/lide/jana/",
                "name": "Jana Nováková",
                "url": f"{HOST}/en/people/jana/",
            }
        ],
        "mainEntityOfPage": {"@id": f"{HOST}/en/podcast/#page"},
    }


def test_its_pages_in_apps_are_those_of_this_language(plan_of: PlanOf) -> None:
    site = plan_of({})
    spotify = {code: f"https://open.spotify.com/show/{code}" for code in ("cs", "en")}
    show = site.library.shows["podcast"]
    named = replace(show, apps={code: {"Spotify": url} for code, url in spotify.items()})
    for code, url in (("cs", "/podcast/"), ("en", "/en/podcast/")):
        assert data_for(site, url, named, code)["sameAs"] == [spotify[code]]
    czech = replace(show, apps={"cs": {"Spotify": spotify["cs"]}})
    assert "sameAs" not in data_for(site, "/en/podcast/", czech, "en")


def test_an_episode(views: Mapping[str, View]) -> None:
    data = main_of(views["/podcast/prvni-dil/"])
    url = f"{HOST}/podcast/prvni-dil/"
    assert data["@type"] == "PodcastEpisode"
    assert (data["name"], data["url"], data["inLanguage"]) == ("První díl", url, "cs")
    assert data["datePublished"] == "2026-03-01T06:00:00+01:00"
    assert (data["episodeNumber"], data["partOfSeason"]["seasonNumber"]) == (1, 1)
    assert data["partOfSeries"]["@id"] == f"{HOST}/podcast/"
    assert data["timeRequired"] == "PT3S"
    audio = data["associatedMedia"]
    assert audio["contentUrl"] == f"{HOST}/podcast/audio/prvni.cs.mp3"
    assert (audio["encodingFormat"], audio["duration"], audio["inLanguage"]) == ("audio/mpeg", "PT3S", "cs")
    assert re.fullmatch(r"\d+ B", audio["contentSize"])
    assert audio["caption"]["contentUrl"] == f"{HOST}/podcast/transcripts/prvni.cs.vtt"
    assert [
        (clip["name"], clip["startOffset"], clip["endOffset"], clip["url"]) for clip in data["hasPart"]
    ] == [
        ("Začátek", 0, 1, f"{url}#t=0"),
        ("Konec", 1, 3, f"{url}#t=1"),
    ]


def test_borrowed_audio_keeps_its_language(views: Mapping[str, View]) -> None:
    data = main_of(views["/en/podcast/first-episode/"])
    assert data["inLanguage"] == "en"
    assert data["associatedMedia"]["inLanguage"] == "cs"
    assert data["associatedMedia"]["embedUrl"] == f"{HOST}/en/podcast/first-episode/embed/"
    assert data["translationOfWork"]["@id"] == f"{HOST}/podcast/prvni-dil/"


def test_every_page_that_search_engines_list_says_what_it_is(views: Mapping[str, View]) -> None:
    assert {url for url, view in views.items() if not view.linked_data} == {
        *("/podcast/prvni-dil/embed/", "/en/podcast/first-episode/embed/"),
        *("/hledat/", "/en/search/", "/styl/", "/en/style/"),
    }


@pytest.mark.parametrize(
    ("seconds", "told"), [(59.6, "PT1M0S"), (600, "PT10M0S"), (3700.2, "PT1H1M40S"), (36_000, "PT10H0S")]
)
def test_durations_are_iso_8601(plan_of: PlanOf, seconds: float, told: str) -> None:
    site = plan_of({})
    path = "podcast/prvni.cs.mp3"
    audio = replace(site.library.audio[path], seconds=seconds, url="https://cdn.example/1.mp3")
    library = replace(site.library, audio={**site.library.audio, path: audio})
    edition = replace(site.editions.by_code["cs"], library=library)
    view = next(page.view() for page in site.pages if page.url == "/podcast/prvni-dil/")
    document = library.by_path["podcast/prvni.cs.md"]
    data = main_of(replace(view, linked_data=linked_data(edition, view, document, site_data(edition))))
    assert data["timeRequired"] == data["associatedMedia"]["duration"] == told
    assert data["associatedMedia"]["contentUrl"] == "https://cdn.example/1.mp3"


@given(st.text())
def test_no_title_ends_the_script(title: str) -> None:
    for text in (title, f"</script>{title}", f"<!--{title}\u2028\u2029&"):
        script = as_script(as_json([{"name": text}]), as_json([{"name": 1}]))
        assert not set("<>&\u2028\u2029") & set(script)
        assert [entry["name"] for entry in json.loads(script)["@graph"]] == [text, 1]


def test_a_hostile_title_stays_a_title(plan_of: PlanOf, article: Callable[..., str]) -> None:
    title = "</script><script>alert(1)</script>"
    site = plan_of({"content/articles/a.cs.md": article(title=f'"{title}"', date="2026-03-01")})
    view = next(page.view() for page in site.pages if page.url == "/clanky/a/")
    assert "</script" not in view.linked_data
    assert main_of(view)["headline"] == title


def test_what_is_changed_later_says_when(plan_of: PlanOf) -> None:
    site = plan_of({})
    document = site.library.by_path["podcast/prvni.cs.md"]
    assert "dateModified" not in data_for(site, "/podcast/prvni-dil/", document)
    changed = replace(document, updated=datetime(2026, 5, 1, tzinfo=UTC))
    assert data_for(site, "/podcast/prvni-dil/", changed)["dateModified"] == "2026-05-01T00:00:00+00:00"


def test_a_change_on_the_day_of_publication_is_not_before_it(plan_of: PlanOf) -> None:
    site = plan_of({})
    document = site.library.by_path["podcast/prvni.cs.md"]
    assert document.date
    changed = replace(document, updated=document.date.replace(hour=0))
    assert data_for(site, "/podcast/prvni-dil/", changed)["dateModified"] == document.date.isoformat()


def test_who_is_host_and_guest_is_named_once(plan_of: PlanOf) -> None:
    site = plan_of({})
    document = site.library.by_path["podcast/prvni.cs.md"]
    both = replace(document, details=replace(document.details, hosts=("jana",), guests=("jana",)))
    assert [who["name"] for who in data_for(site, "/podcast/prvni-dil/", both)["actor"]] == ["Jana Nováková"]
