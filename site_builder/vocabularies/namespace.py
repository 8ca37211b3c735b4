"""The lists of the podcast namespace (github.com/Podcastindex-org/podcast-namespace), one name each."""

from __future__ import annotations

LICENSES = frozenset(("arr", "cc-by-4.0", "cc-by-nc-4.0", "cc-by-nc-nd-4.0", "pod-v4v-1.0"))
"""Identifiers that need no URL (`licenses.json`), in lower case."""

MEDIUMS = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course")
"""What a feed is (`docs/tags/medium.md`); a list of such feeds has an `L` after it."""

_SERVICES = """
acast amazon anchor apple audible audioboom backtracks bitcoin blubrry buzzsprout captivate castos
castopod facebook fireside fyyd google gpodder hypercatcher kasts libsyn mastodon megafono megaphone
omnystudio overcast paypal pinecast podbean podcastaddict podcastguru podcastindex podcasts podchaser
podcloud podfriend podiant podigee podnews podomatic podserve podverse redcircle relay resonaterecordings
rss shoutengine simplecast slack soundcloud spotify spreaker tiktok transistor twitter whooshkaa youtube
zencast
"""

SERVICES = frozenset(_SERVICES.split())
"""Slugs of platforms that `podcast:block` may name (`serviceslugs.txt`)."""

PROTOCOLS = frozenset(
    ("disabled", "activitypub", "twitter", "lightning", "atproto", "hive", "matrix", "nostr")
)
"""Where comments can be (`socialprotocols.txt`); `disabled` says that there shall be none."""
