"""What if: the arithmetic in Python and in the page, and the block a reader works with."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from tests.visits import Visit

from policy_explorer.model.whatif import HIGH, LOW, Aim, cents, outcome, samples

CASES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("whatif.json").read_text(encoding="utf-8")
)
DOUBLING = Aim(2020, Decimal(100), 2025, Decimal(200))
PAGE = "en/charts/doubling.html"
RATES = st.decimals(LOW, HIGH, places=1, allow_nan=False)


def _aim(case: dict[str, Any]) -> Aim:
    base, goal = Decimal(case["base"]), Decimal(case["goal"])
    return Aim(case["start"], base, case["due"], goal, case["strict"])


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['base']}-{c['goal']}-{c['rate']}")
def test_python_gives_the_cases(case: dict[str, Any]) -> None:
    """Indices, growth still needed, year and shortfall are those of the file."""
    found = outcome(_aim(case), Decimal(case["rate"]))
    assert [str(year.index) for year in found.years] == case["indices"]
    assert [None if y.needed is None else str(y.needed) for y in found.years] == case["needed"]
    assert (found.reached, str(found.shortfall)) == (case["reached"], case["shortfall"])


@pytest.mark.browser
def test_script_gives_the_cases(browser: Browser, address: str) -> None:
    """The page's own script finds the same for every case of the file."""
    page = Visit(browser).to(f"{address}/{PAGE}")
    for case in CASES:
        aim = {key: float(case[key]) for key in ("start", "base", "due", "goal")}
        aim["strict"] = case["strict"]
        found = page.evaluate(
            "([aim, rate]) => policyWhatIf.outcome(aim, rate)", [aim, float(case["rate"])]
        )
        assert [y["index"] for y in found["years"]] == [float(v) for v in case["indices"]]
        needed = [None if v is None else float(v) for v in case["needed"]]
        assert [y["needed"] for y in found["years"]] == needed
        assert found["reached"] == case["reached"]
        assert found["shortfall"] == float(case["shortfall"])
    page.close()


@given(RATES, RATES)
def test_more_growth_never_leaves_more_to_do(one: Decimal, other: Decimal) -> None:
    """Of two rates the higher one falls short by no more."""
    low, high = sorted((one, other))
    assert outcome(DOUBLING, high).shortfall <= outcome(DOUBLING, low).shortfall


def test_the_even_rate_needs_itself_each_year() -> None:
    """On the even path what is still needed is the even rate, and nothing is short."""
    found = outcome(DOUBLING, DOUBLING.even)
    assert {year.needed for year in found.years[:-1]} == {cents(DOUBLING.even)}
    assert found.shortfall == 0
    assert found.reached == 2025


def test_samples_stand_around_the_even_rate() -> None:
    """The table without script has the even rate and rates below and above it, ascending."""
    rates = samples(DOUBLING)
    assert cents(DOUBLING.even) in rates
    assert rates == tuple(sorted(rates))
    assert rates[0] < DOUBLING.even < rates[-1]


def test_a_goal_before_its_baseline_is_refused() -> None:
    """There is no growth from a year to itself, nor from nothing."""
    with pytest.raises(ValueError, match="due after"):
        Aim(2025, Decimal(100), 2025, Decimal(200))
    with pytest.raises(ValueError, match="above zero"):
        Aim(2020, Decimal(0), 2025, Decimal(200))


def _open(browser: Browser, address: str, fragment: str = "", **more: Any) -> Page:  # noqa: ANN401
    visit = Visit(browser, **more)
    page = visit.to(f"{address}/{PAGE}{fragment}")
    assert visit.complaints == []
    return page


@pytest.mark.browser
def test_slider_by_keyboard(browser: Browser, address: str) -> None:
    """An arrow key moves the rate by a tenth; field, sentence, rows and address follow."""
    page = _open(browser, address)
    slider = page.get_by_role("slider", name="Growth a year")
    slider.focus()
    before = float(slider.input_value())
    page.keyboard.press("ArrowRight")
    field = page.get_by_role("textbox", name="Growth a year")
    moved = float(slider.input_value())
    assert moved == pytest.approx(before + 0.1)
    expect(field).to_have_value(f"{moved:g}")
    expect(page.locator(".whatif__said")).to_contain_text(f"At {moved:g} %")
    assert page.evaluate("location.hash") == f"#rate={moved:g}"
    page.close()


