"""The type of a key -> a JSON Schema that accepts what the reader of the data accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from policy_explorer.inputs import typed
from policy_explorer.inputs.cites import MAX_DIGITS
from policy_explorer.inputs.nodes import Scalar
from policy_explorer.inputs.values import BLANK, ID, ID_LENGTH, URL
from policy_explorer.model import number, when
from policy_explorer.model.files import DEVICES
from policy_explorer.model.heads import CITE, FIELD, SILENT, STATEMENT
from policy_explorer.model.keys import LISTS, Key, needed
from policy_explorer.model.legend import Legend
from policy_explorer.model.place import Place
from policy_explorer.model.units import UNITS

Schema = dict[str, object]
FILLED = rf"^(?!\s*{BLANK}\s*$)[\s\S]*\S"
"""Words that say something: neither empty nor the blank of a new item."""
WRITTEN = ["string", "number", "boolean"]
"""What an editor may take a word for that stands without quotes."""
SHARED = {"text": "text", "number": "number", "date": "date", "unit": "unit", "who": "who"}
"""Types of facts that are the same under every key."""
PLAIN = {
    "said": "text", "word": "word", "flag": "flag", "url": "url", "when": "date", "day": "day",
    "measure": "unit", "id": "id", "line": "line", "cites": "cite", "source": "source",
}  # fmt: skip
"""Types that are no facts and the same under every key."""
ENTRIES = {"tokens": "word", "facts": "word", "ids": "id", "links": "link", "sections": "section"}
"""Types that are lists of another."""


def ref(name: str) -> Schema:
    """Whatever the definition of this name accepts."""
    return {"$ref": f"#/definitions/{name}"}


def either(*schemas: Schema) -> Schema:
    """What one of several accepts."""
    return {"anyOf": list(schemas)}


def listed(inner: Schema) -> Schema:
    """A list of such."""
    return {"type": "array", "items": inner}


def within(properties: Schema, required: Iterable[str] = ()) -> Schema:
    """A mapping with these keys and no others."""
    rows = list(required)
    more: Schema = {"required": rows} if rows else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def chosen(known: Iterable[tuple[str, str]]) -> Schema:
    """One of a closed list, each with its words; what looks like a number may be one, too."""
    rows = [(value, said) for name, said in known for value in _both(name)]
    out: Schema = {"enum": [value for value, _ in rows]}
    if any(said for _, said in rows):
        out["enumDescriptions"] = [said for _, said in rows]
    return out


def _both(name: str) -> tuple[object, ...]:
    value = typed.value(Scalar(name, Place("", 1, 1), plain=True))
    return (name,) if value == name else (value, name)


@dataclass(frozen=True, slots=True)
class Shapes:
    """A plan's languages and sections, and what keys mean: all that shapes depend on."""

    codes: tuple[str, ...]
    sections: tuple[str, ...]
    items: Mapping[str, tuple[str, ...]]
    """Ids by file: what pointers may be completed to; one that is not here is no mistake."""
    legend: Legend

    def told(self, path: str, key: Key, schema: Schema) -> Schema:
        """A schema with title, description and examples of its key."""
        meaning = self.legend.meaning(path)
        shape = self.legend.meanings.get(f"shape.{_shape(key)}")
        own: Schema = {"title": self.legend.title(path, key)}
        parts = [m for m in (meaning, shape) if m is not None]
        if parts:
            own["description"] = "\n".join(part.plain for part in parts)
            own["markdownDescription"] = "\n\n".join(part.markdown for part in parts)
            samples = next(([s.value for s in p.good] for p in parts if p.good), [])
            own |= offered(samples) if not _points(key) else {}
        return own | schema

    def record(self, keys: Iterable[Key], path: str, required: Iterable[str] = ()) -> Schema:
        """A mapping of these keys."""
        rows = {k.name: self.told(f"{path}.{k.name}", k, self.of(k, path)) for k in keys}
        return within(dict(rows), required)

    def of(self, key: Key, path: str) -> Schema:  # noqa: PLR0911, C901 -- a table of types
        """What may stand under a key."""
        if key.type in SHARED:
            return ref(f"fact-{key.type}")
        if key.is_fact:
            return self._fact(key, path)
        if key.type in PLAIN:
            return ref(PLAIN[key.type])
        if key.type in ENTRIES:
            return listed(self.of(replace(key, type=ENTRIES[key.type]), path))
        match key.type:
            case "words":
                return either(ref("text"), ref("silent"))
            case "struct":
                return self.record(key.of, f"{path}.{key.name}", needed(key.of))
            case "structs":
                return listed(self.record(key.of, f"{path}.{key.name}", needed(key.of)))
            case "fields":
                return {"type": "object", "additionalProperties": ref("field")}
            case "choices":
                return {"type": "object", "additionalProperties": ref("text")}
            case "items":
                return listed(ref("item"))
            case _:
                return self.value(key, path)

    def value(self, key: Key, path: str) -> Schema:
        """A bare value: of a fact, or of what is one word and depends on its key."""
        match key.type:
            case "ref" | "link":
                return ref(f"into-{key.to}" if key.to in self.items else "ref")
            case "pick" | "choice":
                return self._chosen(key, path)
            case "section":
                return chosen((name, "") for name in self.sections)
            case "who":
                return either(ref("text"), ref("ref"))
            case _:
                return ref(key.type)

    def _chosen(self, key: Key, path: str) -> Schema:
        at = f"{path}.{key.name}"
        return chosen((name, self.legend.choice(at, name, words)) for name, words in key.choices)

    def _fact(self, key: Key, path: str) -> Schema:
        """A fact: bare, silent, or a statement; of a list every entry is one."""
        if key.type in LISTS:
            one = replace(key, type=LISTS[key.type])
            inner = ref("fact-text") if one.type == "text" else self._fact(one, path)
            return either(listed(inner), ref("silent"))
        value = self.value(key, path)
        return either(value, ref("silent"), statement(value))

    def definitions(self) -> Schema:
        """What the schemas of all files refer to."""
        facts = {f"fact-{name}": self._fact(Key(name, name), "") for name in SHARED}
        parts = {f"statement-{k.name}": self._part(k) for k in STATEMENT if k.name != "is"}
        silent = self.legend.meanings["shape.not_stated"].markdown
        return {
            **self._scalars(),
            "text": within({code: ref("word") for code in self.codes}, self.codes),
            "silent": {"enum": [SILENT], "enumDescriptions": [silent]},
            "unit": either(self._units(), ref("text")),
            "cite": either(self._cite(), listed(self._cite())),
            "field": self.record(FIELD, "field", needed(FIELD)),
            **facts,
            **parts,
        }

    def _part(self, key: Key) -> Schema:
        return self.told(f"statement.{key.name}", key, self.of(key, "statement"))

    def _units(self) -> Schema:
        return chosen((name, self.legend.choice("unit", name)) for name in UNITS)

    def _cite(self) -> Schema:
        return either(ref("line"), self.record(CITE, "cite"))

    def _scalars(self) -> Schema:
        """What is one word, each with what is said of one that does not fit."""
        last = 10**MAX_DIGITS - 1
        years = {"type": ["integer", "string"], "minimum": 1000, "maximum": 9998}
        lines = {"type": ["integer", "string"], "minimum": 1, "maximum": last}
        an_id = pattern(ID.pattern) | {"maxLength": ID_LENGTH}
        rows: dict[str, Schema] = {
            "word": {"type": WRITTEN, "pattern": FILLED},
            "flag": pattern("true|false") | {"type": ["boolean", "string"]},
            "number": pattern(number.FORM) | {"type": ["number", "string"]},
            "date": pattern(when.FORM) | years,
            "day": pattern(when.DAY),
            "line": pattern(rf"[1-9][0-9]{{0,{MAX_DIGITS - 1}}}") | lines,
            "id": an_id,
            "own-id": an_id | {"not": {"enum": ["index", *DEVICES]}},
            "ref": pattern(f"{ID.pattern}/{ID.pattern}") | offered(self._refs()),
            "source": an_id | offered(self.items.get("sources", ())),
            "url": pattern(URL.pattern),
            **{f"into-{file}": self._into(file) for file in self.items},
        }
        return {name: self._judged(name, row) for name, row in rows.items()}

    def _judged(self, name: str, schema: Schema) -> Schema:
        """A schema with what an editor is to say of a word that does not fit."""
        shape = {"own-id": "id", "source": "id"}.get(name, name.partition("-")[0])
        meaning = self.legend.meanings[f"shape.{'pointing' if shape == 'into' else shape}"]
        return schema | {"errorMessage": meaning.plain.replace("\n", " ")}

    def _refs(self) -> Iterator[str]:
        """Every item of every section."""
        for file in self.sections:
            yield from (f"{file}/{name}" for name in self.items.get(file, ()))

    def _into(self, file: str) -> Schema:
        """A pointer into one file."""
        form = pattern(f"{file}/{ID.pattern}")
        return form | offered(f"{file}/{name}" for name in self.items[file])


def pattern(form: str) -> Schema:
    """A word of this form, from its first character to its last."""
    return {"type": "string", "pattern": f"^(?:{form})$"}


def offered(words: Iterable[object]) -> Schema:
    """What editors may complete a word to."""
    rows = list(words)
    return {"examples": rows} if rows else {}


def statement(value: Schema) -> Schema:
    """A value with what it rests on."""
    parts = {key.name: ref(f"statement-{key.name}") for key in STATEMENT if key.name != "is"}
    return within({"is": either(value, ref("silent")), **parts}, ["is"])


def _points(key: Key) -> bool:
    """Whether real ids are offered for it, so that made-up ones are not."""
    return _shape(key) in {"ref", "pointing", "source", "who"}


def _shape(key: Key) -> str:
    """The name of the meaning that tells what may be written, if the type has one."""
    if key.to:
        return "pointing"
    one = LISTS.get(key.type) or ENTRIES.get(key.type) or key.type
    names = {"link": "ref", "measure": "unit", "words": "text"}
    return names.get(one) or PLAIN.get(one) or one
