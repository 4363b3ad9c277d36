"""A list on several pages: what each is called, the way to all of them, the pager at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from policy_explorer.model.record import Record
from policy_explorer.views import names
from policy_explorer.views.cut import Pieces, Sheet
from policy_explorer.views.lens import Lens
from policy_explorer.views.pages import Pager
from policy_explorer.views.parts import Link, Named, Seg

K = TypeVar("K")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Told(Generic[K, R]):
    """How a list speaks of its sheets."""

    title: str
    """Of the whole list."""
    ends: Callable[[Pieces[K, R]], tuple[Seg, Seg]]
    """Gives what stands first and last in pieces that hold a row: words, and the fact they show."""
    group: Callable[[K], str] = lambda _: ""
    """Gives the name of a group; '' where the list has none."""
    anchor: str = ""
    """What the ids of its groups on a page begin with: 'list' for list-1; '' where they have none.
    """


def named(lens: Lens, pieces: Pieces[K, Record]) -> tuple[Seg, Seg]:
    """The ends of a list of items: the names of the first and of the last."""
    rows = [record for piece in pieces for record in piece.rows]
    return lens.item(rows[0]), lens.item(rows[-1])


def of_items(lens: Lens, title: str) -> Told[None, Record]:
    """How a list of items without groups speaks of its sheets: by the names of its ends."""
    return Told(title, lambda pieces: named(lens, pieces))


def title(lens: Lens, sheet: Sheet[K, R], told: Told[K, R]) -> Seg:
    """What a sheet is called: its list; from the second on also what stands first and last."""
    if sheet.is_first:
        return Seg(told.title)
    start = told.ends(sheet.pieces)[0]
    span = _span(lens, told, sheet.pieces)
    return Seg(_titled(lens, told.title, span), fact=start.fact)


def ways(lens: Lens, sheet: Sheet[K, R], told: Told[K, R]) -> tuple[Named, ...]:
    """The ways to all that a list holds, by group where it has groups; on its first page only."""
    return tuple(_ways(lens, sheet, told)) if sheet.is_first and sheet.is_cut else ()


def _ways(lens: Lens, sheet: Sheet[K, R], told: Told[K, R]) -> Iterator[Named]:
    for number, pieces in enumerate(sheet.all, 1):
        page = lens.page(Sheet(sheet.list, number, sheet.all).name)
        if not told.group(pieces[0].key):
            yield _way(lens, told, pieces, page)
            continue
        for at, piece in enumerate(pieces, 1):
            if piece.rows:
                place = f"#{told.anchor}-{at}" if told.anchor else ""
                yield _way(lens, told, (piece,), page + place)


def _way(lens: Lens, told: Told[K, R], pieces: Pieces[K, R], href: str) -> Named:
    """The way to pieces, and how many rows they hold; a whole group is led to by its name.

    A number stands beside a fact or nowhere: what shows none is not counted.
    """
    group, span = told.group(pieces[0].key), _span(lens, told, pieces)
    is_whole = bool(group) and pieces[0].is_whole
    words = group if is_whole else _titled(lens, group, span)
    fact = told.ends(pieces)[0].fact
    count = str(sum(len(piece.rows) for piece in pieces)) if fact else ""
    return Named(Seg(words, href, fact), count, (Seg(span),) if is_whole else ())


def _titled(lens: Lens, what: str, span: str) -> str:
    return f"{what}{lens.words['sep.colon']}{span}" if what else span


def _span(lens: Lens, told: Told[K, R], pieces: Pieces[K, R]) -> str:
    """What stands first and last."""
    start, end = (seg.text for seg in told.ends(pieces))
    return start if start == end else lens.words.say("list.span", first=start, last=end)


def pager(lens: Lens, sheet: Sheet[K, R], told: Told[K, R]) -> Pager | None:
    """The ways to the sheets before and after; None where a list has one."""
    if not sheet.is_cut:
        return None
    label = lens.words.say("list.neighbours", what=told.title)
    numbers = (sheet.number - 1, sheet.number + 1)
    near = (Sheet(sheet.list, n, sheet.all) if 0 < n <= len(sheet.all) else None for n in numbers)
    links = (
        Link(title(lens, one, told).text, lens.page(one.name)) if one is not None else None
        for one in near
    )
    return names.turned(lens, label, *links, unit="_page")
