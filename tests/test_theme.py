"""Light and dark, large type, narrow screens, forced colours, and the type of two scripts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.kinds import KINDS, LANGS
from tests.visits import Visit

pytestmark = pytest.mark.browser
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(253, 252, 249)", "rgb(21, 24, 27)"
SEEN = """
window.grounds = [];
(function look() {
  if (document.body) window.grounds.push(getComputedStyle(document.body).backgroundColor);
  requestAnimationFrame(look);
})();
"""
"""Notes the ground at every frame, from the first one on."""
BIG = "document.documentElement.style.fontSize = '200%'"
LATE = 0.3
SURVEY = (Path(__file__).parent / "reflow.js").read_text(encoding="utf-8")
FACES = """
([selector, words]) => {
  const css = getComputedStyle(document.querySelector(selector));
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${css.fontWeight} 100px ${css.fontFamily}`;
  return [...words].map(sign => pen.measureText(sign).width);
}
"""

TYPE = """
() => {
  const of = selector => getComputedStyle(document.querySelector(selector));
  const css = of("body"), prose = of(".prose");
  return { leading: parseFloat(css.lineHeight) / parseFloat(css.fontSize),
    measure: parseFloat(prose.maxInlineSize) / parseFloat(prose.fontSize),
    autospace: css.textAutospace, figures: of("td").fontVariantNumeric };
}
"""
INKS = """
[...document.querySelectorAll("main .mk, .chart .s-ink, .chart .f-ink, .chart .s-accent")]
  .filter(e => e.checkVisibility()).map(e => {
    const css = getComputedStyle(e);
    return e.matches(".mk") ? css.color : e.matches(".f-ink") ? css.fill : css.stroke;
  })
"""
SLANT = """
id => {
  const css = getComputedStyle(document.getElementById(id));
  return [css.fontStyle, css.textEmphasisStyle];
}
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that has never been here, where the system is light."""
    visit = Visit(browser)
    yield visit.page
    visit.page.close()


def _late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()


@pytest.mark.parametrize("path", ["index.html", "embed/doubling.html"])
def test_the_first_paint_has_the_stored_theme(page: Page, address: str, path: str) -> None:
    """Even where scripts come late, no frame shows the ground of the other theme."""
    page.goto(f"{address}/{path}")
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.add_init_script(SEEN)
    page.route("**/*.js", _late)
    page.goto(f"{address}/{path}?theme=dark")
    page.wait_for_timeout(200)
    assert set(page.evaluate("window.grounds")) == {DARK}


def test_the_switch_has_three_states_and_says_which(page: Page, address: str) -> None:
    """From the system's theme to the other, to its own, back; the button names each one."""
    page.goto(f"{address}/en/index.html")
    switch = page.locator(".masthead [data-theme-switch]")
    seen = [(switch.inner_text(), page.evaluate(GROUND))]
    for _ in range(3):
        switch.click()
        seen.append((switch.inner_text(), page.evaluate(GROUND)))
    assert seen == [
        ("Theme: system", LIGHT),
        ("Theme: dark", DARK),
        ("Theme: light", LIGHT),
        ("Theme: system", LIGHT),
    ]
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(GROUND) == DARK


def test_a_live_chart_follows_the_switch(page: Page, address: str) -> None:
    """The ink of the live chart is the ink of the page in each of the three states."""
    page.goto(f"{address}/targets/output-doubling.html")
    page.locator("figure .chart").first.hover()
    page.wait_for_selector("figure[data-state=live]", timeout=60_000)
    for _ in range(3):
        page.locator(".masthead [data-theme-switch]").click()
        ink = page.evaluate("getComputedStyle(document.body).color")
        page.wait_for_function(
            "ink => [...document.querySelectorAll('.chart__live *')].some("
            "e => [getComputedStyle(e).fill, getComputedStyle(e).stroke].includes(ink))",
            arg=ink,
        )


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_cut_or_covered(browser: Browser, address: str, lang: str) -> None:
    """At 320 px and with type of double size, no words stick out, are cut, or lie on others."""
    page = browser.new_page(bypass_csp=True)
    wrong = []
    for path in KINDS.values():
        page.goto(f"{address}/{lang}{path}")
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wrong += [f"{path} {width}: {line}" for line in page.evaluate(SURVEY)]
        page.evaluate(BIG)
        for width in (360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wrong += [f"{path} 200% {width}: {line}" for line in page.evaluate(SURVEY)]
    assert wrong == []
    page.close()


def test_wide_tables_keep_their_first_column(page: Page, address: str) -> None:
    """On a phone a wide table scrolls by keyboard in its own box; the names of its rows stay."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{address}/en/charts/zone-ladder.html")
    box = page.locator(".scroll").first
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    head = box.locator("tbody th").first
    before = head.bounding_box()
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.scroll').scrollLeft > 10")
    after = head.bounding_box()
    assert before
    assert after
    assert abs(after["x"] - before["x"]) < 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_marks_and_charts(browser: Browser, address: str, scheme: str) -> None:
    """With colours forced, every mark and every line of a chart differs from its ground."""
    page = browser.new_page(forced_colors="active", color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}/targets/output-doubling.html")
    ground = page.evaluate(GROUND)
    inks = page.evaluate(INKS)
    assert len(inks) > 10
    assert ground not in inks
    page.close()


def test_nothing_moves_for_whoever_wants_no_motion(page: Page, address: str) -> None:
    """Scrolling is smooth only where motion is welcome; nothing else moves at all."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/index.html")
    moving = """
        [document.documentElement, ...document.querySelectorAll("*")].filter(e => {
          const css = getComputedStyle(e);
          return css.scrollBehavior === "smooth" || css.animationName !== "none" ||
            css.transitionDuration !== "0s"; }).length"""
    assert page.evaluate(moving) == 0


def test_quotes_are_wide_in_chinese_and_narrow_in_english(page: Page, address: str) -> None:
    """“ and ” are as wide as a character in Chinese, much narrower in English, bold or not."""
    for path, is_wide in (("index.html", True), ("en/index.html", False)):
        page.goto(f"{address}/{path}")
        for selector in ("h1", ".stat__t", ".names__head"):
            left, right, sign = page.evaluate(FACES, [selector, "“”中"])
            for quote in (left, right):
                assert (quote == pytest.approx(sign, rel=0.02)) is is_wide, (path, selector)
                assert is_wide or quote < 0.6 * sign


def test_the_type_of_two_scripts(page: Page, address: str) -> None:
    """Leading, measure, gap between scripts, figures of tables: each language its own."""
    told = {}
    for lang in LANGS:
        page.goto(f"{address}/{lang}checkable.html")
        told[lang] = page.evaluate(TYPE)
    zh, en = told[""], told["en/"]
    assert (round(zh["leading"], 2), round(en["leading"], 2)) == (1.75, 1.58)
    assert zh["autospace"] == "normal"
    assert zh["measure"] <= 40
    assert all("tabular-nums" in one["figures"] for one in told.values())


def test_chinese_is_never_slanted(page: Page, address: str) -> None:
    """Emphasis is dotted under in Chinese and slanted in English, also inside the other page."""
    page.goto(f"{address}/about.html")
    page.evaluate("""document.querySelector("main").insertAdjacentHTML("beforeend",
        "<p><em id=zh>强调</em> <span lang=en><em id=en>stress</em></span></p>")""")
    assert page.evaluate(SLANT, "zh") == ["normal", "dot"]
    assert page.evaluate(SLANT, "en") == ["italic", "none"]
