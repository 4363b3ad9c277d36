"""Where a reader notes what is wrong, and goes on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from policy_explorer.model.place import Place
from policy_explorer.problems import MOST, Problem, Severity


@dataclass(slots=True)
class Notes:
    """The mistakes found so far."""

    problems: list[Problem] = field(default_factory=list, kw_only=True)
    kept: Counter[Severity] = field(default_factory=Counter, kw_only=True)
    """How many of each sort were noted here."""

    def fail(
        self,
        place: Place,
        code: str,
        message: str,
        hint: str = "",
        *,
        severity: Severity = "error",
    ) -> None:
        """Note a mistake and go on; beyond `MOST` of a sort there are enough."""
        self.kept[severity] += 1
        if self.kept[severity] > MOST:
            return
        at = (place.path, place.line, place.col)
        self.problems.append(Problem(*at, code, message, hint, severity))
