"""A text whose slips are mended one by one, so that it can be read on to find the others."""

from __future__ import annotations

from policy_explorer.inputs import slips
from policy_explorer.inputs.slips import Slip


class Mended:
    """The lines of a file as they were meant; places are told as they were written."""

    def __init__(self, text: str) -> None:
        """Nothing is mended yet."""
        self.rows = text.split("\n")
        self.added: dict[int, list[int]] = {}
        """By line, the columns of spaces that were not written; all from 0."""

    @property
    def text(self) -> str:
        """The whole, to be read again."""
        return "\n".join(self.rows)

    def mend(self, line: int, slip: Slip) -> bool:
        """Put what was meant in the place of a sign; False where that is not certain."""
        row = self.rows[line] if line < len(self.rows) else ""
        sign = slips.meant(row, slip)
        if sign is None:
            return False
        written, meant = sign
        self.rows[line] = row[: slip.at] + meant + row[slip.at + len(written) :]
        if len(meant) > len(written):
            added = self.added.setdefault(line, [])
            at = slip.at + len(meant) - 1
            self.added[line] = [*(col + (col >= at) for col in added), at]
        return True

    def written(self, line: int, col: int) -> int:
        """The column in the file as it was written of one in the mended text."""
        if not self.added:
            return col
        return col - sum(added < col for added in self.added.get(line, ()))
