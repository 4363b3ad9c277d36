"""Style sheets and scripts: joined, made small, named by what they hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_explorer.problems import Refused
from policy_explorer.writers import assets


def test_layers_keep_their_order(tmp_path: Path) -> None:
    """Layers follow their numbers; a plan's tokens come after the theme's, components before 6."""
    (tmp_path / "components").mkdir()
    names = ("7-print", "2-tokens", "6-utilities", "components/b", "components/a", "3-base")
    for name in names:
        (tmp_path / f"{name}.css").write_text(f"/*{name}*/", encoding="utf-8")
    own = tmp_path / "own.css"
    own.write_text("/*own*/", encoding="utf-8")
    assert assets.style_sheet(tmp_path, own).split("\n") == [
        "/*2-tokens*/",
        "/*own*/",
        "/*3-base*/",
        "/*components/a*/",
        "/*components/b*/",
        "/*6-utilities*/",
        "/*7-print*/",
    ]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("a  {\n  b: c;\n}\n", "a{b:c}\n"),
        ("/* a\n*/ a > b , c { d: e ; f: g }", "a>b,c{d:e;f:g}\n"),
        ("a:hover { margin: -1px calc(1px + 2px) }", "a:hover{margin:-1px calc(1px + 2px)}\n"),
        ("@media (min-width: 40em) and (x) {}", "@media (min-width:40em) and (x){}\n"),
        ("a :is(b) { c: d }", "a :is(b){c:d}\n"),
    ],
)
def test_small_sheets_say_the_same(long: str, short: str) -> None:
    """White space goes where it says nothing, and stays where it does."""
    assert assets.minified(long) == short


def test_a_name_changes_with_what_it_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """An asset's name holds the digest of its bytes."""
    names = [assets._named("site", "js", data)[0] for data in (b"a", b"a", b"b")]
    assert names[0] == names[1] != names[2]
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(Refused, match="missing-file"):
        assets.bundle(Path("nowhere"))
