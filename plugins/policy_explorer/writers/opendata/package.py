"""data/datapackage.json: what lies in the data, in the terms of Data Package 2.0."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_explorer.model.legend import joined
from policy_explorer.model.text import Text
from policy_explorer.model.when import When
from policy_explorer.views.citing import edition
from policy_explorer.views.sources import address
from policy_explorer.writers.archives import sha256
from policy_explorer.writers.opendata.cells import Table
from policy_explorer.writers.opendata.scribe import Scribe

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLE = "https://datapackage.org/profiles/2.0/tableschema.json"
HTTP, MAIL = ("https://", "http://"), "mailto:"
Json = dict[str, object]


def package(scribe: Scribe, tables: Mapping[str, Table], files: Mapping[str, bytes]) -> Json:
    """The descriptor of files, each named as it lies beside it; tables are those of their paths."""
    first, policy = scribe.lenses[0], scribe.site.policy
    version, date = edition(first)
    home = first.urls.absolute(first.urls.page("index", first.lang))
    whole: Json = {
        "$schema": PROFILE,
        "name": policy.id,
        "id": first.urls.absolute("data/datapackage.json"),
        "title": joined(policy.title),
        "description": _flat(scribe, policy.summary),
        "homepage": home,
        "version": version,
        "created": _moment(date),
        "licenses": [_given(title=policy.licence, path=_link(policy.licence_url))],
        "contributors": [_publisher(scribe)],
        "sources": list(_sources(scribe)),
        "resources": [_resource(scribe, tables.get(path), path, files[path]) for path in files],
    }
    if not whole["licenses"] or not policy.licence_url:
        whole.pop("licenses")  # one of them needs an address
    return _given(**whole)


def _given(**parts: object) -> Json:
    """What is not empty: absent keys are left out."""
    return {key: value for key, value in parts.items() if value not in ("", [], None)}


def _flat(scribe: Scribe, text: Text) -> str:
    return "\n\n".join(dict.fromkeys(lens.flat(text) for lens in scribe.lenses))


def _moment(date: When) -> str:
    """The day of the newest change; '' where it is not known to the day."""
    return f"{date}T00:00:00Z" if date.day else ""


def _link(url: str) -> str:
    return url if url.startswith(HTTP) else ""


def _publisher(scribe: Scribe) -> Json:
    policy = scribe.site.policy
    url = policy.contact_url
    mail = url.removeprefix(MAIL) if url.startswith(MAIL) else ""
    title = joined(policy.publisher)
    return _given(title=title, path=_link(url), email=mail, roles=["publisher"])


def _sources(scribe: Scribe) -> Iterator[Json]:
    """The sources of the plan, with an address where one may be linked."""
    for record in scribe.site.items("sources"):
        title = " / ".join(dict.fromkeys(lens.name(record) for lens in scribe.lenses))
        yield _given(title=title, path=_link(address(record)), version="")


def _resource(scribe: Scribe, table: Table | None, path: str, data: bytes) -> Json:
    """A file: where it is, what is in it, by what it is known."""
    weight: Json = {"encoding": "utf-8", "bytes": len(data), "hash": f"sha256:{sha256(data)}"}
    if table is None:
        kind = {"name": path, "path": path, "format": "json", "mediatype": "application/json"}
        return {**kind, "title": scribe.say(f"download.{path}"), **weight}
    kind = {"name": table.name, "type": "table", "path": path, "format": "csv"}
    told = _given(title=table.title, description=table.description)
    return {**kind, "mediatype": "text/csv", **told, **weight, "schema": _schema(table)}


def _schema(table: Table) -> Json:
    """The schema of a table: its fields, its key, and where its ids lead."""
    links = [{"fields": [column], "reference": _reference(table, to)} for column, to in table.links]
    return _given(
        **{"$schema": TABLE},
        fields=list(table.fields),
        missingValues=[""],
        primaryKey=list(table.key),
        foreignKeys=links,
    )


def _reference(table: Table, to: str) -> Json:
    """The ids of a table; of its own, without a name."""
    own: Json = {} if to == table.name else {"resource": to}
    return {**own, "fields": ["id"]}
