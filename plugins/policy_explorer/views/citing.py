"""How a fact or a chart is cited in a report: GB/T 7714, APA, BibTeX, RIS, CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from policy_explorer.model.fact import Fact
from policy_explorer.model.when import When
from policy_explorer.views.lens import Lens
from policy_explorer.views.said import cited

Cites = tuple[tuple[str, str], ...]
"""(name of the style, the citation) for each."""
Parts = dict[str, str]
TEX = str.maketrans({"\\": r"\textbackslash "} | {sign: f"\\{sign}" for sign in "{}&%$#_"})
"""Signs that are commands to TeX, each as it is written to stand for itself."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited: its title, its id, its published address ('' where there is none)."""

    title: str
    id: str
    url: str
    places: str = ""
    """Where what it says was taken from, so that the credit goes where it is due."""


def citations(lens: Lens, fact: Fact, title: str) -> Cites:
    """A fact in three styles; without a site address they name none."""
    url = lens.urls.absolute(lens.urls.fact(fact.id, lens.lang))
    parts = _parts(lens, Work(title, fact.id, url, places(lens, (fact,))))
    return _printed(lens, parts)


def of_work(lens: Lens, work: Work) -> Cites:
    """A chart in five styles; without a site address they name none."""
    parts = _parts(lens, work)
    return (*_printed(lens, parts), ("RIS", ris(parts)), ("CSL-JSON", csl(parts)))


def edition(lens: Lens) -> tuple[str, When]:
    """Version and date of the data: those of the newest change."""
    entry = next(iter(lens.site.items("changes")), None)
    when = entry.props.get("date") if entry else None
    date = when if isinstance(when, When) else lens.site.policy.as_of
    return (entry.word("version") if entry else ""), date


def _printed(lens: Lens, parts: Parts) -> Cites:
    styles = (("GB/T 7714", _line(lens, "gbt", parts)), ("APA", _line(lens, "apa", parts)))
    return (*styles, ("BibTeX", bibtex(parts)))


def _parts(lens: Lens, work: Work) -> Parts:
    version, date = edition(lens)
    said, site = lens.words, lens.site.policy.title[lens.lang]
    return {
        "publisher": lens.site.policy.publisher[lens.lang],
        "site": "" if work.title == site else site,
        "title": work.title,
        "id": work.id,
        "version": version,
        "date": str(date),
        "year": str(date.year),
        "url": work.url,
        "address": work.url or said.say("cite.no_address", id=work.id),
        "ground": said.say("cite.ground", places=work.places) if work.places else "",
        "lang": lens.tag,
    }


def places(lens: Lens, facts: Iterable[Fact]) -> str:
    """Every source that these facts rest on, each once; its line where it is always the same."""
    lines: dict[str, set[int]] = {}
    for fact in facts:
        for cite in cited(lens, fact):
            lines.setdefault(cite.source, set()).add(cite.line)
    return lens.words["sep.semicolon"].join(_place(lens, *found) for found in lines.items())


def _place(lens: Lens, name: str, lines: set[int]) -> str:
    record = lens.site.records.get(f"sources/{name}")
    title = lens.name(record) if record is not None else name
    line = next(iter(lines)) if len(lines) == 1 else 0
    said = lens.words.say("place.line", line=line) if line else ""
    return lens.words["sep.clause"].join(part for part in (title, said) if part)


def _line(lens: Lens, style: str, parts: Parts) -> str:
    """In a printed style; the whole of the data stands in nothing larger."""
    key = f"cite.{style}" if parts["site"] else f"cite.{style}_whole"
    return lens.words.say(key, **parts).strip()


def bibtex(parts: Parts) -> str:
    """The citation as a BibTeX entry; braces and backslashes in it are words, not commands."""
    key = parts["id"].replace("/", "-").replace(".", "-")
    note = f"{_plain(parts['id'])}, data version {parts['version']}. {_plain(parts['ground'])}"
    fields = {
        "title": _plain(parts["title"]),
        "author": _plain(parts["publisher"]),
        "howpublished": _plain(parts["site"]),
        "year": parts["year"],
        "note": note.rstrip(". "),  # styles end it themselves
        "url": parts["url"],
    }
    lines = ",\n".join(_field(name, value) for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}\n}}"


def _field(name: str, value: str) -> str:
    """A field; in braces inside the quotes an author is one name, not first and last."""
    return f'  {name} = "{{{value}}}"' if name == "author" else f"  {name} = {{{value}}}"


def ris(parts: Parts) -> str:
    """The citation as a RIS record; a line break in a title would end its field."""
    fields = (
        ("TY", "DATA"),
        ("TI", parts["title"]),
        ("AU", parts["publisher"]),
        ("T2", parts["site"]),
        ("PY", parts["year"]),
        ("DA", parts["date"].replace("-", "/")),
        ("ET", parts["version"]),
        ("N1", f"{parts['id']}. {parts['ground']}".strip()),
        ("LA", parts["lang"]),
        ("UR", parts["url"]),
    )
    lines = (f"{tag}  - {' '.join(words.split())}" for tag, words in fields if words)
    return "\n".join((*lines, "ER  - "))


def csl(parts: Parts) -> str:
    """The citation as CSL-JSON: a list of one entry."""
    day = [int(part) for part in parts["date"].split("-") if part.isdigit()]
    entry = {
        "id": parts["id"],
        "type": "dataset",
        "title": parts["title"],
        "author": [{"literal": parts["publisher"]}],
        "container-title": parts["site"],
        "issued": {"date-parts": [day]},
        "version": parts["version"],
        "note": parts["ground"].strip(),
        "language": parts["lang"],
        "URL": parts["url"],
    }
    given = {key: value for key, value in entry.items() if value}
    return json.dumps([given], ensure_ascii=False, indent=2)


def _plain(words: str) -> str:
    """Words that TeX prints as they stand."""
    return words.translate(TEX)
