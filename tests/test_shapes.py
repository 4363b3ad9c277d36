"""Plans of odd shapes: without sections, without targets, with very many items."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests import pages

from policy_explorer import pipeline, settings

ROOT = Path(__file__).parents[1]
PLAN = ROOT / "tests/plans/three-sectors/data"
MANY = 300
pytestmark = pytest.mark.slow


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data of the plan of three sectors, to be changed."""
    return Path(shutil.copytree(PLAN, tmp_path / "data"))


def _edit(path: Path, pattern: str, new: str) -> None:
    words = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, words, count=1, flags=re.MULTILINE | re.DOTALL)
    assert changed != words, pattern
    path.write_text(changed, encoding="utf-8")


def test_a_plan_without_sections(data: Path) -> None:
    """With no section and one target the site builds, and home leads with the target."""
    (data / "sectors.yaml").unlink()
    policy = data / "policy.yaml"
    _edit(policy, r"^sections:.*?$", "sections: []")
    _edit(policy, r"^menu:.*?$", "menu: [targets, facts]")
    words = policy.read_text(encoding="utf-8")
    kept = [line for line in words.split("\n") if not line.startswith(("  columns:", "  line:"))]
    policy.write_text(re.sub(r"\[\[sectors[^\]]*\]\]", "some", "\n".join(kept)), encoding="utf-8")
    for name in ("questions", "relations", "derived", "glossary"):
        (data / f"{name}.yaml").unlink(missing_ok=True)
    made = pipeline.render(settings.find(ROOT, data))
    home = pages.read(made["index.html"])
    assert len(home.all("article", class_="stat")) == 1
    assert not home.all("ul", class_="names")


def test_a_plan_without_targets(data: Path) -> None:
    """A plan that sets no target builds: what it says it says, and no number is made up."""
    (data / "targets.yaml").write_text("items: []\n", encoding="utf-8")
    _edit(data / "policy.yaml", r"^  lead:.*?(?=^  \w|^\w)", "")
    for name in ("charts", "questions", "derived", "observations", "revisions"):
        (data / f"{name}.yaml").unlink(missing_ok=True)
    for path in data.glob("*.yaml"):
        words = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\[\[targets/[^\]]*\]\]", "it", words), encoding="utf-8")
    made = pipeline.render(settings.find(ROOT, data))
    assert not pages.read(made["index.html"]).all("article", class_="stat")
    assert "targets/index.html" in made


def test_a_section_of_very_many(data: Path) -> None:
    """Three hundred items in a section are three hundred pages, all named on the section's two."""
    path = data / "sectors.yaml"
    words = path.read_text(encoding="utf-8")
    cite = "basis: inferred, because: {en: a, zh: 甲}"
    rows = (
        f"  - {{id: item-{n}, name: {{en: Item {n}, zh: 项目{n}}}, {cite}}}\n" for n in range(MANY)
    )
    path.write_text(words.rstrip() + "\n" + "".join(rows), encoding="utf-8")
    made = pipeline.render(settings.find(ROOT, data))
    both = [pages.read(made[f"sectors/{name}.html"]) for name in ("index", "index.2")]
    named = {link for page in both for link in page.links if link.startswith("item-")}
    assert len(named) >= MANY
    assert f"sectors/item-{MANY - 1}.html" in made
