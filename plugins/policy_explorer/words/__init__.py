"""What the program says to editors, in their language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from policy_explorer.problems import ENGLISH, Catalogue

LANGUAGES = ("en", "zh")
ASKED = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the environment that name a language, the first that is set counting."""


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; English needs none, since it stands in the program."""
    if language == "en":
        return ENGLISH
    import tomllib  # noqa: PLC0415 -- who reads English does not pay for it

    path = Path(__file__).with_name(f"{language}.toml")
    return Catalogue(tomllib.loads(path.read_text(encoding="utf-8"))["words"], language)


def language_of(environ: Mapping[str, str]) -> str:
    """The language that the environment asks for: Chinese for `zh_…`, English for all others."""
    asked = next((environ[name] for name in ASKED if environ.get(name)), "")
    code = asked.replace("-", "_").partition("_")[0].partition(".")[0]
    return "zh" if code.lower() == "zh" else "en"
