"""Pages → JSON-LD in the words of schema.org, for search engines and assistants: one graph a page.

It is made of the page's view, so that it says what readers see and nothing else. URLs are absolute with host. What
has a page of its own is known (`@id`) by that page's address; the page itself is that address and `#page`.
"""

from __future__ import annotations

from .graph import linked_data, site_data

__all__ = ["linked_data", "site_data"]
