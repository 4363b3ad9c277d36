"""What keys and choices are called on the site, so that who types a name is told the word.

The names are those that readers and authors see: theme/strings.yaml and model/meanings.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from policy_explorer.inputs import meanings, strings
from policy_explorer.model.legend import Legend
from policy_explorer.model.strings import Strings
from policy_explorer.model.text import Text
from policy_explorer.problems import Labels, Refused
from policy_explorer.settings import Settings

SHORT = 8
"""Characters of a gloss."""
HEAD = re.compile("[，：；。（、,:;.(]")
"""Where the head of a sentence ends, which is often the plain word for a key."""
NOBODY = Legend(Strings({}), {})
Known = Iterable[tuple[str, Text | None]]
"""Words, with what the plan itself calls them."""


@lru_cache(maxsize=4)
def _legend(settings: Settings) -> Legend:
    """The words of the interface, as they were when first asked for; none if they are broken."""
    try:
        return Legend(strings.of_theme(settings), meanings.load())
    except Refused:
        return NOBODY


def of_choices(settings: Settings | None, path: str, known: Known) -> Labels:
    """What the choices under a key are called; `path` is that of the key, `targets.kind`."""
    if settings is None:
        return Labels()
    legend = _legend(settings)
    texts = {word: legend.choices(path, word, own) for word, own in known}
    names = {word: _words(found) for word, found in texts.items()}
    return Labels(
        names, _glosses({word: found[0] for word, found in texts.items() if found}, len(texts))
    )


def of_keys(settings: Settings | None, path: str, known: Known) -> Labels:
    """What keys are called; `path` is that of what they stand in, `targets`."""
    if settings is None:
        return Labels()
    legend = _legend(settings)
    return Labels({word: _called(legend, f"{path}.{word}", own) for word, own in known})


def _called(legend: Legend, path: str, own: Text | None) -> tuple[str, ...]:
    meaning = legend.meaning(path)
    titles = meaning.title.split(" / ") if meaning and meaning.title else []
    heads = [HEAD.split(words)[0] for words in meaning.words] if meaning else []
    found = own or legend.strings.by.get(f"field.{path.rpartition('.')[2]}")
    return (*titles, *heads, *(words for _, words in (found.by if found else ())))


def _words(texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for text in texts for _, words in text.by))


def _glosses(first: Mapping[str, Text], all_words: int) -> Mapping[str, Mapping[str, str]]:
    """The names of words in other languages than their own, if each has one and all are short."""
    own = {word: {c: name for c, name in text.by if c != "en"} for word, text in first.items()}
    is_short = all(len(name) <= SHORT for names in own.values() for name in names.values())
    return own if is_short and len(own) == all_words else {}
