"""What fields and choices are called by those who write them otherwise: in Czech, or as other tools call them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from ..languages import mark, slugify

CZECH: Mapping[str, str] = {
    "accessibility": "přístupnost, prohlášení o přístupnosti",
    "account": "účet",
    "address": "adresa",
    "admin": "administrace, redakce, editor",
    "ai_content": "umělá inteligence, obsah ai",
    "alt": "alternativní text, popis obrázku",
    "alternate_audio": "jiný zvuk, další zvuk, alternativní zvuk",
    "app_id": "identifikátor aplikace",
    "apps": "aplikace",
    "audio_changed": "změna zvuku, zvuk nahrazen, nový zvuk",
    "audio": "zvuk, nahrávka, zvukový soubor, soubor",
    "author": "autor, autorka",
    "authors": "autoři, autor, autorka, autorky, napsal, napsala",
    "backend": "úložiště, služba",
    "block": "blokovat",
    "blocked_services": "blokované služby",
    "branch": "větev",
    "catalogue": "katalog, překlady",
    "categories": "kategorie, rubriky",
    "channels": "kanály",
    "chapters": "kapitoly, kapitola",
    "cname": "doména",
    "complete": "dokončeno, ukončeno, kompletní",
    "contact": "kontakt",
    "content_links": "odkazy, odkazy na obsah",
    "copyright": "autorská práva",
    "count": "počet",
    "country": "země, stát",
    "cover": "obálka, obal, titulní obrázek",
    "credits": "tvůrci, zásluhy, titulky",
    "date": "datum, vydáno, datum vydání, datum zveřejnění",
    "description": "popis, perex, anotace, souhrn, shrnutí",
    "draft": "koncept, rozpracováno, návrh, rozepsáno",
    "duration": "trvání, délka",
    "email": "pošta",
    "encoding": "kódování",
    "ends": "konec, končí, do",
    "enforcement": "vymáhání, dozor",
    "episode": "díl, epizoda, číslo dílu, číslo epizody, číslo",
    "episode_label": "označení dílu",
    "episode_type": "typ dílu, druh dílu, typ epizody",
    "event": "akce, událost",
    "expires": "platnost do, vyprší, stáhnout, zveřejněno do",
    "explicit": "nevhodné, nevhodné pro děti, vulgární",
    "fund": "fond, program",
    "funding": "podpora, podpořte nás, financování",
    "geo": "souřadnice",
    "guests": "hosté, host, hostka, hosti",
    "guid": "identifikátor",
    "held": "proneseno, předneseno, konáno, datum konání",
    "hero": "úvod",
    "home": "úvodní stránka, domů",
    "host": "hostitel",
    "hosts": "moderátoři, moderátor, moderátorka, uvádí, průvodci",
    "hub": "rozbočovač",
    "image": "obrázek, foto, fotka, fotografie, ilustrace",
    "image_alt": "popis obrázku, alternativní text, popis fotky",
    "image_credit": "autor obrázku, autor fotky, autor fotografie, zdroj obrázku, zdroj fotky, foto autor",
    "images": "obrázky",
    "kilobits": "datový tok, kilobity",
    "languages": "jazyky",
    "license": "licence",
    "location": "místo, lokalita",
    "locked": "zamčeno",
    "menu": "nabídka",
    "method": "metoda, způsob",
    "name": "jméno, název",
    "new_feed_url": "nová adresa kanálu",
    "newest": "nejnovější",
    "no_transcript": "bez přepisu, chybí přepis, důvod chybějícího přepisu",
    "number": "číslo, číslo projektu",
    "obstacles": "překážky, nepřístupný obsah",
    "operator": "provozovatel",
    "order": "pořadí",
    "osm": "mapa",
    "owner": "vlastník, majitel",
    "page": "stránka",
    "pages": "stránky",
    "path": "cesta, soubor",
    "person": "osoba, člověk",
    "place": "místo, kde, místo konání",
    "podping": "oznamovat",
    "podroll": "doporučené podcasty, doporučujeme",
    "prepared": "vypracováno, připraveno",
    "project": "projekt",
    "projects": "projekty",
    "protocol": "protokol",
    "publicity": "publicita, povinná publicita",
    "publish_time": "čas vydání, čas zveřejnění, hodina vydání",
    "publisher": "vydavatel",
    "purpose": "účel",
    "purposes": "účely, účel",
    "read": "k přečtení, čtěte, přečtěte si",
    "reason": "důvod",
    "redirect_from": "přesměrovat z, přesměrování, staré adresy, stará adresa, dřívější adresy, bývalé adresy",
    "registration": "registrace, přihláška, přihlášení, přihlašování",
    "rel": "vztah",
    "remote": "úložiště, vzdálené úložiště",
    "repo": "repozitář",
    "review": "schvalování",
    "reviewed": "revidováno, přezkoumáno",
    "role": "funkce, pozice, povolání",
    "rrule": "opakování",
    "season": "řada, série, sezóna, sezona",
    "seasons": "řady, sezóny, sezony",
    "series": "seriál, série",
    "sign_in": "přihlašování",
    "since": "od kdy, od, od data",
    "site_name": "název webu",
    "site_url": "adresa webu",
    "slides": "snímky, prezentace, slajdy",
    "slug": "část adresy, konec adresy",
    "social": "sociální sítě, diskuse",
    "soundbites": "ukázky, úryvky, ukázka",
    "speakers": "řečníci, řečník, řečnice, přednášející, přednáší",
    "start": "začátek, čas, začíná, od",
    "starts": "začátek, začíná, od, datum začátku, termín",
    "status": "stav",
    "storage": "úložiště, uložení",
    "synthetic_voice": "syntetický hlas, umělý hlas",
    "tagline": "podtitul, motto, heslo",
    "team": "tým, skupina, organizace",
    "text": "obsah",
    "timezone": "časové pásmo, časová zóna",
    "title": "název, titulek, nadpis, jméno",
    "titles": "názvy, titulky, nadpisy",
    "to": "kam, cíl",
    "topics": "témata, téma, štítky, kategorie, rubrika, rubriky",
    "transcript": "přepis, přepis zvuku",
    "txt": "poznámky, poznámka",
    "type": "typ, druh",
    "typography": "typografie, sazba",
    "unlisted": "skryté, neuvádět",
    "update_frequency": "četnost, frekvence, jak často",
    "updated": "aktualizováno, upraveno, změněno, aktualizace, datum aktualizace",
    "url": "odkaz, adresa",
    "website": "web, webová stránka, stránky, odkaz, webové stránky",
    "what": "co",
    "why": "proč, důvod",
    "withdrawn": "staženo, stažené",
}
"""The Czech names of each field, most usual first: that decides where two fields of a schema have one in common."""

_ELSEWHERE: Mapping[str, str] = {
    "alt": "caption",
    "audio": "enclosure, mp3, audio_url, audio_file, file, sound",
    "authors": "author, by, byline",
    "chapters": "podlove_chapters",
    "cover": "episode_image, artwork, itunes_image",
    "date": "pubdate, publish_date, publishdate, published_at, created, created_at",
    "description": "summary, excerpt, abstract, lead",
    "draft": "unpublished",
    "ends": "end, end_date, until",
    "episode": "episode_number, number, itunes_episode",
    "episode_type": "itunes_episode_type",
    "expires": "expiry, expiry_date, expirydate, expire",
    "guid": "uuid",
    "hosts": "presenters",
    "image": "picture, photo, thumbnail, featured_image, hero_image, og_image",
    "image_alt": "alt, picture_alt",
    "image_credit": "credit, photo_credit, photographer",
    "order": "weight, position, nav_order",
    "place": "location, venue, where",
    "redirect_from": "aliases, alias, redirects, redirect, old_urls, former_urls",
    "registration": "register, signup, sign_up",
    "season": "season_number, itunes_season",
    "speakers": "presenters, speaker, lecturers",
    "starts": "start, start_date, begin, begins, from",
    "team": "group, organisation, organization",
    "title": "name, headline, heading",
    "topics": "tags, tag, categories, category, keywords, labels, themes",
    "transcript": "subtitles, captions",
    "updated": "lastmod, last_modified, modified, updated_at, revised",
    "website": "url, link, homepage, site, www",
}
"""Names that other publishing tools have for our fields."""

_BY_FILE = mark("Delete it: the name of the file says the language, as in {page}.cs.md.")
_BY_FOLDER = mark("Delete it: the folder of the file says what kind of page it is and how it looks.")
_BY_SLUG = mark(
    "Delete it: the address follows from the name of the file. Its last part can be another: slug: night-bus"
)
_BY_DRAFT = mark("Delete it. A page that isn't ready says: draft: true")
_MEASURED = mark("Delete it: the audio itself tells it.")

NEEDLESS: Mapping[str, str] = {
    "comments": mark("Delete it: pages have no comments here."),
    "toc": mark("Delete it: a contents list is made of the headings where a page needs one."),
    **dict.fromkeys(("lang", "language", "locale", "jazyk"), _BY_FILE),
    **dict.fromkeys(("layout", "template", "theme", "type", "kind", "sablona", "typ", "druh"), _BY_FOLDER),
    **dict.fromkeys(("permalink", "url", "path", "canonical", "trvaly-odkaz"), _BY_SLUG),
    **dict.fromkeys(("published", "publish", "status", "visible", "stav", "zverejneno"), _BY_DRAFT),
    **dict.fromkeys(("duration", "length", "size", "filesize", "bytes", "mime", "delka"), _MEASURED),
}
"""What other tools need to be told and this one needn't, by the folded name, with what is said of it."""

