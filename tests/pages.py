"""Reading built pages back: their links, ids, text and facts, with the standard library alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col hr img input link meta source wbr".split())  # noqa: SIM905


@dataclass
class Element:
    """A tag as it stood in the page, and the text inside it."""

    tag: str
    attrs: dict[str, str]
    parent: Element | None
    text: str = ""

    def up(self) -> Iterator[Element]:
        """The element and those it stands in, from the inside out."""
        at: Element | None = self
        while at is not None:
            yield at
            at = at.parent


@dataclass
class Read:
    """A page, read."""

    elements: list[Element] = field(default_factory=list)
    texts: list[tuple[str, Element]] = field(default_factory=list)
    """Every run of words and the element it stands in."""

    def all(self, tag: str, **attrs: str) -> list[Element]:
        """The elements with a tag (`*` for any) and these attributes; `class_` holds a class."""
        return [e for e in self.elements if _fits(e, tag, attrs)]

    @property
    def ids(self) -> list[str]:
        """Every id, as often as it is given."""
        return [e.attrs["id"] for e in self.elements if "id" in e.attrs]

    @property
    def links(self) -> list[str]:
        """Every address the page leads to or loads."""
        keys = ("href", "src", "data-plotly", "data-plotly-css")
        return [e.attrs[k] for e in self.elements for k in keys if e.attrs.get(k)]

    @property
    def main(self) -> Element:
        """The main element."""
        return self.all("main")[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Read()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        element = Element(tag, given, self.open[-1] if self.open else None)
        self.page.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at].tag == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        if self.open and data.strip():
            self.page.texts.append((data, self.open[-1]))
        is_code = bool(self.open) and self.open[-1].tag in {"script", "style"}
        for element in self.open[-1:] if is_code else self.open:
            element.text += data


def read(html: bytes) -> Read:
    """A page as a list of its elements in order."""
    reader = _Reader()
    reader.feed(html.decode())
    return reader.page


def _fits(element: Element, tag: str, attrs: dict[str, str]) -> bool:
    if tag not in {"*", element.tag}:
        return False
    for name, value in attrs.items():
        key = name.rstrip("_").replace("_", "-")
        given = element.attrs.get(key, "")
        if value not in (given.split() if key == "class" else (given,)):
            return False
    return True
