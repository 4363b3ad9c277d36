"""The numbers of a chart as CSV and as a workbook; words in cells are never formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import datetime

from policy_explorer.views import citing
from policy_explorer.views.exports import Export, credit, grounds

NUMBER = re.compile(r"-?\d+(\.\d+)?")
ACTIVE = re.compile(r"^[\s]*[=+\-@|%]|^[\t\r]")
"""How a cell begins that a spreadsheet would read as a formula."""
MARK = "\ufeff"
"""By this Excel in China knows that the text is UTF-8."""
WIDEST = 60
Row = Sequence[str]


def harmless(cell: str) -> str:
    """A cell that is words or a number to any spreadsheet.

    >>> harmless("=1+1"), harmless("-3.5"), harmless("≥ 200")
    ("'=1+1", '-3.5', '≥ 200')
    """
    return f"'{cell}" if ACTIVE.match(cell) and not NUMBER.fullmatch(cell) else cell


def csv_file(export: Export, *, marked: bool = False) -> bytes:
    """The table as CSV (RFC 4180, UTF-8); `marked` for programs that guess other encodings."""
    out = io.StringIO()
    csv.writer(out).writerows([harmless(cell) for cell in row] for row in export.rows())
    return ((MARK if marked else "") + out.getvalue()).encode()


def workbook(export: Export) -> bytes:
    """Two sheets: the table, and where each of its facts comes from, with the credit.

    Same bytes for the same data: its date is that of the data.
    """
    import xlsxwriter  # noqa: PLC0415 -- a check writes nothing, and need not load it

    words, out = export.lens.words, io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    _, date = citing.edition(export.lens)
    day = datetime(date.year, date.month or 1, date.day or 1)  # noqa: DTZ001 -- a day, no moment
    book.set_properties({"title": export.hung.chart.title, "created": day})
    bold = book.add_format({"bold": True, "bottom": 1})
    for key, rows in (("data", export.rows()), ("sources", _sources(export))):
        sheet = book.add_worksheet(words[f"workbook.{key}"])
        for n, row in enumerate(rows):
            for column, cell in enumerate(row):
                look = bold if n == 0 else None
                if NUMBER.fullmatch(cell) and n:
                    sheet.write_number(n, column, float(cell), look)
                else:
                    sheet.write_string(n, column, cell, look)
        sheet.freeze_panes(1, 0)
        for column, width in enumerate(_widths(rows)):
            sheet.set_column(column, column, width)
    book.close()
    return out.getvalue()


def _sources(export: Export) -> tuple[Row, ...]:
    """A row for each place a fact rests on; below them, the credit and how to cite."""
    words = export.lens.words
    keys = ("fact", "words", "basis", "source", "line", "terms", "url")
    head = tuple(words[f"workbook.{key}"] for key in keys)
    body = (tuple(getattr(ground, key) for key in keys) for ground in grounds(export))
    return (head, *body, (), *((line,) for line in credit(export)))


def _widths(rows: Sequence[Row]) -> list[int]:
    """Of each column, for its longest cell; Han letters take two places."""
    columns = max(len(row) for row in rows)
    table = [row for row in rows if len(row) > 1]
    return [
        min(WIDEST, 2 + max(len(row[n].encode("gb18030")) for row in table if n < len(row)))
        for n in range(columns)
    ]
