"""Numbers as plans write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policy_explorer.model.number import MAX_DIGITS, PLAIN, parse, plain

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12))


@given(DECIMALS)
def test_plain_digits_come_back(value: Decimal) -> None:
    """Plain digits are read as the number they are, to the last place."""
    written = plain(value)
    found = parse(written)
    if len(written) > MAX_DIGITS:
        assert found is None
    else:
        assert found is not None
        assert (found.value, found.written, plain(found.value)) == (value, written, written)


@given(st.integers(1, 10**6), st.sampled_from(["万", "亿", "万亿", " billion"]))
def test_a_scale_word_moves_the_point(value: int, scale: str) -> None:
    """Digits with a scale word are the digits times the scale, exactly."""
    power = {"万": 4, "亿": 8, "万亿": 12, " billion": 9}[scale]
    found = parse(f"{value}.5{scale}")
    assert found is not None
    assert found.value * 10 == (value * 10 + 5) * 10**power


@given(st.text(alphabet="0123456789.-+eE_,xоO٣１²½ \t:/"))
@example("1e3")
@example("010")
@example("-00")
@example("1.")
@example(".5")
@example("1,000")
def test_only_plain_digits_are_digits(written: str) -> None:
    """What is not written in plain decimal digits is no number."""
    assert (parse(written) is not None) == bool(
        PLAIN.fullmatch(written.rstrip(" \t")) and len(written.rstrip(" \t")) <= MAX_DIGITS
    )


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("零", 0), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("百", 100), ("三百", 300),
        ("一百零五", 105), ("一百一十五", 115), ("一千零五十", 1050), ("万", 10**4),
        ("百亿", 10**10), ("三百亿", 3 * 10**10), ("千亿", 10**11), ("万亿", 10**12),
    ],
)  # fmt: skip
def test_number_words(word: str, value: int) -> None:
    """A number word is the number it says."""
    found = parse(word)
    assert found is not None
    assert found.value == value
    assert found.is_word


@pytest.mark.parametrize(
    "word",
    [
        "",
        "三四",
        "百百",
        "十百",
        "零百",
        "一千二",
        "一百零",
        "一百十",
        "亿亿",
        "百 亿",
        "一亿三千万",
        "許",
        "半",
    ],
)
def test_words_that_say_no_number(word: str) -> None:
    """What is no numeral, or could be read in two ways, is no number."""
    assert parse(word) is None


def test_no_exponent_is_ever_printed() -> None:
    """Large and small numbers are printed in plain digits."""
    assert [plain(Decimal(word)) for word in ("1E+10", "1E-7", "57.280")] == [
        "10000000000",
        "0.0000001",
        "57.280",
    ]
