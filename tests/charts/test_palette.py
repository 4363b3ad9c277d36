"""The palette: one role, one colour, one class, one property."""

from __future__ import annotations

import re

import pytest
from tests.charts.samples import PALETTE, ROLES, THEME

from policy_explorer.charts.palette import PROPERTIES, Palette


def test_figures_are_made_in_light() -> None:
    """A figure's colours are the light ones, and the theme turns each into its role's class."""
    assert PALETTE.light.accent == ROLES["accent"][0]
    assert PALETTE.dark.accent == ROLES["accent"][1]
    assert PALETTE.theme().tokens[PALETTE.light.accent] == "accent"


def test_live_chart_learns_the_properties() -> None:
    """Every light colour leads to the custom property that holds its role."""
    assert PALETTE.tokens()[ROLES["ink"][0]] == "--text"
    assert set(PALETTE.tokens().values()) == set(PROPERTIES.values())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ink": None}, "palette: missing or unknown roles: ink"),
        ({"pink": ("#ff00ff", "#ff00ff")}, "palette: missing or unknown roles: pink"),
        ({"ink": ("black", "#ffffff")}, "palette: ink: 'black' is not '#rrggbb'"),
        (
            {"external": ROLES["accent"]},
            "palette: accent and external are both #1c4f8b in light",
        ),
    ],
)
def test_refuses_what_would_be_ambiguous(
    change: dict[str, tuple[str, str] | None], message: str
) -> None:
    """A missing role, a colour that is none, and two roles of one colour are errors."""
    roles = {role: pair for role, pair in {**ROLES, **change}.items() if pair}
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        Palette.of(roles)


def test_style_sheet_has_a_class_for_every_role() -> None:
    """chart.css fills, strokes and shades every role from its property."""
    css = (THEME / "static/css/components/chart.css").read_text(encoding="utf-8")
    for role, name in PROPERTIES.items():
        for short, prop in (("f", "fill"), ("s", "stroke"), ("t", "stop-color")):
            assert f".{short}-{role} {{ {prop}: var({name}); }}" in css
