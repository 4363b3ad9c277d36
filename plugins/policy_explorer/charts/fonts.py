"""The faces of charts: installed fonts only, and how wide a text is at most."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

SANS = (
    "-apple-system, 'Segoe UI', Roboto, 'Source Sans 3', 'PingFang SC', 'Microsoft YaHei', "
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', sans-serif"
)
SERIF = (
    "'Iowan Old Style', Charter, 'Source Serif 4', 'Sitka Text', Cambria, Georgia, "
    "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif"
)
FIGURES = f"'Latin Punct', {SERIF}"
"""For large numbers: the site's style sheet gives "≥" a Latin face, which a Han font draws wide."""
QUOTED = SANS.replace("'PingFang SC'", "'Latin Punct', 'PingFang SC'")
"""For pages of other scripts: quotes are narrow there even where only a Han font is installed."""
LATIN_SANS = SANS.replace("'PingFang SC'", "'Noto Sans CJK KR', 'PingFang SC'")
LATIN_SERIF = SERIF.replace("'Songti SC'", "'Noto Serif CJK KR', 'Songti SC'")
"""For quotes and dashes of other scripts where only a Han font is installed: its Korean face sets
them narrow, as these scripts have them."""
METRICS: Mapping[str, tuple[float, float]] = {
    SANS: (1.16, 0.288),
    QUOTED: (1.16, 0.288),
    SERIF: (1.151, 0.286),
    FIGURES: (1.151, 0.286),
}
"""Ascent and descent per em, of Noto Sans CJK and Noto Serif CJK, for annotations only."""
BOLD = 1.1
"""How much wider bold letters of other scripts are than the estimate for all."""
FULL, HALF = 1.0, 0.5
"""Advance per em of a Han character, and of an average other one (on the wide side)."""


def is_han(lang: str) -> bool:
    """Whether a language (BCP 47) is written in Han characters, and sets quotes as wide as they."""
    return lang.lower().startswith(("zh", "ja"))


def width_of(text: str, size: float) -> float:
    """An upper estimate of a text's width in px; for laying out, never for exact places."""
    # quotes, dashes, · and ≥ are as wide as a Han letter where a Han font sets them
    wide = sum(unicodedata.east_asian_width(c) in "WFA" for c in text)
    return size * (FULL * wide + HALF * (len(text) - wide))
