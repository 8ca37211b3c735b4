"""A feed's bytes → nodes that remember how they were written: prefix, line, CDATA, and what stands around the root."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from xml.parsers import expat

KNOWN = {
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/syndication/history/1.0": "fh",
}
"""Namespaces by the prefixes that rules call them by, whatever prefix the feed has chosen."""


@dataclass(slots=True, eq=False)
class Node:
    """An element, or the document around all of them; `name` has the rules' prefix: `itunes:image`.

    `written` is the text of its own as it stands, `in_cdata` whether a part of it is in a CDATA section.
    """

    name: str
    attributes: dict[str, str]
    parent: Node | None = None
    line: int = 1
    written: str = ""
    in_cdata: bool = False
    children: dict[str, list[Node]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Its text without the space around."""
        return self.written.strip()

    def all(self, name: str) -> list[Node]:
        """Its children of this name, in their order."""
        return self.children.get(name, [])

    def first(self, name: str) -> Node | None:
        """Its first child of this name."""
        found = self.children.get(name)
        return found[0] if found else None

    def text_of(self, name: str) -> str:
        """The text of its first child of this name; empty where there is none."""
        found = self.first(name)
        return found.text if found else ""

    def get(self, attribute: str) -> str:
        """An attribute's value, empty where there is none."""
        return self.attributes.get(attribute, "")

    def has(self, attribute: str) -> bool:
        """Whether it has the attribute at all."""
        return attribute in self.attributes

    @property
    def item(self) -> Node | None:
        """The episode that it is, or is in."""
        node: Node | None = self
        while node is not None and node.name != "item":
            node = node.parent
        return node


class NotXMLError(Exception):
    """The bytes are no well-formed XML; `line` is where that shows."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def parse(data: bytes, now: datetime) -> list[Node]:
    """The document, and then all nodes in it.

    The document's attributes: `version` and `encoding` as declared, `bom` and `doctype` where it has one, `now`.
    Its children: the root, and for each declaration of a namespace an `xmlns` with `prefix`, `uri` and `on`, the
    element's name.
    """
    building = _Building()
    building.document.attributes["now"] = now.isoformat()
    try:
        building.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotXMLError(error.lineno) from None
    except (LookupError, ValueError):  # an encoding that Python doesn't know
        raise NotXMLError(1) from None
    if data.startswith(b"\xef\xbb\xbf"):
        building.document.attributes["bom"] = "yes"
    return building.nodes


class _Building:
    """What expat tells, put together."""

    def __init__(self) -> None:
        self.document = self.node = Node("document", {})
        self.nodes = [self.document]
        self.spaces: list[tuple[str, str]] = []
        self.names: dict[str, str] = {}
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartNamespaceDeclHandler = self._namespace
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartCdataSectionHandler = self._cdata

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        self.document.attributes |= {"version": version, "encoding": encoding or ""}

    def _doctype(self, *_: object) -> None:
        self.document.attributes["doctype"] = "yes"
        self.parser.EntityDeclHandler = self._entity

    def _entity(self, *_: object) -> None:
        """Entities of one's own can grow without end; no feed needs them."""
        raise ValueError

    def _namespace(self, prefix: str | None, uri: str) -> None:
        self.spaces.append((prefix or "", uri))

    def _start(self, written: str, attributes: dict[str, str]) -> None:
        name = self.names.get(written) or self.names.setdefault(written, _name(written))
        node = Node(name, attributes, self.node, self.parser.CurrentLineNumber)
        for prefix, uri in self.spaces:
            declared = Node("xmlns", {"prefix": prefix, "uri": uri, "on": name}, self.document, node.line)
            self.document.children.setdefault("xmlns", []).append(declared)
            self.nodes.append(declared)
        self.spaces.clear()
        self.node.children.setdefault(name, []).append(node)
        self.nodes.append(node)
        self.node = node

    def _end(self, _: str) -> None:
        assert self.node.parent is not None
        self.node = self.node.parent

    def _text(self, text: str) -> None:
        self.node.written += text

    def _cdata(self) -> None:
        self.node.in_cdata = True


def _name(written: str) -> str:
    """`uri name prefix`, as expat writes it → the rules' name; a foreign namespace keeps its URI."""
    parts = written.split(" ")
    return f"{KNOWN.get(parts[0], parts[0])}:{parts[1]}" if len(parts) > 1 else written