CHOICES: Mapping[str, str] = {
    "bonus": "bonusový, přídavek",
    "burden": "zátěž, nepřiměřená zátěž",
    "episodic": "epizodický, samostatné díly",
    "exempt": "výjimka",
    "fault": "chyba, závada",
    "footer": "zápatí, patička",
    "full": "celý, plný, úplný, plně",
    "header": "záhlaví, hlavička",
    "none": "žádný, vůbec",
    "partial": "částečný, částečně",
    "self": "vlastní, sami",
    "serial": "seriál, seriálový",
    "third-party": "třetí strana",
    "trailer": "upoutávka, trailer",
}
"""Czech words for choices of one word."""


def meant_field(written: str, known: Collection[str]) -> str:
    """The one of the fields `known` that is called `written` in Czech or elsewhere; empty where none is."""
    return _meant(written, known, _fields())


def meant_choice(written: str, known: Collection[str]) -> str:
    """The one of the choices `known` that the Czech word `written` means; empty where none does."""
    return _meant(written, known, _choices())


def _meant(written: str, known: Collection[str], names: Mapping[str, Mapping[str, int]]) -> str:
    """The one of `known` for which `written` is the most usual name."""
    folded = slugify(written)
    ranks = [(names[name][folded], name) for name in known if folded in names.get(name, {})]
    return min(ranks, default=(0, ""))[1]


@cache
def _fields() -> Mapping[str, Mapping[str, int]]:
    return {name: _ranks(f"{CZECH.get(name, '')},{_ELSEWHERE.get(name, '')}") for name in CZECH}


@cache
def _choices() -> Mapping[str, Mapping[str, int]]:
    return {name: _ranks(words) for name, words in CHOICES.items()}


def _ranks(words: str) -> Mapping[str, int]:
    """The folded words, each with its rank."""
    return {slugify(word): rank for rank, word in enumerate(words.split(",")) if word}
