"""How a fact is cited in a report: GB/T 7714, APA, BibTeX."""

from __future__ import annotations

from policy_explorer.model.fact import Fact
from policy_explorer.model.when import When
from policy_explorer.views.lens import Lens
from policy_explorer.views.said import cited


def citations(lens: Lens, fact: Fact, title: str) -> tuple[tuple[str, str], ...]:
    """(name of the style, the citation); without a site address they name none."""
    entry = next(iter(lens.site.items("changes")), None)
    when = entry.props.get("date") if entry else lens.site.policy.as_of
    date = when if isinstance(when, When) else lens.site.policy.as_of
    url = lens.urls.absolute(lens.urls.fact(fact.id, lens.lang))
    places = _places(lens, fact)
    parts = {
        "publisher": lens.site.policy.publisher[lens.lang],
        "site": lens.site.policy.title[lens.lang],
        "title": title,
        "id": fact.id,
        "version": entry.word("version") if entry else "",
        "date": str(date),
        "year": str(date.year),
        "url": url,
        "address": url or lens.words.say("cite.no_address", id=fact.id),
        "ground": lens.words.say("cite.ground", places=places) if places else "",
    }
    styles = (("GB/T 7714", _line(lens, "gbt", parts)), ("APA", _line(lens, "apa", parts)))
    return (*styles, ("BibTeX", bibtex(parts)))


def _places(lens: Lens, fact: Fact) -> str:
    """Source and line of what the fact rests on, so that the credit goes where it is due."""
    said = []
    for cite in cited(lens, fact)[:1]:
        source = lens.site.records.get(f"sources/{cite.source}")
        name = lens.name(source) if source is not None else cite.source
        line = lens.words.say("place.line", line=cite.line) if cite.line else ""
        said.append(lens.words["sep.clause"].join(part for part in (name, line) if part))
    return "".join(said)


def _line(lens: Lens, style: str, parts: dict[str, str]) -> str:
    return lens.words.say(f"cite.{style}", **parts).strip()


def bibtex(parts: dict[str, str]) -> str:
    """The citation as a BibTeX entry; braces and backslashes in it are words, not commands."""
    key = parts["id"].replace("/", "-").replace(".", "-")
    fields = {
        "title": _plain(parts["title"]),
        "author": _plain(parts["publisher"]),
        "howpublished": _plain(parts["site"]),
        "year": parts["year"],
        "note": f"Fact {parts['id']}, data version {parts['version']}. {_plain(parts['ground'])}",
        "url": parts["url"],
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}\n}}"


def _plain(words: str) -> str:
    """Words that TeX prints as they stand."""
    escapes = {"\\": r"\textbackslash ", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%"}
    escapes |= {"$": r"\$", "#": r"\#", "_": r"\_"}
    return "".join(escapes.get(c, c) for c in words)
