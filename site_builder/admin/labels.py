"""What the web editor calls the fields, and what it says below them: English texts, marked for the catalogues."""

from __future__ import annotations

from collections.abc import Mapping

from ..languages import mark

FIELDS: Mapping[str, str] = {
    "title": mark("Title"),
    "description": mark("Description"),
    "body": mark("Text"),
    "date": mark("Date of publication"),
    "slug": mark("Last part of the address"),
    "redirect_from": mark("Former addresses"),
    "updated": mark("Date of the last change"),
    "authors": mark("Authors"),
    "topics": mark("Topics"),
    "image": mark("Picture"),
    "image_alt": mark("What the picture shows"),
    "image_credit": mark("Whose work the picture is"),
    "draft": mark("Draft"),
    "expires": mark("Date when it goes out of date"),
    "project": mark("Project that the Union co-funds"),
    "series": mark("Series"),
    "guests": mark("Guests"),
    "hosts": mark("Hosts"),
    "speakers": mark("Speakers"),
    "country": mark("Country"),
    "website": mark("Website"),
    "starts": mark("Start"),
    "ends": mark("End"),
    "place": mark("Place"),
    "registration": mark("Address for registration"),
    "event": mark("Event where it was given"),
    "held": mark("Date when it was given"),
    "slides": mark("Slides"),
    "role": mark("Role"),
    "team": mark("A team or an organisation"),
    "menu": mark("Place in the menu"),
    "order": mark("Order in the menu"),
    "guid": mark("Permanent identifier"),
    "audio": mark("Audio"),
    "audio_changed": mark("When other audio took its place"),
    "alternate_audio": mark("Other versions of the audio"),
    "transcript": mark("Transcript"),
    "no_transcript": mark("Why there is no transcript"),
    "season": mark("Number of the season"),
    "episode": mark("Number of the episode"),
    "episode_label": mark("What apps show instead of the number"),
    "episode_type": mark("Type of the episode"),
    "explicit": mark("For adults only"),
    "synthetic_voice": mark("The voices are made by a computer"),
    "ai_content": mark("Made by artificial intelligence"),
    "cover": mark("Cover of the episode"),
    "credits": mark("Others who worked on it"),
    "chapters": mark("Chapters"),
    "soundbites": mark("Short samples"),
    "location": mark("Place it is about"),
    "funding": mark("Pages for donations"),
    "social": mark("Discussions on social networks"),
    "content_links": mark("The same elsewhere"),
    "block": mark("Hidden from directories of podcasts"),
    "read": mark("Pages to read about it"),
    "typography": mark("Spaces, dashes and quotation marks as the language has them"),
    "unlisted": mark("Only a link leads to it"),
    "person": mark("Person"),
    "start": mark("Start"),
    "duration": mark("Duration in seconds"),
    "url": mark("Address"),
    "path": mark("File"),
    "name": mark("Name"),
    "geo": mark("Coordinates"),
    "osm": mark("Object of OpenStreetMap"),
    "rel": mark("Relation to the episode"),
    "protocol": mark("Network"),
    "account": mark("Account"),
}

HINTS: Mapping[str, str] = {
    "description": mark("One or two sentences. They are on cards, in searches and in feeds."),
    "date": mark("A date in the future: the page appears on that day."),
    "slug": mark(
        "Leave it empty; it is made of the name. If you change it once the page is published, write the old one "
        "among the former addresses."
    ),
    "redirect_from": mark(
        "Where the page was before: /clanky/stara-adresa/, or the old last part of its address alone. Who comes "
        "there is led here."
    ),
    "image": mark(
        "A photograph becomes WebP without the place where it was taken; it is made smaller if it is large."
    ),
    "image_alt": mark("A picture must have it: it is for those who can't see it."),
    "image_credit": mark("A picture must have it: the author, and the licence if there is one."),
    "draft": mark("A draft is saved but not published. Switch it off when all is ready."),
    "guid": mark("It is made once and never changes: apps know the episode by it."),
    "audio": mark(
        "MP3 or M4A of at most {size}; that is what the Git host takes. A larger one is added on a computer with "
        "the command site-builder audio add."
    ),
    "audio_changed": mark(
        "Fill it in when you replace the audio of an episode that is published already: nobody can change it by "
        "mistake."
    ),
    "transcript": mark("A file .vtt or .srt. Every episode must have one, or a reason why it hasn't."),
    "cover": mark("JPEG or PNG, a square of 1400 to 3000 pixels; only where it differs from the podcast's."),
    "chapters": mark("The start is in minutes and seconds: 01:05"),
    "soundbites": mark("The start is in minutes and seconds: 01:05"),
    "episode_label": mark("For example “Special”."),
    "slides": mark("A PDF is best."),
    "unlisted": mark("It isn't in lists, menus and searches."),
    "read": mark("Paths of the pages' files: ../content/articles/example/index.cs.md"),
}

CHOICES: Mapping[str, str] = {
    "header": mark("At the top of the page"),
    "footer": mark("At the foot of the page"),
    "full": mark("Whole episode"),
    "trailer": mark("Trailer"),
    "bonus": mark("Bonus"),
    "subject": mark("What it is about"),
    "creator": mark("Where it was made"),
}
