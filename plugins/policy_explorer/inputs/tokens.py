"""The theme's tokens.css -> the colours of light and dark, for charts to be drawn in."""

from __future__ import annotations

import re

ROLE = re.compile(
    r"--([a-z-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)", re.IGNORECASE
)


def colours(css: str) -> dict[str, tuple[str, str]]:
    """Role -> (light, dark) of every `--role: light-dark(#rrggbb, #rrggbb)`; the last one wins."""
    return {role: (light.lower(), dark.lower()) for role, light, dark in ROLE.findall(css)}
