"""The fixed files of a plan and the keys of their items: docs/data.md, as data."""

from __future__ import annotations

from collections.abc import Mapping

from policy_explorer.model.heads import GROUNDS
from policy_explorer.model.keys import Key, names, picks
from policy_explorer.model.operators import OPERATORS as NUMERIC
from policy_explorer.model.targets import KINDS
from policy_explorer.model.targets._kind import COMPARATORS

COMMON = (
    Key("id", "id", needed=True),
    Key("name", "words"),
    Key("short", "words"),
    Key("aliases", "tokens"),
    Key("note", "words"),
    Key("was", "ids"),
    Key("draft", "flag"),
)
"""Keys of every item; `cite`, `basis` and `because` are read with the record itself."""
GROUND = names(GROUNDS)

OPERATORS = ("count", *NUMERIC)

CHARTS: Mapping[str, tuple[str, ...]] = {
    "trajectory": ("targets",),
    "ladder": ("targets",),
    "step": ("targets",),
    "arrows": ("targets",),
    "lineage": ("targets",),
    "dots": ("observations",),
    "series": (),
    "matrix": ("rows", "columns"),
    "milestones": (),
    "glance": (),
}
"""Kinds of charts and the keys each needs; a module in `views/drawings` makes each of them."""
DRAWN: Mapping[str, tuple[str, ...]] = {
    "trajectory": ("ratio_to_baseline", "reduction"),
    "ladder": ("units_at_threshold",),
    "step": ("count_at_least",),
    "arrows": ("direction",),
}
"""Kinds of charts that draw certain kinds of targets only."""

_COMPARED = tuple(Key(name, "number") for name in COMPARATORS)

FILES: dict[str, tuple[Key, ...]] = {
    "indicators": (
        Key("unit", "unit"),
        Key("price_basis", "text"),
        Key("scope", "text"),
        Key("denominator", "text"),
    ),
    "targets": (
        Key("kind", "pick", needed=True, choices=picks(*KINDS)),
        Key("indicator", "link", to="indicators"),
        Key("counts", "section"),
        Key("subject", "link"),
        *_COMPARED,
        Key("low", "number"),
        Key("high", "number"),
        Key("class", "number"),
        Key("class_unit", "unit"),
        Key("toward", "choice", choices=picks("up", "down")),
        Key("size", "text"),
        Key("unit", "unit"),
        Key("baseline", "date"),
        Key("due", "date"),
        Key("within_years", "number"),
        Key("start", "date"),
        Key("strength", "choice", choices=picks("strive", "plan", "achieve")),
        Key("speaker", "who"),
        Key("responsible", "who"),
        Key("price_basis", "text"),
        Key("scope", "text"),
        Key("milestones", "text"),
        Key("which", "text"),
        Key("denominator", "text"),
        Key("readings", "links", to="questions"),
        Key("set_on", "date"),
        Key("replaced_by", "link", to="targets"),
    ),
    "observations": (
        Key("indicator", "link", to="indicators"),
        Key("period", "date", needed=True),
        Key("value", "number", needed=True),
        Key("unit", "measure", needed=True),
        Key("subject", "link"),
        Key("of", "link", to="targets"),
        Key("scope", "text"),
        Key("status", "pick", choices=picks("final", "estimate", "forecast", "as_published")),
        Key("conflicts_with", "links", to="observations"),
    ),
    "revisions": (
        Key("of", "link", to="targets"),
        Key("indicator", "link", to="indicators"),
        Key("said_on", "date"),
        Key("event", "link", to="events"),
        Key("speaker", "who"),
        *_COMPARED,
        Key("unit", "measure"),
        Key("base_value", "number"),
        Key("baseline", "date"),
        Key("due", "date"),
        Key("rate", "number", unit="percent"),
    ),
    "relations": (
        Key("kind", "word", needed=True),
        Key("from", "link", needed=True),
        Key("to", "link", needed=True),
    ),
    "derived": (
        Key("by", "pick", needed=True, choices=picks(*OPERATORS)),
        Key("from", "facts", needed=True),
        Key("unit", "measure"),
        Key("digits", "pick", choices=picks(*"123456789")),
        Key("equals", "facts"),
    ),
    "events": (Key("date", "date", needed=True), Key("about", "links")),
    "sources": (
        Key("publisher", "text", needed=True),
        Key("published", "date", needed=True),
        Key("grade", "pick", needed=True, choices=picks("A", "B", "C", "D")),
        Key("language", "word", needed=True),
        Key("text", "word", needed=True),
        Key("read_on", "date"),
        Key("url", "url"),
        Key("link_ok", "flag"),
        Key("kind", "text"),
        Key("find", "words"),
    ),
    "questions": (
        Key("touches", "facts"),
        Key(
            "readings",
            "structs",
            of=(
                Key("id", "id", needed=True),
                Key("name", "words", needed=True),
                Key("consequence", "words"),
                Key("combine", "pick", choices=picks("sum", "max")),
            ),
        ),
        Key("default", "word"),
        Key("handling", "words"),
    ),
    "glossary": (
        Key("definition", "words", needed=True),
        Key("see", "links"),
        Key("term_base", "flag"),
    ),
    "charts": (
        Key("kind", "pick", needed=True, choices=picks(*CHARTS)),
        Key("indicator", "link", to="indicators"),
        Key("targets", "links", to="targets"),
        Key("observations", "links", to="observations"),
        Key("events", "links", to="events"),
        Key("question", "link", to="questions"),
        Key("counts", "section"),
        Key("rows", "section"),
        Key("columns", "section"),
    ),
    "changes": (
        Key("version", "word", needed=True),
        Key("date", "when", needed=True),
        Key("summary", "words", needed=True),
        Key(
            "facts",
            "structs",
            of=(Key("fact", "word", needed=True), Key("from", "word"), Key("to", "word")),
        ),
    ),
}
NAMELESS = frozenset({"relations", "observations", "changes"})
"""Files whose items may go without a name of their own."""
HEADS: dict[str, tuple[Key, ...]] = {
    "relations": (
        Key(
            "kinds",
            "structs",
            needed=True,
            of=(
                Key("id", "id", needed=True),
                Key("name", "words", needed=True),
                Key("inverse", "words", needed=True),
            ),
        ),
    ),
    "questions": (
        Key(
            "not_stated",
            "structs",
            of=(
                Key("id", "id", needed=True),
                Key("name", "words", needed=True),
                Key("touches", "facts"),
                Key("note", "words"),
            ),
        ),
    ),
}
"""Keys of a fixed file beside `items` and `fields`."""
PAGES = (
    "index", "targets", "charts", "embed", "sources", "facts", "questions", "checkable",
    "timeline", "relations", "glossary", "data", "changes", "brief", "search", "about",
    "licenses", "patterns", "404", "policy", "assets", "feed", "sitemap", "robots", "build",
    "search-index",
)  # fmt: skip
DEVICES = ("con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)))
TABLES = ("citations",)
"""Tables of the data that are neither a file of a plan nor a page."""
RESERVED = frozenset({*FILES, *PAGES, *TABLES, *DEVICES})
"""Names that no section may take; items may not take `index` or a device's name."""
