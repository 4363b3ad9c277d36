"""The colours of charts: one role, one colour in light and one in dark, one CSS property."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from policy_explorer.charts.fonts import METRICS
from policy_explorer.charts.painter import Theme

PROPERTIES: Mapping[str, str] = {
    "ink": "--text",
    "muted": "--muted",
    "faint": "--faint",
    "hair": "--hair",
    "surface": "--surface",
    "tint": "--tint",
    "accent": "--accent",
    "external": "--b-external",
    "inferred": "--b-inferred",
}
"""Role of a colour -> the CSS custom property of the site that holds it."""
HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Colours:
    """One '#rrggbb' for each role; `surface` is the paper of a chart."""

    ink: str
    muted: str
    faint: str
    hair: str
    surface: str
    tint: str
    accent: str
    external: str
    inferred: str


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours in light and in dark; figures are made in light, and carry classes for dark."""

    light: Colours
    dark: Colours

    @classmethod
    def of(cls, roles: Mapping[str, tuple[str, str]]) -> Palette:
        """A palette from role -> (light, dark).

        Raises:
            ValueError: a role is missing or unknown, a colour is not '#rrggbb' in small letters,
                or two roles share a light colour (then a figure could not say which it means).
        """
        if set(roles) != set(PROPERTIES):
            odd = ", ".join(sorted(set(roles) ^ set(PROPERTIES)))
            raise ValueError(f"palette: missing or unknown roles: {odd}")
        for role, pair in roles.items():
            for colour in pair:
                if not HEX.fullmatch(colour):
                    raise ValueError(f"palette: {role}: {colour!r} is not '#rrggbb'")
        light = {role: pair[0] for role, pair in roles.items()}
        _refuse_twins(light)
        return cls(Colours(**light), Colours(**{role: pair[1] for role, pair in roles.items()}))

    def theme(self) -> Theme:
        """What the static painter needs: light colour -> suffix of its class."""
        return Theme({colour: role for role, colour in asdict(self.light).items()}, METRICS)

    def tokens(self) -> dict[str, str]:
        """What the live chart needs: light colour -> CSS custom property (`data-tokens`)."""
        return {colour: PROPERTIES[role] for role, colour in asdict(self.light).items()}


def _refuse_twins(light: Mapping[str, str]) -> None:
    first: dict[str, str] = {}
    for role, colour in light.items():
        if colour in first:
            raise ValueError(f"palette: {first[colour]} and {role} are both {colour} in light")
        first[colour] = role
