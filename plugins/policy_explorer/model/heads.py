"""What stands beside the items: policy.yaml, heads of files, statements and citations, as data."""

from __future__ import annotations

from policy_explorer.model.basis import Basis
from policy_explorer.model.keys import Key, picks

SCHEMA = "1"
READING = "reading"
SILENT = "not_stated"
FIELD_TYPES = ("text", "texts", "number", "date", "ref", "refs", "choice")
"""Types that a file may declare for the fields of its items."""

CITE = (Key("source", "source"), Key("line", "line"), Key("terms", "tokens"))
GROUNDS = (
    Key("cite", "cites"),
    Key("basis", "pick", choices=picks(*Basis)),
    Key("because", "said"),
)
"""What a record rests on; its fields inherit it."""
STATEMENT = (
    Key("is", "value", needed=True),
    Key("unit", "measure"),
    Key("words", "said"),
    Key("basis", "pick", choices=picks(*Basis)),
    Key("cite", "cites"),
    Key("because", "said"),
    Key("by", "pick", choices=picks(READING)),
    Key("from", "tokens"),
)
"""A value with what it rests on; the first key that is a ground tells it from a Text."""
FIELD = (
    Key("type", "pick", needed=True, choices=picks(*FIELD_TYPES)),
    Key("to", "word"),
    Key("label", "said", needed=True),
    Key("otherwise", "pick", choices=picks(SILENT)),
    Key("unit", "measure"),
    Key("choices", "choices"),
)
"""The declaration of a field."""
SHARED = (
    Key("fields", "fields"),
    Key("cite", "cites"),
    Key("basis", "pick", choices=picks(*Basis)),
    Key("items", "items", needed=True),
)
"""Keys at the head of every file of items."""
COUNT = Key("stated_count", "number")
GROUP = (
    Key("id", "id", needed=True),
    Key("symbol", "word"),
    Key("name", "said", needed=True),
    Key("note", "said"),
    COUNT,
    Key("open_list", "flag"),
    Key("cite", "cites"),
)
SECTION = (
    Key("name", "said", needed=True),
    Key("short", "said"),
    Key("one", "said", needed=True),
    Key("plural", "said", needed=True),
    Key("summary", "said"),
    COUNT,
    Key("open_list", "flag"),
    Key("groups", "structs", of=GROUP),
    *SHARED,
)
LANGUAGE = (
    Key("code", "id", needed=True),
    Key("tag", "word", needed=True),
    Key("name", "word", needed=True),
)
PERIOD = (Key("from", "when", needed=True), Key("to", "when", needed=True))
LEAD = (Key("targets", "links", needed=True), Key("words", "said"))
HOME = (
    Key("lead", "structs", of=LEAD),
    Key("columns", "sections"),
    Key("line", "section"),
)
CONTACT = (Key("words", "said", needed=True), Key("url", "url"))
LICENCE = (Key("name", "word"), Key("url", "url"))
ANNOUNCED = Key("announced", "date")
POLICY = (
    Key("schema", "pick", needed=True, choices=picks(SCHEMA)),
    Key("id", "word", needed=True),
    Key("title", "said", needed=True),
    Key("place", "said", needed=True),
    Key("sentence", "said", needed=True),
    Key("summary", "said", needed=True),
    Key("publisher", "said", needed=True),
    Key("period", "struct", needed=True, of=PERIOD),
    Key("source", "source", needed=True),
    Key("as_of", "day", needed=True),
    Key("assessed_on", "day", needed=True),
    Key("languages", "structs", needed=True, of=LANGUAGE),
    Key("sections", "ids", needed=True),
    Key("contact", "struct", needed=True, of=CONTACT),
    Key("licence", "struct", needed=True, of=LICENCE),
    ANNOUNCED,
    Key("menu", "tokens"),
    Key("home", "struct", of=HOME),
)
"""In the order in which the reader asks for them."""
