"""What other sites show where a page is linked: OpenGraph (https://ogp.me), a card; and links that hand it on."""

from __future__ import annotations

from urllib.parse import quote

from ..cards.card import HEIGHT, MEDIA_TYPE, WIDTH, ShareCard
from ..documents import Document, Kind, PersonDetails
from ..languages import Language
from .edition import Edition, moment_of
from .frame import Editions, Page
from .kinds import KIND_LABELS, SECTION_LABELS
from .views import Link, Sharing, Source, View

_TYPES = {Kind.PERSON: "profile", Kind.PAGE: "website"}
"""Of OpenGraph, by the kind of document; other documents are of type `article` once they have a date."""


def share_card(edition: Edition, page: Page) -> ShareCard:
    """The card of `page`; older documents have that of their section."""
    site, subject, text = edition.settings.title, page.subject, edition.settings.language.text
    if isinstance(subject, Document):
        if has_own_card(edition, subject):
            return ShareCard(page.kind, site, subject.title, _note(edition, subject))
        show = edition.library.show_of(subject) if subject.kind is Kind.EPISODE else None
        section = show.title[edition.code] if show else text(SECTION_LABELS[subject.kind])
        return ShareCard(page.kind, site, section)
    if page.kind == "topic":
        return ShareCard("topics", site, text("Topics"))
    return ShareCard(page.kind, site, page.title, edition.settings.tagline if page.kind == "home" else "")


def has_own_card(edition: Edition, document: Document) -> bool:
    """Whether the card of `document` tells of it and not of its section."""
    return document.kind is Kind.PAGE or document.path in edition.newest


def sharing(editions: Editions, edition: Edition, page: Page, card: ShareCard, view: View) -> Sharing:
    """The OpenGraph data of `page`, which is drawn as `view` and shown as `card`."""
    urls = edition.urls
    document = page.subject if isinstance(page.subject, Document) else None
    source = view.player.source if view.player else None
    is_article = document and document.date and document.kind not in _TYPES
    return Sharing(
        type="article" if is_article else _TYPES.get(document.kind, "website") if document else "website",
        locale=edition.language.territorial,
        other_locales=tuple(
            editions.by_code[code].language.territorial for code in page.versions if code != edition.code
        ),
        image=urls.absolute(urls.card(card)),
        image_type=MEDIA_TYPE,
        image_width=WIDTH,
        image_height=HEIGHT,
        image_alt=card.title if card.title == card.site else f"{card.title} – {card.site}",
        is_own=document is not None and has_own_card(edition, document),
        published=document.date.isoformat() if document and document.date else "",
        modified=document.modified.isoformat() if document and document.modified else "",
        authors=tuple(urls.absolute(link.url) for link in view.authors),
        audio=Source(urls.absolute(source.url), source.media_type, source.size) if source else None,
    )


def share_links(language: Language, title: str, url: str) -> tuple[Link, ...]:
    """Plain links that hand `url` (absolute) on; nothing is loaded from anybody until one is followed."""
    address, text = quote(url, safe=""), quote(title, safe="")
    return (
        Link(language.text("E-mail"), f"mailto:?subject={text}&body={address}"),
        Link("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}"),
        Link("LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?url={address}"),
        Link("X", f"https://x.com/intent/post?url={address}&text={text}"),
        Link("Mastodon", f"https://mastodonshare.com/?url={address}&text={text}"),
    )


def _note(edition: Edition, document: Document) -> str:
    """What kind of page it is and when it is of; what a person does."""
    language, details = edition.settings.language, document.details
    if document.kind is Kind.PAGE:
        return ""
    label = language.text(KIND_LABELS[document.kind])
    if isinstance(details, PersonDetails):
        return details.role or edition.kind_label(document)
    moment = moment_of(document)
    return f"{label} · {language.date(moment.date())}" if moment else label
