"""Numbers and dates as each language writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import ROOT

from policy_explorer import settings
from policy_explorer.inputs import strings
from policy_explorer.model.number import Number, parse
from policy_explorer.model.when import parse as when
from policy_explorer.views import quantities

STRINGS = strings.load(settings.find(ROOT), ("zh", "en"))
ZH, EN = STRINGS.within("zh"), STRINGS.within("en")


def number(written: str) -> Number:
    """A number as a plan writes it."""
    found = parse(written)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("1150亿", "1150亿元", "115 billion yuan"),
        ("572.8亿", "572.8亿元", "57.28 billion yuan"),
        ("三百亿", "三百亿元", "30 billion yuan"),
        ("115000000000", "1150亿元", "115 billion yuan"),
        ("2000万亿", "2000万亿元", "2000 trillion yuan"),
        ("9999", "9999元", "9999 yuan"),
        ("15000", "1.5万元", "15,000 yuan"),
        ("-3亿", "-3亿元", "−300 million yuan"),
    ],
)
def test_money(written: str, zh: str, en: str) -> None:
    """Money stands as printed in the source's language, and in the scale words of others."""
    found = number(written)
    assert quantities.measured(found, "yuan", ZH, as_written=True) == zh
    assert quantities.measured(found, "yuan", EN, as_written=False) == en


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [("百亿", "百亿级", "10-billion class"), ("三百亿", "三百亿级", "30-billion class"),
     ("100亿", "100亿级", "10-billion class")],
)  # fmt: skip
def test_classes(written: str, zh: str, en: str) -> None:
    """A class of size has its printed name, and a computed one in other languages."""
    found = number(written)
    assert quantities.class_word(found, ZH, as_written=True) == zh
    assert quantities.class_word(found, EN, as_written=False) == en


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("2020", "2020年", "2020"),
        ("2020-06", "2020年6月", "June 2020"),
        ("2020-06-30", "2020年6月30日", "30 June 2020"),
    ],
)
def test_dates(written: str, zh: str, en: str) -> None:
    """A date is as exact in words as in the data, and its plain form is one of its forms."""
    found = when(written)
    assert found is not None
    assert (quantities.date(found, ZH), quantities.date(found, EN)) == (zh, en)
    assert written in quantities.dates(found, EN)


def test_percent_and_counts() -> None:
    """Percent has its sign; what is counted follows its number."""
    assert quantities.measured(number("14.87"), "percent", EN, as_written=False) == "14.87%"
    assert quantities.counted(number("20"), "户", ZH) == "20户"
    assert quantities.counted(number("20"), "enterprises", EN) == "20 enterprises"


@given(st.decimals("-1e20", "1e20", places=4), st.sampled_from(["zh", "en"]))
def test_digits_lose_nothing(value: Decimal, lang: str) -> None:
    """Grouped digits are the number, to its last place, without an exponent."""
    said = quantities.digits(value, STRINGS.within(lang)).replace(",", "").replace("−", "-")
    assert (Decimal(said), "E" in said) == (value, False)


@given(st.integers(1, 10**16), st.sampled_from(["zh", "en"]))
def test_scaled_numbers_lose_nothing(value: int, lang: str) -> None:
    """A number with a scale word is the number."""
    said = quantities.scaled(Decimal(value), STRINGS.within(lang)).replace(",", "")
    found = parse(said)
    assert found is not None
    assert found.value == value
