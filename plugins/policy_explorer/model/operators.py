"""The closed list of derivations: numbers from numbers, exact where exactness is possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext

from policy_explorer.problems import said

_Numbers = Sequence[Decimal]


def _growth(numbers: _Numbers) -> Decimal:
    start, end, years = numbers
    return ((end / start) ** (1 / years) - 1) * 100


def _compounded(numbers: _Numbers) -> Decimal:
    start, percent, years = numbers
    return start * (1 + percent / 100) ** years


def _product(numbers: _Numbers) -> Decimal:
    out = Decimal(1)
    for value in numbers:
        out *= value
    return out


_ANY = 0
MAX_POWER = 40
"""Power of ten above which a result is a mistake."""
OPERATORS: dict[str, tuple[int, Callable[[_Numbers], Decimal]]] = {
    "sum": (_ANY, lambda n: sum(n, Decimal(0))),
    "product": (_ANY, _product),
    "difference": (2, lambda n: n[0] - n[1]),
    "ratio": (2, lambda n: n[0] / n[1]),
    "index": (2, lambda n: n[0] / n[1] * 100),
    "add_years": (2, lambda n: n[0] + n[1]),
    "cagr": (3, _growth),
    "compound": (3, _compounded),
}
"""Name -> how many numbers it takes (0: one or more) and what comes out.

`cagr` takes start, end, years and gives percent a year; `compound` takes start, percent, years.
`count` is not here: it counts items, not numbers.
"""


def compute(name: str, numbers: _Numbers) -> Decimal | str:
    """The result, or in words why there is none."""
    takes, operator = OPERATORS[name]
    if len(numbers) != (takes or len(numbers) or 1):
        return said("{} takes {} values, not {}", name, takes or said("some"), len(numbers))
    try:
        with localcontext(prec=28):
            value = operator(numbers)
    except ArithmeticError as error:
        return said("{} has no result here ({})", name, type(error).__name__)
    if value.adjusted() >= MAX_POWER:
        return said("{} gives a number too large to print", name)
    return value


def agree(computed: Decimal, written: Decimal) -> bool:
    """Whether a result is the number that was written, rounded to its last digit.

    >>> agree(Decimal("57283"), Decimal("572.8E2")), agree(Decimal("57283"), Decimal("57282"))
    (True, False)
    """
    with localcontext(prec=MAX_POWER * 3):
        return computed.quantize(written) == written


def significant(value: Decimal, digits: int) -> Decimal:
    """Rounded half to even to so many significant digits: 1152.105397 to five is 1152.1."""
    with localcontext(prec=digits):
        return +value
