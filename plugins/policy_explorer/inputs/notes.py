"""Where a reader notes what is wrong, and goes on."""

from __future__ import annotations

from dataclasses import dataclass, field

from policy_explorer.model.place import Place
from policy_explorer.problems import Problem, Severity


@dataclass(slots=True)
class Notes:
    """The mistakes found so far."""

    problems: list[Problem] = field(default_factory=list, kw_only=True)

    def fail(
        self,
        place: Place,
        code: str,
        message: str,
        hint: str = "",
        *,
        severity: Severity = "error",
    ) -> None:
        """Note a mistake and go on."""
        at = (place.path, place.line, place.col)
        self.problems.append(Problem(*at, code, message, hint, severity))
