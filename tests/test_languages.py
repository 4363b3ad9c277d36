"""No code counts on two languages: plans in one, and in three."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests import pages

from policy_explorer import pipeline, settings

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "tests/plans/three-sectors/data"
THIRD = {"code": "xx", "tag": "fr", "name": "Français"}
pytestmark = pytest.mark.slow


class Loose(yaml.CSafeLoader):
    """All scalars are text, as the explorer reads them."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 -- PyYAML's own way


def _walk(node: Any, change: Any) -> Any:  # noqa: ANN401 -- plain YAML
    if isinstance(node, list):
        return [_walk(item, change) for item in node]
    if isinstance(node, dict):
        return change({key: _walk(value, change) for key, value in node.items()})
    return node


def _codes(folder: Path) -> list[str]:
    head = yaml.load((folder / "policy.yaml").read_text(encoding="utf-8"), Loader=Loose)  # noqa: S506
    return [language["code"] for language in head["languages"]]


def _rewritten(into: Path, change: Any, languages: Any) -> Path:  # noqa: ANN401
    """The plan of three sectors with every mapping changed, and another list of languages."""
    (into / "data").mkdir(parents=True)
    for path in PLAN.glob("*.yaml"):
        node = yaml.load(path.read_text(encoding="utf-8"), Loader=Loose)  # noqa: S506
        made = _walk(node, change)
        if path.name == "policy.yaml":
            made["languages"] = languages(made["languages"])
        words = yaml.safe_dump(made, allow_unicode=True, sort_keys=False)
        (into / "data" / path.name).write_text(words, encoding="utf-8")
    lock = PLAN / "sources.lock"
    if lock.is_file():
        shutil.copy(lock, into / "data")
    return into


def _html(made: dict[str, bytes]) -> list[str]:
    return [path for path in made if path.endswith(".html")]


def test_a_third_language(tmp_path: Path) -> None:
    """With words in a third language, in data and strings, there are half as many pages again."""
    codes = _codes(PLAN)

    def with_third(node: dict[str, Any]) -> dict[str, Any]:
        is_text = set(node) == set(codes)
        return node | {"xx": f"x{node[codes[-1]]}"} if is_text else node

    plan = _rewritten(tmp_path / "plan", with_third, lambda found: [*found, THIRD])
    own: dict[str, Any] = {}
    for path in sorted((ROOT / "theme").glob("strings*.yaml")):
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=Loose)  # noqa: S506
        own |= {key: {"xx": words[codes[-1]]} for key, words in rows.items()}
    strings = yaml.safe_dump(own, allow_unicode=True)
    (plan / "strings.yaml").write_text(strings, encoding="utf-8")
    two = _html(pipeline.render(settings.find(ROOT, PLAN)))
    made = pipeline.render(settings.find(ROOT, plan))
    three = _html(made)
    assert len(three) * 2 == len(two) * 3
    page = pages.read(made["xx/index.html"])
    assert page.all("html")[0].attrs["lang"] == "fr"
    assert len([x for x in page.all("link", rel="alternate") if "hreflang" in x.attrs]) == 4


def test_a_single_language(tmp_path: Path) -> None:
    """A plan in one language has no switch, and every page once."""
    codes = _codes(PLAN)

    def only_first(node: dict[str, Any]) -> dict[str, Any]:
        return {codes[0]: node[codes[0]]} if set(node) == set(codes) else node

    plan = _rewritten(tmp_path / "plan", only_first, lambda found: found[:1])
    made = pipeline.render(settings.find(ROOT, plan))
    two = _html(pipeline.render(settings.find(ROOT, PLAN)))
    assert len(_html(made)) * 2 == len(two)


def test_missing_words_in_serve(tmp_path: Path) -> None:
    """One language's words missing: an error, and in `serve` a marked placeholder and a warning."""
    shutil.copytree(PLAN, tmp_path / "data")
    path = next((tmp_path / "data").glob("sectors.yaml"))
    node = yaml.load(path.read_text(encoding="utf-8"), Loader=Loose)  # noqa: S506
    codes = _codes(PLAN)
    name = node["items"][0]["name"].pop(codes[1])
    words = yaml.safe_dump(node, allow_unicode=True, sort_keys=False)
    path.write_text(words, encoding="utf-8")
    found = pipeline.check(settings.find(ROOT, tmp_path)).problems
    assert {(p.code, p.severity) for p in found} >= {("missing-language", "error")}
    served = settings.find(ROOT, tmp_path, drafts=True)
    warned = pipeline.check(served).problems
    assert ("missing-language", "warning") in {(p.code, p.severity) for p in warned}
    made = pipeline.render(served)
    first = node["items"][0]["name"][codes[0]]
    page = made[f"{codes[1]}/sectors/{node['items'][0]['id']}.html"].decode()
    assert f"〔{first}〕" in page
    assert name not in page
