"""A plan in which every word that an editor writes is an attack: on pages, scripts, tables, charts.

It is the plan that is hard to lay out, which has a chart and a target of every kind, with its words
exchanged. What a check would refuse is left out, so that all of this is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path

import yaml
from tests import stress

CODES = frozenset(stress.WORD)
RUN = "window.pwned=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"'><svg onload='{RUN}'><animate onbegin={RUN} attributeName=x>",
    f"</script><script>{RUN}//",
    f"</title></textarea></style><script>{RUN}</script>",
    f"<!--<script>{RUN}//-->",
    f"javascript:{RUN}",
    f"<a href='javascript:{RUN}'>x</a><br><b>y</b>",
    "<a href=https://evil.example/x target=_self>x</a><sup>y</sup>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe><base href=https://evil.example/>",
    "<form action=https://evil.example><button>x</button><meta http-equiv=refresh content=0>",
    "<link rel=stylesheet href=https://evil.example/x.css><style>*{display:none}</style>",
    f"{{{{7*7}}}}{{% raw %}}{{# x #}}${{{RUN}}}#{{7*7}}<%= 7*7 %>",
    f"%{{x}}%{{customdata[0]}}%{{y:.2f}}<extra><img src=x onerror={RUN}></extra>",
    "] ]><![CDATA[<x>]>]&gt;",
    f"&lt;script&gt;{RUN}&lt;/script&gt;&#60;b&#62;&amp;lt;&nosuch;",
    f"\\u003cscript\\u003e{RUN}\\x3c/script\\x3e\\\\",
    "'-- OR 1=1; DROP TABLE x",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    f"\"'`\"'`“”‘’\"\"''``;{RUN};//",
    f"` autofocus onfocus={RUN} x=`",
    f'" autofocus onfocus="{RUN}" x="',
    f"*/{RUN}/*\\'];{RUN}//",
    "url(javascript:1) expression(1) }</style>",
    f"onmouseover={RUN} style=x:expression({RUN})",
    f"data:text/html,<script>{RUN}</script>",
    f"{'<b>' * 40}{'[ ' * 20}{'(' * 20}",
)
"""Each is what somebody would write who knows one of the things that these words pass through."""
QUERIES = (*PAYLOADS, "<", '"', "&", "\\", ".*", "(", "[", "$&", "constructor", "__proto__")
"""What is typed into the search."""
UNIT = dict.fromkeys(stress.WORD, f"<img src=x onerror={RUN}>%{{x}}")
"""A unit is one only if it is called the same everywhere."""
URL = f"""https://example.org/x?a="><script>{RUN}</script>&b='onerror={RUN}//%{{x}}"""
TERM = f"<img src=x onerror={RUN}>"
PROSE = """Title: {0}
Summary: {1}

## {2}

{3}

- *{4}*
- [{5}](https://example.org/?a="onmouseover=1)

> {6}

```
{7}
```
"""


def write(folder: Path) -> Path:
    """The plan as a folder that holds `data/` and `content/`; it is returned."""
    stress.write(folder / "data")
    turn = words()
    for path in sorted((folder / "data").glob("*.yaml")):
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        poured = yaml.safe_dump(_poisoned(held, turn), allow_unicode=True, sort_keys=False)
        path.write_text(poured, encoding="utf-8")
    (folder / "content").mkdir()
    for code in CODES:
        prose = PROSE.format(*(_inline(payload) for payload in PAYLOADS[:8]))
        (folder / "content" / f"about.{code}.md").write_text(prose, encoding="utf-8")
    return folder


def words() -> Iterator[dict[str, str]]:
    """Words in every language, none like another: a payload first, then which one it is."""
    for n, payload in zip(count(), cycle(PAYLOADS), strict=False):
        yield {code: f"{payload} {mark}{n}" for code, mark in zip(("zh", "en"), "号n", strict=True)}


def _inline(payload: str) -> str:
    """A payload on a line of Markdown, where brackets would be links."""
    return payload.replace("[", "(").replace("]", ")")


def _poisoned(value: object, turn: Iterator[dict[str, str]]) -> object:
    if isinstance(value, list):
        return [_poisoned(one, turn) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == CODES:
        return next(turn)
    return {key: _under(key, one, turn) for key, one in value.items()}


def _under(key: str, value: object, turn: Iterator[dict[str, str]]) -> object:
    """What stands under a key; some are no Text, and hold words all the same."""
    if key == "unit" and isinstance(value, dict):
        return dict(UNIT)
    if key == "aliases":
        return [next(turn)["en"]]
    if key == "url" and str(value).startswith("https:"):
        return URL
    if key == "terms" and value == ["words"]:
        return [TERM]
    return _poisoned(value, turn)
