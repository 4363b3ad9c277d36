"""A Plotly figure drawn at build time: plain dict in, SVG out, where plotly.js would draw it.

Only what needs no measuring of text is accepted; all else is an error that names the attribute.
Geometry follows plotly.js 4.1.1; `tests/charts/test_parity.py` holds both against each other.
"""

from __future__ import annotations

from policy_explorer.charts.painter.canvas import CLEAR, Theme
from policy_explorer.charts.painter.reader import FigureError
from policy_explorer.charts.painter.static import Label, Painted, paint, paint_marks

__all__ = ["CLEAR", "FigureError", "Label", "Painted", "Theme", "paint", "paint_marks"]
