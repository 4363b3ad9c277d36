"""The static painter: what it draws, what it refuses, and that it never varies."""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.charts.pictures import CHARTS
from tests.charts.samples import LANGUAGES, PALETTE, ROLES, doubling_chart

from policy_explorer.charts.painter import FigureError, Label, paint
from policy_explorer.charts.spec import Drawings, draw

ROOT = Path(__file__).resolve().parents[2]
LAYOUTS = ("wide", "narrow")
EACH = [(name, lang) for name in CHARTS for lang in LANGUAGES]


@cache
def _drawing(name: str, lang: str) -> Drawings:
    """A picture in a language, drawn once, and only if a test asks for it."""
    return draw(CHARTS[name](lang), PALETTE)


def svgs() -> Iterator[str]:
    """Every picture in every language and layout."""
    for name, lang in EACH:
        yield from (getattr(_drawing(name, lang), layout) for layout in LAYOUTS)


def _paint(figure: dict[str, object], **label: str) -> str:
    words = {"prefix": "c", "title": "t", "desc": "d", "lang": "en", **label}
    return paint(figure, Label(**words), PALETTE.theme())


def _figure() -> Any:  # noqa: ANN401 -- a figure is taken apart here at will
    return copy.deepcopy(doubling_chart("en").wide)


NO_ARC = "is not drawn by plotly.js (absolute MLHVQCTSZ, one set of numbers each)"
REFUSED: dict[str, tuple[Callable[[Any], object], str]] = {
    "legend": (
        lambda f: f["layout"].update(showlegend=True),
        "layout.showlegend: True is not drawn; one of False",
    ),
    "template": (
        lambda f: f["layout"].update(template={}),
        "layout.template: is not in the supported subset",
    ),
    "guessed angle": (
        lambda f: f["layout"]["xaxis"].pop("tickangle"),
        "layout.xaxis.tickangle: must be given explicitly",
    ),
    "log axis": (
        lambda f: f["layout"]["yaxis"].update(type="log"),
        "layout.yaxis.type: 'log' is not drawn; one of 'linear'",
    ),
    "curve": (
        lambda f: f["data"][1]["line"].update(shape="spline"),
        "data[1].line.shape: 'spline' is not drawn; one of 'linear'",
    ),
    "other trace": (
        lambda f: f["data"][1].update(type="pie"),
        "data[1].type: 'pie' is not drawn; one of 'scatter', 'bar'",
    ),
    "foreign colour": (
        lambda f: f["data"][1]["line"].update(color="#ff0000"),
        "data[1].line.color: #ff0000 is not a token of the theme",
    ),
    "named colour": (
        lambda f: f["data"][1]["line"].update(color="red"),
        "data[1].line.color: expected '#rrggbb', '#rrggbbaa' or 'rgba(0,0,0,0)', got 'red'",
    ),
    "not a number": (
        lambda f: f["data"][1]["y"].__setitem__(0, float("nan")),
        "data[1].y[0]: expected a finite number, got nan",
    ),
    "outside": (
        lambda f: f["data"][2]["y"].__setitem__(0, 1000),
        "data[2].x[0]: plotly.js draws no marker or text outside the axis range",
    ),
    "markup": (
        lambda f: f["data"][4].update(text=["<b>115</b>"]),
        "data[4].text: '<b>115</b>': only plain text, <br>, &amp; &lt; &gt; are drawn",
    ),
    "negative size": (
        lambda f: f["data"][2]["marker"].update(size=-3),
        "data[2].marker.size: must not be negative",
    ),
    "arc": (
        lambda f: f["layout"]["shapes"][-1].update(path="M0,0 A4,4 0 0 1 8,0"),
        f"layout.shapes[17].path: segment 'A4,4 0 0 1 8,0' {NO_ARC}",
    ),
    "unused axis": (
        lambda f: f["layout"].update(xaxis2=f["layout"]["yaxis2"] | {"anchor": "y"}),
        "layout.xaxis2: no trace uses this axis (plotly.js would not draw it)",
    ),
    "half pixels": (
        lambda f: f["layout"].update(width=720.5),
        "layout.margin: whole pixels only (plotly.js rounds)",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refuses_and_names_it(case: str) -> None:
    """What cannot be drawn as plotly.js would draw it is an error that begins with its path."""
    change, message = REFUSED[case]
    figure = _figure()
    change(figure)
    with pytest.raises(FigureError) as error:
        _paint(figure)
    assert str(error.value) == message


def test_words_are_escaped() -> None:
    """Hostile words end up as words: in title, description, language and prefix."""
    hostile = '<script>alert("&")</script>'
    svg = _paint(_figure(), title=hostile, desc=hostile, lang='"><script>')
    root = ET.fromstring(svg)  # noqa: S314 -- our own picture
    assert [e.text for e in list(root)[:2]] == [hostile, hostile]
    assert root.get("lang") == '"><script>'
    assert "<script" not in svg


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("name", "lang"), EACH)
def test_carries_no_style(name: str, lang: str, layout: str) -> None:
    """No style attribute, no script, no handler: a strict policy would refuse them."""
    svg: str = getattr(_drawing(name, lang), layout)
    tags = [e.tag.rpartition("}")[2] for e in ET.fromstring(svg).iter()]  # noqa: S314 -- our own drawing
    assert "style" not in tags
    assert "script" not in tags
    assert not re.search(r"\s(style|on\w+)=", svg)


@pytest.mark.slow
def test_ids_are_unique_on_a_page() -> None:
    """The drawings of different charts and layouts share no id, and refer to none but their own."""
    drawings = [draw(make("zh"), PALETTE, prefix=f"{name}-") for name, make in CHARTS.items()]
    svgs = [svg for drawing in drawings for svg in (drawing.wide, drawing.narrow)]
    ids = [i for svg in svgs for i in re.findall(r'\sid="([^"]+)"', svg)]
    assert len(set(ids)) == len(ids) >= 2 * len(svgs)
    for svg in svgs:
        used = re.findall(r"url\(#([^)]+)\)", svg)
        used += " ".join(re.findall(r'aria-labelledby="([^"]+)"', svg)).split()
        assert set(used) <= set(re.findall(r'\sid="([^"]+)"', svg))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("name", "lang"), EACH)