@pytest.mark.browser
def test_field_takes_what_people_type(browser: Browser, address: str) -> None:
    """Full-width digits, a comma, a percent sign: a number; the last row is its outcome."""
    page = _open(browser, address)
    field = page.get_by_role("textbox", name="Growth a year")
    for typed, last in (
        ("12", "176.23"),
        ("１２", "176.23"),
        ("12,0 %", "176.23"),
        ("−3", "85.87"),
    ):
        field.fill(typed)
        expect(page.locator("tr[data-year='2025'] [data-index]")).to_have_text(last)
    page.close()


@pytest.mark.browser
def test_field_refuses_in_words(browser: Browser, address: str) -> None:
    """What is no rate says so and keeps the last good one; leaving the field brings it back."""
    page = _open(browser, address)
    field = page.get_by_role("textbox", name="Growth a year")
    field.fill("12")
    for typed in ("abc", "99", "1e3", "--1", ""):
        field.fill(typed)
        assert field.get_attribute("aria-invalid") == "true"
        expect(page.locator("[data-wrong]")).to_be_visible()
        expect(page.locator("tr[data-year='2025'] [data-index]")).to_have_text("176.23")
    field.press("Tab")
    expect(field).to_have_value("12")
    expect(page.locator("[data-wrong]")).to_be_hidden()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("fragment", "rate"),
    [
        ("#rate=9", "9"),
        ("#rate=-3.5", "−3.50"),
        ("#rate=1000", "60"),
        ("#rate=%3Cscript%3E", "14.87"),
        ("#rate=%E0%A4%A", "14.87"),
        ("#take", "14.87"),
    ],
)
def test_rate_stands_in_the_address(
    browser: Browser, address: str, fragment: str, rate: str
) -> None:
    """A rate in the address is shown, within the limits; anything else leaves the even rate."""
    page = _open(browser, address, fragment)
    expect(page.get_by_role("textbox", name="Growth a year")).to_have_value(rate)
    page.close()


@pytest.mark.browser
def test_the_outcome_is_told_once(browser: Browser, address: str) -> None:
    """A screen reader hears the sentence after the typing, not with each key."""
    page = _open(browser, address)
    tell = page.locator("[data-tell]")
    field = page.get_by_role("textbox", name="Growth a year")
    field.press_sequentially("5", delay=10)
    assert tell.inner_text() == ""
    field.fill("9")
    expect(tell).to_contain_text("At 9 % a year", timeout=3000)
    page.close()


@pytest.mark.browser
def test_without_script_a_table_stands(browser: Browser, address: str) -> None:
    """No script, no slider: round rates and the even one, each with where it leads."""
    page = Visit(browser, javascript=False).to(f"{address}/{PAGE}")
    block = page.locator("[data-whatif]")
    expect(block.get_by_role("slider")).to_be_hidden()
    expect(block.locator("[data-still] table")).to_be_visible()
    expect(block.locator("[data-still]")).to_contain_text("14.87%")
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 360, 768])
def test_block_fits_narrow_pages(browser: Browser, address: str, width: int) -> None:
    """Nothing sticks out of the page."""
    page = _open(browser, address, "#rate=-20", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.browser
def test_frames_show_it_on_request_only(browser: Browser, address: str) -> None:
    """Inside a frame the block is there only where the address asks for a rate."""
    visit = Visit(browser)
    page = visit.to(f"{address}/embed/doubling.html")
    expect(page.locator("[data-whatif]")).to_be_hidden()
    page.goto(f"{address}/embed/doubling.html?theme=dark#rate=12")
    expect(page.locator("[data-whatif]")).to_be_visible()
    expect(page.locator("[data-field]")).to_have_value("12")
    assert visit.complaints == []
    page.close()