def test_every_colour_is_a_token(name: str, lang: str, layout: str) -> None:
    """Each colour stands twice: as the class of its role, and as the role's light hex."""
    hexes = {role: pair[0] for role, pair in ROLES.items()}
    found = 0
    for element in ET.fromstring(getattr(_drawing(name, lang), layout)).iter():  # noqa: S314 -- our own drawing
        classes = (element.get("class") or "").split()
        for prop, short in (("fill", "f"), ("stroke", "s"), ("stop-color", "t")):
            colour = element.get(prop, "none")
            roles = [c.removeprefix(f"{short}-") for c in classes if c.startswith(f"{short}-")]
            found += len(roles)
            assert [hexes[role] for role in roles] == ([] if colour == "none" else [colour])
    assert found > 10


PROGRAM = """
import hashlib, sys
from tests.charts.test_painter import svgs
sys.stdout.write(hashlib.sha256("".join(svgs()).encode()).hexdigest())
"""


@pytest.mark.slow
def test_same_bytes_everywhere() -> None:
    """Neither hash seed nor time zone nor locale changes a byte."""
    path = os.pathsep.join([str(ROOT / "plugins"), str(ROOT)])
    seen = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={"PYTHONPATH": path, "PYTHONUTF8": "1", "PYTHONHASHSEED": seed, **place},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for seed, place in (("1", {"TZ": "Asia/Shanghai"}), ("7", {"LC_ALL": "C", "TZ": "UTC"}))
    }
    assert len(seen) == 1
    assert len(seen.pop()) == 64


def test_unseen_markers_leave_nothing() -> None:
    """A marker that is only there for the pointer draws no element."""
    figure = _figure()
    before = _paint(figure)
    clear = {"size": 9, "symbol": "circle", "color": "rgba(0,0,0,0)", "opacity": 1}
    figure["data"].append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": [2022],
            "y": [50],
            "cliponaxis": False,
            "marker": {**clear, "line": {"width": 0, "color": "rgba(0,0,0,0)"}},
        }
    )
    assert _paint(figure) == before
